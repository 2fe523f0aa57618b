#!/usr/bin/env python3
"""A newer copy of an article takes its place, and the notes with it: test-revision.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import re
import subprocess
import sys

import driver

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
KEPT = 'Collective Security Treaty Organization'
LOST = 'will skip the meeting'


def tool(app, *arguments):
    library = os.path.join(app.home, 'data/chancery-devel/library.db')
    out = subprocess.run([TOOL, *arguments, '--library', library], check=True, stdout=subprocess.PIPE,
                         env=app.environment).stdout
    return json.loads(out)


def test_a_newer_copy_takes_the_place_and_the_notes():
    app = driver.App(PROGRAM).start(SAMPLE)
    try:
        app.find('heading', HEADLINE)
        articles = [a for a in tool(app, 'list')['articles'] if a['headline'] == HEADLINE]
        assert len(articles) == 1, articles
        uid = articles[0]['id']
        for quote in (KEPT, LOST):
            tool(app, 'add-note', uid, '--quote', quote, '--body', 'On: ' + quote)
            app.find(name=re.compile('On: ' + quote))

        newer = os.path.join(app.home, 'newer.txt')
        with open(SAMPLE, encoding='utf-8') as old, open(newer, 'w', encoding='utf-8') as new:
            new.write(old.read().replace(LOST, 'has changed his mind and flies to the Belarusian capital'))
        subprocess.run([PROGRAM, newer], env=app.environment, timeout=driver.TIMEOUT_S, check=True)

        app.find(name=re.compile('1 article has a newer text now'))
        app.find(name=re.compile('On: ' + LOST + '.*|Its passage is no longer in the text', re.S))
        notes = {note['quote']: note for note in tool(app, 'notes', '--article', uid)['notes']}
        assert not notes[KEPT]['orphan'], notes
        assert notes[LOST]['orphan'], notes
        assert len([a for a in tool(app, 'list')['articles'] if a['headline'] == HEADLINE]) == 1
        app.quit()
        assert tool(app, 'check')['ok']
    finally:
        app.kill()


sys.exit(driver.run(test_a_newer_copy_takes_the_place_and_the_notes))
