/* Tables and charts in the text of a letter. */
#ifndef TZ_COMPOSE_LETTER_EXHIBIT_H
#define TZ_COMPOSE_LETTER_EXHIBIT_H

#include "compose/letter/letter.h"

/* Below the headings of both levels that an outline shows. */
enum { TZ_EXHIBIT_OUTLINE = 4 };

/* What LINE asks for: *NAME (g_free) that begins *COLUMN characters behind its
 * first. TZ_EXHIBIT_NONE: nothing, it is text. */
TzExhibitKind tz_letter_read_exhibit (const char *line, char **name, int *column);
gboolean tz_letter_is_exhibit (const char *line);

/* Adds the exhibit that PARA asks for, its title set as CAPTION. Lent; NULL with a
 * finding at PLACE when there is none. */
TzPiece *tz_letter_add_exhibit (TzOfficial *official, const TzLetterPara *para, const TzPlace *place,
                                const TzExhibitSource *source, const TzTextStyle *caption, TzDiag *diag);

/* Tells PIECE, made from PARA, what exhibits that float must know of the text that they might pass: whether it
 * begins a section, its sentence goes on, or it speaks of what stands above (由上表可见). */
void tz_letter_tell_floats (TzPiece *piece, const TzLetterPara *para, gboolean begins_section);
/* Whether an exhibit behind PARA is a part of its sentence (情况如下：): nothing may stand between them. */
gboolean tz_letter_leads_exhibit (const TzLetterPara *para);

/* 表1, 表2 … and 图1, 图2 … before the titles in the order of their use, where there
 * are several. */
void tz_letter_title_exhibits (TzOfficial *official);

#endif
