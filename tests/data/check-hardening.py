#!/usr/bin/env python3
"""Checks that a program was built hardened: check-hardening.py PROGRAM …"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import subprocess
import sys


def read_elf(option, program):
    return subprocess.run(['readelf', '--wide', option, program], stdout=subprocess.PIPE, encoding='utf-8', check=True).stdout


def main():
    n_tests = 0
    failures = 0
    for program in sys.argv[1:]:
        name = program.rsplit('/', 1)[-1]
        header = read_elf('--file-header', program)
        segments = read_elf('--program-headers', program)
        dynamic = read_elf('--dynamic', program)
        symbols = read_elf('--dyn-syms', program)
        stack = [line.split() for line in segments.splitlines() if 'GNU_STACK' in line]
        checks = {
            'is position-independent': 'DYN' in header and 'PIE' in dynamic,
            'has read-only relocations, bound at start': 'GNU_RELRO' in segments and 'NOW' in dynamic,
            'has a stack that is not executable': len(stack) == 1 and 'E' not in stack[0][6],
            'looks for a smashed stack': '__stack_chk_fail' in symbols,
            'calls the checked functions of the C library': any(
                symbol.split('@')[0].endswith('_chk') for symbol in symbols.split()),
            'looks for libraries where the system has them': 'RPATH' not in dynamic and 'RUNPATH' not in dynamic,
        }
        for what, passed in checks.items():
            n_tests += 1
            failures += not passed
            print('%s %d %s %s' % ('ok' if passed else 'not ok', n_tests, name, what))
    print('1..%d' % n_tests)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
