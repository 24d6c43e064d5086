#!/bin/sh
# What a run says and how it may be asked: findings that repeat, a file alone, standard input, help.
. "$(dirname "$0")/../lib.sh"

cd "$tmp" || exit 2

# ---- findings that repeat ----

{
  echo '序号,事项'
  for i in 1 2 3 4 5 6 7 8 9; do echo "$i,检修 线路$i"; done
} >blanks.csv
run "$TAIZHANG" check blanks.csv
is "repeats: five with their places, one line for the others" \
  "$(grep -c '^blanks.csv:[2-6]:3: warning: ' "$err") $(wc -l <"$err")" "5 6"
has "repeats: counted" "$err" "blanks.csv: warning: …and 4 more of this kind; --all shows them [stray-space]"
run "$TAIZHANG" check --all blanks.csv
is "--all: each with its place" "$(grep -c '^blanks.csv:[0-9]*:3: warning: ' "$err") $(wc -l <"$err")" "9 9"
run "$TAIZHANG" check --json blanks.csv
is "--json: each with its place" "$(grep -c '"stray-space"' "$out")" 9

# ---- a file alone ----

mkdir bare
cd bare || exit 2
printf '序号,事项,单位\n1,检修线路,示例县供电所\n' >台账.csv
run "$TAIZHANG" 台账.csv -f xlsx
is "a file alone is built" "$status $(cat "$out")" "0 out/台账.xlsx"
run "$TAIZHANG" gone.csv
is "a table that is not there: as build has it" "$status" 1
has "… and told so" "$err" "gone.csv: error: there is no such file"

# usage NAME TEXT WORD...: the words are not understood, and the message says TEXT.
usage () {
  what=$1 wanted=$2
  shift 2
  run "$TAIZHANG" "$@"
  is "$what: status" $status 2
  has "$what: told" "$err" "$wanted"
}

usage "a file without its ending" "there is no file “台账”; did you mean “台账.csv”?" 台账
usage "a command misspelt" "there is no command “biuld”; did you mean “build”?" biuld 台账.csv
usage "neither command nor file" "there is neither a command nor a file “tables/台账”" tables/台账
usage "a folder" "“out” is a folder; name a file in it" out
usage "an option misspelt" "did you mean “--version”?" --verison
usage "an option of another command with a value" "there is no option “--dump”" check --dump=grid 台账.csv
usage "an option in front" "options stand behind the command" -f pdf 台账.csv

# ---- standard input ----

# piped FILE ARGUMENT...: as run, with FILE on standard input, through a pipe.
piped () {
  from=$1
  shift
  cat "$from" | "$@" >"$out" 2>"$err"
  status=$?
}

rm -rf out
piped 台账.csv "$TAIZHANG" - -f xlsx,pdf
is "a table on standard input" "$status $(ls out | tr '\n' ' ')" "0 stdin.pdf stdin.xlsx "
mv out first
piped 台账.csv "$TAIZHANG" build - -f xlsx
same "… gives the same bytes each time" out/stdin.xlsx first/stdin.xlsx
printf '\n; 台账\n[book]\ntasks = 台账.csv\n[document 上报]\nkind = ledger\n' >book.ini
piped book.ini "$TAIZHANG" build - -f xlsx
is "a book on standard input names its data and its files" "$status $(cat "$out")" "0 out/上报.xlsx"
printf '序号,事项\n1,检修,多余\n' >wide.csv
piped wide.csv "$TAIZHANG" check -
is "a finding has its place" "$(cut -d ' ' -f 1-2 "$err")" "-:2:6: error:"
run "$TAIZHANG" check -
has "nothing on standard input" "$err" "[empty-file]"

# ---- what was done to a table before it came here ----

printf '户号,事项,时限\n1.5E+17,检修,44500\n2.5E+17,巡视,44501\n' >excel.csv
run "$TAIZHANG" check excel.csv
is "Excel's damage: once for a column" "$(sed 's/ .*\[/ [/' "$err")" \
  "excel.csv:2:1: [number-shortened]
excel.csv:2:12: [excel-date]"
# As a program writes it that takes UTF-8 for GBK; the last character of 检修 was lost.
printf '搴忓彿,浜嬮」,璐ｄ换鍗曚綅\n1,妫€淇�,绀轰緥鍘夸緵鐢垫墍\n2,宸¤,绀轰緥闀囨斂搴�\n' >garbled.csv
run "$TAIZHANG" build garbled.csv
is "a garbled file: one finding, no advice on fonts" "$status $(sed 's/: .*\[/ [/' "$err")" "1 garbled.csv:1:1 [garbled-text]"

# ---- a table wider than any paper ----

{
  printf '序号'; for i in $(seq 60); do printf ',第%s镇' "$i"; done; echo
  printf '1'; for i in $(seq 60); do printf ',%s' "$i"; done; echo
} >broad.csv
run "$TAIZHANG" build broad.csv -f xlsx -o broad
is "a workbook needs no paper" "$status $(cat "$out")" "0 broad/broad.xlsx"
run "$TAIZHANG" build broad.csv -f pdf -o broad
is "a PDF does" "$status" 1
has "… and the way out is named" "$err" "-s table.sideways=yes"

# ---- help ----

run "$TAIZHANG" help
"$TAIZHANG" --help >wanted
same "help" "$out" wanted
run "$TAIZHANG" help check
"$TAIZHANG" check --help >wanted
same "help COMMAND" "$out" wanted
usage "help on what there is not" "did you mean “check”?" help chekc
run "$TAIZHANG" -V
"$TAIZHANG" --version >wanted
same "-V" "$out" wanted

done_testing
