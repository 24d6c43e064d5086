/* The inside of an exhibit, for the files that make its rows, cut it and draw it.
 *
 *   above_first  | 表1 各县完成情况  |      on the first page: the table's own paragraphs
 *   head         |------------------|
 *   slice 0      | rows             |      what tz_cuts_new puts on this page
 *                +==== page end ====+
 *   above_later  | 续表              |      on later pages: what repeats, and the word for it
 *   head         |------------------|      where it repeats
 *   slice 1      | rows             |
 *   below        | 注：…            |      on the last
 *   gap          |                  |      so high that the text below is on the grid of lines again */
#ifndef TZ_LAYOUT_OFFICIAL_EXHIBIT_DATA_H
#define TZ_LAYOUT_OFFICIAL_EXHIBIT_DATA_H

#include "layout/chart/chart.h"
#include "layout/official/exhibit.h"
#include "layout/table/frame.h"

/* A table, one panel of a table, or a chart or one part of it. */
struct TzOfficialExhibit {
  TzSizedChart *chart; /* NULL: a table */
  TzSized *sized;
  GPtrArray
      *panels; /* of TzSized, SIZED is the first; this exhibit frees them all; NULL: there is only SIZED */
  TzOfficialExhibit *lead; /* of a panel: that of the first panel, which frees SIZED; else itself */
  guint32 table, *cells; /* of the lead: the structure's nodes of the table and of all its cells; NULL: there is
                            no structure */
  gboolean named;        /* of the lead: CELLS was asked for */
  TzTableFrame frame;
  gboolean above,
      below; /* the table's paragraphs stand with it; else they are rows of text, or belong to another panel */
  TzCuts *cuts;  /* NULL: whole */
  TzLen too_low; /* room of this height does not hold it, however close it is set */
};

/* An empty exhibit, its own lead; owned by FRAME->exhibits. */
TzOfficialExhibit *tz_exhibit_new (const TzOfficialFrame *frame);

/* ---- heights ---- */

/* From a line's glyphs to those of the next, GB/T 9704-2012, 3.2: also to an exhibit. */
TzLen tz_official_gap (const TzOfficialFrame *frame);
/* HEIGHT raised so that what follows stands on the grid of lines again (5.2.3). */
TzLen tz_official_whole_lines (const TzOfficialFrame *frame, TzLen height);
/* A table of up to half a page is short: it is not cut. */
gboolean tz_official_is_short (const TzOfficialFrame *frame, TzLen height);

/* Of all rows below the head. */
TzLen tz_exhibit_body_height (const TzSized *sized);
/* SLICE is the number of a page's part, -1 of an exhibit that is not cut. */
gboolean tz_exhibit_has_head (const TzOfficialExhibit *exhibit, int slice);
gboolean tz_exhibit_is_last (const TzOfficialExhibit *exhibit, int slice);
/* What stands above the head of a slice. */
TzLen tz_exhibit_above (const TzOfficialExhibit *exhibit, int slice);
/* The height of what must stand on one page with the end of row I, an exhibit, because that keeps with the
 * next; a line of it is for the way to the grid. 0: nothing must, or it would take too much. */
TzLen tz_exhibit_tail (const TzOfficialFrame *frame, const GPtrArray *rows, guint i);
/* Cuts the table of row I, which would stand at Y of a page: row I keeps the part for this page, and the rows
 * of the further parts are put behind it, each beginning a page. FALSE if it is a chart or no part of it would
 * stand here. */
gboolean tz_official_cut_exhibit (const TzOfficialFrame *frame, GPtrArray *rows, guint i, TzLen y);
/* Sets what ROW takes on its page, from its exhibit and its slice. */
void tz_exhibit_set_heights (const TzOfficialFrame *frame, TzOfficialRow *row);

#endif
