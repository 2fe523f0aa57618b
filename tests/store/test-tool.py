#!/usr/bin/env python3
"""Tests chancery-tool on a library of its own: test-tool.py PROGRAM SOURCE_ROOT"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import sqlite3
import subprocess
import sys
import tempfile

ARTICLE = '''Leaders meet in Minsk

MINSK, November 23, 2023. /TASS/. The leaders of six states meet in Minsk today.

The Armenian prime minister stays at home. Нікол Пашинян is in Yerevan.
'''

program, source_root = sys.argv[1:3]
n_tests = 0
n_failed = 0


def check(name, success, detail=''):
    global n_tests, n_failed
    n_tests += 1
    n_failed += not success
    print('%s %d %s' % ('ok' if success else 'not ok', n_tests, name))
    if not success:
        print('# ' + str(detail).replace('\n', '\n# '))


class Result:
    def __init__(self, process):
        self.status = process.returncode
        self.errors = process.stderr
        self.output = process.stdout
        self.json = json.loads(process.stdout) if process.stdout.startswith('{') else None

    def __str__(self):
        return 'exit %d\n%s\n%s' % (self.status, self.output, self.errors)


def run(*arguments, piped='', **variables):
    environment = dict(os.environ, **variables)
    return Result(subprocess.run([program, *arguments], env=environment, input=piped, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, encoding='utf-8', check=False))


def main():
    folder = tempfile.TemporaryDirectory(prefix='chancery-tool-')
    file = os.path.join(folder.name, 'article.txt')
    path = os.path.join(folder.name, 'deep', 'library.db')
    library = '--library', path
    with open(file, 'w', encoding='utf-8') as stream:
        stream.write(ARTICLE)

    result = run()
    check('no command is misuse', result.status == 2 and result.output == '', result)
    result = run('nonsense')
    check('an unknown command is misuse', result.status == 2 and 'nonsense' in result.errors, result)
    result = run('show', *library)
    check('a missing argument is misuse', result.status == 2 and 'usage' in result.errors, result)
    for arguments in ((), ('--help',), ('list', '--help'), ('list', 'nonsense'), ('show', *library)):
        result = run(*arguments)
        lines = (result.output + result.errors).splitlines()
        check('no line of usage ends with a space: %s' % ' '.join(arguments[:2]),
              lines and not [line for line in lines if line.endswith(' ')], result)
    result = run('list', '--nonsense')
    check('an unknown option is misuse', result.status == 2, result)
    result = run('list', *library)
    check('a library that is not there is an error', result.status == 1 and path in result.errors, result)

    result = run('import', file, os.path.join(folder.name, 'missing.txt'), *library)
    check('what can be imported is, and what fails is told',
          result.status == 1 and len(result.json['articles']) == 1 and 'missing.txt' in result.errors, result)
    uid = result.json['articles'][0]['id']
    result = run('import', file, *library)
    check('the same article is not kept twice',
          result.status == 0 and result.json['articles'][0]['id'] == uid and not result.json['articles'][0]['new'], result)

    for name in '-', '/dev/stdin':
        result = run('import', name, *library, piped=ARTICLE)
        check('an article is imported from a pipe: %s' % name,
              result.status == 0 and result.json['articles'][0]['id'] == uid, result)

    result = run(*library, 'list')
    check('--library may come first', result.status == 0 and result.json['articles'][0]['id'] == uid, result)
    result = run('list', '--library=' + path, XDG_DATA_HOME=folder.name)
    check('a list is an object with one array',
          list(result.json) == ['articles'] and result.json['articles'][0]['headline'] == 'Leaders meet in Minsk', result)

    result = run('show', uid, *library)
    check('an article is shown whole',
          result.status == 0 and result.json['dateline']['place'] == 'MINSK' and
          result.json['published'] == '2023-11-23' and 'Yerevan' in result.json['text'] and not result.json['read'], result)
    text = result.json['text']
    result = run('show', 'nonsense', *library)
    check('an unknown article is an error', result.status == 1 and 'nonsense' in result.errors, result)

    result = run('add-note', uid, '--quote', 'Нікол Пашинян', '--body', 'Відсутній', '--colour', 'blue', '--tag', 'summit',
                 '--tag', 'absence', '--state', 'AM', *library, LC_ALL='C')
    check('a note is added in any locale', result.status == 0, result)
    note = result.json
    check('its position counts code points', text[note['start']:note['end']] == 'Нікол Пашинян', note)
    check('it has what was asked for', note['colour'] == 'blue' and note['tags'] == ['absence', 'summit'] and
          note['states'] == ['AM'] and note['body'] == 'Відсутній', note)

    result = run('add-note', uid, '--quote', 'in', '--body', '', *library)
    check('words that occur more than once are an error', result.status == 1 and '--prefix' in result.errors, result)
    result = run('add-note', uid, '--quote', 'in', '--prefix', 'meet ', '--suffix', ' Minsk', '--body', '', *library)
    check('unless it is said which', result.status == 0 and result.json['quote'] == 'in', result)
    result = run('add-note', uid, '--quote', 'nobody said this', '--body', '', *library)
    check('words that do not occur are an error', result.status == 1 and 'nobody said this' in result.errors, result)
    result = run('add-note', uid, '--quote', 'leaders', '--body', '', '--colour', 'beige', *library)
    check('a colour that there is not is misuse', result.status == 2, result)
    result = run('add-note', uid, '--body', 'x', *library)
    check('a note needs a quote', result.status == 2, result)

    result = run('notes', *library)
    check('all notes are listed', [entry['quote'] for entry in result.json['notes']] == ['in', 'Нікол Пашинян'], result)
    result = run('notes', '--state', 'AM', *library)
    check('those about a state', [entry['id'] for entry in result.json['notes']] == [note['id']], result)
    result = run('notes', '--article', uid, *library)
    check('those on an article, in the order of the text',
          [entry['quote'] for entry in result.json['notes']] == ['in', 'Нікол Пашинян'], result)

    check('a note without a due date and links says so', result.json['notes'][1]['due'] is None and
          result.json['notes'][1]['links'] == [], result)
    database = sqlite3.connect(path)
    database.execute('UPDATE notes SET due = ?, due_day = 20241231, links = ? WHERE uid = ?',
                     ('2024', json.dumps([{'relation': 'bears-out', 'note': 'later', 'article': uid},
                                          {'relation': 'related', 'article': uid}]), note['id']))
    database.commit()
    database.close()
    result = run('notes', '--state', 'AM', *library)
    check('by when a note is due, and what it links to', result.json['notes'][0]['due'] == '2024' and
          result.json['notes'][0]['links'] == [{'relation': 'bears-out', 'note': 'later', 'article': uid},
                                               {'relation': 'related', 'note': None, 'article': uid}], result)

    result = run('search', 'пашин', *library)
    check('notes and articles are found', [entry['kind'] for entry in result.json['results']] == ['note', 'article'], result)
    found = result.json['results'][1]
    check('a find is marked', [found['snippet'][mark['start']:mark['end']] for mark in found['marks']] == ['Пашинян'], found)
    result = run('search', '"', '(', 'AND', '*', *library)
    check('a search has no syntax to get wrong', result.status == 0 and result.json['results'] == [], result)

    result = run('check', *library)
    check('a sound library is reported', result.status == 0 and result.json == {'ok': True, 'problems': []}, result)
    database = sqlite3.connect(path)
    database.execute("UPDATE counts SET n = 9 WHERE name = 'notes'")
    database.commit()
    database.close()
    result = run('check', *library)
    check('an unsound one fails', result.status == 1 and not result.json['ok'] and len(result.json['problems']) == 1, result)
    result = run('check', '--library', file)
    check('what is no library is an error', result.status == 1 and result.json is None and file in result.errors, result)

    result = run('import', file, XDG_DATA_HOME=os.path.join(folder.name, 'data'))
    names = os.listdir(os.path.join(folder.name, 'data'))
    check("without --library it is the reader's own", result.status == 0 and len(names) == 1 and
          names[0].startswith('chancery') and
          os.path.exists(os.path.join(folder.name, 'data', names[0], 'library.db')), (result, names))

    print('1..%d' % n_tests)
    return n_failed > 0


sys.exit(main())
