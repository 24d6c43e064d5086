#!/bin/sh
# Nothing is written twice in one run, nor over what the run reads: names are compared before anything is
# written, as the systems compare them that files are sent to.
. "$(dirname "$0")/../lib.sh"

cd "$tmp" || exit 2
awk 'BEGIN { print "序号,任务,内容,单位"; for (i = 1; i <= 90; i++) print i ",任务" i ",按时完成第" i "项工作。,甲" }' >long.csv
printf '序号,任务\n1,甲\n2,乙\n' >short.csv

# book FILE [NAME DATA]...: a book with these tables.
book () {
  file=$1
  shift
  printf '[book]\ntitle = 示例\n' >"$file"
  while [ $# -gt 0 ]; do
    printf '[document %s]\nkind = table\ndata = %s\n' "$1" "$2" >>"$file"
    shift 2
  done
}

# clashes NAME PLACE TEXT ARGUMENTS...: refused at PLACE with TEXT.
clashes () {
  name=$1 place=$2 text=$3
  shift 3
  rm -rf out
  run "$TAIZHANG" build "$@" -o out
  is "$name: status" $status 1
  is "$name: one finding" "$(grep -c output-taken "$err")" 1
  has "$name: place" "$err" "$place: error: "
  has "$name: what" "$err" "$text"
}

passes () {
  name=$1
  shift
  rm -rf out
  run "$TAIZHANG" build "$@" -o out
  is "$name: status" $status 0
  lacks "$name: nothing to say" "$err" "output-taken"
  is "$name: as many files as names" "$(ls out | wc -l)" "$(wc -l <"$out")"
}

# ---- pages within a book ----

book pages.ini n long.csv n-1 short.csv
run "$TAIZHANG" build long.csv -f png -o probe
ok "the table has several pages, as this test needs" test -e probe/long-2.png
clashes "a page and a document" pages.ini:6:1 "“n-1.png” would be written twice, here and for the document “n”" \
  pages.ini -f png
is "nothing is written" "$(ls out 2>/dev/null)" ""
passes "no clash without pictures" pages.ini -f xlsx,pdf
book beyond.ini n long.csv n-2021 short.csv
passes "a number beyond the last page" beyond.ini -f png
book single.ini n short.csv n-1 long.csv
passes "of a single page there is no number" single.ini -f png
book folded.ini Tasks long.csv TASKS-1 short.csv
clashes "another case" folded.ini:6:1 "“TASKS-1.png” would be written twice" folded.ini -f png

# ---- pages of other inputs ----

cp long.csv t.csv
cp short.csv t-1.csv
clashes "a page and another input" t-1.csv "“t-1.png” would overwrite a file of t.csv" t.csv t-1.csv -f png
is "what does not clash is written" "$(ls out | head -1)" "t-1.png"
passes "no clash without pictures" t.csv t-1.csv -f pdf
cp short.csv t.csv
passes "nor of a single page" t.csv t-1.csv -f png

# ---- inputs ----

cp short.csv 'ÄRA.csv'
cp short.csv "$(printf 'a\314\210ra.csv')" # the same letters, decomposed and in lower case
clashes "names that differ in case and composition" "$(printf 'a\314\210ra.csv')" "would overwrite a file of ÄRA.csv" \
  'ÄRA.csv' "$(printf 'a\314\210ra.csv')"

mkdir x X
cp short.csv x/one.csv
cp short.csv X/One.csv
run "$TAIZHANG" build x/one.csv X/One.csv
is "two folders are two, here: status" $status 0

# ---- files that are read ----

mkdir in
cp short.csv in/rows.pdf
run "$TAIZHANG" build in/rows.pdf -o in -f pdf
is "an output over its input: status" $status 1
has "it is named at its place" "$err" "in/rows.pdf: error: “rows.pdf” would overwrite in/rows.pdf"
cmp -s short.csv in/rows.pdf
is "the input is as it was" $? 0
printf '[book]\ntitle = 示例\nname = rows\ntasks = rows.pdf\n' >in/book.ini
rm -rf out
run "$TAIZHANG" build in/book.ini -o in -f pdf
is "an output over a file of the book: status" $status 1
has "it is named" "$err" "“rows.pdf” would overwrite in/rows.pdf"
cp short.csv in/other.csv
run "$TAIZHANG" build in/other.csv in/book.ini -o in -f pdf -s book.name=ROWS
has "or of another input" "$err" "“ROWS.pdf” would overwrite in/rows.pdf"
cmp -s short.csv in/rows.pdf
is "still as it was" $? 0
ln -s rows.pdf in/link.csv
run "$TAIZHANG" build in/link.csv -o in -f pdf -s book.name=rows
has "or what a link leads to" "$err" "“rows.pdf” would overwrite in/link.csv"

done_testing
