/* The file between record and floor: what stands on the pages, in the very types
 * that Cairo takes, so that the floor spends no time on converting. Each item is a
 * BenchItem and its data, padded to 8 bytes. For one machine only. */
#ifndef TZ_BENCH_PAGES_H
#define TZ_BENCH_PAGES_H

#include <stdint.h>

enum {
  BENCH_FONT, /* NUMBER: the face inside the file; BYTES of path */
  BENCH_PAGE, /* XY: width, height; ends the page before */
  BENCH_RULE, /* XY: both ends; SIZE: thickness */
  BENCH_FILL, /* XY: corner, width, height */
  BENCH_RUN,  /* NUMBER: of the font; N_GLYPHS cairo_glyph_t, N_CLUSTERS cairo_text_cluster_t, BYTES of text */
  BENCH_END
};

typedef struct {
  uint32_t kind, number, colour, thicken;
  uint32_t n_glyphs, n_clusters, bytes, unused;
  double size, xy[4]; /* points */
} BenchItem;

#define BENCH_PADDED(n) (((n) + 7u) & ~(size_t)7u)

#endif
