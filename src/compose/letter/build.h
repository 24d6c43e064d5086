/* Letters becoming pieces: what the files that make them share. */
#ifndef TZ_COMPOSE_LETTER_BUILD_H
#define TZ_COMPOSE_LETTER_BUILD_H

#include "compose/letter/data.h"

typedef struct {
  const TzTemplate *form;
  TzOfficial *official;
  TzLen em, pitch; /* of the text */
  TzLen height;    /* from the type area's top to the paper's edge */
  const TzExhibitSource *source;
  const TzPlace *place; /* of the letter */
  TzDiag *diag;
  gboolean begun; /* something stands on the page */
} TzLetterBuilder;

const TzTextStyle *tz_letter_style (const TzLetterBuilder *b, int part);
/* Adds a piece in the style of PART. Lent. */
TzPiece *tz_letter_add (TzLetterBuilder *b, TzPieceKind kind, const char *text, int part);
/* TEXTS (of char *) with BETWEEN them, IN_A_LINE of them a line. g_free. */
char *tz_letter_join (const GPtrArray *texts, const char *between, int in_a_line);

/* What stands above the title: the mark, the number, the red rule. */
void tz_letter_add_head (TzLetterBuilder *b, const TzLetter *letter);
/* The names below the text and the date. */
void tz_letter_add_signature (TzLetterBuilder *b, const TzLetter *letter);
/* The block at the end of the last page. */
void tz_letter_add_imprint (TzLetterBuilder *b, const TzLetter *letter);

#endif
