#!/bin/sh
# Workbooks as they lie on an office's desk, made by hand over years: what becomes of each, and what is said.
. "$(dirname "$0")/../lib.sh"

"$python" -c 'import openpyxl' 2>/dev/null || skip_all "openpyxl is not installed"
cd "$tmp" || exit 1

"$python" - <<'END'
import datetime
import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

LINE = Border(*[Side(style="thin")] * 4)

def fill(sheet, row, col, rows):
    for i, cells in enumerate(rows):
        for j, value in enumerate(cells):
            cell = sheet.cell(row + i, col + j, value)
            cell.border = LINE

def book(name, title):
    made = openpyxl.Workbook()
    made.active.title = title
    return made, made.active

def merge(sheet, *areas):
    for area in areas:
        sheet.merge_cells(area)

# A table that begins at D7, filtered, with a hidden column, panes, empty rows with borders and a remark far away.
made, s = book("d7", "巡查")
s["D2"], s["D3"], s["D5"], s["I5"] = "附件4", "石桥镇水库巡查整改台账", "填报单位：石桥镇农办", "填报时间：2032年4月2日"
merge(s, "D3:J3")
fill(s, 7, 4, [["序号", "水库", "问题", "措施", "责任人", "时限", "备注"]])
fill(s, 8, 4, [[i, "水库%d" % i, "坝面杂草。", "清除。", "甲某", "%d月底" % (i % 12 + 1), None] for i in range(1, 13)])
s["D20"] = "合计"
s["F20"] = 12
s["D21"], s["I21"] = "填表人：乙某", "审核人：丙某"
s.column_dimensions["H"].hidden = True
for row in (9, 12, 15):
    s.row_dimensions[row].hidden = True
s.auto_filter.ref = "D7:J19"
s.freeze_panes = "F8"
s["AX3"] = "已核"
for row in range(22, 1022):
    for col in range(4, 11):
        s.cell(row, col).border = LINE
s["F10"].fill = PatternFill("solid", fgColor="FF0000")
s["G11"].comment = Comment("待核", "办公室")
made.save("d7.xlsx")

# Line feeds in titles, a total in the first row, days in five spellings, a formula that fails, a sum not stored.
made, s = book("sum", "投资")
s["A1"] = "石桥镇上半年\n水利投资表"
merge(s, "A1:F1")
s["F2"] = "单位：万元"
days = [datetime.date(2032, 3, 1), "2032.4.15", "2032年5月", "二〇三二年六月", "2032/7/1"]
fill(s, 3, 1, [["序\n号", "工程", "总投资\n（万元）", "完成率\n（%）", "开工\n日期", "单位"], ["合计", None, 1500, None, None, None]])
fill(s, 5, 1, [[i + 1, "工程%d" % i, 100 + i * 100, "=1/0" if i == 2 else 0.25, days[i], "水务站"] for i in range(5)])
for row in range(5, 10):
    s.cell(row, 4).number_format = "0.0%"
    s.cell(row, 5).number_format = 'yyyy"年"m"月"d"日"'
made.save("sum.xlsx")

# A sheet of directions first, then the table with a remark between its rows, a second table, a hidden sheet.
made, s = book("talk", "填表说明")
for row, text in enumerate(["填表说明", "1.每月5日前报送。", "2.进度按已完成、推进中填写。"], 1):
    s.cell(row, 1, text)
s = made.create_sheet("汇总")
s["A1"] = "石桥镇实事项目进展表"
merge(s, "A1:D1")
fill(s, 2, 1, [["序号", "项目", "单位", "进展"], [1, "修公厕", "城建办", "完工"], [2, "装路灯", "各村", "过半"]])
s["A5"] = "（以下为四月新增）"
merge(s, "A5:D5")
fill(s, 6, 1, [[3, "建车棚", "各村", "选址"], [4, "修水渠", "农办", "招标"]])
made.create_sheet("旧表").sheet_state = "hidden"
made["旧表"]["A1"] = "作废"
made.save("talk.xlsx")

# A head of three levels, rotated and vertical titles, sign-off in three cells.
made, s = book("levels", "隐患")
s["A1"] = "石桥镇隐患排查统计表"
merge(s, "A1:H1", "A2:A4", "B2:G2", "B3:D3", "E3:G3", "H2:H4")
s["A2"], s["B2"], s["B3"], s["E3"], s["H2"] = "领域", "隐患数（处）", "一般", "重大", "备注"
s["A2"].alignment = Alignment(textRotation=255)
for col, text in enumerate(["排查", "整改", "整改率", "排查", "整改", "整改率"], 2):
    s.cell(4, col, text).alignment = Alignment(textRotation=90)
fill(s, 5, 1, [["消防", 46, 45, 0.978, 9, 7, 0.778, None], ["交通", 21, 21, 1, 0, 0, None, "含农机"]])
s["A7"] = "备注：整改率=整改数÷排查数。"
merge(s, "A7:H7")
s["A9"], s["D9"], s["G9"] = "主要负责人：", "审核人：孙某", "填表人：周某"
made.save("levels.xlsx")

# Groups in merged vertical cells, a scale of colours at the side, statuses by colour.
made, s = book("groups", "分工")
s["B2"] = "关于落实石桥镇一号文件重点任务责任分工"
merge(s, "B2:E2")
fill(s, 4, 2, [["类别", "序号", "任务", "单位"], ["产\n业", 1, "扩种茶园。", "农办"], [None, 2, "建冷库。", "商会"],
               ["治\n理", 3, "评善治村。", "民政办"], [None, 4, "修村规。", "各村"]])
merge(s, "B5:B6", "B7:B8")
s["B5"].alignment = Alignment(textRotation=255)
s["D5"].fill = s["G1"].fill = PatternFill("solid", fgColor="FF0000")
s["G1"], s["G2"] = "红", "绿"
s["B10"] = "说明：红色为滞后，绿色为完成。"
made.save("groups.xlsx")

# A form to be filled in: labels and values, merged; spread names; room for a photograph and stamps.
made, s = book("form", "审批表")
s["A1"] = "石桥镇护水员推荐审批表"
merge(s, "A1:F1", "E2:F3", "B4:D4", "B5:F5", "B6:F6")
fill(s, 2, 1, [["姓  名", "甲某", "性  别", "男", "照\n片", None], ["民族", "汉", "籍贯", "石桥", None, None],
               ["单位及职务", "水务站职工", None, None, "年龄", 41],
               ["主要事迹", "连续十年巡河护堤，汛期昼夜值守，及时处置险情六处，群众公认。", None, None, None, None],
               ["镇政府意见", "（盖章）\n年　月　日", None, None, None, None]])
s["A7"] = "注：本表一式两份。"
made.save("form.xlsx")

# The head again in the middle, as for a new page; headings with their number in a cell of its own.
made, s = book("again", "督查")
head = ["序号", "工作", "单位", "时限", "进度"]
s["A1"], s["A2"], s["A3"] = "附表1", "石 桥 镇 工 作 督 查 表", "（截至4月30日）"
merge(s, "A2:E2", "A3:E3")
fill(s, 5, 1, [head, ["一", "水利", None, None, None], [1, "清淤", "水务站", "5月底", "过半"], [2, "护岸", "各村", "6月底", "完成"]])
fill(s, 10, 1, [head, ["二", "环境", None, None, None], [3, "清运垃圾", "城建办", "常年", "正常"], [4, "拆违", "城建办", "年底", "启动"]])
s["A15"], s["D15"] = "督查组长：丁某", "2032年4月30日"
made.save("again.xlsx")

# Twelve months in rotated titles, a hidden row, a remark beyond an empty column, the source below.
made, s = book("months", "用水")
s["A1"] = "石桥镇各村用水量月报"
merge(s, "A1:N1")
s["N2"] = "单位：吨"
fill(s, 3, 1, [["村"] + ["%d月" % m for m in range(1, 13)] + ["备注"]])
fill(s, 4, 1, [[v] + [100 + m for m in range(12)] + [None] for v in ("东村", "西村", "南村", "北村")])
s.row_dimensions[6].hidden = True
s["P5"] = "西村数待核"
s["A8"] = "数据来源：镇供水站"
made.save("months.xlsx")
END

# What was made of FILE: the grid in $out, findings in $err.
made () {
  run "$TAIZHANG" build "$@" --dump=grid
  is "$1: status" $status 0
}

made d7.xlsx
has "begins at D7: the first column" "$out" 'A1 s7 "序号"'
has "the title is none of the entries" "$out" '"石桥镇水库巡查整改台账"'
has "the entries below it" "$out" '"填报单位：石桥镇农办" | "填报时间：2032年4月2日"'
has "1,000 rows with borders are none" "$out" "11 rows"
has "sign-off" "$out" '"填表人：乙某" | "审核人：丙某"'
lacks "what stands far away is not printed" "$out" "已核"
has "but told with its cell" "$err" "(cell AX3) [stray-cells]"
has "rows hidden by the filter are counted" "$err" "3 rows are hidden by a filter"
has "so is the hidden column" "$err" "1 column is hidden"
lacks "and make no gaps of their own" "$err" "number-gap"
has "colours are told" "$err" "1 cell is coloured"
has "comments too" "$err" "1 comment (cell G11)"
lacks "no picture where there is none" "$err" "pictures"
run "$TAIZHANG" build d7.xlsx -s input.hidden=keep --dump=grid
has "hidden = keep" "$out" "14 rows"

made sum.xlsx
has "a title of two lines" "$out" '"石桥镇上半年\n水利投资表"'
has "titles of two lines" "$out" '"总投资\n（万元）"'
has "the total in the first row" "$out" "row 2 o"
for day in 2032年3月1日 2032.4.15 2032年5月 二〇三二年六月 2032/7/1; do
  has "a day as its cell shows it: $day" "$out" "\"$day\""
done
has "a formula that was not reckoned" "$err" "[formula-no-value]"

made 'talk.xlsx#汇总'
has "a remark between the rows" "$out" '"（以下为四月新增）"'
has "and the rows below it" "$out" '"修水渠"'
run "$TAIZHANG" build talk.xlsx --dump=grid
has "a hidden sheet is told" "$err" "hidden sheets are left out: 旧表"

made levels.xlsx
has "three levels" "$out" "grid 8 columns, 5 rows, 3 head"
has "over six columns" "$out" "B1:G1"
has "down to the lowest" "$out" "A1:A3"
has "sign-off in three cells" "$out" '"主要负责人：" | "审核人：孙某" | "填表人：周某"'

made groups.xlsx
has "the title, not the scale" "$out" '"关于落实石桥镇一号文件重点任务责任分工"'
has "vertical text goes down over its rows" "$out" 'A2:A3 s2 "产\n业"'
has "the scale is told" "$err" "2 cells, the first “红”"

made form.xlsx
has "a form has no head" "$out" "6 columns, 5 rows, 0 head"
has "the photograph's cell" "$out" "E1:F2"
lacks "a spread name is no flaw" "$err" "doubled-space"

made again.xlsx
has "the head of the second page is left out" "$out" "grid 5 columns, 7 rows, 1 head"
has "the day stands below the title, in the middle" "$out" 'center after 3.00 "（截至4月30日）"'
has "headings with a number of their own" "$out" '一、水利'

made months.xlsx
has "a remark beyond an empty column" "$err" "“西村数待核” stands beside the table"
has "makes no column" "$out" "grid 14 columns, 4 rows, 1 head"
grep "^below" "$out" >below
has "the source stands below" below "数据来源：镇供水站"

# ---- a table of Word ----

if "$python" -c 'import docx' 2>/dev/null; then
  "$python" - <<'END'
import docx
made = docx.Document()
for text in ("附件2", "石桥镇防汛责任人名单", "单位：人"):
    made.add_paragraph(text)
table = made.add_table(4, 4)
for i, row in enumerate([["序号", "水库", "责任人", ""], ["", "", "行政", "技术"], ["1", "东库", "甲某", "乙某"], ["2", "西库", "丙某", "丁某"]]):
    for j, text in enumerate(row):
        table.cell(i, j).text = text
table.cell(0, 2).merge(table.cell(0, 3))
table.cell(0, 0).merge(table.cell(1, 0))
table.cell(0, 1).merge(table.cell(1, 1))
made.add_paragraph("注：电话全天开通。")
made.add_paragraph("填表人：甲某    审核人：乙某")
made.save("word.docx")
END
  made word.docx
  has "Word: what stands above" "$out" '"石桥镇防汛责任人名单"'
  has "Word: two levels" "$out" "C1:D1"
  has "Word: the note" "$out" '"注：电话全天开通。"'
  has "Word: sign-off" "$out" '"填表人：甲某'
else
  skip "a table of Word" "python-docx is not installed"
fi

done_testing
