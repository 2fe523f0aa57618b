#!/usr/bin/env python3
"""Compares Chancery's start with that of a bare window, pair by pair: startup.py BUILD_DIR [ROUNDS]

Prints medians and the ratios of medians. Both run on the same display, one after the other."""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import glob
import json
import os
import statistics
import subprocess
import sys
import tempfile

build = sys.argv[1]
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 9
first_paint = os.path.join(build, 'tests/bench/first-paint')
make_library = os.path.join(build, 'tests/bench/make-library')
bare = [os.path.join(build, 'tests/bench/bare-window')]
chancery = [os.path.join(build, 'install/bin/chancery')]
FIGURES = (('paint_ms', 'first paint, ms'), ('cpu_ms', 'processor time, ms'), ('pss_mb', 'memory, MB'))


def measure(command, environment, idle=0):
    out = subprocess.run([first_paint, str(idle)] + command, check=True, stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, env=environment).stdout
    return json.loads(out)


def kept_shaders():
    """What the driver has kept of the shaders that it compiled, by file."""
    folder = os.environ.get('XDG_CACHE_HOME', os.path.expanduser('~/.cache'))
    return {path: os.path.getsize(path) for kind in ('mesa_shader_cache', 'mesa_shader_cache_db')
            for path in glob.glob(os.path.join(folder, kind, '**'), recursive=True) if os.path.isfile(path)}


def warm_up(kinds):
    """As on every start but the first. The driver keeps shaders from a thread that runs when nothing else does."""
    kept = kept_shaders()
    for _ in range(8):
        for kind in kinds:
            measure(*kind, idle=3)
        before, kept = kept, kept_shaders()
        if kept and kept == before:
            return
    print('start-up: the driver keeps no shaders, or not all; each start compiles them', file=sys.stderr)


def environment_with(home):
    return dict(os.environ, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home)


def row(name, runs, base=None):
    for key, title in FIGURES:
        median = statistics.median(run[key] for run in runs)
        line = '  %-34s %-20s %8.1f  (%.1f … %.1f)' % (
            name, title, median, min(run[key] for run in runs), max(run[key] for run in runs))
        if base:
            other = statistics.median(run[key] for run in base)
            line += '  %.2f ×' % (median / other) if key != 'pss_mb' else '  %+.1f MB' % (median - other)
        print(line)


with tempfile.TemporaryDirectory() as small, tempfile.TemporaryDirectory() as large:
    kinds = {'bare window': (bare, environment_with(small)), 'Chancery': (chancery, environment_with(small))}
    if os.path.exists(make_library):
        os.makedirs(os.path.join(large, 'chancery'))
        subprocess.run([make_library, '100000', '1000000', os.path.join(large, 'chancery/library.db')],
                       check=True, stdout=subprocess.DEVNULL)
        kinds['Chancery, 1,000,000 notes'] = (chancery, environment_with(large))
    warm_up(list(kinds.values()))
    runs = {kind: [] for kind in kinds}
    for _ in range(rounds):
        for kind, (command, environment) in kinds.items():
            runs[kind].append(measure(command, environment))
    idle = measure(*kinds['Chancery'], idle=5)

print('start-up, %d rounds, median (least … most), against the bare window' % rounds)
for kind in kinds:
    row(kind, runs[kind], runs['bare window'] if kind != 'bare window' else None)
print('  %-34s %-20s %8d' % ('Chancery', 'wake-ups in 5 s', idle['wakeups']))
