/* A report's text taken apart: pieces, the words between braces, blocks. */
#ifndef TZ_COMPOSE_REPORT_PROSE_TEXT_H
#define TZ_COMPOSE_REPORT_PROSE_TEXT_H

#include "compose/report/prose/value.h"

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
  TzProseCond *a, *b;
  TzProseName left, right; /* THERE: left */
  TzProseRelation relation;
  gboolean has_right; /* a name; else WITH */
  TzProseValue with;
};

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
  gsize at; /* in the text */
  int line;
  char *text;                        /* TEXT; VALUE: as written, for findings; TABLE, CHART: its name */
  TzProseName name;                  /* VALUE; FOR with an ORDER: by what */
  TzProseCond *cond;                 /* IF; FOR: NULL, or where */
  TzProseList list;                  /* FOR; without a fill: not known */
  int first;                         /* FOR: at most so many; 0: all */
  int order;                         /* FOR: 1 highest first, -1 lowest first, 0 as it stands */
  GPtrArray *body, *between, *other; /* of TzProseNode; NULL: none */
  gboolean told;                     /* its fault has been told */
} TzProseNode;

void tz_prose_node_free (TzProseNode *node);
void tz_prose_cond_free (TzProseCond *cond);

/* A piece of the text: words between braces, or text. */
typedef enum { TZ_CUT_WORDS, TZ_CUT_PLAIN, TZ_CUT_REMARK, TZ_CUT_LINE_END } TzProsePieceKind;

typedef struct {
  TzProsePieceKind kind;
  gsize at; /* in the text: of its first character, behind the brace */
  char *text;
} TzProsePiece;

typedef enum { TZ_TOKEN_WORD, TZ_TOKEN_NUMBER, TZ_TOKEN_QUOTED, TZ_TOKEN_MARK, TZ_TOKEN_END } TzProseTokenKind;

typedef struct {
  TzProseTokenKind kind;
  gsize at;
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
  guint next;          /* piece */
  GPtrArray *tokens;   /* of the words at hand, TzProseToken, with an END */
  guint token;
  int depth;          /* of blocks */
  gboolean stopped;   /* too deep: the rest was not looked at */
  TzProseOf nest[40]; /* of loops; the first is the whole */
  int n_nest;
} TzProseReader;

/* FORMAT and what follows as in tz_diag_add, about the character at AT. */
TzPlace tz_prose_place (const TzProseReader *reader, gsize at);

/* Cuts the text into pieces; lines of nothing but control words lose their ends. */
void tz_prose_cut (TzProseReader *reader);
void tz_prose_piece_free (TzProsePiece *piece);

/* Takes the words of PIECE apart into the reader's tokens. FALSE with a finding. */
gboolean tz_prose_tokenize (TzProseReader *reader, const TzProsePiece *piece);
/* The key word that PIECE begins with. */
TzProseKey tz_prose_piece_key (const char *words);
TzProseKey tz_prose_token_key (const TzProseToken *token);
const char *tz_prose_key_word (TzProseKey key);
/* The token not yet taken, lent; the last one is END. */
const TzProseToken *tz_prose_peek (const TzProseReader *reader);
const TzProseToken *tz_prose_take (TzProseReader *reader);
gboolean tz_prose_take_key (TzProseReader *reader, TzProseKey key);
void tz_prose_unexpected (TzProseReader *reader, const TzProseToken *token);

/* Nodes up to the end of the text. */
GPtrArray *tz_prose_parse (TzProseReader *reader);
/* A condition from the tokens; NULL with a finding. */
TzProseCond *tz_prose_parse_cond (TzProseReader *reader);
/* What TOKEN names here. FALSE with a finding. */
gboolean tz_prose_resolve (TzProseReader *reader, const TzProseToken *token, TzProseName *name);
/* The list that TOKEN names. FALSE with a finding. */
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
