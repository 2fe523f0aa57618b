#!/usr/bin/env python3
"""Tests `chancery-tool article` from outside: tool-article.py TOOL SOURCE_ROOT"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import subprocess
import sys
import tempfile

tool, root = sys.argv[1:]
sample = os.path.join(root, 'tests/data/samples/csto-preview.txt')
n_tests = 0


def check(name, problem=None):
    global n_tests
    n_tests += 1
    print('%s %d %s' % ('not ok' if problem else 'ok', n_tests, name))
    if problem:
        print('# ' + str(problem).replace('\n', '\n# '))


def run(*arguments, stdin=b''):
    environment = dict(os.environ, LC_ALL='C.UTF-8')
    return subprocess.run([tool, *arguments], input=stdin, capture_output=True, env=environment, timeout=60, check=False)


def article(*arguments, stdin=b''):
    result = run('article', *arguments, stdin=stdin)
    if result.returncode != 0 or result.stderr:
        raise AssertionError('exit %d: %s' % (result.returncode, result.stderr.decode()))
    return json.loads(result.stdout)


def expect(name, actual, expected):
    check(name, None if actual == expected else '%r is not %r' % (actual, expected))


def expect_failure(name, status, *arguments, stdin=b''):
    result = run(*arguments, stdin=stdin)
    problem = None
    if result.returncode != status:
        problem = 'exit %d instead of %d' % (result.returncode, status)
    elif result.stdout:
        problem = 'there is something on standard output'
    elif not result.stderr.startswith(b'chancery-tool: '):
        problem = 'no reason on standard error: %r' % result.stderr
    check(name, problem)


read = article(sample)
expect('the sample has its section', read['section'], 'All news')
expect('the sample has its kicker', read['kicker'], 'PREVIEW')
expect('the sample has its headline', read['headline'], 'CSTO leaders to gather in Minsk without Armenian PM')
expect('the sample has its dateline', read['dateline'], {'place': 'MOSCOW', 'date': '2023-11-23', 'agency': 'TASS'})
expect('the sample has its date', (read['published'], read['published_guessed']), ('2023-11-23', True))
expect('the sample has no byline', read['byline'], None)
expect('the sample is English', read['lang'], 'en')
expect('the sample is UTF-8', read['encoding'], 'UTF-8')
expect('the sample has nine paragraphs', [block['kind'] for block in read['blocks']], ['paragraph'] * 9)
expect('the text is the blocks', '\n'.join(block['text'] for block in read['blocks']), read['text'])

with open(sample, 'rb') as file:
    expect('standard input is read as a file is', article('-', stdin=file.read()), read)

plain = article('-', stdin='Вода поднялась. Мост снесло.'.encode('koi8-r'))
expect('what the text does not give is null',
       [plain[name] for name in ('section', 'kicker', 'headline', 'standfirst', 'byline', 'published')], [None] * 6)
expect('a dateline that is not there has three nulls', plain['dateline'], {'place': None, 'date': None, 'agency': None})
expect('KOI8-R is read', (plain['text'], plain['encoding']), ('Вода поднялась. Мост снесло.', 'KOI8-R'))

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'река – новости.txt')
    with open(path, 'w', encoding='utf-16') as file:
        file.write('Water rose.')
    expect('any name and UTF-16 are read', (article(path)['text'], article(path)['encoding']), ('Water rose.', 'UTF-16LE'))

    pipe = os.path.join(folder, 'pipe')
    os.mkfifo(pipe)
    expect_failure('a pipe is refused and not waited for', 1, 'article', pipe)
    expect_failure('a folder is refused', 1, 'article', folder)
    expect_failure('a file that is not there is an error', 1, 'article', os.path.join(folder, 'missing'))

expect_failure('a device is refused', 1, 'article', '/dev/zero')
expect_failure('what is not text is refused', 1, 'article', '-', stdin=b'a\0b')
expect_failure('what is empty is refused', 1, 'article', '-', stdin=b'')
expect_failure('no file is wrong use', 2, 'article')
expect_failure('two files are wrong use', 2, 'article', sample, sample)
print('1..%d' % n_tests)
