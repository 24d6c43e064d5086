#!/bin/sh
# Tables as offices have them: what stands around them, and cards, which have no head.
. "$(dirname "$0")/../lib.sh"

"$python" -c 'import openpyxl, fitz' 2>/dev/null || skip_all "openpyxl or fitz is not installed"

# ---- a card ----

cat >"$tmp/card.csv" <<'END'
a,b,c,d
姓名,张小明,性别,男
单位,示例县供电所,,
主要事迹,长期守在配网一线，主动上门走访，办理用电报装三百余户，无一件投诉。,,
所在单位意见,,,
END

# sheet BOOK: what is frozen and repeated, then the merged cells.
sheet () {
  "$python" - "$1" <<'END'
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
print(sheet.freeze_panes, sheet.print_title_rows, *sorted(str(a) for a in sheet.merged_cells.ranges))
END
}

run "$TAIZHANG" build "$tmp/card.csv" -o "$tmp/card" -s header.show=no -s table.section-rows=no
is "a card is built" $status 0
is "nothing is frozen or repeated; wide values are merged" "$(sheet "$tmp/card/card.xlsx")" "None None B2:D2 B3:D3 B4:D4"
run "$TAIZHANG" build "$tmp/card.csv" -o "$tmp/head" -s table.section-rows=no
is "with its head it is a table" "$(sheet "$tmp/head/card.xlsx")" "A2 \$1:\$1"
pdftotext_of () {
  "$python" -c 'import fitz, sys; print("".join(p.get_text() for p in fitz.open(sys.argv[1])).split()[0])' "$1"
}
is "the PDF begins with the first row" "$(pdftotext_of "$tmp/card/card.pdf")" 姓名

# ---- a paragraph with an indent ----

cat >"$tmp/last.py" <<'END'
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
print(sheet.cell(sheet.max_row, 1).value)
END
run "$TAIZHANG" build "$tmp/card.csv" -f xlsx -o "$tmp/notes" -s book.notes=注：一律填写。 -s notes.indent=2em
is "in the workbook, too, it begins with blanks" "$("$python" "$tmp/last.py" "$tmp/notes/card.xlsx")" 　　注：一律填写。

done_testing
