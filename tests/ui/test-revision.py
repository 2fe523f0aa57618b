#!/usr/bin/env python3
"""A newer copy of an article takes its place, and the notes with it: test-revision.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import subprocess
import sys

import driver

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
KEPT = 'Collective Security Treaty Organization'
LOST = 'will skip the meeting'


def test_a_newer_copy_takes_the_place_and_the_notes():
    with driver.App(PROGRAM, tool=TOOL) as app:
        app.start(SAMPLE)
        app.find('heading', HEADLINE)
        articles = [a for a in app.tool('list')['articles'] if a['headline'] == HEADLINE]
        assert len(articles) == 1, articles
        uid = articles[0]['id']
        for quote in (KEPT, LOST):
            app.tool('add-note', uid, '--quote', quote, '--body', 'On: ' + quote)
            app.find(name=re.compile('On: ' + quote))

        newer = os.path.join(app.home, 'newer.txt')
        with open(SAMPLE, encoding='utf-8') as old, open(newer, 'w', encoding='utf-8') as new:
            new.write(old.read().replace(LOST, 'has changed his mind and flies to the Belarusian capital'))
        subprocess.run([PROGRAM, newer], env=app.environment, timeout=driver.TIMEOUT_S, check=True)

        app.find(name=re.compile('1 article has a newer text now'))
        app.find(name=re.compile('On: ' + LOST + '.*|Its passage is no longer in the text', re.S))
        notes = {note['quote']: note for note in app.tool('notes', '--article', uid)['notes']}
        assert not notes[KEPT]['orphan'], notes
        assert notes[LOST]['orphan'], notes
        assert len([a for a in app.tool('list')['articles'] if a['headline'] == HEADLINE]) == 1
        app.quit()
        assert app.tool('check')['ok']


sys.exit(driver.run(test_a_newer_copy_takes_the_place_and_the_notes))
