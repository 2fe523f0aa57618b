/* chancery-reader-header.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reader-header.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chancery-text.h"

#define WORDS_A_MINUTE 220
#define IDEOGRAPHS_A_MINUTE 400

struct _ChanceryReaderHeader
{
  GtkWidget parent_instance;

  GtkWidget *kicker;
  GtkWidget *headline;
  GtkWidget *standfirst;
  GtkWidget *byline;
  GtkWidget *dateline;
};

G_DEFINE_FINAL_TYPE (ChanceryReaderHeader, chancery_reader_header, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CORRECT_DATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
activate_link_cb (ChanceryReaderHeader *self,
                  const char           *address)
{
  g_signal_emit (self, signals[SIGNAL_CORRECT_DATE], 0);
  return TRUE;
}

static void
chancery_reader_header_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_READER_HEADER);

  G_OBJECT_CLASS (chancery_reader_header_parent_class)->dispose (object);
}

static void
chancery_reader_header_class_init (ChanceryReaderHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_reader_header_dispose;

  /**
   * ChanceryReaderHeader::correct-date:
   *
   * The date, which is a guess, was activated.
   */
  signals[SIGNAL_CORRECT_DATE] =
    g_signal_new ("correct-date", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/reader/chancery-reader-header.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryReaderHeader, kicker);
  gtk_widget_class_bind_template_child (widget_class, ChanceryReaderHeader, headline);
  gtk_widget_class_bind_template_child (widget_class, ChanceryReaderHeader, standfirst);
  gtk_widget_class_bind_template_child (widget_class, ChanceryReaderHeader, byline);
  gtk_widget_class_bind_template_child (widget_class, ChanceryReaderHeader, dateline);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
chancery_reader_header_init (ChanceryReaderHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * chancery_reader_header_new:
 *
 * Returns: (transfer floating): an empty header
 */
GtkWidget *
chancery_reader_header_new (void)
{
  return g_object_new (CHANCERY_TYPE_READER_HEADER, NULL);
}

/**
 * chancery_reader_header_count_minutes:
 * @text: UTF-8
 *
 * Estimates by words, and by signs where a text has no spaces between words.
 *
 * Returns: how many minutes it takes to read, at least 1
 */
guint
chancery_reader_header_count_minutes (const char *text)
{
  guint n_words = 0, n_ideographs = 0;
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x2e80 && g_unichar_iswide (c))
        {
          n_ideographs++;
          in_word = FALSE;
        }
      else if (c == ' ' || c == '\n' || g_unichar_isspace (c))
        in_word = FALSE;
      else if (!in_word)
        {
          n_words++;
          in_word = TRUE;
        }
    }

  return MAX (1, (n_words * IDEOGRAPHS_A_MINUTE + n_ideographs * WORDS_A_MINUTE + WORDS_A_MINUTE * IDEOGRAPHS_A_MINUTE / 2) /
                   (WORDS_A_MINUTE * IDEOGRAPHS_A_MINUTE));
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
append_part (GString    *markup,
             const char *text)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;

  if (markup->len > 0)
    g_string_append (markup, " · ");
  escaped = g_markup_escape_text (text, -1);
  /* Each part keeps its own writing direction. */
  g_string_append_printf (markup, "\u2068%s\u2069", escaped);
}

static char *
make_dateline (ChanceryArticle *article)
{
  GString *markup = g_string_new (NULL);
  ChanceryDate published = chancery_article_get_published (article);
  const char *agency = chancery_article_get_agency (article);
  const char *source = chancery_article_get_source (article);
  guint minutes = chancery_reader_header_count_minutes (chancery_article_get_text (article));
  g_autofree char *reading_time = NULL;

  append_part (markup, chancery_article_get_place (article));

  if (chancery_date_is_set (published))
    {
      g_autofree char *date = chancery_date_format (published);

      if (chancery_article_get_published_guessed (article))
        {
          /* Translators: the date of an article, when its text doesn't give all of it, as the year */
          g_autofree char *guess = g_strdup_printf (_("%s (guessed)"), date);
          g_autofree char *escaped = g_markup_escape_text (guess, -1);
          g_autofree char *tip = g_markup_escape_text (_("The text doesn’t give the whole date. Activate to correct it."), -1);

          if (markup->len > 0)
            g_string_append (markup, " · ");
          g_string_append_printf (markup, "\u2068<a href=\"date\" title=\"%s\">%s</a>\u2069", tip, escaped);
        }
      else
        append_part (markup, date);
    }

  append_part (markup, agency);
  if (g_strcmp0 (agency, source) != 0)
    append_part (markup, source);

  /* Translators: how long an article takes to read */
  reading_time = g_strdup_printf (ngettext ("%'u min", "%'u min", minutes), minutes);
  append_part (markup, reading_time);

  return g_string_free (markup, FALSE);
}

/**
 * chancery_reader_header_set_article:
 * @self: a header
 * @article: (nullable): the article
 *
 * Shows the fields of an article, each in the article's writing direction.
 */
void
chancery_reader_header_set_article (ChanceryReaderHeader *self,
                                    ChanceryArticle      *article)
{
  GtkWidget *labels[] = { self->kicker, self->headline, self->standfirst, self->byline, self->dateline };
  g_autofree char *dateline = NULL;
  const char *kicker;
  gboolean right_to_left;

  g_return_if_fail (CHANCERY_IS_READER_HEADER (self));

  gtk_widget_set_visible (GTK_WIDGET (self), article != NULL);
  if (article == NULL)
    return;

  right_to_left = chancery_article_is_right_to_left (article);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    gtk_widget_set_direction (labels[i], right_to_left ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);

  kicker = chancery_article_get_kicker (article);
  set_text (self->kicker, kicker != NULL ? kicker : chancery_article_get_section (article));
  set_text (self->headline, chancery_article_get_headline (article));
  set_text (self->standfirst, chancery_article_get_standfirst (article));
  set_text (self->byline, chancery_article_get_byline (article));
  dateline = make_dateline (article);
  set_text (self->dateline, dateline);
  gtk_label_set_use_markup (GTK_LABEL (self->dateline), TRUE);
}
