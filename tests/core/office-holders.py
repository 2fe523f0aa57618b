#!/usr/bin/env python3
"""Checks who holds which office, since 2010, in office-holders.json.

usage: office-holders.py CONTENT_FOLDER
"""
# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import datetime
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / 'data' / 'scripts'))
from partial_dates import first_day, last_day  # noqa: E402

OFFICES = ('head-of-state', 'head-of-government', 'foreign-minister')
FIRST = datetime.date(2010, 1, 1)
DAY = datetime.timedelta(days=1)
TRANSITION = datetime.timedelta(days=31)
# These numbers only go down: records that no source bears out in all parts, and times of which no source tells.
MAX_UNSOURCED = 138
MAX_CORRECTED = 10
MAX_WITHOUT = {'head-of-state': 19, 'head-of-government': 37, 'foreign-minister': 232}


def get_end(record):
    return record.get('to') or record.get('asOf', '')


def find_gaps(periods, end):
    """The longest time without any of the periods, and its first day."""
    day, longest = FIRST, (datetime.timedelta(), FIRST)
    for start, stop in [*sorted(periods), (end + DAY, end + DAY)]:
        longest = max(longest, (min(start, end + DAY) - day, day))
        if stop >= end:
            day = end + DAY
            break
        day = max(day, stop + DAY)
    return longest


def check_office(iso, office, records, gaps, is_member, end):
    where = f'{iso} {office}'
    for record in records:
        who = f"{where}: {record['name']}"
        if first_day(record.get('from')) > last_day(get_end(record)):
            yield f'{who} ends before the beginning'
        if last_day(get_end(record)) < FIRST:
            yield f'{who} ended before 2010'
        if not record.get('from'):
            yield f'{who} has no beginning'

    if not any(gap['kind'] == 'shared' for gap in gaps):
        for i, one in enumerate(records):
            for other in records[i + 1:]:
                # A year or a month is taken as it suits best.
                common = min(first_day(get_end(one) or '9999'), first_day(get_end(other) or '9999')) - \
                    max(last_day(one['from']), last_day(other['from']))
                if common > TRANSITION:
                    yield f"{where}: {one['name']} and {other['name']} at once, for {common.days} days"
    if is_member:
        periods = [(first_day(record.get('from')), last_day(get_end(record))) for record in records]
        periods += [(first_day(gap.get('from')), last_day(gap.get('to'))) for gap in gaps if gap['kind'] == 'gap']
        gap, day = find_gaps(periods, end)
        if gap > TRANSITION + DAY:
            yield f'{where}: nobody for {gap.days} days from {day}, and no word of why'


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    content = json.loads((folder / 'office-holders.json').read_text(encoding='utf-8'))
    organisations = json.loads((folder / 'organisations.json').read_text(encoding='utf-8'))['organisations']
    # The dependencies that are members of something have no head of state and no foreign minister of their own.
    codes = {state['iso'] for state in json.loads((folder / 'states.json').read_text(encoding='utf-8'))['states']
             if state['status'] != 'dependency'}
    members = {member['iso'] for organisation in organisations for member in organisation['members']
               if 'iso' in member and last_day(member.get('to')) >= FIRST} & codes
    end = last_day(content['asOf'])

    states = {state['iso']: state for state in content['states']}
    mistakes = [f'{iso} has no record' for iso in sorted(members - set(states))]
    unsourced = corrected = n_records = 0
    without = dict.fromkeys(OFFICES, 0)
    for iso, state in states.items():
        gaps = state.get('gaps', [])
        for office in OFFICES:
            records = [record for record in state['holders'] if record['office'] == office]
            mine = [gap for gap in gaps if gap['office'] == office]
            mistakes += check_office(iso, office, records, mine, iso in members, end)
            without[office] += sum(gap['note'] == 'no source' for gap in mine if iso in members)
        for record in state['holders']:
            n_records += 1
            unsourced += 'unsourced' in record['source']
            corrected += 'corrected' in record['source']

    if unsourced > MAX_UNSOURCED:
        mistakes.append(f'{unsourced} records are unsourced in part, at most {MAX_UNSOURCED} may be')
    if corrected > MAX_CORRECTED:
        mistakes.append(f'{corrected} records are corrected, at most {MAX_CORRECTED} may be')
    for office, number in without.items():
        if number > MAX_WITHOUT[office]:
            mistakes.append(f'{office}: {number} times without a source, at most {MAX_WITHOUT[office]} may be')

    print(f'{len(members)} members, {n_records} records, {unsourced} unsourced in part, {corrected} corrected, '
          f'without a source: {", ".join(f"{office} {number}" for office, number in without.items())}')
    for mistake in mistakes:
        print(mistake, file=sys.stderr)
    return 1 if mistakes else 0


if __name__ == '__main__':
    sys.exit(main())
