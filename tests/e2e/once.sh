#!/bin/sh
# What is wrong is told once, however often a file is asked for, a table laid out and a workbook written.
. "$(dirname "$0")/../lib.sh"

# A table that is a document, a further sheet of another's workbook, and bound behind a text; with a
# character that no font has, a blank to be deleted, and a cell that is too long for Excel.
"$python" - "$tmp/limits.csv" <<'END'
import sys
open(sys.argv[1], "w").write("项目,时限\n受理\U00012000,2\n尽快 办结," + "长" * 33000 + "\n")
END
printf '序号,任务名称\n1,压时间\n' >"$tmp/tasks.csv"
printf '关于某事的函\n\n某市：\n\n时限如下。\n\n附件：limits\n' >"$tmp/letter.txt"
cat >"$tmp/book.ini" <<'END'
[book]
template = generic
tasks = tasks.csv
[document ledger]
sheets = limits
[document limits]
kind = table
data = limits.csv
[document letter]
kind = letter
text = letter.txt
attachments = limits
END

# told NAME CODE: $err has one finding with that code
told() {
  is "$1" "$(grep -c "\[$2\]" "$err")" 1
}

run "$TAIZHANG" build "$tmp/book.ini" -f xlsx,pdf -o "$tmp/out"
is "the book is made" "$status" 0
told "a cell that is read for three documents" stray-space
told "a character without a font on pages of two documents" missing-glyph
told "a cell that is written into two workbooks" cell-too-long

# Two books over one file.
cp "$tmp/book.ini" "$tmp/other.ini"
run "$TAIZHANG" check "$tmp/book.ini" "$tmp/other.ini"
told "a file that two books name" stray-space

done_testing
