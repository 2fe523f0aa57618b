#!/usr/bin/env python3
"""Links between notes and articles, by keyboard alone: test-links.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys

import driver
import tree

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
# The article with the forecast, and one of those that come with Chancery, which bears it out.
BEFORE = 'CSTO leaders to gather in Minsk without Armenian PM'
AFTER = 'CSTO council meets in Minsk with Armenia’s seat empty'
SAID = 'Leaders of'
HAPPENED = 'took part in the session'
WORDS = 'Nobody will come'

FORECAST = re.compile('Forecast.*Leaders of.*' + WORDS, re.S)
BORNE_OUT = re.compile('Forecast.*Borne out.*' + WORDS, re.S)
PASSAGE = re.compile('Quotation: .*' + HAPPENED, re.S)
FORWARDS = 'Borne out by · %s: “%s”' % (AFTER, HAPPENED)
BACKWARDS = 'Bears out · %s: “%s”' % (BEFORE, SAID)
BROKEN = re.compile('^Borne out by.*: A note that is no longer in the library$')


def links(app):
    """What the notes link to, as the tool tells: relation, note or not, article or not."""
    return [(link['relation'], link['note'] is not None, link['article'] is not None)
            for note in app.tool('notes')['notes'] for link in note['links']]


def wait_links(app, *expected):
    driver.wait(lambda: links(app) == list(expected), 'links %r' % (expected,))


def walk_to(app, key, role, name, n_max=30):
    """Presses a key until something has the focus."""
    seen = []
    for _ in range(n_max):
        node = app.focused()
        if node is not None:
            seen.append('%s %s' % (node.get_role_name(), node.get_name()))
            if node.get_role_name() == role and driver.matches(name, node.get_name()):
                return node
        app.key(key)
        app.wait_focus_elsewhere(node)
    raise AssertionError('%s does not reach %s %r, only %r' % (key, role, name, seen))


def wait_focus_with(app, label):
    """An item that has no name, but a label in it."""
    def check():
        node = app.focused()
        return node is not None and app.find_now('label', label, within=node)
    driver.wait(check, 'the focus around %r' % label)


def start(app):
    app.start(SAMPLE)
    app.find('heading', BEFORE)
    app.focus()
    app.wait_focus('text', BEFORE)


def write_forecast(app):
    app.select_passage(SAID)
    app.wait_focus('text', BEFORE)
    app.key('n')
    app.wait_focus('text', 'Note')
    app.type(WORDS)
    walk_to(app, 'Tab', 'toggle button', 'Note')
    app.key('space')
    app.wait_focus('list item')
    app.key('Down', 'Down', 'Return')
    app.find('text', 'Due')
    app.key('ctrl+Return')
    app.wait_focus('list item', FORECAST)


def open_article(app, headline):
    """From the library, and to its text."""
    app.key('alt+2')
    app.find('list', 'Articles')
    app.wait_focus('list item')
    app.key('Home')
    walk_to(app, 'Down', 'list item', re.compile('^' + headline))
    app.key('Return')
    app.find('heading', headline)
    walk_to(app, 'F6', 'text', headline, 4)


def n_offered(app, note):
    """How often the dialog has a note."""
    top = app.tree.subtree(app.find('dialog'))
    return sum(tree.role_name(item.role) == 'list item' and driver.matches(note, item.name) for item in top.walk())


def link_passage(app):
    """Selects the passage, and links it with the first forecast that is offered."""
    app.select_passage(HAPPENED)
    app.wait_focus('text', AFTER)
    app.key('l')
    app.find('dialog', 'Link Passage')
    app.wait_focus('entry', 'Search notes and articles')
    app.find('label', 'Forecasts and Commitments')
    app.type(WORDS)
    app.key('Return')
    app.wait_focus('list item', FORECAST)
    assert n_offered(app, FORECAST) == 1
    app.key('Return')
    app.gone('dialog', 'Link Passage')
    wait_links(app, ('bears-out', True, True))
    app.wait_focus('text', AFTER)


def go_to_card(app, name):
    """From the text to a note beside it."""
    app.find('list item', name)
    app.key('F6')
    app.wait_focus('list item')
    app.key('Home')
    return walk_to(app, 'Down', 'list item', name)


def follow(app, link, headline):
    """From a card to its link, and where that leads."""
    walk_to(app, 'Tab', 'link', link, 8)
    app.key('Return')
    app.wait_focus('text', headline)
    app.find('heading', headline)


def unfold(app, name):
    """From anywhere to the row below the notes, and opens it."""
    app.find('button', name)
    app.key('F6')
    app.wait_focus('list item')
    walk_to(app, 'Tab', 'button', name)
    app.key('space')
    app.find('link')


def colours(app):
    """Of the notes on the article that was opened first."""
    uid = next(each['id'] for each in app.tool('list')['articles'] if each['headline'] == BEFORE)
    return [note['colour'] for note in app.tool('notes', '--article', uid)['notes']]


def prepare(app):
    start(app)
    write_forecast(app)
    open_article(app, AFTER)
    link_passage(app)


def test_a_forecast_is_borne_out():
    with driver.App(PROGRAM, tool=TOOL) as app:
        prepare(app)
        n_notes = len(app.tool('notes')['notes'])
        go_to_card(app, PASSAGE)
        follow(app, BACKWARDS, BEFORE)

        # The forecast says so at a glance, in words, and what bears it out.
        go_to_card(app, BORNE_OUT)
        app.find('label', 'Borne out')
        follow(app, FORWARDS, AFTER)

        # The highlight and the link are one step.
        app.key('ctrl+z')
        wait_links(app)
        assert len(app.tool('notes')['notes']) == n_notes - 1
        app.gone('list item', PASSAGE)
        app.key('ctrl+shift+z')
        wait_links(app, ('bears-out', True, True))
        app.find('link', BACKWARDS)

        app.quit()
        app.start()
        app.find('heading', AFTER)
        app.focus()
        app.wait_focus('text', AFTER)
        go_to_card(app, PASSAGE)
        follow(app, BACKWARDS, BEFORE)
        app.find('link', FORWARDS)


def test_what_is_deleted_leaves_a_broken_link():
    with driver.App(PROGRAM, tool=TOOL) as app:
        prepare(app)
        go_to_card(app, PASSAGE)
        follow(app, BACKWARDS, BEFORE)
        go_to_card(app, BORNE_OUT)
        follow(app, FORWARDS, AFTER)
        go_to_card(app, PASSAGE)
        app.key('Delete')
        app.gone('list item', PASSAGE)

        # The article that the note was on is still there to be opened.
        open_article(app, BEFORE)
        go_to_card(app, BORNE_OUT)
        follow(app, BROKEN, AFTER)
        app.key('ctrl+z')
        app.find('list item', PASSAGE)
        app.find('link', BACKWARDS)


def test_a_link_is_removed():
    with driver.App(PROGRAM, tool=TOOL) as app:
        prepare(app)
        card = go_to_card(app, PASSAGE)
        walk_to(app, 'Tab', 'link', BACKWARDS, 8)
        app.key('Delete')
        wait_links(app)
        app.gone('link', BACKWARDS)
        # The note is still there, and has the focus.
        driver.wait(lambda: app.focused() == card, 'the focus on the card')
        app.key('ctrl+z')
        wait_links(app, ('bears-out', True, True))

        # The same by the link's menu.
        walk_to(app, 'Tab', 'link', BACKWARDS, 8)
        app.key('Menu')
        first = app.wait_focus('menu item')
        app.key('Down')
        app.wait_focus_elsewhere(first)
        app.key('Return')
        wait_links(app)


def test_a_note_is_linked_with_what_is_searched_for():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start(app)
        write_forecast(app)
        app.key('l')
        app.find('dialog', 'Link Note')
        app.wait_focus('entry', 'Search notes and articles')

        # Not with itself.
        app.type(WORDS)
        app.key('Return')
        app.wait_focus('list item', FORECAST)
        assert n_offered(app, FORECAST) == 1
        app.key('Return')
        app.find(name='A note can’t be linked with itself')

        # With an article, which is a way of being refuted that is chosen first.
        walk_to(app, 'shift+Tab', 'entry', 'Search notes and articles', 8)
        app.key('ctrl+a')
        app.type('Council of Europe')
        walk_to(app, 'shift+Tab', 'combo box', 'This Note', 8)
        app.key('space')
        app.wait_focus('list item')
        for key, name in ('End', 'Refutes'), ('Up', 'Bears out'), ('Up', 'Is refuted by'):
            app.key(key)
            wait_focus_with(app, name)
        app.key('Return')
        app.wait_focus('combo box', 'This Note')
        app.key('alt+a')
        walk_to(app, 'Tab', 'entry', 'Search notes and articles', 8)
        app.key('Down')
        app.wait_focus('list item', re.compile('^Russia ceases to be a member of the Council of Europe'))
        app.key('Return')
        app.gone('dialog', 'Link Note')
        wait_links(app, ('refutes', False, True))
        app.wait_focus('list item', re.compile('Forecast.*Refuted.*' + WORDS, re.S))
        follow(app, 'Refuted by: Russia ceases to be a member of the Council of Europe',
               'Russia ceases to be a member of the Council of Europe')

        # The article tells of it, as long as it is so.
        backwards = 'Refutes · %s: “%s”' % (BEFORE, SAID)
        unfold(app, 'Linked from 1 note')
        walk_to(app, 'Tab', 'link', backwards, 4)
        app.key('Delete')
        wait_links(app)
        app.gone('button', 'Linked from 1 note')
        app.wait_focus('list item')
        app.key('ctrl+z')
        wait_links(app, ('refutes', False, True))
        app.find('button', 'Linked from 1 note')
        walk_to(app, 'Tab', 'button', 'Linked from 1 note')
        follow(app, backwards, BEFORE)


def test_a_linked_passage_has_the_last_colour():
    with driver.App(PROGRAM, tool=TOOL) as app:
        start(app)
        app.select_passage('will skip the meeting')
        app.wait_focus('text', BEFORE)
        app.key('4')
        driver.wait(lambda: colours(app), 'a highlight')
        app.select_passage(SAID)
        app.wait_focus('text', BEFORE)
        app.key('l')
        app.find('dialog', 'Link Passage')
        app.find('row header', 'Forecasts and Commitments')
        app.key('Down')
        app.wait_focus('list item')
        app.key('Return')
        app.gone('dialog', 'Link Passage')
        driver.wait(lambda: len(colours(app)) == 2, 'the linked passage')
        assert len(set(colours(app))) == 1, colours(app)


sys.exit(driver.run(test_a_forecast_is_borne_out,
                    test_what_is_deleted_leaves_a_broken_link,
                    test_a_link_is_removed,
                    test_a_note_is_linked_with_what_is_searched_for,
                    test_a_linked_passage_has_the_last_colour))
