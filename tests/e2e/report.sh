#!/bin/sh
# Progress reports: every figure in the text counted again from the CSV files, and what a
# report is not made from.
. "$(dirname "$0")/../lib.sh"

command -v pdftotext >/dev/null || skip_all "pdftotext is not installed"
check=$root/tests/report_check.py
jidu=$tmp/jidu
mkdir "$jidu"
cp -R "$root/samples/jidu/book.ini" "$root/samples/jidu/report.txt" "$root/samples/jidu/tasks.csv" \
  "$root/samples/jidu/progress" "$jidu"
# The same book with the text that comes along.
sed '/^text /d' "$jidu/book.ini" >"$jidu/common.ini"

says () { # NAME TEXT
  has "$1" "$err" "$2"
}

# ---- four quarters, two texts ----

last_day () {
  case $1 in
  2021Q1) echo 2021-03-31 ;;
  2021Q2) echo 2021-06-30 ;;
  2021Q3) echo 2021-09-30 ;;
  *) echo 2021-12-31 ;;
  esac
}

for quarter in 2021Q1 2021Q2 2021Q3 2021Q4; do
  for book in book common; do
    run "$TAIZHANG" report "$jidu/$book.ini" -p $quarter -f pdf -o "$tmp/$book/$quarter"
    is "$quarter $book: done" $status 0
    is "$quarter $book: no findings" "$(cat "$err")" ""
    is "$quarter $book: one document" "$(cat "$out")" "$tmp/$book/$quarter/report.pdf"
    pdftotext -raw "$tmp/$book/$quarter/report.pdf" "$tmp/$book-$quarter.txt"
    ! "$python" -c 'import fitz' 2>/dev/null || ok "$quarter $book: tables and charts leave no page half blank" \
      "$python" "$root/tests/official_check.py" "$tmp/$book/$quarter/report.pdf" --feet
  done
  ok "$quarter: every figure" "$python" "$check" "$jidu" $quarter "$(last_day $quarter)" \
    "sample=$tmp/book-$quarter.txt" "common=$tmp/common-$quarter.txt"
done
# What is not there leaves no sign behind, and nobody says “0项”.
reads_well () { # NAME TEXT
  tr -d '\n\f ' <"$2" >"$tmp/joined"
  is "$1: reads well" "$(grep -oE '.{12}(、[。，；）]|，[。，；）]|[；：]。|。[。，；]|（[，、）]|[^0-9.]0项).{0,6}' "$tmp/joined")" ""
}
for quarter in 2021Q1 2021Q2 2021Q3 2021Q4; do
  reads_well "$quarter book" "$tmp/book-$quarter.txt"
  reads_well "$quarter common" "$tmp/common-$quarter.txt"
done
printf '（某单位，逾期0项。甲、。' >"$tmp/odd.txt"
fails "seen: odd signs" sh -c '[ -z "$1" ]' - "$(tr -d x <"$tmp/odd.txt" | grep -oE '、。|[^0-9.]0项')"
fails "seen: the figures of another quarter" "$python" "$check" "$jidu" 2021Q2 2021-06-30 \
  "sample=$tmp/book-2021Q3.txt"
fails "seen: another day" "$python" "$check" "$jidu" 2021Q2 2021-07-30 "sample=$tmp/book-2021Q2.txt"

# ---- cells that look like parts of a document ----

mkdir "$tmp/cells"
cat >"$tmp/cells/lines" <<'END'
附件：乙类水表清单
2031年3月31日
===
抄送：各乡镇供水站
title: 另一件事
{table units}
END
{ echo 序号,任务名称,责任单位,完成时限
  awk '{ printf "%d,%s,示例县供水局,2031年3月底前\n", NR, $0 }' "$tmp/cells/lines"; } >"$tmp/cells/tasks.csv"
cat >"$tmp/cells/report.txt" <<'END'
示例县供水局文件
示水〔2031〕4号
水表核对情况
县人民政府：
任务如下：
{for tasks}
{name}
{end}
请审阅。
示例县供水局
2031年7月1日
END
cat >"$tmp/cells/book.ini" <<'END'
[book]
title = 水表核对台账
template = ledger
tasks = tasks.csv
period = 2031Q2
[document r]
kind = report
text = report.txt
END
run "$TAIZHANG" report "$tmp/cells/book.ini" -f pdf -o "$tmp/cells/out"
is "cells: done" $status 0
pdftotext -layout "$tmp/cells/out/r.pdf" - | tr -d ' \f' | grep -v '^$' >"$tmp/cells/printed"
{ echo 任务如下：; cat "$tmp/cells/lines"; echo 请审阅。; } | tr -d ' ' >"$tmp/cells/expected"
is "cells: every one is a paragraph, as it is written" \
  "$(sed -n '/^任务如下/,/^请审阅/p' "$tmp/cells/printed" | grep -v '^—')" "$(cat "$tmp/cells/expected")"
is "cells: signature and date are the author's" "$(tail -3 "$tmp/cells/printed" | head -2)" "$(printf '示例县供水局\n2031年7月1日')"

# Later reports change nothing of an earlier quarter, but for the date of the files.
rm "$jidu"/progress/2021Q3.csv "$jidu"/progress/2021Q4.csv
SOURCE_DATE_EPOCH=0 run "$TAIZHANG" report "$jidu/book.ini" -p 2021Q2 -f pdf -o "$tmp/early"
cp "$root"/samples/jidu/progress/2021Q[34].csv "$jidu/progress"
SOURCE_DATE_EPOCH=0 run "$TAIZHANG" report "$jidu/book.ini" -p 2021Q2 -f pdf -o "$tmp/late"
same "only records up to the period count" "$tmp/late/report.pdf" "$tmp/early/report.pdf"
run "$TAIZHANG" report "$jidu/book.ini" -p 2021Q2 --as-of 2021-07-30 -f pdf -o "$tmp/later"
pdftotext -raw "$tmp/later/report.pdf" "$tmp/later.txt"
ok "--as-of: days late by that day" "$python" "$check" "$jidu" 2021Q2 2021-07-30 "sample=$tmp/later.txt"

# In a build the report is one of the documents.
run "$TAIZHANG" build "$jidu/book.ini" -f pdf -o "$tmp/built"
is "build: done" $status 0
is "build: both documents" "$(cd "$tmp/built" && echo *)" "ledger.pdf report.pdf"
is "build: title" "$(pdfinfo "$tmp/built/report.pdf" | sed -n 's/^Title: *//p')" \
  关于优化用电营商环境重点任务2021年第四季度进展情况的报告
touch -d 2031-05-06 "$jidu/progress/2021Q4.csv"
run "$TAIZHANG" report "$jidu/book.ini" -f pdf -o "$tmp/dated"
is "progress counts for the date" "$(pdfinfo -isodates "$tmp/dated/report.pdf" | sed -n 's/^CreationDate: *//p')" \
  2031-05-06T00:00:00Z

# ---- the text that comes along, for ledgers of all kinds ----

mkdir "$tmp/kinds"
common () { # NAME PERIOD LEDGER PROGRESS SAYS...
  printf '[book]\ntitle = 某县供电服务任务台账\ntemplate = ledger\ntasks = t.csv\nprogress = p.csv\n' >"$tmp/kinds/b.ini"
  printf "$3" >"$tmp/kinds/t.csv"
  printf "报送期,任务编号,地区,状态,完成率,存在问题,下一步计划\n$4" >"$tmp/kinds/p.csv"
  run "$TAIZHANG" report "$tmp/kinds/b.ini" -p "$2" -f pdf -o "$tmp/kinds/out" --strict
  is "$1: done" "$status $(cat "$err")" "0 "
  pdftotext -raw "$tmp/kinds/out/report.pdf" "$tmp/kinds/$2.txt"
  reads_well "$1" "$tmp/kinds/$2.txt"
  name=$1
  shift 4
  for said; do
    has "$name: says so" "$tmp/joined" "$said"
  done
}
with_units='序号,任务名称,任务内容,责任单位,完成时间\n'
common "all done" 2021H1 "${with_units}1,甲,做甲,某局,2021年6月底前\n2,乙,做乙,某局,2021年6月底前\n" \
  '2021H1,1,,已完成,100,,\n2021H1,2,,已销号,100,,\n' '任务全部完成（其中已销号1项）；完成率为100%。'
common "one late, one closed" 2021 "${with_units}一、办电,,,,\n1,甲,做甲,某局,2021年6月底前\n二、保供,,,,\n1,乙,做乙,某委,2021年6月底前\n" \
  '2021,一-1,,推进中,95,缺人。,招人\n2021,二-1,,已销号,100,,\n' '逾期任务1项：甲（某局，逾期184天）。'
common "nothing but names" 2021Q2 '序号,任务名称,完成时间\n1,甲,2021年6月底前\n2,乙,2021年7月底前\n' \
  '2021Q1,1,东市,推进中,10,,\n2021Q2,1,东市,已完成,100,,\n2021Q2,1,西市,推进中,10,,\n' '2021年第三季度到期的任务1项：乙（2021年7月31日）。'
common "a month, nothing begun" 2021-02 '序号,任务名称,完成时间\n1,甲,\n2,乙,长期坚持\n' '2021-02,1,,未启动,0,,\n' \
  '尚无任务完成，未启动2项，没有逾期任务；完成率为0%。'

# Units and problems are weighed where there are several; regions without a word are named.
common "one problem" 2021Q2 '序号,任务名称,责任单位\n1,甲,某局\n2,乙,某委\n' \
  '2021Q2,1,,推进中,10,缺人手,\n2021Q2,2,,推进中,10,,\n' '各单位报告问题1条：甲，缺人手。' \
  '从责任单位看，某局承担1项，尚未完成；某委承担1项，尚未完成。'
common "problems of one kind" 2021Q2 '序号,任务名称\n1,甲\n2,乙\n' \
  '2021Q2,1,,推进中,10,缺人手,\n2021Q2,2,,推进中,10,缺人手,\n' '各单位报告问题2条，均为：缺人手。'
common "a region that is silent" 2021Q2 '序号,任务名称\n1,甲\n' \
  '2021Q1,1,东市,推进中,10,,\n2021Q1,1,西市,推进中,10,,\n2021Q2,1,东市,推进中,20,,\n' '本期未报送进展的地区1个：西市。'
common "done and begun again" 2021Q2 '序号,任务名称,完成时间\n1,甲,每季度末\n2,乙,每季度末\n' \
  '2021Q1,1,,已完成,100,,\n2021Q1,2,,已完成,100,,\n2021Q2,1,,推进中,20,,\n2021Q2,2,,已完成,100,,\n' \
  '上期末统计为完成、本期进入新的周期或者重新推进的任务1项：甲。'

# ---- what a report is not made from ----

cd "$tmp" || exit 2
mkdir bad
write_book () { # further lines of [book], then of [document report]
  printf '[book]\ntitle = 示例台账\ntemplate = ledger\ntasks = tasks.csv\n%s\n[document report]\nkind = report\ntext = report.txt\n%s\n' \
    "$1" "$2" >bad/book.ini
}
printf '序号,任务名称,任务内容,责任单位,完成时间\n一、办电,,,,\n1,压时间,内容。,某局,2021年6月底前\n2,压成本,内容。,某局,2021年9月底前\n' >bad/tasks.csv
good_progress='报送期,任务编号,状态,完成率\n2021Q2,一-1,推进中,40\n'
good_text='某市进展报告\n共{tasks}项，完成{done}项。\n'
printf "$good_progress" >bad/progress.csv
printf "$good_text" >bad/report.txt

book_is_bad () { # NAME FINDING: it is an error, nothing is written, what was there stays
  mkdir -p bad/out
  echo old >bad/out/report.pdf
  run "$TAIZHANG" report bad/book.ini -f pdf
  is "$1: wrong data" $status 1
  says "$1: the finding" "$2"
  is "$1: nothing is written" "$(cat bad/out/report.pdf; ls bad/out)" "old
report.pdf"
  run "$TAIZHANG" check bad/book.ini
  is "$1: check tells it, too" $status 1
  rm -r bad/out
}

write_book 'progress = progress.csv' ''
run "$TAIZHANG" report bad/book.ini -f pdf
is "the last period reported on, without another: done" $status 0

write_book '' ''
book_is_bad "no period" "bad/book.ini: error: the report does not know its period"
has "no period: what to write" "$err" "write period = 2021Q2 into [book], or add -p 2021Q2"
write_book 'period = 二季度
progress = progress.csv' ''
book_is_bad "a period that is none" "bad/book.ini:5:10: error: “二季度” is not a period"
write_book 'progress = progress.csv' ''
run "$TAIZHANG" report bad/book.ini -f pdf -p 2021Q3
is "nothing reported on the period: a warning" $status 0
says "nothing reported on the period: the last one" \
  "nothing was reported on 2021年第三季度, the last reports are on 2021年第二季度"
write_book 'period = 2021Q2' ''
run "$TAIZHANG" report bad/book.ini -f pdf
is "no progress: a warning" $status 0
says "no progress: what to write" "write progress = progress/*.csv into [book] [no-progress]"
run "$TAIZHANG" report bad/book.ini -f pdf --strict
is "no progress: an error under --strict" $status 1

write_book 'period = 2021Q2
progress = progress.csv' ''
printf '报送期,任务编号,状态,完成率\n2021Q2,一-9,推进中,40\n' >bad/progress.csv
book_is_bad "progress of a task that there is not" "bad/progress.csv:2:8: error: the ledger has no task “一-9”"
printf '报送期,任务编号,状态,完成率\n2021Q2,一-1,推进中,140\n' >bad/progress.csv
book_is_bad "more than all" "bad/progress.csv:2:16: error: “140” is not a percentage"
printf '报送期,任务编号,状态,完成率\n2021Q2,一-1,推进中,40\n2021Q2,一-1,已完成,100\n' >bad/progress.csv
book_is_bad "two records of one task" "bad/progress.csv:3:8: error: task 一-1 is reported a second time"
printf '报送期,任务编号,状态,完成率\n2021Q2,一-1,已完成,40\n' >bad/progress.csv
book_is_bad "status against percent" "bad/progress.csv:2:16: error: the status 已完成 does not go with 40"
printf "$good_progress" >bad/progress.csv

printf '某市进展报告\n共{tasks}项，逾期{lete}项。\n{for lates}{name}{end}\n' >bad/report.txt
book_is_bad "an insertion that there is not" "bad/report.txt:2:14: error: there is no {lete}; did you mean {late}?"
has "a list that there is not" "$err" "bad/report.txt:3:6: error: there is no list “lates”; did you mean “late”?"
printf '某市进展报告\n{if late > 0}有{end}\n共{tasks}项。\n{table section}\n' >bad/report.txt
book_is_bad "a table that there is not" "bad/report.txt:4:8: error: there is no table “section”"
printf '某市进展报告\n{if done}\n有\n比上期{rate-change}。\n{else}\n比上期{rate-change}。\n{end}\n' >bad/report.txt
book_is_bad "a comparison with nothing" "bad/report.txt:6:5: error: {rate-change} has no value"
# What the letter finds in a line that was made is told of the line it was made from.
printf '某市进展报告\n{for tasks}\n{name}。\n{end}\n{# 两行\n说明 #}\n2021年2月30日\n' >bad/report.txt
run "$TAIZHANG" report bad/book.ini -f pdf
says "findings about the letter name lines of the text" "bad/report.txt:7"
printf "$good_text" >bad/report.txt

write_book 'period = 2021Q2
progress = progress.csv' 'attachments = report'
book_is_bad "an attachment of itself" "error: [document report] is attached to itself"
write_book 'period = 2021Q2' 'numbr = 示发〔2021〕1号'
book_is_bad "an unknown key" "did you mean"

run "$TAIZHANG" report bad/tasks.csv
is "a CSV: usage" $status 2
says "a CSV: what it takes" "a report is made from a book (.ini)"
run "$TAIZHANG" report
is "no book: usage" $status 2
for command in build check report; do
  run "$TAIZHANG" $command bad/book.ini -p 第二期
  is "$command -p: not a period" $status 2
  says "$command -p: what it takes" "-p takes a period, such as 2021Q2"
done

done_testing
