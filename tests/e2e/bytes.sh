#!/bin/sh
# Same input, same bytes: run again, under another clock, another locale, another time
# zone, in another encoding, with other line ends and separators.
. "$(dirname "$0")/../lib.sh"

cd "$tmp" || exit 2
cp -r "$root/samples/xian" book
cat >own.csv <<'END'
序号,任务名称,任务内容,责任单位,完成时限,备注
一、总体要求,,,,,
1,压减时间,"压减审批时间，10kV客户不超过20个工作日。
公布""收费""目录，按1,000元计。",示例省能源局、示例省电力公司,2021年6月底前,=1+1
,,延伸投资界面。,示例省电力公司,2022年底前,
二、保障措施,,,,,
1,加强领导,各市（县）按季报送——含“三零”服务；逐户销号……,各市人民政府,持续推进,
END
# Any day but today.
day=2021-06-30
touch -d "$day 09:00" own.csv book/*

build () {
  "$TAIZHANG" build own.csv book/book.ini -f xlsx,pdf,png -o "$1" >"$out" 2>"$err"
  status=$?
}

# ---- again ----

build first
is "built" $status 0
sleep 2
build again
ok "run again after two seconds" diff -r first again
touch -d "$day 21:00" own.csv book/*
build evening
ok "saved again on the same day" diff -r first evening
SOURCE_DATE_EPOCH=1600000000
export SOURCE_DATE_EPOCH
build epoch
sleep 2
build epoch-again
ok "run again with SOURCE_DATE_EPOCH" diff -r epoch epoch-again
touch own.csv book/*
build epoch-touched
ok "with SOURCE_DATE_EPOCH the files' dates do not count" diff -r epoch epoch-touched
unset SOURCE_DATE_EPOCH
touch -d "$day 09:00" own.csv book/*
TZ=Asia/Shanghai build shanghai
ok "in another time zone" diff -r first shanghai
LC_ALL=C build posix
ok "in the C locale" diff -r first posix
if locale -a 2>/dev/null | grep -qi '^de_DE.utf'; then
  LC_ALL=de_DE.UTF-8 build german
  ok "in a locale with decimal commas" diff -r first german
else
  skip "in a locale with decimal commas" "de_DE.UTF-8 is not installed"
fi
(cd / && "$TAIZHANG" build "$tmp/own.csv" "$tmp/book/book.ini" -f xlsx,pdf,png -o "$tmp/slash" >/dev/null)
ok "from another folder" diff -r first slash
mv own.csv book first/
(cd first && "$TAIZHANG" build own.csv book/book.ini -f xlsx,pdf,png -o ../moved >/dev/null)
mv first/own.csv first/book .
ok "moved elsewhere" diff -r first moved
cat first/* >one
cat epoch/* >two
fails "another date, other bytes" cmp -s one two

# ---- long ledgers ----

# Of a long table alone as a workbook nothing is drawn; beside a PDF all of it is.
# A character that no font has is told in either case.
"$python" - <<'END'
import csv
with open("long.csv", "w", encoding="utf-8", newline="") as file:
    to = csv.writer(file, lineterminator="\n")
    to.writerow(["序号", "分类", "工作目标任务", "责任单位", "完成时间"])
    for i in range(1, 2301):
        text = "压减办电时间，逐户销号" + "。公布收费目录" * (i % 37) + ("" if i % 500 else "\U000f0000")
        to.writerow([i, f"第{i}类" if i % 9 == 1 else "", text, f"第{i % 40}供电所、示例省能源局", "长期"])
END
touch -d $day long.csv
"$TAIZHANG" build long.csv -t linqu -f xlsx -o undrawn >"$out" 2>"$err"
is "a long ledger is written" $? 0
mv "$err" undrawn.txt
"$TAIZHANG" build long.csv -t linqu -f xlsx,pdf -o drawn >"$out" 2>"$err"
same "with a PDF or without: same workbook" undrawn/long.xlsx drawn/long.xlsx
same "with a PDF or without: same findings" undrawn.txt "$err"
is "the missing character is among them" "$(grep -c missing-glyph undrawn.txt)" 4

# ---- the date inside ----

pdf_day () {
  pdfinfo -isodates "$1" | sed -n 's/^CreationDate: *\([-0-9]*\).*/\1/p'
}
xlsx_day () {
  unzip -p "$1" docProps/core.xml | sed -n 's/.*<dcterms:created[^>]*>\([-0-9]*\)T.*/\1/p'
}
if command -v unzip >/dev/null; then
  is "a workbook carries the input's date" "$(xlsx_day first/own.xlsx)" $day
  is "or SOURCE_DATE_EPOCH" "$(xlsx_day epoch/own.xlsx)" 2020-09-13
else
  skip "a workbook's date" "unzip is not installed"
fi
if command -v pdfinfo >/dev/null; then
  is "a PDF carries the input's date" "$(pdf_day first/own.pdf)" $day
  is "or SOURCE_DATE_EPOCH" "$(pdf_day epoch/own.pdf)" 2020-09-13
  touch -d 2021-09-30 book/tasks.csv
  build newest
  is "a book carries the newest input's" "$(pdf_day newest/ledger.pdf)" 2021-09-30
else
  skip "a PDF's date" "pdfinfo is not installed"
fi
for value in x -1 1e9 99999999999999999999 253402300800 ""; do
  SOURCE_DATE_EPOCH=$value run "$TAIZHANG" build own.csv -o odd
  is "SOURCE_DATE_EPOCH=$value is survived" $status 0
done

# ---- the same data in other bytes ----

"$python" - $day <<'END'
import csv, datetime, io, os, sys

noon = datetime.datetime.fromisoformat(sys.argv[1] + "T12:00").timestamp()
text = open("own.csv", encoding="utf-8", newline="").read()
rows = list(csv.reader(io.StringIO(text, newline="")))


def separated(by):
    to = io.StringIO(newline="")
    csv.writer(to, delimiter=by, lineterminator="\n").writerows(rows)
    return to.getvalue()


def quoted():
    to = io.StringIO(newline="")
    csv.writer(to, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return to.getvalue()


copies = {
    "gb18030": text.encode("gb18030"),
    "gb18030-crlf": text.replace("\n", "\r\n").encode("gb18030"),
    "utf-16le": b"\xff\xfe" + text.encode("utf-16le"),
    "utf-16be": b"\xfe\xff" + text.encode("utf-16be"),
    "utf-16le-tab": b"\xff\xfe" + separated("\t").replace("\n", "\r\n").encode("utf-16le"),
    "utf-8-mark": text.encode("utf-8-sig"),
    "crlf": text.replace("\n", "\r\n").encode(),
    "cr": text.replace("\n", "\r").encode(),
    "tab": separated("\t").encode(),
    "semicolon": separated(";").encode(),
    "quoted": quoted().encode(),
    "no-last-end": text.rstrip("\n").encode(),
    "blank-lines-last": text.encode() + b"\n\n",
    "excel-tail": text.encode() + b",,,,,\n,,,,,\n",
}
for name, data in copies.items():
    os.makedirs(name)
    path = f"{name}/own.csv"
    open(path, "wb").write(data)
    os.utime(path, (noon, noon))
END
for template in "" ledger; do
  "$TAIZHANG" build own.csv ${template:+-t "$template"} -o "with-$template" >/dev/null 2>&1
done
for name in */own.csv; do
  name=${name%/*}
  for template in "" ledger; do
    run "$TAIZHANG" build "$name/own.csv" ${template:+-t "$template"}
    is "$name${template:+ -t $template}: done" $status 0
    is "$name${template:+ -t $template}: no finding" "$(cat "$err")" "$(
      "$TAIZHANG" check own.csv ${template:+-t "$template"} 2>&1 | sed "s,^,$name/,")"
    ok "$name${template:+ -t $template}: same workbook" cmp "$name/out/own.xlsx" "with-$template/own.xlsx"
    ok "$name${template:+ -t $template}: same PDF" cmp "$name/out/own.pdf" "with-$template/own.pdf"
  done
done

done_testing
