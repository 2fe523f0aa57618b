#!/usr/bin/env python3
"""What is due, by keyboard alone: test-due.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import contextlib
import re
import sqlite3
import sys

import driver

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
PASSAGE = 'Leaders of'
DATED = 'Assembly in December'
DUE = '2023-12'
SUGGESTED = '“in December”: December 2023, the next after the article’s date'


def dues(app):
    """When notes are due, as the library has it."""
    with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % app.library, uri=True)) as library:
        return [row[0] for row in library.execute('SELECT due FROM notes WHERE due IS NOT NULL')]


def wait_due(app, *due):
    driver.wait(lambda: dues(app) == list(due), 'notes that are due %r' % (due,))


def tab_to(app, role, name, key='Tab'):
    seen = []
    for _ in range(20):
        node = app.focused()
        seen.append(node.get_role_name() + ' ' + node.get_name())
        if node is not None and node.get_role_name() == role and driver.matches(name, node.get_name()):
            return node
        before = node
        app.key(key)
        app.wait_focus_elsewhere(before)
    raise AssertionError('%s does not reach %s %r, only %r' % (key, role, name, seen))


def edit_forecast(app, passage=PASSAGE):
    """A highlight that is made a forecast in its editor."""
    app.start(SAMPLE)
    app.find('heading', HEADLINE)
    app.focus()
    app.wait_focus('text', HEADLINE)
    app.select_passage(passage)
    app.wait_focus('text', HEADLINE)
    app.key('n')
    app.wait_focus('text', 'Note')
    tab_to(app, 'toggle button', 'Note')
    app.key('space')
    app.wait_focus('list item')
    app.key('Down', 'Down', 'Return')
    app.find('text', 'Due')


def test_a_date_is_written_and_shown():
    with driver.App(PROGRAM, tool=TOOL) as app:
        edit_forecast(app)
        tab_to(app, 'text', 'Due', 'shift+Tab')
        app.type('23 November 2024')
        app.key('ctrl+Return')
        app.wait_focus('list item', re.compile('Forecast.*Overdue, was due 23 November 2024', re.S))
        app.find('label', 'Overdue, was due 23 November 2024')
        wait_due(app, '2024-11-23')
        app.key('ctrl+z')
        wait_due(app)


def test_what_is_no_date_is_kept_and_said():
    with driver.App(PROGRAM, tool=TOOL) as app:
        edit_forecast(app)
        tab_to(app, 'text', 'Due', 'shift+Tab')
        app.type('2024-11-31')
        app.key('ctrl+Return')
        app.find(name=re.compile('^“2024-11-31” is no date'))
        field = app.wait_focus('text', 'Due')
        assert driver.text_of(field) == '2024-11-31'
        app.key('ctrl+a')
        app.type('2034-11-30')
        app.key('Return')
        wait_due(app, '2034-11-30')
        driver.wait(lambda: driver.text_of(field) == '30 November 2034', 'the date in words')
        tab_to(app, 'button', 'Remove Due Date')
        app.key('space')
        app.wait_focus('text', 'Due')
        wait_due(app)


def test_a_date_in_the_text_is_offered():
    with driver.App(PROGRAM, tool=TOOL) as app:
        edit_forecast(app, DATED)
        app.find('button', SUGGESTED)
        tab_to(app, 'text', 'Note', 'shift+Tab')
        app.key('ctrl+t')
        wait_due(app, DUE)
        app.gone('button', SUGGESTED)
        app.key('ctrl+Return')
        app.wait_focus('list item', re.compile('Forecast.*was due', re.S))


def test_what_is_due_is_listed():
    with driver.App(PROGRAM, tool=TOOL) as app:
        edit_forecast(app)
        tab_to(app, 'text', 'Due', 'shift+Tab')
        app.type('23 November 2024')
        app.key('ctrl+Return')
        app.wait_focus('list item', re.compile('Overdue', re.S))
        app.find('button', '1 note is due')
        app.key('F6')
        before = app.focused()
        app.key('alt+3')
        app.find('dialog', 'Due Notes')
        app.wait_focus('list item', re.compile('Forecast.*Overdue, was due 23 November 2024', re.S))
        app.find('label', 'Overdue')
        app.key('Escape')
        app.gone('dialog', 'Due Notes')
        driver.wait(lambda: app.focused() == before, 'the focus to come back')
        app.key('alt+3')
        app.wait_focus('list item', re.compile('Forecast.*Overdue', re.S))
        app.key('Return')
        app.gone('dialog', 'Due Notes')
        app.wait_focus('text', HEADLINE)


sys.exit(driver.run(test_a_date_is_written_and_shown,
                    test_what_is_no_date_is_kept_and_said,
                    test_a_date_in_the_text_is_offered,
                    test_what_is_due_is_listed))
