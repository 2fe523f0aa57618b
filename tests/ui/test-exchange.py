#!/usr/bin/env python3
"""Notes go out and come in, by keyboard alone: test-exchange.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import csv
import io
import json
import os
import re
import subprocess
import sys

import driver
from driver import Atspi

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
NOTES = {'will skip the meeting': 'Second time in a row', 'Collective Security Treaty Organization': 'Founded in 1992'}


def uid_of(app):
    return next(each['id'] for each in app.tool('list')['articles'] if each['headline'] == HEADLINE)


def open_sample(app):
    """The sample, with two notes."""
    app.start(SAMPLE)
    app.find('heading', HEADLINE)
    for quote, body in NOTES.items():
        app.tool('add-note', uid_of(app), '--quote', quote, '--body', body, '--tag', 'test')
        app.find(name=re.compile(body))
    app.focus()
    app.wait_focus('text', HEADLINE)


def open_export(app):
    app.key('ctrl+shift+e')
    dialog = app.find('dialog', 'Export Notes')
    # Lists select what the pointer happens to be on.
    subprocess.run(['xdotool', 'mousemove', '0', '0'], check=True)
    app.wait_focus(name=re.compile('^Notes'))
    return dialog


def preview(app, dialog, words):
    return app.find_text('text', words, within=dialog)


def choose(app, row, *keys):
    """Goes to a row of the dialog, and chooses from its list."""
    for _ in range(12):
        if re.search(row, app.focused().get_name() or ''):
            break
        before = app.focused()
        app.key('Tab')
        app.wait_focus_elsewhere(before)
    app.wait_focus(name=re.compile(row))
    before = app.focused()
    app.key('space')
    app.wait_focus_elsewhere(before)
    app.key(*keys, 'Return')
    app.wait_focus(name=re.compile(row))


def name_file(title, path, keys):
    """Names the file in the dialog of the system, which is a window of its own."""
    def find():
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '^%s$' % title],
                              stdout=subprocess.PIPE, check=False).stdout.split()
    window = driver.wait(find, 'the dialog to name a file')[-1].decode()
    subprocess.run(['xdotool', 'windowactivate', '--sync', window], check=True)
    if keys:
        subprocess.run(['xdotool', 'key', '--delay', '20', *keys], check=True)
    subprocess.run(['xdotool', 'type', '--delay', '12', path], check=True)
    subprocess.run(['xdotool', 'key', 'Return'], check=True)
    driver.wait(lambda: not find(), 'the dialog to close')


def save_as(app, path):
    app.key('ctrl+s')
    name_file('Export Notes', path, ['ctrl+a'])


def test_the_samples_notes_are_exported_to_markdown():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        dialog = open_export(app)
        app.find('label', '2 notes · 1 article', within=dialog)
        shown = driver.text_of(preview(app, dialog, re.compile('> will skip the meeting')))
        path = os.path.join(app.home, 'notes.md')
        save_as(app, path)
        driver.wait(lambda: os.path.exists(path), 'the file')
        app.gone('dialog', 'Export Notes')
        app.find(name='Exported to “notes.md”')
        with open(path, encoding='utf-8') as file:
            written = file.read()
        # What was shown is what is written.
        assert written == shown, written
        assert written.startswith('# %s\n' % HEADLINE)
        for quote, body in NOTES.items():
            assert re.search('^> %s\n\n%s\n' % (quote, body), written, re.M), written
        assert [name for name in os.listdir(app.home) if 'notes' in name] == ['notes.md']
        # What a sanitizer would say at the end of the program is of GTK: the path bar of its dialog loses what it
        # learns of each folder.


def test_a_table_of_the_whole_library():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        dialog = open_export(app)
        choose(app, '^Notes', 'End')
        choose(app, '^Format', 'Home', *['Down'] * 5)
        preview(app, dialog, re.compile('^.?Headline,Source,'))
        path = os.path.join(app.home, 'notes.csv')
        save_as(app, path)
        driver.wait(lambda: os.path.exists(path), 'the file')
        with open(path, encoding='utf-8-sig') as file:
            rows = list(csv.DictReader(io.StringIO(file.read())))
        assert len(rows) == len(app.tool('notes')['notes'])
        assert {row['Note'] for row in rows} >= set(NOTES.values())
        # The format is offered again.
        app.gone('dialog', 'Export Notes')
        preview(app, open_export(app), re.compile('^.?Headline,Source,'))


def go_to(app, key, name):
    """Presses a key that moves the focus until something with that name has it."""
    for _ in range(20):
        before = app.focused()
        if before is not None and re.search(name, before.get_name() or ''):
            return before
        app.key(key)
        app.wait_focus_elsewhere(before)
    raise AssertionError('%s does not reach %s' % (key, name))


def test_notes_on_a_state():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        app.key('alt+1')
        app.wait_focus_elsewhere(app.find('text', HEADLINE))
        go_to(app, 'Tab', '^Armenia, member since 1994, ')
        app.key('Menu')
        first = app.wait_focus('menu item')
        app.key('Down')
        app.wait_focus_elsewhere(first)
        app.key('Return')
        dialog = app.find('dialog', 'Export Notes')
        app.find('label', 'Armenia', within=dialog)
        preview(app, dialog, re.compile('^# Armenia\n'))


def test_selected_notes():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        app.key('F6')
        app.wait_focus('list item', re.compile('Quotation'))
        app.key('ctrl+a')
        app.find('label', '2 selected')
        dialog = open_export(app)
        app.find('label', 'Selected Notes', within=dialog)
        app.find('label', '2 notes · 1 article', within=dialog)


def test_nothing_can_be_saved_where_nothing_is_due():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        dialog = open_export(app)
        choose(app, '^Format', 'End')
        app.find(name='Nothing Is Due', within=dialog)
        save = app.find('button', 'Save…', within=dialog)
        driver.wait(lambda: not driver.has_state(save, Atspi.StateType.SENSITIVE), 'nothing to save')
        app.key('Escape')
        app.gone('dialog', 'Export Notes')
        app.wait_focus('text', HEADLINE)


def test_what_cannot_be_written_is_said():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        dialog = open_export(app)
        preview(app, dialog, re.compile('> will skip the meeting'))
        save_as(app, '/proc/notes.md')
        app.find(name='The Notes Can’t Be Exported')
        app.key('Escape')
        app.gone(name='The Notes Can’t Be Exported')
        # The dialog is still there, with all that was chosen.
        path = os.path.join(app.home, 'notes.md')
        save_as(app, path)
        driver.wait(lambda: os.path.exists(path), 'the file')


HYPOTHESIS = {'total': 3, 'rows': [
    {'id': 'abc', 'created': '2024-05-01T10:00:00.123456+00:00', 'updated': '2024-05-02T10:00:00+00:00',
     'user': 'acct:me@hypothes.is', 'uri': 'https://example.org/page', 'text': 'my words', 'tags': ['a'],
     'document': {'title': ['A page of the web']},
     'target': [{'source': 'https://example.org/page',
                 'selector': [{'type': 'TextQuoteSelector', 'exact': 'a quotation', 'prefix': 'p ', 'suffix': ' s'}]}]},
    {'id': 'def', 'created': '2024-05-01T10:00:00+00:00', 'updated': '2024-05-01T10:00:00+00:00',
     'uri': 'https://example.org/page', 'user': 'acct:me@hypothes.is', 'text': 'on the whole', 'target': []},
    {'id': 'bad'}]}


def write(app, name, content):
    path = os.path.join(app.home, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(content)
    return path


def all_notes(app):
    return sorted(note['id'] for note in app.tool('notes')['notes'])


def headlines(app):
    return [article['headline'] for article in app.tool('list')['articles']]


def open_file(app, path):
    """Hands the file to the program that runs."""
    subprocess.run([PROGRAM, path], env=app.environment, timeout=driver.TIMEOUT_S, check=True)
    return app.find('dialog', 'Import Notes')


def row_with(app, name, count):
    app.find('label', count, within=app.find('list item', name))


def test_a_file_of_hypothesis_is_imported_and_that_undone():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        before, articles = all_notes(app), headlines(app)
        dialog = open_file(app, write(app, 'hypothesis.json', json.dumps(HYPOTHESIS)))

        # The report, before anything is written.
        app.wait_focus('button', 'Import')
        row_with(app, 'New Notes', '2')
        app.find('label', 'A page of the web', within=dialog)
        app.find('label', '2 notes · New, without its text', within=dialog)
        app.find('label', '1 Left Out', within=dialog)
        app.find('label', 'rows[2]', within=dialog)
        assert all_notes(app) == before

        app.key('Return')
        app.gone('dialog', 'Import Notes')
        app.find(name='2 notes imported')
        assert len(all_notes(app)) == len(before) + 2
        assert set(headlines(app)) == {*articles, 'A page of the web'}

        app.key('ctrl+z')
        driver.wait(lambda: all_notes(app) == before, 'the notes to go')
        assert headlines(app) == articles
        app.gone(name='2 notes imported')

        # And again, and undone by what the message offers.
        open_file(app, os.path.join(app.home, 'hypothesis.json'))
        app.wait_focus('button', 'Import')
        app.key('Return')
        app.press(app.find('button', 'Undo'))
        app.find(name='The import was undone')
        assert all_notes(app) == before
        app.quit()
        assert app.tool('check')['ok']


ARTICLE = {'@context': ['http://www.w3.org/ns/anno.jsonld',
                        {'schema': 'http://schema.org/', 'chancery': 'https://chancery-app.github.io/ns#'}],
           'id': 'urn:uuid:0a1b2c3d-0000-4000-8000-000000000001', 'type': 'AnnotationCollection',
           'chancery:articles': [{'id': 'https://example.org/page', 'type': 'schema:NewsArticle',
                                  'chancery:uid': '0a1b2c3d-0000-4000-8000-000000000002',
                                  'schema:headline': 'A page of the web', 'schema:url': 'https://example.org/page',
                                  'chancery:blocks': [['paragraph', 0, 'Here is p a quotation s of the page.']]}],
           'first': {'id': 'urn:uuid:0a1b2c3d-0000-4000-8000-000000000001#page', 'type': 'AnnotationPage', 'items': [
               {'id': 'urn:uuid:0a1b2c3d-0000-4000-8000-000000000003', 'type': 'Annotation',
                'target': 'https://example.org/page'}]}}


def test_an_article_gets_its_text():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        app.tool('import-notes', write(app, 'hypothesis.json', json.dumps(HYPOTHESIS)))
        before = all_notes(app)
        open_file(app, write(app, 'article.json', json.dumps(ARTICLE)))
        app.wait_focus('button', 'Import')
        row_with(app, 'Articles That Get Their Text', '1')
        app.key('Return')
        app.gone('dialog', 'Import Notes')
        app.find(name='1 note imported · 1 article got its text')
        assert len(all_notes(app)) == len(before) + 1


def test_files_are_chosen():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        app.key('ctrl+shift+o')
        app.find('dialog', 'Import Notes')
        app.wait_focus('button', 'Choose Files…')
        app.key('Escape')
        app.gone('dialog', 'Import Notes')
        app.wait_focus('text', HEADLINE)


def test_what_was_exported_is_there_already():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        path = os.path.join(app.home, 'all.json')
        app.tool('export', '--format', 'jsonld', '--output', path)
        n_notes = len(all_notes(app))
        dialog = open_file(app, path)
        row_with(app, 'Already There', str(n_notes))
        row_with(app, 'New Notes', '0')
        button = app.find('button', 'Import', within=dialog)
        assert not driver.has_state(button, Atspi.StateType.SENSITIVE)
        app.key('Escape')
        app.gone('dialog', 'Import Notes')
        app.wait_focus('text', HEADLINE)


def test_a_file_without_notes_is_refused_with_its_reason():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        dialog = open_file(app, write(app, 'other.json', '{"a": 1}'))
        app.find(name='Nothing Can Be Imported', within=dialog)
        app.find('label', re.compile('“@context” is missing'), within=dialog)


sys.exit(driver.run(test_the_samples_notes_are_exported_to_markdown,
                    test_a_table_of_the_whole_library,
                    test_notes_on_a_state,
                    test_selected_notes,
                    test_nothing_can_be_saved_where_nothing_is_due,
                    test_what_cannot_be_written_is_said,
                    test_a_file_of_hypothesis_is_imported_and_that_undone,
                    test_an_article_gets_its_text,
                    test_files_are_chosen,
                    test_what_was_exported_is_there_already,
                    test_a_file_without_notes_is_refused_with_its_reason))
