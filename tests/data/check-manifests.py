#!/usr/bin/env python3
"""Checks the Flatpak manifests: check-manifests.py MANIFEST …"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import sys

# What the sandbox may be opened for. Files come through portals, and nothing is fetched.
ALLOWED = {'--device=dri', '--share=ipc', '--socket=fallback-x11', '--socket=wayland'}


def main():
    n_tests = 0
    failures = 0
    for path in sys.argv[1:]:
        name = os.path.basename(path)
        with open(path, encoding='utf-8') as file:
            manifest = json.load(file)
        profile = 'development' if manifest['id'].endswith('.Devel') else 'default'
        checks = {
            'is named after its application': name == manifest['id'] + '.json',
            'builds the profile of its application': '-Dprofile=' + profile in manifest['modules'][-1]['config-opts'],
            'is built on GNOME 50': manifest['runtime'] == 'org.gnome.Platform' and manifest['runtime-version'] == '50',
            'opens the sandbox for a window only': set(manifest['finish-args']) == ALLOWED,
        }
        for what, passed in checks.items():
            n_tests += 1
            failures += not passed
            print('%s %d %s %s' % ('ok' if passed else 'not ok', n_tests, name, what))
    print('1..%d' % n_tests)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
