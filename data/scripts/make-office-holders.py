#!/usr/bin/env python3
"""Makes content/office-holders.json; see README.md.

usage: make-office-holders.py FACTBOOK STATES OFFICE_HOLDERS_TXT OUTPUT
"""
# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import html
import json
import re
import sys
from pathlib import Path

OFFICES = {'S': 'head-of-state', 'G': 'head-of-government', 'F': 'foreign-minister'}
ORDER = list(OFFICES.values())
MONTHS = 'january february march april may june july august september october november december'.split()
# What the Factbook's edition is: the holders without an end were in office then.
FACTBOOK_AS_OF = '2026-01'
DATE = re.compile(r'(\d{4}(-\d\d(-\d\d)?)?)?$')

# A title ends where the first of these ends.
TITLES = [
    'Sovereign Council Chair and Commander-in-Chief of the Sudanese Armed Forces General',
    'President of the Pontifical Commission for the State of Vatican City and President of the Governorate of the Vatican City State',
    'Presidential Leadership Council Chairperson', 'State Affairs Commission President', 'Supreme People\'s Assembly President',
    'President of the Swiss Confederation', 'Chairperson of the Council of Ministers', 'Chairman of the Cabinet of Ministers',
    'President of the Territorial Assembly', 'President of the Territorial Council', 'President of Territorial Council',
    'President of Council of Ministers', 'Secretary of State for Foreign and Political Affairs',
    'President of the Government', 'President of French Polynesia', 'Prime Minister and Co-Vice President',
    'Prime Minister and Foreign Minister', 'Mayor and Chairman of the Island Council', 'President, Presidential Council,',
    'Crown Prince and Prime Minister', 'Prime Minister Crown Prince', 'Sultan and Prime Minister', 'Transition Prime Minister',
    'Transitional President', 'Caretaker Prime Minister', 'Interim Prime Minister', 'GNU Interim Prime Minister',
    'CNSP Prime Minister', 'Acting Prime Minister', 'Interim President', 'Acting President', 'Transition President',
    'Supreme Leader', 'Taliban Leader', 'Minister of State', 'Chief Executive', 'Chief Minister', 'Prime Minister',
    'Vice President', 'Administrator', 'Grand Duke', 'Co-prince', 'Chancellor', 'President', 'Governor', 'Emperor', 'Premier',
    'Sultan', 'Prince', 'King', 'Amir', 'Pope', 'General',
]


def parse_date(text):
    """"14 May 2017", "May 2022" or "1997" at its precision; the first of several."""
    match = re.match(r'(?:(\d{1,2}) )?(?:([A-Za-z]+) )?(\d{4})', text or '')
    if not match:
        return None
    day, month, year = match.groups()
    if not month:
        return year
    number = [i for i, name in enumerate(MONTHS, 1) if name.startswith(month.lower())][0]
    return f'{year}-{number:02}' + (f'-{int(day):02}' if day else '')


def proper(word):
    """PASHINYAN -> Pashinyan, DIAZ-CANEL -> Diaz-Canel, D'OLIVEIRA -> D'Oliveira."""
    if re.fullmatch(r'[IVX]+', word):
        return word
    return re.sub(r"[^\W\d_]+", lambda m: m.group()[0] + m.group()[1:].lower(), word)


def parse_holder(text):
    """The Factbook writes the part by which people are called in capitals: (title, name, surname)."""
    text = html.unescape(text).replace('&Eacute', 'É').replace('&eacute', 'é')
    text = re.split(r';|, represented', text)[0].strip()
    title = ''
    for candidate in TITLES:
        if text.startswith(candidate + ' '):
            title = candidate.strip(',')
            text = text[len(candidate):].strip(' ,')
            break
    text = re.sub(r'^(?:Sr\. Gen\.|Gen\.|Capt\.|Col\.|Dr\.|Sir|Ratu)\s+', '', text)
    text = re.sub(r' of (?:the Netherlands|Denmark|Norway|China)$', '', text)
    words = text.split()
    surname = [w for w in words if len(w) > 1 and w.strip(',.').isupper() or re.fullmatch('[IVX]+', w)]
    surname = [w for w in surname if not re.fullmatch(r'[A-Z]\.', w)]
    name = ' '.join(proper(w) if w in surname else w for w in words)
    return title, name, ' '.join(proper(w).strip(',') for w in surname) or name


def from_factbook(fact, is_dependency):
    for office, key in (('head-of-state', 'chiefOfState'), ('head-of-government', 'headOfGovernment')):
        # The king of fifteen realms is written down for one of them, or the press would be misread.
        if office == 'head-of-state' and is_dependency:
            continue
        for holder in fact.get(key, []):
            if not re.search('[A-Z]{2}', html.unescape(holder['text'])) or holder['text'].startswith(','):
                continue
            title, name, surname = parse_holder(holder['text'])
            if office == 'head-of-state' and name == 'Charles III':
                continue
            yield {'office': office, 'name': name, 'surname': surname,
                   'title': title or ('President' if office == 'head-of-state' else 'Prime Minister'),
                   'from': parse_date(holder['since']), 'source': 'The World Factbook'}


def from_text(path, codes):
    """The hand-kept list: ISO|OFFICES|NAME|SURNAME/OTHER SPELLING/…|TITLE|FROM|TO"""
    holders = {}
    for number, line in enumerate(Path(path).read_text(encoding='utf-8').splitlines(), 1):
        line = line.strip()
        if not line or line.startswith('#'):
            continue
        fields = [field.strip() for field in line.split('|')]
        if len(fields) != 7 or fields[0] not in codes or not set(fields[1]) <= set(OFFICES) or \
           not DATE.fullmatch(fields[5]) or not DATE.fullmatch(fields[6]) or not all(fields[1:5]):
            sys.exit(f'{path}:{number}: not ISO|OFFICES|NAME|SURNAME|TITLE|FROM|TO: {line}')
        iso, offices, name, surnames, title, start, end = fields
        surname, *spellings = surnames.split('/')
        for office in offices:
            holder = {'office': OFFICES[office], 'name': name, 'surname': surname}
            if spellings:
                holder['spellings'] = spellings
            holder['title'] = title
            if start:
                holder['from'] = start
            if end:
                holder['to'] = end
            holders.setdefault(iso, {}).setdefault(OFFICES[office], []).append(holder)
    return holders


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    factbook, states, listed, output = sys.argv[1:]
    facts = json.loads(Path(factbook).read_text(encoding='utf-8'))['facts']
    states = json.loads(Path(states).read_text(encoding='utf-8'))['states']
    listed = from_text(listed, {state['iso'] for state in states})

    records = []
    for state in states:
        iso = state['iso']
        own = listed.get(iso, {})
        holders = [holder for office in own.values() for holder in office]
        for holder in from_factbook(facts.get(iso, {}), state['status'] == 'dependency'):
            if holder['office'] not in own:
                holders.append(holder)
            elif not any(h.get('from', '')[:7] == holder['from'][:7] for h in own[holder['office']]):
                print(f"{iso} {holder['office']}: the Factbook has {holder['name']} since {holder['from']}", file=sys.stderr)
        holders.sort(key=lambda h: (ORDER.index(h['office']), h.get('from', '')))
        if holders:
            records.append({'iso': iso, 'holders': holders})

    head = {
        'schemaVersion': 1,
        'source': 'Compiled for Chancery; records that say so from The World Factbook (public domain, final edition)',
        'license': 'CC0-1.0',
        'asOf': FACTBOOK_AS_OF,
        'remark': 'Made by scripts/make-office-holders.py out of scripts/office-holders.txt, where corrections go. No '
                  '“to” means in office at “asOf”. “surname” is what the press calls the person, “spellings” what else. '
                  'King Charles III is listed for the United Kingdom only, though he is the king of other realms too.',
    }
    lines = []
    for record in records:
        inner = ',\n   '.join(json.dumps(holder, ensure_ascii=False) for holder in record['holders'])
        lines.append(f'{{"iso": "{record["iso"]}", "holders": [\n   {inner}\n  ]}}')
    text = json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "states": [\n  ' + ',\n  '.join(lines) + '\n ]\n}\n'
    json.loads(text)
    Path(output).write_text(text, encoding='utf-8')


if __name__ == '__main__':
    main()
