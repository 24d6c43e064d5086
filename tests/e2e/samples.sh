#!/bin/sh
# Every sample book builds without a word, and its PDFs give back what stands in its data.
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
    ok "$name/$document: every cell, in its place" "$python" "$root/tests/pdf_text_check.py" "$pdf" \
      "$(data_of "$folder" "$document")" --unprinted "$(unprinted "$name/$document")"
  done
done

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
