/* chancery-note-reader.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-article.h"
#include "chancery-import-report.h"
#include "chancery-json-tape.h"
#include "chancery-note.h"

G_BEGIN_DECLS

/* A file that is larger isn't read. */
#define CHANCERY_NOTE_READER_MAX_BYTES ((gsize) 512 * 1024 * 1024)
/* Words that are longer are no note. */
#define CHANCERY_NOTE_READER_MAX_WORDS_BYTES ((gsize) 4 * 1024 * 1024)

/**
 * ChanceryNoteRecord:
 * @article: (owned) (nullable): an article; then there is nothing else
 * @has_text: whether @article has its text
 * @note: (owned) (nullable): a note; %NULL together with @article where something was left out
 * @own: whether it is from an export of ours, so that a note without an article is on none
 * @place: (owned) (nullable): where in the file it is
 * @address: (owned) (nullable): the address of what the note is on
 * @title: (owned) (nullable): what that is called
 * @author: (owned) (nullable): who wrote it
 * @published: when
 * @has_position: whether the place is given by @start and @end alone, since the note has no words
 * @utf16: whether places count UTF-16 units, not code points
 *
 * One thing of a file, before it is known which of our articles it has to do with. The note's article is the one
 * that it has in the library that exported it, if it is from one.
 */
typedef struct
{
  ChanceryArticle *article;
  gboolean has_text;

  ChanceryNote *note;
  gboolean own;
  char *place;
  char *address;
  char *title;
  char *author;
  ChanceryDate published;
  gboolean has_position;
  guint64 start;
  guint64 end;
  gboolean utf16;
} ChanceryNoteRecord;

void chancery_note_record_clear (ChanceryNoteRecord *record);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryNoteRecord, chancery_note_record_clear)

typedef struct _ChanceryNoteReader ChanceryNoteReader;

/**
 * ChanceryNoteReaderFormat:
 * @id: its word
 * @state_size: of the state that its functions are given, zeroed
 * @open: looks whether the text is in this format; %FALSE without an error if it isn't
 * @next: reads one thing more; %FALSE at the end. What can't be read is reported, and leaves an empty record
 * @clear: (nullable): frees what the state refers to
 *
 * How notes are read. A format is one file with one of these, which stands in the table in chancery-note-reader.c.
 */
typedef struct
{
  const char *id;
  gsize state_size;
  gboolean (*open) (ChanceryNoteReader  *reader,
                    gpointer             state,
                    GError             **error);
  gboolean (*next) (ChanceryNoteReader *reader,
                    gpointer            state,
                    ChanceryNoteRecord *record);
  void (*clear) (gpointer state);
} ChanceryNoteReaderFormat;

extern const ChanceryNoteReaderFormat chancery_read_annotation;
extern const ChanceryNoteReaderFormat chancery_read_csv;
extern const ChanceryNoteReaderFormat chancery_read_hypothesis;
extern const ChanceryNoteReaderFormat chancery_read_markdown;

ChanceryNoteReader *chancery_note_reader_new  (GBytes                *bytes,
                                               const char            *name,
                                               gint64                 now_us,
                                               ChanceryImportReport  *report,
                                               GError               **error);
void                chancery_note_reader_free (ChanceryNoteReader    *self);
gboolean            chancery_note_reader_next (ChanceryNoteReader    *self,
                                               ChanceryNoteRecord    *record);
double              chancery_note_reader_get_fraction (ChanceryNoteReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryNoteReader, chancery_note_reader_free)

/* What formats ask */

const char           *chancery_note_reader_get_text   (ChanceryNoteReader  *self,
                                                       gsize               *length_bytes);
gint64                chancery_note_reader_get_now_us (ChanceryNoteReader  *self);
ChanceryImportReport *chancery_note_reader_get_report (ChanceryNoteReader  *self);
void                  chancery_note_reader_set_at     (ChanceryNoteReader  *self,
                                                       const char          *at);
gboolean              chancery_note_reader_get_json   (ChanceryNoteReader  *self,
                                                       ChanceryJsonPart    *root,
                                                       GError             **error);
const ChanceryJsonMembers *chancery_note_reader_get_members (ChanceryNoteReader *self);
gboolean              chancery_note_reader_is_csv     (ChanceryNoteReader  *self);

G_END_DECLS
