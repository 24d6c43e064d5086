#!/bin/sh
# The five real ledgers, with their forms and without: every text in the workbook and in
# the PDF, merged as the offices merge them. Titles and notes are read from LAYOUT.md.
. "$(dirname "$0")/../lib.sh"

need_ledgers
"$python" -c 'import openpyxl, fitz' 2>/dev/null || skip_all "openpyxl or fitz is not installed"

# Each line of a province: what its form does with the CSV's titles.
#   paper | titles not printed (they are invented) | merged cells
form_of () {
  case $1 in
    shanxi) echo 'A3|任务名称,国家具体任务内容|A1:I1,A2:I2,B3:C3,A4:I4,A5:A8,B5:B8,A9:I9,A14:A16,B14:B16,C14:C16,A24:I24' ;;
    tianjin) echo 'A3|国家任务名称,国家具体任务内容,天津任务名称,天津具体任务内容|A1:K1,B2:C2,D2:E2,A3:K3,A5:A9,B5:B9,C5:C9,A10:K10,A11:A12,B11:B12,C11:C12,A21:A22,B21:B22,C21:C22' ;;
    guangdong) echo 'A4||A1:G1,A2:A3,B2:B3,C2:C3,D2:G2,A4:A7,A8:A9,A10:A12,A13:A15,A16:A17,A18:A19,A20:A22' ;;
    linqu) echo 'A4||A1:E1,A2:E2,B4:B14,B15:B24,B25:B37,B38:B46,B47:B55,B56:B62,B63:B71' ;;
    qiandongnan) echo 'A4||A1:D1' ;;
  esac
}
# Without a form: no title, the titles of the CSV as header.
plain_merges_of () {
  case $1 in
    shanxi) echo A2:I2,A3:A6,B3:B6,A7:I7,A12:A14,B12:B14,C12:C14,A22:I22 ;;
    tianjin) echo A2:K2,A4:A8,B4:B8,C4:C8,A9:K9,A10:A11,B10:B11,C10:C11,A20:A21,B20:B21,C20:C21 ;;
    guangdong) echo A2:A5,A6:A7,A8:A10,A11:A13,A14:A15,A16:A17,A18:A20 ;;
    linqu) echo B2:B12,B13:B22,B23:B35,B36:B44,B45:B53,B54:B60,B61:B69 ;;
    qiandongnan) echo ;;
  esac
}
limits_merges_of () {
  case $1 in
    tianjin) echo A1:G1,A2:G2,A3:A4,B3:F3,G3:G4,A8:G8,A9:G9,A10:G10 ;;
    guangdong) echo A1:J1,A2:J2,A3:J3,A4:A5,B4:G4,H4:H5,I4:I5,J4:J5,A9:J9,A10:J10 ;;
    linqu) echo A1:H1,A2:H2,A3:H3,A4:A5,B4:G4,H4:H5,A11:H11,A12:H12 ;;
  esac
}

# layout_says FOLDER HEADING ITEM: what LAYOUT.md says of ITEM under that heading, or
# before the first. What it adds in brackets or behind a full stop is not the source's.
layout_says () {
  awk -v heading="## $2" -v item="- $3" '
    /^## / { here = index($0, heading) == 1; headed = 1 }
    (here || !headed) && index($0, item) == 1 { sub(/^[^:]*: /, ""); print; exit }' "$1/LAYOUT.md" |
    sed 's/\. .*//; s/ (.*//; s/, alone.*//'
}

built () {
  is "$1: done" $status 0
  is "$1: two paths" "$(wc -l <"$out")" 2
  ok "$1: no errors" sh -c '! grep -F ": error: " "$1"' - "$err"
}

xlsx () {
  "$python" "$root/tests/xlsx_check.py" "$@"
}

pdf () {
  "$python" "$root/tests/pdf_text_check.py" "$@"
}

for province in shanxi tianjin guangdong linqu qiandongnan; do
  ledger=$TAIZHANG_LEDGERS/$province
  tasks=$ledger/tasks.csv
  IFS='|' read -r paper unprinted merges <<END
$(form_of $province)
END

  run "$TAIZHANG" build "$tasks" -t $province -o "$tmp/$province"
  built "$province"
  ok "$province: the workbook" xlsx "$tmp/$province/tasks.xlsx" "$tasks" --merges "$merges"
  # The source of one of them has no table, so no title either.
  title=$(layout_says "$ledger" tasks.csv Title)
  ok "$province: the PDF" pdf "$tmp/$province/tasks.pdf" "$tasks" --unprinted "$unprinted" --paper $paper \
    ${title:+--title "$title"}
  if command -v pdffonts >/dev/null; then
    is "$province: every font is embedded, cut down and can be copied from" \
      "$(pdffonts "$tmp/$province/tasks.pdf" | sed 1,2d | grep -cv ' yes yes yes ')" 0
  fi

  run "$TAIZHANG" build "$tasks" -o "$tmp/plain-$province"
  built "$province without a form"
  ok "$province without a form: the workbook" xlsx "$tmp/plain-$province/tasks.xlsx" "$tasks" \
    --merges "$(plain_merges_of $province)"
  ok "$province without a form: the PDF" pdf "$tmp/plain-$province/tasks.pdf" "$tasks"

  limits=$ledger/limits.csv
  [ -e "$limits" ] || continue
  run "$TAIZHANG" build "$limits" -t time-limits -o "$tmp/$province"
  built "$province, limits"
  ok "$province, limits: the workbook" xlsx "$tmp/$province/limits.xlsx" "$limits" \
    --merges "$(limits_merges_of $province)"
  ok "$province, limits: the PDF" pdf "$tmp/$province/limits.pdf" "$limits" --paper A4 \
    --title "$(layout_says "$ledger" limits.csv Title)" --says "$(layout_says "$ledger" limits.csv "Unit line")"
done

ok "shanxi: its label" pdf "$tmp/shanxi/tasks.pdf" "$TAIZHANG_LEDGERS/shanxi/tasks.csv" \
  --unprinted 任务名称,国家具体任务内容 --says "$(layout_says "$TAIZHANG_LEDGERS/shanxi" . Label)"

done_testing
