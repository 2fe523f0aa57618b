#!/usr/bin/env python3
"""Writes screenshots of Chancery's views: shots.py PROGRAM DIRECTORY [NAME …]"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import subprocess
import sys
import tempfile

import driver
from driver import Atspi

# The edges and the shadow of a window.
MAX_FRAME = 60
WIDE = (1280, 820)
MEDIUM = (900, 700)
NARROW = (360, 720)
SMALLEST = (360, 294)

# A passage that is linked with the first commitment that is offered.
LINKING = [('text', None), 'ctrl+a', 'l', ('entry', None)]
LINKED = LINKING + ['Down', ('list item', None), 'Return']

# name: (size, environment, resolution of the text, keys to press at last or what to wait for between them: the focus on
# a role and name, what they show: role and name)
VIEWS = {
    'wide-light': (WIDE, {}, 96, [], None),
    'wide-dark': (WIDE, {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}, 96, [], None),
    'wide-high-contrast': (WIDE, {'ADW_DEBUG_HIGH_CONTRAST': '1'}, 96, [], None),
    'wide-large-text': (WIDE, {}, 192, [], None),
    'wide-right-to-left': (WIDE, {'LC_ALL': 'ar_EG.UTF-8'}, 96, [], None),
    'wide-russian': (WIDE, {'LC_ALL': 'ru_RU.UTF-8'}, 96, [], None),
    'wide-library': (WIDE, {}, 96, ['alt+2'], ('list', 'Articles')),
    'medium-light': (MEDIUM, {}, 96, [], None),
    'narrow-reader': (NARROW, {}, 96, [], None),
    'narrow-states': (NARROW, {}, 96, ['alt+1'], ('list', 'States')),
    'narrow-notes': (NARROW, {}, 96, ['shift+F9'], ('list', 'Notes')),
    'narrow-dark': (NARROW, {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}, 96, [], None),
    'narrow-right-to-left': (NARROW, {'LC_ALL': 'ar_EG.UTF-8'}, 96, [], None),
    'narrow-large-text': (NARROW, {}, 192, [], None),
    'smallest': (SMALLEST, {}, 96, [], None),
    'highlight-menu': (WIDE, {}, 96, ['alt+Down', 'shift+F10', 'Down', 'Right'], None),
    'selected-notes': (WIDE, {}, 96, ['F6', 'ctrl+a'], ('button', 'Merge Selected Notes')),
    'selected-notes-narrow': (NARROW, {}, 96, ['shift+F9', ('toggle button', None), 'F6', ('list item', None), 'ctrl+a'],
                              ('button', 'Merge Selected Notes')),
    'preferences': (WIDE, {}, 96, ['ctrl+comma'], ('dialog', None)),
    'shortcuts': (WIDE, {}, 96, ['ctrl+question'], ('dialog', None)),
    'properties': (WIDE, {}, 96, ['alt+Return'], ('dialog', None)),
    'export': (WIDE, {}, 96, ['ctrl+shift+e'], ('dialog', None)),
    'export-narrow': (NARROW, {}, 96, ['ctrl+shift+e'], ('dialog', None)),
    'import-notes': (WIDE, {}, 96, ['ctrl+shift+o'], ('dialog', None)),
    'link': (WIDE, {}, 96, LINKING, ('list', 'Notes')),
    'link-dark': (WIDE, {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}, 96, LINKING, ('dialog', None)),
    'link-right-to-left': (WIDE, {'LC_ALL': 'ar_EG.UTF-8'}, 96, LINKING, ('dialog', None)),
    'linked': (WIDE, {}, 96, LINKED, ('link', None)),
    'linked-dark': (WIDE, {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}, 96, LINKED, ('link', None)),
    'linked-right-to-left': (WIDE, {'LC_ALL': 'ar_EG.UTF-8'}, 96, LINKED, ('link', None)),
    'due': (WIDE, {}, 96, ['alt+3'], ('dialog', None)),
    'versions': (WIDE, {}, 96, ['ctrl+d'], ('dialog', None)),
    'versions-narrow': (NARROW, {}, 96, ['ctrl+d'], ('dialog', None)),
    'find-places': (WIDE, {}, 96, ['ctrl+shift+d'], ('dialog', None)),
    'help': (WIDE, {}, 96, ['F1'], ('dialog', None)),
    'organisations': (WIDE, {}, 96, ['ctrl+l'], ('list', 'Organisations')),
    'find': (WIDE, {}, 96, ['ctrl+f', 'a', 'r', 'm'], None),
}


def settle(path, window):
    """Takes pictures until two in a row are the same. A window drawn by OpenGL can't be read by itself, so
    they are cut out of the display."""
    def same():
        about = subprocess.run(['xwininfo', '-id', window], check=True, stdout=subprocess.PIPE, text=True).stdout
        place = [int(re.search(name + r': +(-?\d+)', about)[1])
                 for name in ('Width', 'Height', 'Absolute upper-left X', 'Absolute upper-left Y')]
        subprocess.run(['import', '-window', 'root', '-crop', '%dx%d%+d%+d' % tuple(place), '+repage',
                        path + '.new.png'], check=True)
        unchanged = os.path.exists(path) and subprocess.run(
            ['compare', '-metric', 'AE', path, path + '.new.png', 'null:'],
            stderr=subprocess.DEVNULL, check=False).returncode == 0
        os.replace(path + '.new.png', path)
        return unchanged
    driver.wait(same, 'a picture that stays')


def has_width(app, width):
    """Whether the window is laid out for that width, not only told to be so wide."""
    return abs(Atspi.Component.get_extents(app.frame, Atspi.CoordType.WINDOW).width - width) <= MAX_FRAME


def take(program, directory, name):
    size, environment, resolution, keys, shown = VIEWS[name]
    subprocess.run(['xprop', '-root', '-f', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER',
                    'Xft.dpi:\t%d\n' % resolution], check=True)
    with tempfile.TemporaryDirectory() as home:
        folder = os.path.join(home, 'config/gtk-4.0')
        os.makedirs(folder)
        with open(os.path.join(folder, 'settings.ini'), 'w', encoding='utf-8') as file:
            file.write('[Settings]\ngtk-enable-animations=false\n')
        app = driver.App(program, home, environment).start()
        try:
            app.find('heading', showing=False)
            app.focus()
            window = app.window_id()
            subprocess.run(['xdotool', 'windowsize', '--sync', window, str(size[0]), str(size[1])], check=False)
            driver.wait(lambda: has_width(app, size[0]), 'a window %d pixels wide' % size[0])
            path = os.path.join(directory, name + '.png')
            if os.path.exists(path):
                os.remove(path)
            settle(path, window)
            for key in keys:
                if isinstance(key, tuple):
                    app.wait_focus(*key)
                else:
                    app.key(key)
            if shown:
                app.find(*shown)
            if keys:
                settle(path, window)
        finally:
            app.kill()


def main():
    program, directory, names = sys.argv[1], sys.argv[2], sys.argv[3:] or list(VIEWS)
    for name in names:
        take(program, directory, name)
        print('%s.png' % name, flush=True)


main()
