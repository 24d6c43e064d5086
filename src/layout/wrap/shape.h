/* The outline of a title's lines: GB/T 9704-2012, 7.3.1 wants a trapezoid or a diamond. */
#ifndef TZ_LAYOUT_WRAP_SHAPE_H
#define TZ_LAYOUT_WRAP_SHAPE_H

#include "base/len.h"

/* Counted as breaks are (layout/wrap/cost.h).
 *
 *    trapezoids          diamond        rectangle      hourglass       a rest
 *   =======   =====       ===          =======        =======        =========
 *    =====   =======    =======        =======         ===           =========
 *                         ===                         =======           =
 *     wanted, each step at least 0.9 em: less looks like an accident     */
enum {
  TZ_SHAPE_NONE = 1000,      /* neither of the outlines wanted */
  TZ_SHAPE_RECTANGLE = 1200, /* all lines as long as each other */
  TZ_SHAPE_HOURGLASS = 4000,
  TZ_SHAPE_REST = 800,       /* a line under two fifths of the widest, */
  TZ_SHAPE_REST_MORE = 3000, /* and so much more as it gets shorter down to nothing */
  TZ_SHAPE_EM = 30           /* for every em between the widest and the narrowest */
};

/* The cost of N ≥ 1 lines of the LENGTHS, in type of EM: of a title. */
int tz_shape_cost (const TzLen *lengths, int n, TzLen em);
#endif
