/* chancery-application.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-application.h"

#include "chancery-config.h"
#include "chancery-ui-resources.h"

struct _ChanceryApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (ChanceryApplication, chancery_application, ADW_TYPE_APPLICATION)

static void
chancery_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, "application", application, NULL);
  gtk_window_present (window);
}

static void
chancery_application_class_init (ChanceryApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = chancery_application_activate;
}

static void
chancery_application_init (ChanceryApplication *self)
{
}

ChanceryApplication *
chancery_application_new (void)
{
  return g_object_new (CHANCERY_TYPE_APPLICATION,
                       "application-id", CHANCERY_APPLICATION_ID,
                       "resource-base-path", "/io/github/chancery_app/Chancery/ui",
                       NULL);
}
