#!/bin/sh
# Wrong progress: each fault has its code and its place, says what to do, and keeps check
# and build from passing; warnings let both pass.
. "$(dirname "$0")/../lib.sh"

cd "$tmp" || exit 2
mkdir book
cd book || exit 2
printf '一、办电,,,\n1,压时间,省能源局,2021年6月底前\n2,压成本,省电力公司,2021年底前\n二、保障,,,\n1,强监管,省能源局,持续推进\n,,省电力公司,2021年9月底前\n' \
  | sed '1i序号,任务名称,责任单位,完成时限' >tasks.csv
cat >book.ini <<'END'
[book]
title    = 台账
template = ledger
tasks    = tasks.csv
progress = p.csv
period   = 2021Q2
start    = 2021-01-01
END

# judge SEVERITY NAME PLACE CODE ADVICE: what check, build and report say of p.csv.
judge () {
  severity=$1 name=$2 place=$3 code=$4 advice=$5
  status_wanted=1
  [ "$severity" = error ] || status_wanted=0
  rm -rf out
  for command in check report build; do
    case $command in
    check) run "$TAIZHANG" check book.ini ;;
    report) run "$TAIZHANG" report book.ini -f pdf -o out/report ;;
    *) run "$TAIZHANG" build book.ini -f xlsx -o out ;;
    esac
    is "$name: $command's status" $status $status_wanted
    is "$name: $command's place" \
      "$(grep -F -e "[$code]" "$err" | head -n 1 | sed 's/\(error\|warning\): .*/\1/')" "$place: $severity"
  done
  has "$name: what to do" "$err" "$advice"
  if [ "$severity" = error ]; then
    is "$name: nothing is written" "$(find out -type f 2>/dev/null)" ""
  else
    ok "$name: written all the same" test -s out/book.xlsx
  fi
}

# progress LINE...: p.csv under the usual titles.
progress () {
  { echo "报送期,任务编号,地区,状态,完成率,完成情况"; printf '%s\n' "$@"; } >p.csv
}

progress '2021Q2,一-1,,推进中,60,甲' '2021Q2,一-2,东江市,已完成,100%,乙' '2021Q2,二-1-2,,未启动,0,' '2021Q1,一-1,,推进中,,'
run "$TAIZHANG" check book.ini
is "good progress: status" $status 0
is "good progress: silence" "$(cat "$err")" ""

progress '2021Q2,一-1,,推进中,60,甲' '2021Q2,三-7,,推进中,60,甲'
judge error "unknown task" p.csv:3:8 unknown-task "write section and number, such as 二-5"
progress '2021Q2,一-11,,推进中,60,甲'
judge error "nearly a task" p.csv:2:8 unknown-task "did you mean “一-1”?"
progress '2021Q2,二-1-3,,推进中,60,甲'
judge error "a row that the task has not" p.csv:2:8 unknown-task "did you mean"
progress '2021Q2,,,推进中,60,甲'
judge error "no task" p.csv:2:8 missing-task "write the task's number"

for percent in 101 -5 大半 100.001 1e2 '50%%'; do
  progress "2021Q2,一-1,,推进中,$percent,甲"
  judge error "percentage $percent" p.csv:2:17 bad-percent "write a number from 0 to 100"
done

progress '2021Q2,一-1,,已完成,40%,甲'
judge error "done with 40 %" p.csv:2:17 status-percent "write 100 for 已完成"
progress '2021Q2,一-1,,已销号,99.9,甲'
judge error "closed with 99.9 %" p.csv:2:17 status-percent "write 100 for 已完成"
progress '2021Q2,一-1,,未启动,5,甲'
judge error "not started with 5 %" p.csv:2:17 status-percent "0 for 未启动"
progress '2021Q2,一-1,,逾期,100,甲'
judge error "late with 100 %" p.csv:2:16 status-percent "less than 100 for 逾期"

progress '2021Q2,一-1,,推近中,60,甲'
judge error "misspelt status" p.csv:2:13 unknown-status "did you mean “推进中”?"
progress '2021Q2,一-1,,xyz,60,甲'
judge error "unknown status" p.csv:2:13 unknown-status "write 未启动, 推进中, 已完成, 已销号 or 逾期"
progress '2021Q2,一-1,,,,甲'
judge warning "neither status nor percentage" p.csv:2:13 missing-status "write one of them"

progress '2021Q2,一-1,东江市,推进中,60,甲' '2021Q2,一-1,南湖市,推进中,60,甲' '2021Q2,一-1,东江市,推进中,70,乙'
judge error "two records for one task, period and region" p.csv:4:8 duplicate-progress "delete one of the two records"
progress '2021Q2,一-1,东江市,推进中,60,甲' '2021年二季度,一-1,东江市,进行中,60%,甲'
judge warning "one record twice" p.csv:3:10 duplicate-progress "delete one of the two records"

progress '第二期,一-1,,推进中,60,甲'
judge error "unknown period" p.csv:2:1 bad-period "write it as 2021Q2"
progress ',一-1,,推进中,60,甲'
judge error "no period" p.csv:2:1 missing-period "write one such as 2021Q2"
progress '2012Q2,一-1,,推进中,60,甲'
judge error "a period before the ledger" p.csv:2:1 period-range "correct the period"
progress '2021Q2,一-1,,推进中,60,甲' '2021Q3,一-1,,推进中,70,甲'
judge warning "a period behind the book's" p.csv:3:1 period-range "correct one of them"
run "$TAIZHANG" check book.ini -p 2021Q1
is "a later period than -p asks for is no fault" "$(cat "$err")" ""

printf '报送期,地区,状态\n2021Q2,东江市,推进中\n' >p.csv
judge error "no column of tasks" p.csv:1:1 missing-column "give one the title 任务编号"
printf '任务编号,状态\n一-1,推进中\n一-2,推进中\n' >p.csv
judge error "no column of periods" p.csv:1:1 missing-column "give one the title 报送期"
is "no column of periods: told once" "$(grep -c missing-column "$err")" 1
printf '报送期,任务编号,完成情况\n2021Q2,一-1,甲\n' >p.csv
judge error "no column of states" p.csv:1:1 missing-column "add 状态"
printf '报送期,任务编号,状态,完成请况\n2021Q2,一-1,推进中,甲\n' >p.csv
judge warning "a misspelt column" p.csv:1:13 extra-column "did you mean “完成情况”?"

printf '报送期,任务编号,状态\n2021Q2,一-1,推进\0中\n' >p.csv
judge error "a zero byte" p.csv:2:14 control-character "delete it"
progress '2021Q2,一-1,东江市,推进中,60,甲' '2021Q2,一-2,东江,推进中,60,甲'
judge warning "a region under two names" p.csv:3:12 region-similar "list both in [regions]"

# All faults of a file in one run.
progress '2021Q2,三-7,,推近中,101,甲' '第二期,一-1,,已完成,40,甲'
run "$TAIZHANG" check book.ini
is "several faults: all are told" "$(grep -o '\[[a-z-]*\]$' "$err" | tr '\n' ' ')" \
  "[unknown-task] [unknown-status] [bad-percent] [bad-period] "

# Files that the book names and that are not there are told at the book's line.
rm p.csv
judge error "no file of progress" book.ini:5:12 file-missing "correct its name here"
sed -i 's/^progress.*/progress = nowhere-*.csv/' book.ini
judge warning "no file fits the pattern" book.ini:5:12 no-progress "put the reports there"
sed -i 's/^tasks.*/tasks    = nowhere.csv/' book.ini
judge error "no file of tasks" book.ini:4:12 file-missing "correct its name here"

done_testing
