#!/bin/sh
# Tagged PDFs: what they say to readers that do not see them.
. "$(dirname "$0")/../lib.sh"

"$python" -c 'import fitz' 2>/dev/null || skip_all "fitz is not installed"

SOURCE_DATE_EPOCH=1600000000
export SOURCE_DATE_EPOCH

structure () {
  "$python" "$root/tests/structure_text.py" "$@"
}

# The records of a CSV as --rows prints them.
records () {
  "$python" - "$1" <<'END'
import csv, sys
for row in csv.reader(open(sys.argv[1], encoding="utf-8", newline="")):
    print("|".join("/".join(cell.split("\n")) for cell in row))
END
}

# The same with blanks left out, and the empty cells that others reach over: which cells
# are merged is for other tests.
bare () {
  tr -d ' |'
}

# ---- a ledger ----

book=$root/samples/yiban
for table in "$book"/*.csv; do
  name=$(basename "$table" .csv)
  run "$TAIZHANG" build "$table" -f pdf -o "$tmp/plain" -s page.tagged=yes
  is "$name: done" $status 0
  run structure "$tmp/plain/$name.pdf" --rows
  is "$name: nothing wrong with the structure" $status 0
done

# Thirty tasks in groups, with long texts, over several pages.
"$python" - "$tmp/many.csv" <<'END'
import csv, sys
sentence = "完善用电报装服务，2021年6月底前压减10%以上；"
with open(sys.argv[1], "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file)
    out.writerow(["分类", "序号", "重点任务", "牵头单位"])
    out.writerow(["一、优化服务", "", "", ""])
    for i in range(1, 31):
        text = "\n".join(f"{k}.第{i}项{sentence * (1 + (i * k) % 7)}" for k in range(1, 2 + i % 3))
        out.writerow([f"第{i // 6}类" if i % 6 == 0 or i == 1 else "", str(i), text, "县发改局、县 供电公司" if i % 2 else "A局"])
END
run "$TAIZHANG" build "$tmp/many.csv" -f pdf -o "$tmp/many" -s page.tagged=yes -s page.paper=A5
is "many: done" $status 0
run structure "$tmp/many/many.pdf" --rows
is "many: nothing wrong with the structure" $status 0
records "$tmp/many.csv" | bare >"$tmp/wanted"
bare <"$out" >"$tmp/got"
same "many: every cell's text once, whole, in the order of the source" "$tmp/got" "$tmp/wanted"
is "many: a row of the table for each record" "$(wc -l <"$out")" 32
run structure "$tmp/many/many.pdf"
is "many: one table" "$(grep -c '^  Table' "$out")" 1
is "many: head cells in the head alone" "$(grep -n ' TH ' "$out" | sed 's/:.*//' | tr '\n' ' ')" "4 5 6 7 "
has "many: what head cells are the head of" "$out" "TH Scope=Column: 重点任务"
has "many: merged downwards" "$out" "TD RowSpan=5: 第0类"
has "many: a section row reaches over all columns" "$out" "TD ColSpan=4: 一、优化服务"
has "many: paragraphs of a cell" "$out" "        P: 1.第1项"
pages=$("$python" -c 'import fitz, sys; print(fitz.open(sys.argv[1]).page_count)' "$tmp/many/many.pdf")
ok "many: over pages" test "$pages" -gt 2
run structure "$tmp/many/many.pdf" --artifacts
is "many: heads on later pages are artifacts" "$(grep -c 重点任务 "$out")" $((pages - 1))
ok "many: and so are numbers of rows that go on" grep -q '类[0-9][0-9]*|' "$out"
is "many: page numbers are artifacts" "$(sed 's/.*|//' "$out" | tr -dc '0-9\n')" "$(seq -f "%g$pages" "$pages")"
# objects FILE: all its objects; objects FILE OUT OLD NEW: OUT is it with OLD replaced once.
objects () {
  "$python" - "$@" <<'END'
import fitz, sys
pdf = fitz.open(sys.argv[1])
for i in range(1, pdf.xref_length()):
    text = pdf.xref_object(i, compressed=True)
    if len(sys.argv) == 2:
        print(text)
    elif sys.argv[3] in text:
        pdf.update_object(i, text.replace(sys.argv[3], sys.argv[4]))
        pdf.save(sys.argv[2])
        break
END
}
objects "$tmp/many/many.pdf" >"$tmp/objects"
has "many: a cell goes on over pages" "$tmp/objects" "/Type/MCR"
objects "$tmp/many/many.pdf" "$tmp/damaged.pdf" "/K[3]" "/K[2]"
run structure "$tmp/damaged.pdf"
has "seen: a mark with two owners" "$out" "mark 2 belongs to two elements"
has "seen: a mark without one" "$out" "mark 3 belongs to nothing"

# What the tools of Poppler see.
if command -v pdfinfo >/dev/null; then
  has "many: Poppler takes it for tagged" /dev/stdin "Tagged: yes" <<END
$(pdfinfo "$tmp/many/many.pdf" | tr -s ' ')
END
  pdfinfo -struct-text "$tmp/many/many.pdf" | sed -n 's/^ *"\(.*\)"$/\1/p' | tr -d ' \n' >"$tmp/got"
  tr -d '/\n' <"$tmp/wanted" >"$tmp/all"
  same "many: Poppler reads the same text" "$tmp/got" "$tmp/all"
fi

# ---- off: no difference ----

run "$TAIZHANG" build "$tmp/many.csv" -f pdf -o "$tmp/off"
run "$TAIZHANG" build "$tmp/many.csv" -f pdf -o "$tmp/no" -s page.tagged=no
same "not asked for: nothing changes" "$tmp/off/many.pdf" "$tmp/no/many.pdf"
run structure "$tmp/off/many.pdf"
has "not asked for: not tagged" "$err" "not tagged"
run "$TAIZHANG" build "$tmp/many.csv" -f pdf -o "$tmp/on" -s page.tagged=yes -s page.paper=A5
same "the same again" "$tmp/on/many.pdf" "$tmp/many/many.pdf"
text_of () {
  "$python" -c 'import fitz, sys; print("".join("".join(p.get_text().split()) for p in fitz.open(sys.argv[1])))' "$1"
}
run "$TAIZHANG" build "$tmp/many.csv" -f pdf -o "$tmp/off" -s page.paper=A5
is "copied text is the same" "$(text_of "$tmp/many/many.pdf")" "$(text_of "$tmp/off/many.pdf")"

# ---- sideways: one table, every text once ----

"$python" - "$tmp/wide.csv" <<'END'
import csv, sys
with open(sys.argv[1], "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file)
    out.writerow(["单位"] + [f"指标{chr(65 + i)}完成情况" for i in range(24)])
    for r in range(8):
        out.writerow([f"第{r}县"] + [f"第{r}县{chr(65 + i)}项已经完成" for i in range(24)])
END
run "$TAIZHANG" build "$tmp/wide.csv" -f pdf -o "$tmp/wide" -s page.tagged=yes -s table.sideways=yes -s page.paper=A5
is "wide: done" $status 0
run structure "$tmp/wide/wide.pdf" --rows
is "wide: nothing wrong with the structure" $status 0
records "$tmp/wide.csv" >"$tmp/wanted"
same "wide: whole rows" "$out" "$tmp/wanted"

# ---- official documents ----

mkdir "$tmp/own"
cat >"$tmp/own/notice.txt" <<'END'
示例市能源局文件
示能〔2021〕9号
关于做好2021年供电服务工作的通知
各县：
为做好工作，现通知如下。
一、总体要求
（一）时间。6月底前完成。
（二）范围
1.城区。
附件：1.任务分工
2.报送要求
示例市能源局
2021年6月8日
附件1
任务分工
各县分工如下。
抄送：市政府。
===
示例县能源局文件
示能〔2021〕3号
关于转发的通知
各镇：
请执行。
END
printf '[page]\ntagged = yes\n[document notice]\nkind = letter\ntext = notice.txt\n' >"$tmp/own/book.ini"
run "$TAIZHANG" build "$tmp/own/book.ini" -f pdf -o "$tmp/own"
is "letter: done" $status 0
run structure "$tmp/own/notice.pdf"
is "letter: nothing wrong with the structure" $status 0
cat >"$tmp/wanted" <<'END'
Document
  Part
    P: 示例市能源局文件
    P: 示能〔2021〕9号
    H1: 关于做好2021年供电服务工作的通知
    P: 各县：
    P: 为做好工作，现通知如下。
    H2: 一、总体要求
    P: （一）时间。6月底前完成。
    H3: （二）范围
    P: 1.城区。
    L ListNumbering=Decimal
      LI
        Lbl: 附件：1.
        LBody: 任务分工
      LI
        Lbl: 2.
        LBody: 报送要求
    P: 示例市能源局
    P: 2021年6月8日
  Part
    P: 附件1
    H1: 任务分工
    P: 各县分工如下。
  Part
    P: 示例县能源局文件
    P: 示能〔2021〕3号
    H1: 关于转发的通知
    P: 各镇：
    P: 请执行。
  P: 抄送：市政府。
END
same "letter: its structure" "$out" "$tmp/wanted"

# A table in the text has a caption, and is cut over pages.
"$python" - "$tmp/own" <<'END'
import sys
with open(sys.argv[1] + "/report.txt", "w", encoding="utf-8") as file:
    file.write("示例市能源局文件\n示能〔2021〕9号\n关于供电服务情况的报告\n市政府：\n情况如下。\n{table limits}\n特此报告。\n")
with open(sys.argv[1] + "/limits.csv", "w", encoding="utf-8") as file:
    file.write("用户类型,高压,低压\n" + "".join(f"第{i}类,{i},{2 * i}\n" for i in range(60)))
END
printf '[page]\ntagged = yes\n[document report]\nkind = letter\ntext = report.txt\n[document limits]\nkind = table\ndata = limits.csv\ntitle = 办电时限\nunit-line = 单位：工作日\nnotes = 注：不含施工。\n' >"$tmp/own/report.ini"
run "$TAIZHANG" build "$tmp/own/report.ini" -f pdf -o "$tmp/own"
is "table in a text: done" $status 0
run structure "$tmp/own/report.pdf"
is "table in a text: nothing wrong with the structure" $status 0
is "table in a text: what stands around its rows" "$(grep -A2 '^  Table' "$out" | tr -s ' \n' ' ')" \
  " Table Caption: 办电时限 Caption: 单位：工作日 "
has "table in a text: its note" "$out" "  Note: 注：不含施工。"
run structure "$tmp/own/report.pdf" --rows
{ echo '用户类型|高压|低压'; seq 0 59 | sed 's/.*/第&类|&|&/' | awk -F'|' '{ print $1 "|" $2 "|" $3 * 2 }'; } >"$tmp/wanted"
same "table in a text: its rows" "$out" "$tmp/wanted"

# One that floats is read where it stands: behind the text that fills the page before it.
"$python" - "$tmp/own" <<'END'
import sys
with open(sys.argv[1] + "/report.txt", "w", encoding="utf-8") as file:
    file.write("示例市能源局文件\n示能〔2021〕9号\n关于供电服务情况的报告\n市政府：\n" + "".join(f"前文{i}。\n" for i in range(26)) +
               "{table limits}\n" + "".join(f"后文{i}。\n" for i in range(9)))
with open(sys.argv[1] + "/limits.csv", "w", encoding="utf-8") as file:
    file.write("用户类型,高压,低压\n" + "".join(f"第{i}类,{i},{2 * i}\n" for i in range(12)))
END
run "$TAIZHANG" build "$tmp/own/report.ini" -f pdf -o "$tmp/own"
is "floating table: done" $status 0
run structure "$tmp/own/report.pdf"
is "floating table: nothing wrong with the structure" $status 0
is "floating table: between the texts that it stands between" \
  "$(grep -A1 -B1 '^  Table' "$out" | tr -s ' \n' ' ')" " P: 后文3。 Table Caption: 办电时限 "
"$python" -c 'import fitz, sys; d = fitz.open(sys.argv[1]); print([[k in "".join(p.get_text().split()) for k in ("后文3", "办电时限", "后文4")] for p in d][1:])' \
  "$tmp/own/report.pdf" >"$tmp/got"
is "floating table: and so on the pages" "$(cat "$tmp/got")" "[[True, False, False], [False, True, True]]"

run "$TAIZHANG" build "$root/samples/gongwen/book.ini" -f pdf -o "$tmp/gongwen" -s page.tagged=yes
is "sample: done" $status 0
for name in notice letter ledger limits; do
  run structure "$tmp/gongwen/$name.pdf"
  is "sample, $name: nothing wrong with the structure" $status 0
done
run structure "$tmp/gongwen/notice.pdf"
is "sample: a part for the notice, its text and each attachment" "$(grep -c '^  Part' "$out")" 5
is "sample: bound tables" "$(grep -c '^    Table' "$out")" 2
run structure "$tmp/gongwen/notice.pdf" --artifacts
has "sample: page numbers" "$out" "— 2 —"

run "$TAIZHANG" report "$root/samples/jidu/book.ini" -p 2021Q4 -f pdf -o "$tmp/report" -s page.tagged=yes
is "report: done" $status 0
run structure "$tmp/report/report.pdf"
is "report: nothing wrong with the structure" $status 0
is "report: its chart" "$(grep -c '^    Figure BBox=.* Alt=图1　各报告期完成率和逾期率。2021年第一季度：完成率15%、逾期率1.7%；' "$out")" 1
has "report: the caption of its table" "$out" "      Caption: 各部分任务完成情况"

# ---- ledgers of offices ----

# whole NAME TASKS: every cell's text stands once in the structure, in the order of TASKS.
whole () {
  run "$TAIZHANG" build "$2" -f pdf -o "$tmp/whole" -s page.tagged=yes
  is "$1: done" $status 0
  run structure "$tmp/whole/tasks.pdf" --rows
  is "$1: nothing wrong with the structure" $status 0
  records "$2" | bare >"$tmp/wanted"
  bare <"$out" >"$tmp/got"
  same "$1: every cell's text once, whole, in the order of the source" "$tmp/got" "$tmp/wanted"
}

for tasks in "$root"/samples/*/tasks.csv ${TAIZHANG_LEDGERS:+"$TAIZHANG_LEDGERS"/*/tasks.csv}; do
  [ ! -e "$tasks" ] || whole "$(basename "$(dirname "$tasks")")" "$tasks"
done

done_testing
