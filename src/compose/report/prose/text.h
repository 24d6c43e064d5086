/* A report's text taken apart: pieces, the words between braces, blocks. */
#ifndef TZ_COMPOSE_REPORT_PROSE_TEXT_H
#define TZ_COMPOSE_REPORT_PROSE_TEXT_H

#include "compose/report/prose/value.h"

/* ── conditions ──────────────────────────────────────────────────────────── */

/* THERE: a name alone, which holds when its value is neither missing nor empty nor 0. */
typedef enum { TZ_COND_OR, TZ_COND_AND, TZ_COND_NOT, TZ_COND_THERE, TZ_COND_COMPARE } TzProseCondKind;
typedef enum {
  TZ_REL_LESS,
  TZ_REL_NOT_MORE,
  TZ_REL_EQUAL,
  TZ_REL_NOT_EQUAL,
  TZ_REL_NOT_LESS,
  TZ_REL_MORE,
  TZ_REL_HAS
} TzProseRelation;

typedef struct TzProseCond TzProseCond;
struct TzProseCond {
  TzProseCondKind kind;
  TzProseCond *a, *b;      /* OR, AND: both; NOT: a; owned */
  TzProseName left, right; /* COMPARE; THERE: only left */
  TzProseRelation relation;
  gboolean has_right; /* the right side is a name; else the value WITH */
  TzProseValue with;
};

/* ── blocks ──────────────────────────────────────────────────────────────── */

typedef enum {
  TZ_NODE_TEXT,
  TZ_NODE_LINE_END,
  TZ_NODE_VALUE,
  TZ_NODE_IF,
  TZ_NODE_FOR,
  TZ_NODE_TABLE,
  TZ_NODE_CHART
} TzProseNodeKind;

typedef struct {
  TzProseNodeKind kind;
  gsize at;          /* bytes from the start of the text */
  int line;          /* of the text */
  char *text;        /* TEXT: as it is printed; VALUE: as it is written, for findings; TABLE, CHART: its name */
  TzProseName name;  /* VALUE; FOR with an ORDER: by what */
  TzProseCond *cond; /* IF; FOR: what follows where, or NULL */
  TzProseList list;  /* FOR; its fill is NULL when the list is not known */
  int first;         /* FOR: at most so many; 0: all */
  int order;         /* FOR: 1 highest first, -1 lowest first, 0 as it stands */
  GPtrArray *body, *between, *other; /* of TzProseNode; NULL: none */
  gboolean told; /* a finding has told its fault: it is told once, however often the loop runs */
} TzProseNode;

void tz_prose_node_free (TzProseNode *node);
void tz_prose_cond_free (TzProseCond *cond);

/* ── reading ─────────────────────────────────────────────────────────────── */

/* A piece of the text: words between braces, text outside them, {# a remark #}, the end of a line. */
typedef enum { TZ_CUT_WORDS, TZ_CUT_PLAIN, TZ_CUT_REMARK, TZ_CUT_LINE_END } TzProsePieceKind;

typedef struct {
  TzProsePieceKind kind;
  gsize at; /* of its first character in the text, in bytes; of words: behind the brace */
  char *text;
} TzProsePiece;

/* A word, number, “quoted words” or sign between braces; END stands behind the last. */
typedef enum { TZ_TOKEN_WORD, TZ_TOKEN_NUMBER, TZ_TOKEN_QUOTED, TZ_TOKEN_MARK, TZ_TOKEN_END } TzProseTokenKind;

typedef struct {
  TzProseTokenKind kind;
  gsize at; /* in the text, in bytes */
  char *text;
} TzProseToken;

typedef enum {
  TZ_KEY_NONE,
  TZ_KEY_FOR,
  TZ_KEY_LIST,
  TZ_KEY_BETWEEN,
  TZ_KEY_IF,
  TZ_KEY_ELSE,
  TZ_KEY_ELSE_IF,
  TZ_KEY_END,
  TZ_KEY_TABLE,
  TZ_KEY_CHART,
  TZ_KEY_WHERE,
  TZ_KEY_FIRST,
  TZ_KEY_HIGHEST,
  TZ_KEY_LOWEST,
  TZ_KEY_AND,
  TZ_KEY_OR,
  TZ_KEY_NOT,
  TZ_KEY_HAS,
  TZ_N_KEYS
} TzProseKey;

/* The text while it is taken apart. */
typedef struct {
  const char *text, *shown;
  const TzProseSource *source;
  TzDiag *diag;
  GArray *line_starts; /* gsize */
  GPtrArray *pieces;   /* of TzProsePiece */
  guint next;          /* the piece that is read next */
  GPtrArray *tokens;   /* of TzProseToken: those of the piece being read, with an END */
  guint token;
  int depth;          /* of blocks */
  gboolean stopped;   /* too deep: the rest was not looked at */
  TzProseOf nest[40]; /* the loops around what is read; the first is the whole */
  int n_nest;
} TzProseReader;

/* The place, for findings, of the byte AT of the text. */
TzPlace tz_prose_place (const TzProseReader *reader, gsize at);

/* Cuts the text into the reader's pieces; lines of nothing but control words ({end}) lose their ends, so that
 * they leave no empty line. Makes findings of open braces. */
void tz_prose_cut (TzProseReader *reader);
void tz_prose_piece_free (TzProsePiece *piece);

/* Takes the words of PIECE apart into the reader's tokens. FALSE with a finding. */
gboolean tz_prose_tokenize (TzProseReader *reader, const TzProsePiece *piece);
/* The key word that WORDS begin with; that TOKEN is; the English word of KEY, "" if it stands in no finding. */
TzProseKey tz_prose_piece_key (const char *words);
TzProseKey tz_prose_token_key (const TzProseToken *token);
const char *tz_prose_key_word (TzProseKey key);
/* The first token that was not taken; the same, taken. Behind the last one there is always END. Lent. */
const TzProseToken *tz_prose_peek (const TzProseReader *reader);
const TzProseToken *tz_prose_take (TzProseReader *reader);
/* Takes the next token if it is the key word KEY. */
gboolean tz_prose_take_key (TzProseReader *reader, TzProseKey key);
/* The finding that TOKEN cannot stand where it does. */
void tz_prose_unexpected (TzProseReader *reader, const TzProseToken *token);

/* The blocks of the whole text, what is wrong with them as findings. Of TzProseNode; g_ptr_array_unref. */
GPtrArray *tz_prose_parse (TzProseReader *reader);
/* A condition from the tokens; NULL with a finding. tz_prose_cond_free. */
TzProseCond *tz_prose_parse_cond (TzProseReader *reader);
/* What TOKEN names in the loops that the reader stands in. FALSE with a finding. */
gboolean tz_prose_resolve (TzProseReader *reader, const TzProseToken *token, TzProseName *name);
/* The list that TOKEN names there. FALSE with a finding. */
gboolean tz_prose_resolve_list (TzProseReader *reader, const TzProseToken *token, TzProseList *list);

/* Whether WORD is one of NAMES, which bars separate. */
gboolean tz_prose_is_named (const char *names, const char *word);
/* Whether C can be part of a word; where the word at P ends. */
gboolean tz_prose_is_word_char (gunichar c);
const char *tz_prose_word_end (const char *p);

/* ── blocks in a place ───────────────────────────────────────────────────── */

/* Whether COND holds in SCOPE. */
gboolean tz_prose_holds (const TzProseScope *scope, const TzProseCond *cond);
/* The items of NODE's list in SCOPE, chosen and ordered. Of TzProseScope. g_ptr_array_unref. */
GPtrArray *tz_prose_items (const TzProseScope *scope, const TzProseNode *node);

#endif
