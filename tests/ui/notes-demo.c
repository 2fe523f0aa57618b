/* notes-demo.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The notes panel with a dozen notes, to look at: notes-demo [OPTION …] [OUT.png]
 *
 * With a file name, writes a picture of the window there and ends. */

#include <adwaita.h>

#include "chancery-content.h"
#include "chancery-ui-resources.h"
#include "notes/chancery-notes-panel.h"
#include "notes-store.h"

static int width = 320;
static int height = 860;
static double scale = 1;
static gboolean dark;
static gboolean empty;
static gboolean by_state;
static char *edit;
static char **rest;

static const GOptionEntry options[] = {
  { .long_name = "width", .arg = G_OPTION_ARG_INT, .arg_data = &width },
  { .long_name = "height", .arg = G_OPTION_ARG_INT, .arg_data = &height },
  { .long_name = "scale", .arg = G_OPTION_ARG_DOUBLE, .arg_data = &scale },
  { .long_name = "dark", .arg = G_OPTION_ARG_NONE, .arg_data = &dark },
  { .long_name = "empty", .arg = G_OPTION_ARG_NONE, .arg_data = &empty },
  { .long_name = "state", .arg = G_OPTION_ARG_NONE, .arg_data = &by_state },
  { .long_name = "edit", .arg = G_OPTION_ARG_STRING, .arg_data = &edit },
  { .long_name = G_OPTION_REMAINING, .arg = G_OPTION_ARG_FILENAME_ARRAY, .arg_data = &rest },
  { NULL }
};

static const struct
{
  const char *exact;
  const char *body;
  ChanceryColour colour;
  ChanceryNoteKind kind;
  const char *states;
  const char *tags;
  gboolean orphan;
} samples[] = {
  { "he told his host in advance that he would not come",
    "Second summit missed? Check 2022.", CHANCERY_COLOUR_YELLOW, CHANCERY_NOTE_KIND_CLAIM, "AM", "absence csto-2023" },
  { "purely defensive and a threat to nobody",
    "Foreign ministry, indirect; relayed by the agency.", CHANCERY_COLOUR_BLUE, CHANCERY_NOTE_KIND_NOTE, "RU", "wording" },
  { "but says that it does not plan to leave",
    "Compare with February 2024.", CHANCERY_COLOUR_GREEN, CHANCERY_NOTE_KIND_CLAIM, "AM", "follow-up" },
  { "in 2024", "", CHANCERY_COLOUR_PURPLE, CHANCERY_NOTE_KIND_COMMITMENT, "KZ", "presidency" },
  { "two divisions of air-defence systems have been delivered to Tajikistan as a part of the common system, and "
    "others are to follow once the crews have been trained at the range that both ministries agreed upon last spring",
    "Which systems, and who pays? The budget line of last year has no such sum.\n\nAsk the embassy.",
    CHANCERY_COLOUR_ORANGE, CHANCERY_NOTE_KIND_QUESTION, "RU TJ", "air-defence budget to-check" },
  { "Лидеры государств обсудят проект коллективной стратегии", "Сравнить с проектом 2016 года.",
    CHANCERY_COLOUR_PINK, CHANCERY_NOTE_KIND_NOTE, "BY KZ KG RU TJ", "стратегия" },
  { "أكّد الوزير أن المنظمة لا تهدّد أحدًا، وأن قراراتها تُتخذ بالإجماع",
    "قارن مع بيان مينسك 2022.", CHANCERY_COLOUR_TEAL, CHANCERY_NOTE_KIND_CLAIM, "KG", "بيان إجماع" },
  { "le sommet s’ouvrira en l’absence d’un de ses membres", "", CHANCERY_COLOUR_GREY, CHANCERY_NOTE_KIND_NOTE, "AM", "" },
  { "集体安全条约组织峰会将在明斯克举行", "新华社的说法更谨慎。", CHANCERY_COLOUR_BLUE, CHANCERY_NOTE_KIND_NOTE, "BY", "措辞" },
  { "will be decided by consensus", "The passage was cut in the second version.", CHANCERY_COLOUR_YELLOW,
    CHANCERY_NOTE_KIND_FORECAST, "", "consensus", TRUE },
  { NULL, "A note on the whole article: who wrote the first draft of the communiqué?", CHANCERY_COLOUR_GREY,
    CHANCERY_NOTE_KIND_QUESTION, "", "communiqué" },
  { "שר החוץ אמר כי הארגון הוא הגנתי בלבד", "", CHANCERY_COLOUR_GREEN, CHANCERY_NOTE_KIND_NOTE, "", "" },
};

static void
fill (NotesStore *store)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *uid = g_strdup_printf ("note-%" G_GSIZE_FORMAT, i);
      g_auto (GStrv) states = g_strsplit (samples[i].states, " ", -1);
      g_auto (GStrv) tags = g_strsplit (samples[i].tags, " ", -1);
      g_autoptr (ChancerySelector) quotation =
        samples[i].exact != NULL ? chancery_selector_new (samples[i].exact, NULL, NULL) : NULL;
      g_autoptr (ChancerySelector) selector =
        quotation != NULL ? chancery_selector_new_at (quotation, 100 * i, 100 * i + 10) : NULL;
      g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) {
        .uid = uid, .article_uid = "article", .selector = selector, .body = samples[i].body,
        .colour = samples[i].colour, .kind = samples[i].kind, .orphan = samples[i].orphan,
        .states = (const char * const *) states, .tags = (const char * const *) tags,
        .created_us = (gint64) i, .modified_us = (gint64) i });

      notes_store_add (store, note);
    }
}

static gboolean
shoot_cb (gpointer user_data)
{
  GtkWidget *window = user_data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, rest[0]);
  gtk_window_destroy (GTK_WINDOW (window));

  return G_SOURCE_REMOVE;
}

static void
activated_cb (ChanceryNotesPanel *panel,
              ChanceryNote       *note,
              gpointer            user_data)
{
  g_message ("activated: %s", chancery_note_get_uid (note));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("[OUT.png]");
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryCatalogue) catalogue = NULL;
  g_autoptr (NotesStore) store = notes_store_new ();
  g_autoptr (ChanceryHistory) history = notes_store_new_history (store);
  g_autoptr (GtkStringList) tags = gtk_string_list_new ((const char * const[]) {
    "absence", "air-defence", "budget", "consensus", "csto-2023", "follow-up", "wording", NULL });
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *header;
  GtkWidget *panel;
  GtkWidget *title;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("notes-demo: %s\n", error->message);
      return 2;
    }

  adw_init ();
  chancery_ui_register_resource ();
  gtk_css_provider_load_from_resource (css, "/io/github/chancery_app/Chancery/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * scale), NULL);
  if (dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  catalogue = chancery_content_load_catalogue (NULL, NULL, &error);
  g_assert_no_error (error);
  if (!empty)
    fill (store);

  panel = chancery_notes_panel_new ();
  chancery_notes_panel_set_catalogue (CHANCERY_NOTES_PANEL (panel), catalogue);
  chancery_notes_panel_set_history (CHANCERY_NOTES_PANEL (panel), history);
  chancery_notes_panel_set_known_tags (CHANCERY_NOTES_PANEL (panel), G_LIST_MODEL (tags));
  chancery_notes_panel_set_model (CHANCERY_NOTES_PANEL (panel), notes_store_get_model (store));
  if (by_state)
    chancery_notes_panel_set_scope (CHANCERY_NOTES_PANEL (panel), CHANCERY_NOTES_SCOPE_STATE);
  g_signal_connect (panel, "note-activated", G_CALLBACK (activated_cb), NULL);

  title = adw_window_title_new (NULL, NULL);
  g_object_bind_property (panel, "title", title, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (panel, "subtitle", title, "subtitle", G_BINDING_SYNC_CREATE);
  header = adw_header_bar_new ();
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), panel);
  gtk_widget_add_css_class (view, "sidebar-pane");

  window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));

  if (edit != NULL && notes_store_find (store, edit) != NULL)
    chancery_notes_panel_edit_note (CHANCERY_NOTES_PANEL (panel), notes_store_find (store, edit));
  if (rest != NULL)
    g_timeout_add (1200, shoot_cb, window);

  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);

  return 0;
}
