/* Texts set in real fonts, for tests of the typesetter: a setter, styles, texts
 * made by chance from a seed, and lines written down so that one can read them. */
#ifndef TEST_TYPESET_H
#define TEST_TYPESET_H

#include "typeset/paragraph.h"

/* Fonts as fonts.ini says and none from the machine besides, so that a result
 * does not depend on what else is installed. Call before anything is set. */
void typeset_isolate (void);
TzFonts *typeset_fonts (void);
TzCounters *typeset_counters (void); /* those that come with the program. tz_counters_free */
TzTypesetter *typeset_new (void);

/* 12 pt 宋体, justified, pitch 1.5 em. */
TzTextStyle typeset_style (void);

/* About N characters of office prose with everything in it that is hard to break:
 * numbers with units, quotes in brackets, Latin words, dashes, blanks. g_free. */
char *typeset_prose (GRand *rand, int n);
/* N characters drawn evenly from a table of nasty ones, with line feeds. g_free. */
char *typeset_jumble (GRand *rand, int n);

/* Sentences as offices write them, one a paragraph; ends with NULL. */
extern const char *const typeset_sentences[];

/* The lines from FROM up to, not including, END: the text in ⟦⟧ and the width, then
 * each cluster with its glyph's place, all in hundredths of an em. g_free. */
char *typeset_dump (const TzLines *lines, int from, int end);

#endif
