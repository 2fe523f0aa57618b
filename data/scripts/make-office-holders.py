#!/usr/bin/env python3
"""Makes content/office-holders.json; see README.md.

usage: make-office-holders.py SOURCES STATES OFFICE_HOLDERS_TXT OFFICE_CORRECTIONS_TXT OFFICE_GAPS_TXT OUTPUT
"""
# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import datetime
import json
import re
import sys
from pathlib import Path

from office_names import clean_name, get_surname, is_same_person, is_same_start, plain
from partial_dates import first_day, last_day

OFFICES = {'S': 'head-of-state', 'G': 'head-of-government', 'F': 'foreign-minister'}
ORDER = list(OFFICES.values())
AS_OF = '2026-01'
DATE = re.compile(r'(\d{4}(-\d\d(-\d\d)?)?)?$')
DAY = datetime.timedelta(days=1)
FIRST_DAY = datetime.date(2010, 1, 1)
LAST_DAY = datetime.date(2026, 1, 31)
# Between one holder and the next; more is a gap, or two holders of one office.
TRANSITION = datetime.timedelta(days=31)
# No edition of the Factbook in the clone is of the time between.
HOLE = ('2017-03-28', '2020-11-24')
FOREIGN_TITLES = {'US': 'Secretary of State', 'GB': 'Foreign Secretary', 'IN': 'External Affairs Minister'}
GIVEN = {'muhammad', 'mohammed', 'mohamed', 'ahmad', 'ahmed', 'ali', 'abdullah', 'hamad', 'khalifa', 'salman'}
FEMALE = re.compile(r'Margrethe|Elizabeth|Beatrix')


def end_of(holder):
    return last_day(holder['to'] or holder.get('asOf', ''))


def overlap(one, other):
    return min(end_of(one), end_of(other)) - max(first_day(one['from']), first_day(other['from']))


def certain_overlap(one, other):
    """The same if years and months end and begin as it suits best."""
    ends = [first_day(h['to'] or h.get('asOf') or '9999-12-31') for h in (one, other)]
    return min(ends) - max(last_day(one['from'] or '0001-01-01'), last_day(other['from'] or '0001-01-01'))


def days_without(holders):
    """The periods in which nobody is known to hold an office: [(first, last)]."""
    gaps, day = [], FIRST_DAY
    for holder in sorted(holders, key=lambda h: first_day(h['from'])):
        if first_day(holder['from']) > day:
            gaps.append((day, min(first_day(holder['from']) - DAY, LAST_DAY)))
        if end_of(holder) >= LAST_DAY:
            day = LAST_DAY + DAY
            break
        day = max(day, end_of(holder) + DAY)
    if day <= LAST_DAY:
        gaps.append((day, LAST_DAY))
    return [gap for gap in gaps if gap[0] <= gap[1]]


def say(iso, office, text):
    print(f'{iso} {office}: {text}', file=sys.stderr)


def is_same(one, other):
    """Whether two records may be of one person in one term."""
    if is_same_person(one['name'], other['name']):
        return overlap(one, other) > -2 * TRANSITION
    return len(one['from']) == len(other['from']) == 10 and is_same_start(one['name'], other['name']) and \
        abs(first_day(one['from']) - first_day(other['from'])) <= 3 * DAY


def merge_terms(holders):
    """One record for who stayed in office from one term to the next."""
    merged = []
    for holder in sorted(holders, key=lambda h: (first_day(h['from']), end_of(h))):
        same = [h for h in merged if is_same_person(h['name'], holder['name']) and (end_of(h) == datetime.date.max or end_of(h) + 2 * TRANSITION >= first_day(holder['from']))][-1:]
        between = same and [h for h in merged[merged.index(same[0]) + 1:] if first_day(h['from']) < first_day(holder['from'])]
        if same and not between:
            if end_of(holder) > end_of(same[0]):
                same[0]['to'] = holder['to']
            continue
        merged.append(dict(holder))
    return merged


def from_wikidata(found, office):
    holders = merge_terms([h for h in found['holders'] if h['office'] == office])
    for holder, successor in zip(holders, holders[1:]):
        if not holder['to']:
            holder['to'] = successor['from']
    holders = [h for h in holders if end_of(h) >= max(FIRST_DAY, first_day(h['from']))]
    return [{'office': office, 'name': clean_name(h['name']), 'names': [clean_name(h['name']), clean_name(h['label'])], 'title': h['position'],
             'from': h['from'], 'to': h['to'], 'source': 'Wikidata'} for h in holders]


def lower_capitals(text):
    return re.sub('(?![IVX]+(?![A-Za-z]))[A-ZÀ-Þ]{2,}', lambda m: m[0].capitalize(), text)


def from_factbook(found, office, corrections):
    """The people whom the editions name, with the day from which they do; the end is the successor's first day."""
    seen = []
    for h in found['holders']:
        surname = h['surname'] if h['surname'] in h['name'] else ''
        capitals = re.findall(r"\b[\w'’-]*[A-ZÀ-Þ]{2,}[\w'’-]*", surname)
        if capitals and not re.fullmatch('[IVX]+', capitals[-1]):  # Haydar al-ABADI
            surname = ' '.join(lower_capitals(word) for word in capitals)
        # “Settha Thawisin, also spelled Srettha Thavisin”
        *other, name = (clean_name(lower_capitals(part)) for part in h['name'].split(', also spelled '))
        if h['office'] != office or not h['from'] or not re.match('[A-ZÀ-Þ]', name) or not re.search('[a-z]', name) or \
           re.search(r'Designate|[Ee]lect | is | resigned | serves | appointed | previously|^Presidents ', name) or first_day(h['from']) > first_day(h['last']):
            continue
        if seen and (is_same_person(seen[-1]['name'], name) or
                     seen[-1]['from'] == h['from'] and is_same_start(seen[-1]['name'], name)):
            # A date that was put right soon after the person appeared.
            if first_day(h['first']) - first_day(seen[-1]['first']) < 4 * TRANSITION:
                seen[-1]['from'] = h['from']
            seen[-1]['last'] = h['last']
            seen[-1]['names'] += [name, *other]
            continue
        seen.append({'office': office, 'name': name, 'names': [name, *other], 'factbookSurname': surname, 'title': h['title'],
                     'from': h['from'], 'to': '', 'first': h['first'], 'last': h['last'], 'source': 'The World Factbook'})
    seen = correct(seen, corrections)
    for holder, successor in zip(seen, seen[1:]):
        if holder['last'] >= HOLE[0] and successor['first'] >= HOLE[1] > holder['first'] and successor['from'] > '2017-06':
            holder['asOf'] = HOLE[0]
            holder['next'] = successor['from']
        elif not holder['to']:
            holder['to'] = successor['from']
            holder['derived'] = True
    if seen and first_day(found['asOf']) - first_day(seen[-1]['last']) > 4 * TRANSITION:
        seen[-1]['asOf'] = seen[-1]['last']
    return [h for h in seen if end_of(h) >= first_day(h['from']) and end_of(h) >= FIRST_DAY]


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
            holders.setdefault(iso, []).append({'office': OFFICES[office], 'name': name, 'names': [name], 'surname': surname,
                                                'spellings': spellings, 'title': title, 'from': start, 'to': end,
                                                'source': 'unsourced'})
    return holders


def from_corrections(path):
    """Where a source is mistaken: ISO|OFFICES|NAME IN THE SOURCE[ from DATE THERE]|FROM or drop|TO|WHY, “=” for what is right."""
    corrections = {}
    for number, line in enumerate(Path(path).read_text(encoding='utf-8').splitlines(), 1):
        line = line.strip()
        if not line or line.startswith('#'):
            continue
        fields = [field.strip() for field in line.split('|')]
        if len(fields) != 6 or not set(fields[1]) <= set(OFFICES) or not all(fields[:4]) or not fields[5]:
            sys.exit(f'{path}:{number}: not ISO|OFFICES|NAME|FROM|TO|WHY: {line}')
        for office in fields[1]:
            corrections.setdefault((fields[0], OFFICES[office]), []).append(fields[2:])
    return corrections


def correct(holders, corrections):
    right = []
    for holder in holders:
        for name, start, end, _why in corrections:
            name, _, since = name.partition(' from ')
            if name not in holder['names'] or since and since != holder['from']:
                continue
            if start == 'drop':
                break
            holder['from'] = holder['from'] if start == '=' else start
            holder['to'] = holder['to'] if end == '=' else end
            holder['source'] += '; corrected'
        else:
            right.append(holder)
    return right


def from_gaps(path):
    """What no record can fill: ISO|OFFICES|FROM|TO|gap or shared|NOTE"""
    gaps = {}
    for number, line in enumerate(Path(path).read_text(encoding='utf-8').splitlines(), 1):
        line = line.strip()
        if not line or line.startswith('#'):
            continue
        fields = [field.strip() for field in line.split('|')]
        if len(fields) != 6 or not set(fields[1]) <= set(OFFICES) or fields[4] not in ('gap', 'shared') or not fields[5]:
            sys.exit(f'{path}:{number}: not ISO|OFFICES|FROM|TO|gap or shared|NOTE: {line}')
        for office in fields[1]:
            gaps.setdefault(fields[0], []).append({'office': OFFICES[office], 'from': fields[2], 'to': fields[3],
                                                   'kind': fields[4], 'note': fields[5]})
    return gaps


def continue_from_factbook(holders, editions, listed):
    """Who came after those whom Wikidata knew, and the day where Wikidata is less precise or two others agree."""
    for holder in holders:
        for other in (h for h in editions if is_same(h, holder)):
            agreed = any(is_same(h, holder) and h['from'] == other['from'] for h in listed) and \
                abs(first_day(other['from']) - first_day(holder['from'])) < 4 * TRANSITION
            if len(other['from']) > len(holder['from']) and other['from'].startswith(holder['from']) or \
               agreed and len(other['from']) == 10 and holder['from'] != other['from']:
                holder['from'] = other['from']
                holder['source'] = 'Wikidata, The World Factbook'
    if not holders:
        return [dict(h) for h in editions]
    last = holders[-1]
    later = [h for h in editions if first_day(h['from']) > first_day(last['from'])
             and (not last['to'] or first_day(h['from']) >= last_day(last['to']) - TRANSITION)]
    while later and is_same(later[0], last):
        later = later[1:]
    if not last['to']:
        last['source'] = 'Wikidata, The World Factbook' if editions else last['source']
        if later:
            last['to'] = later[0]['from']
            last['derived'] = True
        elif editions and is_same_person(editions[-1]['name'], last['name']):
            last['current'] = True
        else:
            last['source'] = 'Wikidata'
    return holders + [dict(h) for h in later]


def fill(iso, office, holders, candidates, shared):
    """Adds those candidates for whose time nobody else is known; all of them where several hold the office."""
    for candidate in candidates:
        same = [h for h in holders if is_same(h, candidate)]
        for h in same:
            if len(candidate['from']) == 10 == len(h['from']) and abs(first_day(h['from']) - first_day(candidate['from'])) > 3 * DAY:
                say(iso, office, f"{h['name']} from {h['from']} ({h['source']}), not {candidate['from']} ({candidate['source']})")
            if len(candidate['to']) == 10 == len(h['to']) and abs(last_day(h['to']) - last_day(candidate['to'])) > 3 * DAY:
                say(iso, office, f"{h['name']} to {h['to']} ({h['source']}), not {candidate['to']} ({candidate['source']})")
        if same or end_of(candidate) < FIRST_DAY:
            continue
        free = sum((min(end_of(candidate), last) - max(first_day(candidate['from']), first) + DAY
                    for first, last in days_without(holders)
                    if first <= end_of(candidate) and last >= first_day(candidate['from'])), datetime.timedelta())
        clash = [h for h in holders if certain_overlap(h, candidate) > TRANSITION]
        if not shared and (clash or free < 5 * DAY):
            say(iso, office, f"{candidate['name']} {candidate['from']}/{candidate['to']} ({candidate['source']}) left out"
                + ''.join(f"; {h['name']} {h['from']}/{h['to']} ({h['source']})" for h in clash[:3]))
            continue
        holders.append(dict(candidate))
    return sorted(holders, key=lambda h: (first_day(h['from']), end_of(h)))


def fill_gaps(holders, candidates):
    """Puts the part of a candidate's time that falls in a long gap there."""
    for candidate in candidates:
        if any(is_same_person(h['name'], candidate['name']) and 'end unsourced' in h['source'] for h in holders):
            continue
        for first, last in days_without(holders):
            start, end = max(first, first_day(candidate['from'])), min(last, end_of(candidate))
            if end - start <= TRANSITION:
                continue
            piece = dict(candidate)
            if first_day(candidate['from']) < first and first > FIRST_DAY:
                piece['from'] = first.isoformat()
            if end_of(candidate) > last and last < LAST_DAY:
                piece['to'] = (last + DAY).isoformat()
                piece.pop('asOf', None)
            holders.append(piece)
    return sorted(holders, key=lambda h: (first_day(h['from']), end_of(h)))


def join(holders):
    """One record of two pieces that follow one another."""
    joined = []
    for holder in holders:
        last = joined[-1] if joined and end_of(joined[-1]) < LAST_DAY and 'asOf' not in joined[-1] else None
        if last and is_same_person(last['name'], holder['name']) and first_day(holder['from']) - end_of(last) <= 2 * DAY:
            if end_of(holder) > end_of(last):
                last['to'] = holder['to']
            parts = [p for h in (last, holder) for p in re.split('[,;] ', h['source'])]
            last['source'] = ', '.join(p for p in ('Wikidata', 'The World Factbook', 'unsourced') if p in parts) + \
                ''.join(f'; {p}' for p in ('corrected', 'end unsourced') if p in parts)
            if 'asOf' in holder:
                last['asOf'] = holder['asOf']
        else:
            joined.append(dict(holder))
    return joined


def close_open(holders, as_of, listed):
    """The end of who was in office when the source was last asked."""
    for holder in holders:
        if holder['source'] == 'unsourced':
            continue
        known = [h for h in listed if is_same(h, holder) and end_of(h) >= first_day(holder['from'])]
        if holder.get('derived') or holder.get('current'):
            # An editor may have been slow, or the next one may have begun after a while.
            if known and known[-1]['to'] and last_day(known[-1]['to']) < end_of(holder) - 3 * DAY and \
               (holder.get('current') or end_of(holder) - last_day(known[-1]['to']) < datetime.timedelta(days=365)):
                holder['to'] = known[-1]['to']
                holder['source'] += '; end unsourced'
            continue
        if holder['source'].startswith('The World Factbook') and 'asOf' not in holder and not holder['to']:
            if known and known[-1]['to']:
                holder['to'] = known[-1]['to']
                holder['source'] += '; end unsourced'
            continue
        if holder['to']:
            continue
        asked = holder.get('asOf') or as_of
        if 'next' in holder and known and known[-1]['to'] and abs(last_day(known[-1]['to']) - first_day(holder['next'])) <= 3 * DAY:
            holder['to'] = known[-1]['to']
            holder.pop('asOf', None)
            continue
        term = [h for h in known if first_day(h['from']) <= first_day(asked) <= end_of(h)] or known
        if term:
            holder['to'] = term[0]['to']
            holder['source'] += '; end unsourced'
            holder.pop('asOf', None)
        else:
            holder['asOf'] = asked


def get_title(iso, office, holder, listed):
    for h in listed:
        if h['office'] == office and is_same_person(h['name'], holder['name']):
            return h['title']
    if office == 'foreign-minister':
        return FOREIGN_TITLES.get(iso, 'Foreign Minister')
    title = re.sub(' of the State Council| \\(.*', '', holder['title']) or ('President' if office == 'head-of-state' else 'Prime Minister')
    if title.lower() == 'monarch':
        return 'Queen' if FEMALE.match(holder['name']) else 'King'
    return title[0].upper() + title[1:]


def get_places(states):
    """What the words of a surname must not be taken for: states and capitals."""
    places = set()
    for state in states:
        names = [state['name'], *(capital['name'] for capital in state['capitals'])]
        for terms in state['terms'].values():
            names += [term if isinstance(term, str) else term['text'] for kind in terms.values() for term in kind]
        places |= {tuple(plain(name)) for name in names}
    return places


def finish(iso, holder, listed, places):
    """A record as the file has it."""
    known = [h for h in listed if is_same_person(h['name'], holder['name'])]
    name = known[0]['name'] if known else holder['name']
    surname = known[0]['surname'] if known else holder.get('factbookSurname') or get_surname(name, iso)
    if tuple(plain(surname)) in places and not known:
        surname = name
    spellings = []
    for spelling in [s for h in known for s in h['spellings']] + [get_surname(n, iso) for n in holder['names']] + \
            ([holder['factbookSurname']] if holder.get('factbookSurname') else []) + holder['names']:
        have = [plain(s) for s in [name, surname, *spellings]]
        # Half a name or a given name would be taken for other people.
        words = plain(spelling)
        # “Déby Itno”, not “Itno”.
        if any(' '.join(plain(f'x. {surname} {spelling}')) in ' '.join(plain(n)) for n in holder['names'] + [name]) and len(words) == 1:
            spelling = f'{surname} {spelling}'
            words = plain(spelling)
        if tuple(words) not in places and words not in have and len(words) <= 4 and 'also' not in words and \
           not (len(words) == 1 and (words[0] in plain(surname) or words[0] in GIVEN)):
            spellings.append(spelling)
    record = {'office': holder['office'], 'name': name, 'surname': surname}
    if spellings:
        record['spellings'] = spellings
    record['title'] = get_title(iso, holder['office'], holder, listed)
    for key in ('from', 'to'):
        if holder[key]:
            record[key] = holder[key]
    record['source'] = holder['source']
    if 'asOf' in holder:
        record['asOf'] = holder['asOf']
    return record


def make_timeline(iso, office, status, sources, listed, corrections, shared, heads_of_state):
    """Who held an office, since 2010."""
    wikidata = sources['wikidata'].get(iso, {'holders': [], 'asOf': ''})
    factbook = sources['factbook'].get(iso, {'holders': []})
    editions = [] if office == 'head-of-state' and status == 'dependency' else from_factbook(factbook, office, corrections)
    own = from_wikidata(wikidata, office)
    # The king of fifteen realms is written down for one of them, or the press would be misread.
    if iso != 'GB':
        editions, own = ([h for h in holders if not re.search('Elizabeth II|Charles III', h['name'])] for holders in (editions, own))
    own = correct(own, corrections)
    governs = [{**h, 'office': office} for h in heads_of_state if office == 'head-of-government'
               and any(is_same(h, other) for other in editions)]
    if governs and not own and all(any(is_same(h, other) for other in governs) for h in editions):
        return [{**h, 'office': office} for h in heads_of_state]
    mine = [h for h in listed if h['office'] == office]
    holders = continue_from_factbook(own, editions, mine)
    close_open(holders, wikidata['asOf'], mine)
    if not shared:
        holders = fill(iso, office, holders, [h for h in editions if h['to'] or 'asOf' in h], False)
        holders = fill_gaps(holders, editions + governs)
    holders = fill(iso, office, holders, mine, shared)
    if not shared:
        holders = fill_gaps(holders, mine)
    return join(holders)


def make_state(iso, status, sources, listed, corrections, gaps, places):
    """The records and the gaps of a state."""
    timelines = {}
    for office in ORDER:
        shared = any(g['office'] == office and g['kind'] == 'shared' for g in gaps)
        timelines[office] = make_timeline(iso, office, status, sources, listed, corrections.get((iso, office), []), shared,
                                          timelines.get('head-of-state', []))
    records, without = [], []
    for office, holders in timelines.items():
        noted = [g for g in gaps if g['office'] == office]
        holders = [h for h in holders if end_of(h) >= FIRST_DAY and first_day(h['from']) <= LAST_DAY]
        records += [finish(iso, h, listed, places) for h in holders]
        for holder, other in ((a, b) for i, a in enumerate(holders) for b in holders[i + 1:]):
            if certain_overlap(holder, other) > TRANSITION and not any(g['kind'] == 'shared' for g in noted):
                say(iso, office, f"two at once: {holder['name']} {holder['from']}/{holder['to']} ({holder['source']}), "
                    f"{other['name']} {other['from']}/{other['to']} ({other['source']})")
        for g in noted:
            without.append({k: v for k, v in g.items() if v})
        closed = [{'from': g['from'], 'to': g['to']} for g in noted if g['kind'] == 'gap']
        for first, last in days_without(holders + closed):
            if last - first > TRANSITION:
                without.append({'office': office, 'from': first.isoformat(), **({'to': last.isoformat()} if last < LAST_DAY else {}),
                                'kind': 'gap', 'note': 'no source'})
    records.sort(key=lambda h: (ORDER.index(h['office']), h.get('from', '')))
    return records, without if status != 'dependency' else []


def main():
    if len(sys.argv) != 7:
        sys.exit(__doc__)
    sources, states, listed, corrections, gaps, output = sys.argv[1:]
    sources = json.loads(Path(sources).read_text(encoding='utf-8'))
    states = json.loads(Path(states).read_text(encoding='utf-8'))['states']
    listed = from_text(listed, {state['iso'] for state in states})
    corrections = from_corrections(corrections)
    gaps = from_gaps(gaps)

    head = {
        'schemaVersion': 1,
        'source': 'Wikidata (CC0), The World Factbook (public domain), and records from memory, which say “unsourced”',
        'license': 'CC0-1.0',
        'asOf': AS_OF,
        'remark': 'Made by scripts/make-office-holders.py, see scripts/README.md; corrections go into scripts/office-holders.txt. '
                  'No “to” means in office at “asOf”; a record with an “asOf” of its own was in office then, and nothing is known '
                  'of the time after. “surname” is what the press calls the person, “spellings” what else. “gaps” are the times '
                  'since 2010 for which no holder is listed, or more than one. The British monarch is listed for the United '
                  'Kingdom only.',
    }
    places = get_places(states)
    lines = []
    for state in states:
        iso = state['iso']
        records, without = make_state(iso, state['status'], sources, listed.get(iso, []), corrections, gaps.get(iso, []), places)
        if not records and not without:
            continue
        inner = ',\n   '.join(json.dumps(holder, ensure_ascii=False) for holder in records)
        line = f'{{"iso": "{iso}", "holders": [\n   {inner}\n  ]'
        if without:
            line += ', "gaps": [\n   ' + ',\n   '.join(json.dumps(gap, ensure_ascii=False) for gap in without) + '\n  ]'
        lines.append(line + '}')
    text = json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "states": [\n  ' + ',\n  '.join(lines) + '\n ]\n}\n'
    json.loads(text)
    Path(output).write_text(text, encoding='utf-8')


if __name__ == '__main__':
    main()
