#!/usr/bin/env python3
"""The whole window by keyboard alone: test-keyboard.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys

import driver
from driver import Atspi

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
PASSAGE = 'will skip the meeting'

# What Tab must come by: its role, and what its name begins with.
CONTROLS = [
    ('button', 'Import'), ('toggle button', 'Organisation: '), ('toggle button', 'Main Menu'), ('page tab', 'States'),
    ('list item', 'Armenia, member since 1994'), ('toggle button', 'Legend of the map'),
    ('button', 'Zoom the map out'), ('button', 'Zoom the map in'), ('button', 'Show all members on the map'),
    ('list item', 'Armenia, member since 1994, '), ('button', 'Find in Article'), ('toggle button', 'Article Menu'),
    ('toggle button', 'Notes'), ('heading', HEADLINE), ('label', '\u2068MOSCOW'), ('text', HEADLINE),
    ('toggle button', 'New Note'), ('radio button', 'Article'),
    ('toggle button', 'Find and Filter Notes'),
    ('toggle button', 'Notes Menu'), ('list item', '\u2068Highlight'),
]


def is_at(node, control):
    return node is not None and node.get_role_name() == control[0] and node.get_name().startswith(control[1])


def open_sample(app):
    app.start(SAMPLE)
    app.find('heading', HEADLINE)
    app.find('list item', re.compile(r'^Armenia, member since 1994, [1-9][0-9]* mentions'))
    app.focus()
    return app.wait_focus('text', HEADLINE)


def highlight(app, passage=PASSAGE, colour='1'):
    app.select_passage(passage)
    app.wait_focus('text', HEADLINE)
    app.key(colour)
    return app.find('list item', re.compile(r'Highlight.*' + re.escape(passage), re.S))


def n_notes(app):
    uid = next(each['id'] for each in app.tool('list')['articles'] if each['headline'] == HEADLINE)
    return len(app.tool('notes', '--article', uid)['notes'])


def step(app, key):
    """Presses a key that moves the focus, and returns what has it then."""
    before = app.focused()
    assert before is not None, 'the focus was lost before %s' % key
    app.key(key)

    def moved():
        node = app.focused()
        return node if node is not None and node != before else None
    return driver.wait(moved, 'the focus to leave %s %r by %s' % (before.get_role_name(), before.get_name(), key))


def test_tab_reaches_every_control_both_ways():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start = open_sample(app)
        highlight(app)
        app.wait_focus('text', HEADLINE)
        for key in 'Tab', 'shift+Tab':
            missing = list(CONTROLS)
            for _ in range(3 * len(CONTROLS)):
                node = step(app, key)
                missing = [control for control in missing if not is_at(node, control)]
                if node == start:
                    break
            assert node == start, '%s does not come back' % key
            assert not missing, '%s does not reach %r' % (key, missing)


def test_f6_goes_from_pane_to_pane():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start = open_sample(app)
        notes = step(app, 'F6')
        states = step(app, 'F6')
        assert states.get_role_name() == 'list item', states.get_name()
        assert step(app, 'F6') == start
        assert step(app, 'shift+F6') == states
        assert step(app, 'shift+F6') == notes
        assert step(app, 'shift+F6') == start


def test_the_focus_comes_back_after_dialogs():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start = open_sample(app)
        for key, name in (('alt+Return', 'Article Properties'), ('ctrl+comma', 'Preferences'),
                          ('ctrl+question', 'Keyboard Shortcuts'), ('F1', 'Help')):
            app.key(key)
            app.find('dialog', name)
            driver.wait(lambda: app.focused() not in (None, start), 'the focus to go to %s' % name)
            app.key('Escape')
            app.gone('dialog', name)
            driver.wait(lambda: app.focused() == start, 'the focus to come back from %s' % name)
        app.key('ctrl+l')
        driver.wait(lambda: app.focused() not in (None, start), 'the focus to go to the organisations')
        app.key('Escape')
        driver.wait(lambda: app.focused() is not None, 'the focus to come back from the organisations')


def test_the_map():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        app.key('alt+1')
        the_map = app.find('list', 'Map of the states')
        driver.wait(lambda: app.focused().get_parent() == the_map, 'the focus on the map')
        app.key('Home')
        armenia = app.wait_focus('list item', 'Armenia, member since 1994')

        def width():
            return Atspi.Component.get_extents(armenia.get_component_iface(), Atspi.CoordType.WINDOW).width
        before = width()
        app.key('plus', 'plus')
        driver.wait(lambda: width() > before * 1.5, 'the map to be larger')
        app.key('0')
        driver.wait(lambda: abs(width() - before) <= 1, 'the map to be as it was')

        app.key('space')
        driver.wait(lambda: driver.has_state(armenia, Atspi.StateType.SELECTED), 'Armenia to be selected')
        app.key('Return')
        app.find('label', re.compile('^[0-9]+ on Armenia'))
        assert driver.has_state(app.find('radio button', 'State'), Atspi.StateType.CHECKED)
        assert app.focused() is not None


def test_caret_reading():
    with driver.App(PROGRAM, tool=TOOL) as app:
        text = open_sample(app)

        def caret():
            return Atspi.Text.get_caret_offset(text.get_text_iface())
        app.key('F7')
        app.key('ctrl+Home')
        driver.wait(lambda: caret() == 0, 'the caret at the beginning')
        app.key('ctrl+Right', 'ctrl+Right')
        driver.wait(lambda: caret() == len('Leaders of'), 'the caret after two words')
        app.key('Down', 'Home')
        driver.wait(lambda: caret() > 40, 'the caret in the second line')
        app.key('ctrl+Home')
        driver.wait(lambda: caret() == 0, 'the caret at the beginning')
        app.key('shift+ctrl+Right', '4')
        app.find('list item', re.compile('Pink.*Leaders', re.S))

        # Without a caret the page moves, and the caret stays.
        app.key('F7', 'ctrl+Home', 'Down')
        app.find('list item', re.compile('Pink.*Leaders', re.S))
        assert caret() == 0


def test_what_is_marked_is_told_with_the_text():
    with driver.App(PROGRAM, tool=TOOL) as app:
        text = open_sample(app)
        highlight(app, 'his Tajik counterpart', '2')
        words = driver.text_of(text)
        start = words.index('his Tajik counterpart')

        attributes, run = driver.attributes_at(text, start + len('his ') + 2)
        assert run == 'Tajik', run
        assert attributes['mention'] == 'Tajikistan' and attributes['highlight'] == 'Green', attributes
        assert attributes['underline'] == 'single' and 'bg-color' in attributes, attributes
        attributes, run = driver.attributes_at(text, start + 1)
        assert run == 'his ', run
        assert attributes['highlight'] == 'Green' and 'mention' not in attributes, attributes
        attributes, run = driver.attributes_at(text, start - 2)
        assert 'highlight' not in attributes and 'mention' not in attributes, attributes

        app.key('n')
        app.wait_focus_elsewhere(text)
        app.type('Who goes instead?')
        app.key('ctrl+Return')
        driver.wait(lambda: driver.attributes_at(text, start)[0].get('note') == 'Who goes instead?', 'the note')
        app.key('ctrl+z', 'ctrl+z')
        driver.wait(lambda: 'highlight' not in driver.attributes_at(text, start)[0], 'no highlight any more')


def test_the_place_is_kept_even_if_the_program_is_killed():
    with driver.App(PROGRAM, tool=TOOL) as app:
        def top():
            """Where the text begins, above what is seen."""
            return Atspi.Text.get_character_extents(text.get_text_iface(), 0, Atspi.CoordType.WINDOW).y
        text = open_sample(app)
        uid = next(each['id'] for each in app.tool('list')['articles'] if each['headline'] == HEADLINE)
        assert app.tool('show', uid)['position'] == 0
        app.key('space')
        position = driver.wait(lambda: app.tool('show', uid)['position'], 'the position in the library')
        assert position > 0 and app.tool('show', uid)['read']
        before = top()
        assert before < 0, before
        app.kill()

        app.start()
        app.find('heading', HEADLINE, showing=False)
        text = app.find('text', HEADLINE)
        driver.wait(lambda: abs(top() - before) < 60, 'the text where it was')


sys.exit(driver.run(test_tab_reaches_every_control_both_ways,
                    test_f6_goes_from_pane_to_pane,
                    test_the_focus_comes_back_after_dialogs,
                    test_the_map,
                    test_caret_reading,
                    test_what_is_marked_is_told_with_the_text,
                    test_the_place_is_kept_even_if_the_program_is_killed))
