#!/bin/sh
# Workbooks to be filled in: what may be written where, what is locked, how they are known
# again; summaries whose stored figures are what their formulas give; and all of it
# after LibreOffice has edited and saved the workbook.
. "$(dirname "$0")/../lib.sh"

"$python" -c 'import openpyxl' 2>/dev/null || skip_all "openpyxl is not installed"

# look BOOK STATEMENTS: prints what STATEMENTS print; book, sheet (the first) and facts
# (of the hidden sheet) are at hand.
look () {
  "$python" - "$1" "$2" <<'END'
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
rows = list(book["_taizhang"].iter_rows(values_only=True))
facts = {row[1]: row[2] for row in rows if row[0] == "fact"}
def rules():
    return sorted((str(r.sqref), r.type, r.formula1 or "") for r in sheet.data_validations.dataValidation)
exec(sys.argv[2])
END
}

# ---- a form ----

cat >"$tmp/form.csv" <<'END'
任务类型,序号,任务内容,具体要求
压减办电时间,1,压减环节,低压用户全过程办电时间不超过15个工作日。
,2,并联审批,实行并联审批、限时办结。
优化服务,3,公开信息,公布收费目录清单。
END
run "$TAIZHANG" build "$tmp/form.csv" -t guangdong -f xlsx -o "$tmp/form" -p 2021Q2 -s book.region=东江市
is "a form is written" $status 0
form=$tmp/form/form.xlsx
ok "is sound" "$python" "$root/tests/xlsx_package.py" "$form"
is "columns to fill in are open, all others locked" \
  "$(look "$form" 'print(*["".join("-" if c.protection.locked else "+" for c in row[:7]) for row in sheet["A4:G6"]])')" \
  "----+++ ----+++ ----+++"
is "the sheet is protected, without a password, widths and heights may be changed" \
  "$(look "$form" 'p = sheet.protection; print(p.sheet, p.password, p.formatColumns, p.formatRows, p.autoFilter)')" \
  "True None False False False"
is "the choice is offered over all rows" "$(look "$form" 'print(*[r for r in rules() if r[1] == "list"])')" \
  "('E4:E6', 'list', '\"是,否\"')"
is "with messages in Chinese" \
  "$(look "$form" 'r = [r for r in sheet.data_validations.dataValidation if r.type == "list"][0]; print(r.promptTitle, r.prompt, r.errorTitle)')" \
  "填写说明 请选择“是”或“否” 填写内容不符合要求"
is "cells to fill in are tinted" "$(look "$form" 'print(sheet["E4"].fill.fgColor.rgb != sheet["D4"].fill.fgColor.rgb)')" True
is "and have room for three lines" "$(look "$form" 'print(all(sheet.row_dimensions[r].height >= 3 * 12 for r in (4, 5, 6)))')" True
is "what is done is coloured" \
  "$(look "$form" 'print(*[(str(k.sqref), r.operator, r.formula[0]) for k, v in sheet.conditional_formatting._cf_rules.items() for r in v])')" \
  "('E4:E6', 'equal', '\"是\"')"
is "instructions stand on a sheet of their own" \
  "$(look "$form" 'print(book.sheetnames[1], sum("东江市" in str(c.value) for c in book["填报说明"]["A"]))')" "填报说明 1"
is "the workbook says where it comes from" \
  "$(look "$form" 'print(facts["template"], facts["book"], facts["period"], facts["region"])')" \
  "guangdong form.csv 2021Q2 东江市"
is "and which task stands where" "$(look "$form" 'print([r[1:3] for r in rows if r[0] == "row"])')" \
  "[('1', 4), ('2', 5), ('3', 6)]"
is "columns have their words" "$(look "$form" 'print(*[r[1] for r in rows if r[0] == "column"])')" \
  "category number name content done progress next"
is "the checksum is that of template, period, region and tasks" \
  "$(look "$form" 'import zlib; t = [facts["template"], facts["period"], facts["region"], *(r[1] for r in rows if r[0] == "row")]; print(facts["checksum"] == "%08x" % zlib.crc32("".join(x + chr(10) for x in t).encode()))')" True
is "the sheet with all this is hidden" "$(look "$form" 'print(book["_taizhang"].sheet_state)')" hidden
is "names tell where" \
  "$(look "$form" 'n = book.defined_names; n = [d.name for d in n.definedName] if hasattr(n, "definedName") else list(n); print(sorted(x for x in n if x[0] != "_"))')" \
  "['taizhang_identity', 'taizhang_rows']"

run "$TAIZHANG" build "$tmp/form.csv" -t guangdong -f xlsx -o "$tmp/open" -s excel.protect=no
is "protect = no: nothing is locked" "$(look "$tmp/open/form.xlsx" 'print(sheet.protection.sheet)')" False
run "$TAIZHANG" build "$tmp/form.csv" -t guangdong -f xlsx -o "$tmp/pass" -s excel.password=abc
is "a password is asked for" "$(look "$tmp/pass/form.xlsx" 'print(sheet.protection.password)')" CC1A

cat >"$tmp/kinds.csv" <<'END'
序号,任务,时限,比例
1,甲,,
END
run "$TAIZHANG" build "$tmp/kinds.csv" -t generic -f xlsx -o "$tmp/kinds" -s "column c3.fill=date" -s "column c4.fill=percent"
is "dates and percentages are checked" \
  "$(look "$tmp/kinds/kinds.xlsx" 'print(*sorted((r.type, r.formula1, bool(r.error)) for r in sheet.data_validations.dataValidation))')" \
  "('date', '18264', True) ('decimal', '0', True)"

# ---- tables of other documents in the same workbook ----

cp "$tmp/form.csv" "$tmp/tasks.csv"
cp "$root/samples/dishi/limits.csv" "$tmp/limits.csv"
cat >"$tmp/book.ini" <<'END'
[book]
title = 示例台账
template = guangdong
tasks = tasks.csv
[document ledger]
kind = ledger
sheets = limits
[document limits]
kind = table
data = limits.csv
template = time-limits
title = 时限目标
page.orientation = portrait
[document notice]
kind = letter
text = notice.txt
END
printf '标题：通知\n\n正文。\n' >"$tmp/notice.txt"
run "$TAIZHANG" build "$tmp/book.ini" -f xlsx,pdf -o "$tmp/sheets"
is "a book with a further sheet is written" $status 0
sheets=$tmp/sheets/ledger.xlsx
ok "its workbook is sound" "$python" "$root/tests/xlsx_package.py" "$sheets"
is "the table stands behind the ledger, on its own paper, locked" \
  "$(look "$sheets" 'print(*((s.title, s.page_setup.orientation, s.protection.sheet) for s in book.worksheets[:2]))')" \
  "('示例台账', 'landscape', True) ('时限目标', 'portrait', True)"
is "with all it has in a workbook of its own" \
  "$(look "$sheets" 'print([[c.value for c in row] for row in book.worksheets[1].iter_rows()])')" \
  "$(look "$tmp/sheets/limits.xlsx" 'print([[c.value for c in row] for row in sheet.iter_rows()])')"
is "the identity is the ledger's" \
  "$(look "$sheets" 'print([r[1] for r in rows if r[0] == "sheet"], [r[1] for r in rows if r[0] == "row"])')" \
  "['示例台账'] ['1', '2', '3']"
same "the ledger's pages are the same with it and without" "$tmp/sheets/ledger.pdf" "$(
  sed '/^sheets/d' "$tmp/book.ini" >"$tmp/alone.ini"
  touch -r "$tmp/book.ini" "$tmp/alone.ini"
  "$TAIZHANG" build "$tmp/alone.ini" -f pdf -o "$tmp/alone" >/dev/null 2>&1
  echo "$tmp/alone/ledger.pdf"
)"
while IFS='|' read -r value code; do
  sed "s/^sheets = .*/sheets = $value/" "$tmp/book.ini" >"$tmp/odd.ini"
  run "$TAIZHANG" build "$tmp/odd.ini" -f xlsx -o "$tmp/odd"
  has "sheets = $value is told" "$err" "$code"
done <<'END'
limit|[unknown-document]
ledger|[attached-to-itself]
notice|[attached-letter]
END
sed 's/^sheets/attachments/' "$tmp/book.ini" >"$tmp/odd.ini"
run "$TAIZHANG" build "$tmp/odd.ini" -f xlsx -o "$tmp/odd"
has "attachments of a ledger are told" "$err" "sheets = … for further sheets"
sed 's/^text = notice.txt/&\nsheets = limits/' "$tmp/book.ini" >"$tmp/odd.ini"
run "$TAIZHANG" build "$tmp/odd.ini" -f xlsx -o "$tmp/odd"
has "sheets of a letter are told" "$err" "has no further sheets"

# ---- rows that are too high ----

"$python" - "$tmp/tall.csv" <<'END'
import sys
open(sys.argv[1], "w").write("序号,任务\n1," + "推进办电时间压减，逐户逐项销号。" * 30 + "\n")
END
for tall in split shrink widen; do
  run "$TAIZHANG" build "$tmp/tall.csv" -f xlsx -o "$tmp/$tall" -s page.paper=A4 -s page.orientation=portrait \
    -s "column c2.width=60mm" -s excel.tall=$tall
done
rows='c = next(c for row in sheet.iter_rows() for c in row if len(str(c.value)) > 300); n = [a for a in sheet.merged_cells.ranges if c.coordinate in a]'
is "split: several rows" "$(look "$tmp/split/tall.xlsx" "$rows; print(bool(n), c.font.size)")" "True 10.0"
is "shrink: one row, smaller text" "$(look "$tmp/shrink/tall.xlsx" "$rows; print(bool(n), c.font.size < 10)")" "False True"
is "widen: one row, wider columns" "$(look "$tmp/widen/tall.xlsx" "$rows; print(bool(n), c.font.size, sheet.column_dimensions[c.column_letter].width > 35)")" \
  "False 10.0 True"

# ---- where pages end ----

"$python" - "$tmp/pages.csv" <<'END'
import sys
with open(sys.argv[1], "w") as f:
    f.write("序号,分类,工作目标任务,责任单位,完成时间\n")
    for i in range(1, 61):
        group = "很长的分类名称" * 12 if i % 6 == 1 else ""
        f.write(f"{i},{group},任务{i},县供电公司,2021年底前\n")
END
run "$TAIZHANG" build "$tmp/pages.csv" -t linqu -f xlsx -o "$tmp/pages"
is "no page ends beside the text of a merged cell" \
  "$(look "$tmp/pages/pages.xlsx" 'ends = [b.id for b in sheet.row_breaks.brk]; first = {a.min_row for a in sheet.merged_cells.ranges if a.min_col == 2 and a.min_row > 3}; print(len(ends) > 0, sorted(e + 1 for e in ends if e + 1 not in first))')" \
  "True []"

# ---- a summary ----

cat >"$tmp/sum.csv" <<'END'
序号,任务,工作内容,责任单位,完成时限,状态
一、办电时间
1,压减环节,压减。,省能源局、国网省公司,2021年6月底前,已完成
2,并联审批,并联。,省能源局，各市人民政府,2021年底前,推进中
二、服务水平
3,公开信息,公开。,国网省公司 省能源局,2021年底前,已销号
4,优化界面,延伸。,国网省公司某分公司,2021年底前,逾期
5,培训,培训。,各市人民政府,2022年底前,
END
run "$TAIZHANG" build "$tmp/sum.csv" -t ledger -f xlsx -o "$tmp/sum"
is "a ledger with states is written" $status 0
sum=$tmp/sum/sum.xlsx
ok "is sound" "$python" "$root/tests/xlsx_package.py" "$sum"
is "deadlines in words that have passed are coloured, unless the task is done" \
  "$(look "$sum" 'print(*sorted((str(k.sqref), r.formula[0]) for k, v in sheet.conditional_formatting._cf_rules.items() for r in v if r.type == "expression"))')" \
  "('E4', 'AND(TODAY()>DATE(2021,6,30),\$F4<>\"已完成\",\$F4<>\"已销号\")') ('E5 E7 E8', 'AND(TODAY()>DATE(2021,12,31),\$F5<>\"已完成\",\$F5<>\"已销号\")') ('E9', 'AND(TODAY()>DATE(2022,12,31),\$F9<>\"已完成\",\$F9<>\"已销号\")')"
stored () {
  "$python" - "$1" <<'END'
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1], data_only=True)["汇总表"]
for row in sheet.iter_rows(min_row=3, values_only=True):
    if row[0]:
        print(row[0], *[round(v, 4) if isinstance(v, float) else v for v in row[1:] if v is not None])
END
}
stored "$sum" >"$tmp/stored"
cat >"$tmp/wanted" <<'END'
按部分统计 任务数 占比 未启动 推进中 已完成 已销号 逾期 完成率
一、办电时间 2 0.4 0 1 1 0 0 0.5
二、服务水平 3 0.6 0 0 0 1 1 0.3333
合计 5 1 0 1 1 1 1 0.4
按责任单位统计 任务数 占比 未启动 推进中 已完成 已销号 逾期 完成率
省能源局 3 0.6 0 1 1 1 0 0.6667
国网省公司 2 0.4 0 0 1 1 0 1
各市人民政府 2 0.4 0 1 0 0 0 0
国网省公司某分公司 1 0.2 0 0 0 0 1 0
按完成时限统计 任务数 占比
2021年6月底前 1 0.2
2021年底前 3 0.6
2022年底前 1 0.2
END
same "it counts by section, unit, state and deadline" "$tmp/stored" "$tmp/wanted"
is "by formulas, all of them" \
  "$(look "$sum" 'print(sum(c.data_type == "n" for row in book["汇总表"].iter_rows() for c in row if c.value is not None))')" 0
run "$TAIZHANG" build "$tmp/sum.csv" -t ledger -f xlsx -o "$tmp/period" -p 2021Q2
is "its period is said in words" \
  "$(look "$tmp/period/sum.xlsx" 'print("；统计期：2021年第二季度。" in book["汇总表"]["A2"].value, facts["period"])')" "True 2021Q2"
is "with a chart of five states" "$(unzip -p "$sum" xl/charts/chart1.xml | grep -o '<c:ser>' | wc -l)" 5
is "the chart has the figures" "$(unzip -p "$sum" xl/charts/chart1.xml | grep -o '<c:numCache>' | wc -l)" 5

for n in 14 30; do
  "$python" - "$tmp/size$n.csv" $n <<'END'
import sys
n = int(sys.argv[2])
with open(sys.argv[1], "w") as f:
    f.write("序号,分类,工作目标任务,责任单位,完成时间\n")
    for i in range(1, n + 1):
        f.write(f"{i},{'分类%d' % i if i % 10 == 1 else ''},任务{i},第{i}供电所,2021年{i % 12 + 1}月{i}日前\n")
END
  run "$TAIZHANG" build "$tmp/size$n.csv" -t linqu -f xlsx -o "$tmp/size"
done
is "a summary that needs a little more than a page is printed on one, a longer one is not" \
  "$(look "$tmp/size/size14.xlsx" 'p = book["汇总表"]; print(p.page_setup.fitToHeight or 1, [b.id for b in p.row_breaks.brk])') $(
    look "$tmp/size/size30.xlsx" 'p = book["汇总表"]; print(p.page_setup.fitToHeight, len(p.row_breaks.brk) > 0)')" "1 [] 0 True"

# The columns of numbers are equal, the labels take what is left of the page: no more, and nearly all of it.
cat >"$tmp/widths.py" <<'END'
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1])["汇总表"]
pixels = {}
for d in sheet.column_dimensions.values():
    for col in range(d.min, d.max + 1):
        pixels[col] = round(d.width * 7)  # with the 5 that a cell keeps for itself
label, counts = pixels.pop(1), set(pixels.values())
lying = sheet.page_setup.orientation == "landscape"
margins = sheet.page_margins
room = ((297 if lying else 210) / 25.4 - margins.left - margins.right) * 96
free = room - label - sum(pixels.values())
print("lying" if lying else "upright", len(pixels), len(counts), label >= 200, 0 <= free < 3)
END
is "labels take the width that numbers leave" \
  "$("$python" "$tmp/widths.py" "$sum"; "$python" "$tmp/widths.py" "$tmp/size/size14.xlsx")" "lying 8 1 True True
upright 2 1 True True"
"$python" - "$tmp/sum.csv" "$tmp/names.csv" <<'END'
import sys
text = open(sys.argv[1], encoding="utf-8").read()
open(sys.argv[2], "w", encoding="utf-8").write(text.replace("国网省公司某分公司", "国网省公司" + "东江市南湖县" * 9 + "分公司"))
END
run "$TAIZHANG" build "$tmp/names.csv" -t ledger -f xlsx -o "$tmp/names"
is "a label too long for a line has a higher row" \
  "$(look "$tmp/names/names.xlsx" 'p = book["汇总表"]; print([p.row_dimensions[c.row].height > 25 for row in p.iter_rows(max_col=1, min_row=3) for c in row if "分公司" in str(c.value)], max(p.row_dimensions[c.row].height for row in p.iter_rows(max_col=1, min_row=3) for c in row if c.value and "分公司" not in c.value))')" \
  "[True] 16.5"

# ---- through LibreOffice ----

if ! has_office; then
  skip "stored figures are what the formulas give" "no LibreOffice here"
  skip "a form survives LibreOffice" "no LibreOffice here"
  done_testing
fi

# convert FORMAT FILE FOLDER
convert () {
  run soffice --headless "-env:UserInstallation=file://$tmp/office" --convert-to "$1" --outdir "$3" "$2"
}

# Without stored values LibreOffice must reckon itself.
"$python" - "$sum" "$tmp/bare.xlsx" <<'END'
import re, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(sys.argv[2], "w") as new:
    for name in old.namelist():
        data = old.read(name)
        if name == "xl/worksheets/sheet2.xml":
            data, n = re.subn(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            assert n > 50
        new.writestr(name, data)
END
convert xlsx "$tmp/bare.xlsx" "$tmp/reckoned"
stored "$tmp/reckoned/bare.xlsx" >"$tmp/reckoned.txt"
same "stored figures are what the formulas give" "$tmp/reckoned.txt" "$tmp/wanted"

# Filled in by a person, saved by another program.
"$python" - "$form" "$tmp/filled.xlsx" <<'END'
import re, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(sys.argv[2], "w") as new:
    for name in old.namelist():
        data = old.read(name).decode()
        for cell, text in (("E4", "是"), ("F4", "已全部实现。")) if name == "xl/worksheets/sheet1.xml" else ():
            data, n = re.subn(f'<c r="{cell}"( s="[0-9]+")/>', rf'<c r="{cell}"\1 t="inlineStr"><is><t>{text}</t></is></c>', data)
            assert n == 1
        new.writestr(name, data)
END
convert xlsx "$tmp/filled.xlsx" "$tmp/saved"
saved=$tmp/saved/filled.xlsx
is "LibreOffice keeps what was filled in" "$(look "$saved" 'print(sheet["E4"].value, sheet["F4"].value)')" "是 已全部实现。"
is "and the choice" "$(look "$saved" 'print(*[r[1:] for r in rules() if r[1] == "list"])')" "('list', '\"是,否\"')"
is "and the locks" \
  "$(look "$saved" 'print(sheet.protection.sheet, *["".join("-" if c.protection.locked else "+" for c in row[:7]) for row in sheet["A4:G6"]])')" \
  "True ----+++ ----+++ ----+++"
is "and the identity" \
  "$(look "$saved" 'print(book["_taizhang"].sheet_state, facts["template"], facts["period"], [r[1:3] for r in rows if r[0] == "row"])')" \
  "hidden guangdong 2021Q2 [('1', 4), ('2', 5), ('3', 6)]"
names='names = {d.name: d.attr_text for d in book.defined_names.definedName} if hasattr(book.defined_names, "definedName") else {k: d.attr_text for k, d in book.defined_names.items()}'
is "and the names that tell where" \
  "$(look "$saved" "$names"'; print(names["taizhang_rows"].split("!")[1], names["taizhang_identity"].replace(chr(39), ""))')" \
  "$(look "$form" "$names"'; print(names["taizhang_rows"].split("!")[1], names["taizhang_identity"].replace(chr(39), ""))')"
properties () {
  "$python" - "$1" <<'END'
import re, sys, zipfile
text = zipfile.ZipFile(sys.argv[1]).read("docProps/custom.xml").decode()
for name, value in re.findall(r'name="([^"]*)"[^>]*>\s*<vt:lpwstr>([^<]*)', text):
    print(name, value)
END
}
properties "$form" | sort >"$tmp/properties"
properties "$saved" | sort >"$tmp/properties.saved"
same "and the properties" "$tmp/properties.saved" "$tmp/properties"
has "of which there are some" "$tmp/properties" "taizhang.region 东江市"
is "and what is said when a cell is entered, or something else typed in" \
  "$(look "$saved" 'r = [r for r in sheet.data_validations.dataValidation if r.type == "list"][0]; print(r.promptTitle, r.prompt, r.errorTitle, r.showErrorMessage)')" \
  "填写说明 请选择“是”或“否” 填写内容不符合要求 True"
is "and the colours" \
  "$(look "$saved" 'print(*[(str(k.sqref), r.type, r.operator, r.formula[0]) for k, v in sheet.conditional_formatting._cf_rules.items() for r in v])')" \
  "('E4:E6', 'cellIs', 'equal', '\"是\"')"
is "and paper, repeated rows and one page's width" \
  "$(look "$saved" 'p = sheet.page_setup; print(p.paperSize, p.orientation, sheet.print_title_rows, p.fitToWidth, p.fitToHeight)')" \
  "9 landscape \$2:\$3 1 0"

done_testing
