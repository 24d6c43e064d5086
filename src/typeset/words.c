/* Four sources, each of which may overrule the one before:
 *
 *   ICU's dictionary     示例|省|能源|局|关于|印|发|用|电|营|商|环境
 *   suffixes             示例省 能源局                 a character that makes a longer word of the one before
 *   our own list         印发 用电 营商环境            what the dictionary cuts, or what stays together in this
 * field
 *   the text's names     示例省|能源局                  begin and end as words, and hold words
 */
#include "typeset/words.h"

#include <unicode/ubrk.h>

/* Words of this field that the dictionary does not know or cuts, and compounds that are better kept whole; the
 * longest first. In lines: clang-format would give each its own. */
/* clang-format off */
static const char *const words[] = {
  "发展和改革委员会",
  "国家发展改革委", "发展改革委员会",
  "三年行动计划", "两年行动计划", "工作实施方案", "重点任务台账", "重点工作台账", "发展和改革局",
  "国家能源局", "发展改革委", "发展改革局", "发展和改革", "行政执法局", "审批服务局",
  "全面提升", "持续优化", "实施细则", "实施方案", "实施办法", "实施意见", "工作方案", "工作计划", "行动计划",
  "行动方案", "管理办法", "暂行办法", "暂行规定", "指导意见", "重点任务", "重点工作", "责任清单", "任务清单",
  "任务台账", "工作台账", "营商环境", "服务水平", "领导小组", "监督管理", "应急管理", "人民政府", "公共服务",
  "供电公司", "电力公司", "供电企业", "三年行动", "专项行动", "自然资源",
  "能源局", "自治区", "自治州", "自治县", "委员会", "办公室", "数字化", "信息化", "现代化", "高质量",
  "进一步", "上半年", "下半年", "组织部", "宣传部", "示例省", "执法局", "规划局", "大数据", "建设局",
  "关于", "印发", "转发", "批转", "开展", "做好", "加强", "推进", "推动", "促进", "落实", "贯彻", "全面",
  "提升", "持续", "优化", "深化", "改革", "加快", "规范", "完善", "健全", "建立", "支持", "鼓励", "防范",
  "化解", "调整", "公布", "发布", "召开", "举办", "组织", "申报", "报送", "征求", "工作", "通知", "意见",
  "通报", "公告", "通告", "决定", "决议", "批复", "请示", "报告", "议案", "纪要", "方案", "计划", "规划",
  "办法", "规定", "细则", "条例", "制度", "标准", "清单", "台账", "任务", "重点", "实施", "执行", "行动",
  "专项", "服务", "水平", "电力", "获得", "能源", "国家", "环境", "企业", "用电", "供电", "用户", "报装",
  "公司", "社会", "经济", "发展", "建设", "管理", "监管", "监督", "检查", "安全", "生产", "应急", "消防",
  "防汛", "抗旱", "森林", "教育", "卫生", "健康", "文化", "旅游", "交通", "运输", "财政", "税务", "审计",
  "统计", "农业", "农村", "工业", "商务", "市场", "科技", "创新", "人才", "就业", "保障", "住房", "城乡",
  "自然", "资源", "生态", "水利", "信息", "数据", "公开", "审批", "行政", "政务", "体系", "机制", "能力",
  "措施", "有关", "事项", "问题", "情况", "项目", "年度", "季度", "先进", "集体", "个人", "表彰", "任命",
  "免去", "职务", "会议", "活动", "试点", "示范", "补助", "资金", "预算", "综合", "中心",
  "整改", "上年", "同期", "办电", "用电", "接电", "供电", "送电", "停电", "配电", "输电", "变电", "节电", "购电", "售电",
  "低压", "高压", "中压", "报装", "业扩", "牵头", "配合", "压减", "低保", "营商", "首问", "红码", "台区", "配变",
  "安全生产", "先进集体", "先进个人", "总体规划", "经济区", "开发区", "高新区", "示范区", "小微企业", "民营经济",
  "乡村振兴", "脱贫攻坚", "污染防治", "互联网", "可靠性", "便利度", "满意度", "及时率", "覆盖率", "完成率", "压减率",
  "责任人", "联系人", "负责人", "审核人", "填报人", "联系电话", "完成时限", "责任单位", "牵头单位", "配合单位",
  "主管部门", "有关部门", "备注", "序号", "类别", "名称", "内容", "目标", "时限", "进度", "进展", "存在", "困难",
  "建议", "投资", "总额", "规模", "单价", "数量", "金额", "面积", "人数", "户数", "占比", "增幅", "同比", "环比",
  "接入", "电网", "农网", "城网", "政企", "临电", "时长", "外线", "受电", "回访", "贴息", "过户", "签章", "汛前", "证照",
  "城市管理", "公共资源", "市场监管", "生态环境", "城乡建设", "规划资源", "农业农村", "文化旅游", "退役军人", "卫生健康",
  "交通运输", "人力资源", "社会保障", "国有资产", "医疗保障", "政务服务", "机关事务", "经济信息化", "消防救援", "监管办",
  "不动产", "低电压", "一网通办", "电子证照", "自然资源", "百分点", "千瓦时", "工作日", "平方米", "立方米",
  "累计", "本月", "本季", "本年", "当年", "上月", "年底", "月底", "季末", "年初", "年末",
};
/* clang-format on */

/* Characters that make a longer word of the one before: 能源局, 示例市, 可靠性. */
static const char suffixes[] =
    "省市县区镇乡村州旗局厅委办部署院处科所站室会司队组厂业率度期线性化型式级类户额量值数表费款金权法案员者人家"
    "机器网点卡证书号码";

/* Words of one character that stand for themselves: beside them a line may well be broken. */
static const char particles[] = "的和与及或在对为由将等之以并从到向于是";

typedef struct {
  const gunichar *text;
  int n;
  gboolean *begins; /* n + 1: a word begins before the character */
  gboolean *known;  /* n: the word that the character is of is one */
  int *of_name;     /* n: where the name begins that the character is of; -1: it is of none */
} Cutter;

static gboolean is_in (gunichar c, const char *set)
{
  return g_utf8_strchr (set, -1, c) != NULL;
}

/* ---- the dictionary ---- */

static void close_dictionary (gpointer data)
{
  ubrk_close (data);
}

/* One for each thread: it keeps a place in its text. NULL if ICU has no data. */
static UBreakIterator *dictionary (void)
{
  static GPrivate kept = G_PRIVATE_INIT (close_dictionary);
  UBreakIterator *found = g_private_get (&kept);
  if (!found) {
    UErrorCode error = U_ZERO_ERROR;
    found = ubrk_open (UBRK_WORD, "zh", NULL, 0, &error);
    if (U_FAILURE (error))
      return NULL;
    g_private_set (&kept, found);
  }
  return found;
}

static gboolean is_hanzi (gunichar c)
{
  return c >= 0x3400 && c < 0xA000;
}

/* Takes over the words that BOOK finds in its text. */
static void take_words (Cutter *c, UBreakIterator *book)
{
  int from = 0;
  for (int to; (to = ubrk_next (book)) != UBRK_DONE; from = to)
    for (int i = from; i < to && is_hanzi (c->text[i]); i++) {
      c->begins[i] = i == from;
      c->known[i] = to - from > 1 || is_in (c->text[i], particles);
    }
}

/* Characters beyond the first 65,536 would be two for ICU; no word has one. */
static void look_up (Cutter *c)
{
  UBreakIterator *book = dictionary ();
  UErrorCode error = U_ZERO_ERROR;
  UChar *units = g_new (UChar, c->n + 1);
  for (int i = 0; i < c->n; i++) {
    units[i] = c->text[i] < 0x10000 ? (UChar)c->text[i] : 0xFFFD;
    c->begins[i] = TRUE;
  }
  if (book)
    ubrk_setText (book, units, c->n, &error);
  if (book && U_SUCCESS (error))
    take_words (c, book);
  g_free (units);
}

/* ---- suffixes ---- */

static void join_suffixes (Cutter *c)
{
  for (int i = 1; i < c->n; i++) {
    gboolean alone = c->begins[i] && !c->known[i] && c->begins[i + 1];
    if (alone && c->known[i - 1] && !c->begins[i - 1] && is_in (c->text[i], suffixes)) {
      c->begins[i] = FALSE;
      c->known[i] = TRUE;
    }
  }
}

/* ---- our own words ---- */

/* The length of WORD if the text continues with it at I; else 0. */
static int word_at (const Cutter *c, int i, const char *word)
{
  int length = 0;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), length++)
    if (i + length >= c->n || c->text[i + length] != g_utf8_get_char (p))
      return 0;
  return length;
}

/* The first characters of our words, by which nearly all of them can be passed over at once. */
static const gunichar *first_characters (void)
{
  static gunichar firsts[G_N_ELEMENTS (words)];
  static gsize made;
  if (g_once_init_enter (&made)) {
    for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
      firsts[w] = g_utf8_get_char (words[w]);
    g_once_init_leave (&made, 1);
  }
  return firsts;
}

static int longest_word (const Cutter *c, int i)
{
  const gunichar *firsts = first_characters ();
  int longest = 0;
  for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
    if (firsts[w] == c->text[i])
      longest = MAX (longest, word_at (c, i, words[w]));
  return longest;
}

/* A short word that both begins and ends within others is none: 公布 in 办公布局. */
static void take_own_words (Cutter *c)
{
  for (int i = 0; i < c->n;) {
    int length = longest_word (c, i);
    if (length < 2 || (length < 4 && !c->begins[i] && !c->begins[i + length])) {
      i++;
      continue;
    }
    for (int k = i; k < i + length; k++) {
      c->begins[k] = k == i;
      c->known[k] = TRUE;
    }
    c->begins[i + length] = TRUE;
    i += length;
  }
}

/* ---- names ---- */

/* A short name that begins or ends within a word is none: 明江 in 三明江边. */
static gboolean is_name (const Cutter *c, int i, int length)
{
  return length >= 4 || (length > 0 && c->begins[i] && c->begins[i + length]);
}

static void take_names (Cutter *c, const TzNameSet *names)
{
  for (int i = 0; i < c->n;) {
    int length = tz_name_set_longest (names, c->text + i, c->n - i);
    if (!is_name (c, i, length)) {
      i++;
      continue;
    }
    c->begins[i] = c->begins[i + length] = TRUE;
    for (int k = i; k < i + length; k++)
      c->of_name[k] = i;
    i += length;
  }
}

/* ---- edges ---- */

/* Whether the word or name that ends before character I, or begins with it, is known. */
static gboolean is_end (const Cutter *c, int i)
{
  return i > 0 && (c->known[i - 1] || (c->of_name[i - 1] >= 0 && c->of_name[i - 1] != c->of_name[i]));
}

static gboolean is_begin (const Cutter *c, int i)
{
  return c->known[i] || c->of_name[i] == i;
}

/* 的 and 等 belong to what stands before them, 和 to what comes after it. */
static TzWordEdge edge_of (const Cutter *c, int i)
{
  if (!c->begins[i] || (i > 0 && is_in (c->text[i], "的等之")))
    return TZ_WORD_INSIDE;
  if (i > 0 && c->begins[i - 1] && is_in (c->text[i - 1], "和与及或并"))
    return TZ_WORD_UNSURE;
  int sides = is_begin (c, i) + is_end (c, i);
  return sides == 2 ? TZ_WORD_MEETS : sides == 1 ? TZ_WORD_ENDS : TZ_WORD_UNSURE;
}

void tz_words_find (const gunichar *text, int n, const TzNameSet *names, TzWordEdge *edges, int *of_name)
{
  Cutter c = { .text = text,
               .n = n,
               .begins = g_new0 (gboolean, n + 1),
               .known = g_new0 (gboolean, n + 1),
               .of_name = of_name };
  c.begins[n] = TRUE;
  look_up (&c);
  take_own_words (&c);
  join_suffixes (&c);
  for (int i = 0; i < n; i++)
    of_name[i] = -1;
  if (names)
    take_names (&c, names);
  for (int i = 0; i < n; i++)
    edges[i] = edge_of (&c, i);
  g_free (c.begins);
  g_free (c.known);
}
