"""Names of people, as the sources of office-holders.json write them; see README.md."""
# SPDX-FileCopyrightText: 2026 The Chancery authors
# SPDX-License-Identifier: GPL-3.0-or-later

import difflib
import html
import re
import unicodedata

MONTHS = 'january february march april may june july august september october november december'.split()
# Words that a name is written with or without, and that are spelt in many ways.
ARTICLES = {'al', 'el', 'bin', 'ben', 'ibn', 'as', 'ad', 'an', 'ould', 'de', 'of'}
# No surname to know anybody by.
TITLE_WORDS = {'king', 'prince', 'sultan', 'president', 'minister', 'general', 'major', 'pope', 'emir', 'chief'}
# Names that are alike, of two people: who has one of these before that.
RELATIVES = [({'mahamat'}, 'deby'), ({'muhammad', 'mohammed'}, 'salman'), ({'keqiang'}, 'li')]
PARTICLES = {'de', 'da', 'do', 'dos', 'das', 'di', 'del', 'della', 'der', 'den', 'van', 'von', 'la', 'le', 'du', 'ter',
             'ten', 'el', 'al', 'bin', 'ben', 'abu', 'ould', 'e', 'of', 'af'}
FAMILY_FIRST = {'CN', 'KP', 'KR'}
GIVEN_FIRST = {'BN', 'ER', 'ET', 'LA', 'MY', 'TH'}
WHOLE = {'KH', 'MM'}
SPANISH = {'AR', 'BO', 'CL', 'CO', 'CR', 'CU', 'DO', 'EC', 'ES', 'GQ', 'GT', 'HN', 'MX', 'NI', 'PA', 'PE', 'PY', 'SV',
           'UY', 'VE'}
ARAB = {'AE', 'BH', 'JO', 'KW', 'OM', 'QA', 'SA'}

# A title in The World Factbook ends where the first of these ends.
TITLES = [
    'Sovereign Council Chair and Commander-in-Chief of the Sudanese Armed Forces General',
    'President of the Pontifical Commission for the State of Vatican City and President of the Governorate of the Vatican City State',
    'Presidential Leadership Council Chairperson', 'State Affairs Commission President', 'Supreme People\'s Assembly President',
    'President of the Swiss Confederation', 'Chairperson of the Council of Ministers', 'Chairman of the Cabinet of Ministers',
    'Chairman of the Council of Ministers', 'Chairman of the Presidency', 'Chairperson of the Presidency',
    'President of the Territorial Assembly', 'President of the Territorial Council', 'President of Territorial Council',
    'President of Council of Ministers', 'Secretary of State for Foreign and Political Affairs',
    'President of the Government', 'President of French Polynesia', 'Prime Minister and Co-Vice President',
    'Prime Minister and Foreign Minister', 'Mayor and Chairman of the Island Council', 'President, Presidential Council,',
    'Crown Prince and Prime Minister', 'Prime Minister Crown Prince', 'Sultan and Prime Minister', 'Transition Prime Minister',
    'Transitional President', 'Caretaker Prime Minister', 'Interim Prime Minister', 'GNU Interim Prime Minister',
    'CNSP Prime Minister', 'Acting Prime Minister', 'Interim President', 'Acting President', 'Transition President',
    'Supreme Leader', 'Taliban Leader', 'Minister of State', 'Chief Executive', 'Chief Minister', 'Prime Minister',
    'Vice President', 'Administrator', 'Grand Duke', 'Co-prince', 'Chancellor', 'Taoiseach', 'President', 'Governor',
    'Emperor', 'Premier', 'Sultan', 'Prince', 'Queen', 'King', 'Amir', 'Pope', 'General',
]


def parse_date(text):
    """"14 May 2017", "May 2022" or "1997" at its precision; the first of several."""
    match = re.match(r'(?:(\d{1,2}) )?(?:([A-Za-z]+) )?(\d{4})', text or '')
    if not match:
        return None
    day, month, year = match.groups()
    if not month:
        return year
    number = [i for i, name in enumerate(MONTHS, 1) if name.startswith(month.lower())]
    if not number:
        return None
    return f'{year}-{number[0]:02}' + (f'-{int(day):02}' if day else '')


def proper(word):
    """PASHINYAN -> Pashinyan, DIAZ-CANEL -> Diaz-Canel, D'OLIVEIRA -> D'Oliveira."""
    if re.fullmatch(r'[IVX]+', word):
        return word
    return re.sub(r"[^\W\d_]+", lambda m: m.group()[0] + m.group()[1:].lower(), word)


def parse_holder(text):
    """The Factbook writes the part by which people are called in capitals: (title, name, surname)."""
    text = html.unescape(text).replace('&Eacute', 'É').replace('&eacute', 'é').replace('\xa0', ' ')
    text = re.sub(r' *\([^)]*\)', '', re.split(r';|, represented', text)[0]).strip()
    text = re.sub(r'^President of the (?:Islamic Republic|National Council) (?:of|for) .*? (?=General|Ashraf)', 'President ', text)
    title = ''
    for candidate in TITLES:
        if text.startswith(candidate + ' '):
            title = candidate.strip(',')
            text = text[len(candidate):].strip(' ,')
            break
    text = re.sub(r'^(?:(?:Sr\.|Maj\.|Lt\.|Brig\.|Gen\.|Capt\.|Col\.|Cdre\.|Dr\.|Field Marshal|General|Sir|Ratu|Transitional?|Interim|'
                  r'Acting|Executive|Commissioner|Head of Government|Chief of State|State Affairs Commission Chairman|President|'
                  r'Prime Minister|and Prime Minister|Minister of State)[ ,]\s*)+', '', text)
    text = re.sub(r', (?:Lt|Maj|Brig)\. Gen\.$|, Dr\.$', '', text)
    text = re.sub(r' of (?:the Netherlands|Denmark|Norway|China)$', '', text)
    words = text.split()
    surname = [w for w in words if len(w) > 1 and w.strip(',.').isupper() or re.fullmatch('[IVX]+', w)]
    surname = [w for w in surname if not re.fullmatch(r'[A-Z]\.', w)]
    name = ' '.join(proper(w) if w in surname else w for w in words)
    return title, name, ' '.join(proper(w).strip(',') for w in surname) or name


def plain(name):
    """The words of a name in lower-case ASCII letters, without initials, to compare by."""
    name = unicodedata.normalize('NFD', name.replace('ł', 'l').replace('ı', 'i').replace('ø', 'o').replace('đ', 'd'))
    name = re.sub(r'[^a-z]+', ' ', ''.join(c for c in name if not unicodedata.combining(c)).lower())
    words = [word for word in name.split() if len(word) > 1]
    return words or name.split()


def is_same_person(one, other):
    """Whether two names may be of one person, across spellings and left-out parts."""
    short, long = sorted(([word for word in plain(name) if word not in ARTICLES] for name in (one, other)), key=len)
    if not short or ''.join(short) == ''.join(long):
        return bool(short)
    if any(family in short and family in long and bool(names & set(short)) != bool(names & set(long)) for names, family in RELATIVES):
        return False
    scores = [max(difflib.SequenceMatcher(None, word, w).ratio() for w in long) for word in short]
    if len(short) == len(long):  # or a name in which a word is there twice would be like many
        scores = min(scores, [max(difflib.SequenceMatcher(None, word, w).ratio() for w in short) for word in long], key=min)
    return min(scores) >= 0.65 and sum(scores) / len(scores) >= 0.8


def is_same_start(one, other):
    """Whether two names may be of one person if both begin on one day."""
    return any(difflib.SequenceMatcher(None, word, w).ratio() > 0.7
               for word in plain(one) for w in plain(other) if min(len(word), len(w)) > 2 and word not in ARTICLES)


def clean_name(name):
    """A name without what a source adds to it."""
    name = re.sub(r' *\([^)]*\)', '', name)
    name = re.sub(r',? (?:Prince|Grand Duke|King) of .*| of (?:the )?(?:[A-Z]\w+ ?){1,2}$|,? (?:Jr|Sr)\.?$', '', name)
    return re.sub(r'^(?:(?:Chairperson,? )?Presidential Council|Minister|Chief|Premier|Secretary of State|Archbishop|Cardinal|Dr\.) ',
                  '', re.sub(r'^(?:Premier|Secretary of State|Chairperson,) ', '', name)).strip(' ,')


def get_surname(name, iso):
    """The part by which the press is likely to call somebody."""
    name = re.sub(r',? (?:Jr|Sr)\.?$', '', name)
    words = name.split()
    if len(words) < 2 or iso in WHOLE or words[0 if iso in GIVEN_FIRST else -1].lower() in TITLE_WORDS:
        return name
    if re.fullmatch('[IVX]+', words[-1]):
        return ' '.join(words[:-1])
    if ' of ' in name:
        return re.sub('[IVX]+$', '', name.split(' of ')[0]).strip() or name
    if iso in FAMILY_FIRST or iso == 'TW' and '-' in words[-1]:
        return words[0]
    if iso in GIVEN_FIRST:
        return words[0]
    if iso in ARAB and {'bin', 'ibn'} & set(words):
        return re.sub(r' (?:Al|Āl) \S+$', '', name)
    first = len(words) - 1
    if iso in SPANISH and len(words) >= 4 and not PARTICLES & {w.lower() for w in words[-2:]}:
        return words[-2]
    while first > 1 and (words[first - 1].lower() in PARTICLES - {'e', 'of'} or words[first - 1] in ('De', 'Van', 'Ould')):
        first -= 1
    return ' '.join(words[first:])
