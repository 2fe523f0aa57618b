#!/usr/bin/env python3
"""Highlights wherever words stand, and notes without a passage, by keyboard: test-marking.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys

import driver
from driver import Atspi

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'


def article_uid(app):
    return next(each['id'] for each in app.tool('list')['articles'] if each['headline'] == HEADLINE)


def notes(app):
    return app.tool('notes', '--article', article_uid(app))['notes']


def start(app):
    app.start(SAMPLE)
    app.find('heading', HEADLINE)
    app.find('list item', re.compile(r'^Armenia, member since 1994, [1-9][0-9]* mentions'))
    app.focus()
    return app.wait_focus('text', HEADLINE)


def test_a_phrase_is_highlighted_everywhere():
    with driver.App(PROGRAM, tool=TOOL) as app:
        text = start(app)
        n_words = len(re.findall(r'\bYerevan\b', driver.text_of(text)))
        assert n_words > 2
        app.key('ctrl+f')
        app.wait_focus_elsewhere(text)
        app.type('Yerevan')
        app.find(name=re.compile('1 of [0-9]+'))
        app.key('Escape')
        app.wait_focus('text', HEADLINE)
        app.key('shift+h')
        driver.wait(lambda: [note['quote'] for note in notes(app)] == ['Yerevan'] * n_words, 'every place')
        assert all(note['states'] == ['AM'] for note in notes(app)), notes(app)
        app.find('label', '%u passages highlighted' % n_words)
        # All of them are one step.
        app.key('ctrl+z')
        driver.wait(lambda: not notes(app), 'none of them')
        app.key('shift+ctrl+z')
        driver.wait(lambda: len(notes(app)) == n_words, 'all of them')


def write(app, before, words):
    app.wait_focus_elsewhere(before)
    app.wait_focus('text')
    app.type(words)
    app.key('ctrl+Return')


def test_a_note_on_the_article():
    with driver.App(PROGRAM, tool=TOOL) as app:
        text = start(app)
        app.key('shift+ctrl+n')
        write(app, text, 'Compare with last year')
        driver.wait(lambda: [note['body'] for note in notes(app)] == ['Compare with last year'], 'the note')
        assert notes(app)[0]['quote'] is None
        app.wait_focus('list item', re.compile('Compare with last year', re.S))
        app.key('ctrl+z')
        driver.wait(lambda: [note['body'] for note in notes(app)] == [''], 'no words')
        app.key('ctrl+z')
        driver.wait(lambda: not notes(app), 'no note')
        app.key('shift+ctrl+z', 'shift+ctrl+z')
        driver.wait(lambda: [note['body'] for note in notes(app)] == ['Compare with last year'], 'the note again')


def test_a_note_on_a_state():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start(app)

        def on_armenia():
            return [note for note in app.tool('notes', '--state', 'AM')['notes'] if note['article'] is None]
        before = len(on_armenia())
        app.key('shift+ctrl+m')
        app.find('label', 'Select a state first')
        app.key('alt+1')
        the_map = app.find('list', 'Map of the states')
        driver.wait(lambda: app.focused().get_parent() == the_map, 'the focus on the map')
        app.key('Home')
        armenia = app.wait_focus('list item', re.compile('Armenia'))
        app.key('space')
        driver.wait(lambda: driver.has_state(armenia, Atspi.StateType.SELECTED), 'Armenia to be selected')
        app.key('shift+ctrl+m')
        write(app, armenia, 'Who speaks for it?')
        driver.wait(lambda: [note['body'] for note in on_armenia()].count('Who speaks for it?') == 1, 'the note')
        note = next(note for note in on_armenia() if note['body'] == 'Who speaks for it?')
        assert note['quote'] is None and note['states'] == ['AM'], note
        app.wait_focus('list item', re.compile('Who speaks for it', re.S))
        app.key('ctrl+z', 'ctrl+z')
        driver.wait(lambda: len(on_armenia()) == before, 'no note')
        app.key('shift+ctrl+z', 'shift+ctrl+z')
        driver.wait(lambda: [note['body'] for note in on_armenia()].count('Who speaks for it?') == 1, 'the note again')


sys.exit(driver.run(test_a_phrase_is_highlighted_everywhere,
                    test_a_note_on_the_article,
                    test_a_note_on_a_state))
