#!/usr/bin/env python3
"""How articles come in: from files, from the clipboard, by drag and drop: test-import.py PROGRAM TOOL SAMPLE GIVER"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import subprocess
import sys

import driver

PROGRAM, TOOL, SAMPLE, GIVER = sys.argv[1:5]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
TEXT = '''Ministers agree on a common border post

ASTANA, May 12, 2024. /Example/. The ministers of Kazakhstan and Kyrgyzstan agreed on Sunday to build one border
post for both states.

Tajikistan may join later.
'''


def headlines(app):
    return [article['headline'] for article in app.tool('list')['articles']]


def write(app, name, content):
    path = os.path.join(app.home, name)
    with open(path, 'wb') as file:
        file.write(content)
    return path


class Giver:
    """Another program that has something to paste or to drag."""

    def __init__(self, kind, *files):
        self.process = subprocess.Popen([GIVER, kind, *files], stdout=subprocess.PIPE)
        os.set_blocking(self.process.stdout.fileno(), False)
        self.heard = []

    def __enter__(self):
        self.wait('ready')
        return self

    def __exit__(self, kind, error, trace):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def said(self, word):
        assert self.process.poll() is None, 'the giver ended'
        self.heard += (self.process.stdout.read() or b'').decode().split()
        return word in self.heard

    def wait(self, word):
        driver.wait(lambda: self.said(word), 'the giver to say %r' % word)

    def place(self):
        """Puts the window into the corner, and returns its middle."""
        out = driver.wait(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '^Giver$'],
                                                 stdout=subprocess.PIPE, check=False).stdout.split(), 'its window')
        window = out[-1].decode()
        subprocess.run(['xdotool', 'windowmove', window, '0', '0', 'windowraise', window], check=True)

        def corner():
            shell = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window], check=True,
                                   stdout=subprocess.PIPE, text=True).stdout
            place = dict(line.split('=') for line in shell.splitlines())
            middle = int(place['X']) + int(place['WIDTH']) // 2, int(place['Y']) + int(place['HEIGHT']) // 2
            return middle if int(place['X']) < 60 and int(place['Y']) < 60 else None
        return driver.wait(corner, 'its window in the corner')

    def drag(self, x, y):
        """Drags what it has to a place on the screen, and lets go when that is accepted."""
        def move(to_x, to_y):
            subprocess.run(['xdotool', 'mousemove', str(to_x), str(to_y)], check=True)

        def step():
            # Small moves until the other side has seen the pointer.
            self.moves = getattr(self, 'moves', 0) + 1
            move(x + self.moves % 9, y + self.moves % 7)
            return self.said('accepted')

        from_x, from_y = self.place()
        move(from_x, from_y)
        subprocess.run(['xdotool', 'mousedown', '1'], check=True)
        try:
            def begin():
                self.moves = getattr(self, 'moves', 0) + 1
                move(from_x + self.moves % 30, from_y + self.moves % 30)
                return self.said('dragging')
            driver.wait(begin, 'the drag to begin')
            driver.wait(step, 'the drag to be accepted')
        finally:
            subprocess.run(['xdotool', 'mouseup', '1'], check=True)
        self.wait('given')
        assert 'refused' not in self.heard


def middle_of(app):
    window = driver.wait(app.window_id, 'the X window')
    out = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window], check=True,
                         stdout=subprocess.PIPE, text=True).stdout
    place = dict(line.split('=') for line in out.splitlines())
    return int(place['X']) + int(place['WIDTH']) // 2, int(place['Y']) + int(place['HEIGHT']) // 2


def test_what_is_no_text_is_refused_and_the_rest_imported():
    with driver.App(PROGRAM, tool=TOOL) as app:
        binary = write(app, 'picture & co.txt', b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR' + bytes(range(256)) * 20)
        empty = write(app, 'empty.txt', b'')
        missing = os.path.join(app.home, 'missing.txt')
        app.start(binary, empty, SAMPLE, missing)
        dialog = app.find(name='3 Texts Can’t Be Imported')
        for name in 'picture & co.txt', 'empty.txt', 'missing.txt':
            app.find('label', re.compile(re.escape(name)), within=dialog)
        # The one that is a text is open behind the dialog.
        app.find('heading', HEADLINE)
        app.focus()
        app.key('Escape')
        app.gone(name='3 Texts Can’t Be Imported')
        assert app.focused() is not None
        assert headlines(app).count(HEADLINE) == 1
        app.quit()


def test_a_single_file_is_refused_with_its_reason():
    with driver.App(PROGRAM, tool=TOOL) as app:
        app.start(write(app, 'empty.txt', b''))
        dialog = app.find(name='1 Text Can’t Be Imported')
        app.find('label', re.compile('empty.txt.*There is no text in it'), within=dialog)
        before = headlines(app)
        app.press(app.find('button', 'Close', within=dialog))
        app.gone(name='1 Text Can’t Be Imported')
        assert headlines(app) == before


def test_a_text_is_pasted():
    with driver.App(PROGRAM, tool=TOOL) as app, Giver('text', write(app, 'text', TEXT.encode())):
        app.start()
        app.find('heading')
        app.focus()
        app.key('ctrl+v')
        app.find('heading', 'Ministers agree on a common border post')
        app.find('label', re.compile('ASTANA.*12 May 2024'))
        assert 'Ministers agree on a common border post' in headlines(app)


def test_files_are_pasted():
    with driver.App(PROGRAM, tool=TOOL) as app, Giver('files', SAMPLE, write(app, 'second.txt', TEXT.encode())):
        app.start()
        app.find('heading')
        app.focus()
        app.key('ctrl+v')
        app.find('heading', 'Ministers agree on a common border post')
        app.find(name='2 articles imported')
        assert HEADLINE in headlines(app)


def test_a_text_is_dropped():
    with driver.App(PROGRAM, tool=TOOL) as app, Giver('text', write(app, 'text', TEXT.encode())) as giver:
        app.start()
        app.find('heading')
        giver.drag(*middle_of(app))
        app.find('heading', 'Ministers agree on a common border post')


def test_a_file_is_dropped():
    with driver.App(PROGRAM, tool=TOOL) as app, Giver('files', SAMPLE) as giver:
        app.start()
        app.find('heading')
        giver.drag(*middle_of(app))
        app.find('heading', HEADLINE)
        assert HEADLINE in headlines(app)


sys.exit(driver.run(test_what_is_no_text_is_refused_and_the_rest_imported,
                    test_a_single_file_is_refused_with_its_reason,
                    test_a_text_is_pasted,
                    test_files_are_pasted,
                    test_a_text_is_dropped,
                    test_a_file_is_dropped))
