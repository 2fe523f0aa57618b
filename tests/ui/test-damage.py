#!/usr/bin/env python3
"""A library that can't be opened, or not read to its end: test-damage.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import glob
import os
import re
import sqlite3
import sys

import driver

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
TROUBLE = 'The Library Can’t Be Opened'
RECOVER = 'Recover What Can Be Read'
NEW_LIBRARY = 'Start a New Library'
UNREADABLE = 'A part of the library can’t be read'
OLD_NOTE = 'which nobody has read for long'
PAGE_BYTES = 4096


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as file:
        file.write(content)


def kept_files(app):
    return sorted(glob.glob(os.path.join(os.path.dirname(app.library), 'library-*.db')))


def make_library(app):
    """A library with the sample and the bundled articles."""
    app.start(SAMPLE)
    app.find('heading', HEADLINE)
    app.quit()
    with sqlite3.connect(app.library) as connection:
        connection.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    connection.close()


def start_a_new_library(app, old):
    """Does so, and returns where the old file went."""
    app.press(app.find('button', NEW_LIBRARY))
    app.find(name='New Library Started')
    kept, = kept_files(app)
    app.find('label', re.compile(re.escape(kept)))
    assert read(kept) == old
    app.press(app.find('button', 'Close', within=app.find(name='New Library Started')))
    app.gone(name='New Library Started')
    # The bundled articles are in it, and one of them is open.
    app.find('heading')
    assert app.tool('check')['ok']


def test_what_is_no_library_is_left_alone():
    with driver.App(PROGRAM, tool=TOOL) as app:
        old = b'My shopping list & other things\n' * 100
        write(app.library, old)
        app.start()
        app.find(name=TROUBLE)
        app.find('label', re.compile('library.db” is not a Chancery library'))
        app.gone('button', RECOVER)
        assert read(app.library) == old

        app.press(app.find('button', 'Try Again'))
        app.find(name=TROUBLE)
        assert read(app.library) == old
        start_a_new_library(app, old)
        app.quit()


def test_a_newer_library_is_left_alone():
    with driver.App(PROGRAM, tool=TOOL) as app:
        make_library(app)
        with sqlite3.connect(app.library) as connection:
            version, = connection.execute('PRAGMA user_version').fetchone()
            connection.execute('PRAGMA user_version = %d' % (version + 1))
        connection.close()
        old = read(app.library)

        app.start()
        app.find(name=TROUBLE)
        app.find('label', re.compile('library.db” was made by a newer version of Chancery'))
        app.gone('button', RECOVER)
        assert read(app.library) == old

        # As if the newer program had been installed.
        with sqlite3.connect(app.library) as connection:
            connection.execute('PRAGMA user_version = %d' % version)
        connection.close()
        app.press(app.find('button', 'Try Again'))
        app.find('heading', HEADLINE)
        assert kept_files(app) == []
        app.quit()


def test_a_newer_library_can_be_set_aside():
    with driver.App(PROGRAM, tool=TOOL) as app:
        make_library(app)
        with sqlite3.connect(app.library) as connection:
            connection.execute('PRAGMA user_version = 1000')
        connection.close()
        old = read(app.library)
        app.start()
        app.find(name=TROUBLE)
        start_a_new_library(app, old)
        app.quit()


def test_a_damaged_library_is_recovered():
    with driver.App(PROGRAM, tool=TOOL) as app:
        make_library(app)
        whole = read(app.library)
        n_articles = len(app.tool('list')['articles'])
        # Cut short, which is seen when it is opened; what is lost lies at its end.
        old = whole[:-4096]
        write(app.library, old)
        app.start()
        app.find(name=TROUBLE)
        app.find('label', re.compile('library.db” is damaged'))
        assert read(app.library) == old

        app.press(app.find('button', RECOVER))
        dialog = app.find(name='Library Recovered')
        app.find('label', re.compile(r'[1-9][0-9]* articles? w.* saved'), within=dialog)
        kept, = kept_files(app)
        app.find('label', re.compile(re.escape(kept)), within=dialog)
        assert read(kept) == old
        app.press(app.find('button', 'Close', within=dialog))
        app.gone(name='Library Recovered')
        app.find('heading', HEADLINE)
        assert app.tool('check')['ok']
        assert 0 < len(app.tool('list')['articles']) <= n_articles
        app.quit()


def test_a_library_that_is_lost_is_set_aside():
    with driver.App(PROGRAM, tool=TOOL) as app:
        make_library(app)
        # As a file system leaves a file whose blocks were never written.
        old = bytes(len(read(app.library)))
        write(app.library, old)
        app.start()
        app.find(name=TROUBLE)
        app.press(app.find('button', RECOVER))
        app.find('label', re.compile('Nothing could be read of “.*library.db”'))
        assert read(app.library) == old and kept_files(app) == []
        start_a_new_library(app, old)
        app.quit()


def add_old_notes(app, n_notes):
    """More notes than are read at once, older than all others."""
    with sqlite3.connect(app.library) as connection:
        connection.executemany("INSERT INTO notes (uid, body, colour, kind, tags, states, created_us, modified_us, orphan)"
                               " VALUES (?, ?, 'yellow', 'note', '[]', '[]', ?, ?, 0)",
                               [('old-%d' % number, 'Note %d, %s' % (number, OLD_NOTE), number, number)
                                for number in range(n_notes)])
    connection.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    connection.close()


def damage_old_notes(app):
    """As if the disk had lost them. What finds and counts them is whole."""
    content = read(app.library)
    damaged = [place for place in range(0, len(content), PAGE_BYTES)
               if OLD_NOTE.encode() in content[place:place + PAGE_BYTES]]
    assert damaged
    with open(app.library, 'r+b') as file:
        for place in damaged:
            file.seek(place)
            file.write(bytes(PAGE_BYTES))


def test_what_cannot_be_read_later_is_said():
    with driver.App(PROGRAM, tool=TOOL) as app:
        make_library(app)
        add_old_notes(app, 1000)
        app.start()
        app.find('heading', HEADLINE)
        app.press(app.find('radio button', 'All'))
        app.find('label', re.compile('^10.. in the library'))
        damage_old_notes(app)
        app.gone('label', UNREADABLE)

        app.focus()
        app.key('F6')
        first = app.wait_focus('list item')
        name = first.get_name()
        app.key('End')
        app.find('label', UNREADABLE)
        app.find('label', re.compile('^10.. in the library'))
        app.key('Tab')
        app.wait_focus('button', 'Details')
        app.key('space')
        dialog = app.find(name=UNREADABLE, role='alert')
        app.find('label', re.compile('library.db” is damaged'), within=dialog)
        app.key('Escape')
        app.gone('alert', UNREADABLE)

        # What can be read still is.
        app.key('shift+Tab')
        app.wait_focus('list item')
        app.key('Home')
        app.wait_focus('list item', name)


sys.exit(driver.run(test_what_is_no_library_is_left_alone,
                    test_a_newer_library_is_left_alone,
                    test_a_newer_library_can_be_set_aside,
                    test_a_damaged_library_is_recovered,
                    test_a_library_that_is_lost_is_set_aside,
                    test_what_cannot_be_read_later_is_said))
