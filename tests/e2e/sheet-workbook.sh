#!/bin/sh
# A table is recognised in a workbook as in a CSV: every third of tests/golden/sheet, each on a sheet of its own, numbers
# as numbers.
. "$(dirname "$0")/../lib.sh"

cd "$tmp" || exit 2

"$python" -c 'import openpyxl' 2>/dev/null || skip_all "openpyxl is not installed"
"$python" - "$root/tests/golden/sheet" <<'END_OF_SCRIPT'
import glob, openpyxl, re, sys

book = openpyxl.Workbook()
book.remove(book.active)
wanted = open("wanted.txt", "w", encoding="utf-8")
tables = []
for path in sorted(glob.glob(sys.argv[1] + "/*.txt")):
    with open(path, encoding="utf-8") as golden:
        for block in golden.read().split("\n\n"):
            lines = [line for line in block.split("\n") if line and not line.startswith(">")]
            if lines and lines[0].startswith("# "):
                tables.append((lines[0][2:], [line.split("|") for line in lines[1:]]))
for k, (name, rows) in enumerate(tables[::3]):
    sheet = book.create_sheet("t%d" % k)
    for r, row in enumerate(rows):
        for c, text in enumerate(row[1:]):
            if re.fullmatch(r"-?(0|[1-9]\d{0,8})(\.\d*[1-9])?", text):
                sheet.cell(r + 1, c + 1, float(text) if "." in text else int(text))
            elif text:
                sheet.cell(r + 1, c + 1, text.replace("\\n", "\n"))
    classes = [row[0] for row in rows]
    while classes[-1] == "blank":
        classes.pop()
    wanted.write("t%d\t%s\t%s\n" % (k, " ".join(classes), name))
book.save("tables.xlsx")
END_OF_SCRIPT
while IFS="$(printf '\t')" read -r sheet classes name; do
  run "$TAIZHANG" build "tables.xlsx#$sheet" --dump=sheet
  is "$name" "$(awk '{ printf "%s%s", (NR > 1 ? " " : ""), $2 }' "$out")" "$classes"
done <wanted.txt

done_testing
