#include "read/gb18030.h"

#define EURO_936 0x80

static gboolean is_four_bytes (const guint8 *p)
{
  return p[0] >= 0x81 && p[1] >= 0x30 && p[1] <= 0x39 && p[2] >= 0x81 && p[3] >= 0x30 && p[3] <= 0x39;
}

/* The place of a four-byte code in their order: a number of mixed base. */
static guint linear_code (const guint8 *p)
{
  return (((p[0] - 0x81u) * 10 + (p[1] - 0x30u)) * 126 + (p[2] - 0x81u)) * 10 + (p[3] - 0x30u);
}

gsize tz_gb18030_read_missing (const guint8 *p, gsize left, gunichar *c)
{
  static const struct {
    guint8 first[4];
    guint n;
    gunichar c;
  } moved[] = { { { 0x82, 0x35, 0x90, 0x37 }, 8, 0x9FB4 }, { { 0x84, 0x31, 0x82, 0x36 }, 10, 0xFE10 } };
  if (left > 0 && *p == EURO_936) {
    *c = 0x20AC;
    return 1;
  }
  if (left < 4 || !is_four_bytes (p))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (moved); i++) {
    guint at = linear_code (p) - linear_code (moved[i].first);
    if (at < moved[i].n) {
      *c = moved[i].c + at;
      return 4;
    }
  }
  return 0;
}
