#!/bin/sh
# A signal ends the program as it ends others, and leaves nothing unfinished in the folder that is sent out.
. "$(dirname "$0")/../lib.sh"

cd "$tmp" || exit 2
awk 'BEGIN { print "序号,任务,内容,单位"; for (i = 1; i <= 400; i++) print i ",任务" i ",按时完成第" i "项工作。,示例市能源局" }' >a.csv
for name in b c d; do cp a.csv $name.csv; done
# Long enough to be written row by row, through files of the library and of another thread.
awk 'BEGIN { print "序号,任务,内容,单位"; for (i = 1; i <= 14000; i++) print i ",任务" i ",完成" i ",甲" }' >long.csv

for signal in HUP INT TERM; do
  ok "SIG$signal leaves no temporary, in 20 trials" $python "$root/tests/signal_check.py" $signal 20 out \
    "$TAIZHANG" build a.csv b.csv -o out -f xlsx,pdf
done
ok "nor of several threads" $python "$root/tests/signal_check.py" TERM 20 out \
  "$TAIZHANG" build a.csv b.csv c.csv d.csv -o out -f xlsx,pdf -j 4
ok "nor of a long table's workbook" $python "$root/tests/signal_check.py" TERM 20 out \
  "$TAIZHANG" build long.csv -o out -f xlsx
ok "an ignored signal stays ignored" $python "$root/tests/signal_check.py" ignored HUP out \
  "$TAIZHANG" build a.csv -o out -f xlsx,pdf

# As a shell tells it.
mkdir shell
run sh -c '"$TAIZHANG" build a.csv b.csv -o shell -f pdf &
  while [ -z "$(ls -A shell)" ]; do :; done
  kill -TERM $!
  wait $!'
is "the shell sees the signal" $status 143

done_testing
