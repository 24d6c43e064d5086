#!/bin/sh
# Workbooks, read back by another program: every text is there as it was typed, merged
# and set up for printing; and the reader notices when one is damaged.
. "$(dirname "$0")/../lib.sh"

"$python" -c 'import openpyxl' 2>/dev/null || skip_all "openpyxl is not installed"

check () {
  "$python" "$root/tests/xlsx_check.py" "$@"
}

# damage NAME STATEMENT: $tmp/NAME.xlsx is the ledger below with STATEMENT done to it.
damage () {
  "$python" - "$tmp/out/ledger.xlsx" "$tmp/$1.xlsx" "$2" <<'END'
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
exec(sys.argv[3])
book.save(sys.argv[2])
END
}

# ---- samples ----

for book in dishi shengji xian zhixia zhou; do
  run "$TAIZHANG" build "$root/samples/$book/book.ini" -f xlsx -o "$tmp/$book"
  is "$book is built" $status 0
  ok "$book: the ledger holds its data" check "$tmp/$book/ledger.xlsx" "$root/samples/$book/tasks.csv"
  [ ! -e "$root/samples/$book/limits.csv" ] ||
    ok "$book: the limits hold their data" check "$tmp/$book/limits.xlsx" "$root/samples/$book/limits.csv"
done

# ---- texts that Excel would change ----

cat >"$tmp/odd.csv" <<'END'
序号,任务,代码,数量
1,=1+1,007,1234567890123456789
2,+86-10-12345678,1-2,1e5
3,-5,3/4,_x0041_
4,@SUM(A1),'quoted,"a ""b"" <c> & d"
5,"第一段。
第二段。",{=A1},TRUE
END
run "$TAIZHANG" build "$tmp/odd.csv" -f xlsx -o "$tmp/odd"
is "odd texts are written" $status 0
ok "as texts, unchanged" check "$tmp/odd/odd.xlsx" "$tmp/odd.csv"

# ---- more cells than are kept in memory ----

"$python" - "$tmp/many.csv" <<'END'
import csv, sys
with open(sys.argv[1], "w", encoding="utf-8", newline="") as file:
    to = csv.writer(file, lineterminator="\n")
    to.writerow(["序号", "分类", "工作目标任务", "责任单位", "完成时间"])
    for i in range(1, 10801):
        to.writerow([i, f"第{i}类" if i % 9 == 1 else "", f"完成第{i * i % 7919}项，<逐户>销号。", "供电所", "长期"])
END
run "$TAIZHANG" build "$tmp/many.csv" -t linqu -f xlsx -o "$tmp/many"
is "a long ledger is written" $status 0
ok "it holds its data" check "$tmp/many/many.xlsx" "$tmp/many.csv"
if command -v unzip >/dev/null; then
  ok "its package is whole" unzip -tq "$tmp/many/many.xlsx"
else
  skip "its package" "unzip is not installed"
fi
is "nothing else is left in its folder" "$(ls -A "$tmp/many")" many.xlsx
# ---- texts partly in bold ----

# bold BOOK: the cells of the first sheet that have bold parts, these in [ ].
bold () {
  "$python" - "$1" <<'END'
import sys, zipfile
from xml.etree import ElementTree
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
book = zipfile.ZipFile(sys.argv[1])
shared = "xl/sharedStrings.xml" in book.namelist() and ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
for cell in ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(S + "c"):
    text = shared[int(cell.findtext(S + "v"))] if cell.get("t") == "s" else cell.find(S + "is")
    if text is not None and text.find(S + "r") is not None:
        parts = [(run.find(f"{S}rPr/{S}b") is not None, run.findtext(S + "t")) for run in text.findall(S + "r")]
        print(cell.get("r"), "".join(f"[{part}]" if is_bold else part for is_bold, part in parts).replace("\n", "/"))
END
}

cat >"$tmp/bold.csv" <<'END'
序号,任务,工作内容
1,**压减时间**,"一是**压减**时间。
二是_x0041_**公布**流程。"
2,无标记,目标：30天
END
sed 's/\*\*//g' "$tmp/bold.csv" >"$tmp/plain.csv"
run "$TAIZHANG" build "$tmp/bold.csv" -t ledger -f xlsx,pdf -o "$tmp/bold" -s text.emphasis=marks
is "marked texts are written" $status 0
is "what is between the marks in bold" "$(bold "$tmp/bold/bold.xlsx")" "C3 一是[压减]时间。/二是_x005F_x0041_[公布]流程。"
ok "all texts without the marks" check "$tmp/bold/bold.xlsx" "$tmp/plain.csv"
ok "in the PDF, too" "$python" "$root/tests/pdf_text_check.py" "$tmp/bold/bold.pdf" "$tmp/plain.csv" \
  --unprinted 任务,工作内容
run "$TAIZHANG" build "$tmp/plain.csv" -t ledger -f xlsx -o "$tmp/lead" -s "column content.emphasis=lead"
is "a lead-in is bold" "$(bold "$tmp/lead/plain.xlsx")" "C4 [目标：]30天"
run "$TAIZHANG" build "$tmp/bold.csv" -t ledger -f xlsx -o "$tmp/kept"
is "unless asked for, nothing is" "$(bold "$tmp/kept/bold.xlsx")" ""
ok "and marks are text" check "$tmp/kept/bold.xlsx" "$tmp/bold.csv"
run "$TAIZHANG" build "$tmp/bold.csv" -t ledger -f xlsx -o "$tmp/none" -s notes.emphasis=lead
is "notes have none" $status 1
"$python" - "$tmp/rows.csv" <<'END'
import sys
with open(sys.argv[1], "w") as f:
    f.write("序号,任务,工作内容\n" + "".join(f"{i},任务{i},甲**乙{i}**\n" for i in range(1, 17001)))
END
run "$TAIZHANG" build "$tmp/rows.csv" -t ledger -f xlsx -o "$tmp/rows" -s text.emphasis=marks
bold "$tmp/rows/rows.xlsx" >"$tmp/rows.txt"
is "in a long table, too" "$(wc -l <"$tmp/rows.txt") $(tail -n 1 "$tmp/rows.txt")" "17000 C17002 甲[乙17000]"

# ---- rows and texts beyond Excel's limits ----

for size in tall:60 torn:250 long:2500; do
  "$python" - "$tmp/${size%:*}.csv" "${size#*:}" <<'END'
import sys
text = "推进办电时间压减，逐户逐项销号。" * int(sys.argv[2])
open(sys.argv[1], "w").write(f"序号,任务,单位\n1,{text},示例省能源局\n2,公布流程,示例省能源局\n")
END
done

# long_cells BOOK: how many cells hold a long text, how high their areas are, and how
# long the texts on the hidden sheet are.
long_cells () {
  "$python" - "$1" <<'END'
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
cells = [c for row in sheet.iter_rows() for c in row if len(str(c.value)) > 300]
rows = [1 + sum(a.max_row - a.min_row for a in sheet.merged_cells.ranges if c.coordinate in a) for c in cells]
whole = [sum(len(p) for p in r[3:] if p) for r in book["_taizhang"].iter_rows(values_only=True) if r[0] == "text"]
print(len(cells), *rows, "whole", *whole)
END
}

run "$TAIZHANG" build "$tmp/tall.csv" -f xlsx -o "$tmp/tall" -s "column c2.width=60mm" -s page.paper=A4 \
  -s page.orientation=portrait
is "a row higher than Excel allows is written" $status 0
is "over several rows, in one cell" "$(long_cells "$tmp/tall/tall.xlsx")" "1 2 whole"
ok "all of it" check "$tmp/tall/tall.xlsx" "$tmp/tall.csv"
run "$TAIZHANG" build "$tmp/torn.csv" -f xlsx -o "$tmp/torn" -s page.paper=A4 -s page.orientation=landscape
is "a row that no page can hold is written" $status 0
is "into cells one below the other, and whole on the hidden sheet" \
  "$(long_cells "$tmp/torn/torn.xlsx")" "2 3 3 whole 4000"
ok "all of it" check "$tmp/torn/torn.xlsx" "$tmp/torn.csv"

# A merged cell beside rows that no page holds together: Excel would cut its text where the page ends.
"$python" - "$tmp/parted.csv" <<'END'
import csv, sys
rows = [["序号", "任务名称", "任务内容", "具体措施"], ["一、总体要求", "", "", ""]]
for i in range(1, 4):
    for k in range(2):
        rows.append([i if k == 0 else "", f"任务{i}" if k == 0 else "", f"工作内容{i}，逐户销号。" * 60 if k == 0 else "",
                     "具体措施。" * 110])
csv.writer(open(sys.argv[1], "w", encoding="utf-8", newline="")).writerows(rows)
END
run "$TAIZHANG" build "$tmp/parted.csv" -t ledger -f xlsx -o "$tmp/parted" -s page.paper=A4 -s page.orientation=landscape \
  -s "column content.merge=down" -s "column content.width=60mm" -s "table.columns=number, name, content, steps" \
  -s "column steps.titles=具体措施" -s "column steps.width=60mm" -s excel.summary=no
is "long texts beside rows that no page holds together are written" $status 0
cat >"$tmp/parted.py" <<'END'
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
ends = {b.id for b in sheet.row_breaks.brk}
def area(cell):
    return next(((a.min_row, a.max_row) for a in sheet.merged_cells.ranges if cell.coordinate in a), (cell.row, cell.row))
cells = [c for row in sheet.iter_rows(min_row=4) for c in row if len(str(c.value)) > 50]
print(len(cells) > 9, sum(any(first <= e < last for e in ends) for first, last in map(area, cells)))
print(all(sheet.cell(area(c)[1], c.column).border.bottom.style for c in cells))
print([str(a) for a in sheet.merged_cells.ranges if any(a.min_row <= e < a.max_row for e in ends)])
END
is "each goes on in a cell of its own on the next page, closed by a rule" "$("$python" "$tmp/parted.py" "$tmp/parted/parted.xlsx" | tr '\n' ' ')" \
  "True 0 True [] "
ok "all of it" check "$tmp/parted/parted.xlsx" "$tmp/parted.csv"
run "$TAIZHANG" build "$tmp/long.csv" -f xlsx -o "$tmp/long"
is "a text longer than a cell can hold is written" $status 0
has "and told" "$err" "[cell-too-long]"
ok "into cells one below the other" check "$tmp/long/long.xlsx" "$tmp/long.csv"

# ---- the same bytes ----

cp "$tmp/zhixia/ledger.xlsx" "$tmp/first.xlsx"
run "$TAIZHANG" build "$root/samples/zhixia/book.ini" -f xlsx -o "$tmp/zhixia"
same "built again, the same bytes" "$tmp/zhixia/ledger.xlsx" "$tmp/first.xlsx"

# ---- the reader notices damage ----

cat >"$tmp/ledger.csv" <<'END'
序号,任务,内容,责任单位
一、总体要求,,,
1,压减时间,压减审批时间。,示例省能源局
2,压减费用,"延伸投资界面。
公布收费目录。",示例省电力公司
二、保障措施,,,
1,加强领导,各市按季报送。,各市人民政府
END
run "$TAIZHANG" build "$tmp/ledger.csv" -f xlsx -o "$tmp/out"
is "a ledger to damage" $status 0
ok "is sound" check "$tmp/out/ledger.xlsx" "$tmp/ledger.csv"

# openpyxl writes merged cells' borders anew, so what is asked for is the one fault.
find='cell = next(c for row in sheet.iter_rows() for c in row if c.value == "压减审批时间。")'
while IFS='|' read -r name fault statement; do
  damage "$name" "$find
$statement"
  run check "$tmp/$name.xlsx" "$tmp/ledger.csv"
  has "seen: $name" "$out" "$fault"
done <<'END'
text|CSV line 3 is not in the sheet|cell.value = "压减审批时间"
number|CSV line 3 is not in the sheet|sheet.cell(cell.row, cell.column - 2).value = 1.5
formula|is a formula|cell.value = "=1+1"
gone|CSV line 3 is not in the sheet|cell.value = None
swapped|changes its sheet column|a, b = cell, sheet.cell(cell.row, cell.column - 1); a.value, b.value = b.value, a.value
overlap|merged cells overlap|sheet.merged_cells.add("B3:B4"); sheet.merged_cells.add("B4:C4")
low|need more than|sheet.row_dimensions[cell.row].height = 5
high|has the height 500|sheet.row_dimensions[cell.row].height = 500
unset|has no height of its own|sheet.row_dimensions[cell.row].height = None
wide|pt wide, the page has|sheet.column_dimensions["B"].width = 200
titles|no rows are repeated|sheet.print_title_rows = None
area|leaves cells out|sheet.print_area = "A1:B2"
paper|no paper size|sheet.page_setup.paperSize = None
fit|not fitted|sheet.sheet_properties.pageSetUpPr.fitToPage = False
wrap|does not wrap|next(c for row in sheet.iter_rows() for c in row if "\n" in str(c.value)).alignment = openpyxl.styles.Alignment()
name|sheet name taken|sheet._WorkbookChild__title = "History"
border|lacks the border and format|pass
END
fails "seen: other merges than expected" check "$tmp/out/ledger.xlsx" "$tmp/ledger.csv" --merges A1:B2
printf 'x' >"$tmp/cut.xlsx"
fails "seen: not a workbook" check "$tmp/cut.xlsx" "$tmp/ledger.csv"

done_testing
