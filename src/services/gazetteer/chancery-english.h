/* chancery-english.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an English word is to the rules; a word may be several of these. The
 * lists are in chancery-english-words.c, each with the reason for it. */
#define ENGLISH_SAYING          (G_GUINT64_CONSTANT (1) << 0)
#define ENGLISH_MONTH           (G_GUINT64_CONSTANT (1) << 1)
#define ENGLISH_WEEKDAY         (G_GUINT64_CONSTANT (1) << 2)
#define ENGLISH_FUNCTION        (G_GUINT64_CONSTANT (1) << 3)
#define ENGLISH_PERSON_TITLE    (G_GUINT64_CONSTANT (1) << 4)
#define ENGLISH_OFFICE          (G_GUINT64_CONSTANT (1) << 5)
#define ENGLISH_FIRST_NAME      (G_GUINT64_CONSTANT (1) << 6)
#define ENGLISH_KIN             (G_GUINT64_CONSTANT (1) << 7)
#define ENGLISH_US_PLACE        (G_GUINT64_CONSTANT (1) << 8)
#define ENGLISH_REGION          (G_GUINT64_CONSTANT (1) << 9)
#define ENGLISH_PLACE_TAIL      (G_GUINT64_CONSTANT (1) << 10)
#define ENGLISH_NAME_TAIL       (G_GUINT64_CONSTANT (1) << 11)
#define ENGLISH_CHURCH          (G_GUINT64_CONSTANT (1) << 12)
#define ENGLISH_CLUB            (G_GUINT64_CONSTANT (1) << 13)
#define ENGLISH_TREATY          (G_GUINT64_CONSTANT (1) << 14)
#define ENGLISH_DIRECTION       (G_GUINT64_CONSTANT (1) << 15)
#define ENGLISH_LANGUAGE_TAIL   (G_GUINT64_CONSTANT (1) << 16)
#define ENGLISH_LANGUAGE_LEAD   (G_GUINT64_CONSTANT (1) << 17)
#define ENGLISH_PLACE_PREPOSITION (G_GUINT64_CONSTANT (1) << 18)
#define ENGLISH_MOVE            (G_GUINT64_CONSTANT (1) << 19)
#define ENGLISH_GOODS           (G_GUINT64_CONSTANT (1) << 20)
#define ENGLISH_ORGAN           (G_GUINT64_CONSTANT (1) << 21)
#define ENGLISH_PRIVATE         (G_GUINT64_CONSTANT (1) << 22)
#define ENGLISH_PLACE_NOUN      (G_GUINT64_CONSTANT (1) << 23)
#define ENGLISH_TOPIC           (G_GUINT64_CONSTANT (1) << 24)
#define ENGLISH_SPORT           (G_GUINT64_CONSTANT (1) << 25)
#define ENGLISH_FORMER          (G_GUINT64_CONSTANT (1) << 26)
#define ENGLISH_DEPUTY          (G_GUINT64_CONSTANT (1) << 27)
#define ENGLISH_HONORIFIC       (G_GUINT64_CONSTANT (1) << 28)
#define ENGLISH_PARTICLE        (G_GUINT64_CONSTANT (1) << 29)
#define ENGLISH_HEAD            (G_GUINT64_CONSTANT (1) << 30)
#define ENGLISH_MONARCH         (G_GUINT64_CONSTANT (1) << 31)
#define ENGLISH_FOREIGN         (G_GUINT64_CONSTANT (1) << 32)
#define ENGLISH_EVENT           (G_GUINT64_CONSTANT (1) << 33)
#define ENGLISH_UNION           (G_GUINT64_CONSTANT (1) << 34)
#define ENGLISH_PREPOSITION     (G_GUINT64_CONSTANT (1) << 35)
#define ENGLISH_GIVE            (G_GUINT64_CONSTANT (1) << 36)
#define ENGLISH_TARGET          (G_GUINT64_CONSTANT (1) << 37)
#define ENGLISH_NAME_LEAD       (G_GUINT64_CONSTANT (1) << 38)
#define ENGLISH_ACT             (G_GUINT64_CONSTANT (1) << 39)
#define ENGLISH_COUNTRY_CUE     (G_GUINT64_CONSTANT (1) << 40)
#define ENGLISH_STATE_CUE       (G_GUINT64_CONSTANT (1) << 41)
#define ENGLISH_MODIFIER        (G_GUINT64_CONSTANT (1) << 42)
#define ENGLISH_AUXILIARY       (G_GUINT64_CONSTANT (1) << 43)
#define ENGLISH_BIRD            (G_GUINT64_CONSTANT (1) << 44)
#define ENGLISH_PAST_REALM      (G_GUINT64_CONSTANT (1) << 45)
#define ENGLISH_SHARED_NAME     (G_GUINT64_CONSTANT (1) << 46)
#define ENGLISH_TONGUE          (G_GUINT64_CONSTANT (1) << 47)
#define ENGLISH_ETHNIC          (G_GUINT64_CONSTANT (1) << 48)
#define ENGLISH_TRADE           (G_GUINT64_CONSTANT (1) << 49)
#define ENGLISH_TRAIN           (G_GUINT64_CONSTANT (1) << 50)
#define ENGLISH_DETERMINER      (G_GUINT64_CONSTANT (1) << 51)
#define ENGLISH_ABOUT           (G_GUINT64_CONSTANT (1) << 52)
#define ENGLISH_COMMON_SURNAME  (G_GUINT64_CONSTANT (1) << 53)
#define ENGLISH_DATELINE_LOCAL  (G_GUINT64_CONSTANT (1) << 54)
#define ENGLISH_STATE_NOUN      (G_GUINT64_CONSTANT (1) << 55)

typedef struct
{
  guint64 classes;
  const char *words; /* separated by spaces */
} ChanceryEnglishWords;

typedef struct
{
  const char *form;
  const char *iso;
} ChanceryEnglishForm;

extern const ChanceryEnglishWords chancery_english_words[];
extern const char *const chancery_english_blocked[];
extern const ChanceryEnglishForm chancery_english_combining[];

char *chancery_english_dup_plural (const char *demonym);

G_END_DECLS
