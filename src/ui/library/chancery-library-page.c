/* chancery-library-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-page.h"

#include <glib/gi18n.h>

#include "chancery-article-row.h"
#include "lists/chancery-list-filler.h"

struct _ChanceryLibraryPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  ChanceryListFiller *filler; /* (owned) */
  GtkNoSelection *selection;
  GtkPopoverMenu *menu;

  GListModel *articles;
  char *current;

  ChanceryArticleItem *asked_for; /* (owned) (nullable): to open when it is read */
  gboolean wants_focus; /* as soon as there are articles */
};

enum
{
  OPEN_ARTICLE,
  SHOW_PROPERTIES,
  REMOVE_ARTICLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryLibraryPage, chancery_library_page, ADW_TYPE_BIN)

static void
mark_current (ChanceryLibraryPage *self,
              ChanceryArticleRow  *row)
{
  g_autoptr (ChanceryArticleItem) item = chancery_article_row_dup_item (row);
  gboolean current = item != NULL && self->current != NULL &&
                     g_strcmp0 (chancery_article_item_get_uid (item), self->current) == 0;

  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (row), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "current");
}

static void
pressed_cb (GtkGestureClick    *gesture,
            int                 n_press,
            double              x,
            double              y,
            ChanceryArticleRow *row)
{
  ChanceryLibraryPage *self = CHANCERY_LIBRARY_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (row),
                                                                             CHANCERY_TYPE_LIBRARY_PAGE));
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (!gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self->list), &point, &point))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Rows are made when they are of use. */
static void
list_shown_cb (ChanceryLibraryPage *self)
{
  chancery_list_filler_set_model (self->filler, GTK_SELECTION_MODEL (self->selection));
}

static void
setup_cb (ChanceryLibraryPage *self,
          GtkListItem         *list_item)
{
  GtkWidget *row = chancery_article_row_new (list_item);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (ChanceryLibraryPage *self,
         GtkListItem         *list_item)
{
  ChanceryArticleRow *row = CHANCERY_ARTICLE_ROW (gtk_list_item_get_child (list_item));

  chancery_article_row_set_item (row, gtk_list_item_get_item (list_item));
  mark_current (self, row);
}

static void
unbind_cb (ChanceryLibraryPage *self,
           GtkListItem         *list_item)
{
  chancery_article_row_set_item (CHANCERY_ARTICLE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
forget_asked_for (ChanceryLibraryPage *self)
{
  if (self->asked_for != NULL)
    g_signal_handlers_disconnect_by_data (self->asked_for, self);
  g_clear_object (&self->asked_for);
}

static void
asked_for_loaded_cb (ChanceryLibraryPage *self)
{
  g_autoptr (ChanceryArticleItem) item = g_object_ref (self->asked_for);

  forget_asked_for (self);
  g_signal_emit (self, signals[OPEN_ARTICLE], 0, chancery_article_item_get_uid (item));
}

static void
activate_cb (ChanceryLibraryPage *self,
             guint                position)
{
  g_autoptr (ChanceryArticleItem) item = g_list_model_get_item (self->articles, position);

  forget_asked_for (self);
  if (item == NULL)
    return;
  if (chancery_article_item_get_loaded (item))
    {
      g_signal_emit (self, signals[OPEN_ARTICLE], 0, chancery_article_item_get_uid (item));
      return;
    }

  /* One who is quicker than the disk need not ask again. */
  self->asked_for = g_steal_pointer (&item);
  g_signal_connect_swapped (self->asked_for, "notify::loaded", G_CALLBACK (asked_for_loaded_cb), self);
}

/* The row that has the focus: the list gives it to the row's parent. */
static ChanceryArticleRow *
get_focused_row (ChanceryLibraryPage *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return child != NULL && CHANCERY_IS_ARTICLE_ROW (child) ? CHANCERY_ARTICLE_ROW (child) : NULL;
}

static void
emit_for_focused (ChanceryLibraryPage *self,
                  guint                signal)
{
  ChanceryArticleRow *row = get_focused_row (self);
  g_autoptr (ChanceryArticleItem) item = row != NULL ? chancery_article_row_dup_item (row) : NULL;

  if (item != NULL && chancery_article_item_get_loaded (item))
    g_signal_emit (self, signals[signal], 0, chancery_article_item_get_uid (item));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  emit_for_focused (CHANCERY_LIBRARY_PAGE (widget), OPEN_ARTICLE);
}

static void
properties_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  emit_for_focused (CHANCERY_LIBRARY_PAGE (widget), SHOW_PROPERTIES);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  emit_for_focused (CHANCERY_LIBRARY_PAGE (widget), REMOVE_ARTICLE);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ChanceryLibraryPage *self = CHANCERY_LIBRARY_PAGE (widget);
  ChanceryArticleRow *row = get_focused_row (self);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) {
    (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
show_page_cb (ChanceryLibraryPage *self)
{
  gboolean any = self->articles != NULL && g_list_model_get_n_items (self->articles) > 0;

  gtk_stack_set_visible_child_name (self->stack, any || self->articles == NULL ? "list" : "empty");

  if (any && self->wants_focus &&
      (gtk_widget_is_focus (GTK_WIDGET (self->scroller)) || gtk_widget_is_focus (GTK_WIDGET (self->list))))
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  self->wants_focus = FALSE;
}

static void
chancery_library_page_dispose (GObject *object)
{
  ChanceryLibraryPage *self = CHANCERY_LIBRARY_PAGE (object);

  if (self->articles != NULL)
    g_signal_handlers_disconnect_by_func (self->articles, show_page_cb, self);
  g_clear_object (&self->articles);
  forget_asked_for (self);
  g_clear_object (&self->filler);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->menu)));
  /* The bin must not keep a child that goes with the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_LIBRARY_PAGE);

  G_OBJECT_CLASS (chancery_library_page_parent_class)->dispose (object);
}

static void
chancery_library_page_finalize (GObject *object)
{
  g_free (CHANCERY_LIBRARY_PAGE (object)->current);

  G_OBJECT_CLASS (chancery_library_page_parent_class)->finalize (object);
}

static void
chancery_library_page_class_init (ChanceryLibraryPageClass *klass)
{
  static const char * const names[] = { "open-article", "show-properties", "remove-article" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_library_page_dispose;
  object_class->finalize = chancery_library_page_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/chancery_app/Chancery/ui/library/"
                                                             "chancery-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLibraryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLibraryPage, list);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLibraryPage, selection);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLibraryPage, menu);
  gtk_widget_class_bind_template_callback (widget_class, list_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_install_action (widget_class, "library.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "library.properties", NULL, properties_action);
  gtk_widget_class_install_action (widget_class, "library.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "library.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "library.properties", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "library.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "library.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "library.menu", NULL);
}

static void
chancery_library_page_init (ChanceryLibraryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filler = chancery_list_filler_new (self->list, self->scroller);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self->list));
}

/**
 * chancery_library_page_set_model:
 * @self: the page
 * @articles: (nullable): a list of #ChanceryArticleItem
 */
void
chancery_library_page_set_model (ChanceryLibraryPage *self,
                                 GListModel          *articles)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY_PAGE (self));

  if (self->articles == articles)
    return;

  if (self->articles != NULL)
    g_signal_handlers_disconnect_by_func (self->articles, show_page_cb, self);
  forget_asked_for (self);
  g_set_object (&self->articles, articles);
  if (articles != NULL)
    g_signal_connect_swapped (articles, "items-changed", G_CALLBACK (show_page_cb), self);
  gtk_no_selection_set_model (self->selection, articles);
  show_page_cb (self);
}

/**
 * chancery_library_page_focus:
 * @self: the page
 *
 * Gives the focus to the articles, now or, since on the first start they are
 * there only when all are written, when they come.
 */
void
chancery_library_page_focus (ChanceryLibraryPage *self)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY_PAGE (self));

  self->wants_focus = self->articles == NULL;
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * chancery_library_page_set_current:
 * @self: the page
 * @uid: (nullable): the article that is open
 */
void
chancery_library_page_set_current (ChanceryLibraryPage *self,
                                   const char          *uid)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY_PAGE (self));

  if (!g_set_str (&self->current, uid))
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (row != NULL && CHANCERY_IS_ARTICLE_ROW (row))
        mark_current (self, CHANCERY_ARTICLE_ROW (row));
    }
}
