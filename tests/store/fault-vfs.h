/* fault-vfs.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A layer between SQLite and the system's files whose operations fail when
 * they are told to. It is SQLite's default once it is registered. */

/**
 * FaultKind:
 * @FAULT_FULL: the disk is full: half of what is written arrives
 * @FAULT_WRITE: writing, syncing, cutting and removing files fail
 * @FAULT_READ: reading fails
 */
typedef enum
{
  FAULT_FULL,
  FAULT_WRITE,
  FAULT_READ,
} FaultKind;

void     fault_vfs_register (void);

/* From the @nth operation of the kind on, counted from 1, all fail; or, with
 * @once, that one alone. */
void     fault_vfs_arm      (FaultKind kind,
                             int       nth,
                             gboolean  once);

/* Returns: how often a file has been brought to the disk. */
guint    fault_vfs_get_n_syncs (void);

/* Returns: whether an operation has failed since it was armed. */
gboolean fault_vfs_disarm   (void);

G_END_DECLS
