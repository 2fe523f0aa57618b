#!/usr/bin/env python3
"""Notes that are deleted and brought back, by keyboard: test-note-removal.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys

import driver

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
EARLIER = 'his Tajik counterpart'
LATER = 'will skip the meeting'
WORDS = 'Third absence in a row?'


def card(passage):
    return re.compile(r'Quotation: ' + re.escape(passage))


def quotations(app):
    return sorted(note['quote'] for note in app.tool('notes')['notes'] if note['quote'] in (EARLIER, LATER))


def wait_quotations(app, *passages):
    driver.wait(lambda: quotations(app) == sorted(passages), 'just the notes on %r' % (passages,))


def start_with_two(app):
    """A note with words and, later in the text, a highlight; the focus is on the note's card."""
    app.start(SAMPLE)
    app.find('heading', HEADLINE)
    app.find('list item', re.compile(r'^Armenia, member since 1994, [1-9][0-9]* mentions'))
    app.focus()
    text = app.wait_focus('text', HEADLINE)
    app.select_passage(LATER)
    app.wait_focus('text', HEADLINE)
    app.key('1')
    app.find('list item', card(LATER))
    app.select_passage(EARLIER)
    app.wait_focus('text', HEADLINE)
    app.key('n')
    app.wait_focus_elsewhere(text)
    app.type(WORDS)
    app.key('ctrl+Return')
    app.wait_focus('list item', card(EARLIER))
    wait_quotations(app, EARLIER, LATER)


def test_a_deleted_note_is_brought_back_by_the_toast():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start_with_two(app)
        app.key('Delete')
        app.find('label', 'Note deleted')
        # The focus is on what is in its place.
        app.wait_focus('list item', card(LATER))
        wait_quotations(app, LATER)

        app.key('Tab')
        app.wait_focus('button', 'Undo')
        app.key('space')
        app.wait_focus('list item', card(EARLIER))
        assert WORDS in app.focused().get_name()
        app.gone('label', 'Note deleted')
        wait_quotations(app, EARLIER, LATER)


def test_deleted_notes_are_brought_back_one_after_the_other():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start_with_two(app)
        app.key('Delete')
        app.wait_focus('list item', card(LATER))
        app.key('Delete')
        app.find('label', 'Highlight deleted')
        # Nothing is left in the list, and the focus is on what one can do then.
        app.find('label', 'No Notes Yet')
        app.wait_focus('button', 'Show All Notes')
        wait_quotations(app)

        app.key('ctrl+z')
        app.wait_focus('list item', card(LATER))
        app.gone('label', 'Highlight deleted')
        app.key('ctrl+z')
        app.wait_focus('list item', card(EARLIER))
        wait_quotations(app, EARLIER, LATER)
        app.key('shift+ctrl+z')
        app.wait_focus('list item', card(LATER))
        wait_quotations(app, LATER)


def test_the_focus_stays_in_the_text_when_a_note_is_brought_back_from_there():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start_with_two(app)
        app.key('Delete')
        app.wait_focus('list item', card(LATER))
        app.key('F6', 'F6')
        app.wait_focus('text', HEADLINE)
        app.key('ctrl+z')
        app.find('list item', card(EARLIER))
        app.wait_focus('text', HEADLINE)
        wait_quotations(app, EARLIER, LATER)


sys.exit(driver.run(test_a_deleted_note_is_brought_back_by_the_toast,
                    test_deleted_notes_are_brought_back_one_after_the_other,
                    test_the_focus_stays_in_the_text_when_a_note_is_brought_back_from_there))
