#!/bin/sh
# The tables of an official document as a workbook; without any there is none.
. "$(dirname "$0")/../lib.sh"

cat >"$tmp/book.ini" <<'END'
[book]
organ = 示例省能源局
[document limits]
kind = table
template = generic
title = 各地办电时限
data = limits.csv
[document notice]
kind = letter
text = notice.txt
[document plain]
kind = letter
text = plain.txt
END
printf '地区,低压（天）,增减\n东市,5,+1.5\n西市,6,-2\n南市,7,0\n' >"$tmp/limits.csv"
printf '关于办电时限的通知\n各市（州）能源局：\n现将时限通知如下。\n{table limits}\n特此通知。\n示例省能源局\n2021年6月30日\n' >"$tmp/notice.txt"
printf '关于值班的通知\n各市（州）能源局：\n请安排值班。\n示例省能源局\n2021年6月30日\n' >"$tmp/plain.txt"

run "$TAIZHANG" build "$tmp/book.ini" -f xlsx -o "$tmp/out"
is "the book is written" $status 0
ok "the letter with a table has a workbook" test -s "$tmp/out/notice.xlsx"
fails "the one without has none" test -e "$tmp/out/plain.xlsx"
ok "it is sound" "$python" "$root/tests/xlsx_package.py" "$tmp/out/notice.xlsx"
ok "its sheet is set up for print" "$python" "$root/tests/xlsx_check.py" "$tmp/out/notice.xlsx"
is "numbers are numbers, a plus sign is the format's" "$("$python" - "$tmp/out/notice.xlsx" <<'END'
import openpyxl, sys
sheet, = openpyxl.load_workbook(sys.argv[1]).worksheets
print(sheet.title, *(f"{c.value!r}:{c.number_format}" for row in sheet.iter_rows() for c in row if c.value is not None
                     and not isinstance(c.value, str)))
END
)" "各地办电时限 5:0 1.5:+0.0;-0.0;0.0 6:0 -2:0 7:0 0:0"
cp "$tmp/out/notice.xlsx" "$tmp/first.xlsx"
run "$TAIZHANG" build "$tmp/book.ini" -f xlsx -o "$tmp/out"
same "the same bytes again" "$tmp/first.xlsx" "$tmp/out/notice.xlsx"

sed -i '/^\[document limits\]/,/^data/d; /^\[document notice\]/,/^text/d' "$tmp/book.ini"
run "$TAIZHANG" build "$tmp/book.ini" -f xlsx -o "$tmp/none"
has "who asks for nothing but a workbook is told" "$err" "[nothing-written]"

done_testing
