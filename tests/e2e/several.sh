# Several tables in one file: all of them in one workbook and one PDF.
. "$(dirname "$0")/../lib.sh"
cd "$tmp" || exit 1

# ---- several tables in one CSV ----

printf '养护一览表,,\n路段,长度,备注\n一段,3,好\n二段,4,好\n\n桥梁一览表,,\n桥名,年份,备注\n甲桥,1998,\n乙桥,2004,好\n' >both.csv
run "$TAIZHANG" build both.csv --dump=grid
is "CSV: status" $status 0
has "CSV: the first table" "$out" '"二段"'
has "CSV: the second table" "$out" '"乙桥"'
has "CSV: the second has its title" "$out" 'outline 1 "桥梁一览表"'
has "CSV: each under its name" "$out" 'sheet "桥梁一览表"'
lacks "CSV: none is left out" "$err" '[tables-left-out]'
has "CSV: what was recognised of the second" "$err" 'both.csv:6: note: row 6 taken as title; row 7 taken as the head'
run "$TAIZHANG" build both.csv --dump=pages
is "pages: tables of one sheet share them" "$(grep -c '^page ' "$out")" 1
is "pages: both are in the outline" "$(grep -c '^outline 1 page 1' "$out")" 2
run "$TAIZHANG" build both.csv --dump=table
is "sized tables: both" "$(grep -c '^table ' "$out")" 2
run "$TAIZHANG" build both.csv -f png -o pictures
is "pictures: one for each page" "$(cat "$out")" "pictures/both.png"

# The second of two tables without titles is called by number.
printf '路段,长度\n一段,3\n二段,4\n\n\n桥名,年份,备注\n甲桥,1998,好\n乙桥,2004,好\n' >bare.csv
run "$TAIZHANG" build bare.csv --dump=grid
has "no titles: the first is called as the file" "$out" 'sheet "bare"'
has "no titles: the second by number" "$out" 'sheet "bare-2"'

# What is wrong with a further table is told, too, and nothing is written.
printf '收支表,,\n项目,金额,备注\n修桥,3,好\n铺路,4,好\n合计,7,\n\n人员表,,\n片区,人数（人）,户数\n东片,12,500\n西片,8,600\n合计,21,1100\n' >sums.csv
run "$TAIZHANG" check sums.csv -s 'total any.check=yes'
has "totals of a further table are checked" "$err" 'sums.csv:11:4: warning:'
printf '养护一览表,,\n路段,长度,备注\n一段,3,好\n\n桥梁一览表,,\n桥名,年份,备注\n甲桥,1998,,多\n乙桥,2004,好\n' >wrong.csv
run "$TAIZHANG" build wrong.csv -o wrong
is "an error in a further table: status" $status 1
ok "an error in a further table: nothing is written" test ! -e wrong

# ---- a form ----

printf '[table]\ninfer = no\n[column road]\ntitles = 路段\n[column length]\ntitles = 长度\n[column note]\ntitles = 备注\nneed = optional\n' >form.ini
run "$TAIZHANG" build both.csv -t ./form.ini --dump=grid
is "form: status" $status 0
has "form: the table that fits" "$out" '"二段"'
lacks "form: the one that does not" "$out" '"乙桥"'
has "form: is named" "$err" 'both.csv:6'
has "form: with its code" "$err" '[tables-left-out]'
printf '养护一览表,,\n路段,长度,备注\n一段,3,好\n二段,4,好\n\n抢修一览表,,\n路段,长度,备注\n三段,5,好\n四段,6,好\n' >fitting.csv
run "$TAIZHANG" build fitting.csv -t ./form.ini --dump=grid
has "form: all tables that fit" "$out" '"四段"'
lacks "form: nothing is left out" "$err" '[tables-left-out]'

# ---- a book has one table for each document ----

printf '[book]\ntasks = both.csv\n' >book.ini
run "$TAIZHANG" build book.ini --dump=grid
is "book: status" $status 0
lacks "book: one table" "$out" '"乙桥"'
has "book: says which is read and which not" "$err" 'both.csv:1: warning: the table that begins here is read; the file has further ones, which are not: both.csv:6'

if ! "$python" -c 'import openpyxl, fitz' 2>/dev/null; then
  skip "workbooks" "no openpyxl"
  done_testing
  exit
fi

# ---- several sheets ----

"$python" - <<'END'
import openpyxl
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "河道"
for row in [["附件1"], ["柳溪镇河道保洁表"], ["河道", "长度", "责任人"]] + [["第%d段" % i, i, "钱某"] for i in range(1, 61)] + [["注：长度按测量。"]]:
    sheet.append(row)
wide = book.create_sheet("逐月安排")
wide.append(["项目"] + ["第%d个月计划投资" % i for i in range(1, 13)])
for name in ("修桥", "铺路"):
    wide.append([name + "工程"] + ["完成土方开挖和护坡砌筑"] * 12)
text = book.create_sheet("说明")
for row in [["填报说明"], ["一、本表由各镇填报，每月五日前报送。"], ["二、金额单位为万元，保留两位小数。"]]:
    text.append(row)
book.create_sheet("Sheet4")
two = book.create_sheet("两张")
for row in [["甲表"], ["桥名", "年份"], ["东桥", 1998], ["西桥", 2004], [], ["乙表"], ["桥名", "年份"], ["南桥", 1999], ["北桥", 2005]]:
    two.append(row)
hidden = book.create_sheet("底稿")
for row in [["桥名", "年份"], ["暗桥", 1901], ["旧桥", 1902]]:
    hidden.append(row)
hidden.sheet_state = "hidden"
book.save("水务.xlsx")
END

run "$TAIZHANG" build 水务.xlsx -o made
is "sheets: status" $status 0
is "sheets: one workbook, one PDF" "$(cat "$out")" "made/水务.xlsx
made/水务.pdf"
has "sheets: those without a table are named" "$err" '水务.xlsx: note: no table with rows is in 水务.xlsx#说明 and 水务.xlsx#Sheet4'
has "sheets: hidden ones are named" "$err" '水务.xlsx: note: hidden sheets are left out: 底稿'
lacks "sheets: no table is left out" "$err" '[tables-left-out]'
"$python" - >"$out" <<'END'
import fitz, openpyxl
book = openpyxl.load_workbook("made/水务.xlsx")
for sheet in book:
    if sheet.sheet_state == "visible":
        print(sheet.title, sheet.page_setup.orientation, sheet.print_title_rows)
pdf = fitz.open("made/水务.pdf")
for level, title, page in pdf.get_toc():
    print(level, title, page)
sizes = {(round(p.rect.width), round(p.rect.height)) for p in pdf}
print(len(sizes) > 1, pdf[0].get_text().count("共 %d 页" % len(pdf)), pdf[len(pdf) - 1].get_text().count("第 %d 页" % len(pdf)))
END
cat >want <<'END'
河道 portrait $3:$3
逐月安排 landscape $2:$2
甲表 portrait $2:$2
乙表 portrait $2:$2
1 柳溪镇河道保洁表 1
1 逐月安排 3
1 甲表 4
1 乙表 4
True 1 1
END
same "sheets: names, print set-up, outline, papers, page numbers" want "$out"
cp made/水务.xlsx first.xlsx && cp made/水务.pdf first.pdf
run "$TAIZHANG" build 水务.xlsx -o made
same "sheets: the same workbook again" first.xlsx made/水务.xlsx
same "sheets: the same PDF again" first.pdf made/水务.pdf
run "$TAIZHANG" build 水务.xlsx --dump=grid -s page.tagged=yes
has "sheets: a sheet's name is the title where there is none" "$out" 'outline 1 "逐月安排"'
run "$TAIZHANG" build 水务.xlsx -o tagged -s page.tagged=yes -f pdf
is "sheets: tagged" $status 0
run "$TAIZHANG" build 水务.xlsx -o long -f xlsx -s excel.summary=yes
is "sheets: counted where the form wants it" $status 0
run "$TAIZHANG" build 水务.xlsx -f png -o pictures
is "sheets: a picture of each page" "$(ls pictures | grep -c 水务)" 4
run "$TAIZHANG" check 水务.xlsx -s input.notes-from=90
has "sheets: rows that are named count on all of them" "$err" '水务.xlsx: warning: the rows that [input] names'
run "$TAIZHANG" check '水务.xlsx#河道' -s input.notes-from=90
lacks "sheets: and on one" "$err" '[rows-of-all-sheets]'
run "$TAIZHANG" build '水务.xlsx#河道' --dump=grid
lacks "one sheet that is named: no others" "$out" '东桥'
lacks "one sheet that is named: none is told" "$err" '逐月安排'
run "$TAIZHANG" build '水务.xlsx#两张' --dump=grid
has "one sheet that is named: all of its tables" "$out" 'sheet "乙表"'
run "$TAIZHANG" build '水务.xlsx#底稿' --dump=grid
has "a hidden sheet that is named" "$out" '"暗桥"'
run "$TAIZHANG" build 水务.xlsx -s input.hidden=keep --dump=grid
lacks "hidden = keep is for rows and columns" "$out" '"暗桥"'
cp 水务.xlsx copy.xlsx
run "$TAIZHANG" build 'copy.xlsx#河道' -o .
is "what is read is not written over: status" $status 1
same "what is read is not written over" 水务.xlsx copy.xlsx
printf '[book]\ntasks = 水务.xlsx\n' >book.ini
run "$TAIZHANG" build book.ini --dump=grid
has "book: the sheets that are not read" "$err" '水务.xlsx#两张:1 and 水务.xlsx#两张:6'

run sh -c '"$1" build - -o piped -f xlsx <水务.xlsx' sh "$TAIZHANG"
is "sheets: a workbook on standard input" "$(cat "$out")" "piped/stdin.xlsx"

# ---- a form to be filled in ----

cat >fill.ini <<'END'
[table]
infer = no
[excel]
instructions = 请于月底前填好。
[column river]
titles = 河道
[column length]
titles = 长度
need = optional
[column done]
titles = 进展
fill = choice
choices = 已完成; 推进中
need = blank
END
"$python" - <<'END'
import openpyxl
book = openpyxl.Workbook()
for name in ("东片", "西片"):
    sheet = book.active if name == "东片" else book.create_sheet(name)
    sheet.title = name
    for row in [[name + "河道表"], ["河道", "长度"], ["清水河", 3], ["石桥浜", 2], ["老塘河", 5]]:
        sheet.append(row)
book.save("fill.xlsx")
END
run "$TAIZHANG" build fill.xlsx -t ./fill.ini -o filled -f xlsx
is "form: status" $status 0
"$python" - >"$out" <<'END'
import openpyxl
for sheet in openpyxl.load_workbook("filled/fill.xlsx"):
    print(sheet.title, sheet.protection.sheet, [str(rule.sqref) for rule in sheet.data_validations.dataValidation])
END
cat >want <<'END'
东片 True ['C3:C5']
西片 True ['C3:C5']
填报说明 True []
_taizhang True []
END
same "form: each sheet is locked but for what is filled in; one of instructions" want "$out"

# ---- hidden rows and columns ----

"$python" - <<'END'
import openpyxl
book = openpyxl.Workbook()
for name, n in (("东", 1), ("西", 2)):
    sheet = book.active if n == 1 else book.create_sheet()
    sheet.title = name
    for row in [["桥名", "年份", "造价"], ["%s一桥" % name, 1998, 3], ["%s二桥" % name, 2004, 4]]:
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
book.save("hidden.xlsx")
END
run "$TAIZHANG" build hidden.xlsx --dump=grid
lacks "hidden rows of a further sheet" "$out" '西二桥'
has "hidden rows of a further sheet are told" "$err" 'hidden.xlsx#西: warning: 1 row is hidden'
run "$TAIZHANG" build hidden.xlsx -s input.hidden=keep --dump=grid
has "hidden = keep: rows of a further sheet" "$out" '西二桥'
is "hidden = keep: columns of both" "$(grep -c '"造价"' "$out")" 2

# ---- names that clash or are not allowed ----

"$python" - <<'END'
import openpyxl
book = openpyxl.Workbook()
for n, title in enumerate(("养护一览表（东片/西片）", "养护一览表（东片/西片）", "一张名字长到超过三十一个字的表格它的名字要被截短到三十一个字为止才行", "一张名字长到超过三十一个字的表格它的名字要被截短到三十一个字为止才行吗")):
    sheet = book.active if n == 0 else book.active
    for row in [[title], ["桥名", "年份"], ["东桥", 1998], ["西桥", 2004], []]:
        sheet.append(row)
book.active.title = "全部"
other = book.create_sheet("_taizhang")
for row in [["桥名", "年份"], ["南桥", 1998], ["北桥", 2004]]:
    other.append(row)
book.save("names.xlsx")
END
run "$TAIZHANG" build names.xlsx -o names
is "names: status" $status 0
"$python" -c '
import openpyxl
names = [sheet.title for sheet in openpyxl.load_workbook("names/names.xlsx")]
print(names[0], names[1], len(names[2]), len(names[3]), names[4], len({n.lower() for n in names}) == len(names))' >"$out"
is "names: allowed and unique" "$(cat "$out")" "养护一览表（东片-西片） 养护一览表（东片-西片） (2) 31 31 _taizhang True"

# ---- tables of a Word document ----

"$python" - <<'END'
import zipfile
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
def p(text): return "<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % text
def table(rows):
    return "<w:tbl>" + "".join("<w:tr>" + "".join("<w:tc>%s</w:tc>" % p(c) for c in row) + "</w:tr>" for row in rows) + "</w:tbl>"
body = p("养护一览表") + table([["路段", "长度"], ["一段", "3"], ["二段", "4"]]) + p("下面是第二张表。") + \
    p("桥梁一览表") + p("单位：座") + table([["桥名", "年份"], ["甲桥", "1998"], ["乙桥", "2004"]])
with zipfile.ZipFile("文.docx", "w") as z:
    z.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    z.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
    z.writestr("word/document.xml", "<w:document %s><w:body>%s</w:body></w:document>" % (W, body))
END
run "$TAIZHANG" build 文.docx --dump=grid
is "Word: status" $status 0
has "Word: the first table under its title" "$out" 'sheet "养护一览表"'
has "Word: the second" "$out" '"乙桥"'
has "Word: with its unit line" "$out" '"单位：座"'
run "$TAIZHANG" build '文.docx#2' --dump=grid
has "Word: one by its number" "$out" '"甲桥"'
lacks "Word: and no other" "$out" '"一段"'

done_testing
