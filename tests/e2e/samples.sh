#!/bin/sh
# Every sample book builds without a word, and its PDFs and workbooks give back what stands in its
# data: in its place, merged as its form merges, on the paper and under the title that it asks for.
. "$(dirname "$0")/../lib.sh"

# Titles of columns that a form prints otherwise.
unprinted () {
  case $1 in
    shengji/ledger) echo 任务名称,国家具体任务内容,本省具体任务内容 ;;
    zhixia/ledger) echo 国家任务名称,国家具体任务内容,本市任务名称,本市具体任务内容 ;;
  esac
}

# The CSV that a document is made from.
data_of () {
  case $2 in
    ledger) echo "$1/tasks.csv" ;;
    *) echo "$1/$2.csv" ;;
  esac
}

# The reader of a PDF, and of a workbook, with the data.
pdf () {
  "$python" "$root/tests/pdf_text_check.py" "$@"
}
xlsx () {
  "$python" "$root/tests/xlsx_check.py" "$@"
}

for book in "$root"/samples/*/book.ini; do
  folder=$(dirname "$book")
  name=$(basename "$folder")
  run "$TAIZHANG" build "$book" -f xlsx,pdf,png -o "$tmp/$name"
  is "$name: done" $status 0
  is "$name: no findings" "$(cat "$err")" ""
  is "$name: all that is named is there, and no more" "$(LC_ALL=C sort "$out")" \
    "$(find "$tmp/$name" -type f | LC_ALL=C sort)"
  is "$name: nothing is empty" "$(find "$tmp/$name" -size 0)" ""
  run "$TAIZHANG" check --strict "$book"
  is "$name: check says nothing either" "$status$(cat "$out" "$err")" 0

  "$python" -c 'import fitz' 2>/dev/null || { skip "$name: PDFs" "fitz is not installed"; continue; }
  for pdf in "$tmp/$name"/*.pdf; do
    document=$(basename "$pdf" .pdf)
    # Official documents are made from texts: letter.sh.
    [ ! -e "$folder/$document.txt" ] || continue
    ok "$name/$document: every cell, in its place" pdf "$pdf" "$(data_of "$folder" "$document")" \
      --unprinted "$(unprinted "$name/$document")"
  done
done

# ---- forms ----

# document | paper | title | above the table (label or unit line) | merged cells of the workbook
while IFS='|' read -r document paper title above merges; do
  data=$(data_of "$root/samples/${document%/*}" "${document#*/}")
  if "$python" -c 'import openpyxl' 2>/dev/null; then
    ok "$document: the workbook" xlsx "$tmp/$document.xlsx" "$data" --merges "$merges"
  else
    skip "$document: the workbook" "openpyxl is not installed"
  fi
  if "$python" -c 'import fitz' 2>/dev/null; then
    ok "$document: paper, title, and what stands above" pdf "$tmp/$document.pdf" "$data" \
      --unprinted "$(unprinted "$document")" --paper "$paper" --title "$title" --says "$above"
  else
    skip "$document: paper and title" "fitz is not installed"
  fi
  if command -v pdffonts >/dev/null; then
    is "$document: every font is embedded, cut down and can be copied from" \
      "$(pdffonts "$tmp/$document.pdf" | sed 1,2d | grep -cv ' yes yes yes ')" 0
  else
    skip "$document: fonts" "pdffonts is not installed"
  fi
done <<'END'
shengji/ledger|A3|示例省全面提升“获得电力”服务水平重点任务台账|附表2|A1:I1,A2:I2,B3:C3,A4:I4,A5:A8,B5:B8,A10:I10,A15:A17,B15:B17,C15:C17,A29:I29
zhixia/ledger|A3|明江市优化用电营商环境重点任务台账|附件1|A1:K1,A2:K2,B3:C3,D3:E3,A4:K4,A6:A9,B6:B9,C6:C9,A10:K10,A11:A12,B11:B12,C11:C12,A21:A22,B21:B22,C21:C22
dishi/ledger|A4|东江市用电营商环境提升行动落实完成情况（重点任务台账）|附件1|A1:G1,A2:G2,A3:A4,B3:B4,C3:C4,D3:G3,A5:A8,A9:A12,A13:A16,A17:A19,A20:A23,A24:A25,A26:A28
xian/ledger|A4|青溪县全面提升“获得电力”服务水平工作任务台账|附件3|A1:E1,A2:E2,B4:B12,B13:B22,B23:B34,B35:B43,B44:B54,B55:B59,B60:B64,B65:B71
zhou/ledger|A4|云岭州优化用电营商环境重点任务分工表|附件|A1:D1,A2:D2
shengji/limits|A4|2022年供电企业办理用电报装业务的环节和时限目标|单位：工作日|A1:H1,A2:H2,A3:H3,A4:A5,B4:G4,H4:H5,A12:H12,A13:H13,A14:H14
zhixia/limits|A4|2022年供电企业办理用电报装业务的环节和时限目标|单位：工作日|A1:G1,A2:G2,A3:G3,A4:A5,B4:F4,G4:G5,A9:G9,A10:G10,A11:G11
dishi/limits|A4|2021年供电企业办理用电报装业务的环节和时限目标|单位：工作日|A1:J1,A2:J2,A3:J3,A4:A5,B4:G4,H4:H5,I4:I5,J4:J5,A11:J11,A12:J12
xian/limits|A4|2021年供电企业办理用电报装业务的环节和时限目标|单位：工作日|A1:H1,A2:H2,A3:H3,A4:A5,B4:G4,H4:H5,A11:H11,A12:H12
END

# ---- the same data without a form ----

# No title, the titles of the data as header; what is merged is seen from the cells.
while IFS='|' read -r name merges; do
  data=$root/samples/$name/tasks.csv
  run "$TAIZHANG" build "$data" -o "$tmp/plain-$name"
  is "$name without a form: done" $status 0
  if "$python" -c 'import openpyxl, fitz' 2>/dev/null; then
    ok "$name without a form: the workbook" xlsx "$tmp/plain-$name/tasks.xlsx" "$data" --merges "$merges"
    ok "$name without a form: the PDF" pdf "$tmp/plain-$name/tasks.pdf" "$data"
  else
    skip "$name without a form: its files" "openpyxl or fitz is not installed"
  fi
done <<'END'
shengji|A2:I2,A3:A6,B3:B6,A8:I8,A13:A15,B13:B15,C13:C15,A27:I27
zhixia|A2:K2,A4:A7,B4:B7,C4:C7,A8:K8,A9:A10,B9:B10,C9:C10,A19:A20,B19:B20,C19:C20
dishi|A2:A5,A6:A9,A10:A13,A14:A16,A17:A20,A21:A22,A23:A25
xian|B2:B10,B11:B20,B21:B32,B33:B41,B42:B52,B53:B57,B58:B62,B63:B69
zhou|
END

# ---- the readers notice damage ----

# The same PDF and workbook against other data.
damage () {
  "$python" - "$root/samples/xian/tasks.csv" "$tmp/damaged.csv" "$1" <<'END'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8", newline="")))
exec(sys.argv[3])
csv.writer(open(sys.argv[2], "w", encoding="utf-8", newline="")).writerows(rows)
END
}
if "$python" -c 'import openpyxl, fitz' 2>/dev/null; then
  while IFS='|' read -r what fault statement; do
    damage "$statement"
    run pdf "$tmp/xian/ledger.pdf" "$tmp/damaged.csv"
    has "seen in the PDF: $what" "$out" "$fault"
    # Of a workbook the head, and what stands below the last record, is not compared.
    [ "$fault" = "is not in the data" ] || [ "$fault" = "the header lacks" ] ||
      fails "seen in the workbook: $what" xlsx "$tmp/xian/ledger.xlsx" "$tmp/damaged.csv"
  done <<'END'
a character more|CSV line 30|rows[29][2] += "。"
a character less|CSV line 30|rows[29][2] = rows[29][2][1:]
two rows swapped|CSV line 30|rows[29][2], rows[30][2] = rows[30][2], rows[29][2]
two columns swapped|CSV line 30|rows[29][2], rows[29][3] = rows[29][3], rows[29][2]
a row less|CSV line 68|del rows[67]
a row at the end less|is not in the data|del rows[-1]
another header|the header lacks|rows[0][4] = "时间"
END
  fails "seen: another title" pdf "$tmp/xian/ledger.pdf" "$root/samples/xian/tasks.csv" --title 别的
  fails "seen: another paper" pdf "$tmp/xian/ledger.pdf" "$root/samples/xian/tasks.csv" --paper A3
  fails "seen: another merge" xlsx "$tmp/xian/ledger.xlsx" "$root/samples/xian/tasks.csv" --merges A1:E1
else
  skip "damage is seen" "openpyxl or fitz is not installed"
fi

# ---- copying ----

# Other programs than the one above, which goes by the lines drawn. Blanks are left out of
# account: both guess them from distances, and a quarter em stands between hanzi and Latin.
copied () {
  "$python" - "$1" "$2" <<'END'
import csv, sys
text = "".join(open(sys.argv[1], encoding="utf-8").read().split())
bad = 0
for row in list(csv.reader(open(sys.argv[2], encoding="utf-8", newline="")))[1:]:
    for cell in row:
        # The lines of a cell may be cut by the end of a page, its paragraphs are whole mostly.
        for part in cell.split("\n"):
            part = "".join(part.split())
            if part not in text and not (part[:8] in text and part[-8:] in text and len(part) > 60):
                print("not copied:", part)
                bad = 1
sys.exit(bad)
END
}
for name in xian zhou dishi; do
  pdf=$tmp/$name/ledger.pdf
  if command -v pdftotext >/dev/null; then
    pdftotext -raw "$pdf" "$tmp/poppler.txt"
    ok "$name: copied by Poppler, the characters are the data's" copied "$tmp/poppler.txt" \
      "$root/samples/$name/tasks.csv"
  else
    skip "$name: copied by Poppler" "pdftotext is not installed"
  fi
  if command -v mutool >/dev/null; then
    mutool draw -q -F txt -o "$tmp/mupdf.txt" "$pdf" 2>/dev/null
    ok "$name: copied by MuPDF, the characters are the data's" copied "$tmp/mupdf.txt" \
      "$root/samples/$name/tasks.csv"
  else
    skip "$name: copied by MuPDF" "mutool is not installed"
  fi
done

done_testing
