#!/bin/sh
# What build, check and the lists promise to scripts: options, paths on standard output,
# exit status.
. "$(dirname "$0")/../lib.sh"

cd "$tmp" || exit 2
mkdir desk
cd desk || exit 2

cat >ledger.csv <<'END'
序号,任务名称,任务内容,责任单位,完成时限,进展情况
一、总体要求,,,,,
1,压减时间,压减审批时间。,示例省能源局,2021年6月底前,
2,压减费用,"延伸投资界面。
公布收费目录。",示例省电力公司,2022年底前,
二、保障措施,,,,,
1,加强领导,各市按季报送。,各市人民政府,持续推进,
END
cat >plain.csv <<'END'
名称,数量,备注
冲锋舟,12,东江仓库
编织袋,30000,
END

files () {
  find . -type f ! -name ledger.csv ! -name plain.csv | LC_ALL=C sort
}

# ---- paths and folders ----

run "$TAIZHANG" build ledger.csv -t ledger
is "a ledger is built" $status 0
is "standard output is the paths written" "$(cat "$out")" "out/ledger.xlsx
out/ledger.pdf"
is "nothing is said besides" "$(cat "$err")" ""
is "in out beside the input, and nothing else" "$(files)" "./out/ledger.pdf
./out/ledger.xlsx"
rm -r out

mkdir sub
cp plain.csv sub/
run "$TAIZHANG" build sub/plain.csv
is "without a template" $status 0
is "beside an input elsewhere" "$(cat "$out")" "sub/out/plain.xlsx
sub/out/plain.pdf"
rm -r sub

run "$TAIZHANG" build plain.csv -o deep/er
is "-o makes the folder" $status 0
is "-o takes the files" "$(files)" "./deep/er/plain.pdf
./deep/er/plain.xlsx"
rm -r deep

run "$TAIZHANG" build "$tmp/desk/plain.csv" -o "$tmp/desk/abs" -f pdf
is "whole paths stay whole" "$(cat "$out")" "$tmp/desk/abs/plain.pdf"
rm -r abs

# ---- formats ----

for format in xlsx pdf png; do
  run "$TAIZHANG" build plain.csv -f $format
  is "-f $format: that file" "$(cat "$out")" "out/plain.$format"
  is "-f $format: no other" "$(files)" "./out/plain.$format"
  rm -r out
done
run "$TAIZHANG" build plain.csv -f pdf,xlsx,pdf
is "a list of formats, in its order, none twice" "$(cat "$out")" "out/plain.pdf
out/plain.xlsx"
rm -r out
"$python" -c 'print(",".join("示例%d镇" % k for k in range(36))); print(",".join(["-12345.67%"] * 36))' >many.csv
run "$TAIZHANG" build many.csv -f pdf
is "numbers that no paper holds: done" $status 0
has "and it is said" "$err" "(columns where it is so: 36)"
rm -r out many.csv
"$python" -c 'print("单位,说明," + ",".join("n%d" % k for k in range(16))); print("甲局," + "示例说明文字若干，" * 9 + ",1198.56" * 16)' >wide.csv
run "$TAIZHANG" build wide.csv -f pdf -s page.paper=A4
run pdftotext -layout out/wide.pdf -
is "numbers are whole beside a text that gives way" "$(grep -o '1198\.56' "$out" | wc -l)" 16
rm -r out wide.csv
run "$TAIZHANG" build plain.csv --dump=grid
is "a grid is dumped once" "$(grep -c '^grid ' "$out")" 1
printf '[book]\ntasks = plain.csv\n[fonts]\nsong = FandolKai-Regular.otf\n[document own]\nkind = ledger\n' >own.ini
run "$TAIZHANG" build own.ini -f pdf
is "fonts of a book: done" $status 0
run pdffonts out/own.pdf
has "fonts of a book come first" "$out" FandolKai-Regular
rm -r out own.ini
run "$TAIZHANG" build plain.csv -f xlxs
is "unknown format: usage" $status 2
has "unknown format: did you mean" "$err" "“xlsx”?"
run "$TAIZHANG" build plain.csv -f pdf,doc
is "unknown format beside a known one: usage" $status 2
is "and nothing is written" "$(files)" ""
run "$TAIZHANG" build plain.csv -f ""
is "no format: usage" $status 2

run "$TAIZHANG" build ledger.csv -t ledger -f png -s page.paper=A5
ok "pages as pictures: their names sort as the pages do" sh -c 'sort -c "$1"' - "$out"
rm -rf out

# ---- several inputs ----

"$python" - <<'END'
for i in range(8):
    with open(f"many{i}.csv", "w") as file:
        file.write("序号,任务,单位\n")
        for n in range(1, 30 + 40 * (i % 3)):
            file.write(f"{n},第{i}类任务{n}按期办结并销号。,示例省能源局\n")
open("many3.csv", "w").write("序号,任务\n1,多,余\n")
END
run "$TAIZHANG" build many?.csv -o one -f xlsx,pdf,png
is "one faulty input among many: data" $status 1
cp "$out" one.out
cp "$err" one.err
is "the others are built" "$(ls one | grep -c xlsx)" 7
fails "the faulty one is not" grep many3 one.out
has "and is named" one.err "many3.csv:2:"
run "$TAIZHANG" build many?.csv -o four -f xlsx,pdf,png -j 4
is "-j 4: same status" $status 1
sed 's,^four/,one/,' "$out" >four.out
same "-j 4: same paths in the same order" four.out one.out
same "-j 4: same findings in the same order" "$err" one.err
ok "-j 4: same bytes" diff -r one four
run "$TAIZHANG" build plain.csv -o one -j many
is "-j takes a number" $status 2
rm -r many* one* four*

mkdir a b
cp plain.csv a/
cp plain.csv b/
run "$TAIZHANG" build a/plain.csv b/plain.csv -o same
is "two inputs, one file: data" $status 1
has "the later one is told" "$err" "b/plain.csv: error: "
has "by its code" "$err" "[output-taken]"
is "the first is written" "$(cat "$out")" "same/plain.xlsx
same/plain.pdf"
run "$TAIZHANG" build a/plain.csv b/plain.csv
is "each beside itself: done" $status 0
is "four files" "$(cat "$out")" "a/out/plain.xlsx
a/out/plain.pdf
b/out/plain.xlsx
b/out/plain.pdf"
run "$TAIZHANG" build plain.csv ./plain.csv
is "the same input twice: data" $status 1
rm -r a b same out

# ---- -s, -t ----

run "$TAIZHANG" build ledger.csv -t ledger -s book.title=示例台账 --dump=pages
has "-s sets the title" "$out" 示例台账
cat >book.ini <<'END'
[book]
title    = 书名
template = ledger
tasks    = ledger.csv
END
run "$TAIZHANG" build book.ini --dump=pages
has "a book has its title" "$out" 书名
run "$TAIZHANG" build book.ini -s book.title=新名 --dump=pages
has "-s is above the book" "$out" 新名
lacks "which no longer counts" "$out" 书名
LC_ALL=C run "$TAIZHANG" build book.ini -s book.title=新名 --dump=pages
has "Chinese values under LC_ALL=C" "$out" 新名
for word in title book.title =value title=x; do
  run "$TAIZHANG" build ledger.csv -s $word
  is "-s $word: usage" $status 2
  has "-s $word: shows the form" "$err" SECTION.KEY=VALUE
done
run "$TAIZHANG" build ledger.csv -s bok.title=x
is "-s with an unknown section is refused" $status 1
has "and corrected" "$err" "did you mean [book]?"
run "$TAIZHANG" build ledger.csv -s book.titel=x
is "-s with an unknown key is refused" $status 1
has "and corrected" "$err" "did you mean “title”?"

run "$TAIZHANG" build ledger.csv -t legder
is "an unknown template is refused" $status 1
has "and corrected" "$err" "did you mean “ledger”?"
mkdir forms data
cp "$root/templates/ledger.ini" forms/own.ini
cp ledger.csv data/
run "$TAIZHANG" build data/ledger.csv -t forms/own.ini
is "a form of one's own, from the current folder" $status 0
rm -r forms data book.ini

# ---- --strict, --dump, check ----

sed '3s/,$/,多余/; 1s/$/,备份/; 2,$s/$/,/' ledger.csv >warned.csv
run "$TAIZHANG" build warned.csv -t ledger
is "a warning alone: done" $status 0
has "it is told" "$err" "warned.csv:1:"
has "as a warning" "$err" ": warning: "
rm -r out
run "$TAIZHANG" build warned.csv -t ledger --strict
is "--strict: data" $status 1
is "--strict: no path" "$(cat "$out")" ""
ok "--strict: nothing is written" test ! -e out
"$python" -c 'print("序号,任务\n1,\"" + "逐户逐项销号。\n" * 300 + "\"")' >lines.csv
run "$TAIZHANG" build lines.csv --strict
is "--strict, a warning that only the workbook gives: data" $status 1
is "and nothing is written" "$(ls out 2>/dev/null)" ""
rm -rf out

for product in grid table pages; do
  run "$TAIZHANG" build ledger.csv -t ledger --dump=$product
  is "--dump=$product: done" $status 0
  has "--dump=$product: the text" "$out" 公布收费目录
  ok "--dump=$product: nothing is written" test ! -e out
done
run "$TAIZHANG" build ledger.csv --dump=gird
is "--dump of something else: usage" $status 2

run "$TAIZHANG" check warned.csv -t ledger
is "check: done" $status 0
has "check: the findings" "$err" "[extra-column]"
is "check: nothing on standard output" "$(cat "$out")" ""
ok "check: nothing is written" test ! -e out
run "$TAIZHANG" check -t ledger --strict warned.csv
is "check --strict: data" $status 1

# ---- --json ----

json () {
  "$python" -c '
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    it = json.load(file)
print(eval(sys.argv[2]))' "$out" "$1" 2>&1
}
run "$TAIZHANG" build warned.csv -t ledger --json
is "--json: done" $status 0
is "--json: the status" "$(json 'it["status"]')" 0
is "--json: the files" "$(json '" ".join(it["files"])')" "out/warned.xlsx out/warned.pdf"
is "--json: the finding" \
  "$(json '[f["severity"], f["code"], f["file"], f["line"]] if (f := it["findings"][0]) else 0')" \
  "['warning', 'extra-column', 'warned.csv', 1]"
is "--json: its cell" "$(json 'it["findings"][0]["cell"]')" G1
is "--json: nothing on standard error" "$(cat "$err")" ""
printf '序号,任务\n1,"a\t""b"" \\\n"\n2,多,"余"\n' >'back\slash.csv'
run "$TAIZHANG" build 'back\slash.csv' --json
is "--json: wrong data" $status 1
is "--json: an error and its name" \
  "$(json 'it["status"], it["files"], {f["severity"] for f in it["findings"]}, it["findings"][0]["file"]')" \
  "(1, [], {'error'}, 'back\\\\slash.csv')"
run "$TAIZHANG" build "$(printf '\377.csv')" --json
is "--json: a name that is not UTF-8" "$(json 'it["findings"][0]["code"]')" bad-output-name
run "$TAIZHANG" build plain.csv --json -f doc
is "--json: usage, too" "$status $(json 'it["status"], "doc" in it["trouble"]')" "2 (2, True)"
rm -r out ./*slash.csv warned.csv lines.csv

# ---- books ----

mkdir -p book/data
cp ledger.csv book/data/tasks.csv
cp plain.csv book/data/
cat >book/2021年第二季度.ini <<'END'
[book]
title    = 示例省重点任务台账
template = ledger
tasks    = data/tasks.csv

[document 台账]
kind = ledger

[document stores]
kind     = table
data     = data/plain.csv
template = generic
name     = 物资
END
run "$TAIZHANG" build book/2021年第二季度.ini
is "a book is built" $status 0
is "its documents in order, by their names" "$(cat "$out")" "book/out/台账.xlsx
book/out/台账.pdf
book/out/物资.xlsx
book/out/物资.pdf"
is "without findings" "$(cat "$err")" ""
cat >book/one.ini <<'END'
[book]
template = ledger
tasks    = data/tasks.csv
END
run "$TAIZHANG" build book/one.ini -f xlsx
is "a book without documents is one itself" "$(cat "$out")" book/out/one.xlsx
rm -r book

# ---- commands ----

run "$TAIZHANG"
is "no arguments: usage" $status 2
has "no arguments: the help" "$out" build
run "$TAIZHANG" --help
is "--help" $status 0
commands=$(sed -n 's/^  \([a-z]*\)  *.*/\1/p' "$out")
for command in $commands; do
  run "$TAIZHANG" "$command" --help
  is "$command --help" $status 0
  has "$command --help: its name" "$out" "taizhang $command"
  is "$command --help: no complaint" "$(cat "$err")" ""
  run "$TAIZHANG" "$command" --no-such-option
  is "$command with an unknown option: usage" $status 2
done
run "$TAIZHANG" build ledger.csv --help
is "--help behind an input builds nothing" "$(files)" ""
run "$TAIZHANG" --version
is "--version" "$status $(cut -d' ' -f1 "$out")" "0 taizhang"
run "$TAIZHANG" biuld ledger.csv
is "unknown command: usage" $status 2
has "unknown command: did you mean" "$err" "“build”?"
run "$TAIZHANG" build
is "build without input: usage" $status 2
run "$TAIZHANG" build ""
is "an empty input: usage" $status 2
run "$TAIZHANG" templates
for form in "$root"/templates/*.ini; do
  has "templates lists $(basename "$form" .ini)" "$out" "$(basename "$form" .ini)"
done
run "$TAIZHANG" templates ledger
is "templates describes one" $status 0
has "with its columns" "$out" 责任单位
run "$TAIZHANG" templates legder
is "templates with a wrong name" $status 1
has "did you mean" "$err" "“ledger”?"
run "$TAIZHANG" fonts
is "fonts" $status 0
has "fonts names the roles" "$out" 仿宋
for use in "--help" "templates" "build plain.csv"; do
  run sh -c '"$TAIZHANG" $1 >/dev/full' - "$use"
  is "standard output full ($use): system" $status 3
done
rm -rf out

# ---- Chinese messages ----

if [ -e "$root/src/po/zh_CN.po" ] && [ -e "$(dirname "$TAIZHANG")/share/locale/zh_CN/LC_MESSAGES/taizhang.mo" ]; then
  for name in LC_ALL LC_MESSAGES LANG; do
    run env -u LC_ALL "$name=zh_CN.UTF-8" "$TAIZHANG" build none.csv
    has "$name=zh_CN.UTF-8: error stays a word for scripts" "$err" "none.csv: error: "
    ok "$name=zh_CN.UTF-8: the message is Chinese" grep -q '文件' "$err"
    lacks "$name=zh_CN.UTF-8: and not English" "$err" "no such file"
  done
  run env LC_ALL=zh_CN.UTF-8 "$TAIZHANG" --help
  ok "the help is Chinese, too" grep -q '台账' "$out"
  run env LC_ALL=C LANG=zh_CN.UTF-8 "$TAIZHANG" build none.csv
  has "LC_ALL=C: English" "$err" "no such file"
else
  skip "Chinese messages" "there is no translation yet"
fi

done_testing
