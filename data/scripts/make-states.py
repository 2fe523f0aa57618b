#!/usr/bin/env python3
"""Makes content/states.json; see README.md.

usage: make-states.py NATURAL_EARTH_FOLDER FACTBOOK ISO_3166_1 NATIONALITIES CLDR_TERRITORIES CORRECTIONS OUTPUT
"""
# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import html
import json
import re
import sys
import unicodedata
from pathlib import Path

KINDS = ['name', 'official', 'alias', 'demonym', 'capital', 'code']


def load(path):
    return json.loads(Path(path).read_text(encoding='utf-8'))


def text_of(term):
    return term if isinstance(term, str) else term['text']


def plain(text):
    """The text without accents: what a keyboard without them makes of it."""
    text = text.replace('ı', 'i').replace('ø', 'o').replace('ð', 'd').replace('’', "'")
    return ''.join(c for c in unicodedata.normalize('NFD', text) if not unicodedata.combining(c))


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


def demonyms(noun, adjective):
    """What the Factbook's notation, as in "Croat(s), Croatian(s)", stands for."""
    found = []
    for source, is_noun in ((adjective, False), (noun, True)):
        source = re.sub(r'\((?:singular and plural|colloquial|US citizens|US nationals|collective plural)\)', '', source or '')
        source = re.split(r'; note', source)[0]
        for part in re.split(r',|;|\bor\b', source):
            part = part.strip()
            if not part or part.lower() in ('none', 'na') or '(singular)' in part or '(plural)' in part:
                continue
            if part.endswith('(s)'):
                found += [part[:-3], part[:-3] + 's']
            elif '(' not in part and '/' not in part:
                found.append(part)
    return found


def variants(text):
    """Spellings that differ by accents, "Saint" and "&" only."""
    yield text
    if plain(text) != text:
        yield plain(text)
    for form in (text, plain(text)):
        if form.startswith('Saint ') or ' Saint ' in form:
            yield form.replace('Saint ', 'St. ')
            yield form.replace('Saint ', 'St ')


class Terms:
    def __init__(self, dropped):
        self.by_kind = {kind: [] for kind in KINDS}
        self.seen = {}
        self.dropped = set(dropped)

    def add(self, kind, term, with_variants=True):
        dated = not isinstance(term, str)
        forms = [term['text']] if dated else list(variants(term)) if with_variants else [term]
        for form in forms:
            if form in self.dropped:
                continue
            others = self.seen.setdefault(form, [])
            # One spelling is one thing, unless dates tell two apart.
            if others and not (dated and all(other is not None for other in others)):
                continue
            others.append(term if dated else None)
            self.by_kind[kind].append(dict(term, text=form) if dated else form)

    def to_json(self):
        return {kind: terms for kind, terms in self.by_kind.items() if terms}


def make_state(iso, sources, corrections):
    entry = sources['iso'].get(iso, {})
    fact = sources['facts'].get(iso, {})
    fix = corrections.get(iso, {})
    cldr = sources['cldr']

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

    terms = Terms(fix.get('drop', []))
    for kind in KINDS:
        for term in fix.get('first', {}).get(kind, []):
            terms.add(kind, term)
    terms.add('name', name)
    if official != name:
        terms.add('official', official)
    for key in (iso, iso + '-alt-variant', iso + '-alt-short'):
        alias = cldr.get(key, '')
        if alias and not re.search(r'[(&]| - |SAR|Territories|^St\.', alias) and not re.fullmatch(r'[A-Z]{2,3}', alias):
            terms.add('alias', alias)
    for kind in KINDS:
        for term in fix.get('add', {}).get(kind, []):
            terms.add(kind, term)
    if 'demonyms' in fix:
        found = fix['demonyms']
    else:
        found = demonyms(fact.get('noun'), fact.get('adjective')) or \
            ([sources['nationalities'][iso]] if iso in sources['nationalities'] else [])
    for demonym in found:
        terms.add('demonym', demonym)
    if fix.get('capitalTerms', True):
        for capital in state['capitals']:
            if 'to' not in capital:
                terms.add('capital', capital['name'])
        # In use again, or under the same name: no dates.
        for capital in state['capitals']:
            if 'to' in capital:
                terms.add('capital', {'text': capital['name'], 'to': capital['to']}
                          if 'from' not in capital else
                          {'text': capital['name'], 'from': capital['from'], 'to': capital['to']})
    state['terms'] = {'en': terms.to_json()}
    if 'note' in fix:
        state['note'] = fix['note']
    return state


def main():
    if len(sys.argv) != 8:
        sys.exit(__doc__)
    natural_earth, factbook, iso_codes, nationalities, cldr, corrections, output = sys.argv[1:]
    corrections = load(corrections)
    sources = {
        'labels': label_points(natural_earth),
        'facts': load(factbook)['facts'],
        'iso': {e['alpha_2']: e for e in load(iso_codes)['3166-1']},
        'nationalities': load(nationalities)['nationalities'],
        'cldr': load(cldr)['main']['en']['localeDisplayNames']['territories'],
    }
    codes = sorted(set(sources['iso']) | {'XK'})
    states = [make_state(iso, sources, corrections['states']) for iso in codes]
    head = {
        'schemaVersion': 1,
        'source': 'Codes and names: iso-codes and Unicode CLDR; label points: Natural Earth; capitals, long names and '
                  'demonyms: The World Factbook (final edition, January 2026); the rest compiled for Chancery',
        'license': 'CC0-1.0 AND Unicode-3.0',
        'asOf': corrections['asOf'],
        'remark': 'Made by scripts/make-states.py; corrections go into scripts/states-corrections.json. Dates are ISO '
                  '8601 at the precision that is known. “terms” are what running text calls a state, by language and '
                  'kind; one with dates is in use from the first to the last of them.',
    }
    lines = [json.dumps(state, ensure_ascii=False) for state in states]
    text = json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "states": [\n  ' + ',\n  '.join(lines) + '\n ]\n}\n'
    json.loads(text)
    Path(output).write_text(text, encoding='utf-8')


if __name__ == '__main__':
    main()
