#include "compose/letter/example.h"

static void add (GString *text, const char *line)
{
  g_string_append_printf (text, "%s\n", line);
}

/* Who issues it, its number and its title. */
static void add_head (GString *text, const TzFormFrame *frame)
{
  gboolean minutes = frame->people != NULL;
  add (text, minutes ? "示例县用电服务专班会议纪要" : frame->stamp ? "示例县人民政府令" : "示例县发展和改革局");
  if (frame->mark_suffix)
    add (text, "文件");
  add (text, frame->ordinal ? "第1号" : "示发改〔2021〕1号");
  if (!frame->untitled) {
    add (text, "关于做好用电服务提升工作的通知");
    add (text, "各镇人民政府，县直有关单位：");
  }
}

static void add_body (GString *text)
{
  add (text, "为提高全县用电服务水平，方便群众和企业办电，现将有关事项通知如下。");
  add (text, "一、明确工作目标");
  add (text, "压减办电时间，精简办电资料，提高供电质量，年底前各项指标达到年初确定的目标。");
  add (text, "二、落实工作责任");
  add (text, "（一）县供电公司负责办理流程和配电网改造，逐月公布办电时间。");
  add (text, "（二）县直有关单位按照职责分工配合，有问题及时协商解决。");
  add (text, "三、按时报送进展");
  add (text, "各责任单位每季度末报送工作进展、存在的问题和下一步计划。");
}

static void add_order (GString *text)
{
  add (text, "《示例县电力设施保护办法》已经县人民政府常务会议审议通过，现予公布，自2021年7月1日起施行。");
}

static void add_minutes (GString *text)
{
  add (text, "2021年6月25日，县用电服务专班召开会议，研究用电服务提升工作。现将会议议定事项纪要如下。");
  add (text, "一、加快配电网改造");
  add (text, "由县供电公司负责，9月底前完成年度改造项目。");
  add (text, "二、公开办电时间");
  add (text, "由县发展和改革局负责，逐月在政府网站公布。");
  add (text, "出席：县发展和改革局某某某，县供电公司某某某。");
}

static void add_signature (GString *text, const TzFormFrame *frame)
{
  add (text, frame->stamp ? "县长　某某某" : "示例县发展和改革局");
  add (text, "2021年6月28日");
}

char *tz_letter_example (const TzTemplate *form)
{
  const TzFormFrame *frame = &form->frame;
  GString *text = g_string_new (NULL);
  add_head (text, frame);
  if (frame->people)
    add_minutes (text);
  else if (frame->stamp)
    add_order (text);
  else
    add_body (text);
  if (!frame->people)
    add_signature (text, frame);
  return g_string_free (text, FALSE);
}
