# Numbers, dates and texts from a workbook's cells to ours: what is shown stays, what is held stays where a column holds
# nothing else.
. "$(dirname "$0")/../lib.sh"
cd "$tmp" || exit 1
"$python" -c 'import openpyxl' 2>/dev/null || skip_all "no openpyxl"

# book NAME STATEMENTS: NAME.xlsx with a sheet as STATEMENTS fill it. column (LETTER, FORMAT) formats what is below row 1.
book () {
  "$python" - "$1" "$2" <<'END2'
import sys, openpyxl, datetime
from datetime import date, time
from openpyxl.utils.datetime import CALENDAR_MAC_1904
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "一"
def column (letter, code):
    for cell in sheet[letter][1:]:
        cell.number_format = code
exec (sys.argv[2])
book.save (sys.argv[1] + ".xlsx")
END2
}

# The built workbook's column LETTER below the head: value and format of each cell.
column () {
  "$python" - "out/$1.xlsx" "$2" <<'END2'
import sys, openpyxl
sheet = openpyxl.load_workbook (sys.argv[1]).worksheets[0]
cells = [c for c in sheet[sys.argv[2]] if c.value is not None]
first = next (i for i, c in enumerate (cells) if c.number_format != "General" or not isinstance (c.value, str))
print (" ".join (f"{c.value!s}<{c.number_format}>" for c in cells[first:]))
END2
}

built () {
  run "$TAIZHANG" build "$1" -f xlsx -o out
  is "$1: status" $status 0
}

book 数 '
for row in [["项目", "面积", "单价", "占比", "盈亏"], ["甲", 12.345, 8, 0.125, -1200.5], ["乙", 1234.5, 0.5, 1, 300]]:
    sheet.append (row)
column ("B", "#,##0.0"); column ("C", "[Red]\"￥\"0.00"); column ("D", "0.0%"); column ("E", "#,##0.0_);[Red](#,##0.0)")
'
built 数.xlsx
is "numbers are kept with their format" "$(column 数 B)" '12.345<#,##0.0> 1234.5<#,##0.0>'
is "a currency without its colour" "$(column 数 C)" '8<"￥"0.00> 0.5<"￥"0.00>'
is "percentages" "$(column 数 D)" '0.125<0.0%> 1<0.0%>'
is "negative ones in brackets" "$(column 数 E)" '-1200.5<#,##0.0;\(#,##0.0\)> 300<#,##0.0;\(#,##0.0\)>'

book 日 '
for i in range (2):
    sheet.append (["事项", "完成时限", "登记", "开会"] if i == 0 else ["甲", date (2031, 6, 30), date (2031, 6, 30), time (8, 30)])
sheet.append (["乙", date (2031, 12, 1), "另定", time (9, 5)])
column ("B", "yyyy/m/d"); column ("C", "yyyy-mm-dd"); column ("D", "h:mm")
'
built 日.xlsx
is "days are days" "$(column 日 B)" '2031-06-30 00:00:00<yyyy\/m\/d> 2031-12-01 00:00:00<yyyy\/m\/d>'
is "a column with a word among days is text" "$(column 日 C)" '2031-06-30<@> 另定<@>'
is "times of day" "$(column 日 D)" '08:30:00<h\:mm> 09:05:00<h\:mm>'

book 旧 '
book.epoch = CALENDAR_MAC_1904
for row in [["事项", "完成时限"], ["甲", date (2031, 6, 30)], ["乙", date (2031, 12, 1)]]:
    sheet.append (row)
column ("B", "yyyy-mm-dd")
'
built 旧.xlsx
is "days counted from 1904" "$(column 旧 B)" '2031-06-30 00:00:00<yyyy\-mm\-dd> 2031-12-01 00:00:00<yyyy\-mm\-dd>'

book 码 '
for row in [["编号", "区号", "年份", "版本", "件数", "合格"], [12, "0571", 2031, 1.5, 7, True], [13, "010", 2032, 1.25, "12", False]]:
    sheet.append (row)
'
built 码.xlsx
is "codes are text" "$(column 码 A)" '12<@> 13<@>'
is "zeros ahead" "$(column 码 B)" '0571<@> 010<@>'
is "years are text" "$(column 码 C)" '2031<@> 2032<@>'
is "without a format of their own: as many places as they show" "$(column 码 D)" '1.5<0.0> 1.25<0.00>'
is "a number that is kept as text among numbers" "$(column 码 E)" '7<0> 12<0>'
is "true and false" "$(column 码 F)" 'True<General> False<General>'

# ---- what is added up ----

cat >form.ini <<'END'
[column name]
titles = 项目
[column area]
titles = 面积
type = number
[total all]
labels = 合计
scope = table
END
book 和 '
for row in [["项目", "面积", "户数", "人数"], ["甲", 12.345, 30, 120], ["乙", 1.444, 45, 130], ["合计", 13.789, 75, 250]]:
    sheet.append (row)
column ("B", "0.0")
'
run "$TAIZHANG" check 和.xlsx -t ./form.ini
lacks "shown 12.3, 1.4 and 13.8: no fault" "$err" "total-mismatch"
run "$TAIZHANG" check 和.xlsx
is "nor without a form" "$(cat "$err")" ""

# ---- CSV: by the texts alone ----

cat >表.csv <<'END'
事项,编号,金额,完成时限,占比,版本
甲,1.10,"1,200.50",2031-06-30,66.7%,1.9
乙,1.20,350.00,2031-12-01,5.0%,1.10
合计,,"1,550.50",,71.7%,
END
built 表.csv
is "CSV: codes" "$(column 表 B)" '1.10<@> 1.20<@>'
is "CSV: numbers, those of totals, too" "$(column 表 C)" '1200.5<#,##0.00> 350<0.00> 1550.5<#,##0.00>'
is "CSV: days" "$(column 表 D)" '2031-06-30 00:00:00<yyyy\-mm\-dd> 2031-12-01 00:00:00<yyyy\-mm\-dd>'
is "CSV: percentages" "$(column 表 E)" '0.667<0.0%> 0.05<0.0%> 0.717<0.0%>'
is "CSV: not written alike" "$(column 表 F)" '1.9<@> 1.10<@>'
cp out/表.xlsx first.xlsx
built 表.csv
ok "the same bytes again" cmp out/表.xlsx first.xlsx

# ---- a day that lost its format ----

printf '事项,完成时限,金额\n甲,2031/6/30,48000\n乙,48031,2031\n' >序.csv
built 序.csv
has "said once, with the day" "$err" '序.csv:3:3: warning: “48031” (column “完成时限”, cells: 1) is a date as Excel counts days and is read as 2031/7/2'
is "a day among days" "$(column 序 B)" '2031-06-30 00:00:00<yyyy\/m\/d> 2031-07-02 00:00:00<yyyy\/m\/d>'
is "an amount stays" "$(column 序 C)" '48000<0> 2031<0>'

book 误 '
for row in [["项目", "比率", "数"], ["甲", "#DIV/0!", 5], ["乙", "#DIV/0!", "#REF!"], ["丙", 0.5, 7]]:
    sheet.append (row)
'
run "$TAIZHANG" check 误.xlsx
is "failing formulas: once for a column" "$(grep -c error-value "$err")" 2
has "failing formulas: how many" "$err" '误.xlsx#一:2:2: warning: “#DIV/0!” (cells in this column: 2): a formula fails'

# ---- widths ----

sheet='
for row in [["序号", "事项", "责任人", "备注"], [1, "柳溪桥护栏更换", "钱某", None], [2, "东片管网清淤", "孙某", None]]:
    sheet.append (row)
'
# last NAME: the width of the last column, in whole points.
last () {
  run "$TAIZHANG" build "$1" --dump=table
  sed -n 's/^ *widths .* \([0-9]*\)\.[0-9]*$/\1/p' "$out"
}
book 宽 "$sheet"'
for letter, width in zip ("ABCD", (6, 20, 10, 40)):
    sheet.column_dimensions[letter].width = width
'
book 平 "$sheet"
ok "a wide column gets more of the spare room" test "$(last 宽.xlsx)" -gt "$(last 平.xlsx)"

# ---- LibreOffice shows what the paper shows ----

if has_office; then
  built 数.xlsx
  run soffice --headless "-env:UserInstallation=file://$tmp/office" --convert-to \
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,1' --outdir shown out/数.xlsx out/日.xlsx
  is "LibreOffice shows the numbers" "$(sed -n 3,4p shown/数-*.csv)" '甲,12.3,￥8.00,12.5%,"(1,200.5)"
乙,"1,234.5",￥0.50,100.0%,300.0'
  is "LibreOffice shows the days" "$(sed -n 3p shown/日-*.csv)" '甲,2031/6/30,2031-06-30,8:30'
else
  skip "LibreOffice shows the numbers" "no LibreOffice"
fi
done_testing
