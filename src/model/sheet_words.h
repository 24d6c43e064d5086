/* The words by which offices' tables tell what a row is. All texts folded by tz_cell_fold. */
#ifndef TZ_MODEL_SHEET_WORDS_H
#define TZ_MODEL_SHEET_WORDS_H

#include <glib.h>

enum {
  TZ_WORD_LABEL = 1 << 0,  /* 附件2, 附表, 表3, 公开05表, Table 12 */
  TZ_WORD_UNIT = 1 << 1,   /* 单位：万元, (thousands) */
  TZ_WORD_ENTRY = 1 << 2,  /* 填报单位：… */
  TZ_WORD_NOTE = 1 << 3,   /* 注：, 资料来源：, Source: */
  TZ_WORD_SIGN = 1 << 4,   /* 填表人：, 审核： */
  TZ_WORD_COLUMN = 1 << 5, /* what columns are usually called: 序号, 备注, Year */
  TZ_WORD_FIELD = 1 << 6,  /* the same and other labels of forms: 姓名, 项目名称, 单位意见 */
  TZ_WORD_TOTAL = 1 << 7,  /* 合计, 小计, 总分, 平均, Total */
  TZ_WORD_TITLE = 1 << 8,  /* ends as titles do: …表, …台账, …情况 */
  TZ_WORD_MEAN = 1 << 9    /* 平均得分: a mean of the rows above, or a figure like any other */
};

guint tz_sheet_words (const char *folded);

/* Whether a row is called as what is reckoned from two others: 增减, 差额, 结余, 增长率. */
gboolean tz_sheet_is_rate (const char *folded);

/* Official numbering in front of a text or as a whole cell. */
typedef enum {
  TZ_NUMBERING_NONE,
  TZ_NUMBERING_PART,    /* 第一部分 */
  TZ_NUMBERING_HAN,     /* 一、 */
  TZ_NUMBERING_BRACKET, /* （一） */
  TZ_NUMBERING_ARABIC,  /* 1. 1、 */
  TZ_NUMBERING_INNER    /* （1） ① 1.1 */
} TzNumbering;

/* *NUMBER is its number, *WHOLE whether nothing follows it ("一", "（二）", "3"). */
TzNumbering tz_sheet_numbering (const char *folded, int *number, gboolean *whole);

#endif
