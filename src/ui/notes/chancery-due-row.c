/* chancery-due-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-due-row.h"

#include <glib/gi18n.h>

#include "chancery-due.h"

struct _ChanceryDueRow
{
  GtkWidget parent_instance;

  ChanceryDate date; /* what was understood last */
  gboolean is_loading;

  GtkWidget *box;
  GtkEntry *entry;
  GtkMenuButton *button;
  GtkCalendar *calendar; /* (nullable): made when it is needed */
  GtkWidget *clear;
  GtkLabel *error;
  GtkBox *suggestions;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryDueRow, chancery_due_row, GTK_TYPE_WIDGET)

static void
show_error (ChanceryDueRow *self,
            const char     *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* What is the due date already need not be suggested. */
static void
update_suggestions (ChanceryDueRow *self)
{
  gboolean any = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const ChanceryDate *date = g_object_get_data (G_OBJECT (child), "date");
      gboolean offered = !chancery_date_equal (*date, self->date);

      gtk_widget_set_visible (child, offered);
      any |= offered;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), any);
}

static void
show_date (ChanceryDueRow *self)
{
  g_autofree char *text = chancery_date_format (self->date);

  self->is_loading = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->is_loading = FALSE;
  gtk_widget_set_visible (self->clear, *text != '\0');
  show_error (self, NULL);
  update_suggestions (self);
}

static void
take_date (ChanceryDueRow *self,
           ChanceryDate    date)
{
  gboolean is_new = !chancery_date_equal (self->date, date);

  self->date = date;
  show_date (self);
  if (is_new)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
entry_changed_cb (ChanceryDueRow *self)
{
  if (self->is_loading)
    return;

  show_error (self, NULL);
  gtk_widget_set_visible (self->clear, *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0');
}

static void
clear_clicked_cb (ChanceryDueRow *self)
{
  /* Before the button goes, so that the focus is never nowhere. */
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  take_date (self, CHANCERY_DATE_NONE);
}

static void
take_suggestion (ChanceryDueRow *self,
                 GtkWidget      *suggestion)
{
  const ChanceryDate date = *(const ChanceryDate *) g_object_get_data (G_OBJECT (suggestion), "date");
  g_autofree char *formatted = chancery_date_format (date);
  g_autofree char *message = NULL;

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->suggestions)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  take_date (self, date);
  message = g_strdup_printf (_("Due %s"), formatted);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
suggestion_clicked_cb (GtkWidget *suggestion,
                       gpointer   user_data)
{
  take_suggestion (CHANCERY_DUE_ROW (user_data), suggestion);
}

/* The popover stays, since going to another month selects a day as well. */
static void
day_selected_cb (GtkCalendar *calendar,
                 gpointer     user_data)
{
  ChanceryDueRow *self = CHANCERY_DUE_ROW (user_data);
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);

  if (!self->is_loading)
    take_date (self, chancery_date_from_g_date_time (day));
}

static void
create_popup (GtkMenuButton *button,
              gpointer       user_data)
{
  ChanceryDueRow *self = CHANCERY_DUE_ROW (user_data);
  ChanceryDate date = chancery_date_last_day (chancery_date_is_set (self->date) ? self->date : chancery_due_get_today ());
  g_autoptr (GDateTime) day = g_date_time_new_local (date.year, date.month, date.day, 0, 0, 0);

  if (self->calendar == NULL)
    {
      GtkWidget *popover = gtk_popover_new ();

      self->calendar = GTK_CALENDAR (gtk_calendar_new ());
      g_signal_connect (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
      gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
      gtk_menu_button_set_popover (button, popover);
    }

  self->is_loading = TRUE;
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
  self->is_loading = FALSE;
}

static void
chancery_due_row_dispose (GObject *object)
{
  ChanceryDueRow *self = CHANCERY_DUE_ROW (object);

  self->is_loading = TRUE;
  self->calendar = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_DUE_ROW);

  G_OBJECT_CLASS (chancery_due_row_parent_class)->dispose (object);
}

static void
chancery_due_row_class_init (ChanceryDueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chancery_due_row_dispose;

  /**
   * ChanceryDueRow::changed:
   *
   * The user chose another date, or none.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/notes/chancery-due-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryDueRow, box);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDueRow, entry);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDueRow, button);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDueRow, clear);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDueRow, error);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDueRow, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chancery_due_row_commit);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "duerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
chancery_due_row_init (ChanceryDueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, create_popup, self, NULL);
  update_suggestions (self);
}

GtkWidget *
chancery_due_row_new (void)
{
  return g_object_new (CHANCERY_TYPE_DUE_ROW, NULL);
}

/**
 * chancery_due_row_get_date:
 * @self: a row
 *
 * Returns: the date that was understood last, or %CHANCERY_DATE_NONE
 */
ChanceryDate
chancery_due_row_get_date (ChanceryDueRow *self)
{
  g_return_val_if_fail (CHANCERY_IS_DUE_ROW (self), CHANCERY_DATE_NONE);

  return self->date;
}

/**
 * chancery_due_row_set_date:
 * @self: a row
 * @date: a date, or %CHANCERY_DATE_NONE
 *
 * Shows @date. What is being written, and is not another date yet, stays if
 * that is the one that it was written over.
 */
void
chancery_due_row_set_date (ChanceryDueRow *self,
                           ChanceryDate    date)
{
  g_return_if_fail (CHANCERY_IS_DUE_ROW (self));

  if (chancery_date_equal (self->date, date))
    return;

  self->date = date;
  show_date (self);
}

/**
 * chancery_due_row_focus:
 * @self: a row
 *
 * Gives the focus to the field, with all that is written in it selected.
 */
void
chancery_due_row_focus (ChanceryDueRow *self)
{
  g_return_if_fail (CHANCERY_IS_DUE_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * chancery_due_row_commit:
 * @self: a row
 *
 * Takes what was written as the date. What is no date stays as it was written,
 * with a message, and the date stays what it was.
 *
 * Returns: whether it was a date, or nothing
 */
gboolean
chancery_due_row_commit (ChanceryDueRow *self)
{
  const char *text;
  g_autofree char *formatted = NULL;
  g_autofree char *stripped = NULL;
  ChanceryDate date = CHANCERY_DATE_NONE;

  g_return_val_if_fail (CHANCERY_IS_DUE_ROW (self), FALSE);

  text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  stripped = g_strstrip (g_strdup (text));
  formatted = chancery_date_format (self->date);
  if (self->is_loading || g_str_equal (stripped, formatted))
    return TRUE;

  if (*stripped != '\0' && !chancery_due_parse (stripped, chancery_due_get_today (), &date))
    {
      const ChanceryDate example = chancery_due_get_today ();
      g_autofree char *words = chancery_date_format (example);
      g_autofree char *numbers = chancery_date_to_string (example);
      g_autofree char *message = NULL;

      /* Translators: %1$s is what the user wrote, %2$s and %3$s are a date in words and in numbers */
      message = g_strdup_printf (_("“%1$s” is no date. Write it like %2$s or %3$s."), stripped, words, numbers);
      show_error (self, message);
      return FALSE;
    }

  take_date (self, date);
  return TRUE;
}

/**
 * chancery_due_row_get_text:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what was written and is no date; %NULL
 *   if there is no such thing
 */
const char *
chancery_due_row_get_text (ChanceryDueRow *self)
{
  g_return_val_if_fail (CHANCERY_IS_DUE_ROW (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->error)) ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : NULL;
}

/**
 * chancery_due_row_set_text:
 * @self: a row
 * @text: (nullable): what chancery_due_row_get_text() returned before; %NULL
 *   to show the date
 */
void
chancery_due_row_set_text (ChanceryDueRow *self,
                           const char     *text)
{
  g_return_if_fail (CHANCERY_IS_DUE_ROW (self));

  show_date (self);
  if (text == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  chancery_due_row_commit (self);
}

/**
 * chancery_due_row_set_suggestions:
 * @self: a row
 * @suggestions: (element-type ChanceryDueSuggestion): dates to offer
 */
void
chancery_due_row_set_suggestions (ChanceryDueRow *self,
                                  GPtrArray      *suggestions)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions));

  g_return_if_fail (CHANCERY_IS_DUE_ROW (self));

  for (guint i = 0; i < suggestions->len; i++)
    {
      const ChanceryDueSuggestion *suggestion = suggestions->pdata[i];
      GtkLabel *label;

      if (child == NULL)
        {
          child = gtk_button_new ();
          label = GTK_LABEL (gtk_label_new (NULL));
          gtk_label_set_wrap (label, TRUE);
          gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
          gtk_label_set_xalign (label, 0);
          gtk_button_set_child (GTK_BUTTON (child), GTK_WIDGET (label));
          gtk_widget_add_css_class (child, "flat");
          gtk_widget_add_css_class (child, "due-suggestion");
          gtk_widget_set_tooltip_text (child, _("Take as Due Date"));
          g_signal_connect (child, "clicked", G_CALLBACK (suggestion_clicked_cb), self);
          gtk_box_append (self->suggestions, child);
        }
      label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (child)));
      gtk_label_set_label (label, suggestion->label);
      g_object_set_data_full (G_OBJECT (child), "date", g_memdup2 (&suggestion->date, sizeof suggestion->date), g_free);
      child = gtk_widget_get_next_sibling (child);
    }
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_box_remove (self->suggestions, child);
      child = next;
    }
  update_suggestions (self);
}

/**
 * chancery_due_row_take_suggestion:
 * @self: a row
 *
 * Takes the first date that is offered.
 *
 * Returns: whether one was
 */
gboolean
chancery_due_row_take_suggestion (ChanceryDueRow *self)
{
  g_return_val_if_fail (CHANCERY_IS_DUE_ROW (self), FALSE);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      {
        take_suggestion (self, child);
        return TRUE;
      }

  return FALSE;
}
