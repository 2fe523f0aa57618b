/* chancery-flag.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-flag.h"

#define DEFAULT_WIDTH 27

struct _ChanceryFlag
{
  GtkWidget parent_instance;

  char *iso;
  int width;
  GtkIconPaintable *paintable;
};

typedef enum
{
  PROP_ISO = 1,
  PROP_WIDTH,
} ChanceryFlagProps;

static GParamSpec *props[PROP_WIDTH + 1];

G_DEFINE_FINAL_TYPE (ChanceryFlag, chancery_flag, GTK_TYPE_WIDGET)

static int
get_height (ChanceryFlag *self)
{
  return (self->width * 2 + 1) / 3;
}

/* The flags are icons named by the state's code; the icon theme keeps what it has drawn. A list makes many more
 * rows than it shows, so a flag is looked up when it is to be drawn. */
static void
ensure_paintable (ChanceryFlag *self)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  if (self->paintable == NULL && self->iso != NULL && gtk_icon_theme_has_icon (theme, self->iso))
    self->paintable = gtk_icon_theme_lookup_icon (theme, self->iso, NULL, self->width,
                                                  gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                                  GTK_TEXT_DIR_LTR, 0);
}

static void
forget_paintable (ChanceryFlag *self)
{
  g_clear_object (&self->paintable);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
chancery_flag_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  ChanceryFlag *self = CHANCERY_FLAG (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : get_height (self);
}

static void
chancery_flag_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  ChanceryFlag *self = CHANCERY_FLAG (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA edge;
  GskRoundedRect outline;

  if (width <= 0 || height <= 0)
    return;

  ensure_paintable (self);
  gtk_widget_get_color (widget, &edge);
  edge.alpha *= self->paintable != NULL ? 0.2f : 0.1f;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height), 0);

  if (self->paintable != NULL)
    gdk_paintable_snapshot (GDK_PAINTABLE (self->paintable), snapshot, width, height);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { edge, edge, edge, edge });
}

static void
chancery_flag_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ChanceryFlag *self = CHANCERY_FLAG (object);

  switch ((ChanceryFlagProps) prop_id)
    {
    case PROP_ISO:
      g_value_set_string (value, self->iso);
      break;
    case PROP_WIDTH:
      g_value_set_int (value, self->width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_flag_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ChanceryFlag *self = CHANCERY_FLAG (object);

  switch ((ChanceryFlagProps) prop_id)
    {
    case PROP_ISO:
      chancery_flag_set_iso (self, g_value_get_string (value));
      break;
    case PROP_WIDTH:
      chancery_flag_set_width (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_flag_dispose (GObject *object)
{
  g_clear_object (&CHANCERY_FLAG (object)->paintable);

  G_OBJECT_CLASS (chancery_flag_parent_class)->dispose (object);
}

static void
chancery_flag_finalize (GObject *object)
{
  g_free (CHANCERY_FLAG (object)->iso);

  G_OBJECT_CLASS (chancery_flag_parent_class)->finalize (object);
}

static void
chancery_flag_class_init (ChanceryFlagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = chancery_flag_get_property;
  object_class->set_property = chancery_flag_set_property;
  object_class->dispose = chancery_flag_dispose;
  object_class->finalize = chancery_flag_finalize;
  widget_class->measure = chancery_flag_measure;
  widget_class->snapshot = chancery_flag_snapshot;

  props[PROP_ISO] = g_param_spec_string ("iso", NULL, NULL, NULL, flags);
  props[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, 1, G_MAXINT16, DEFAULT_WIDTH, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "flag");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
chancery_flag_init (ChanceryFlag *self)
{
  self->width = DEFAULT_WIDTH;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_paintable), NULL);
}

/**
 * chancery_flag_set_iso:
 * @self: a flag
 * @iso: (nullable): the state's code; a state without a known flag gets an
 *   empty frame
 */
void
chancery_flag_set_iso (ChanceryFlag *self,
                       const char   *iso)
{
  g_return_if_fail (CHANCERY_IS_FLAG (self));

  if (!g_set_str (&self->iso, iso))
    return;

  forget_paintable (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ISO]);
}

/**
 * chancery_flag_set_width:
 * @self: a flag
 * @width: in pixels; the height follows
 */
void
chancery_flag_set_width (ChanceryFlag *self,
                         int           width)
{
  g_return_if_fail (CHANCERY_IS_FLAG (self));
  g_return_if_fail (width > 0);

  if (self->width == width)
    return;

  self->width = width;
  forget_paintable (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WIDTH]);
}
