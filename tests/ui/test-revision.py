#!/usr/bin/env python3
"""Newer copies of an article, driven by the keyboard: test-revision.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import subprocess
import sys

import driver

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
KEPT = 'Collective Security Treaty Organization'
LOST = 'will skip the meeting'
REPLACEMENT = 'has changed his mind and flies to the Belarusian capital'
CHANGED = 'two divisions (eight units) of S-300 systems'
GONE = 'In 2024, the presidency will go over to Kazakhstan.'


def revise(text):
    return text.replace(LOST, REPLACEMENT).replace('(eight units) ', '').replace(
        GONE, 'In 2024, the presidency will go over to Serbia, and the leaders meet in Paris.')


class Revised:
    """A Chancery with the sample, notes on it, and then a newer copy of it."""

    def __init__(self, quotes, changes=revise):
        self.quotes = quotes
        self.changes = changes
        self.app = driver.App(PROGRAM, tool=TOOL)

    def __enter__(self):
        app = self.app.__enter__()
        app.start(SAMPLE)
        app.find('heading', HEADLINE)
        articles = [a for a in app.tool('list')['articles'] if a['headline'] == HEADLINE]
        assert len(articles) == 1, articles
        app.uid = articles[0]['id']
        for quote in self.quotes:
            app.tool('add-note', app.uid, '--quote', quote, '--body', 'On: ' + quote)
            app.find(name=re.compile('On: ' + re.escape(quote)))
        take_in(app, self.changes)
        app.find(name=re.compile('New version of'))
        app.focus()
        return app

    def __exit__(self, *error):
        return self.app.__exit__(*error)


def take_in(app, changes):
    newer = os.path.join(app.home, 'newer.txt')
    with open(SAMPLE, encoding='utf-8') as old, open(newer, 'w', encoding='utf-8') as new:
        new.write(changes(old.read()))
    subprocess.run([PROGRAM, newer], env=app.environment, timeout=driver.TIMEOUT_S, check=True)


def notes_of(app):
    return {note['body'].split('On: ')[-1]: note for note in app.tool('notes', '--article', app.uid)['notes']}


def wait_note(app, key, condition, what):
    driver.wait(lambda: condition(notes_of(app)[key]), what)


def finish(app):
    assert len([a for a in app.tool('list')['articles'] if a['headline'] == HEADLINE]) == 1
    app.quit()
    assert app.tool('check')['ok']


def test_a_newer_copy_takes_the_place_and_the_notes():
    with Revised((KEPT, LOST)) as app:
        app.find(name=re.compile('New version of “.*”: 1 note carried over, 1 needs a place'))
        app.find_text('text', re.compile(REPLACEMENT))
        app.find(name=re.compile('On: ' + LOST + '.*|Its passage is no longer in the text', re.S))
        notes = notes_of(app)
        assert not notes[KEPT]['orphan'], notes
        assert notes[LOST]['orphan'], notes
        finish(app)


def test_versions_are_compared_by_keyboard():
    with Revised((KEPT, LOST, CHANGED)) as app:
        app.key('ctrl+d')
        app.find('list', 'Changes')
        # What the comparison comes to is read out first.
        app.wait_focus(name=re.compile('States added in this revision: France, Serbia'))
        app.wait_focus(name=re.compile('States dropped in this revision: Kazakhstan'))
        app.wait_focus(name=re.compile('1 note needs a place'))
        app.key('alt+Down')
        app.wait_focus(name=re.compile('Changed paragraph. Removed: .*will skip.*Added: .*has changed his mind', re.S))
        app.wait_focus(name=re.compile('Note on “%s”: Needs a place' % LOST))
        app.key('n')
        app.wait_focus(name=re.compile('Note on “two divisions of S-300 systems”: Found again, [0-9]+ % sure'))
        app.key('alt+Up')
        app.wait_focus(name=re.compile('has changed his mind'))
        # Unchanged paragraphs are folded; Enter unfolds them.
        app.key('Home', 'Down')
        app.wait_focus(name=re.compile('[0-9]+ Unchanged Paragraphs'))
        app.key('Return')
        app.wait_focus(name=re.compile('Unchanged paragraph'))
        app.key('Escape')
        app.gone('list', 'Changes')
        finish(app)


def test_an_older_text_is_read_and_restored():
    with Revised((KEPT, LOST)) as app:
        app.key('ctrl+d')
        app.find('list', 'Changes')
        app.wait_focus('list item')
        app.key('alt+Left')
        text = app.wait_focus('text', 'Version 1')
        assert LOST in driver.text_of(text), driver.text_of(text)
        app.find(name=re.compile('Taken in on .* at .*'))
        # All of it can be copied.
        app.key('ctrl+a', 'ctrl+c')
        app.key('shift+Tab')
        app.wait_focus('button', 'Restore This Version')
        app.key('space')
        app.find(name='Version 1 is what the article says now')
        wait_note(app, LOST, lambda note: not note['orphan'], 'the note to have its place')
        app.find(name='Version 3 (current)')
        # Ctrl+Z takes that back, and then the newer copy as well.
        app.key('ctrl+z')
        app.find(name='Version 2 (current)')
        wait_note(app, LOST, lambda note: note['orphan'], 'the note to lose its place again')
        app.key('ctrl+z')
        app.find(name='Only One Version')
        # The first one is for the toast.
        app.key('Escape', 'Escape')
        app.gone(name='Only One Version')
        app.find_text('text', re.compile(LOST))
        wait_note(app, LOST, lambda note: not note['orphan'], 'the note to have its place again')
        app.key('ctrl+shift+z')
        app.find_text('text', re.compile(REPLACEMENT))
        finish(app)


def test_notes_without_a_place_are_dealt_with_by_keyboard():
    with Revised((LOST, GONE[:-1], 'the pivot mechanism'), lambda text: revise(text).replace(
            'the pivot mechanism', 'what holds it all together')) as app:
        lost = sum(note['orphan'] for note in notes_of(app).values())
        assert lost > 1, notes_of(app)
        app.find(name='%d notes need a place' % lost)
        app.key('ctrl+shift+d')
        app.find('list', 'Notes Without a Place')
        app.wait_focus(name=re.compile(LOST + '.*What stands there now: ' + REPLACEMENT, re.S))

        # One key attaches it, and Ctrl+Z brings it back to the tray.
        app.key('r')
        wait_note(app, LOST, lambda note: note['quote'] == REPLACEMENT and not note['orphan'], 'the note to be attached')
        app.find(name='Note attached')
        app.key('ctrl+z')
        wait_note(app, LOST, lambda note: note['quote'] == LOST and note['orphan'], 'the note to be without a place')
        app.wait_focus(name=re.compile(LOST))
        app.key('Return')
        wait_note(app, LOST, lambda note: note['quote'] == REPLACEMENT and not note['orphan'], 'the note to be attached')

        # The next one is kept on the article, with its quotation.
        app.wait_focus(name=re.compile('pivot'))
        app.key('k')
        driver.wait(lambda: any(note['body'].startswith('“the pivot mechanism”') and not note['orphan']
                                for note in app.tool('notes', '--article', app.uid)['notes']), 'the note to be kept')
        app.find(name='Every Note Has Its Place')
        # The first one is for the toast.
        app.key('Escape', 'Escape')
        app.gone(name='Every Note Has Its Place')
        finish(app)


def test_a_note_is_placed_by_hand():
    with Revised((LOST, KEPT)) as app:
        app.key('ctrl+shift+d')
        app.wait_focus(name=re.compile(LOST))
        app.key('m')
        app.find(name=re.compile('Select the passage for the note on “' + LOST))
        app.gone('list', 'Notes Without a Place')
        app.wait_focus('text')
        # Escape goes back to the tray.
        app.key('Escape')
        app.wait_focus(name=re.compile(LOST))
        app.key('m')
        app.gone('list', 'Notes Without a Place')
        app.wait_focus('text')
        before = app.focused()
        app.key('ctrl+f')
        app.wait_focus_elsewhere(before)
        app.type('Belarusian capital')
        app.find(name=re.compile('1 of 1'))
        app.key('Escape')
        app.wait_focus('text')
        app.key('ctrl+Return')
        wait_note(app, LOST, lambda note: note['quote'] == 'Belarusian capital' and not note['orphan'],
                  'the note to be placed')
        app.gone(name='1 note needs a place')
        app.key('ctrl+z')
        wait_note(app, LOST, lambda note: note['orphan'], 'the note to be without a place')
        app.find(name='1 note needs a place')

        # Deleted in the tray, and undone there.
        app.key('ctrl+shift+d')
        app.wait_focus(name=re.compile(LOST))
        app.key('Delete')
        app.find(name='Every Note Has Its Place')
        driver.wait(lambda: LOST not in notes_of(app), 'the note to be deleted')
        app.key('ctrl+z')
        app.wait_focus(name=re.compile(LOST))
        assert notes_of(app)[LOST]['orphan']
        app.key('Escape')
        finish(app)


def test_a_place_is_confirmed():
    with Revised((CHANGED,)) as app:
        app.find(name=re.compile('Found again, [0-9]+ % sure'))
        app.key('F6')
        app.wait_focus(name=re.compile('Found again, [0-9]+ % sure.*Quotation: two divisions', re.S))
        app.key('c')
        app.gone(name=re.compile('Found again, [0-9]+ % sure'))
        app.key('ctrl+z')
        app.find(name=re.compile('Found again, [0-9]+ % sure'))
        finish(app)


sys.exit(driver.run(test_a_newer_copy_takes_the_place_and_the_notes,
                    test_versions_are_compared_by_keyboard,
                    test_an_older_text_is_read_and_restored,
                    test_notes_without_a_place_are_dealt_with_by_keyboard,
                    test_a_note_is_placed_by_hand,
                    test_a_place_is_confirmed))
