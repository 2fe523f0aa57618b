#!/usr/bin/env python3
"""Tests `chancery-tool export` and `import-notes` from outside: tool-exchange.py TOOL SOURCE_ROOT"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import contextlib
import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

tool, root = sys.argv[1:]
sample = os.path.join(root, 'tests/data/samples/csto-preview.txt')
correct = os.path.join(root, 'tests/data/web-annotation/correct.json')
n_tests = 0


def check(name, problem=None):
    global n_tests
    n_tests += 1
    print('%s %d %s' % ('not ok' if problem else 'ok', n_tests, name))
    if problem:
        print('# ' + str(problem).replace('\n', '\n# '))


def run(*arguments):
    environment = dict(os.environ, LC_ALL='C.UTF-8')
    return subprocess.run([tool, *arguments], capture_output=True, env=environment, timeout=60, check=False)


def output(*arguments):
    result = run(*arguments)
    if result.returncode != 0 or result.stderr:
        raise AssertionError('%r: exit %d: %s' % (arguments, result.returncode, result.stderr.decode()))
    return result.stdout


def expect(name, actual, expected):
    check(name, None if actual == expected else '%r is not %r' % (actual, expected))


def expect_failure(name, status, *arguments):
    result = run(*arguments)
    problem = None
    if result.returncode != status:
        problem = 'exit %d instead of %d' % (result.returncode, status)
    elif not result.stderr.startswith(b'chancery-tool: '):
        problem = 'no reason on standard error: %r' % result.stderr
    check(name, problem)


with tempfile.TemporaryDirectory() as folder:
    library = os.path.join(folder, 'library.db')
    other = os.path.join(folder, 'other.db')

    article = json.loads(output('import', sample, '--library', library))['articles'][0]['id']
    output('add-note', article, '--quote', 'will skip the meeting', '--body', '=1+1 and "more", he said',
           '--tag', 'to check', '--state', 'AM', '--kind', 'forecast', '--library', library)
    notes = json.loads(output('notes', '--library', library))['notes']

    text = output('export', '--format', 'jsonld', '--text', '--library', library)
    collection = json.loads(text)
    expect('the collection has the note', (collection['type'], collection['total'], len(collection['first']['items'])),
           ('AnnotationCollection', 1, 1))
    annotation = collection['first']['items'][0]
    expect('the annotation quotes', annotation['target']['selector'][0]['exact'], 'will skip the meeting')
    path = os.path.join(folder, 'notes.jsonld')
    with open(path, 'wb') as file:
        file.write(text)
    report = json.loads(output('import-notes', '--preview', path, '--library', other))
    expect('a preview counts', (report['imported'], report['skipped'], report['files'][0]['articles']), (1, 0, 1))
    expect('and writes nothing', json.loads(output('notes', '--library', other))['notes'], [])
    report = json.loads(output('import-notes', path, '--library', other))
    expect('the report counts', (report['imported'], report['skipped'], report['files'][0]['articles']), (1, 0, 1))
    expect('the notes are the same', json.loads(output('notes', '--library', other))['notes'], notes)
    expect('the article is the same', json.loads(output('show', article, '--library', other))['text'],
           json.loads(output('show', article, '--library', library))['text'])
    expect('the other library is sound', run('check', '--library', other).returncode, 0)
    again = json.loads(output('import-notes', path, '--library', other))
    expect('a second import changes nothing', (again['imported'], again['files'][0]['kept']), (0, 1))

    rows = list(csv.reader(io.StringIO(output('export', '--format', 'csv', '--library', library).decode('utf-8-sig'), newline='')))
    expect('the table has a row a note', len(rows), 2)
    expect('a formula is defused', rows[1][rows[0].index('Note')], '\'=1+1 and "more", he said')

    odt = os.path.join(folder, 'notes.odt')
    done = json.loads(output('export', '--format', 'odt', '--text', '--output', odt, '--library', library))
    expect('what was written is told', (done['format'], done['notes']), ('odt', 1))
    with zipfile.ZipFile(odt) as archive:
        expect('the archive is sound', archive.testzip(), None)
        first = archive.infolist()[0]
        expect('its kind comes first, as it is', (first.filename, first.compress_type, archive.read('mimetype')),
               ('mimetype', zipfile.ZIP_STORED, b'application/vnd.oasis.opendocument.text'))
        names = set(archive.namelist())
        manifest = xml.etree.ElementTree.fromstring(archive.read('META-INF/manifest.xml'))
        listed = {entry.get('{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path') for entry in manifest}
        expect('the manifest lists the members', listed - {'/'}, names - {'mimetype', 'META-INF/manifest.xml'})
        office = '{urn:oasis:names:tc:opendocument:xmlns:office:1.0}'
        style_name = '{urn:oasis:names:tc:opendocument:xmlns:style:1.0}name'
        content = xml.etree.ElementTree.fromstring(archive.read('content.xml'))
        styles = xml.etree.ElementTree.fromstring(archive.read('styles.xml'))
        xml.etree.ElementTree.fromstring(archive.read('meta.xml'))
        used = {element.get('{urn:oasis:names:tc:opendocument:xmlns:text:1.0}style-name') for element in content.iter()} - {None}
        defined = {element.get(style_name) for document in (content, styles) for element in document.iter()} - {None}
        expect('every style that is used is there', used - defined, set())
        expect('the document has a text', content.find(office + 'body/' + office + 'text') is not None, True)

    for name, start in (('markdown', b'# '), ('html', b'<!DOCTYPE html>'), ('text', b'Notes'), ('bibtex', b'@misc{'),
                        ('ris', b'TY  - NEWS\r\n'), ('csl', b'['), ('ics', b'BEGIN:VCALENDAR\r\n')):
        expect('%s begins as it should' % name, output('export', '--format', name, '--library', library)[:len(start)], start)
    with contextlib.closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("INSERT INTO colour_names VALUES ('yellow', 'To verify')")
    for name in ('markdown', 'html', 'text'):
        text = output('export', '--format', name, '--library', library).decode()
        expect('%s names states' % name, 'Armenia' in text, True)
        expect('%s calls a colour as the reader does' % name, 'To verify' in text, True)
    expect('a state without notes exports none',
           json.loads(output('export', '--format', 'jsonld', '--state', 'FR', '--library', library))['total'], 0)
    expect('notes are chosen by their ids',
           json.loads(output('export', '--format', 'jsonld', '--ids', notes[0]['id'] + ',x', '--library', library))['total'], 1)

    with open(correct, encoding='utf-8') as file:
        samples = json.load(file)
    foreign = os.path.join(folder, 'foreign.json')
    with open(foreign, 'w', encoding='utf-8') as file:
        json.dump([samples['anno26.json'], {'id': 'nothing'}, samples['anno36.json']], file)
    report = json.loads(output('import-notes', foreign, '--library', other))
    expect('what is right goes in', report['imported'], 2)
    expect('what is wrong is listed', [(skip['place'], bool(skip['reason'])) for skip in report['files'][0]['skipped']],
           [('[1].@context', True)])
    back = {item['id']: item for item in json.loads(output('export', '--format', 'jsonld', '--library', other))['first']['items']}
    expect('a state that nobody knows goes out as it came', back['http://example.org/anno36']['target'],
           samples['anno36.json']['target'])
    expect('the library is sound with both', run('check', '--library', other).returncode, 0)

    expect_failure('a format is needed', 2, 'export', '--library', library)
    expect_failure('a format that nobody knows is misuse', 2, 'export', '--format', 'docx', '--library', library)
    expect_failure('a library is needed', 1, 'export', '--format', 'csv', '--library', os.path.join(folder, 'none.db'))
    expect_failure('a file is needed', 2, 'import-notes', '--library', other)
    expect_failure('a file that is not there fails', 1, 'import-notes', os.path.join(folder, 'none.json'), '--library', other)
    expect_failure('a file of something else fails', 1, 'import-notes', sample, '--library', other)

print('1..%d' % n_tests)
