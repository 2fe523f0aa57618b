#!/usr/bin/env python3
"""Checks that each language has terms for all states: check-terms.py SOURCE_DIR LANG…"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import sys
import unicodedata

source, *languages = sys.argv[1:]
# Whose people are called by no name; the seats of no government that all recognise.
WITHOUT = {'demonym': {'VA'}, 'capital': {'EH', 'IL', 'MC', 'PS', 'SG', 'SM', 'VA'}}


def load(*path):
    with open(os.path.join(source, 'data', *path), encoding='utf-8') as file:
        return json.load(file)


def find_problems(terms, states):
    for iso in states:
        kinds = terms['states'].get(iso, {})
        for kind in ('name', 'demonym', 'capital'):
            if not kinds.get(kind) and iso not in WITHOUT.get(kind, ()):
                yield '%s has no %s' % (iso, kind)
        for kind, of_kind in kinds.items():
            for term in of_kind:
                text = term if isinstance(term, str) else term['text']
                if text != unicodedata.normalize('NFC', text) or text != ' '.join(text.split()):
                    yield '%s, %s: “%s” is not written as it should be' % (iso, kind, text)


states = [state['iso'] for state in load('content', 'states.json')['states']
          if state['status'] in ('sovereign', 'disputed')]
print('1..%d' % len(languages))
failed = False
for number, lang in enumerate(languages, 1):
    problems = list(find_problems(load('terms', lang + '.json'), states))
    for problem in problems:
        print('# ' + problem)
    print('%s %d - %s' % ('not ok' if problems else 'ok', number, lang))
    failed = failed or bool(problems)
sys.exit(failed)
