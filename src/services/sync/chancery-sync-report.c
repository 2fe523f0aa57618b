/* chancery-sync-report.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sync-report.h"

#include "chancery-sync-value.h"
#include "exchange/chancery-json-tape.h"

#define MAX_LEFT 1000

static void
left_free (gpointer data)
{
  ChancerySyncLeft *left = data;

  g_free (left->name);
  g_free (left->reason);
  g_free (left);
}

ChancerySyncReport *
chancery_sync_report_new (void)
{
  ChancerySyncReport *self = g_new0 (ChancerySyncReport, 1);

  self->conflicts = g_ptr_array_new_with_free_func (g_free);
  self->left = g_ptr_array_new_with_free_func (left_free);
  return self;
}

void
chancery_sync_report_free (ChancerySyncReport *self)
{
  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->left);
  g_free (self);
}

/**
 * chancery_sync_report_leave:
 * @self: a report
 * @name: (type filename): a file's place in the folder
 * @reason: why it is left alone
 */
void
chancery_sync_report_leave (ChancerySyncReport *self,
                            const char         *name,
                            const char         *reason)
{
  ChancerySyncLeft *left;

  self->n_left++;
  if (self->left->len >= MAX_LEFT)
    return;
  left = g_new (ChancerySyncLeft, 1);
  left->name = g_filename_display_name (name);
  left->reason = g_strdup (reason);
  g_ptr_array_add (self->left, left);
}

/**
 * chancery_sync_report_did_change:
 * @self: a report
 *
 * Returns: whether the library was changed by what came
 */
gboolean
chancery_sync_report_did_change (const ChancerySyncReport *self)
{
  return self->notes.n_added + self->notes.n_changed + self->notes.n_removed + self->articles.n_added +
         self->articles.n_changed + self->articles.n_removed > 0;
}

static void
append_counts (GString                  *json,
               const char               *member,
               const ChancerySyncCounts *counts)
{
  chancery_json_append_member (json, member);
  g_string_append_c (json, '{');
  chancery_sync_value_append_number (json, "added", counts->n_added);
  chancery_sync_value_append_number (json, "changed", counts->n_changed);
  chancery_sync_value_append_number (json, "removed", counts->n_removed);
  g_string_append_c (json, '}');
}

/**
 * chancery_sync_report_to_json:
 * @self: a report
 *
 * Returns: (transfer full): the report as a JSON object
 */
char *
chancery_sync_report_to_json (const ChancerySyncReport *self)
{
  GString *json = g_string_new ("{");

  chancery_sync_value_append_number (json, "files", self->n_files);
  chancery_sync_value_append_number (json, "read", self->n_read);
  chancery_sync_value_append_number (json, "written", self->n_written);
  chancery_sync_value_append_number (json, "copies_merged", self->n_merged);
  chancery_sync_value_append_number (json, "expired", self->n_expired);
  chancery_sync_value_append_number (json, "waiting", self->n_waiting);
  append_counts (json, "notes", &self->notes);
  append_counts (json, "articles", &self->articles);
  chancery_json_append_member (json, "conflicts");
  g_string_append_c (json, '[');
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      chancery_json_append_string (json, g_ptr_array_index (self->conflicts, i));
    }
  g_string_append_c (json, ']');
  chancery_sync_value_append_number (json, "left_alone", self->n_left);
  chancery_json_append_member (json, "left");
  g_string_append_c (json, '[');
  for (guint i = 0; i < self->left->len; i++)
    {
      const ChancerySyncLeft *left = g_ptr_array_index (self->left, i);

      g_string_append (json, i > 0 ? ",{" : "{");
      chancery_sync_value_append_string (json, "file", left->name);
      chancery_sync_value_append_string (json, "reason", left->reason);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]}");
  return g_string_free_and_steal (json);
}
