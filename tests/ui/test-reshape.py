#!/usr/bin/env python3
"""Highlights that are extended, shrunk, split and merged, by keyboard alone: test-reshape.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import subprocess
import sys

import driver
from driver import Atspi

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
PASSAGE = 'will skip the meeting'
SENTENCE = 'However, Armenian Prime Minister Nikol Pashinyan will skip the meeting.'


def notes(app):
    uid = next(each['id'] for each in app.tool('list')['articles'] if each['headline'] == HEADLINE)
    return sorted(app.tool('notes', '--article', uid)['notes'], key=lambda note: note['start'])


def quotes(app):
    return [note['quote'] for note in notes(app)]


def wait_quotes(app, *expected):
    driver.wait(lambda: quotes(app) == list(expected), 'just %r' % (expected,))


def card(passage):
    return re.compile('Quotation: ' + re.escape(passage) + '(?!\\w)|“' + re.escape(passage) + '”')


def start(app):
    app.start(SAMPLE)
    app.find('heading', HEADLINE)
    # The states must be known.
    app.find('list item', re.compile(r'^Armenia, member since 1994, [1-9][0-9]* mentions'))
    app.focus()
    return app.wait_focus('text', HEADLINE)


def mark(app, passage=PASSAGE, colour='2'):
    app.select_passage(passage)
    app.wait_focus('text', HEADLINE)
    app.key(colour)
    driver.wait(lambda: passage in quotes(app), 'the highlight on %r' % passage)


def caret(text):
    return Atspi.Text.get_caret_offset(text.get_text_iface())


def marked_at(text, words):
    """What the text view tells as highlighted where the words are."""
    at = driver.text_of(text).index(words)
    return driver.attributes_at(text, at)[0].get('highlight')


def test_all_of_it_and_back_and_again():
    with driver.App(PROGRAM, tool=TOOL) as app:
        text = start(app)
        mark(app)
        before = caret(text)

        # The end, by words.
        app.key('alt+shift+Left')
        wait_quotes(app, 'will skip the')
        app.key('alt+shift+Right')
        wait_quotes(app, PASSAGE)
        # Both ends, by sentences and by words.
        app.key('alt+shift+Page_Down')
        wait_quotes(app, PASSAGE + '.')
        app.key('ctrl+alt+shift+Home')
        wait_quotes(app, SENTENCE)
        assert notes(app)[0]['states'] == ['AM'], notes(app)
        app.key('alt+shift+End')
        wait_quotes(app, SENTENCE.removeprefix('However, '))
        app.key('alt+shift+Home', 'alt+shift+Page_Up')
        app.find('list item', re.compile(re.escape('However, Armenian'), re.S))
        wait_quotes(app, SENTENCE)
        assert caret(text) == before and app.focused() == text

        # In two, where the caret is.
        app.key('F7', 'ctrl+Right', 'ctrl+Right')
        driver.wait(lambda: caret(text) == before + len('will skip'), 'the caret behind two words')
        app.key('s')
        first, second = SENTENCE.removesuffix(' the meeting.'), 'the meeting.'
        wait_quotes(app, first, second)
        assert [note['colour'] for note in notes(app)] == ['green', 'green']
        assert [note['states'] for note in notes(app)] == [['AM'], []]
        assert caret(text) == before + len('will skip') and app.focused() == text

        # A note on the second, and one again.
        app.key('Right', 'n')
        app.wait_focus_elsewhere(text)
        app.type('Which one?')
        app.key('ctrl+Return')
        driver.wait(lambda: [note['body'] for note in notes(app)] == ['', 'Which one?'], 'the note')
        app.key('F6')
        driver.wait(lambda: app.focused() is not None, 'the focus')
        app.key('F6')
        app.wait_focus('text', HEADLINE)
        app.key('ctrl+Left', 'ctrl+Left')
        app.key('m')
        wait_quotes(app, SENTENCE)
        assert notes(app)[0]['body'] == 'Which one?', notes(app)
        after = notes(app)
        assert app.focused() == text

        # All of it is undone, and done again.
        undone = 0
        while quotes(app):
            left = app.tool('notes')['notes']
            app.key('ctrl+z')
            driver.wait(lambda left=left: app.tool('notes')['notes'] != left, 'one step back')
            undone += 1
        assert undone >= 4, undone
        for _ in range(undone):
            left = app.tool('notes')['notes']
            app.key('shift+ctrl+z')
            driver.wait(lambda left=left: app.tool('notes')['notes'] != left, 'one step on')
        assert notes(app) == after, (notes(app), after)

        app.quit()
        app.start()
        app.find('heading', HEADLINE, showing=False)
        text = app.find('text', HEADLINE)
        driver.wait(lambda: marked_at(text, 'However, Armenian') == 'Green', 'the highlight to be there again')
        assert notes(app) == after
        # It isn't asked to quit, where a sanitizer would tell that GTK's text view loses each table of attributes.
        assert app.tool('check')['ok'], app.tool('check')


def test_what_is_pressed_in_a_row_is_undone_at_once():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start(app)
        mark(app, 'will skip')
        app.key(*['alt+shift+Right'] * 2)
        wait_quotes(app, PASSAGE)
        app.key('ctrl+z')
        wait_quotes(app, 'will skip')
        app.key('shift+ctrl+z')
        wait_quotes(app, PASSAGE)


def test_from_the_card():
    with driver.App(PROGRAM, tool=TOOL) as app:
        text = start(app)
        mark(app, 'will skip')
        mark(app, 'the meeting')
        app.key('F6')
        app.wait_focus('list item', re.compile('Highlight', re.S))
        app.key('Home')
        app.wait_focus('list item', re.compile('will skip', re.S))
        app.key('alt+shift+Home')
        wait_quotes(app, 'Pashinyan will skip', 'the meeting')
        # The focus stays on the card.
        app.wait_focus('list item', re.compile('Pashinyan will skip', re.S))
        app.key('alt+shift+End')
        wait_quotes(app, 'will skip', 'the meeting')

        # Several that follow each other.
        app.key('ctrl+a')
        app.find('label', '2 selected')
        button = app.find('button', 'Merge Selected Notes')
        driver.wait(lambda: driver.has_state(button, Atspi.StateType.SENSITIVE), 'the button to be of use')
        app.key('m')
        wait_quotes(app, PASSAGE)
        app.wait_focus('list item', re.compile(re.escape(PASSAGE), re.S))
        app.key('ctrl+z')
        wait_quotes(app, 'will skip', 'the meeting')

        # Others don't.
        app.key('F6')
        driver.wait(lambda: app.focused().get_role_name() != 'text', 'the focus on the states')
        app.key('F6')
        app.wait_focus('text', HEADLINE)
        mark(app, 'his Tajik counterpart')
        app.key('F6')
        app.wait_focus('list item', re.compile('Highlight', re.S))
        app.key('ctrl+a')
        app.find('label', '3 selected')
        button = app.find('button', 'Merge Selected Notes')
        driver.wait(lambda: not driver.has_state(button, Atspi.StateType.SENSITIVE), 'the button to be of no use')
        driver.wait(lambda: button.get_description() == 'There are words between their passages', 'the reason')
        app.key('m')
        app.find('label', 'There are words between their passages')
        assert len(quotes(app)) == 3
        assert text is not None


def test_selection_extends_and_shrinks():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start(app)
        mark(app, 'will skip')
        app.select_passage('skip the meeting')
        app.wait_focus('text', HEADLINE)
        app.key('x')
        wait_quotes(app, PASSAGE)
        app.select_passage('skip the')
        app.wait_focus('text', HEADLINE)
        app.key('x')
        wait_quotes(app, 'skip the')
        app.key('ctrl+z', 'ctrl+z')
        wait_quotes(app, 'will skip')


def place_of(app, text, words, *, last=False):
    """Where the first or the last letter of the words is on the screen."""
    shell = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', driver.wait(app.window_id, 'the X window')],
                           check=True, stdout=subprocess.PIPE, text=True).stdout
    place = dict(line.split('=') for line in shell.splitlines())
    area = Atspi.Text.get_character_extents(
        text.get_text_iface(), driver.text_of(text).index(words) + (len(words) - 1 if last else 0), Atspi.CoordType.WINDOW)
    return int(place['X']) + area.x, int(place['Y']) + area.y, area.width, area.height


def move_to(x, y):
    subprocess.run(['xdotool', 'mousemove', '--sync', str(x), str(y)], check=True)


def click(app, text, words, *, shift=False):
    """Clicks in the middle of the first letter of the words."""
    x, y, width, height = place_of(app, text, words)
    subprocess.run(['xdotool', 'mousemove', str(x + width // 2), str(y + height // 2)], check=True)
    keys = ['keydown', 'shift'] if shift else []
    subprocess.run(['xdotool', *keys, 'click', '1', *(['keyup', 'shift'] if shift else [])], check=True)


def test_by_mouse():
    with driver.App(PROGRAM, tool=TOOL) as app:
        text = start(app)
        mark(app, 'will skip')
        click(app, text, 'kip the')
        driver.wait(lambda: abs(caret(text) - driver.text_of(text).index('kip the')) <= 1, 'the caret where it was clicked')
        click(app, text, 'ing.\n', shift=True)
        app.press(app.find('button', 'Extend Highlight by Selection'))
        driver.wait(lambda: quotes(app)[0].startswith('will skip the me'), 'the highlight to be longer')
        app.gone('button', 'Extend Highlight by Selection')


def drag_handle(app, text, words, to, *, last):
    """Drags the handle before or after the words to the middle of a word."""
    x, y, width, height = place_of(app, text, words, last=last)
    to_x, to_y, to_width, to_height = place_of(app, text, to)
    # The knob is at the corner, and goes where its line goes.
    move_to(x + (width if last else 0), y + (height if last else 0))
    subprocess.run(['xdotool', 'mousedown', '1'], check=True)
    dy = to_height // 2 if last else -(to_height // 2)
    for step in 1, 2, 3:
        move_to(to_x + to_width // 2 + step - 3, to_y + to_height // 2 + dy)
    subprocess.run(['xdotool', 'mouseup', '1'], check=True)


def test_by_its_handles():
    with driver.App(PROGRAM, tool=TOOL) as app:
        text = start(app)
        mark(app, 'will skip')
        app.key('alt+Down')
        driver.wait(lambda: caret(text) == driver.text_of(text).index('will skip'), 'the highlight that stands out')
        drag_handle(app, text, 'will skip', 'eeting.\n', last=True)
        wait_quotes(app, PASSAGE)
        drag_handle(app, text, PASSAGE, 'kip the', last=False)
        wait_quotes(app, 'skip the meeting')
        app.wait_focus('text', HEADLINE)
        app.key('ctrl+z')
        wait_quotes(app, PASSAGE)
        app.key('ctrl+z')
        wait_quotes(app, 'will skip')


sys.exit(driver.run(test_all_of_it_and_back_and_again,
                    test_what_is_pressed_in_a_row_is_undone_at_once,
                    test_from_the_card,
                    test_selection_extends_and_shrinks,
                    test_by_mouse,
                    test_by_its_handles))
