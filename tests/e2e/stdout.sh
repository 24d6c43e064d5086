#!/bin/sh
# What was to be printed and could not be is a failure of the system (3), in every command, and whatever
# else the run came to.
. "$(dirname "$0")/../lib.sh"

cd "$tmp" || exit 2
printf '序号,任务\n1,甲\n2,乙\n' >good.csv
# More findings than any buffer holds: the stream fails in the middle.
awk 'BEGIN { print "序号,名称,内容"; for (i = 1; i <= 600; i++) print i ",\"a" }' >many.csv
awk 'BEGIN { print "序号,名称,内容"; for (i = 1; i <= 600; i++) print i ",压减 时限" i ",丙" }' >flaws.csv
cat >book.ini <<'END'
[book]
title = 示例
tasks = good.csv
END

# full STATUS ARGUMENTS...: the same run prints and comes to STATUS with room, to 3 without.
full () {
  wanted=$1
  shift
  run "$TAIZHANG" "$@"
  is "$*: status with room" $status "$wanted"
  ok "$*: something to print" test -s "$out"
  "$TAIZHANG" "$@" >/dev/full 2>"$err" </dev/null
  is "$*: status on a full disk" $? 3
  has "$*: and it is told" "$err" "the output could not be written (No space left on device)"
}

full 0 --help
full 0 --version
full 2
full 0 build --help
full 0 build good.csv -o out
full 0 build good.csv -o out --json
full 0 build good.csv --dump=grid
full 0 build good.csv --dump=table
full 0 build good.csv --dump=pages
full 1 check many.csv --json
full 0 check flaws.csv --json
full 1 check flaws.csv --json --strict
full 2 check --json
full 0 report book.ini --help
full 0 templates
full 0 templates shanxi
full 0 fonts

"$TAIZHANG" build good.csv -o out >&- 2>"$err" </dev/null
is "closed standard output: status" $? 3
has "closed standard output: told" "$err" "the output could not be written"
"$TAIZHANG" check good.csv >&- 2>"$err" </dev/null
is "closed standard output, nothing to print: status" $? 0
"$TAIZHANG" check good.csv --json >&- 2>&- <&-
is "all streams closed: status" $? 3
"$TAIZHANG" check flaws.csv 2>/dev/full </dev/null
is "findings that could not be printed: status" $? 3

done_testing
