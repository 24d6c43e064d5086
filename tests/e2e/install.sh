#!/bin/sh
# The installed program works from anywhere, and uninstall leaves nothing.
. "$(dirname "$0")/../lib.sh"

# Under make the variables given to it (BUILD=, SAN=) reach the makes below, too. The
# program is there already, so nothing needs to be set up.
unset TAIZHANG_DATA
case $TAIZHANG in
  "$root"/build*/taizhang)
    cd /
    run "$TAIZHANG" templates
    is "the build tree's templates are found" $status 0
    ;;
  *) skip "the build tree's templates are found" "the build folder lies elsewhere" ;;
esac

dest=$tmp/dest
bin=$dest/usr/local/bin
ok "install" make -C "$root" SETUP=: install DESTDIR="$dest"

cat >"$tmp/data.csv" <<'END'
序号,任务,责任单位
1,公布办事流程,示例省能源局
2,压减办电时间,示例省电力公司
END
cd /
run "$bin/taizhang" templates
is "templates are found" $status 0
run "$bin/taizhang" build "$tmp/data.csv" -o "$tmp/out"
is "a ledger is built" $status 0
ok "as PDF" test -s "$tmp/out/data.pdf"
ok "as XLSX" test -s "$tmp/out/data.xlsx"
printf '[book]\ntasks = data.csv\ntemplate = ledger\nperiod = 2021Q2\n' >"$tmp/book.ini"
run "$bin/taizhang" report "$tmp/book.ini" -f pdf -o "$tmp/out"
is "a report is made from the text that comes along" $status 0

# Moved as a whole, as a package's files are when it is unpacked elsewhere.
mv "$dest" "$tmp/moved"
run "$tmp/moved/usr/local/bin/taizhang" build "$tmp/data.csv" -o "$tmp/out2"
is "it works after being moved" $status 0
same "with the same result" "$tmp/out2/data.pdf" "$tmp/out/data.pdf"
mv "$tmp/moved" "$dest"

ln -s "$bin/taizhang" "$tmp/link"
run "$tmp/link" templates
is "it works through a link" $status 0

# What messages and manuals name is there.
share=$dest/usr/local/share
for part in taizhang/templates/README.md taizhang/samples/README.md doc/taizhang/README.md doc/taizhang/LICENSE; do
  ok "$part is installed" test -s "$share/$part"
done
is "the samples without their results" "$(find "$share" -name out)" ""
run "$bin/taizhang" build "$share/taizhang/samples/xian/book.ini" -o "$tmp/sample"
is "a sample is built" $status 0
if command -v readelf >/dev/null; then
  is "the program is stripped" "$(readelf -WS "$bin/taizhang" | grep -cE ' \.(symtab|debug_info) ')" 0
else
  skip "the program is stripped" "needs readelf"
fi

# Nobody is sent to a source tree that she may not have, nor to repair the program's files.
is "no part speaks of make setup" "$(grep -rla 'make setup' "$dest")" ""
cp -r "$share/taizhang" "$tmp/parts"
echo >"$tmp/parts/fonts/fonts.ini"
TAIZHANG_DATA=$tmp/parts run "$bin/taizhang" build "$tmp/data.csv" -o "$tmp/none"
is "without fonts: system" $status 3
has "without fonts: which packages" "$err" fonts-noto-cjk
cp "$share/taizhang/fonts/fonts.ini" "$tmp/parts/fonts/"

cat >"$tmp/labels.ini" <<'END'
[book]
tasks = data.csv
template = ledger
period = 2021Q2
[document tasks]
label = 附件9
[document report]
kind = report
attachments = tasks
END
run "$bin/taizhang" check "$tmp/labels.ini"
has "data that do not suit the program's own text: at the book" "$err" "labels.ini: warning: "
has "data that do not suit the program's own text: what to do" "$err" "copy that text beside the book"
run "$bin/taizhang" check "$tmp/data.csv" -t time-limits -s table.columns=region
has "settings that do not suit a form: what to do" "$err" "if the book or -s sets something"
echo "[nonsense]" >>"$tmp/parts/templates/calendar/china.ini"
printf '序号,状态\n1,已完成\n' >"$tmp/2021Q2.csv"
printf '[book]\ntasks = data.csv\ntemplate = ledger\nprogress = 2021Q2.csv\n' >"$tmp/days.ini"
TAIZHANG_DATA=$tmp/parts run "$bin/taizhang" report "$tmp/days.ini" -o "$tmp/none"
has "a calendar that was damaged: what to do" "$err" "install the program again"
echo "no-such-key = 1" >>"$tmp/parts/templates/ledger.ini"
for command in "templates ledger" templates "fonts $tmp/book.ini"; do
  TAIZHANG_DATA=$tmp/parts run "$bin/taizhang" $command
  has "a form that was damaged, $command: what to do" "$err" "install the program again"
done
rm "$tmp/parts/templates/report.txt"
TAIZHANG_DATA=$tmp/parts run "$bin/taizhang" report "$tmp/book.ini" -o "$tmp/none"
is "a text that is missing: system" $status 3
has "a text that is missing: what to do" "$err" "Install it again"

if [ -e "$root/src/po/zh_CN.po" ]; then
  LANGUAGE=zh_CN run "$bin/taizhang" --help
  has "messages are translated" "$out" 台账
fi

ok "uninstall" make -C "$root" SETUP=: uninstall DESTDIR="$dest"
is "nothing is left" "$(find "$dest" ! -type d)" ""

done_testing
