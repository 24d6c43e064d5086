#include "typeset/words.h"

/* Words that stand in titles and in names of organs; the longest first. In lines: clang-format would give each
 * its own. */
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
};
/* clang-format on */

/* The length of WORD if TEXT continues with it at I; else 0. */
static int word_at (const gunichar *text, int n, int i, const char *word)
{
  int length = 0;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), length++)
    if (i + length >= n || text[i + length] != g_utf8_get_char (p))
      return 0;
  return length;
}

static int longest_word (const gunichar *text, int n, int i)
{
  int longest = 0;
  for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
    longest = MAX (longest, word_at (text, n, i, words[w]));
  return longest;
}

void tz_words_find (const gunichar *text, int n, TzWordEdge *edges)
{
  gboolean ended = FALSE; /* a word ended before this character */
  for (int i = 0; i < n;) {
    int length = longest_word (text, n, i);
    edges[i] = length > 0 && ended ? TZ_WORD_MEETS : length > 0 || ended ? TZ_WORD_ENDS : TZ_WORD_UNSURE;
    for (int k = 1; k < length; k++)
      edges[i + k] = TZ_WORD_INSIDE;
    ended = length > 0;
    i += MAX (length, 1);
  }
}
