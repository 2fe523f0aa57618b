#!/usr/bin/env python3
"""Makes content/states.json; see README.md.

usage: make-states.py NATURAL_EARTH_FOLDER FACTBOOK ISO_3166_1 CORRECTIONS OUTPUT
"""
# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import html
import json
import re
import sys
from pathlib import Path

def load(path):
    return json.loads(Path(path).read_text(encoding='utf-8'))


def label_points(folder):
    """ISO code -> [longitude, latitude]; the country itself before its parts."""
    best = {}
    for rank, name in enumerate(['countries50', 'map_units50', 'tiny_countries50']):
        for feature in load(Path(folder) / (name + '.geojson'))['features']:
            p = feature['properties']
            iso = p['iso_a2_eh']
            if not re.fullmatch('[A-Z]{2}', iso or ''):
                continue
            key = (rank, 0 if p.get('homepart') == 1 else 1)
            if iso not in best or key < best[iso][0]:
                best[iso] = (key, [round(p['label_x'], 2), round(p['label_y'], 2)])
    return {iso: point for iso, (_, point) in best.items()}


def make_state(iso, sources, corrections):
    entry = sources['iso'].get(iso, {})
    fact = sources['facts'].get(iso, {})
    fix = corrections.get(iso, {})

    name = fix.get('name') or entry.get('common_name') or entry['name']
    official = fix.get('official') or entry.get('official_name')
    if not official:
        long_name = html.unescape(fact.get('long') or 'none')
        official = name if long_name == 'none' else long_name
    official = re.sub('^the ', '', official)

    state = {'iso': iso, 'name': name}
    if official != name:
        state['official'] = official
    iso_codes_name = entry.get('common_name') or entry.get('name')
    if iso_codes_name:
        state['isoCodesName'] = iso_codes_name
    for candidate in (entry.get('official_name'), entry.get('name')):
        if candidate and 'isoCodesOfficial' not in fix and re.sub('^the ', '', candidate) == official:
            state['isoCodesOfficial'] = candidate
            break
    if fix.get('isoCodesOfficial'):
        state['isoCodesOfficial'] = fix['isoCodesOfficial']

    state['status'] = fix.get('status', 'sovereign')
    if 'of' in fix:
        state['status'] = 'dependency'
        state['of'] = fix['of']
    state['label'] = fix.get('label') or sources['labels'][iso]

    if 'capitals' in fix:
        state['capitals'] = fix['capitals']
    else:
        capital = html.unescape(fact.get('capital') or 'None')
        capital = re.split(r' \(|;| in ', capital)[0].strip()
        state['capitals'] = [] if capital == 'None' else [{'name': capital}]

    if 'note' in fix:
        state['note'] = fix['note']
    return state


def main():
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    natural_earth, factbook, iso_codes, corrections, output = sys.argv[1:]
    corrections = load(corrections)
    sources = {
        'labels': label_points(natural_earth),
        'facts': load(factbook)['facts'],
        'iso': {e['alpha_2']: e for e in load(iso_codes)['3166-1']},
    }
    codes = sorted(set(sources['iso']) | {'XK'})
    states = [make_state(iso, sources, corrections['states']) for iso in codes]
    head = {
        'schemaVersion': 1,
        'source': 'Codes and names: iso-codes; label points: Natural Earth; capitals and long names: The World Factbook '
                  '(final edition, January 2026); the rest compiled for Chancery',
        'license': 'CC0-1.0',
        'asOf': corrections['asOf'],
        'remark': 'Made by scripts/make-states.py; corrections go into scripts/states-corrections.json. Dates are ISO '
                  '8601 at the precision that is known.',
    }
    lines = [json.dumps(state, ensure_ascii=False) for state in states]
    text = json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "states": [\n  ' + ',\n  '.join(lines) + '\n ]\n}\n'
    json.loads(text)
    Path(output).write_text(text, encoding='utf-8')


if __name__ == '__main__':
    main()
