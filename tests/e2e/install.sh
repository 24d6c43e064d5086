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

if [ -e "$root/src/po/zh_CN.po" ]; then
  LANGUAGE=zh_CN run "$bin/taizhang" --help
  has "messages are translated" "$out" 台账
fi

ok "uninstall" make -C "$root" SETUP=: uninstall DESTDIR="$dest"
is "nothing is left" "$(find "$dest" ! -type d)" ""

done_testing
