#!/usr/bin/env python3
"""Tests `chancery-tool anchor` from outside: tool-anchor.py TOOL"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import subprocess
import sys
import tempfile

tool = sys.argv[1]
n_tests = 0


def check(name, problem=None):
    global n_tests
    n_tests += 1
    print('%s %d %s' % ('not ok' if problem else 'ok', n_tests, name))
    if problem:
        print('# ' + str(problem).replace('\n', '\n# '))


def run(*arguments, stdin=b''):
    environment = dict(os.environ, LC_ALL='C.UTF-8')
    return subprocess.run([tool, 'anchor', *arguments], input=stdin, capture_output=True, env=environment, timeout=120,
                          check=False)


def expect(name, actual, expected):
    check(name, None if actual == expected else '%r is not %r' % (actual, expected))


def case(text, selectors, **members):
    return json.dumps({'text': text, 'selectors': selectors, **members}).encode() + b'\n'


def quote(exact, prefix='', suffix=''):
    return {'type': 'TextQuoteSelector', 'exact': exact, 'prefix': prefix, 'suffix': suffix}


def position(start, end):
    return {'type': 'TextPositionSelector', 'start': start, 'end': end}


def answers(stdin, *arguments):
    result = run(*arguments, stdin=stdin)
    if result.returncode != 0 or result.stderr:
        raise AssertionError('exit %d: %s' % (result.returncode, result.stderr.decode()))
    return [json.loads(line) for line in result.stdout.splitlines()]


def expect_failure(name, status, words, *arguments, stdin=b''):
    result = run(*arguments, stdin=stdin)
    problem = None
    if result.returncode != status:
        problem = 'exit %d instead of %d' % (result.returncode, status)
    elif not result.stderr.startswith(b'chancery-tool: ') or words.encode() not in result.stderr:
        problem = 'no such reason on standard error: %r' % result.stderr
    check(name, problem)


text = '😀 The river rose in spring. Вода поднялась. The river fell.'
lines = (case(text, [quote('river', 'The ', ' fell'), position(6, 11)], id='a')
         + case(text, [quote('lake', 'The ', ' fell')], id='b')
         + b'\n'
         + case(text, [position(0, 1)], id=3)
         + case(text, {'type': 'RangeSelector', 'startSelector': quote('Вода'), 'endSelector': quote('The river fell')}))
read = answers(lines)
expect('there is an answer for each line that is not blank, in order', len(read), 4)
expect('offsets are code points', (read[0]['id'], read[0]['start'], read[0]['end']), ('a', text.rindex('river'), text.rindex('river') + 5))
expect('an orphan is null', read[1], None)
expect('an id may be a number', (read[2]['id'], read[2]['start'], read[2]['end']), (3, 0, 1))
expect('a range ends where its end begins', (text[read[3]['start']:read[3]['end']], 'id' in read[3]), ('Вода поднялась. ', False))
expect('scores are between 0 and 1', all(0.5 <= answer['score'] <= 1 for answer in read if answer), True)
expect('a last line needs no line feed', answers(lines.rstrip(b'\n')), read)
expect('nothing gets no answer', answers(b''), [])
expect('- is standard input', answers(lines, '-'), read)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'lines – река.jsonl')
    with open(path, 'wb') as file:
        file.write(lines)
    expect('a file is read as standard input is', answers(b'', path), read)
    expect_failure('a file that is not there', 1, 'missing', os.path.join(folder, 'missing'))

# Whoever asks line by line gets each answer before asking again.
with subprocess.Popen([tool, 'anchor'], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
    process.stdin.write(lines.splitlines(keepends=True)[0])
    process.stdin.flush()
    expect('an answer comes at once', json.loads(process.stdout.readline())['start'], text.rindex('river'))
    process.stdin.close()

good = case('a b', [quote('a')])
expect_failure('what is no JSON', 1, 'line 2: ', stdin=good + b'{"text"\n')
expect_failure('what is no object', 1, 'line 1: ', stdin=b'[]\n')
expect_failure('no text', 1, 'line 3: ', stdin=good + b'\n{"selectors":[]}\n')
expect_failure('no selectors', 1, 'line 1: ', stdin=b'{"text":"a"}\n')
expect_failure('a selector without a quotation', 1, 'exact', stdin=case('a', [{'type': 'TextQuoteSelector'}]))
expect_failure('a position that ends before it begins', 1, 'line 1: ', stdin=case('a', [position(3, 2)]))
expect_failure('no selector that text has', 1, 'line 1: ', stdin=case('a', [{'type': 'SvgSelector'}]))
expect_failure('bytes that are not UTF-8', 1, 'line 1: ', stdin=b'{"text":"\xff","selectors":[]}\n')
expect_failure('selectors nested without end', 1, 'line 1: ', stdin=b'{"text":"a","selectors":' + b'[' * 900 + b']' * 900 + b'}\n')
expect_failure('a line that is too long', 1, 'line 1: ', stdin=b' ' * (65 * 1024 * 1024) + b'x')
expect('what was answered before a mistake stays', run(stdin=good + b'[]\n').stdout.count(b'\n'), 1)
expect_failure('two files', 2, 'usage', 'a', 'b')

print('1..%d' % n_tests)
