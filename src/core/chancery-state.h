/* chancery-state.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-date.h"
#include "chancery-enum-types.h"
#include "chancery-enums.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_STATE (chancery_state_get_type ())

/* What ISO 3166-1 lists, plus Kosovo (XK). Immutable. */
G_DECLARE_FINAL_TYPE (ChanceryState, chancery_state, CHANCERY, STATE, GObject)

typedef enum
{
  CHANCERY_OFFICE_HEAD_OF_STATE,
  CHANCERY_OFFICE_HEAD_OF_GOVERNMENT,
  CHANCERY_OFFICE_FOREIGN_MINISTER,
} ChanceryOffice;

/**
 * ChanceryOfficeHolder:
 * @name: the full name, as written in English
 * @surname: the part by which the press calls them ("Xi", "Pashinyan")
 * @spellings: (array zero-terminated=1): other spellings of @surname, or other
 *   parts of the name by which the press calls them; may be empty
 * @title: the office as written in English ("President")
 * @from: the first day, or none if it isn't known
 * @to: the last day, or none for who is in office
 * @end_unknown: whether @to is only the last day of which anything is known
 *
 * Who held an office of a state, and when. All strings are owned by the state.
 */
typedef struct
{
  ChanceryOffice office;
  const char *name;
  const char *surname;
  const char * const *spellings;
  const char *title;
  ChanceryDate from;
  ChanceryDate to;
  gboolean end_unknown;
} ChanceryOfficeHolder;

const char   *chancery_state_get_iso           (ChanceryState *self);
const char   *chancery_state_get_name          (ChanceryState *self);
const char   *chancery_state_get_official_name (ChanceryState *self);
const char   *chancery_state_get_capital       (ChanceryState *self,
                                                ChanceryDate   date);
gboolean      chancery_state_get_is_sovereign  (ChanceryState *self);
const char   *chancery_state_get_sovereign_iso (ChanceryState *self);
double        chancery_state_get_longitude     (ChanceryState *self);
double        chancery_state_get_latitude      (ChanceryState *self);
const char   *chancery_state_get_remark        (ChanceryState *self);

char         *chancery_state_dup_display_name  (ChanceryState *self);
char         *chancery_state_dup_display_official_name (ChanceryState *self);

const ChanceryOfficeHolder *chancery_state_get_office_holders (ChanceryState *self,
                                                               gsize         *n_holders);

G_END_DECLS
