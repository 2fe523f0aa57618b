#!/usr/bin/env python3
"""Renaming, merging and deleting tags by keyboard alone: test-tags.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys

import driver

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
NOTES = {'will skip the meeting': 'kvara', 'his Tajik counterpart': 'kvaro', 'Leaders of': 'zeal'}


def tags(app):
    uid = next(each['id'] for each in app.tool('list')['articles'] if each['headline'] == HEADLINE)
    return sorted(tag for note in app.tool('notes', '--article', uid)['notes'] for tag in note['tags'])


def open_dialog(app):
    app.start(SAMPLE)
    app.find('heading', HEADLINE)
    uid = next(each['id'] for each in app.tool('list')['articles'] if each['headline'] == HEADLINE)
    for quote, tag in NOTES.items():
        app.tool('add-note', uid, '--quote', quote, '--body', '', '--tag', tag)
    app.focus()
    app.wait_focus('text', HEADLINE)
    app.key('F10')
    app.find('menu', 'Main Menu')
    app.wait_focus('menu item')
    app.key('t')
    app.find('dialog', 'Tags')
    app.wait_focus('entry')


def select(app, words):
    app.type(words)
    app.find('list item', re.compile(words + '.*, 1 note'))
    app.key('Return')
    return app.wait_focus('list item')


def listed(app):
    """The tags that have a row, from the first that is in sight."""
    top = app.tree.subtree(app.find('list', 'Tags'))
    return [item.name.partition(',')[0] for item in top.walk() if driver.tree.role_name(item.role) == 'list item']


def wait_listed_once(app, tag):
    driver.wait(lambda: listed(app).count(tag) == 1 and len(set(listed(app))) == len(listed(app)),
                'one row for each tag, and for %s' % tag)


def test_a_tag_is_renamed():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_dialog(app)
        assert select(app, 'zeal').get_name() == 'zeal, 1 note'
        app.key('F2')
        app.find('label', 'Rename Tag')
        app.wait_focus('text', 'Name of the tag')
        app.key('ctrl+a')
        app.type('presence')
        app.key('Return')
        driver.wait(lambda: tags(app) == ['kvara', 'kvaro', 'presence'], 'the new name')
        app.find('label', '1 note changed')
        app.wait_focus('list item', 'presence, 1 note')
        wait_listed_once(app, 'presence')
        app.key('ctrl+z')
        driver.wait(lambda: tags(app) == ['kvara', 'kvaro', 'zeal'], 'the old name')
        app.wait_focus('list item', re.compile('^(?!presence)'))
        app.key('Escape')
        app.gone('dialog', 'Tags')
        app.wait_focus('toggle button', 'Main Menu')


def test_two_tags_are_merged():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_dialog(app)
        select(app, 'kvar')
        app.key('shift+Down')
        app.find('button', 'Merge…')
        app.key('F2')
        app.find('label', 'Merge 2 Tags')
        app.key('Return')
        driver.wait(lambda: tags(app) == ['kvara', 'kvara', 'zeal'], 'one tag')
        app.wait_focus('list item', 'kvara, 2 notes')
        wait_listed_once(app, 'kvara')


def test_a_name_that_is_there_is_told():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_dialog(app)
        select(app, 'kvara')
        app.key('Return')
        app.find('label', 'Rename Tag')
        app.wait_focus('text', 'Name of the tag')
        app.key('ctrl+a')
        app.type('kvaro')
        app.find('label', '“kvaro” is there already. The notes of both will have that one tag.')
        app.key('Escape')
        app.gone('label', 'Rename Tag')
        assert tags(app) == ['kvara', 'kvaro', 'zeal']


def test_a_tag_is_deleted():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_dialog(app)
        select(app, 'zeal')
        app.key('Delete')
        driver.wait(lambda: tags(app) == ['kvara', 'kvaro'], 'the tag to be gone')
        app.wait_focus('list item')
        app.key('ctrl+z')
        driver.wait(lambda: tags(app) == ['kvara', 'kvaro', 'zeal'], 'the tag again')


sys.exit(driver.run(test_a_tag_is_renamed,
                    test_two_tags_are_merged,
                    test_a_name_that_is_there_is_told,
                    test_a_tag_is_deleted))
