#!/bin/sh
# Tables as offices have them: what stands around them, and cards, which have no head.
. "$(dirname "$0")/../lib.sh"

"$python" -c 'import openpyxl, fitz' 2>/dev/null || skip_all "openpyxl or fitz is not installed"

# ---- a card ----

cat >"$tmp/card.csv" <<'END'
a,b,c,d
姓名,张小明,性别,男
单位,示例县供电所,,
主要事迹,长期守在配网一线，主动上门走访，办理用电报装三百余户，无一件投诉。,,
所在单位意见,,,
END

# sheet BOOK: what is frozen and repeated, then the merged cells.
sheet () {
  "$python" - "$1" <<'END'
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
print(sheet.freeze_panes, sheet.print_title_rows, *sorted(str(a) for a in sheet.merged_cells.ranges))
END
}

run "$TAIZHANG" build "$tmp/card.csv" -o "$tmp/card" -s header.show=no -s table.section-rows=no
is "a card is built" $status 0
is "nothing is frozen or repeated; wide values are merged" "$(sheet "$tmp/card/card.xlsx")" "None None B2:D2 B3:D3 B4:D4"
run "$TAIZHANG" build "$tmp/card.csv" -o "$tmp/head" -s table.section-rows=no
is "with its head it is a table" "$(sheet "$tmp/head/card.xlsx")" "A2 \$1:\$1"
pdftotext_of () {
  "$python" -c 'import fitz, sys; print("".join(p.get_text() for p in fitz.open(sys.argv[1])).split()[0])' "$1"
}
is "the PDF begins with the first row" "$(pdftotext_of "$tmp/card/card.pdf")" 姓名

# ---- a paragraph with an indent ----

cat >"$tmp/last.py" <<'END'
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
print(sheet.cell(sheet.max_row, 1).value)
END
run "$TAIZHANG" build "$tmp/card.csv" -f xlsx -o "$tmp/notes" -s book.notes=注：一律填写。 -s notes.indent=2em
is "in the workbook, too, it begins with blanks" "$("$python" "$tmp/last.py" "$tmp/notes/card.xlsx")" 　　注：一律填写。

# ---- what stands around a table ----

cat >"$tmp/around.csv" <<'END'
附件1,,,
水泵维修经费表,,,
填报单位：河湾镇水利站,,,单位：元
项目,数量,单价,金额
更换叶轮,2,300,600
更换轴承,4,50,200
合计,,,800
注：单价含税。,,,
填表人：陆某,,,审核人：盛某
END
run "$TAIZHANG" build "$tmp/around.csv" -o "$tmp/around"
is "a table with all around it is built" $status 0
# row BOOK NUMBER: its texts, with how they are aligned.
row () {
  "$python" - "$1" "$2" <<'END'
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
number = int(sys.argv[2]) if int(sys.argv[2]) > 0 else sheet.max_row
print(*(f"{c.value} {c.alignment.horizontal}" for c in sheet[number] if c.value), sep=", ")
END
}
is "entries stand left and right" "$(row "$tmp/around/around.xlsx" 3)" "填报单位：河湾镇水利站 left, 单位：元 right"
is "and so do those who sign" "$(row "$tmp/around/around.xlsx" 0)" "填表人：陆某 left, 审核人：盛某 right"
# ends PDF TEXT…: whether each TEXT ends at the table's right edge, to a point.
cat >"$tmp/ends.py" <<'END'
import fitz, sys
book = fitz.open(sys.argv[1])
page = book[0]
edge = max(d["rect"].x1 for d in page.get_drawings())
print(*(abs(page.search_for(text)[0].x1 - edge) < 1.5 for text in sys.argv[2:]))
END
is "in the PDF up to the table's edge" "$("$python" "$tmp/ends.py" "$tmp/around/around.pdf" 单位：元 盛某)" "True True"
run "$TAIZHANG" build "$tmp/around/around.xlsx" -f pdf -o "$tmp/again" --dump=grid
has "read again, the entries are the same" "$out" '"填报单位：河湾镇水利站" | "单位：元"'
has "and who signed" "$out" '"填表人：陆某" | "审核人：盛某"'

# ---- levels ----

cat >"$tmp/levels.csv" <<'END'
项目,本年,说明
支出,90,
　人员,60,按月发放
　　其中：津贴,20,
　公用,30,
END
# levels BOOK: the indents of its first column.
levels () {
  "$python" - "$1" <<'END'
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
print(*(f"{c.value} {int(c.alignment.indent)}" for c in sheet["A"] if c.value), sep=", ")
END
}
run "$TAIZHANG" build "$tmp/levels.csv" -f xlsx -o "$tmp/levels"
lacks "blanks before a label are no flaw" "$err" warning
is "they are indents in the workbook" "$(levels "$tmp/levels/levels.xlsx")" "项目 0, 支出 0, 人员 1, 其中：津贴 2, 公用 1"
run "$TAIZHANG" build "$tmp/levels/levels.xlsx" -f xlsx -o "$tmp/same"
is "which are kept when it is read" "$(levels "$tmp/same/levels.xlsx")" "项目 0, 支出 0, 人员 1, 其中：津贴 2, 公用 1"

# ---- a row that a page's end cuts ----

"$python" - "$tmp/cut.csv" <<'END'
import csv, sys
with open(sys.argv[1], "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file)
    out.writerow(["序号", "任务", "任务内容", "时限"])
    for number, name in (1, "泵站改造"), (2, "渠道清淤"):
        out.writerow([number, name, "汛前完成检修，逐台试机并留存记录。" * 70, "六月底"])
END
# named BOOK: what stands in the columns of numbers and names on each page.
named () {
  "$python" - "$1" <<'END'
import fitz, sys
for page in fitz.open(sys.argv[1]):
    lines = [item for drawing in page.get_drawings() for item in drawing["items"] if item[0] == "l"]
    edges = sorted({round(line[1].x) for line in lines if line[1].x == line[2].x})
    head = page.search_for("任务内容")[0]
    area = (0, (head.y0 + head.y1) / 2, edges[2] + 3, page.rect.height - 60)
    print("".join(page.get_text(clip=area).split()), end="; ")
END
}
for continued in repeat mark empty; do
  run "$TAIZHANG" build "$tmp/cut.csv" -f pdf -o "$tmp/$continued" -s page.paper=A5 -s "table.continued=$continued"
  is "$continued: done" $status 0
done
is "number and name stand on each page that the row stands on" "$(named "$tmp/repeat/cut.pdf")" \
  "1泵站改造; 1泵站改造2渠道清淤; 2渠道清淤; 2渠道清淤; "
is "marked, if the form says so" "$(named "$tmp/mark/cut.pdf")" \
  "1泵站改造; 1（续）泵站改造（续）2渠道清淤; 2（续）渠道清淤（续）; 2（续）渠道清淤（续）; "
is "or once only" "$(named "$tmp/empty/cut.pdf")" "1泵站改造; 2渠道清淤; ; ; "

done_testing
