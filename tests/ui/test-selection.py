#!/usr/bin/env python3
"""Several notes at once, by keyboard alone: test-selection.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys

import driver

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
PASSAGES = ['will skip the meeting', 'his Tajik counterpart', 'Leaders of']


def notes(app):
    uid = next(each['id'] for each in app.tool('list')['articles'] if each['headline'] == HEADLINE)
    return app.tool('notes', '--article', uid)['notes']


def values(app, member):
    return sorted(note[member] for note in notes(app))


def open_with_notes(app):
    app.start(SAMPLE)
    app.find('heading', HEADLINE)
    app.focus()
    app.wait_focus('text', HEADLINE)
    for passage in PASSAGES:
        app.select_passage(passage)
        app.wait_focus('text', HEADLINE)
        app.key('1')
        app.find('list item', re.compile(r'Highlight.*' + re.escape(passage), re.S))
    app.key('F6')
    return app.wait_focus('list item', re.compile('Highlight', re.S))


def test_all_are_recoloured_in_one_step():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_with_notes(app)
        app.key('ctrl+a')
        app.find('label', '3 selected')
        app.key('3')
        driver.wait(lambda: values(app, 'colour') == ['blue'] * 3, 'three blue notes')
        app.find('label', '3 selected')
        app.key('ctrl+z')
        driver.wait(lambda: values(app, 'colour') == ['yellow'] * 3, 'three yellow notes')
        app.key('shift+ctrl+z')
        driver.wait(lambda: values(app, 'colour') == ['blue'] * 3, 'three blue notes again')
        app.key('Escape')
        app.gone('label', '3 selected')
        assert app.focused().get_role_name() == 'list item'
        app.key('4')
        driver.wait(lambda: values(app, 'colour') == ['blue', 'blue', 'pink'], 'one pink note')


def test_two_get_a_tag_and_lose_it():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_with_notes(app)
        app.key('Home', 'shift+Down')
        app.find('label', '2 selected')
        app.find('button', 'Delete Selected Notes')
        for _ in range(12):
            app.key('Tab')
            if app.focused() is not None and app.focused().get_name() == 'Tags of Selected Notes':
                break
        app.wait_focus('toggle button', 'Tags of Selected Notes')
        app.key('space')
        app.wait_focus('text')
        app.type('summit')
        app.key('Return')
        driver.wait(lambda: values(app, 'tags') == [[], ['summit'], ['summit']], 'two notes with the tag')
        app.key('BackSpace')
        driver.wait(lambda: values(app, 'tags') == [[], [], []], 'no note with the tag')
        app.key('Escape')
        app.wait_focus('toggle button', 'Tags of Selected Notes')
        app.key('ctrl+z')
        driver.wait(lambda: values(app, 'tags') == [[], ['summit'], ['summit']], 'the tag again')


def test_two_are_deleted_and_come_back():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_with_notes(app)
        before = values(app, 'id')
        app.key('End', 'shift+Up', 'Delete')
        app.find('label', '2 notes deleted')
        app.gone('label', '2 selected')
        driver.wait(lambda: len(notes(app)) == 1, 'one note left')
        app.wait_focus('list item', re.compile('Highlight', re.S))
        app.key('ctrl+z')
        driver.wait(lambda: values(app, 'id') == before, 'all notes again')
        assert app.focused() is not None


sys.exit(driver.run(test_all_are_recoloured_in_one_step,
                    test_two_get_a_tag_and_lose_it,
                    test_two_are_deleted_and_come_back))
