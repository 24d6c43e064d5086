/* The issuing organs' mark: large names, one a line, with a word beside their block.
 *
 *       示例市发展和改革局
 *       示 例 市 公 安 局  文件      names of equal width, the word in the middle of their height
 *       示 例 市 交 通 局                                                (GB/T 9704-2012, 7.2.4) */
#ifndef TZ_LAYOUT_OFFICIAL_MARK_H
#define TZ_LAYOUT_OFFICIAL_MARK_H

#include "layout/official/row.h"

/* The row of PIECE, a mark, no higher than ROOM if its style lets it shrink so far. */
TzOfficialRow *tz_official_mark (const TzOfficialFrame *frame, const TzPiece *piece, TzLen room);

#endif
