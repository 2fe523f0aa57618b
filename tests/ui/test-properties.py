#!/usr/bin/env python3
"""The article's properties, corrected for good: test-properties.py PROGRAM TOOL SAMPLE"""

# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys

import driver
from driver import Atspi

PROGRAM, TOOL, SAMPLE = sys.argv[1:4]
HEADLINE = 'CSTO leaders to gather in Minsk without Armenian PM'
DATE = 'Date (Year-Month-Day)'
GUESS = 'The Date Is a Guess'
DIALOG = 'Article Properties'


def is_guess(app):
    return driver.has_state(app.find('check box', GUESS), Atspi.StateType.CHECKED)


def open_properties(app):
    app.focus()
    app.key('alt+Return')
    return app.wait_focus('text', DATE)


def article(app):
    uid = next(each['id'] for each in app.tool('list')['articles'] if each['headline'] == HEADLINE)
    return app.tool('show', uid)


def test_a_guessed_date_is_shown_as_one_and_corrected_for_good():
    with driver.App(PROGRAM, tool=TOOL) as app:
        app.start(SAMPLE)
        app.find('heading', HEADLINE)
        app.find('label', re.compile(r'23 November 2023 \(guessed\)'))

        date = open_properties(app)
        assert driver.text_of(date) == '2023-11-23', driver.text_of(date)
        assert is_guess(app)
        app.find('label', re.compile('please check it'))

        app.type('2022-11-23')
        driver.wait(lambda: driver.text_of(date) == '2022-11-23', 'the date that was typed')
        driver.wait(lambda: not is_guess(app), 'the date to be no guess')
        app.key('ctrl+Return')
        app.gone('dialog', DIALOG)
        app.find('label', re.compile('23 November 2022\u2069'))
        app.find('toggle button', re.compile('as of 23 November 2022$'))
        assert app.focused() is not None
        app.quit()

        kept = article(app)
        assert kept['published'] == '2022-11-23' and not kept['published_guessed'], kept
        assert kept['kicker'] == 'PREVIEW' and 'Kremlin' in kept['standfirst'], kept

        app.start()
        app.find('heading', HEADLINE)
        app.find('label', re.compile('23 November 2022\u2069'))
        date = open_properties(app)
        assert driver.text_of(date) == '2022-11-23'
        app.gone('check box', GUESS)
        app.key('Escape')
        app.gone('dialog', DIALOG)
        app.quit()


def test_a_guess_can_be_confirmed():
    with driver.App(PROGRAM, tool=TOOL) as app:
        app.start(SAMPLE)
        app.find('heading', HEADLINE)
        open_properties(app)
        # Past the calendar's button.
        app.key('Tab', 'Tab')
        app.wait_focus('check box', GUESS)
        app.key('space')
        driver.wait(lambda: not is_guess(app), 'the date to be no guess')
        app.key('ctrl+Return')
        app.gone('dialog', DIALOG)
        app.find('label', re.compile('23 November 2023\u2069'))
        driver.wait(lambda: not article(app)['published_guessed'], 'the library to know')
        assert article(app)['published'] == '2023-11-23'


def test_what_is_no_date_is_not_kept():
    with driver.App(PROGRAM, tool=TOOL) as app:
        app.start(SAMPLE)
        app.find('heading', HEADLINE)
        before = article(app)
        open_properties(app)
        app.type('2023-02-30')
        save = app.find('button', 'Save')
        driver.wait(lambda: not driver.has_state(save, Atspi.StateType.SENSITIVE), 'Save to be refused')
        app.key('ctrl+Return')
        app.find('dialog', DIALOG)
        app.key('Escape')
        app.gone('dialog', DIALOG)
        app.find('label', re.compile(r'23 November 2023 \(guessed\)'))
        assert article(app) == before


sys.exit(driver.run(test_a_guessed_date_is_shown_as_one_and_corrected_for_good,
                    test_a_guess_can_be_confirmed,
                    test_what_is_no_date_is_not_kept))
