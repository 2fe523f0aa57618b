#!/usr/bin/env python3
"""Passages are copied and dragged out as quotations: test-quotation.py PROGRAM TOOL SAMPLE TAKER"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import subprocess
import sys
import urllib.parse

import driver
from driver import Atspi

PROGRAM, TOOL, SAMPLE, TAKER = sys.argv[1:5]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
PASSAGE = 'will skip the meeting'
HTML, TEXT = 'text/html', 'text/plain;charset=utf-8'


class Taker:
    """Another program, to paste into and to drop on."""

    def __init__(self, kind):
        self.process = subprocess.Popen([TAKER, kind], stdout=subprocess.PIPE)
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
        assert self.process.poll() is None, 'the taker ended'
        self.heard += (self.process.stdout.read() or b'').decode().split()
        return word in self.heard

    def wait(self, word):
        driver.wait(lambda: self.said(word), 'the taker to say %r' % word)

    def content(self):
        """What it was given: HTML and text."""
        self.wait('taken')
        return [urllib.parse.unquote(self.heard[self.heard.index(kind) + 1]) for kind in (HTML, TEXT)]

    def place(self):
        """Puts the window into the corner, and returns its middle."""
        out = driver.wait(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '^Taker$'],
                                                 stdout=subprocess.PIPE, check=False).stdout.split(), 'its window')
        window = out[-1].decode()
        subprocess.run(['xdotool', 'windowmove', window, '0', '0', 'windowraise', window], check=True)

        def corner():
            x, y, width, height = place_of(window)
            return (x + width // 2, y + height // 2) if x < 60 and y < 60 else None
        return driver.wait(corner, 'its window in the corner')


def place_of(window):
    shell = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window], check=True,
                           stdout=subprocess.PIPE, text=True).stdout
    place = dict(line.split('=') for line in shell.splitlines())
    return tuple(int(place[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT'))


def check_quotation(html, text):
    assert text.startswith('“%s” (' % PASSAGE), text
    assert HEADLINE in text and text.endswith('TASS, 23 November 2023)'), text
    assert re.search('<blockquote[^>]*><p>%s</p></blockquote><p><cite>[^<]*%s' % (PASSAGE, HEADLINE), html), html


def pasted():
    with Taker('paste') as taker:
        return taker.content()


def open_sample(app):
    app.start(SAMPLE)
    app.find('heading', HEADLINE)
    app.focus()
    return app.wait_focus('text', HEADLINE)


def highlight(app):
    app.select_passage(PASSAGE)
    app.wait_focus('text', HEADLINE)
    app.key('1')
    return app.find('list item', re.compile(r'Highlight.*' + PASSAGE, re.S))


def on_screen(app, area):
    x, y, _, _ = place_of(driver.wait(app.window_id, 'the X window'))
    return x + area.x + area.width // 2, y + area.y + area.height // 2


def drag(taker, x, y):
    """Drags from a place on the screen to the taker, and lets go when that has seen it."""
    to_x, to_y = taker.place()
    moves = [0]

    def move(at_x, at_y):
        moves[0] += 1
        subprocess.run(['xdotool', 'mousemove', str(at_x + moves[0] % 9), str(at_y + moves[0] % 7)], check=True)

    def step():
        move(to_x, to_y)
        return taker.said('over')
    subprocess.run(['xdotool', 'mousemove', str(x), str(y)], check=True)
    subprocess.run(['xdotool', 'mousedown', '1'], check=True)
    try:
        for far in range(1, 12):
            move(x + 4 * far, y)
        driver.wait(step, 'the drag to come')
    finally:
        subprocess.run(['xdotool', 'mouseup', '1'], check=True)


def test_a_selection_is_copied_as_a_quotation():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        app.select_passage(PASSAGE)
        app.wait_focus('text', HEADLINE)
        app.key('ctrl+shift+c')
        app.find(name='Copied as a quotation.')
        check_quotation(*pasted())


def test_a_highlight_is_copied_as_a_quotation():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        highlight(app)
        app.wait_focus('text', HEADLINE)
        # There is no selection any more: the highlight at the caret is meant.
        app.key('bracketleft', 'ctrl+shift+c')
        app.find(name='Copied as a quotation.')
        check_quotation(*pasted())


def test_a_note_is_copied_as_a_quotation():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        highlight(app)
        app.key('F6')
        app.wait_focus('list item', re.compile(PASSAGE))
        app.key('ctrl+shift+c')
        app.find(name='Copied')
        check_quotation(*pasted())


def test_a_note_is_dragged_out():
    with driver.App(PROGRAM, tool=TOOL) as app:
        open_sample(app)
        card = highlight(app)
        with Taker('drop') as taker:
            drag(taker, *on_screen(app, Atspi.Component.get_extents(card, Atspi.CoordType.WINDOW)))
            check_quotation(*taker.content())


def passage_on_screen(app, text):
    # GTK tells the place of a range's first character.
    middle = driver.text_of(text).index(PASSAGE) + len(PASSAGE) // 2
    return on_screen(app, Atspi.Text.get_range_extents(text.get_text_iface(), middle, middle + 1,
                                                       Atspi.CoordType.WINDOW))


def test_a_selection_is_dragged_out():
    with driver.App(PROGRAM, tool=TOOL) as app:
        text = open_sample(app)
        app.select_passage(PASSAGE)
        app.wait_focus('text', HEADLINE)
        with Taker('drop') as taker:
            drag(taker, *passage_on_screen(app, text))
            check_quotation(*taker.content())


def test_a_highlight_is_dragged_out():
    with driver.App(PROGRAM, tool=TOOL) as app:
        text = open_sample(app)
        highlight(app)
        # The highlight that one has gone to is the active one.
        app.wait_focus('text', HEADLINE)
        app.key('Escape', 'bracketleft')
        with Taker('drop') as taker:
            drag(taker, *passage_on_screen(app, text))
            check_quotation(*taker.content())


sys.exit(driver.run(test_a_selection_is_copied_as_a_quotation,
                    test_a_highlight_is_copied_as_a_quotation,
                    test_a_note_is_copied_as_a_quotation,
                    test_a_note_is_dragged_out,
                    test_a_selection_is_dragged_out,
                    test_a_highlight_is_dragged_out))
