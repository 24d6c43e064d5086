#!/bin/sh
# Every workbook is a package that Excel opens without repair; and who looks notices damage.
. "$(dirname "$0")/../lib.sh"

package () {
  "$python" "$root/tests/xlsx_package.py" "$@"
}

for book in "$root"/samples/*/book.ini "$root"/samples/yiban/*.csv; do
  [ -e "$book" ] || continue
  name=$(basename "$(dirname "$book")")
  run "$TAIZHANG" build "$book" -f xlsx -o "$tmp/$name"
done
for file in "$tmp"/*/*.xlsx; do
  ok "${file#"$tmp/"} is sound" package "$file"
done

# A long table is written in another way: rows first, merges last.
"$python" - "$tmp/big.csv" <<'END'
import sys
with open(sys.argv[1], "w") as f:
    f.write("序号,分类,工作目标任务,责任单位,完成时间\n")
    for i in range(1, 12001):
        f.write(f"{i},{'分类%d' % (i // 7) if i % 7 == 0 or i == 1 else ''},任务{i},县供电公司,2021年底前\n")
END
run "$TAIZHANG" build "$tmp/big.csv" -t linqu -f xlsx -o "$tmp/big"
is "a table of 12,000 rows is written" $status 0
ok "is sound" package "$tmp/big/big.xlsx"
is "with all its merged cells, and no text under them" "$("$python" - "$tmp/big/big.xlsx" <<'END'
import re, sys, zipfile
text = zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet1.xml").decode()
filled = {int(row) for row in re.findall(r'<c r="B(\d+)"[^>]* t=', text)}
merges = [(int(a), int(b)) for a, b in re.findall(r'<mergeCell ref="B(\d+):B(\d+)"', text)]
print(len(merges), sum(a not in filled for a, b in merges), sum(len(filled & set(range(a + 1, b + 1))) for a, b in merges))
END
)" "1715 0 0"

# damage NAME PART PATTERN REPLACEMENT: $tmp/NAME.xlsx is the ledger with one change in a part.
damage () {
  "$python" - "$tmp/xian/ledger.xlsx" "$tmp/$1.xlsx" "$2" "$3" "$4" <<'END'
import re, sys, zipfile
source, target, part, pattern, replacement = sys.argv[1:]
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
    for name in old.namelist():
        data = old.read(name)
        if name == part:
            if pattern == "GONE":
                continue
            changed = re.sub(pattern, replacement, data.decode(), count=1, flags=re.S)
            assert changed != data.decode(), "nothing was changed"
            data = changed.encode()
        new.writestr(name, data)
END
}

sheet=xl/worksheets/sheet1.xml
while IFS='@' read -r name fault part pattern replacement; do
  damage "$name" "$part" "$pattern" "$replacement"
  run package "$tmp/$name.xlsx"
  has "seen: $name" "$out" "$fault"
done <<END
unclosed@is not well formed@$sheet@</sheetData>@
gone@which is not there@xl/styles.xml@GONE@
untyped@has no content type@[Content_Types].xml@<Override PartName="/xl/styles.xml"[^>]*>@
order@elements out of order@$sheet@(<sheetData>.*</sheetData>)(.*)(<pageMargins[^>]*>)@\\3\\1\\2
order-cell@elements out of order in <c>@xl/worksheets/sheet2.xml@<f>([^<]*)</f><v>([^<]*)</v>@<v>\\2</v><f>\\1</f>
order-border@elements out of order in <border>@xl/styles.xml@<left/><right/>@<right/><left/>
kind@content type of xl/workbook.xml is@[Content_Types].xml@(PartName="/xl/workbook.xml" ContentType=")[^"]*@\\1text/plain
columns@behind column@$sheet@<col min="2"@<col min="1"
breaks@counts@$sheet@<rowBreaks count="@<rowBreaks count="9
format@numFmtId 999 is none@xl/styles.xml@(<cellXfs.*?numFmtId=")[0-9]+@\\g<1>999
number@no number@$sheet@ ht="[0-9.]+"@ ht="high"
relation@twice@xl/_rels/workbook.xml.rels@Id="rId2"@Id="rId1"
merged@is none@$sheet@<mergeCell ref="A1:E1"@<mergeCell ref="E1:A1"
long-name@sheet name@xl/workbook.xml@name="汇总表"@name="汇总表汇总表汇总表汇总表汇总表汇总表汇总表汇总表汇总表汇总表汇总"
same-name@is taken@xl/workbook.xml@name="汇总表"@name="_TAIZHANG"
bad-name@defined name@xl/workbook.xml@<definedName name="taizhang_rows"@<definedName name="1 rows"
stranger@is not of this schema@$sheet@<pageMargins @<pageMargin/><pageMargins 
style@style 99999 of@$sheet@(<c r="[A-Z]+[0-9]+" s=")[0-9]+@\\g<1>99999
string@no such string@$sheet@t="s"><v>[0-9]+@t="s"><v>99999
overlap@overlaps@$sheet@<mergeCell ref="(B[0-9]+):B[0-9]+"@<mergeCell ref="\\1:B99"
count@counts@$sheet@<mergeCells count="@<mergeCells count="1
cells@behind column@$sheet@<c r="B@<c r="A
rows@behind row@$sheet@<row r="3"@<row r="2"
height@pt high@$sheet@ ht="[0-9.]+"@ ht="500"
name@sheet name@xl/workbook.xml@<sheet name="[^"]*"@<sheet name="a:b"
names@refers to a sheet that is not there@xl/workbook.xml@>'[^']*'!@>'gone'!
font@fontId@xl/styles.xml@(<cellXfs.*?)fontId="[0-9]+"@\\1fontId="999"
chart@keeps@xl/charts/chart1.xml@(<c:numCache>.*?<c:v>)[0-9]+@\\g<1>99
drawing@is no relationship@xl/worksheets/sheet2.xml@<drawing r:id="[^"]*"@<drawing r:id="rId99"
END
printf x >"$tmp/none.xlsx"
fails "seen: not a package" package "$tmp/none.xlsx"

done_testing
