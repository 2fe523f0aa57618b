#!/usr/bin/env python3
"""Reads who held which office out of the sources of office-holders.json; see README.md.

usage: read-office-sources.py FACTBOOK FACTBOOK_CLONE POLITICIANS_FOLDER STATES OUTPUT
"""
# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import csv
import html
import io
import json
import re
import subprocess
import sys
from pathlib import Path

from office_names import parse_date, parse_holder

# What the repositories of every-politician-scrapers call the states that have another name in states.json.
STATES = {
    'the bahamas': 'BS', 'cabo verde': 'CV', 'congo-brazzaville': 'CG', 'democratic republic of the congo': 'CD',
    'the czech republic': 'CZ', 'ivory coast': 'CI', 'the federated states of micronesia': 'FM',
    'the marshall islands': 'MH', 'xxx': 'MG', 'paraguary': 'PY', 'the philippines': 'PH', 'the gambia': 'GM',
    'the united kingdom': 'GB', 'the united states of america': 'US', 'gambia': 'GM', 'turkey': 'TR', 'são tomé and príncipe': 'ST',
}
# The offices by what Wikidata's positions are called; a whole match, by state where it needs one.
OFFICES = [
    ('head-of-state', r'(?:acting )?president|king|monarch|emperor|sultan|emir|grand duke|prince|captain regent'
                      r'|supreme leader|chairman of the presidency|chairman of the presidential council'
                      r'|chairman of the sovereignty council|chairman of the transitional military council'
                      r'|president of (?:montenegro|the palestinian national authority)|beretitenti \(president\)'
                      r'|o le ao o le malo'),
    ('head-of-government', r'prime minister|premier|premier of the state council|federal chancellor|taoiseach'
                           r'|chairman of the council of ministers|chairman of the cabinet of ministers \(prime minister\)'
                           r'|prime minister of montenegro'),
    ('foreign-minister', r'(?:(?:federal )?minister|secretary)(?: with responsibility)? (?:of|for) (?:europe and )?(?:european and )?'
                         r'(?:foreign|external|international) (?:affairs|relations)[^|]*'
                         r'|minister of european and international affairs|federal minister of european and international affairs'
                         r'|minister of foreign and european affairs|secretary for foreign and political affairs'
                         r'|second deputy prime minister and minister of foreign affairs and diaspora'
                         r'|minister of europe and foreign affairs|minister of international relations and cooperation'),
]
# Elsewhere such words are the name of another office.
ONLY = {
    'secretary of state': ('US', 'foreign-minister'),
    'secretary of state for foreign and commonwealth affairs': ('GB', 'foreign-minister'),
}
# Whoever is called so leads the government; the head of state is another.
PRESIDENT_GOVERNS = {'IR'}
# Positions that Wikidata has mixed up: the foreign secretaries of India are civil servants.
NOT = {('IN', 'minister of foreign affairs')}


def git(clone, *arguments, **options):
    return subprocess.run(['git', '-C', str(clone), *arguments], check=True, capture_output=True, **options).stdout.decode()


def get_office(position, iso):
    position = position.lower()
    if (iso, position) in NOT:
        return None
    if position in ONLY:
        return ONLY[position][1] if ONLY[position][0] == iso else None
    for office, pattern in OFFICES:
        if re.fullmatch(pattern, position):
            if iso in PRESIDENT_GOVERNS and position == 'president':
                return 'head-of-government'
            return office
    return None


def read_politicians(folder, codes):
    """What Wikidata had, by the queries that the repositories of every-politician-scrapers kept the results of."""
    states = {}
    for clone in sorted(Path(folder).glob('*')):
        clone = clone / 'repo' if (clone / 'repo').is_dir() else clone
        try:
            meta = json.loads(git(clone, 'show', 'HEAD:meta.json'))
            rows = git(clone, 'show', 'HEAD:html/holders21.csv')
        except subprocess.CalledProcessError:
            continue
        name = meta['jurisdiction']['name'].lower()
        iso = STATES.get(name) or codes.get(name)
        if iso is None:
            print(f'{clone}: no state is called {name}', file=sys.stderr)
            continue
        as_of = git(clone, 'log', '-1', '--format=%cs').strip()
        holders = []
        for row in csv.DictReader(io.StringIO(rows)):
            office = get_office(row['position'], iso)
            if office and row['person'] and (row['start'] or row['end']) and not re.fullmatch(r'Q\d+', row['person']):
                holders.append({'office': office, 'name': re.sub(r' \(.*\)$', '', row.get('enwiki') or row['person']),
                                'label': re.sub(r' \(.*\)$', '', row['person']), 'id': row['personID'],
                                'position': row['position'], 'from': row['start'], 'to': row['end']})
        states[iso] = {'asOf': as_of, 'holders': holders}
    return states


def read_executives(clone):
    """The executive branches of all editions in the clone: GEC code -> day -> texts."""
    blobs = {}
    for line in git(clone, 'log', '--format=%h %cs').splitlines():
        commit, day = line.split()
        for entry in git(clone, 'ls-tree', '-r', commit).splitlines():
            match = re.fullmatch(r'\d+ blob (\w+)\t[\w-]+/(\w\w)\.json', entry)
            if match:
                blobs.setdefault(match[1], []).append((match[2], day))

    executives = {}
    batch = subprocess.Popen(['git', '-C', str(clone), 'cat-file', '--batch'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for blob, uses in blobs.items():
        batch.stdin.write(blob.encode() + b'\n')
        batch.stdin.flush()
        header = batch.stdout.readline().split()
        if header[1] == b'missing':
            continue
        data = batch.stdout.read(int(header[2]))
        batch.stdout.read(1)
        try:
            government = json.loads(data).get('Government', {})
        except ValueError:  # a few files are broken
            continue
        texts = {}
        for section, keys in (('Executive branch', ('chief of state', 'head of government')),
                              ('Country name', ('conventional long form', 'conventional short form'))):
            section = government.get(section)
            for key in keys:
                value = section.get(key) if isinstance(section, dict) else None
                texts[key] = (value.get('text') if isinstance(value, dict) else value) or ''
        for code, day in uses:
            executives.setdefault(code, {})[day] = texts
    batch.stdin.close()
    batch.wait()
    return executives


def read_factbook(clone, facts):
    by_name = {}
    for iso, fact in facts.items():
        for key in ('long', 'short'):
            if fact.get(key) and fact[key] != 'none':
                by_name.setdefault(fact[key].lower(), iso)
    states = {}
    for code, editions in read_executives(clone).items():
        texts = editions[max(editions)]
        iso = by_name.get(texts['conventional long form'].lower()) or by_name.get(texts['conventional short form'].lower())
        if iso is None:
            continue
        seen = []
        for day in sorted(editions):
            for office, key in (('head-of-state', 'chief of state'), ('head-of-government', 'head of government')):
                text = html.unescape(re.sub(r'<[^>]*>', '', editions[day][key])).replace('\xa0', ' ')
                match = re.match(r'(.*?)\((?:chairperson )?(?:since|elected|appointed|acting|reappointed)[^)0-9]*([^)]*)\)', text)
                if not match or '(vacant)' in match[1] or not re.search('[A-ZÀ-Þ]{2}', match[1]):
                    continue
                title, name, surname = parse_holder(match[1])
                last = [holder for holder in seen if holder['office'] == office][-1:]
                if last and last[0]['name'] == name:
                    last[0]['last'] = day
                else:
                    seen.append({'office': office, 'name': name, 'surname': surname, 'title': title,
                                 'from': parse_date(match[2]) or '', 'first': day, 'last': day})
        if seen:
            states[iso] = {'asOf': max(editions), 'holders': seen}
    return states


def main():
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    factbook, clone, folder, states, output = sys.argv[1:]
    facts = json.loads(Path(factbook).read_text(encoding='utf-8'))['facts']
    codes = {}
    for state in json.loads(Path(states).read_text(encoding='utf-8'))['states']:
        for name in (state['name'], *(t for t in state['terms'].get('en', {}).get('name', []) if isinstance(t, str))):
            codes.setdefault(name.lower(), state['iso'])
    result = {'factbook': read_factbook(clone, facts), 'wikidata': read_politicians(folder, codes)}
    Path(output).write_text(json.dumps(result, ensure_ascii=False, indent=1, sort_keys=True), encoding='utf-8')


if __name__ == '__main__':
    main()
