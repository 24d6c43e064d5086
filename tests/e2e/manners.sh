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

done_testing
