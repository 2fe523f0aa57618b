#!/usr/bin/env python3
"""Notes that are deleted and brought back, by keyboard: test-note-removal.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys

import driver
from driver import Atspi

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
EARLIER = 'his Tajik counterpart'
LATER = 'will skip the meeting'

with driver.App(PROGRAM, tool=TOOL) as app:
    app.start(SAMPLE)
    app.find('heading', HEADLINE)
    app.find('list item', re.compile(r'^Armenia, member since 1994, [1-9][0-9]* mentions'))
    app.focus()
    app.wait_focus('text', HEADLINE)
    for p in EARLIER, LATER:
        app.select_passage(p)
        app.wait_focus('text', HEADLINE)
        app.key('1')
        app.find('list item', re.compile(r'Highlight.*' + re.escape(p), re.S))
    def f(): 
        n=app.focused(); return n and (n.get_role_name(), n.get_name()[:120])
    import time
    def settle():
        for _ in range(10): driver.GLib.MainContext.default().iteration(False)
        time.sleep(0.7)
    app.key('F6'); settle(); print('F6',f())
    app.key('Delete'); settle(); print('del',f())
    n=app.find_now('button','Undo'); print(n, n and n.get_name())
    for k in ['Tab']*8: app.key(k); settle(); print(k,f())
    app.key('ctrl+z'); settle(); print('ctrlz',f())
    app.key('F6'); settle(); print('F6',f())
    app.shot('/tmp/ci/x.png')
    
