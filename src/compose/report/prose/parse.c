/* Pieces of a report's text become blocks: text, values, loops, choices. */
#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "compose/report/prose/text.h"

#include <string.h>

enum { MAX_DEPTH = 32 }; /* of blocks in blocks */

/* ── nodes ───────────────────────────────────────────────────────────────── */

static GPtrArray *block_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)tz_prose_node_free);
}

static TzProseNode *add_node (TzProseReader *reader, GPtrArray *block, TzProseNodeKind kind, gsize at,
                              char *take_text)
{
  TzProseNode *node = g_new0 (TzProseNode, 1);
  node->kind = kind;
  node->at = at;
  node->line = tz_prose_place (reader, at).line;
  node->text = take_text;
  g_ptr_array_add (block, node);
  return node;
}

/* ── one piece ───────────────────────────────────────────────────────────── */

static const TzProsePiece *peek (const TzProseReader *reader)
{
  return reader->next < reader->pieces->len ? reader->pieces->pdata[reader->next] : NULL;
}

/* Whether all words of the piece were taken; else a finding. */
static gboolean is_done (TzProseReader *reader)
{
  const TzProseToken *token = tz_prose_peek (reader);
  if (token->kind == TZ_TOKEN_END)
    return TRUE;
  tz_prose_unexpected (reader, token);
  return FALSE;
}

/* Whether nothing but blanks stands beside PIECE's braces on their line. */
static gboolean is_alone (const TzProseReader *reader, const TzProsePiece *piece)
{
  const char *open = reader->text + piece->at - 1, *close = reader->text + piece->at + strlen (piece->text) + 1;
  const char *start = open;
  while (start > reader->text && start[-1] != '\n')
    start--;
  const char *end = strchrnul (close, '\n');
  return tz_utf8_skip_blanks (start, open) == open && tz_utf8_skip_blanks (close, end) == end;
}

static void check_exhibit (TzProseReader *reader, gboolean chart, const TzProseToken *name)
{
  const char *const *known = chart ? reader->source->charts : reader->source->tables;
  if (!known || g_strv_contains (known, name->text))
    return;
  TzPlace place = tz_prose_place (reader, name->at);
  const char *near = tz_suggest (name->text, known);
  g_autofree char *all = g_strjoinv (", ", (char **)known);
  if (near)
    tz_diag_add (reader->diag, TZ_ERROR, &place, "unknown-figure",
                 chart ? _ ("there is no chart “%s”; did you mean “%s”?")
                       : _ ("there is no table “%s”; did you mean “%s”?"),
                 name->text, near);
  else
    tz_diag_add (reader->diag, TZ_ERROR, &place, "unknown-figure",
                 chart ? _ ("there is no chart “%s”; choose from: %s")
                       : _ ("there is no table “%s”; choose from: %s"),
                 name->text, all);
}

/* {table NAME} is handed on to the reader of the letter as it stands. */
static void parse_exhibit (TzProseReader *reader, GPtrArray *block, const TzProsePiece *piece, gboolean chart)
{
  TzPlace place = tz_prose_place (reader, piece->at);
  if (!is_alone (reader, piece))
    tz_diag_add (reader->diag, TZ_ERROR, &place, "figure-not-alone",
                 _ ("a table or chart needs a line of its own; move what stands beside it to another line"));
  const TzProseToken *name = tz_prose_take (reader);
  if (name->kind != TZ_TOKEN_WORD && name->kind != TZ_TOKEN_QUOTED) {
    tz_prose_unexpected (reader, name);
    return;
  }
  check_exhibit (reader, chart, name);
  if (is_done (reader))
    add_node (reader, block, chart ? TZ_NODE_CHART : TZ_NODE_TABLE, piece->at, g_strdup (name->text));
}

static void parse_value (TzProseReader *reader, GPtrArray *block, const TzProsePiece *piece)
{
  TzProseName name;
  if (tz_prose_resolve (reader, tz_prose_take (reader), &name) && is_done (reader))
    add_node (reader, block, TZ_NODE_VALUE, piece->at, g_strstrip (g_strdup (piece->text)))->name = name;
}

/* ── blocks ──────────────────────────────────────────────────────────────── */

static GPtrArray *parse_block (TzProseReader *reader, const TzProseNode *owner);

static void report_depth (TzProseReader *reader, gsize at)
{
  TzPlace place = tz_prose_place (reader, at);
  tz_diag_add (reader->diag, TZ_ERROR, &place, "too-deep",
               _ ("more than %d loops and conditions stand in each other; take some of them out"), MAX_DEPTH);
}

static void report_no_end (TzProseReader *reader, const TzProseNode *node)
{
  TzPlace place = tz_prose_place (reader, node->at);
  tz_diag_add (reader->diag, TZ_ERROR, &place, "missing-end",
               node->kind == TZ_NODE_IF ? _ ("this {if …} has no {end}; add it where the condition ends")
                                        : _ ("this {for …} has no {end}; add it where the repetition ends"));
}

/* Takes the piece that ends a block of NODE: {end}, {else} …; *AT is its place. Its key; the words behind it
 * become the tokens. */
static TzProseKey take_end (TzProseReader *reader, const TzProseNode *node, gsize *at)
{
  const TzProsePiece *piece = peek (reader);
  *at = piece ? piece->at : node->at;
  if (!piece) {
    if (!reader->stopped)
      report_no_end (reader, node);
    return TZ_KEY_END;
  }
  reader->next++;
  tz_prose_tokenize (reader, piece);
  TzProseKey key = tz_prose_token_key (tz_prose_take (reader));
  if (key != TZ_KEY_ELSE_IF)
    is_done (reader);
  return key;
}

static void report_second (TzProseReader *reader, TzProseKey key, gsize at)
{
  TzPlace place = tz_prose_place (reader, at);
  tz_diag_add (reader->diag, TZ_ERROR, &place, "misplaced-word",
               _ ("{%s} does not belong here; it stands once, between its {for …} or {if …} and {end}"),
               tz_prose_key_word (key));
}

static void parse_if (TzProseReader *reader, GPtrArray *block, const TzProsePiece *piece)
{
  TzProseNode *node = add_node (reader, block, TZ_NODE_IF, piece->at, NULL);
  TzProseCond *cond = tz_prose_parse_cond (reader);
  if (cond)
    is_done (reader);
  node->cond = cond;
  node->body = parse_block (reader, node);
  gsize at;
  TzProseKey key = take_end (reader, node, &at);
  if (key == TZ_KEY_ELSE_IF) {
    /* What follows is the {if …} of its own that stands in the {else}. */
    node->other = block_new ();
    if (reader->depth >= MAX_DEPTH) {
      report_depth (reader, piece->at);
      return;
    }
    reader->depth++;
    parse_if (reader, node->other, reader->pieces->pdata[reader->next - 1]);
    reader->depth--;
    return;
  }
  for (; key != TZ_KEY_END; key = take_end (reader, node, &at)) {
    GPtrArray *other = parse_block (reader, node);
    if (key == TZ_KEY_ELSE && !node->other) {
      node->other = other;
      continue;
    }
    report_second (reader, key, at);
    g_ptr_array_unref (other);
  }
}

/* Takes one of the choices behind a list (where …, first 5, highest rate), which stand in any order. */
static gboolean parse_choice (TzProseReader *reader, TzProseNode *node)
{
  if (tz_prose_take_key (reader, TZ_KEY_WHERE)) {
    tz_prose_cond_free (node->cond);
    return (node->cond = tz_prose_parse_cond (reader)) != NULL;
  }
  if (tz_prose_take_key (reader, TZ_KEY_FIRST)) {
    const TzProseToken *number = tz_prose_take (reader);
    guint64 n = 0;
    if (number->kind != TZ_TOKEN_NUMBER ||
        !g_ascii_string_to_unsigned (number->text, 10, 1, 100000, &n, NULL)) {
      tz_prose_unexpected (reader, number);
      return FALSE;
    }
    node->first = (int)n;
    return TRUE;
  }
  node->order = tz_prose_take_key (reader, TZ_KEY_HIGHEST)  ? 1
                : tz_prose_take_key (reader, TZ_KEY_LOWEST) ? -1
                                                            : 0;
  if (node->order == 0)
    return FALSE;
  const TzProseToken *by = tz_prose_take (reader);
  if (!tz_prose_resolve (reader, by, &node->name))
    return FALSE;
  if (node->name.kind != TZ_PROSE_TEXT)
    return TRUE;
  tz_prose_unexpected (reader, by);
  return FALSE;
}

static gboolean is_choice (const TzProseReader *reader)
{
  TzProseKey key = tz_prose_token_key (tz_prose_peek (reader));
  return key == TZ_KEY_WHERE || key == TZ_KEY_FIRST || key == TZ_KEY_HIGHEST || key == TZ_KEY_LOWEST;
}

/* The list and what is chosen from it; the reader then stands in one of its items. */
static gboolean parse_items (TzProseReader *reader, TzProseNode *node)
{
  gboolean known = tz_prose_resolve_list (reader, tz_prose_take (reader), &node->list);
  TzProseOf around = reader->nest[reader->n_nest - 1];
  reader->nest[reader->n_nest++] = known ? node->list.item : around;
  if (!known)
    return FALSE;
  while (is_choice (reader))
    if (!parse_choice (reader, node))
      return FALSE;
  return TRUE;
}

static void parse_for (TzProseReader *reader, GPtrArray *block, const TzProsePiece *piece)
{
  TzProseNode *node = add_node (reader, block, TZ_NODE_FOR, piece->at, NULL);
  if (parse_items (reader, node))
    is_done (reader);
  node->body = parse_block (reader, node);
  gboolean inside = TRUE;
  gsize at;
  for (TzProseKey key; (key = take_end (reader, node, &at)) != TZ_KEY_END;) {
    GPtrArray **part = key == TZ_KEY_BETWEEN ? &node->between : &node->other;
    /* Where there is no item its names are not known. */
    if (key == TZ_KEY_ELSE && inside) {
      reader->n_nest--;
      inside = FALSE;
    }
    GPtrArray *parts = parse_block (reader, node);
    if (key == TZ_KEY_ELSE_IF || *part || !inside != (key == TZ_KEY_ELSE)) {
      report_second (reader, key, at);
      g_ptr_array_unref (parts);
    } else {
      *part = parts;
    }
  }
  reader->n_nest -= inside;
}

/* {list late}, {list late where days-late > 30 ；} */
static void parse_list (TzProseReader *reader, GPtrArray *block, const TzProsePiece *piece)
{
  TzProseNode *node = add_node (reader, block, TZ_NODE_FOR, piece->at, NULL);
  gboolean good = parse_items (reader, node);
  const TzProseToken *sign = tz_prose_peek (reader), name = { TZ_TOKEN_WORD, piece->at, (char *)"name" };
  gboolean own = good && (sign->kind == TZ_TOKEN_MARK || sign->kind == TZ_TOKEN_QUOTED);
  node->body = block_new ();
  node->between = block_new ();
  TzProseName named;
  if (good && tz_prose_resolve (reader, &name, &named)) {
    add_node (reader, node->body, TZ_NODE_VALUE, piece->at, g_strdup (name.text))->name = named;
    add_node (reader, node->between, TZ_NODE_TEXT, piece->at, g_strdup (own ? sign->text : "、"));
    if (own)
      tz_prose_take (reader);
    is_done (reader);
  }
  reader->n_nest--;
}

static void parse_words (TzProseReader *reader, GPtrArray *block, const TzProsePiece *piece)
{
  if (!tz_prose_tokenize (reader, piece))
    return;
  TzProseKey key = tz_prose_token_key (tz_prose_peek (reader));
  if (key != TZ_KEY_NONE)
    tz_prose_take (reader);
  switch (key) {
  case TZ_KEY_IF:
    parse_if (reader, block, piece);
    break;
  case TZ_KEY_FOR:
    parse_for (reader, block, piece);
    break;
  case TZ_KEY_LIST:
    parse_list (reader, block, piece);
    break;
  case TZ_KEY_NONE:
    parse_value (reader, block, piece);
    break;
  default:
    tz_prose_unexpected (reader, reader->tokens->pdata[0]);
  }
}

static gboolean ends_block (TzProseKey key)
{
  return key == TZ_KEY_END || key == TZ_KEY_ELSE || key == TZ_KEY_ELSE_IF || key == TZ_KEY_BETWEEN;
}

static void parse_piece (TzProseReader *reader, GPtrArray *block, TzProsePiece *piece, TzProseKey key)
{
  if (piece->kind == TZ_CUT_PLAIN) {
    add_node (reader, block, TZ_NODE_TEXT, piece->at, g_strdup (piece->text));
  } else if (piece->kind == TZ_CUT_LINE_END) {
    add_node (reader, block, TZ_NODE_LINE_END, piece->at, NULL);
  } else if (key == TZ_KEY_TABLE || key == TZ_KEY_CHART) {
    if (tz_prose_tokenize (reader, piece)) {
      tz_prose_take (reader);
      parse_exhibit (reader, block, piece, key == TZ_KEY_CHART);
    }
  } else {
    parse_words (reader, block, piece);
  }
}

/* Reads up to the word that ends the block of OWNER, which it leaves; OWNER NULL: up to the end of the text. */
static GPtrArray *parse_block (TzProseReader *reader, const TzProseNode *owner)
{
  GPtrArray *block = block_new ();
  if (owner && reader->depth >= MAX_DEPTH) {
    report_depth (reader, owner->at);
    reader->stopped = TRUE;
    reader->next = reader->pieces->len;
    return block;
  }
  reader->depth++;
  for (TzProsePiece *piece; (piece = (TzProsePiece *)peek (reader)) != NULL;) {
    TzProseKey key = piece->kind == TZ_CUT_WORDS ? tz_prose_piece_key (piece->text) : TZ_KEY_NONE;
    if (owner && ends_block (key))
      break;
    reader->next++;
    if (ends_block (key)) {
      TzPlace place = tz_prose_place (reader, piece->at);
      tz_diag_add (reader->diag, TZ_ERROR, &place, "misplaced-word",
                   _ ("there is no {for …} or {if …} that this {%s} belongs to; delete it"),
                   tz_prose_key_word (key));
      continue;
    }
    parse_piece (reader, block, piece, key);
  }
  reader->depth--;
  return block;
}

GPtrArray *tz_prose_parse (TzProseReader *reader)
{
  reader->nest[0] = TZ_OF_WHOLE;
  reader->n_nest = 1;
  return parse_block (reader, NULL);
}
