#!/bin/sh
# --dump=sheet: what each record of a table is.
. "$(dirname "$0")/../lib.sh"

cd "$tmp" || exit 2

cat >clean.csv <<'END'
附件3,,
示例县河道保洁台账,,
填报单位：示例县水利局,,单位：吨

河段,责任人,清运量
一、干流,,
上段,甲某,12
下段,乙某,30
合计,,42
注：按月填报。,,
填表人：丙某,,审核人：丁某
END
run "$TAIZHANG" build clean.csv --dump=sheet
is "the dump says what was done" $status 0
is "one line a record, blank ones counted" "$(awk '{ print $1, $2 }' "$out")" "1 label
2 title
3 unit
4 blank
5 head
6 section
7 body
8 body
9 total
10 note
11 sign"
has "with the beginning of its texts" "$out" "7 body 上段 | 甲某 | 12"
is "nothing is said besides" "$(cat "$err")" ""
fails "nothing is written" test -e out

# Rows of any length, no head at all, a total that is wrong: a dump says what is there.
printf '甲,1\n乙\n合计,9,,,\n' >ragged.csv
run "$TAIZHANG" build ragged.csv --dump=sheet
is "a table that cannot be built is dumped" $status 0
is "all of its records" "$(wc -l <"$out")" 3

: >empty.csv
run "$TAIZHANG" build empty.csv --dump=sheet
is "an empty file has no records" "$status $(cat "$out")" "0 "

run "$TAIZHANG" build missing.csv --dump=sheet
is "a file that is not there is an error" $status 1

printf '[book]\ntasks = clean.csv\n' >book.ini
run "$TAIZHANG" build book.ini --dump=sheet
is "a book is no table" $status 2
has "and that is said" "$err" "book.ini"

printf '示例县河道保洁台账\n河段;责任人;清运量\n上段;甲某;12\n下段;乙某;30\n' >semicolons.csv
run "$TAIZHANG" build semicolons.csv --dump=sheet
is "the separator is that of the rows below a title" "$(sed -n 3p "$out")" "3 body 上段 | 甲某 | 12"

# A workbook of the program's own, with its title merged over the columns.
cat >plain.csv <<'END'
名称,数量,备注
冲锋舟,12,东江仓库
编织袋,30000,
END
run "$TAIZHANG" build plain.csv -f xlsx -s book.title=物资清单
run "$TAIZHANG" build out/plain.xlsx --dump=sheet
is "a workbook is dumped like a file of text" "$(awk '{ print $2 }' "$out" | tr '\n' ' ')" "title head body body "

done_testing
