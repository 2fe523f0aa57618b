/* chancery-help-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-help-dialog.h"

#include <glib/gi18n.h>

#include "map/chancery-map-remarks.h"

#define MAX_PARAGRAPHS 8

typedef struct
{
  const char *title;
  const char *icon_name;
  const char *paragraphs[MAX_PARAGRAPHS];
  gboolean tells_borders;
} Topic;

static const Topic topics[] = {
  { N_("Bringing in Texts"), "list-add-symbolic", {
    N_("Choose Import in the main menu and pick one or more text files, drop files or a text on the window, or copy a "
       "text and press Ctrl+V. Files named on the command line are imported as well."),
    N_("Chancery takes a saved page of an agency apart: section, kicker, headline, standfirst, dateline and body. "
       "Nothing of the text is thrown away. What it took wrongly can be corrected in the article’s properties "
       "(Alt+Enter)."),
    N_("A dateline often gives a day without a year. The year is then a guess, and the article says so until you "
       "confirm or correct it. Members, office holders and capitals are those of the article’s date."),
  } },
  { N_("States, Map and List"), "mark-location-symbolic", {
    N_("Choose an organisation in the sidebar’s title (Ctrl+L). Map and list show what each state was to it on the "
       "article’s date, by fill and by pattern on the map, in sections in the list."),
    N_("Map and list have one selection. Double-click a state in the list, or press Enter on it, to see the notes on "
       "it; on the map, Ctrl and a double click does the same."),
    N_("On the map, scroll or pinch to zoom and drag to move. By keyboard, the arrow keys go to the next state in that "
       "direction, plus and minus zoom, and 0 fits the map to the members."),
    N_("Type in the list to find a state by its name."),
  } },
  { N_("Borders and Names"), "help-about-symbolic", {
    N_("States are those of ISO 3166-1, and Kosovo. Their names come in the language of the interface."),
  }, TRUE },
  { N_("Reading"), "x-office-document-symbolic", {
    N_("Mentions of states are underlined. Click one, or go from one to the next with the full stop and the comma, to "
       "see the state’s flag, name, capital and standing."),
    N_("Typeface, size, line height, column width and colours are in the preferences. Ctrl+F finds in the article. F7 "
       "gives you a text cursor to move and select with."),
    N_("Chancery remembers where you stopped in each article."),
  } },
  { N_("Marking and Notes"), "document-edit-symbolic", {
    N_("Select a passage and press a key from 1 to 8 for a highlight in one of eight colours, H for the last colour "
       "again, or N to write a note at once. The same is offered beside the selection."),
    N_("Alt+Shift with the left and right arrow keys moves the end of the highlight at the text cursor by a word, with Page "
       "Up and Page Down by a sentence; with Home and End it moves the start. Or select words from a highlight on, or "
       "within it, and press X. S splits it at the cursor, M merges it with the one that follows. The context menu has all "
       "of these."),
    N_("The highlight that you clicked last has a handle at each end. Drag one to extend or shrink it."),
    N_("The notes are beside the text: those of the article, of the selected state, or all. Enter goes to the passage, "
       "E edits the note, Delete removes it. Ctrl+Z undoes every change of a note, step by step."),
    N_("With Shift or Ctrl held, clicks and arrow keys select several notes; Ctrl+A selects all. A bar then offers to "
       "change the colour, kind and tags of all of them, to merge those that follow each other, or to delete them. "
       "Escape unselects them."),
    N_("Manage Tags in the main menu renames, merges and deletes tags in the whole library."),
    N_("What you write is saved as you write."),
    N_("Shift+Ctrl+C copies what is selected, or a note, as a quotation with where it is from. You can drag it to another "
       "program, too: from the text, what is selected, or a highlight that you clicked or hold for a moment; from the "
       "list, a note."),
  } },
  { N_("Forecasts and Commitments"), "x-office-calendar-symbolic", {
    N_("A note’s kind is chosen in its editor. Forecasts and commitments can have a due date: write it, as in “23 "
       "November 2026”, “tomorrow” or “2026-11-23”, or pick it from the calendar. A month or a year is due with its last "
       "day."),
    N_("Dates in the passage and in what you write are offered, with how they were understood. Click one, or press "
       "Ctrl+T for the first. “November 23” is the next one after the article’s date."),
    N_("Due Notes in the main menu (Alt+3) lists all notes with a due date, the overdue ones first; Enter goes to the "
       "passage. How many are due is told above the notes."),
  } },
  { N_("Links"), "insert-link-symbolic", {
    N_("Press L on a note to link it with another note or with an article: choose what it has to do with it, search for "
       "it, and press Enter. In the text, select a passage and press L: it is highlighted and linked with the note that "
       "you choose; forecasts and commitments come first."),
    N_("A forecast or a commitment that is linked with what bears it out or refutes it says so on its card, and is no "
       "longer due."),
    N_("A note’s card shows what it links to, and what links to it. Click a link to go there, or press Tab on the card "
       "and then Enter. Delete, or the link’s menu, removes it. A link to what was deleted stays, and says so; if that "
       "comes back, it leads there again."),
    N_("Below the notes of an article is told how many notes link to the article itself. Unfold that to see and open them."),
  } },
  { N_("Exporting and Importing Notes"), "send-to-symbolic", {
    N_("Shift+Ctrl+E exports notes: those that are selected, those on an article or on a state, those that you filter for "
       "in the list, or all. It is in the main menu, and in the menus of the article, of a state and of the notes."),
    N_("Markdown, web pages, plain text and OpenDocument are for reading. Web Annotation and tables (CSV) can be imported "
       "again without loss. BibTeX, RIS and CSL-JSON have the articles that the notes are on, to be cited, and iCalendar "
       "what is due. The preview shows what will be written."),
    N_("A file is put in place only when all of it was written. An export that is stopped leaves what was there."),
    N_("Shift+Ctrl+O imports notes that Chancery, Hypothesis, Readwise, Zotero or another program with Web Annotation has "
       "exported; so does dropping files on the list of notes. You see what will come in, and what can’t and why, before "
       "anything is written. Ctrl+Z undoes an import."),
  } },
  { N_("Several Computers"), "emblem-synchronizing-symbolic", {
    N_("In the preferences, choose a folder that Syncthing, Nextcloud or a similar program keeps the same on all your "
       "computers, or one on a USB stick. Each article and each note is a file there. Do so on every computer."),
    N_("Changes from the other computers are taken in as they arrive. What was changed in different places comes "
       "together. If a note’s text was changed on two computers at the same time, the note has both texts and the tag "
       "“conflict” until you edit it or take the tag off. An article imported from one address on two computers becomes "
       "one."),
    N_("What you delete goes on every computer. It stays in the folder, marked as deleted, for ninety days. Deleting "
       "files in the folder deletes nothing: they are written again."),
    N_("Files that aren’t Chancery’s, or haven’t arrived wholly, are left alone; the preferences name them."),
  } },
  { N_("Newer Versions"), "view-refresh-symbolic", {
    N_("Import a newer copy of an article that you have, and it becomes the article’s new version. Your notes are taken "
       "along: those whose passage changed are looked for, and the card says how sure their place is. Press C on a note "
       "to confirm it."),
    N_("Versions in the article menu (Ctrl+D) compares any two of them: what came is underlined, what went is struck "
       "through, and whole paragraphs have a plus or a minus. Alt+Down and Alt+Up go from change to change. Older texts "
       "can be read in full, copied and restored."),
    N_("A note whose passage is gone waits above the notes (Shift+Ctrl+D). Enter or R attaches it to the likeliest "
       "place, M lets you select one in the text, K keeps it as a note on the article, Delete removes it."),
    N_("Ctrl+Z undoes each of these, and the newer version itself."),
  } },
  { N_("Where It Is Kept"), "folder-symbolic", {
    N_("Articles and notes are in one file on your computer. Nothing is sent anywhere."),
    N_("The program chancery-tool reads and writes the same library from the command line."),
  } },
};

static void
add_paragraph (GtkBox     *box,
               const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (box, label);
}

static AdwNavigationPage *
make_topic_page (const Topic *topic)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (topic->tells_borders)
    add_paragraph (GTK_BOX (box), chancery_map_get_border_policy ());
  for (guint i = 0; i < MAX_PARAGRAPHS && topic->paragraphs[i] != NULL; i++)
    add_paragraph (GTK_BOX (box), _(topic->paragraphs[i]));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);

  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);

  return adw_navigation_page_new (view, _(topic->title));
}

static void
activated_cb (GtkWidget *row,
              gpointer   user_data)
{
  AdwNavigationView *navigation = ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (row, ADW_TYPE_NAVIGATION_VIEW));

  adw_navigation_view_push (navigation, make_topic_page (user_data));
}

static AdwNavigationPage *
make_first_page (void)
{
  GtkWidget *view = adw_toolbar_view_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(topics[i].title));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (topics[i].icon_name));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (activated_cb), (gpointer) &topics[i]);
      adw_preferences_group_add (group, row);
    }
  adw_preferences_page_add (page, group);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));

  return adw_navigation_page_new (view, _("Help"));
}

/**
 * chancery_help_dialog_new:
 *
 * Returns: (transfer floating): what can be done with the program, topic by topic
 */
AdwDialog *
chancery_help_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *navigation = adw_navigation_view_new ();

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), make_first_page ());
  adw_dialog_set_child (dialog, navigation);
  adw_dialog_set_title (dialog, _("Help"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 480);

  return dialog;
}
