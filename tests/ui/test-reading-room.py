#!/usr/bin/env python3
"""From a file to a lasting note, by keyboard alone: test-reading-room.py PROGRAM TOOL SAMPLE"""

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
PASSAGE = 'will skip the meeting'
WORDS = 'Third absence in a row?'
CARD = re.compile(r'%s.*%s' % (re.escape(PASSAGE), re.escape(WORDS)), re.S)


def tool(app, *arguments):
    library = os.path.join(app.home, 'data/chancery-devel/library.db')
    out = subprocess.run([TOOL, *arguments, '--library', library], check=True, stdout=subprocess.PIPE,
                         env=app.environment).stdout
    return json.loads(out)


def notes_in_library(app):
    return [note for note in tool(app, 'notes')['notes'] if note.get('body') == WORDS]


def test_the_sample_becomes_a_lasting_note():
    app = driver.App(PROGRAM).start(SAMPLE)
    try:
        app.find('heading', HEADLINE)
        app.find(name=re.compile('PREVIEW'))
        app.find('list item', re.compile(r'^Armenia, member since 1994, [1-9][0-9]* mentions'))

        app.focus()
        app.select_passage(PASSAGE)
        app.key('n')
        app.wait_focus('text')
        app.type(WORDS)
        app.key('ctrl+Return')
        app.find(name=CARD)
        driver.wait(lambda: len(notes_in_library(app)) == 1, 'the note in the library')

        app.key('ctrl+z', 'ctrl+z')
        app.gone(name=CARD)
        driver.wait(lambda: not notes_in_library(app), 'the note gone from the library')
        app.key('shift+ctrl+z', 'shift+ctrl+z')
        app.find(name=CARD)
        app.quit()

        app.start()
        app.find('heading', HEADLINE)
        app.find(name=CARD)
        app.quit()

        notes = notes_in_library(app)
        assert len(notes) == 1, notes
        assert tool(app, 'check')['ok']
    finally:
        app.kill()


def test_a_second_start_shows_the_first_window():
    app = driver.App(PROGRAM).start()
    try:
        second = subprocess.run([PROGRAM, SAMPLE], env=app.environment, timeout=driver.TIMEOUT_S, check=False)
        assert second.returncode == 0
        app.find('heading', HEADLINE)
        app.quit()
    finally:
        app.kill()


sys.exit(driver.run(test_the_sample_becomes_a_lasting_note, test_a_second_start_shows_the_first_window))
