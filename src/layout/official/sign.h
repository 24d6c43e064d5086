/* Signatures: names with a date below, and the room for seals and stamps (GB/T 9704-2012, 7.3.5).
 *
 *   without a seal            with one                      several, a seal on each
 *        示例市能源局             示例市能源局                甲市公安局    乙市财政局
 *          2021年4月9日            2021年4月9日                            丙市交通局
 *                                                                    2021年4月9日     */
#ifndef TZ_LAYOUT_OFFICIAL_SIGN_H
#define TZ_LAYOUT_OFFICIAL_SIGN_H

#include "layout/official/row.h"

/* Adds the signature PIECE to ROWS: one row, or several if no page can hold it in one. */
void tz_official_sign (const TzOfficialFrame *frame, const TzPiece *piece, GPtrArray *rows);

#endif
