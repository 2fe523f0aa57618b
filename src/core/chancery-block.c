/* chancery-block.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-block.h"

#include <string.h>

#include "chancery-nfc.h"

/**
 * chancery_block_new:
 * @kind: what the block is
 * @level: the depth of a heading, quotation or list item; 0 stands for 1, and
 *   a paragraph has none
 * @text: UTF-8; made NFC, and line breaks in it become spaces, so that one
 *   block is one line of the canonical text
 *
 * Returns: (transfer full): a new block
 */
ChanceryBlock *
chancery_block_new (ChanceryBlockKind  kind,
                    guint              level,
                    const char        *text)
{
  g_autofree char *valid = NULL;
  ChanceryBlock *block;

  g_return_val_if_fail (text != NULL, NULL);

  block = g_new0 (ChanceryBlock, 1);
  block->kind = kind;
  block->level = kind == CHANCERY_BLOCK_KIND_PARAGRAPH ? 0 : MAX (level, 1);
  valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  if (valid != NULL)
    text = valid;
  block->text = chancery_nfc (text, strlen (text), NULL);
  g_strdelimit (block->text, "\r\n", ' ');

  return block;
}

void
chancery_block_free (ChanceryBlock *block)
{
  g_free (block->text);
  g_free (block);
}
