#!/usr/bin/env python3
"""The window at the size of a telephone, by keyboard: test-narrow.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys

import driver
from driver import Atspi

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
PASSAGE = 'will skip the meeting'


def start(app):
    app.start(SAMPLE)
    app.find('heading', HEADLINE)
    app.find('list item', re.compile(r'^Armenia, member since 1994, [1-9][0-9]* mentions'))
    app.focus()
    app.resize(360, 640)
    # The states are behind the article now.
    app.gone('list', 'States')
    return app.find('text', HEADLINE)


def wait_reader(app):
    app.wait_focus('text', HEADLINE)
    app.gone('list', 'States')
    app.gone('toggle button', 'Find and Filter Notes')


def wait_states(app):
    app.find('list', 'States')
    app.gone('text', HEADLINE)
    the_map = app.find('list', 'Map of the states')
    driver.wait(lambda: app.focused().get_parent() == the_map, 'the focus on the map')


def wait_notes(app):
    app.find('toggle button', 'Find and Filter Notes')
    sheet = app.find('grouping', 'Which notes to show')
    driver.wait(lambda: app.focused() is not None and app.focused().get_role_name() != 'text', 'the focus in the notes')
    return sheet


def test_from_the_states_to_the_notes_and_back():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start(app)
        app.key('alt+1')
        wait_states(app)
        app.key('Home')
        app.wait_focus('list item', 'Armenia, member since 1994')
        app.key('Return')
        wait_notes(app)
        app.find('label', re.compile('^[0-9]+ on Armenia'))
        # The sheet is as high as the notes in it.
        notes = app.find('list', 'Notes')
        driver.wait(lambda: Atspi.Component.get_extents(notes.get_component_iface(),
                                                        Atspi.CoordType.WINDOW).height > 300, 'room for the notes')
        app.key('Escape')
        wait_reader(app)
        app.key('alt+1')
        wait_states(app)
        # Asking again leaves the focus where it is.
        app.key('alt+1')
        app.wait_focus('list item', re.compile('^Armenia, member since 1994'))

        # From the states straight to the notes, which belong to the article.
        app.key('shift+F9')
        wait_notes(app)
        app.key('shift+F9')
        wait_reader(app)
        app.key('F9')
        wait_states(app)
        app.key('F9')
        wait_reader(app)
        app.quit()


def test_an_article_is_chosen():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start(app)
        app.key('alt+2')
        app.find('list', 'Articles')
        first = app.wait_focus('list item')
        app.key('Down')
        app.wait_focus_elsewhere(first)
        headline = app.focused().get_name().split(', ')[0]
        app.key('Return')
        app.gone('list', 'Articles')
        app.wait_focus('text', re.compile('^' + re.escape(headline)))


def test_a_note_is_written_and_found_again():
    with driver.App(PROGRAM, tool=TOOL) as app:
        text = start(app)
        app.select_passage(PASSAGE)
        app.wait_focus('text', HEADLINE)
        app.key('n')
        app.find('toggle button', 'Find and Filter Notes')
        app.wait_focus_elsewhere(text)
        app.type('Third absence?')
        app.key('ctrl+Return')
        card = app.find('list item', re.compile('Third absence', re.S))
        app.wait_focus('list item', re.compile('Third absence', re.S))

        # Enter leads to the passage, and closes the sheet that would be over it.
        app.key('Return')
        wait_reader(app)
        extents = Atspi.Text.get_character_extents(text.get_text_iface(), driver.text_of(text).index(PASSAGE),
                                                   Atspi.CoordType.WINDOW)
        assert 0 < extents.y < 640, extents.y
        # And Enter there leads back.
        app.key('Return')
        app.find('toggle button', 'Find and Filter Notes')
        app.wait_focus('list item', re.compile('Third absence', re.S))
        assert card is not None


def test_it_gets_wide_again():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start(app)
        app.key('shift+F9')
        wait_notes(app)
        app.resize(1280, 820)
        app.find('list', 'States')
        app.find('text', HEADLINE)
        app.find('toggle button', 'Find and Filter Notes')
        driver.wait(lambda: app.focused() is not None, 'the focus to be somewhere')


sys.exit(driver.run(test_from_the_states_to_the_notes_and_back,
                    test_an_article_is_chosen,
                    test_a_note_is_written_and_found_again,
                    test_it_gets_wide_again))
