#!/bin/sh
# Units that stay with their numbers: those that come with the program, an office's own, and what is wrong with them.
. "$(dirname "$0")/../lib.sh"

command -v pdftotext >/dev/null || skip_all "pdftotext is not installed"
cd "$tmp" || exit 2

# In a column of 76 mm the number would end the first line, were it not for the unit.
row () {
  printf '序号,任务名称,任务内容,责任单位\n1,巡查,供电服务工作要点明确安排按期完成巡视检%s并持续改进提高质量,示例市能源局\n' "$1"
}
# parted NAME WORD [OPTIONS]: how many lines end with the number before WORD
parted () {
  name=$1 word=$2
  shift 2
  row "36$word" >"$name.csv"
  run "$TAIZHANG" build "$name.csv" -t qiandongnan -s 'column content.width=76mm' -f pdf -o out "$@"
  pdftotext -layout "out/$name.pdf" - | grep -cE '36( |$)'
}

is "a known unit stays" "$(parted known 个工作日)" 0
is "a word that is no unit does not" "$(parted unknown 乐章组)" 1
is "the office's own stays" "$(parted own 乐章组 -s 'counters.ours=乐章 乐章组')" 0
is "one that is taken away does not" "$(parted none 个工作日 -s 'counters.none=个工作日、个')" 1

mkdir -p "$XDG_CONFIG_HOME/taizhang"
printf '[counters]\nours = 乐章组\n' >"$XDG_CONFIG_HOME/taizhang/counters.ini"
is "one of all the user's books stays" "$(parted user 乐章组)" 0
printf '[counter]\nours = 乐章组\n' >"$XDG_CONFIG_HOME/taizhang/counters.ini"
run "$TAIZHANG" build known.csv -f pdf -o out
is "a file that cannot be understood: status" $status 1
has "it is named" "$err" "counters.ini:1:1: error: a file of units has no section [counter]; write [counters]"
rm -r "$XDG_CONFIG_HOME/taizhang"

cat >form.ini <<'END'
[template]
based-on = qiandongnan
[counters]
ours = 乐章组
END
row 36乐章组 >form.csv
run "$TAIZHANG" build form.csv -t form.ini -s 'column content.width=76mm' -f pdf -o out
is "one of a form stays" "$(pdftotext -layout out/form.pdf - | grep -cE '36( |$)')" 0
run "$TAIZHANG" check known.csv -s 'counters.ours=3个'
is "what is no unit: status" $status 1
has "it is named" "$err" '-s counters.ours: error: “3个” is no unit'

# The program's own file.
mkdir data
cp -r "$root/templates" "$root/fonts" data/
TAIZHANG_DATA=$tmp/data
rm data/templates/words/counters.ini
run "$TAIZHANG" build known.csv -o out
is "without it nothing is done: status" $status 3
has "what is missing is named" "$err" "a part of this program is missing: $tmp/data/templates/words/counters.ini"
printf '[counters\n' >data/templates/words/counters.ini
run "$TAIZHANG" build known.csv -o out
is "a broken one: status" $status 1
has "its place is told, and that it came with the program" "$err" "words/counters.ini:1:1: error:"
has "its place is told, and what to do" "$err" "This file came with the program"

done_testing
