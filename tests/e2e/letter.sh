#!/bin/sh
# Official documents: the sample and the real texts, measured in their PDFs.
. "$(dirname "$0")/../lib.sh"

"$python" -c 'import fitz' 2>/dev/null || skip_all "fitz is not installed"

measure () {
  "$python" "$root/tests/official_check.py" "$@"
}

built () {
  is "$1: done" $status 0
  ok "$1: no errors" sh -c '! grep -F ": error: " "$1"' - "$err"
}

# ---- the sample ----

run "$TAIZHANG" build "$root/samples/gongwen/book.ini" -o "$tmp/sample"
built sample
is "sample: no findings" "$(cat "$err")" ""
ok "sample: letter format, 10.1" measure "$tmp/sample/letter.pdf" --letter-format
ok "sample: order, 10.2, with a signature stamp" measure "$tmp/sample/order.pdf" --order 市长 --pages 2 --numbers 1,2 \
  --imprint 2 --says 2:明江市电力设施保护办法
ok "sample: minutes, 10.3" measure "$tmp/sample/minutes.pdf" --mark 35 --people 2:出席,请假,列席 --numbers 1,2 \
  --imprint 2 --pages 2
fails "seen: another mark" measure "$tmp/sample/minutes.pdf" --mark 20
is "sample: workbooks of the tables alone" "$(cd "$tmp/sample" && echo *.xlsx)" "ledger.xlsx limits.xlsx"
ok "sample: notice" measure "$tmp/sample/notice.pdf" --joint --full 4 --numbers 1,2,3,4,5,6 --unnumbered 9,10 \
  --imprint 10 --pages 10 --says 3:青溪县供电服务提升行动计划 --says 6:附件1 --says 7:附件2 --says 8:附件3 \
  --says 7:—7— --says 10:抄送：市发展和改革委员会
ok "sample: letter" measure "$tmp/sample/letter.pdf" --pages 2 --unnumbered 1 --numbers 2
ok "sample: labels and titles of attachments, types of headings" measure "$tmp/sample/notice.pdf" --fonts 3,2,0 \
  --attachment 6:附件1 --attachment 7:附件2 --attachment 8:附件3
fails "seen: another label" measure "$tmp/sample/notice.pdf" --attachment 7:附件1
fails "seen: fewer headings" measure "$tmp/sample/notice.pdf" --fonts 30,0,0
fails "seen: another page" measure "$tmp/sample/notice.pdf" --full 2

run "$TAIZHANG" build "$root/samples/gongwen/book.ini" --dump=pages
has "headings are in the outline, below the title" "$out" 'outline 2 page 2 y 89.09 "二、按季报送"'

# Clause 8: odd and even pages with a table across.
run "$TAIZHANG" build "$root/samples/gongwen/book.ini" -f pdf,png -s page.binding=print -o "$tmp/print"
built "sample to be bound"
shows "bound: tables turned, numbers where upright pages have them" measure "$tmp/print/notice.pdf" --numbers 5,6,7,8 \
  --turned 7:用户类型 --turned 8:序号 --turned 9:完成时间 --unnumbered 10 --pages 10
ok "bound: a ledger of its own" "$python" -c '
import fitz, sys
for path in sys.argv[1:]:
    for page in fitz.open(path):
        assert page.rotation == 90 and page.mediabox.width < page.mediabox.height, path
' "$tmp/print/ledger.pdf" "$tmp/print/limits.pdf"
ok "bound: pictures show pages as they are read" "$python" -c '
import fitz, sys
picture = fitz.Pixmap(sys.argv[1])
assert picture.width > picture.height
' "$tmp/print/notice-08.png"
run "$TAIZHANG" build "$root/samples/gongwen/book.ini" -f pdf -s page.binding=print -s page.tagged=yes -o "$tmp/tagged"
built "bound and tagged"
ok "bound and tagged: turned all the same" measure "$tmp/tagged/notice.pdf" --numbers 7,8 --turned 7:用户类型 --turned 8:序号
fails "seen: tables that lie as on the screen" measure "$tmp/sample/notice.pdf" --turned 8:序号
run "$TAIZHANG" build "$root/samples/gongwen/book.ini" -s page.binding=print --dump=pages
has "the dump says what is turned" "$out" " turned"
run "$TAIZHANG" build "$root/samples/gongwen/book.ini" -f png -o "$tmp/png"
built "sample as pictures"
ok "sample: a picture a page" test -s "$tmp/png/notice-10.png" -a -s "$tmp/png/letter-2.png"
run "$TAIZHANG" build "$root/samples/gongwen/book.ini" --dump=pages
built "dump"
has "the dump has the text" "$out" "青发改〔2021〕12号"
run "$TAIZHANG" build "$root/samples/gongwen/book.ini" --dump=table
built "dump of tables"
run "$TAIZHANG" templates official
is "templates describes the form" $status 0

# ---- what books may say ----

mkdir "$tmp/own"
cat >"$tmp/own/notice.txt" <<'END'
示例市能源局文件
示能〔2021〕9号
关于做好供电服务工作的通知
各县：
正文。
END
printf '[document notice]\nkind = letter\ntext = notice.txt\n' >"$tmp/own/book.ini"
run "$TAIZHANG" build "$tmp/own/book.ini"
built "a book of one letter"
is "which has no workbook" "$(cat "$out")" "$tmp/own/out/notice.pdf"
run "$TAIZHANG" build "$tmp/own/book.ini" -s frame.lines=20 -o "$tmp/own/other"
built "another number of lines"
run "$TAIZHANG" build "$tmp/own/book.ini" -f xlsx
is "a workbook of a letter" "$status$(cat "$out")" 0
has "is said not to be" "$err" nothing-written
has "and what writes it" "$err" "use -f pdf or -f png"
printf '[document notice]\nkind = letter\n' >"$tmp/own/book.ini"
run "$TAIZHANG" build "$tmp/own/book.ini"
is "a letter without a text" $status 1
has "says what to write" "$err" "text = notice.txt"
printf '[document notice]\nkind = letter\ntext = notice.txt\nattachments = leger\n' >"$tmp/own/book.ini"
run "$TAIZHANG" build "$tmp/own/book.ini"
is "an attachment that is not there" $status 1
has "is named" "$err" leger
printf '[document notice]\nkind = letter\ntext = notice.txt\nattachments = notice\n' >"$tmp/own/book.ini"
run "$TAIZHANG" build "$tmp/own/book.ini"
is "a document attached to itself" $status 1
has "is said so" "$err" attached-to-itself
printf '[document notice]\nkind = letter\ntext = notice.txt\ntemplate = ledger\n' >"$tmp/own/book.ini"
run "$TAIZHANG" build "$tmp/own/book.ini"
is "a ledger's form for a letter" $status 1

# ---- tables and charts in the text ----

mkdir "$tmp/figures"
cp "$root"/samples/gongwen/*.csv "$tmp/figures"
{
  printf '示例市能源局文件\n示能〔2021〕9号\n关于{region}{period}工作的报告\n市政府：\n'
  for i in 1 2 3 4 5 6; do
    echo '各单位对照任务台账逐项细化措施，每项任务确定一名负责人和一名联络员，按季报送进展情况。'
  done
  printf '{table limits}\n一、任务\n{table ledger}\n以上任务按季调度，结果通报各单位。\n示例市能源局\n2021年7月9日\n'
} >"$tmp/figures/report.txt"
cat >"$tmp/figures/book.ini" <<'END'
[book]
template = linqu
region = 青溪县
period = 2021Q2
[document report]
kind = letter
text = report.txt
[document limits]
kind = table
template = time-limits
data = limits.csv
[document ledger]
kind = ledger
data = tasks.csv
title = 供电服务提升行动任务台账
END
run "$TAIZHANG" build "$tmp/figures/book.ini" -f pdf -o "$tmp/figures"
built "tables in the text"
is "tables in the text: no findings" "$(cat "$err")" ""
ok "tables in the text: numbered, on the grid, over pages" measure "$tmp/figures/report.pdf" --grid 2 --grid 3 \
  --numbers 1,2,3 --pages 3 --says 1:青溪县2021年第二季度工作 --says 2:表1 --says 2:表2 --says 3:序号分类工作目标任务
printf '{table limit}\n{chart states}\n' >>"$tmp/figures/report.txt"
run "$TAIZHANG" build "$tmp/figures/book.ini" -f pdf -o "$tmp/figures"
is "tables that are not there" $status 1
has "are named with what may be meant" "$err" "{table limits}"
has "and with what is missing" "$err" "progress"
run "$TAIZHANG" report "$root/samples/jidu/book.ini" -o "$tmp/report"
built "a report"
ok "a report: tables and charts stand in its text" measure "$tmp/report/report.pdf" --grid 2 --grid 3 --grid 4

# ---- real texts ----

[ -d "${TAIZHANG_LEDGERS:-}" ] || done_testing

tables='[document ledger]\nkind = ledger\n[document limits]\nkind = table\ndata = limits.csv\ntemplate = time-limits\n'
text () {
  mkdir -p "$tmp/texts"
  cat - "$TAIZHANG_LEDGERS/$1/body.txt" >"$tmp/texts/$1"
}

# Every line of the text is on the pages, blanks and line ends aside.
complete () {
  "$python" - "$1" "$2" <<'END'
import fitz, re, sys
def bare(text):
    return re.sub(r"[\s　]|^—\d+—$", "", text).replace("(", "（").replace(")", "）")
pages = "".join(bare(re.sub(r"—\s*\d+\s*—\s*$", "", page.get_text())) for page in fitz.open(sys.argv[1]))
lost = [line for line in open(sys.argv[2], encoding="utf-8") if bare(line)[:12] not in pages]
lost = [line for line in lost if "此页无正文" not in line]
print("".join(lost))
sys.exit(len(lost) > 0)
END
}

place () {
  mkdir "$tmp/$1"
  cp "$TAIZHANG_LEDGERS/$1"/*.csv "$tmp/$1"
  cp "$tmp/texts/$1" "$tmp/$1/notice.txt"
  printf '[book]\ntemplate = %s\ntasks = tasks.csv\n[document notice]\nkind = letter\ntext = notice.txt\n%b' \
    "$1" "$2" >"$tmp/$1/book.ini"
  run "$TAIZHANG" build "$tmp/$1/book.ini" -f pdf -o "$tmp/$1"
  built "$1"
  ok "$1: every line is there" complete "$tmp/$1/notice.pdf" "$TAIZHANG_LEDGERS/$1/body.txt"
}

text linqu <<'END'
suffix: yes
seal: yes
---
END
place linqu "attachments = limits, ledger\n$tables"
is "linqu: no findings, but for units that its ledger writes in two ways" "$(grep -v "\[unit-similar\]$" "$err")" ""
shows "linqu: nine organs, 22 lines, the imprint alone on an even page" measure "$tmp/linqu/notice.pdf" --joint \
  --full 5 --full 6 --full 7 --numbers 1,2,3,4,5,6,7 --imprint 22 --unnumbered 21,22 --pages 22 --fonts 5,12,20 \
  --attachment 15:附件1 --attachment 16:附件2 --attachment 17:附件3

text tianjin <<'END'
seal: yes
signature: 天津市工业和信息化局
---
END
place tianjin "attachments = ledger, limits\n$tables"
shows "tianjin: one organ" measure "$tmp/tianjin/notice.pdf" --head --full 4 --full 5 --numbers 1,2,3,4,5 \
  --fonts 5,11,14 --attachment 13:附件1 --attachment 17:附件2

text qiandongnan </dev/null
place qiandongnan ""
is "qiandongnan: no findings" "$(cat "$err")" ""
shows "qiandongnan: nothing added to the text" measure "$tmp/qiandongnan/notice.pdf" --head --full 5 --numbers 1,2,3 \
  --fonts 5,17,0 --attachment 3:附件

# A national document inside the notice, with a head of its own.
{
  printf 'signature: 广东省发展改革委；广东省能源局\ndate: 2020年11月5日\nseal: yes\n---\n'
  sed -n 1,13p "$TAIZHANG_LEDGERS/guangdong/body.txt"
  printf '===\nform: official\nsignature: 国家发展改革委；国家能源局\ndate: 2020年9月25日\nseal: yes\n---\n'
  sed -n '14,$p' "$TAIZHANG_LEDGERS/guangdong/body.txt"
} >"$tmp/texts/guangdong"
place guangdong "template = letter-format\nattachments = limits, ledger\n$tables"
is "guangdong: one line is left out" "$(grep -c warning "$err")" 1
shows "guangdong: the nested document begins a page" measure "$tmp/guangdong/notice.pdf" \
  --says 3:国家发展和改革委员会 --says 3:文件 --says 3:附件1 --numbers 2,3,4 --unnumbered 1 --fonts 7,17,0 \
  --attachment 13:附件1 --attachment 14:附件2 --attachment 15:附件2

done_testing
