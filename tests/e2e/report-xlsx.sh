#!/bin/sh
# The figures of a report as a workbook: every table and chart there is, with numbers that
# agree, as Excel's own charts, printable, the same bytes each time.
. "$(dirname "$0")/../lib.sh"

book=$tmp/jidu
mkdir "$book"
cp -R "$root/samples/jidu/book.ini" "$root/samples/jidu/tasks.csv" "$root/samples/jidu/progress" "$book"
{
  echo 关于重点任务进展情况的报告
  echo 各市（州）人民政府：
  for table in total sections units regions matrix task-matrix periods; do
    printf '情况如下。\n{table %s}\n' $table
  done
  for list in done new-done late behind due-next not-reported; do
    printf '{if %s > 0}\n情况如下。\n{table %s}\n{end}\n' $list $list
  done
  for chart in sections units progress calendar regions; do
    printf '情况如下。\n{chart %s}\n' $chart
  done
  printf '{if n-periods > 1}\n{chart trend}\n{end}\n'
  printf '示例省能源局\n2021年7月5日\n'
} >"$book/all.txt"
sed -i 's/^text .*/text = all.txt/' "$book/book.ini"

# figures QUARTER DAY: the report of that quarter, and what the workbook says.
figures () {
  run "$TAIZHANG" report "$book/book.ini" -p "$1" --as-of "$2" -f xlsx -o "$tmp/$1"
  is "$1: done" $status 0
  is "$1: no findings" "$(cat "$err")" ""
  is "$1: the workbook" "$(cat "$out")" "$tmp/$1/report.xlsx"
  ok "$1: sound, charts keep what stands in the cells" "$python" "$root/tests/xlsx_package.py" "$tmp/$1/report.xlsx"
  ok "$1: every sheet can be printed" "$python" "$root/tests/xlsx_check.py" "$tmp/$1/report.xlsx"
  run "$python" "$root/tests/figures_check.py" "$tmp/$1/report.xlsx"
  is "$1: tables and charts agree" "$(cat "$out")" "$3"
}

figures 2021Q1 2021-03-31 "3 tables, 4 stacked, 5 charts"
figures 2021Q2 2021-06-30 "3 tables, 4 stacked, 6 charts"
figures 2021Q4 2021-12-31 "3 tables, 4 stacked, 6 charts"

is "sheets are called as the figures are" "$("$python" - "$tmp/2021Q2/report.xlsx" <<'END'
import openpyxl, sys
names = openpyxl.load_workbook(sys.argv[1]).sheetnames
print(names[0], names[1], *[name for name in names if name.startswith("图")][:2], sep="|")
END
)" "表1 任务完成情况|表2 各部分任务完成情况|图1 各部分任务状态|图2 各责任单位任务状态"

is "counts, rates and changes are numbers" "$("$python" - "$tmp/2021Q2/report.xlsx" <<'END'
import openpyxl, sys
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[1]
last = [c for c in list(sheet.iter_rows())[-1]]
print(*(f"{c.value:.3g}:{c.number_format}" if not isinstance(c.value, str) else c.value for c in last))
END
)" "合计 60:0 21:0 2:0 32:0 0:0 5:0 0.383:0.0% 23.3:+0.0;-0.0;0.0"

is "charts lie, stand and run" "$("$python" - "$tmp/2021Q2/report.xlsx" <<'END'
import re, sys, zipfile
book = zipfile.ZipFile(sys.argv[1])
kinds = []
for name in sorted(n for n in book.namelist() if n.startswith("xl/charts/chart")):
    xml = book.read(name).decode()
    pattern = r'<c:(bar|line)Chart>|<c:barDir val="(\w+)"/>|<c:grouping val="(\w+)"/>'
    kinds.append("-".join("".join(match) for match in re.findall(pattern, xml)))
print(*kinds)
END
)" "bar-bar-stacked bar-bar-stacked bar-bar-clustered bar-col-stacked bar-bar-stacked line-standard"

cp "$tmp/2021Q2/report.xlsx" "$tmp/first.xlsx"
run "$TAIZHANG" report "$book/book.ini" -p 2021Q2 --as-of 2021-06-30 -f xlsx -o "$tmp/2021Q2"
same "the same bytes again" "$tmp/first.xlsx" "$tmp/2021Q2/report.xlsx"

# Numbers that do not agree are seen.
"$python" - "$tmp/first.xlsx" "$tmp/wrong.xlsx" <<'END'
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
book.worksheets[1].cell(5, 3).value += 1
book.save(sys.argv[2])
END
fails "seen: a count that is one too high" "$python" "$root/tests/figures_check.py" "$tmp/wrong.xlsx"

# A table of 120 tasks is too wide for any paper: it goes on over pages, regions repeated.
mkdir "$tmp/wide"
"$python" - "$tmp/wide" <<'END'
import sys
with open(sys.argv[1] + "/tasks.csv", "w") as tasks, open(sys.argv[1] + "/p.csv", "w") as reports:
    tasks.write("序号,任务名称\n")
    reports.write("period,task,region,status\n")
    for i in range(1, 121):
        tasks.write(f"{i},任务{i}\n")
        reports.writelines(f"2021Q1,{i},{region},{'已完成' if i % 3 else '推进中'}\n" for region in ("东市", "西市"))
END
printf '[book]\ntemplate = ledger\ntasks = tasks.csv\nprogress = p.csv\n[document report]\nkind = report\ntext = r.txt\n' >"$tmp/wide/book.ini"
printf '关于进展的报告\n省政府：\n{table matrix}\n示例局\n2021年4月1日\n' >"$tmp/wide/r.txt"
run "$TAIZHANG" report "$tmp/wide/book.ini" -f xlsx -o "$tmp/wide"
ok "wide: it can be printed" "$python" "$root/tests/xlsx_check.py" "$tmp/wide/report.xlsx"
is "wide: over several pages of A3" "$("$python" - "$tmp/wide/report.xlsx" <<'END'
import openpyxl, sys
sheet, = openpyxl.load_workbook(sys.argv[1]).worksheets
print(sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToWidth > 1, sheet.print_title_cols)
END
)" "8 landscape True \$A:\$A"

done_testing
