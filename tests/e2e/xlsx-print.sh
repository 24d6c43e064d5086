#!/bin/sh
# Workbooks as they are printed: LibreOffice turns them into PDF, and every text stands
# there whole, in a size that can be read, on hardly more pages than in our own PDF; no row
# is much higher than it must be.
. "$(dirname "$0")/../lib.sh"

has_office || skip_all "no LibreOffice here"
command -v mutool >/dev/null 2>&1 || skip_all "mutool is not installed"
"$python" -c 'import openpyxl, fitz' 2>/dev/null || skip_all "openpyxl or fitz is not installed"

# An office's LibreOffice: Chinese is the language of Chinese text.
mkdir -p "$tmp/office/user"
cat >"$tmp/office/user/registrymodifications.xcu" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="DefaultLocale_CJK" oor:op="fuse"><value>zh-CN</value></prop></item>
</oor:items>
END

# print_out BOOK.xlsx FOLDER
print_out () {
  run soffice --headless "-env:UserInstallation=file://$tmp/office" --convert-to pdf --outdir "$2" "$1"
}

printed () {
  "$python" "$root/tests/print_check.py" "$@"
}

heights () {
  "$python" "$root/tests/row_height_check.py" "$1" "$tmp/heights" --profile "$tmp/office" --most 2.2
}

reckoned () {
  "$python" "$root/tests/reckon_check.py" "$1" "$tmp/reckon" --profile "$tmp/office"
}

# pages_of PDF: of its first sheet, or of all.
pages_of () {
  "$python" - "$1" 2>/dev/null <<'END'
import fitz, sys
book = fitz.open(sys.argv[1])
starts = [page for level, title, page in book.get_toc()] if "LibreOffice" in book.metadata["producer"] else []
print(starts[1] - 1 if len(starts) > 1 else book.page_count)
END
}

# ---- a ledger that is hard to print ----

"$python" - "$tmp/hard.csv" <<'END'
import csv, sys
text = "各供电企业要加强内部管控，创新技术手段和管理模式，压减用电报装业务办理时间（详见附件2），实行“三零”服务。"
rows = [["序号", "类别", "任务名称", "任务内容", "责任单位", "完成时间"]]
for i in range(1, 25):
    rows.append([i, "压减办电时间" if i % 4 == 1 else "", f"压减第{i}类用户的办电时间", text * (1 + i * 7 % 11),
                 "省能源局、省发展改革委、各市人民政府", "2021年6月底前"])
rows[9][3] = text * 20 + "\n" + text * 14
csv.writer(open(sys.argv[1], "w", encoding="utf-8", newline="")).writerows(rows)
END
for tall in split shrink widen; do
  run "$TAIZHANG" build "$tmp/hard.csv" -t ledger -f xlsx -o "$tmp/$tall" -s text.size=10.5pt -s excel.summary=no \
    -s excel.tall=$tall -s "column content.width=60mm"
  is "$tall: done" $status 0
  print_out "$tmp/$tall/hard.xlsx" "$tmp/$tall"
done
ok "split: every text is printed whole" printed "$tmp/split/hard.pdf" "$tmp/hard.csv" --least 7.9
ok "shrink: every text is printed whole" printed "$tmp/shrink/hard.pdf" "$tmp/hard.csv" --least 5
ok "widen: every text is printed whole" printed "$tmp/widen/hard.pdf" "$tmp/hard.csv" --least 6

# The readers notice a row that is too low, and one that is too high.
"$python" - "$tmp/split/hard.xlsx" "$tmp/low.xlsx" <<'END'
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
sheet.row_dimensions[5].height -= 22
sheet.row_dimensions[4].height += 60
book.save(sys.argv[2])
END
print_out "$tmp/low.xlsx" "$tmp"
run printed "$tmp/low.pdf" "$tmp/hard.csv"
has "seen: a text that is cut" "$out" "is cut by its cell"
run heights "$tmp/low.xlsx"
has "seen: a row that is too low" "$out" "text needs"
has "seen: a row that is too high" "$out" "lines more than needed ("

# ---- pages are full ----

# A text beside several rows, longer than they are: they grow so that a page ends below it.
"$python" - "$tmp/beside.csv" <<'END'
import csv, sys
rows = [["序号", "任务名称", "任务内容", "具体措施"]]
for i in range(1, 9):
    for k in range(5):
        rows.append([i if k == 0 else "", f"任务{i}" if k == 0 else "", "工作内容。" * 45 if k == 0 else "", "具体措施。" * 22])
csv.writer(open(sys.argv[1], "w", encoding="utf-8", newline="")).writerows(rows)
END
run "$TAIZHANG" build "$tmp/beside.csv" -t ledger -f xlsx,pdf -o "$tmp/beside" -s "column content.merge=down" \
  -s "column content.width=45mm" -s "table.columns=number, name, content, steps" -s "column steps.titles=具体措施" \
  -s "column steps.width=60mm" -s excel.summary=no
is "texts beside several rows: done" $status 0
is "no page but the last is left half empty" "$("$python" - "$tmp/beside/beside.xlsx" <<'END'
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
heights = [sheet.row_dimensions[r].height for r in range(1, sheet.max_row + 1)]
ends = [b.id for b in sheet.row_breaks.brk]
pages = [sum(heights[a:b]) for a, b in zip([0] + ends, ends)]
print(len(pages) > 2, min(pages) > 0.6 * max(pages))
END
)" "True True"
print_out "$tmp/beside/beside.xlsx" "$tmp/beside/printed"
ok "and no text is cut" printed "$tmp/beside/printed/beside.pdf" "$tmp/beside.csv"

# ---- summaries ----

# A long table is written in another way than a short one. Every second task takes two rows.
"$python" - "$tmp/long.csv" <<'END'
import sys
with open(sys.argv[1], "w") as f:
    f.write("序号,分类,工作目标任务,责任单位,完成时间\n")
    for i in range(1, 10101):
        f.write(f"{i if i % 3 else ''},{'分类%d' % (i // 1000) if i % 1000 == 1 else ''},任务{i},县供电公司、单位{i % 7},202{i % 3}年底前\n")
END
run "$TAIZHANG" build "$tmp/long.csv" -t linqu -f xlsx -o "$tmp/long" -s "column number.merge=down-alone"
ok "a long table's stored figures are what the formulas give" reckoned "$tmp/long/long.xlsx"
run reckoned "$tmp/long/long.xlsx"
ok "there are some" sh -c 'test "$(tail -n 1 "$1" | cut -d" " -f1)" -gt 40' - "$out"
"$python" - "$tmp/long/long.xlsx" "$tmp/wrong.xlsx" <<'END'
import re, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(sys.argv[2], "w") as new:
    for name in old.namelist():
        data = old.read(name)
        new.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v>4711</v>", data, 1) if name.endswith("sheet2.xml") else data)
END
run reckoned "$tmp/wrong.xlsx"
has "seen: a wrong figure" "$out" "is stored as 4711"

# Lists of units that go on over pages: a name stands whole in a cell, and a task counts once.
"$python" - "$tmp/lists.csv" <<'END'
import sys
units = [f"示例市第{i}供电营业所" for i in range(1, 181)]
with open(sys.argv[1], "w") as f:
    f.write("序号,任务名称,任务内容,责任单位,完成时限,状态\n一、总体要求,,,,,\n")
    for i in range(1, 4):
        f.write(f"{i},任务{i},{'工作内容，逐户销号。' * 200},{'、'.join(units)},2021年底前,已完成\n")
        f.write(f",,另一项工作内容。,示例市第{i}供电营业所,2021年底前,推进中\n")
END
run "$TAIZHANG" build "$tmp/lists.csv" -t ledger -f xlsx -o "$tmp/lists" -s "column owner.width=30mm" \
  -s "column content.width=60mm"
is "lists of units longer than pages are written" $status 0
is "in several cells" "$("$python" - "$tmp/lists/lists.xlsx" <<'END'
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
cells = [str(c.value) for row in book.worksheets[0].iter_rows() for c in row if "供电营业所" in str(c.value)]
print(len(cells) > 6, sum(not c.endswith("、") and not c.endswith("所") for c in cells))
END
)" "True 0"
ok "stored figures are what the formulas give" reckoned "$tmp/lists/lists.xlsx"
is "and count each task once" "$("$python" - "$tmp/lists/lists.xlsx" <<'END'
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1], data_only=True)["汇总表"]
print(*[round(c, 4) if isinstance(c, float) else c for row in sheet.iter_rows(values_only=True)
        if row[0] in ("一、总体要求", "示例市第1供电营业所") for c in row[:3]])
END
)" "一、总体要求 3 1 示例市第1供电营业所 4 0.6667"

# ---- ledgers of offices ----

# office_ledger NAME FORM TASKS UNPRINTED: titles of TASKS that the form does not print.
office_ledger () {
  run "$TAIZHANG" build "$3" -t "$2" -f xlsx,pdf -o "$tmp/$1"
  print_out "$tmp/$1/tasks.xlsx" "$tmp/$1/printed"
  own=$(pages_of "$tmp/$1/tasks.pdf")
  pages=$(pages_of "$tmp/$1/printed/tasks.pdf")
  ok "$1: every text is printed whole, at 88 % at least" \
    printed "$tmp/$1/printed/tasks.pdf" "$3" --unprinted "$4" --pages "$pages" --least 7.9
  ok "$1: at most one page more than our own" test "$pages" -le $((own + 1))
  ok "$1: rows are as high as they must be" heights "$tmp/$1/tasks.xlsx"
  run "$TAIZHANG" build "$3" -t "$2" -f xlsx -o "$tmp/sum-$1" -s excel.summary=yes
  ok "$1: stored figures are what the formulas give" reckoned "$tmp/sum-$1/tasks.xlsx"
}

# high_rows NAME FORM TASKS UNPRINTED: 10.5 pt on A4, so that rows are higher than Excel allows.
high_rows () {
  for tall in split shrink widen; do
    run "$TAIZHANG" build "$3" -t "$2" -f xlsx,pdf -o "$tmp/$1-$tall" -s page.paper=A4 \
      -s page.orientation=landscape -s text.size=10.5pt -s excel.tall=$tall
    print_out "$tmp/$1-$tall/tasks.xlsx" "$tmp/$1-$tall/printed"
    ok "$1 on A4, $tall: every text is printed whole" \
      printed "$tmp/$1-$tall/printed/tasks.pdf" "$3" --unprinted "$4" --least 6
    ok "$1 on A4, $tall: no more pages than our own" \
      test "$(pages_of "$tmp/$1-$tall/printed/tasks.pdf")" -le "$(pages_of "$tmp/$1-$tall/tasks.pdf")"
  done
  ok "$1 on A4, split: the texts are there as they were" \
    "$python" "$root/tests/xlsx_check.py" "$tmp/$1-split/tasks.xlsx" "$3"
}

while IFS='|' read -r sample form unprinted; do
  office_ledger "$sample" "$form" "$root/samples/$sample/tasks.csv" "$unprinted"
done <<'END'
shengji|shanxi|任务名称,国家具体任务内容,本省具体任务内容
zhixia|tianjin|国家任务名称,国家具体任务内容,本市任务名称,本市具体任务内容
dishi|guangdong|
xian|linqu|
zhou|qiandongnan|
END

# The real ones; titles that are invented and not printed by LAYOUT.md.
[ -d "${TAIZHANG_LEDGERS:-}" ] || done_testing
while IFS='|' read -r province unprinted; do
  office_ledger "$province" "$province" "$TAIZHANG_LEDGERS/$province/tasks.csv" "$unprinted"
done <<'END'
shanxi|任务名称,国家具体任务内容
tianjin|国家任务名称,国家具体任务内容,天津任务名称,天津具体任务内容
guangdong|
linqu|
qiandongnan|
END
high_rows shanxi shanxi "$TAIZHANG_LEDGERS/shanxi/tasks.csv" 任务名称,国家具体任务内容

done_testing
