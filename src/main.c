/* main.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-config.h"

#include <glib/gi18n.h>
#include <locale.h>
#ifdef HAVE_MALLOC_TRIM
#include <malloc.h>
#endif

#include "chancery-application.h"
#include "chancery-content.h"
#include "chancery-flags-resources.h"
#include "chancery-ui-resources.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ChanceryApplication) application = NULL;

#ifdef HAVE_MALLOC_TRIM
  /* Left to itself, glibc keeps the more of what is freed the larger the blocks are that it sees. */
  mallopt (M_TRIM_THRESHOLD, 64 * 1024);
#endif

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CHANCERY_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Chancery");

  chancery_content_register ();
  chancery_flags_register_resource ();
  chancery_ui_register_resource ();

  application = chancery_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
