#!/bin/sh
# Workbooks that no office would make, or that are none: each is read, or refused with what to do, within two seconds
# and 256 MiB.
. "$(dirname "$0")/../lib.sh"

cd "$tmp" || exit 2

cat >make.py <<'E'
import sys
import zipfile

OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def relation(name, kind, target):
    return f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def book(path, sheets, strings='', styles='', parts=(), level=1):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED, compresslevel=level) as z:
        z.writestr('_rels/.rels', RELATIONS + relation('d', 'officeDocument', 'xl/workbook.xml') + '</Relationships>')
        z.writestr('xl/workbook.xml', f'<workbook xmlns:r="{OFFICE}"><sheets>' + ''.join(
            f'<sheet name="表{i}" sheetId="{i + 1}" r:id="s{i}"/>' for i in range(len(sheets))) + '</sheets></workbook>')
        z.writestr('xl/_rels/workbook.xml.rels', RELATIONS + ''.join(
            relation(f's{i}', 'worksheet', f'worksheets/{i}.xml') for i in range(len(sheets))) + relation(
                't', 'sharedStrings', 'strings.xml') + relation('y', 'styles', 'styles.xml') + '</Relationships>')
        z.writestr('xl/strings.xml', strings if strings.startswith('<!') else f'<sst>{strings}</sst>')
        z.writestr('xl/styles.xml', f'<styleSheet>{styles}</styleSheet>')
        for i, sheet in enumerate(sheets):
            z.writestr(f'xl/worksheets/{i}.xml', f'<worksheet>{sheet}</worksheet>')
        for name in parts:
            z.writestr(name, '')


def row(number, *texts):
    return f'<row r="{number}">' + ''.join(
        f'<c r="{chr(65 + i)}{number}" t="inlineStr"><is><t>{t}</t></is></c>' for i, t in enumerate(texts)) + '</row>'


def shared(number):
    return f'<row r="{number}"><c r="A{number}"><v>{number - 1}</v></c><c r="B{number}" t="s"><v>0</v></c></row>'


def data(rows):
    return f'<sheetData>{rows}</sheetData>'


TABLE = row(1, '序号', '事项', '单位') + row(2, 1, '疏通沟渠', '水利站') + row(3, 2, '更换灯杆', '市政所')
HEAD = row(1, '序号', '事项')
LAST = 1048576

book('rows.xlsx', [data(TABLE + ''.join(f'<row r="{r}" s="1" ht="15"/>' for r in range(4, LAST + 1)))])
book('far.xlsx', [data(TABLE + f'<row r="{LAST}"><c r="XFD{LAST}"><v>1</v></c></row>')])
book('sheets.xlsx', [data(TABLE)] * 1000)
book('merges.xlsx', [data(TABLE + '<row r="100004"><c r="XFD100004"><v>1</v></c></row>') + '<mergeCells>' + ''.join(
    f'<mergeCell ref="A{r}:XFD{r}"/>' for r in range(4, 100004)) + '</mergeCells>'])
book('hidden.xlsx', [data(TABLE + ''.join(
    f'<row r="{r}" hidden="{r % 2}"><c r="A{r}"><v>{r - 1}</v></c><c r="B{r}"><v>5</v></c></row>' for r in range(4, 60000)))])
book('columns.xlsx', ['<cols>' + '<col min="1" max="16384" width="9.125"/>' * 50000 + '</cols>' + data(TABLE)])
book('styles.xlsx', [data(TABLE)], styles='<numFmts>' + ''.join(
    f'<numFmt numFmtId="{i}" formatCode="0.{"0" * 200}&quot;{i}&quot;"/>' for i in range(200, 30000)) + '</numFmts><cellXfs>' +
    ''.join(f'<xf numFmtId="{i}"/>' for i in range(200, 30000)) + '</cellXfs>')
book('strings.xlsx', [data(TABLE)], ''.join(f'<si><t>文本{i}</t></si>' for i in range(500000)))
book('escapes.xlsx', [data(HEAD + shared(2))], '<si><r><rPr><b/></rPr><t>甲' + '_x005F_' * 100000 + '</t></r></si>')
book('sparse.xlsx', [data('<row r="1">' + '<c><v>1</v></c>' * 16384 + '</row>' + ''.join(
    f'<row r="{r}"><c r="XFD{r}"><v>2</v></c></row>' for r in range(2, 3000)))])
book('long.xlsx', [data(HEAD + shared(2))], '<si><t>' + '长' * 400000 + '</t></si>')
book('again.xlsx', [data(HEAD + ''.join(map(shared, range(2, 9000))))], '<si><t>' + '长' * 32767 + '</t></si>')
book('bomb.xlsx', [data(' ' * (64 << 20))], level=9)
book('names.xlsx', [data(TABLE)], '<!DOCTYPE sst [<!ENTITY a "' + 'a' * 1000 + '"><!ENTITY b "' + '&a;' * 1000 +
     '">]><sst><si><t>' + '&b;' * 1000 + '</t></si></sst>')
book('deep.xlsx', [data('<a>' * 100000 + '</a>' * 100000)])
book('parts.xlsx', [data(TABLE)], parts=[f'xl/media/{i}' for i in range(21000)])
with zipfile.ZipFile('deep.docx', 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('word/document.xml', '<document>' + '<tbl><tr><tc>' * 50000 + '</tc></tr></tbl>' * 50000 + '</document>')
zipfile.ZipFile('empty.xlsx', 'w').close()
open('~$台账.xlsx', 'wb').write(b'\x06clerk ' + b' ' * 48 + 'clerk '.encode('utf-16-be') + b'\0 ' * 48)
open('noise.xlsx', 'wb').write(bytes((i * i >> 3) & 255 for i in range(5000)))
E
$python make.py || exit 2

# measured COMMAND...: like run; $cost tells the time and the memory if they are above what is allowed. Sanitizers take
# more of both.
cat >measure.py <<'E'
import os
import subprocess
import sys

with open(sys.argv[1], 'wb') as out, open(sys.argv[2], 'wb') as err:
    child = subprocess.Popen(sys.argv[3:], stdout=out, stderr=err, stdin=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
seconds, mib = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
if not os.environ.get('SAN') and (seconds > 2 or mib > 256):
    print(f'{seconds:.1f} s, {mib:.0f} MiB')
sys.exit(os.waitstatus_to_exitcode(status) & 255)
E
measured () {
  cost=$($python measure.py "$out" "$err" "$@")
  status=$?
}

# passes NAME FILE
passes () {
  measured "$TAIZHANG" check "$2"
  is "$1: read, soon and in little memory" "$status $cost" "0 "
}

# refused NAME FILE CODE TEXT
refused () {
  measured "$TAIZHANG" check "$2"
  is "$1: refused, soon and in little memory" "$status $cost" "1 "
  has "$1: the finding" "$err" "[$3]"
  has "$1: what to do" "$err" "$4"
}

passes "a million empty rows with a format" rows.xlsx
passes "a cell in the last corner" far.xlsx
passes "a thousand sheets" sheets.xlsx
passes "100,000 merged rows of full width" merges.xlsx
passes "every second row hidden" hidden.xlsx
has "every second row hidden: told" "$err" "29998 rows are hidden"
passes "50,000 times the width of all columns" columns.xlsx
passes "30,000 number formats that no cell has" styles.xlsx
passes "half a million texts that no cell has" strings.xlsx
passes "a text of 100,000 escapes" escapes.xlsx
refused "a cell in the last column of each row" sparse.xlsx too-many-cells "delete what stands far from the table"
refused "a cell of more than a million bytes" long.xlsx too-much-text "delete what does not belong to the table"
has "a cell of more than a million bytes: its place" "$err" "long.xlsx#表0:2:2: "
refused "a long text in each cell" again.xlsx too-much-text "split it into several sheets"
refused "64 MiB of blanks" bomb.xlsx workbook-limits "copy the table into a new file"
refused "texts that name texts" names.xlsx workbook-limits "save it under another name"
refused "elements in elements" deep.xlsx workbook-limits "save it under another name"
refused "21,000 parts" parts.xlsx workbook-limits "copy the table into a new file"
refused "tables in tables of a Word document" deep.docx workbook-limits "save it under another name"
refused "a package of nothing" empty.xlsx not-a-table "give the file that holds the table"
refused "the mark of an open file" '~$台账.xlsx' not-a-table "give the file itself"
refused "noise by the name of a workbook" noise.xlsx not-a-table "save it as .xlsx"

done_testing
