#!/usr/bin/env python3
"""Checks that every string can be translated and that every catalogue is complete: test-catalogues.py SOURCE_ROOT"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import subprocess
import sys
import tempfile

# As Meson's preset 'glib' has them.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3',
            'ngettext:1,2', 'Q_:1g']
FLAGS = ['N_:1:pass-c-format', 'C_:2:pass-c-format', 'NC_:2:pass-c-format', 'g_dngettext:2:pass-c-format',
         'g_strdup_printf:1:c-format', 'g_string_printf:2:c-format', 'g_string_append_printf:2:c-format',
         'g_error_new:3:c-format', 'g_set_error:4:c-format', 'g_markup_printf_escaped:1:c-format']

C_STRING = re.compile(r'\b(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"')
UI_STRING = re.compile(r'translatable\s*=\s*"(?:yes|true|1)"')

failures = 0
n_tests = 0


def check(name, problems):
    global failures, n_tests
    n_tests += 1
    print('%s %d %s' % ('not ok' if problems else 'ok', n_tests, name))
    for problem in problems:
        failures += 1
        print('# ' + problem.replace('\n', '\n# '))


def run(*command):
    environment = dict(os.environ, LC_ALL='C.UTF-8')
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding='utf-8', check=False)


def read_list(path):
    with open(path, encoding='utf-8') as file:
        return [line.strip() for line in file if line.strip() and not line.startswith('#')]


def has_strings(path):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    if path.endswith('.ui'):
        return UI_STRING.search(text) is not None
    if path.endswith(('.c', '.h')):
        return C_STRING.search(text) is not None
    return path.endswith(('.desktop.in.in', '.metainfo.xml.in.in', '.gschema.xml.in'))


def files_with_strings(root):
    for folder in ('data', 'src'):
        for where, _, names in os.walk(os.path.join(root, folder)):
            for name in names:
                path = os.path.join(where, name)
                if name.endswith(('.c', '.h', '.ui', '.in')) and has_strings(path):
                    yield os.path.relpath(path, root)


def entries(catalogue, *options):
    """The messages of a catalogue that msgattrib chooses, without the header."""
    text = run('msgattrib', '--no-obsolete', '--no-wrap', '--force-po', *options, catalogue).stdout
    return re.findall(r'^msgid ("(?!"$).*)$', text.split('\n\n', 1)[-1], re.MULTILINE)


def main():
    root = os.path.abspath(sys.argv[1])
    po = os.path.join(root, 'po')
    listed = read_list(os.path.join(po, 'POTFILES'))
    languages = read_list(os.path.join(po, 'LINGUAS'))
    present = set(files_with_strings(root))

    check('every file with strings for users is in POTFILES', sorted(present - set(listed)))
    check('every file in POTFILES has strings for users', sorted(set(listed) - present))
    check('POTFILES is sorted and names a file once', [] if listed == sorted(set(listed)) else ['sort it with LC_ALL=C'])
    check('LINGUAS is sorted and names every catalogue',
          [] if languages == sorted(name[:-3] for name in os.listdir(po) if name.endswith('.po')) else ['po/LINGUAS'])

    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'chancery.pot')
        extracted = run('xgettext', '--directory=' + root, '--output=' + template, '--from-code=UTF-8', '--add-comments',
                        *['--keyword=' + keyword for keyword in KEYWORDS], *['--flag=' + flag for flag in FLAGS],
                        *[path for path in listed if path in present])
        check('the strings can be extracted', [extracted.stdout] if extracted.returncode or extracted.stdout else [])

        for language in languages:
            catalogue = os.path.join(po, language + '.po')
            merged = os.path.join(folder, language + '.po')
            run('msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file=' + merged, catalogue, template)
            checked = run('msgfmt', '--check', '--check-accelerators=_', '--output-file=' + os.devnull, merged)
            check(language + ' is well formed', [checked.stdout] if checked.returncode or checked.stdout else [])
            check(language + ' is complete', entries(merged, '--untranslated'))
            check(language + ' has nothing that is uncertain', entries(catalogue, '--only-fuzzy'))
            print('# ' + language + ': ' + run('msgfmt', '--statistics', '--output-file=' + os.devnull, merged).stdout.strip())

    print('1..%d' % n_tests)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
