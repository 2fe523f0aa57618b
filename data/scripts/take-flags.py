#!/usr/bin/env python3
"""Takes the flags of the states over from the npm package country-flag-icons; see README.md.

usage: take-flags.py PACKAGE_FOLDER STATES FLAGS_FOLDER
"""
# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import re
import sys
from pathlib import Path


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    package, states, folder = map(Path, sys.argv[1:])
    codes = [state['iso'] for state in json.loads(states.read_text(encoding='utf-8'))['states']]

    for old in folder.glob('*.svg'):
        old.unlink()
    for iso in codes:
        svg = (package / '3x2' / f'{iso}.svg').read_text(encoding='utf-8')
        svg = re.sub(r'<!--.*?-->|>\s+(?=<)', lambda m: '>' if m.group().startswith('>') else '', svg.strip(), flags=re.S)
        _, _, width, height = map(float, re.search(r'viewBox="([^"]*)"', svg).group(1).split())
        if abs(width / height - 1.5) > 0.01:
            sys.exit(f'{iso}: {width} × {height} is not 3:2')
        if re.search(r'<(image|style|script|foreignObject)|href="(?!#)', svg):
            sys.exit(f'{iso}: has more than shapes')
        (folder / f'{iso}.svg').write_text(svg + '\n', encoding='utf-8')
    (folder / 'LICENSE').write_text((package / 'LICENSE').read_text(encoding='utf-8').rstrip() + '\n', encoding='utf-8')

    lines = [f'    <file compressed="true">{iso}.svg</file>' for iso in codes]
    (folder / 'flags.gresource.xml').write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<gresources>\n  <gresource prefix="/io/github/chancery_app/Chancery/flags">\n'
        + '\n'.join(lines) + '\n  </gresource>\n</gresources>\n', encoding='utf-8')


if __name__ == '__main__':
    main()
