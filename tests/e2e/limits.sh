#!/bin/sh
# Time-limit tables: totals and reductions are computed where they are empty and checked
# where they are given.
. "$(dirname "$0")/../lib.sh"

cd "$tmp" || exit 2
mkdir work
cd work || exit 2

cat >form.ini <<'END'
[template]
kind     = table
based-on = ledger
[table]
section-rows = no
columns = item, office, user, state, total, before, cut
[column item]
titles = 事项
[column office]
titles = 供电企业
header = 各方用时 / {column}
[column user]
titles = 用户
header = 各方用时 / {column}
[column state]
titles = 政府
header = 各方用时 / {column}
[column total]
titles  = 合计
need    = blank
compute = office + user + state
[column before]
titles = 原时限
[column cut]
titles  = 压减比例
need    = blank
type    = percent
digits  = 0
compute = (before - total) / before
END


# values FILE: what the workbook's rows 3 and on hold.
values () {
  $python -c '
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
for row in sheet.iter_rows(min_row=int(sys.argv[2])):
    cells = [c for c in row if c.value is not None]
    print("|".join(str(c.value) + (":" + c.number_format if c.number_format not in ("General", "@") else "") for c in cells))' "$1" "$2"
}

printf '事项,供电企业,用户,政府,原时限\n低压,1,3,2,18\n高压,5,—,3*,22\n双电源,5个工作日,10个工作日,,38个工作日\n' >empty.csv
run "$TAIZHANG" build empty.csv -t form.ini -o out
is "computed: status" $status 0
is "computed: nothing to say" "$(cat "$err")" ""
# 77%(64%*) is no number, so that the column is of texts.
is "computed: the workbook" "$(values out/empty.xlsx 4)" "低压|1|3|2|6|18|67%
高压|5|—|3*|5(8*)|22|77%(64%*)
双电源|5个工作日|10个工作日|15个工作日|38个工作日|61%"
ok "computed: the PDF" sh -c 'pdftotext -layout out/empty.pdf - | grep -E "低压 +1 +3 +2 +6 +18 +67%"'

printf '事项,供电企业,用户,政府,合计,原时限,压减比例\n低压,1,3,2,6,18,67%%\n高压,5,—,3*,5(8*),22,64%%\n' >right.csv
run "$TAIZHANG" check right.csv -t form.ini
is "given and right: nothing to say" "$status $(cat "$err")" "0 "

printf '事项,供电企业,用户,政府,合计,原时限,压减比例\n低压,1,3,2,7,18,66%%\n' >wrong.csv
run "$TAIZHANG" check wrong.csv -t form.ini
is "given and wrong: a warning" $status 0
has "the total: place and reckoning" "$err" "wrong.csv:2:10: warning: “7” in column “合计” does not agree with 1 + 3 + 2 = 6"
has "the reduction follows the total as it is given" "$err" "wrong.csv:2:15: warning: “66%” in column “压减比例” does not agree with (18 - 7) ÷ 18 = 61%"
run "$TAIZHANG" check --strict wrong.csv -t form.ini
is "with --strict it is an error" $status 1
run "$TAIZHANG" build wrong.csv -t form.ini -o out
is "what is given is printed as it is" "$(values out/wrong.xlsx 4)" "低压|1|3|2|7|18|0.66:0%"

sed 's/^compute = office.*/compute = office + user + stat/' form.ini >slip.ini
run "$TAIZHANG" check right.csv -t slip.ini
is "an unknown column in a formula: status" $status 1
has "an unknown column in a formula: place" "$err" "slip.ini:21:11: error: there is no [column stat]"

# Tables of offices agree with themselves; a step that is changed does not.
for table in "$root"/samples/*/limits.csv ${TAIZHANG_LEDGERS:+"$TAIZHANG_LEDGERS"/*/limits.csv}; do
  [ -e "$table" ] || continue
  name=$(basename "$(dirname "$table")")
  run "$TAIZHANG" check "$table" -t time-limits
  is "$name: nothing to say" "$status $(cat "$err")" "0 "
  sed '2s/,1,/,2,/' "$table" >changed.csv
  run "$TAIZHANG" check changed.csv -t time-limits
  has "$name: a changed step is noticed" "$err" "[formula-mismatch]"
done

done_testing
