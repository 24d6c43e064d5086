#!/bin/sh
# Units are counted once: the summary of a workbook and the report of the same book name the same
# units and count the same tasks, however the ledger lists them.
. "$(dirname "$0")/../lib.sh"

"$python" -c 'import openpyxl' 2>/dev/null || skip_all "openpyxl is not installed"

# One kind of list a line. Blanks are not compared: a page may end a line there.
cat >"$tmp/tasks.csv" <<'END'
序号,任务名称,任务内容,责任单位,完成时限,状态
1,编目,逐件编目。,示例市档案局、示例市财政局,2031年6月底前,已完成
2,修缮,修缮库房。,示例市档案局和示例市住建局,2031年6月底前,推进中
3,扫描,扫描旧卷。,示例市档案局/示例市大数据局,2031年9月底前,已销号
4,供电,改造线路。,示例电力(集团)公司,2031年9月底前,推进中
5,照明,更换灯具。,示例电力（集团）公司；示例电力(集团)公司,2031年9月底前,逾期
6,软件,更新软件。,ＡＢＣ科技公司,2031年9月底前,推进中
7,硬件,更新硬件。,"ABC科技公司，示例市 大数据局",2031年9月底前,已完成
8,培训,培训人员。,各市州人民政府、省、市档案局,2031年9月底前,
9,巡查,定期巡查。,"牵头单位：示例市档案局
示例市公安局及示例市财政局",2031年9月底前,推进中
10,移交,按期移交。,市属企业（水务、燃气、公交）、水务,2031年9月底前,推进中
11,公开,公开目录。,市档案局牵头，示例市财政局等部门配合,2031年9月底前,已完成
12,验收,组织验收。,State Grid Demo；财政部门,2031年9月底前,推进中
13,抽查,*抽查*。,示例市审计局?*~、示例市审计局,2031年9月底前,推进中
END
cat >"$tmp/book.ini" <<'END'
[book]
title = 示例市档案数字化台账
tasks = tasks.csv
template = ledger
period = 2031Q2
as-of = 2031-06-30

[units]
示例市档案局 = 市档案局
示例市财政局 = 财政部门

[document ledger]
kind = ledger

[document report]
kind = report
text = report.txt
END
cat >"$tmp/report.txt" <<'END'
关于档案数字化工作的报告

示例市人民政府：

{for units}<{name}>={tasks}{between}；{end}。

示例市档案局
2031年7月1日
END

run "$TAIZHANG" build "$tmp/book.ini" -f xlsx,pdf -o "$tmp/out"
is "a book with a ledger and a report is made" $status 0

cat >"$tmp/counts.py" <<'END'
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1], data_only=True)["汇总表"]
within, counts = False, {}
for row in sheet.iter_rows(values_only=True):
    if str(row[0]).startswith("按"):
        within = row[0] == "按责任单位统计"
    elif within and row[0] and isinstance(row[1], (int, float)):
        print(f"{row[0]}={int(row[1])}")
END
"$python" "$tmp/counts.py" "$tmp/out/ledger.xlsx" | tr -d " " | sort >"$tmp/summary"
pdftotext -raw "$tmp/out/report.pdf" - | tr -d ' \n' | grep -o '<[^<>]*>=[0-9]*' | sed 's/^<//; s/>=/=/' | sort >"$tmp/report"
same "the summary and the report name the same units and count the same tasks" "$tmp/summary" "$tmp/report"
sort >"$tmp/wanted" <<'END'
示例市档案局=6
示例市财政局=4
示例市住建局=1
示例市大数据局=2
示例电力（集团）公司=2
ABC科技公司=2
各市州人民政府=1
省档案局=1
示例市公安局=1
市属企业（水务、燃气、公交）=1
水务=1
StateGridDemo=1
示例市审计局?*~=1
示例市审计局=1
END
same "these" "$tmp/summary" "$tmp/wanted"

cat >"$tmp/states.py" <<'END'
import sys, openpyxl
for row in openpyxl.load_workbook(sys.argv[1], data_only=True)["汇总表"].iter_rows(values_only=True):
    if row[0] in sys.argv[2:] and isinstance(row[1], (int, float)):
        print(row[0], int(row[1]), *[int(n) for n in row[3:8]])
END
is "also by state" "$("$python" "$tmp/states.py" "$tmp/out/ledger.xlsx" 示例市档案局 示例电力（集团）公司)" "示例市档案局 6 0 2 2 1 0
示例电力（集团）公司 2 0 1 0 0 1"

# ---- a list that goes on over several cells ----

"$python" - "$tmp/long.csv" <<'END'
import sys
names = "、".join(f"示例市第{i}供电服务中心" for i in range(1, 301))
open(sys.argv[1], "w", encoding="utf-8").write(f"""序号,任务名称,任务内容,责任单位,完成时限,状态
1,培训,逐家培训。,{names},2031年9月底前,已完成
2,检查,逐家检查。,示例市第2供电服务中心、示例市第300供电服务中心,2031年9月底前,推进中
""")
END
run "$TAIZHANG" build "$tmp/long.csv" -t ledger -f xlsx -o "$tmp/long"
is "units in all its cells have the state beside the first" \
  "$("$python" "$tmp/states.py" "$tmp/long/long.xlsx" 示例市第2供电服务中心 示例市第300供电服务中心)" \
  "示例市第2供电服务中心 2 0 1 1 0 0
示例市第300供电服务中心 2 0 1 1 0 0"

# ---- by formulas that go on counting ----

cat >"$tmp/sheet.py" <<'END'
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
name = "责任单位写法"
print(name in book.sheetnames and book[name].sheet_state,
      sum(c.data_type == "n" for row in book["汇总表"].iter_rows() for c in row if c.value is not None))
END
is "texts in which a name is not found stand on a hidden sheet, and no figure is fixed" \
  "$("$python" "$tmp/sheet.py" "$tmp/out/ledger.xlsx")" "hidden 0"
sed 's/和示例市住建局//; s,/示例市大数据局,,; 5,$d' "$tmp/tasks.csv" >"$tmp/plain.csv"
run "$TAIZHANG" build "$tmp/plain.csv" -t ledger -f xlsx -o "$tmp/plain"
is "a ledger that needs none has no such sheet" "$("$python" "$tmp/sheet.py" "$tmp/plain/plain.xlsx")" "False 0"

# ---- tasks of several rows ----

cat >"$tmp/rows.csv" <<'END'
序号,任务名称,任务内容,责任单位,完成时限
1,编目,逐件编目。,示例市档案局,2031年6月底前
,,核对目录。,示例市档案局,2031年9月底前
2,扫描,扫描旧卷。,示例市财政局,2031年9月底前
END
run "$TAIZHANG" build "$tmp/rows.csv" -t ledger -f xlsx -o "$tmp/rows"
cat >"$tmp/rows.py" <<'END'
import sys, openpyxl
rows = list(openpyxl.load_workbook(sys.argv[1], data_only=True)["汇总表"].iter_rows(values_only=True))
print("每行为一个事项" in rows[1][0], *[v for row in rows if row[0] in ("按责任单位统计", "示例市档案局") for v in row[1:2]])
END
is "rows with units of their own are counted, and that is said" "$("$python" "$tmp/rows.py" "$tmp/rows/rows.xlsx")" \
  "True 事项数 2"
is "nothing of the kind is said of others" "$("$python" "$tmp/rows.py" "$tmp/plain/plain.xlsx")" "False 任务数 3"

# ---- more units than can be listed ----

"$python" - "$tmp/many.csv" <<'END'
import sys
with open(sys.argv[1], "w", encoding="utf-8") as f:
    f.write("序号,任务名称,任务内容,责任单位,完成时限\n")
    for i in range(1, 211):
        f.write(f"{i},任务{i},逐项落实。,第{i}档案馆,2031年9月底前\n")
END
run "$TAIZHANG" build "$tmp/many.csv" -t ledger -f xlsx -o "$tmp/many"
cat >"$tmp/rest.py" <<'END'
import sys, openpyxl
print(*[c.value for row in openpyxl.load_workbook(sys.argv[1])["汇总表"].iter_rows(min_row=3) for c in row if "列出" in str(c.value)])
END
is "what is left out is said" "$("$python" "$tmp/rest.py" "$tmp/many/many.xlsx")" "责任单位共210个，此处列出任务最多的200个。"

cat >"$tmp/bars.py" <<'END'
import re, sys, zipfile
chart = zipfile.ZipFile(sys.argv[1]).read("xl/charts/chart1.xml").decode()
print(*sorted(set(re.findall(r"<c:f>([^<]*\$A\$[^<]*)</c:f>", chart))))
END
is "the chart has the first forty" "$("$python" "$tmp/bars.py" "$tmp/many/many.xlsx")" "'汇总表'!\$A\$8:\$A\$47"

if has_office; then
  for book in out/ledger long/long; do
    ok "stored figures are what the formulas give: $book" \
      "$python" "$root/tests/reckon_check.py" "$tmp/$book.xlsx" "$tmp/reckoned" --profile "$tmp/office"
  done
else
  skip "stored figures are what the formulas give" "no LibreOffice here"
fi

done_testing
