/* Which attachment is meant by each line of 附件：…, and what 7.3.7 asks of those
 * that stand outside the text: a nested document, tables bound behind it. */
#include "compose/letter/build.h"

#include <string.h>

/* ── names ───────────────────────────────────────────────────────────────── */

/* Without blanks and the marks that a text puts around a name. */
static char *bare_name (const char *name)
{
  GString *bare = g_string_new (NULL);
  for (const char *p = name ? name : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_utf8_strchr (" 　\n《》", -1, g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));
  return g_string_free (bare, FALSE);
}

gboolean tz_letter_same_name (const char *a, const char *b)
{
  g_autofree char *one = bare_name (a), *other = bare_name (b);
  return strcmp (one, other) == 0;
}

/* A form's title may have a place before what the text calls it: XX市…台账. */
gboolean tz_letter_is_named (const TzDoc *bound, const char *name)
{
  g_autofree char *title = bare_name (bound->title), *wanted = bare_name (name);
  return *title != '\0' && *wanted != '\0' && (strstr (title, wanted) || strstr (wanted, title));
}

/* ── who is meant ────────────────────────────────────────────────────────── */

/* The attachment within LETTER: by number, or the only one. */
static TzLetterPart *find_part (const TzLetter *letter, const TzLetterItem *item)
{
  for (guint i = 1; i < letter->parts->len; i++) {
    TzLetterPart *part = letter->parts->pdata[i];
    if (part->label && (part->number == item->number || (part->number <= 1 && item->number <= 1)))
      return part;
  }
  return NULL;
}

static TzLetter *find_nested (const GPtrArray *letters, guint after, const char *name)
{
  for (guint i = after + 1; i < letters->len; i++) {
    TzLetter *letter = letters->pdata[i];
    const TzLetterPart *first = letter->parts->pdata[0];
    if (first->title && tz_letter_same_name (first->title, name))
      return letter;
  }
  return NULL;
}

char *tz_letter_item_label (const TzLetterItem *item)
{
  return item->number > 0 ? g_strdup_printf ("附件%d", item->number) : g_strdup ("附件");
}

static void match_text (const GPtrArray *letters, guint at, TzLetterItem *item)
{
  item->part = find_part (letters->pdata[at], item);
  TzLetter *nested = item->part ? NULL : find_nested (letters, at, item->name);
  item->nested = nested != NULL;
  if (nested && !nested->label)
    nested->label = tz_letter_item_label (item);
}

/* Takes from LEFT, the bound documents that no line has claimed, the one called NAME; NULL: the first. NULL if
 * there is none. */
static TzDoc *take_bound (GPtrArray *left, const char *name)
{
  for (guint i = 0; i < left->len; i++)
    if (!name || tz_letter_is_named (left->pdata[i], name))
      return g_ptr_array_remove_index (left, i);
  return NULL;
}

typedef enum { MATCH_TEXT, MATCH_NAMES, MATCH_REST, N_MATCHES } Match;

static void match_item (const GPtrArray *letters, guint at, TzLetterItem *item, GPtrArray *left, Match match)
{
  if (match == MATCH_TEXT)
    match_text (letters, at, item);
  else if (!item->part && !item->nested && !item->bound)
    item->bound = take_bound (left, match == MATCH_NAMES ? item->name : NULL);
}

void tz_letters_match (const GPtrArray *letters, const GPtrArray *attached)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  for (guint i = 0; attached && i < attached->len; i++)
    g_ptr_array_add (left, attached->pdata[i]);
  for (int match = MATCH_TEXT; match < N_MATCHES; match++)
    /* The inner ones first: what they do not name belongs to the outer. */
    for (guint i = letters->len; i-- > 0;) {
      const TzLetter *letter = letters->pdata[i];
      for (guint p = 0; p < letter->parts->len; p++) {
        const TzLetterPart *part = letter->parts->pdata[p];
        for (guint k = 0; k < part->items->len; k++)
          match_item (letters, i, part->items->pdata[k], left, (Match)match);
      }
    }
}

/* ── labels ──────────────────────────────────────────────────────────────── */

static TzTable *first_table (const TzDoc *doc)
{
  const TzBlock *block = doc->blocks->len > 0 ? doc->blocks->pdata[0] : NULL;
  return block && block->kind == TZ_BLOCK_TABLE ? block->table : NULL;
}

static TzPara *label_of (const TzTable *table)
{
  TzPara *first = table && table->above->len > 0 ? table->above->pdata[0] : NULL;
  return first && first->outline == 0 && (first->found || g_str_has_prefix (first->text, "附")) ? first : NULL;
}

/* 附件 and a number: of the text that names it, so the text has the last word, as it has over what the table's
 * file says (tz_letters_check has told where both differ). 附表2 of a book is a label of the table's own. */
static gboolean is_of_text (const TzPara *label)
{
  return label->found || tz_letter_match ("^附件 ?[0-9]*[:：]?$", label->text, NULL);
}

const char *tz_letter_bound_label (const TzDoc *bound)
{
  const TzPara *label = label_of (first_table (bound));
  return label && is_of_text (label) ? label->text : NULL;
}

/* Puts label and title of a bound table on the grid of the text's lines, PITCH apart with characters of EM at
 * their top: the label in the first line, the title in the middle of the third (7.3.7). */
static void set_label (TzTable *table, const TzTextStyle *style, TzLen em, TzLen pitch)
{
  TzPara *label = label_of (table), *title = table->above->len > 1 ? table->above->pdata[1] : NULL;
  label->style = *style;
  label->style.pitch = pitch;
  label->space_before = (em - pitch) / 2;
  if (!title || title->outline == 0)
    return;
  label->space_after = pitch * 3 / 2 - title->style.pitch / 2 - title->space_before;
  title->tall = TRUE;
}

static void bind_item (const TzLetterItem *item)
{
  TzTable *table = item->bound ? first_table (item->bound) : NULL;
  TzPara *own = label_of (table);
  if (!table || (own && !is_of_text (own)))
    return;
  g_autofree char *text = tz_letter_item_label (item);
  TzTextStyle plain = { 0 };
  if (own) {
    g_free (own->text);
    own->text = g_steal_pointer (&text);
  } else {
    g_ptr_array_insert (table->above, 0, tz_para_new (text, &plain));
  }
}

void tz_letters_label (const GPtrArray *letters, const GPtrArray *attached, const TzTextStyle *style, TzLen em,
                       TzLen pitch)
{
  for (guint i = 0; i < letters->len; i++) {
    const TzLetter *letter = letters->pdata[i];
    for (guint p = 0; p < letter->parts->len; p++) {
      const TzLetterPart *part = letter->parts->pdata[p];
      for (guint k = 0; k < part->items->len; k++)
        bind_item (part->items->pdata[k]);
    }
  }
  for (guint i = 0; attached && i < attached->len; i++) {
    TzTable *table = first_table (attached->pdata[i]);
    if (label_of (table))
      set_label (table, style, em, pitch);
  }
}
