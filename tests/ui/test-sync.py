#!/usr/bin/env python3
"""Two libraries and one folder: test-sync.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import glob
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

import driver

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
PASSAGE = 'will skip the meeting'
LAST_PASSAGE = 'his Tajik counterpart'


class Other:
    """Another computer: a library of its own, and the folder."""

    def __init__(self, place, folder):
        self.library = os.path.join(place, 'other.db')
        self.folder = folder

    def tool(self, command, *arguments):
        done = subprocess.run([TOOL, command, '--library', self.library, *arguments], stdout=subprocess.PIPE, check=True,
                              timeout=60)
        return json.loads(done.stdout)

    def sync(self):
        return self.tool('sync', self.folder)

    def article(self):
        return next(each['id'] for each in self.tool('list')['articles'] if each['headline'] == HEADLINE)


def name_folder(app, folder):
    """As the preferences do, where a file dialog would be in the way."""
    connection = sqlite3.connect(app.library)
    with connection:
        connection.execute("INSERT OR REPLACE INTO sync_settings VALUES ('folder', ?)", (folder,))
    connection.close()


def files(folder, kind):
    return glob.glob(os.path.join(folder, kind, '*.json'))


def test_a_note_goes_from_one_to_the_other_and_back():
    with tempfile.TemporaryDirectory() as place, driver.App(PROGRAM, tool=TOOL) as app:
        folder = os.path.join(place, 'shared')
        os.mkdir(folder)
        other = Other(place, folder)
        app.start(SAMPLE)
        app.find('heading', HEADLINE)
        app.quit()
        name_folder(app, folder)

        app.start(SAMPLE)
        app.find('heading', HEADLINE)
        driver.wait(lambda: files(folder, 'articles'), 'the articles to be in the folder')
        driver.wait(lambda: other.sync()['waiting'] == 0 and
                    any(each['headline'] == HEADLINE for each in other.tool('list')['articles']),
                    'the article to come to the other library')

        # What is written over there appears here.
        other.tool('add-note', other.article(), '--quote', 'his Tajik counterpart', '--body', 'Written on another computer')
        other.sync()
        app.find_text('label', 'Written on another computer')

        # And what is marked here appears there.
        app.select_passage(PASSAGE)
        app.key('3')

        def has_come():
            other.sync()
            return any(each['quote'] == PASSAGE for each in other.tool('notes', '--article', other.article())['notes'])
        driver.wait(has_come, 'the highlight to come to the other library')

        # So does what is marked the moment before it is closed.
        app.select_passage(LAST_PASSAGE)
        app.key('4')
        app.quit()
        other.sync()
        assert any(each['quote'] == LAST_PASSAGE for each in other.tool('notes', '--article', other.article())['notes'])
        app.start(SAMPLE)
        app.find('heading', HEADLINE)

        # The preferences say how it is, and what was left alone.
        with open(os.path.join(folder, 'notes', 'list.json'), 'w', encoding='utf-8') as stream:
            stream.write('{"milk": 1}')
        app.focus()
        app.key('ctrl+comma')
        app.find('label', re.compile('^Last synced at '))
        app.find('label', folder)
        app.find('label', '1 file was left alone')
        if 'CHANCERY_SHOT' in os.environ:
            app.shot(os.environ['CHANCERY_SHOT'])
        app.key('alt+y')
        app.find('label', 'None')
        app.key('Escape')
        app.quit()

        # Once it has stopped, nothing comes any more.
        other.tool('add-note', other.article(), '--quote', 'Security Council secretaries', '--body', 'Too late')
        other.sync()
        app.start()
        app.find_text('label', 'Written on another computer')
        assert not any(each['body'] == 'Too late' for each in app.tool('notes')['notes'])
        app.quit()


sys.exit(driver.run(test_a_note_goes_from_one_to_the_other_and_back))
