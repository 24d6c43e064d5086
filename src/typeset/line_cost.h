/* What a line costs by how it is filled, for choosing the lines of a paragraph. In wide columns every
 * inner line is flush on both sides, and the cost is that of its gaps. In narrow ones, under 12 em, a line
 * that would be pulled apart is set flush left instead, and the cost is that of the hole at its end:
 *
 *     +----------+
 *     |省自然资源|   flush
 *     |厅、省公安|
 *     |厅        |   what is left over is a hole
 *     +----------+
 */
#ifndef TZ_TYPESET_LINE_COST_H
#define TZ_TYPESET_LINE_COST_H

#include "typeset/font.h"

/* What the lines of a paragraph must fill, and how. */
typedef struct {
  TzLen width; /* of a line */
  TzLen em;
  TzLen first_indent; /* of the first line */
  TzLen hang;         /* indent of the lines after it */
  TzAlign align;
  TzEven even; /* as in TzTextStyle */
} TzLineSpec;

/* A column so narrow that its lines are set by other rules: under 12 em. */
gboolean tz_is_narrow (TzLen width, TzLen em);

/* One line more outweighs any ugliness short of loose letters: a ledger's rows are paid in paper. */
#define TZ_COST_LINE     2000
#define TZ_COST_ORPHAN   1500  /* a last line of one character, */
#define TZ_COST_ALONE    60000 /* and one before it: only where nothing else is left */
#define TZ_COST_OVERFULL G_GINT64_CONSTANT (100000000000) /* more than all lines of a long text together */

/* Of a line at all. */
gint64 tz_cost_of_one (const TzLineSpec *spec);

/* Of shrinking by NEED of at most GIVE. */
gint64 tz_cost_of_shrink (TzLen need, TzLen give, const TzLineSpec *spec);

/* Thousandths of an em that each of ANY gaps takes when SPARE is left over and spaces and the
 * gaps beside Latin letters take EASY of it. */
gint64 tz_looseness (TzLen spare, TzLen easy, int any, TzLen em);

/* Whether an inner line may be stretched so far: a narrow column's is set flush left before. */
gboolean tz_may_loosen (const TzLineSpec *spec, gint64 looseness);

/* Of an inner line of ROOM with SPARE left over, which would loosen its gaps by LOOSENESS. */
gint64 tz_cost_of_inner (const TzLineSpec *spec, TzLen room, TzLen spare, gint64 looseness);

/* Of a line of ROOM that is not stretched, with SPARE left over. */
gint64 tz_cost_of_ragged (const TzLineSpec *spec, TzLen room, TzLen spare);

/* Whether every shorter line than one so LOOSE is looser than anyone wants: dearer than a broken bond. */
gboolean tz_is_too_loose (const TzLineSpec *spec, gint64 looseness);

/* How bad a hole of SPARE is at the end of a line of ROOM that cannot be stretched: 0 none, 1 nearly a quarter
 * of the line or more, 2 two fifths. */
int tz_hole_of (TzLen room, TzLen spare);

#endif
