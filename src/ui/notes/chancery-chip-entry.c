/* chancery-chip-entry.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-chip-entry.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define MAX_SUGGESTIONS 6

struct _ChanceryChipEntry
{
  GtkWidget parent_instance;

  GListModel *known; /* (owned) (nullable) (element-type ChanceryChip) */
  gboolean is_free;
  GPtrArray *chips; /* (element-type ChanceryChip) */

  GtkWidget *wrap;
  GtkWidget *text;
  GtkWidget *popover;
  GtkWidget *suggestions;
};

typedef enum
{
  PROP_KNOWN = 1,
  PROP_IS_FREE,
  PROP_PLACEHOLDER_TEXT,
} ChanceryChipEntryProps;

static GParamSpec *props[PROP_PLACEHOLDER_TEXT + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryChipEntry, chancery_chip_entry, GTK_TYPE_WIDGET)

static const char *
get_typed (ChanceryChipEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

static ChanceryChip *
find_known (ChanceryChipEntry *self,
            const char        *id)
{
  guint n = self->known != NULL ? g_list_model_get_n_items (self->known) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ChanceryChip) chip = g_list_model_get_item (self->known, i);

      if (g_str_equal (chancery_chip_get_id (chip), id))
        return g_steal_pointer (&chip);
    }

  return NULL;
}

static gboolean
has_chip (ChanceryChipEntry *self,
          const char        *id)
{
  for (guint i = 0; i < self->chips->len; i++)
    if (g_str_equal (chancery_chip_get_id (g_ptr_array_index (self->chips, i)), id))
      return TRUE;

  return FALSE;
}

static void
remove_chip (ChanceryChipEntry *self,
             guint              position)
{
  GtkWidget *button = gtk_widget_get_first_child (self->wrap);

  for (guint i = 0; i < position; i++)
    button = gtk_widget_get_next_sibling (button);

  /* The button has the focus if it was pressed. */
  gtk_widget_grab_focus (self->text);
  adw_wrap_box_remove (ADW_WRAP_BOX (self->wrap), button);
  g_ptr_array_remove_index (self->chips, position);
}

static void
chip_clicked_cb (GtkButton *button,
                 gpointer   user_data)
{
  ChanceryChipEntry *self = CHANCERY_CHIP_ENTRY (user_data);
  guint position = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->wrap); child != GTK_WIDGET (button);
       child = gtk_widget_get_next_sibling (child))
    position++;

  remove_chip (self, position);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
append_chip (ChanceryChipEntry *self,
             ChanceryChip      *chip)
{
  const char *name = chancery_chip_get_label (chip);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *last = gtk_widget_get_prev_sibling (self->text);
  /* Translators: the tooltip of a button; %s is a tag or the name of a state */
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (chip_clicked_cb), self);

  adw_wrap_box_insert_child_after (ADW_WRAP_BOX (self->wrap), button, last);
  g_ptr_array_add (self->chips, g_object_ref (chip));
}

/* Without what may stand around a tag: space, commas, a hash sign. */
static char *
clean (const char *text)
{
  const char *start = text + strspn (text, " \t\r\n,#");
  g_auto (GStrv) words = g_strsplit_set (start, " \t\r\n,", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (kept, words[i]);
  g_ptr_array_add (kept, NULL);

  return g_strjoinv (" ", (GStrv) kept->pdata);
}

/* Adds what fits the text exactly or, where any is allowed, the text itself. */
static gboolean
add_text (ChanceryChipEntry *self,
          const char        *text)
{
  g_autofree char *cleaned = clean (text);
  g_autoptr (ChanceryChip) chip = NULL;
  guint n = self->known != NULL ? g_list_model_get_n_items (self->known) : 0;

  if (*cleaned == '\0')
    return FALSE;

  for (guint i = 0; i < n && chip == NULL; i++)
    {
      g_autoptr (ChanceryChip) known = g_list_model_get_item (self->known, i);

      if (chancery_chip_match (known, cleaned) == 4)
        chip = g_steal_pointer (&known);
    }

  if (chip == NULL && !self->is_free)
    return FALSE;
  if (chip == NULL)
    chip = chancery_chip_new (cleaned, cleaned, NULL);
  if (!has_chip (self, chancery_chip_get_id (chip)))
    append_chip (self, chip);

  return TRUE;
}

static void
clear_typed (ChanceryChipEntry *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
accept (ChanceryChipEntry *self,
        ChanceryChip      *chip)
{
  if (!has_chip (self, chancery_chip_get_id (chip)))
    append_chip (self, chip);
  clear_typed (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

typedef struct
{
  ChanceryChip *chip;
  int fit;
} Suggestion;

static int
compare_suggestions (gconstpointer a,
                     gconstpointer b)
{
  const Suggestion *first = a;
  const Suggestion *second = b;

  return first->fit != second->fit ? second->fit - first->fit
                                   : g_utf8_collate (chancery_chip_get_label (first->chip),
                                                     chancery_chip_get_label (second->chip));
}

static void
clear_suggestion (gpointer data)
{
  g_object_unref (((Suggestion *) data)->chip);
}

static void
update_suggestions (ChanceryChipEntry *self)
{
  g_autoptr (GArray) fitting = g_array_new (FALSE, FALSE, sizeof (Suggestion));
  const char *typed = get_typed (self);
  guint n = *typed != '\0' && self->known != NULL ? g_list_model_get_n_items (self->known) : 0;
  graphene_rect_t bounds;

  g_array_set_clear_func (fitting, clear_suggestion);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ChanceryChip) chip = g_list_model_get_item (self->known, i);
      int fit = chancery_chip_match (chip, typed);

      if (fit > 0 && !has_chip (self, chancery_chip_get_id (chip)))
        g_array_append_val (fitting, ((Suggestion) { g_steal_pointer (&chip), fit }));
    }
  g_array_sort (fitting, compare_suggestions);

  gtk_list_box_remove_all (GTK_LIST_BOX (self->suggestions));
  for (guint i = 0; i < MIN (fitting->len, MAX_SUGGESTIONS); i++)
    {
      ChanceryChip *chip = g_array_index (fitting, Suggestion, i).chip;
      GtkWidget *label = gtk_label_new (chancery_chip_get_label (chip));
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_widget_set_focusable (row, FALSE);
      g_object_set_data_full (G_OBJECT (row), "chip", g_object_ref (chip), g_object_unref);
      gtk_list_box_append (GTK_LIST_BOX (self->suggestions), row);
    }

  if (fitting->len == 0 || !gtk_widget_is_focus (self->text))
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }

  /* What must be known is one Enter away; what is free is taken as typed. */
  gtk_list_box_select_row (GTK_LIST_BOX (self->suggestions),
                           self->is_free ? NULL : gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->suggestions), 0));

  if (gtk_widget_compute_bounds (self->text, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                   1, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
text_changed_cb (GtkEditable *editable,
                 gpointer     user_data)
{
  ChanceryChipEntry *self = CHANCERY_CHIP_ENTRY (user_data);
  const char *typed = get_typed (self);

  if (self->is_free && strpbrk (typed, ",،、;\n") != NULL)
    {
      g_auto (GStrv) parts = NULL;
      g_autoptr (GString) plain = g_string_new (typed);
      gsize last;

      g_string_replace (plain, "،", ",", 0);
      g_string_replace (plain, "、", ",", 0);
      g_strdelimit (plain->str, ";\n", ',');
      parts = g_strsplit (plain->str, ",", -1);
      last = g_strv_length (parts) - 1;
      for (gsize i = 0; i < last; i++)
        add_text (self, parts[i]);
      g_signal_handlers_block_by_func (self->text, text_changed_cb, self);
      gtk_editable_set_text (GTK_EDITABLE (self->text), g_strchug (parts[last]));
      gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
      g_signal_handlers_unblock_by_func (self->text, text_changed_cb, self);
    }

  update_suggestions (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
move_suggestion (ChanceryChipEntry *self,
                 int                step)
{
  GtkListBox *list = GTK_LIST_BOX (self->suggestions);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : step > 0 ? 0 : -1;

  row = index >= 0 ? gtk_list_box_get_row_at_index (list, index) : NULL;
  gtk_list_box_select_row (list, row);
  if (row != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->text),
                             chancery_chip_get_label (g_object_get_data (G_OBJECT (row), "chip")),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  ChanceryChipEntry *self = CHANCERY_CHIP_ENTRY (user_data);
  gboolean is_open = gtk_widget_get_visible (self->popover);
  GtkListBoxRow *row = is_open ? gtk_list_box_get_selected_row (GTK_LIST_BOX (self->suggestions)) : NULL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (!is_open)
        return GDK_EVENT_PROPAGATE;
      move_suggestion (self, keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (!is_open)
        return GDK_EVENT_PROPAGATE;
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (row != NULL)
        accept (self, g_object_get_data (G_OBJECT (row), "chip"));
      else
        chancery_chip_entry_commit (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_BackSpace:
      if (*get_typed (self) != '\0' || self->chips->len == 0)
        return GDK_EVENT_PROPAGATE;
      remove_chip (self, self->chips->len - 1);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  gpointer       user_data)
{
  accept (CHANCERY_CHIP_ENTRY (user_data), g_object_get_data (G_OBJECT (row), "chip"));
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               gpointer                 user_data)
{
  ChanceryChipEntry *self = CHANCERY_CHIP_ENTRY (user_data);

  /* Not when the whole window lost it: to another, or to the suggestions for a moment. */
  if (!gtk_widget_is_focus (self->text))
    chancery_chip_entry_commit (self);
}

static gboolean
chancery_chip_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CHANCERY_CHIP_ENTRY (widget)->text);
}

/* Tab goes to the text and on; the arrow keys reach the chips. */
static gboolean
chancery_chip_entry_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  ChanceryChipEntry *self = CHANCERY_CHIP_ENTRY (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (chancery_chip_entry_parent_class)->focus (widget, direction);

  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (self->text);
}

static void
chancery_chip_entry_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ChanceryChipEntry *self = CHANCERY_CHIP_ENTRY (object);

  switch ((ChanceryChipEntryProps) prop_id)
    {
    case PROP_KNOWN:
      g_value_set_object (value, self->known);
      break;
    case PROP_IS_FREE:
      g_value_set_boolean (value, self->is_free);
      break;
    case PROP_PLACEHOLDER_TEXT:
      g_value_set_string (value, gtk_text_get_placeholder_text (GTK_TEXT (self->text)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_chip_entry_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ChanceryChipEntry *self = CHANCERY_CHIP_ENTRY (object);

  switch ((ChanceryChipEntryProps) prop_id)
    {
    case PROP_KNOWN:
      chancery_chip_entry_set_known (self, g_value_get_object (value));
      break;
    case PROP_IS_FREE:
      self->is_free = g_value_get_boolean (value);
      break;
    case PROP_PLACEHOLDER_TEXT:
      gtk_text_set_placeholder_text (GTK_TEXT (self->text), g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_chip_entry_dispose (GObject *object)
{
  ChanceryChipEntry *self = CHANCERY_CHIP_ENTRY (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->wrap, gtk_widget_unparent);
  g_clear_object (&self->known);

  G_OBJECT_CLASS (chancery_chip_entry_parent_class)->dispose (object);
}

static void
chancery_chip_entry_finalize (GObject *object)
{
  ChanceryChipEntry *self = CHANCERY_CHIP_ENTRY (object);

  g_ptr_array_unref (self->chips);

  G_OBJECT_CLASS (chancery_chip_entry_parent_class)->finalize (object);
}

static void
chancery_chip_entry_class_init (ChanceryChipEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = chancery_chip_entry_get_property;
  object_class->set_property = chancery_chip_entry_set_property;
  object_class->dispose = chancery_chip_entry_dispose;
  object_class->finalize = chancery_chip_entry_finalize;

  widget_class->focus = chancery_chip_entry_focus;
  widget_class->grab_focus = chancery_chip_entry_grab_focus;

  props[PROP_KNOWN] = g_param_spec_object ("known", NULL, NULL, G_TYPE_LIST_MODEL,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_IS_FREE] = g_param_spec_boolean ("is-free", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_PLACEHOLDER_TEXT] = g_param_spec_string ("placeholder-text", NULL, NULL, NULL,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ChanceryChipEntry::changed:
   * @self: the entry
   *
   * The user added or removed a chip, or typed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chipentry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
chancery_chip_entry_init (ChanceryChipEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->chips = g_ptr_array_new_with_free_func (g_object_unref);

  /* By itself, it takes an entry around it to be what is read out. */
  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_text_set_propagate_text_width (GTK_TEXT (self->text), FALSE);
  gtk_widget_set_size_request (self->text, 72, -1);
  gtk_widget_set_hexpand (self->text, TRUE);
  g_signal_connect (self->text, "changed", G_CALLBACK (text_changed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->text, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->text, focus);

  self->wrap = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->wrap), 4);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->wrap), 4);
  adw_wrap_box_append (ADW_WRAP_BOX (self->wrap), self->text);
  gtk_widget_set_parent (self->wrap, GTK_WIDGET (self));

  self->suggestions = gtk_list_box_new ();
  gtk_widget_set_focusable (self->suggestions, FALSE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->suggestions), TRUE);
  g_signal_connect (self->suggestions, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->suggestions);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

/**
 * chancery_chip_entry_set_known:
 * @self: an entry
 * @known: (nullable): a model of [class@Chip]: what is suggested
 */
void
chancery_chip_entry_set_known (ChanceryChipEntry *self,
                               GListModel        *known)
{
  g_return_if_fail (CHANCERY_IS_CHIP_ENTRY (self));

  if (g_set_object (&self->known, known))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KNOWN]);
}

static void
add_chip_ids (ChanceryChipEntry *self,
              GStrvBuilder      *builder)
{
  for (guint i = 0; i < self->chips->len; i++)
    g_strv_builder_add (builder, chancery_chip_get_id (g_ptr_array_index (self->chips, i)));
}

/**
 * chancery_chip_entry_dup_chip_ids:
 * @self: an entry
 *
 * Returns: (transfer full): what its chips stand for, in order, without what is
 *   being typed
 */
GStrv
chancery_chip_entry_dup_chip_ids (ChanceryChipEntry *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (CHANCERY_IS_CHIP_ENTRY (self), NULL);

  add_chip_ids (self, builder);

  return g_strv_builder_end (builder);
}

/**
 * chancery_chip_entry_dup_ids:
 * @self: an entry
 *
 * Returns: (transfer full): what its chips stand for, in order; with it what is
 *   typed but not ended yet, where any is allowed
 */
GStrv
chancery_chip_entry_dup_ids (ChanceryChipEntry *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *typed = NULL;

  g_return_val_if_fail (CHANCERY_IS_CHIP_ENTRY (self), NULL);

  add_chip_ids (self, builder);
  typed = clean (get_typed (self));
  if (self->is_free && *typed != '\0' && !has_chip (self, typed))
    g_strv_builder_add (builder, typed);

  return g_strv_builder_end (builder);
}

/**
 * chancery_chip_entry_set_ids:
 * @self: an entry
 * @ids: (nullable): what to hold; labels come from what is known
 *
 * Replaces the chips and clears what is typed, without [signal@ChipEntry::changed].
 */
void
chancery_chip_entry_set_ids (ChanceryChipEntry  *self,
                             const char * const *ids)
{
  g_return_if_fail (CHANCERY_IS_CHIP_ENTRY (self));

  while (self->chips->len > 0)
    {
      adw_wrap_box_remove (ADW_WRAP_BOX (self->wrap), gtk_widget_get_first_child (self->wrap));
      g_ptr_array_remove_index (self->chips, 0);
    }
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (ChanceryChip) chip = find_known (self, ids[i]);

      if (chip == NULL)
        chip = chancery_chip_new (ids[i], ids[i], NULL);
      append_chip (self, chip);
    }

  g_signal_handlers_block_by_func (self->text, text_changed_cb, self);
  clear_typed (self);
  g_signal_handlers_unblock_by_func (self->text, text_changed_cb, self);
}

/**
 * chancery_chip_entry_commit:
 * @self: an entry
 *
 * Makes what is typed a chip, if it can be one.
 */
void
chancery_chip_entry_commit (ChanceryChipEntry *self)
{
  g_return_if_fail (CHANCERY_IS_CHIP_ENTRY (self));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (!add_text (self, get_typed (self)))
    return;

  clear_typed (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
