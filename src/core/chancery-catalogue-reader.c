/* chancery-catalogue-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-catalogue-private.h"

#include "chancery-content.h"
#include "chancery-json-cursor.h"

#define ORGANISATIONS_FILE "organisations.json"
#define STATES_FILE "states.json"
#define HOLDERS_FILE "office-holders.json"

#define FAIL(cursor, ...) \
  chancery_json_cursor_fail ((cursor), error, CHANCERY_CONTENT_ERROR_VALUE, __VA_ARGS__)

/* What is known while the files are read. */
typedef struct
{
  GHashTable *states;  /* (owned) (element-type utf8): codes, borrowed from the document */
  GHashTable *holders; /* (owned) (element-type utf8 GVariant): office holders by code */
} Reader;

static const char * const statehood_words[] = { "sovereign", "disputed", "dependency", "none", NULL };

static const char * const gap_words[] = { "gap", "shared", NULL };

static const char * const office_words[] = { "head-of-state", "head-of-government", "foreign-minister", NULL };

/* Reads the members that every file has, and returns a cursor at its list. */
static gboolean
read_head (const ChanceryJsonCursor  *root,
           const char                *list_name,
           ChanceryJsonCursor        *list,
           guint                     *length,
           GError                   **error)
{
  const char * const members[] = { "schemaVersion", "source", "license", "asOf", "remark", "legend", list_name, NULL };
  ChanceryJsonCursor child;
  const char *text;
  ChanceryDate as_of;
  guint version;

  return chancery_json_cursor_check_object (root, members, error) &&
         chancery_json_cursor_get_member (root, "schemaVersion", &child, error) &&
         chancery_json_cursor_read_uint (&child, 1, 1, &version, error) &&
         chancery_json_cursor_get_string (root, "source", &text, error) &&
         chancery_json_cursor_get_string (root, "license", &text, error) &&
         chancery_json_cursor_get_member (root, "asOf", &child, error) &&
         chancery_json_cursor_read_date (&child, &as_of, error) &&
         chancery_json_cursor_get_member (root, list_name, list, error) &&
         chancery_json_cursor_get_length (list, length, error);
}

/* Reads what a record may say about where it comes from. */
static gboolean
read_origin (const ChanceryJsonCursor  *record,
             GError                   **error)
{
  const char *source;
  ChanceryDate as_of;

  return chancery_json_cursor_get_optional_string (record, "source", &source, error) &&
         chancery_json_cursor_get_optional_date (record, "asOf", &as_of, error);
}

static gboolean
read_iso (Reader                    *reader,
          const ChanceryJsonCursor  *record,
          const char                *member,
          const char               **iso,
          GError                   **error)
{
  ChanceryJsonCursor child;

  if (!chancery_json_cursor_get_member (record, member, &child, error) ||
      !chancery_json_cursor_read_string (&child, iso, error))
    return FALSE;
  if (!g_hash_table_contains (reader->states, *iso))
    return FAIL (&child, "“%s” is not the code of a state", *iso);
  return TRUE;
}

/* Office holders */

static GVariant *
read_spellings (const ChanceryJsonCursor  *record,
                GError                   **error)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  ChanceryJsonCursor list, child;
  const char *spelling;
  guint length;

  if (chancery_json_cursor_get_optional (record, "spellings", &list))
    {
      if (!chancery_json_cursor_get_length (&list, &length, error))
        return NULL;
      for (guint i = 0; i < length; i++)
        {
          chancery_json_cursor_get_element (&list, i, &child);
          if (!chancery_json_cursor_read_string (&child, &spelling, error))
            return NULL;
          g_variant_builder_add (&builder, "s", spelling);
        }
    }
  return g_variant_builder_end (&builder);
}

static gboolean
read_holder (const ChanceryJsonCursor  *record,
             GVariantBuilder           *builder,
             GError                   **error)
{
  const char * const members[] = { "office", "name", "surname", "spellings", "title", "from",
                                   "to", "note", "source", "asOf", NULL };
  const char *name, *surname, *title, *note, *source;
  gboolean end_unknown;
  GVariant *spellings;
  ChanceryDate from, to, as_of;
  guint office;

  if (!chancery_json_cursor_check_object (record, members, error) ||
      !chancery_json_cursor_get_choice (record, "office", office_words, &office, error) ||
      !chancery_json_cursor_get_string (record, "name", &name, error) ||
      !chancery_json_cursor_get_string (record, "surname", &surname, error) ||
      !chancery_json_cursor_get_string (record, "title", &title, error) ||
      !chancery_json_cursor_get_optional_string (record, "note", &note, error) ||
      !chancery_json_cursor_get_period (record, &from, &to, error) ||
      !chancery_json_cursor_get_string (record, "source", &source, error) ||
      !chancery_json_cursor_get_optional_date (record, "asOf", &as_of, error))
    return FALSE;

  /* Of the time after the source was last asked, nothing is known. */
  end_unknown = chancery_date_is_set (as_of) && !chancery_date_is_set (to);
  if (end_unknown)
    {
      if (chancery_date_is_set (from) && chancery_date_compare (chancery_date_first_day (from), chancery_date_last_day (as_of)) > 0)
        return FAIL (record, "“asOf” is before “from”");
      to = as_of;
    }

  spellings = read_spellings (record, error);
  if (spellings == NULL)
    return FALSE;
  g_variant_builder_add (builder, "(yss@assuub)", (guint8) office, name, surname, spellings, title,
                         chancery_catalogue_pack_date (from), chancery_catalogue_pack_date (to), end_unknown);
  return TRUE;
}

/* Why nobody is listed for a time, or several: for people and tests, so it is checked and left behind. */
static gboolean
read_gaps (const ChanceryJsonCursor  *record,
           GError                   **error)
{
  const char * const members[] = { "office", "from", "to", "kind", "note", NULL };
  ChanceryJsonCursor list, child;
  ChanceryDate from, to;
  guint length, word;
  const char *note;

  if (!chancery_json_cursor_get_optional (record, "gaps", &list))
    return TRUE;
  if (!chancery_json_cursor_get_length (&list, &length, error))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      chancery_json_cursor_get_element (&list, i, &child);
      if (!chancery_json_cursor_check_object (&child, members, error) ||
          !chancery_json_cursor_get_choice (&child, "office", office_words, &word, error) ||
          !chancery_json_cursor_get_choice (&child, "kind", gap_words, &word, error) ||
          !chancery_json_cursor_get_string (&child, "note", &note, error) ||
          !chancery_json_cursor_get_period (&child, &from, &to, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_holders_of_state (Reader                    *reader,
                       const ChanceryJsonCursor  *record,
                       GError                   **error)
{
  const char * const members[] = { "iso", "holders", "gaps", NULL };
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" CHANCERY_CATALOGUE_HOLDER_TYPE));
  ChanceryJsonCursor list, child;
  const char *iso;
  guint length;

  if (!chancery_json_cursor_check_object (record, members, error) ||
      !read_iso (reader, record, "iso", &iso, error) ||
      !chancery_json_cursor_get_member (record, "holders", &list, error) ||
      !chancery_json_cursor_get_length (&list, &length, error))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      chancery_json_cursor_get_element (&list, i, &child);
      if (!read_holder (&child, &builder, error))
        return FALSE;
    }

  if (!read_gaps (record, error))
    return FALSE;
  if (g_hash_table_contains (reader->holders, iso))
    return FAIL (record, "the office holders of “%s” are listed twice", iso);
  g_hash_table_insert (reader->holders, g_strdup (iso), g_variant_ref_sink (g_variant_builder_end (&builder)));
  return TRUE;
}

static gboolean
read_holders (Reader        *reader,
              GFile         *folder,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, HOLDERS_FILE);
  g_autoptr (JsonParser) parser = NULL;
  ChanceryJsonCursor root, list, child;
  guint length;

  parser = chancery_json_load (file, cancellable, &root, error);
  if (parser == NULL || !read_head (&root, "states", &list, &length, error))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      chancery_json_cursor_get_element (&list, i, &child);
      if (!read_holders_of_state (reader, &child, error))
        return FALSE;
    }
  return TRUE;
}

/* States */

static gboolean
read_codes (Reader                    *reader,
            const ChanceryJsonCursor  *states,
            guint                      length,
            GError                   **error)
{
  const char *last = "";

  for (guint i = 0; i < length; i++)
    {
      ChanceryJsonCursor record, child;
      const char *iso;

      chancery_json_cursor_get_element (states, i, &record);
      if (!JSON_NODE_HOLDS_OBJECT (record.node))
        return chancery_json_cursor_check_object (&record, NULL, error);
      if (!chancery_json_cursor_get_member (&record, "iso", &child, error) ||
          !chancery_json_cursor_read_string (&child, &iso, error))
        return FALSE;
      if (strlen (iso) != 2 || !g_ascii_isupper (iso[0]) || !g_ascii_isupper (iso[1]))
        return FAIL (&child, "“%s” is not two capital letters", iso);
      if (g_hash_table_contains (reader->states, iso))
        return FAIL (&child, "“%s” is there twice", iso);
      if (strcmp (iso, last) < 0)
        return FAIL (&child, "“%s” is after “%s”, but should be before it", iso, last);
      g_hash_table_add (reader->states, (gpointer) iso);
      last = iso;
    }
  return TRUE;
}

static GVariant *
read_capitals (const ChanceryJsonCursor  *record,
               GError                   **error)
{
  const char * const members[] = { "name", "from", "to", "note", NULL };
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" CHANCERY_CATALOGUE_CAPITAL_TYPE));
  ChanceryJsonCursor list, child;
  const char *name, *note;
  ChanceryDate from, to;
  guint length;

  if (!chancery_json_cursor_get_member (record, "capitals", &list, error) ||
      !chancery_json_cursor_get_length (&list, &length, error))
    return NULL;

  for (guint i = 0; i < length; i++)
    {
      chancery_json_cursor_get_element (&list, i, &child);
      if (!chancery_json_cursor_check_object (&child, members, error) ||
          !chancery_json_cursor_get_string (&child, "name", &name, error) ||
          !chancery_json_cursor_get_optional_string (&child, "note", &note, error) ||
          !chancery_json_cursor_get_period (&child, &from, &to, error))
        return NULL;
      g_variant_builder_add (&builder, CHANCERY_CATALOGUE_CAPITAL_TYPE, name,
                             chancery_catalogue_pack_date (from), chancery_catalogue_pack_date (to));
    }
  return g_variant_builder_end (&builder);
}

static gboolean
read_label (const ChanceryJsonCursor  *record,
            double                    *longitude,
            double                    *latitude,
            GError                   **error)
{
  ChanceryJsonCursor list, east, north;
  guint length;

  if (!chancery_json_cursor_get_member (record, "label", &list, error) ||
      !chancery_json_cursor_get_length (&list, &length, error))
    return FALSE;
  if (length != 2)
    return FAIL (&list, "should be a longitude and a latitude");

  chancery_json_cursor_get_element (&list, 0, &east);
  chancery_json_cursor_get_element (&list, 1, &north);
  return chancery_json_cursor_read_double (&east, -180, 180, longitude, error) &&
         chancery_json_cursor_read_double (&north, -90, 90, latitude, error);
}

static gboolean
read_state (Reader                    *reader,
            const ChanceryJsonCursor  *record,
            GVariantBuilder           *builder,
            GError                   **error)
{
  const char * const members[] = { "iso", "name", "official", "isoCodesName", "isoCodesOfficial", "status", "of", "label",
                                   "capitals", "note", "source", "asOf", NULL };
  const char *iso, *name, *official, *iso_codes_name, *iso_codes_official, *note, *of = NULL;
  GVariant *holders;
  g_autoptr (GVariant) capitals = NULL;
  double longitude, latitude;
  guint statehood;

  if (!chancery_json_cursor_check_object (record, members, error) ||
      !chancery_json_cursor_get_string (record, "iso", &iso, error) ||
      !chancery_json_cursor_get_string (record, "name", &name, error) ||
      !chancery_json_cursor_get_optional_string (record, "official", &official, error) ||
      !chancery_json_cursor_get_optional_string (record, "isoCodesName", &iso_codes_name, error) ||
      !chancery_json_cursor_get_optional_string (record, "isoCodesOfficial", &iso_codes_official, error) ||
      !chancery_json_cursor_get_choice (record, "status", statehood_words, &statehood, error) ||
      !chancery_json_cursor_get_optional_string (record, "note", &note, error) ||
      !read_label (record, &longitude, &latitude, error) ||
      !read_origin (record, error))
    return FALSE;

  if (statehood == CHANCERY_STATEHOOD_DEPENDENCY)
    {
      if (!read_iso (reader, record, "of", &of, error))
        return FALSE;
    }
  else
    {
      ChanceryJsonCursor child;

      if (chancery_json_cursor_get_optional (record, "of", &child))
        return FAIL (&child, "is only for a dependency");
    }

  capitals = read_capitals (record, error);
  if (capitals == NULL)
    return FALSE;
  g_variant_ref_sink (capitals);

  holders = g_hash_table_lookup (reader->holders, iso);
  if (holders == NULL)
    holders = g_variant_new_array (G_VARIANT_TYPE (CHANCERY_CATALOGUE_HOLDER_TYPE), NULL, 0);

  g_variant_builder_add (builder,
                         "(sssssysdds@a" CHANCERY_CATALOGUE_CAPITAL_TYPE "@a" CHANCERY_CATALOGUE_HOLDER_TYPE ")",
                         iso, name, official != NULL ? official : name,
                         iso_codes_name != NULL ? iso_codes_name : "",
                         iso_codes_official != NULL ? iso_codes_official : "",
                         (guint8) statehood, of != NULL ? of : "", longitude, latitude, note != NULL ? note : "",
                         capitals, holders);
  return TRUE;
}

/* Organisations */

static gboolean
read_names (const ChanceryJsonCursor  *record,
            GVariantBuilder           *builder,
            GError                   **error)
{
  ChanceryJsonCursor names, child;
  JsonObjectIter iter;
  const char *lang, *name;

  if (!chancery_json_cursor_get_member (record, "names", &names, error))
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (names.node))
    return chancery_json_cursor_check_object (&names, NULL, error);

  json_object_iter_init_ordered (&iter, json_node_get_object (names.node));
  while (json_object_iter_next_ordered (&iter, &lang, NULL))
    {
      chancery_json_cursor_get_optional (&names, lang, &child);
      if (!chancery_json_cursor_read_string (&child, &name, error))
        return FALSE;
      g_variant_builder_add (builder, "(ss)", lang, name);
    }
  return TRUE;
}

static gboolean
read_strings (const ChanceryJsonCursor  *record,
              const char                *member,
              GVariantBuilder           *builder,
              GError                   **error)
{
  ChanceryJsonCursor list, child;
  const char *string;
  guint length;

  if (!chancery_json_cursor_get_optional (record, member, &list))
    return TRUE;
  if (!chancery_json_cursor_get_length (&list, &length, error))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      chancery_json_cursor_get_element (&list, i, &child);
      if (!chancery_json_cursor_read_string (&child, &string, error))
        return FALSE;
      if (builder != NULL)
        g_variant_builder_add (builder, "s", string);
    }
  return TRUE;
}

typedef struct
{
  const char *member;
  ChanceryMembershipStatus status;
  ChanceryDate from;
  ChanceryDate to;
} Period;

static gboolean
periods_overlap (const Period *a,
                 const Period *b)
{
  /* One may end on the day on which, or in the month in which, the next begins. */
  return (a->to.year == 0 || b->from.year == 0 || chancery_date_compare (b->from, a->to) < 0) &&
         (b->to.year == 0 || a->from.year == 0 || chancery_date_compare (a->from, b->to) < 0);
}

static gboolean
period_contains (const Period *outer,
                 const Period *inner)
{
  return (outer->from.year == 0 || chancery_date_compare (chancery_date_first_day (outer->from),
                                                          chancery_date_last_day (inner->from)) <= 0) &&
         (outer->to.year == 0 || (inner->to.year != 0 &&
                                  chancery_date_compare (chancery_date_first_day (inner->to),
                                                         chancery_date_last_day (outer->to)) <= 0));
}

/* Two records that say the same of one time would count a member twice, and a suspension needs a
 * membership to overlay. */
static gboolean
check_periods (const ChanceryJsonCursor  *list,
               const Period              *periods,
               guint                      length,
               GError                   **error)
{
  for (guint i = 0; i < length; i++)
    {
      gboolean is_overlay = periods[i].status == CHANCERY_MEMBERSHIP_STATUS_SUSPENDED;
      ChanceryJsonCursor record;

      chancery_json_cursor_get_element (list, i, &record);
      for (guint j = 0; j < length; j++)
        {
          if (strcmp (periods[i].member, periods[j].member) != 0)
            continue;
          if (periods[j].status == CHANCERY_MEMBERSHIP_STATUS_MEMBER && period_contains (&periods[j], &periods[i]))
            is_overlay = FALSE;
          if (j < i && periods[i].status == periods[j].status && periods_overlap (&periods[i], &periods[j]))
            return FAIL (&record, "overlaps %s[%u]", list->member, j);
        }
      if (is_overlay)
        return FAIL (&record, "“%s” is suspended, but not a member at that time", periods[i].member);
    }
  return TRUE;
}

static gboolean
read_membership (Reader                    *reader,
                 GHashTable                *organisations,
                 const ChanceryJsonCursor  *record,
                 GVariantBuilder           *builder,
                 Period                    *period,
                 GError                   **error)
{
  const char * const members[] = { "iso", "org", "status", "from", "to", "note", "source", "asOf", NULL };
  ChanceryJsonCursor iso, organisation, status_cursor;
  gboolean is_state, is_organisation;
  const char *note;
  int status = CHANCERY_MEMBERSHIP_STATUS_NONE;

  if (!chancery_json_cursor_check_object (record, members, error))
    return FALSE;

  is_state = chancery_json_cursor_get_optional (record, "iso", &iso);
  is_organisation = chancery_json_cursor_get_optional (record, "org", &organisation);
  if (is_state == is_organisation)
    return FAIL (record, "should have either “iso” or “org”");
  if (is_state)
    {
      if (!read_iso (reader, record, "iso", &period->member, error))
        return FALSE;
    }
  else
    {
      if (!chancery_json_cursor_read_string (&organisation, &period->member, error))
        return FALSE;
      if (!g_hash_table_contains (organisations, period->member))
        return FAIL (&organisation, "“%s” is not the id of an organisation", period->member);
    }

  if (!chancery_json_cursor_get_member (record, "status", &status_cursor, error) ||
      !chancery_json_cursor_read_word (&status_cursor, CHANCERY_TYPE_MEMBERSHIP_STATUS, &status, error))
    return FALSE;
  if (status < CHANCERY_MEMBERSHIP_STATUS_MEMBER)
    return FAIL (&status_cursor, "“%s” is what a date is resolved to, not what a record says",
                 chancery_enum_to_nick (CHANCERY_TYPE_MEMBERSHIP_STATUS, status));
  period->status = (ChanceryMembershipStatus) status;

  if (!chancery_json_cursor_get_period (record, &period->from, &period->to, error) ||
      !chancery_json_cursor_get_optional_string (record, "note", &note, error) ||
      !read_origin (record, error))
    return FALSE;

  g_variant_builder_add (builder, CHANCERY_CATALOGUE_MEMBERSHIP_TYPE, period->member, is_organisation, (guint8) status,
                         chancery_catalogue_pack_date (period->from), chancery_catalogue_pack_date (period->to),
                         note != NULL ? note : "");
  return TRUE;
}

static gboolean
read_memberships (Reader                    *reader,
                  GHashTable                *organisations,
                  const ChanceryJsonCursor  *record,
                  GVariantBuilder           *builder,
                  GError                   **error)
{
  g_autofree Period *periods = NULL;
  ChanceryJsonCursor list;
  guint length;

  if (!chancery_json_cursor_get_member (record, "members", &list, error) ||
      !chancery_json_cursor_get_length (&list, &length, error))
    return FALSE;

  periods = g_new0 (Period, length);
  for (guint i = 0; i < length; i++)
    {
      ChanceryJsonCursor child;

      chancery_json_cursor_get_element (&list, i, &child);
      if (!read_membership (reader, organisations, &child, builder, &periods[i], error))
        return FALSE;
    }
  return check_periods (&list, periods, length, error);
}

static gboolean
read_headquarters (Reader                    *reader,
                   const ChanceryJsonCursor  *record,
                   GError                   **error)
{
  const char * const members[] = { "city", "country", NULL };
  ChanceryJsonCursor child;
  const char *city, *country;

  return !chancery_json_cursor_get_optional (record, "headquarters", &child) ||
         (chancery_json_cursor_check_object (&child, members, error) &&
          chancery_json_cursor_get_string (&child, "city", &city, error) &&
          read_iso (reader, &child, "country", &country, error));
}

static gboolean
read_organisation (Reader                    *reader,
                   GHashTable                *organisations,
                   const ChanceryJsonCursor  *record,
                   GVariantBuilder           *builder,
                   GError                   **error)
{
  const char * const members[] = { "id", "name", "abbreviation", "kind", "founded", "headquarters", "workingLanguages",
                                   "names", "aliases", "note", "members", "source", "asOf", NULL };
  const char * const kinds[] = { "organisation", "forum", "body", NULL };
  g_auto (GVariantBuilder) names = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ss)"));
  g_auto (GVariantBuilder) aliases = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  g_auto (GVariantBuilder) memberships =
    G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" CHANCERY_CATALOGUE_MEMBERSHIP_TYPE));
  const char *id, *name, *abbreviation, *note;
  ChanceryJsonCursor child;
  ChanceryDate founded;
  guint kind;

  if (!chancery_json_cursor_check_object (record, members, error) ||
      !chancery_json_cursor_get_string (record, "id", &id, error) ||
      !chancery_json_cursor_get_string (record, "name", &name, error) ||
      !chancery_json_cursor_get_string (record, "abbreviation", &abbreviation, error) ||
      !chancery_json_cursor_get_choice (record, "kind", kinds, &kind, error) ||
      !chancery_json_cursor_get_member (record, "founded", &child, error) ||
      !chancery_json_cursor_read_date (&child, &founded, error) ||
      !chancery_json_cursor_get_optional_string (record, "note", &note, error) ||
      !read_headquarters (reader, record, error) ||
      !read_strings (record, "workingLanguages", NULL, error) ||
      !read_names (record, &names, error) ||
      !read_strings (record, "aliases", &aliases, error) ||
      !read_memberships (reader, organisations, record, &memberships, error) ||
      !read_origin (record, error))
    return FALSE;

  g_variant_builder_add (builder, "(sssusa(ss)asa" CHANCERY_CATALOGUE_MEMBERSHIP_TYPE ")",
                         id, abbreviation, name, chancery_catalogue_pack_date (founded), note != NULL ? note : "",
                         &names, &aliases, &memberships);
  return TRUE;
}

static gboolean
read_organisations (Reader           *reader,
                    GFile            *folder,
                    GVariantBuilder  *builder,
                    GCancellable     *cancellable,
                    GError          **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, ORGANISATIONS_FILE);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JsonParser) parser = NULL;
  ChanceryJsonCursor root, list, child, id;
  guint length;

  parser = chancery_json_load (file, cancellable, &root, error);
  if (parser == NULL || !read_head (&root, "organisations", &list, &length, error))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      const char *text;

      chancery_json_cursor_get_element (&list, i, &child);
      if (!JSON_NODE_HOLDS_OBJECT (child.node))
        return chancery_json_cursor_check_object (&child, NULL, error);
      if (!chancery_json_cursor_get_member (&child, "id", &id, error) ||
          !chancery_json_cursor_read_string (&id, &text, error))
        return FALSE;
      if (text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0')
        return FAIL (&id, "“%s” has more than small letters, digits and hyphens", text);
      if (!g_hash_table_add (ids, (gpointer) text))
        return FAIL (&id, "“%s” is there twice", text);
    }
  for (guint i = 0; i < length; i++)
    {
      chancery_json_cursor_get_element (&list, i, &child);
      if (!read_organisation (reader, ids, &child, builder, error))
        return FALSE;
    }
  return TRUE;
}

static GVariant *
read_catalogue (Reader        *reader,
                GFile         *folder,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, STATES_FILE);
  g_auto (GVariantBuilder) states = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" CHANCERY_CATALOGUE_STATE_TYPE));
  g_auto (GVariantBuilder) organisations =
    G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" CHANCERY_CATALOGUE_ORGANISATION_TYPE));
  g_autoptr (JsonParser) parser = NULL;
  ChanceryJsonCursor root, list, child;
  guint length;

  parser = chancery_json_load (file, cancellable, &root, error);
  if (parser == NULL || !read_head (&root, "states", &list, &length, error) ||
      !read_codes (reader, &list, length, error) ||
      !read_holders (reader, folder, cancellable, error))
    return NULL;

  for (guint i = 0; i < length; i++)
    {
      chancery_json_cursor_get_element (&list, i, &child);
      if (!read_state (reader, &child, &states, error))
        return NULL;
    }

  if (!read_organisations (reader, folder, &organisations, cancellable, error))
    return NULL;

  return g_variant_new ("(ua" CHANCERY_CATALOGUE_ORGANISATION_TYPE "a" CHANCERY_CATALOGUE_STATE_TYPE ")",
                        CHANCERY_CATALOGUE_VERSION, &organisations, &states);
}

/*
 * chancery_catalogue_read_json:
 * @folder: where organisations.json, states.json and office-holders.json are
 *
 * Reads and checks the three files, strictly. May be called from any thread.
 *
 * Returns: (transfer full): a catalogue of %CHANCERY_CATALOGUE_TYPE_STRING,
 *   serialised, or %NULL with @error set, of #CHANCERY_CONTENT_ERROR or
 *   #G_IO_ERROR
 */
GVariant *
chancery_catalogue_read_json (GFile         *folder,
                              GCancellable  *cancellable,
                              GError       **error)
{
  Reader reader = {
    .states = g_hash_table_new (g_str_hash, g_str_equal),
    .holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref),
  };
  g_autoptr (GVariant) tree = read_catalogue (&reader, folder, cancellable, error);
  g_autoptr (GBytes) bytes = NULL;

  g_hash_table_unref (reader.states);
  g_hash_table_unref (reader.holders);
  if (tree == NULL)
    return NULL;

  g_variant_ref_sink (tree);
  bytes = g_variant_get_data_as_bytes (tree);
  return g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (CHANCERY_CATALOGUE_TYPE_STRING), bytes, TRUE));
}
