#!/usr/bin/env python3
"""Writes screenshots of Chancery's views: shots.py PROGRAM DIRECTORY [NAME …]"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import subprocess
import sys
import tempfile

import driver

WIDE = (1280, 820)
MEDIUM = (900, 700)
NARROW = (360, 720)
SMALLEST = (360, 294)

# name: (size, environment, settings of GTK, keys to press at last)
VIEWS = {
    'wide-light': (WIDE, {}, {}, []),
    'wide-dark': (WIDE, {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}, {}, []),
    'wide-high-contrast': (WIDE, {'ADW_DEBUG_HIGH_CONTRAST': '1'}, {}, []),
    'wide-large-text': (WIDE, {}, {'gtk-xft-dpi': 96 * 2 * 1024}, []),
    'wide-right-to-left': (WIDE, {'LANG': 'ar_EG.UTF-8', 'LANGUAGE': 'ar'}, {}, []),
    'wide-russian': (WIDE, {'LANG': 'ru_RU.UTF-8', 'LANGUAGE': 'ru'}, {}, []),
    'wide-library': (WIDE, {}, {}, ['alt+2']),
    'medium-light': (MEDIUM, {}, {}, []),
    'narrow-reader': (NARROW, {}, {}, []),
    'narrow-states': (NARROW, {}, {}, ['alt+1']),
    'narrow-notes': (NARROW, {}, {}, ['shift+F9']),
    'narrow-dark': (NARROW, {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}, {}, []),
    'narrow-right-to-left': (NARROW, {'LANG': 'ar_EG.UTF-8', 'LANGUAGE': 'ar'}, {}, []),
    'narrow-large-text': (NARROW, {}, {'gtk-xft-dpi': 96 * 2 * 1024}, []),
    'smallest': (SMALLEST, {}, {}, []),
    'preferences': (WIDE, {}, {}, ['ctrl+comma']),
    'shortcuts': (WIDE, {}, {}, ['ctrl+question']),
    'properties': (WIDE, {}, {}, ['alt+Return']),
    'organisations': (WIDE, {}, {}, ['ctrl+l']),
    'find': (WIDE, {}, {}, ['ctrl+f', 'a', 'r', 'm']),
}


def settle(path, window):
    """Takes pictures until two in a row are the same."""
    def same():
        subprocess.run(['import', '-window', window, path + '.new.png'], check=True)
        unchanged = os.path.exists(path) and subprocess.run(
            ['compare', '-metric', 'AE', path, path + '.new.png', 'null:'],
            stderr=subprocess.DEVNULL, check=False).returncode == 0
        os.replace(path + '.new.png', path)
        return unchanged
    driver.wait(same, 'a picture that stays')


def take(program, directory, name):
    size, environment, settings, keys = VIEWS[name]
    with tempfile.TemporaryDirectory() as home:
        folder = os.path.join(home, 'config/gtk-4.0')
        os.makedirs(folder)
        with open(os.path.join(folder, 'settings.ini'), 'w', encoding='utf-8') as file:
            file.write('[Settings]\ngtk-enable-animations=false\n')
            file.writelines('%s=%s\n' % item for item in settings.items())
        app = driver.App(program, home, environment).start()
        try:
            app.focus()
            window = app.window_id()
            subprocess.run(['xdotool', 'windowsize', '--sync', window, str(size[0]), str(size[1])], check=False)
            path = os.path.join(directory, name + '.png')
            if os.path.exists(path):
                os.remove(path)
            settle(path, window)
            for key in keys:
                app.key(key)
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
