#!/bin/sh
# taizhang new: a book with data to try, in every form; a book and a form made from a table that an office has.
. "$(dirname "$0")/../lib.sh"
cd "$tmp" || exit 2

# ---- a form with data to try ----

for file in "$root"/templates/*.ini; do
  form=$(basename "$file" .ini)
  run "$TAIZHANG" new "$form" -t "$form"
  is "$form: status" "$status, $(cat "$err")" "0, "
  is "$form: names its files" "$(sort "$out")" "$(ls -d "$form"/* | sort)"
  run "$TAIZHANG" build "$form/book.ini" --strict
  is "$form: is built without a finding" "$status, $(cat "$err")" "0, "
  has "$form: the ledger" "$out" "$form/out/ledger.pdf"
  run "$TAIZHANG" report "$form/book.ini" --strict -f pdf -o "$form/report"
  is "$form: has a report without a finding" "$status, $(cat "$err")" "0, "
  has "$form: the book uses the form" "$form/book.ini" "= $form"
done
has "an official document" official/letter.txt '〔2021〕'
has "a table has the columns of its form" time-limits/table.csv '供电方案答复'
lacks "but not those of its variants" time-limits/table.csv '压减比例'
has "remarks in the language of the messages" linqu/book.ini '; A book in the form'
LC_ALL=zh_CN.UTF-8 "$TAIZHANG" new hanzi -t linqu >/dev/null
has "in Chinese, too" hanzi/book.ini '; 用“linqu”'
ok "the same data in both" cmp linqu/tasks.csv hanzi/tasks.csv
is "Excel knows the encoding" "$(head -c 3 linqu/tasks.csv | od -An -tx1 | tr -d ' ')" efbbbf
run "$TAIZHANG" new plain
has "without a form" plain/book.ini 'template = ledger'

cat >own.ini <<'END2'
[template]
based-on = ledger
[table]
columns = number, name, cost, owner
[column cost]
titles = 费用
type = number
END2
run "$TAIZHANG" new own -t own.ini
run "$TAIZHANG" build own/book.ini --strict -f pdf
is "a form of one's own" "$status, $(cat "$err")" "0, "
has "has its columns" own/tasks.csv '序号,任务名称,费用,责任单位'

# ---- where it may not be ----

mkdir taken && echo mine >taken/notes.txt
run "$TAIZHANG" new taken -t linqu
is "a folder with something in it: status" $status 1
has "a folder with something in it: finding" "$err" 'taken: error: '
is "a folder with something in it is not touched" "$(ls -A taken)" notes.txt
run "$TAIZHANG" new own.ini
is "a file in the way" $status 1
mkdir empty
(cd empty && run "$TAIZHANG" new . && cp "$out" ../listed)
is "an empty folder, stood in" "$(ls empty | wc -l | tr -d ' '), $(head -n 1 listed)" "4, ./book.ini"
run "$TAIZHANG" new deep/er/book
ok "folders above it are made" test -s deep/er/book/book.ini
run "$TAIZHANG" new nowhere -t linku
is "an unknown form: status" $status 1
has "an unknown form: the nearest" "$err" 'linqu'
fails "an unknown form: nothing is left" test -e nowhere
for words in "" "a b" "a --from -" "a --from own.ini" "a -o out"; do
  # shellcheck disable=SC2086
  run "$TAIZHANG" new $words
  is "new $words: usage" $status 2
done
run "$TAIZHANG" new nowhere --from missing.csv
is "no such file: status" $status 1
has "no such file: finding" "$err" '[file-missing]'
run sh -c 'ulimit -f 2; exec "$TAIZHANG" new full -t linqu'
is "a full disk: status" $status 3
is "a full disk: nothing is left" "$(ls -A . | grep -e full -e '^\.taizhang')" ""

# ---- a table that an office has ----

# page DUMP BOOK-OR-FILE: its pages and grid, without what was found.
dump () {
  "$TAIZHANG" build "$2" --dump="$1" 2>/dev/null
}

# alike NAME FILE FOLDER: the book prints what the file prints without a form.
alike () {
  for product in pages grid; do
    dump $product "$2" >wanted.txt
    dump $product "$3/book.ini" >got.txt
    ok "$1: $product are there" test -s wanted.txt
    same "$1: the same $product" got.txt wanted.txt
  done
}

cat >泵站.csv <<'END2'
附件5,,,,,,
柳溪镇泵站检修任务表,,,,,,
填报单位：柳溪镇水务站,,,,,填报日期：,2031-05-06
序号,片区,泵站,任务内容,费用,,责任单位
,,,,人工,材料,
一、春季,,,,,,
1,东片,一号泵站,更换水泵轴承和密封圈,1.5,12,水务站
2,,二号泵站,清理进水口,0.8,,水务站
3,西片,三号泵站,检查配电柜; 更换接头,2,3.25,供电所
合计,,,,4.3,15.25,
二、秋季,,,,,,
1,西片,三号泵站,油漆闸门,3,4,水务站
全镇总计,,,,7.3,19.25,
注：费用单位为千元。,,,,,,
填表人：吴某,,,审核人：郑某,,,
END2
run "$TAIZHANG" new 泵站 --from 泵站.csv
is "from a CSV: status" $status 0
is "from a CSV: files" "$(cat "$out")" "$(printf '泵站/book.ini\n泵站/form.ini\n泵站/泵站.csv')"
same "from a CSV: the file as it is" 泵站/泵站.csv 泵站.csv
alike "from a CSV" 泵站.csv 泵站
for line in 'title = 柳溪镇泵站检修任务表' 'label = 附件5' '[column number]' '[column owner]' 'header = 费用 / 材料' 'type   = number' \
  'merge  = down' '全镇总计' '; notes = 注：费用单位为千元。' 'columns      = number, c2, c3, content, c5, c6, owner'; do
  has "from a CSV: $line" 泵站/form.ini "$line"
done
lacks "columns are known by their titles" 泵站/form.ini position
has "what was guessed" "$err" '泵站.csv: note: form.ini was made from this table'
has "the nearest form" "$err" '[form-nearest]'
has "what was recognised" "$err" '[table-recognised]'
run "$TAIZHANG" build 泵站/book.ini -f xlsx
is "its workbook" "$(cat "$out")" "泵站/out/泵站.xlsx"
cp 泵站/form.ini kept.ini
sed 's/^; width/width/' kept.ini >泵站/form.ini
run "$TAIZHANG" check 泵站/book.ini
is "widths that are set" "$status, $(grep -c -e warning -e error "$err")" "0, 0"
cp kept.ini 泵站/form.ini
printf '报送期,任务编号,状态\n2031Q2,一-1,已完成\n' >泵站/进展.csv
sed 's/^; organ = .*/organ = 水务站/; s/^; progress = .*/progress = 进展.csv/' 泵站/book.ini >泵站/report.ini
has "what a report needs is prepared" 泵站/report.ini 'progress = 进展.csv'
run "$TAIZHANG" report 泵站/report.ini -p 2031Q2 -f pdf
is "a report on its tasks" $status 0
# Data of the next year, in another order.
cat >泵站/泵站.csv <<'END2'
任务内容,序号,责任单位,片区,泵站,费用/人工,费用/材料
清理进水口,1,水务站,东片,一号泵站,1,2
END2
run "$TAIZHANG" build 泵站/book.ini --dump=grid
has "other data: the order of the form" "$out" 'D3 '
is "other data: no finding" "$(grep -c -e warning -e error "$err")" 0

printf '序号,分类,工作目标任务,责任单位,完成时限\n1,甲,修渠,水务站,2031年6月底前\n2,,修闸,水务站,2031年底前\n' >县.csv
run "$TAIZHANG" new 县 --from 县.csv
has "a form of the program that has all columns" 县/book.ini 'template = linqu'
has "which is told" "$err" '[form-used]'
fails "and no other is written" test -e 县/form.ini
run "$TAIZHANG" build 县/book.ini --dump=grid
lacks "its own title is another ledger's" "$out" '临朐县'
run "$TAIZHANG" new 县甲 --from 县.csv -t figures
has "the form that was asked for" 县甲/book.ini 'template = figures'
run "$TAIZHANG" new 县乙 --from 县.csv -t qiandongnan
is "a form that does not fit: status" $status 1
has "a form that does not fit: why" "$err" '任务名称'
fails "a form that does not fit: nothing is left" test -e 县乙

printf '姓名,数量,数量\n甲,1,2\n乙,3,4\n' >twice.csv
run "$TAIZHANG" new twice --from twice.csv
alike "a title that stands twice" twice.csv twice
has "is told by its place" twice/form.ini 'position = 2'
printf '名; 称,a|b,{c}\n甲,"x ; y",1\n乙,z,2\n' >'odd ; name.csv'
run "$TAIZHANG" new odd --from 'odd ; name.csv'
is "marks of the language in titles: status" $status 0
has "a name that an INI cannot say" odd/book.ini 'table.csv'
dump grid odd/book.ini >got.txt
has "marks of the language in titles" got.txt '"名; 称"'
has "bars, too" got.txt '"a|b"'
has "and braces" got.txt '"{c}"'

# Many rows, and a signal in their midst.
awk 'BEGIN { print "序号,任务,内容,费用"; for (i = 1; i <= 3000; i++) print i ",任务" i ",完成第" i "项," i * 3 }' >long.csv
run "$TAIZHANG" new long --from long.csv
is "many rows" "$status" 0
ended=0
for wait in 0.05 0.1 0.2 0.3 0.4; do
  "$TAIZHANG" new stopped --from long.csv >/dev/null 2>&1 &
  sleep $wait
  kill -TERM $! 2>/dev/null
  wait $! || ended=$((ended + 1))
  is "stopped after $wait s: all or nothing" "$(ls -A | grep -e stopped -e '^\.taizhang')$(ls -A stopped 2>/dev/null | wc -l)" \
    "$(if [ -e stopped ]; then echo stopped3; else echo 0; fi)"
  rm -rf stopped
done
ok "some were stopped" test $ended -gt 0

if ! "$python" -c 'import openpyxl' 2>/dev/null; then
  skip "workbooks" "openpyxl is missing"
  done_testing
  exit
fi

"$python" - <<'END2'
import openpyxl
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "检修"
for row in [["柳溪镇泵站检修任务表"], ["单位：千元"], ["片区", "泵站", "任务", "责任", None], [None, None, None, "单位", "时限"],
            ["东片", "一号泵站", "更换轴承", "水务站", "2031年6月底前"], [None, "二号泵站", "清理进水口", "供电所", "2031年底前"],
            ["注：按片检修。"]]:
    sheet.append(row)
for area in ("A1:E1", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "A5:A6"):
    sheet.merge_cells(area)
other = book.create_sheet("水位")
for row in [["站名", "水位"], ["甲站", 3.5], ["乙站", 4.25]]:
    other.append(row)
book.create_sheet("空")
book.save("水务.xlsx")
END2
run "$TAIZHANG" new 水务 --from 水务.xlsx
is "from a workbook: status" $status 0
same "from a workbook: the workbook as it is" 水务/水务.xlsx 水务.xlsx
has "from a workbook: a sheet" 水务/book.ini '水务.xlsx#检修'
has "from a workbook: another one" 水务/book.ini '水务.xlsx#水位'
has "from a workbook: merged cells" 水务/form.ini 'merge  = down'
has "from a workbook: a head of two levels" 水务/form.ini 'header = 责任 / 时限'
has "from a workbook: a sheet without a title is called as it is named" 水务/form-2.ini 'title = 水位'
has "from a workbook: all in one workbook, where wanted" 水务/book.ini '; sheets = table-2'
run "$TAIZHANG" build 水务/book.ini -f pdf
is "from a workbook: a document for each" "$(cat "$out")" "$(printf '水务/out/检修.pdf\n水务/out/水位.pdf')"
run "$TAIZHANG" new 水位 --from '水务.xlsx#水位'
is "from a sheet: one document" "$(grep -c '^\[document' 水位/book.ini)" 1
alike "from a sheet" '水务.xlsx#水位' 水位

printf '养护表,,\n路段,长度,备注\n一段,3,好\n二段,4,好\n\n桥梁表,,\n桥名,年份,备注\n甲桥,1998,好\n乙桥,2004,好\n' >两表.csv
run "$TAIZHANG" new 两表 --from 两表.csv
lacks "from the first of two tables on a sheet: the same page as alone" "$err" '[form-differs]'
has "from the first of two tables on a sheet: the other is named" "$err" '两表.csv:6'

done_testing
