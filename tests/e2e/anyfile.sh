# Tables as offices have them: lines above the head, heads of two rows, notes and sign-off below, workbooks.
. "$(dirname "$0")/../lib.sh"
cd "$tmp" || exit 1

# The grid of INPUT… in $out without styles and columns, findings in $err.
grid () {
  run "$TAIZHANG" build "$@" --dump=grid
  is "$*: status" $status 0
}

cat >河道.csv <<'END'
附件3,,,,,
柳溪镇河道保洁责任表,,,,,
填报单位：柳溪镇水务站,,,,填报日期：,2031-05-06
序号,河道,长度（公里）,责任人,,备注
,,,河长,巡查员,
甲,乙,1,2,3,4
一、东片,,,,,
1,清水河,3.5,钱某,孙某,
2,石桥浜,2,李某,周某,
合计,,5.5,,,
注：长度按最近一次测量。,,,,,
填表人：吴某,,,审核人：郑某,,
END

grid 河道.csv
has "label" "$out" '"附件3"'
has "title" "$out" '"柳溪镇河道保洁责任表"'
is "the file's name is no title" "$(grep -c '^above.*"河道"' "$out")" 0
has "entries" "$out" '"填报单位：柳溪镇水务站" | "填报日期：2031-05-06"'
has "head of two levels" "$out" 'D1:E1'
has "lower level" "$out" '"巡查员"'
has "sections" "$out" '"一、东片"'
has "totals" "$out" '"合计"'
has "notes" "$out" '"注：长度按最近一次测量。"'
has "sign-off" "$out" '"填表人：吴某"'
has "what was recognised" "$err" '河道.csv:1: note: rows 1–3 taken as label, title and entries; rows 4–6 taken as the head; rows 11–12 taken as notes and sign-off [table-recognised]'

# ---- with a form ----

cat >form.ini <<'END'
[book]
title = 表名
[column river]
titles = 河道
[column length]
titles = 长度（公里）
type = number
[column head]
titles = 责任人/河长
[column patrol]
titles = 巡查员
END

grid 河道.csv -t ./form.ini
has "with a form: the file's title" "$out" '"柳溪镇河道保洁责任表"'
has "with a form: a column by its path" "$out" '"钱某"'
has "with a form: a column by its leaf" "$out" '"孙某"'
grid 河道.csv -t ./form.ini -s book.title=另一表名
has "the title that was said" "$out" '"另一表名"'
lacks "goes before the file's" "$out" '"柳溪镇河道保洁责任表"'

# ---- [input] ----

printf '清单,甲某\n序号,事项\n1,修桥\n2,铺路\n' >two.csv
grid two.csv -s input.header-rows=2
has "header-rows: its row" "$out" 'grid 2 columns, 3 rows, 1 head'
grid two.csv -s input.skip-rows=3 -s input.header-rows=2
lacks "skip-rows" "$out" '修桥'
grid two.csv -s input.header-rows=2 -s input.notes-from=4
has "notes-from" "$out" 'below'
run "$TAIZHANG" check two.csv -s input.header-rows=3-2
is "rows that are none: status" $status 1
has "rows that are none" "$err" '[bad-value]'

# ---- the plainest table ----

printf '序号,事项\n1,修桥\n2,铺路\n' >plain.csv
run "$TAIZHANG" check plain.csv
is "a head in the first row is no news" "$(cat "$err")" ""

# ---- workbooks ----

if ! "$python" -c 'import openpyxl' 2>/dev/null; then
  skip "workbooks" "no openpyxl"
  done_testing
  exit
fi
"$python" - <<'END'
import openpyxl
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "河道"
rows = [["附件3"], ["柳溪镇河道保洁责任表"], ["单位：公里"],
        ["片区", "河道", "长度", "责任人", None], [None, None, None, "河长", "巡查员"],
        ["东片", "清水河", 3.5, "钱某", "孙某"], [None, "石桥浜", 2, "李某", None], [None, "老塘", None, "王某", "冯某"],
        ["注：长度按最近一次测量。"]]
for row in rows:
    sheet.append(row)
for area in ("A2:E2", "A4:A5", "B4:B5", "C4:C5", "D4:E4", "A6:A7"):
    sheet.merge_cells(area)
other = book.create_sheet("桥梁")
for row in [["桥名", "年份"], ["甲桥", 1998], ["乙桥", 2004]]:
    other.append(row)
book.save("水务.xlsx")
END

grid '水务.xlsx#河道'
has "workbook: title" "$out" '"柳溪镇河道保洁责任表"'
has "workbook: unit line" "$out" '"单位：公里"'
has "workbook: merged cells of the head" "$out" 'D1:E1'
has "workbook: a merged cell goes on" "$out" 'A3:A4'
has "workbook: blank cells that are not merged are blank" "$out" 'A5 '
has "workbook: findings name the sheet" "$err" '水务.xlsx#河道:1: note: '
grid '水务.xlsx#桥梁'
has "workbook: another sheet" "$out" '"甲桥"'
run "$TAIZHANG" build -o made '水务.xlsx#桥梁' -f xlsx
is "named after the file" "$(cat "$out")" "made/水务.xlsx"
printf '[book]\ntasks = 水务.xlsx#桥梁\n' >book.ini
grid book.ini
has "a book's sheet" "$out" '"甲桥"'
printf '[book]\ntasks = 水务.xlsx\n[input]\nsheet = 桥梁\n' >book.ini
grid book.ini
has "a book's [input] sheet" "$out" '"甲桥"'

# ---- progress as a workbook ----

"$python" - <<'END'
import openpyxl
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "2031Q2"
for row in [["河道整治进展"], ["填报单位：柳溪镇水务站"], ["任务编号", "任务", "地区", "状态", "完成情况"],
            ["1", "清淤", "东片", "推进中", "清了一半"], [None, None, "西片", "已完成", "清完"],
            ["2", "护岸", "东片", "未启动", None], ["注：按片填报。"]]:
    sheet.append(row)
for area in ("A1:E1", "A4:A5", "B4:B5"):
    sheet.merge_cells(area)
other = book.create_sheet("人员")
for row in [["姓名", "电话"], ["甲", "1"], ["乙", "2"]]:
    other.append(row)
book.save("进展.xlsx")
END
printf '序号,任务名称,责任单位,完成时限\n1,清淤,水务站,2031年6月底前\n2,护岸,水务站,2031年底前\n' >tasks.csv
printf '[book]\ntitle = 河道整治台账\ntemplate = ledger\ntasks = tasks.csv\nprogress = 进展.xlsx\n' >book.ini
run "$TAIZHANG" check book.ini
is "progress in a workbook: status" $status 0
has "progress in a workbook: what was recognised" "$err" '进展.xlsx#2031Q2:1: note: rows 1–2 taken as title and entries'
has "progress in a workbook: a sheet about something else" "$err" '进展.xlsx#人员:1'
lacks "progress in a workbook: a merged cell names the task of all its rows" "$err" missing-task
printf '[book]\ntitle = 河道整治台账\ntemplate = ledger\ntasks = tasks.csv\nprogress = 进展.xlsx#2031Q2\n' >book.ini
run "$TAIZHANG" check book.ini
lacks "progress on a sheet: others are not looked at" "$err" 人员
run "$TAIZHANG" report book.ini -f pdf
is "progress on a sheet: report" $status 0

# ---- a CSV under another name ----

printf '序号,任务\n1,压减时间\n' >renamed.xlsx
run "$TAIZHANG" check renamed.xlsx
is "a CSV under a workbook's name is read" $status 0
has "and that is said" "$err" "[renamed-csv]"

done_testing
