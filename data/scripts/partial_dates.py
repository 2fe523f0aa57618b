"""The first and the last day that a date may mean which says no more than the year or the month."""
# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import calendar
import datetime


def first_day(date):
    if not date:
        return datetime.date.min
    parts = [int(part) for part in date.split('-')]
    return datetime.date(*(parts + [1, 1])[:3])


def last_day(date):
    if not date:
        return datetime.date.max
    parts = [int(part) for part in date.split('-')]
    month = parts[1] if len(parts) > 1 else 12
    return datetime.date(parts[0], month, parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1])
