/* chancery-single-byte.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <uchar.h>

G_BEGIN_DECLS

/**
 * ChancerySingleByte:
 * @name: IANA's name of the encoding
 * @upper: what the bytes from 0x80 on stand for, U+FFFD for nothing
 * @handicap: how much less likely than Windows-1252 it is, in half bits
 *
 * An encoding that has one byte a character and ASCII below 0x80.
 */
typedef struct
{
  const char *name;
  const char32_t *upper;
  guint handicap;
} ChancerySingleByte;

const ChancerySingleByte *chancery_single_byte_detect (const guchar             *data,
                                                       gsize                     length_bytes,
                                                       double                   *cost);
void                      chancery_single_byte_append (const ChancerySingleByte *encoding,
                                                       const guchar             *data,
                                                       gsize                     length_bytes,
                                                       GString                  *text);

G_END_DECLS
