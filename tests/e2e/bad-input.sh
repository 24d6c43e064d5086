#!/bin/sh
# Wrong data and failing systems: the status, the finding's code and place, and files of
# an earlier run untouched.
. "$(dirname "$0")/../lib.sh"

cd "$tmp" || exit 2
mkdir work
cd work || exit 2

# refuse NAME STATUS PLACE CODE ARGUMENT...: build is refused so, and the files that an
# earlier run made from the last argument keep their bytes, alone.
refuse () {
  what=$1 wanted=$2 place=$3 code=$4
  shift 4
  for last; do :; done
  stem=$(basename "$last")
  stem=${stem%.*}
  mkdir kept
  for format in xlsx pdf; do
    echo "$stem of an earlier run" >"kept/$stem.$format"
  done
  run "$TAIZHANG" build -o kept "$@"
  is "$what: status" $status "$wanted"
  [ -z "$code" ] || is "$what: told" \
    "$(grep -F -e "[$code]" "$err" | head -n 1 | sed 's/\(error\|warning\): .*/\1/')" "$place"
  is "$what: nothing on standard output" "$(cat "$out")" ""
  is "$what: earlier files untouched" "$(cd kept && for f in .* *; do [ ! -f "$f" ] || { echo "$f"; cat "$f"; }; done)" \
    "$(printf '%s\n' "$stem.pdf" "$stem of an earlier run" "$stem.xlsx" "$stem of an earlier run")"
  rm -r kept
}

# passes NAME ARGUMENT...: build is done.
passes () {
  what=$1
  shift
  rm -rf out
  run "$TAIZHANG" build -o out "$@"
  is "$what: status" $status 0
}

says () {
  has "$1" "$err" "$2"
}

printf '序号,任务,单位\n1,甲,示例省能源局\n' >good.csv

# ---- files ----

refuse "missing file" 1 "none.csv: error" file-missing none.csv
refuse "missing book" 1 "none.ini: error" file-missing none.ini
mkdir folder.csv folder.ini
refuse "folder as CSV" 1 "folder.csv: error" file-is-folder folder.csv
refuse "folder as book" 1 "folder.ini: error" file-is-folder folder.ini
refuse "a file as a folder" 1 "good.csv/x.csv: error" file-missing good.csv/x.csv
refuse "one good, one missing: the missing one" 1 "none.csv: error" file-missing none.csv
: >empty.csv
refuse "empty file" 1 "empty.csv: error" empty-file empty.csv
: >empty.ini
refuse "empty book" 1 "empty.ini: error" missing-data empty.ini
printf '\357\273\277' >mark.csv
refuse "only a byte-order mark" 1 "mark.csv: error" empty-file mark.csv
printf '\n\r\n\n' >blank.csv
refuse "only blank lines" 1 "blank.csv: error" empty-file blank.csv
printf '序号,任务\n' >header.csv
refuse "only a header" 1 "header.csv: error" no-records header.csv
printf '序号,任务\n\n,\n' >hollow.csv
refuse "a header and empty rows" 1 "hollow.csv: error" no-records hollow.csv
passes "a workbook to misuse" good.csv -f xlsx
cp out/good.xlsx book.csv
passes "a workbook that is called a CSV" book.csv
cp "$(find "$root/fonts" /usr/share/fonts -name '*.?tf' 2>/dev/null | head -n 1)" binary.csv
refuse "other binary" 1 "" "" binary.csv

# ---- records ----

cat >ragged.csv <<'END'
序号,任务
1,甲
2,乙,丙
END
refuse "too many cells" 1 "ragged.csv:3:5: error" ragged-row ragged.csv
says "too many cells: Excel's name of the place" "(cell C3)"
printf '序号,任务,单位\n1\n2,乙,丙\n' >short.csv
passes "too few cells" short.csv
says "too few cells: told" "short.csv:2: warning: "
printf '序号,任务\n1,"甲\n2,乙\n' >quote.csv
refuse "unclosed quote" 1 "quote.csv:2:3: error" unclosed-quote quote.csv
printf '序号,任务\n1,"甲"乙"\n' >stray.csv
refuse "text behind a quote" 1 "stray.csv:2:6: error" stray-quote stray.csv
printf '序号,任务\n1,\344\270\255\377\376\n' >bytes.csv
refuse "undecodable bytes" 1 "bytes.csv:2:4: error" undecodable bytes.csv
says "undecodable bytes: which" "byte 20 (hexadecimal FF)"
{ printf '序号,任务\n'; for i in 1 2 3 4 5 6 7 8 9; do echo "$i,推进办电时间压减，逐户逐项销号。"; done; printf '10,甲\000乙\n'; } >nul.csv
refuse "a NUL" 1 "nul.csv:11:5: error" "" nul.csv
printf '序号,任务\n1,甲\000乙\n' >nul2.csv
refuse "a NUL in a small file" 1 "" "" nul2.csv
printf '序号,任务\n1,甲\033[31m乙\n2,\007\n' >control.csv
refuse "control characters" 1 "control.csv:2:4: error" control-character control.csv
says "control characters: every one" "control.csv:3:3: error: "
says "control characters: which" "U+0007"

# ---- columns ----

head='序号,任务,牵头单位,完成时间'
printf '%s,备份\n1,甲,乙,丙,丁\n' $head >extra.csv
passes "unknown column" extra.csv -t ledger
says "unknown column: place" "extra.csv:1:17: warning: "
says "unknown column: its title" "“备份”"
says "unknown column: code" "[extra-column]"
printf '序号,分类,工作目标任务,责任单位,完成时间2\n1,甲,乙,丙,丁\n' >missing.csv
refuse "missing column" 1 "missing.csv:1:1: error" missing-column missing.csv -t linqu missing.csv
says "missing column: which" "“完成时间”"
says "missing column: did you mean" "did you mean “完成时间2”?"
printf '甲,乙\n1,2\n' >other.csv
refuse "another table" 1 "other.csv:1:1: error" missing-column -t linqu other.csv
"$python" -c '
print(",".join(f"第{i}列" for i in range(200)))
print(",".join(f"第{i}值" for i in range(200)))' >wide.csv
refuse "200 columns" 1 "wide.csv: error" table-too-wide wide.csv
"$python" -c 'print(",".join("列" * 20000)); print(",".join("1" * 20000))' >wider.csv
refuse "20,000 columns" 1 "wider.csv:1:32769: error" too-many-columns wider.csv

# ---- size ----

"$python" - <<'END'
long = "推进办电时间压减" * 43691
open("cell.csv", "w").write(f"序号,任务\n1,{long}\n")
open("rows.csv", "w").write("序号,任务,单位\n" + "".join(
    f"{i},推进第{i}项工作落实到位。,示例省能源局\n" for i in range(1, 5001)))
note = "".join(chr(0x4e00 + i) for i in range(20000))
open("long.ini", "w").write(f"[book]\ntasks = good.csv\nnotes = {note}\n")
END
passes "a cell of 1 MiB" cell.csv
says "a cell of 1 MiB: told" "cell.csv:2:3: warning: "
is "a cell of 1 MiB: both files" "$(ls out)" "cell.pdf
cell.xlsx"
passes "5,000 rows" rows.csv
is "5,000 rows: nothing is said" "$(cat "$err")" ""
run "$TAIZHANG" build long.ini --dump=pages
is "an INI value of 20,000 characters" $status 0
is "is read whole" "$("$python" - "$out" <<'END'
import sys
text = open(sys.argv[1], encoding="utf-8").read()
print(sum(chr(0x4e00 + i) in text for i in range(20000)))
END
)" 20000

# ---- names ----

for name in '重点 任务（一）' "it's" 'a%sb$HOME' -t; do
  cp good.csv "./$name.csv"
  passes "named $name" -- "$name.csv"
  is "named $name: files" "$(ls out)" "$(printf '%s\n' "$name.pdf" "$name.xlsx")"
  rm "./$name.csv"
done
run "$TAIZHANG" build --help.csv
is "a name like an option: usage" $status 2
for name in 'a"b' 'a:b' .hidden "$(printf '\377')" "$(printf 'a\nb')"; do
  cp good.csv "./$name.csv"
  shown=$(printf %s "$name" | LC_ALL=C tr '\n\377' '??')
  refuse "named $shown" 1 "" "" "./$name.csv"
  ok "named $shown: told" grep -qF "[bad-output-name]" "$err"
  rm "./$name.csv"
done

# ---- templates ----

# Two places are possible: the option, or the book's line.
refuse "unknown template" 1 "-t: error" unknown-template -t shangxi good.csv
says "unknown template: did you mean" "did you mean “shanxi”?"
refuse "missing template file" 1 "-t: error" unknown-template -t ./none.ini good.csv
printf '[book]\ntasks = good.csv\ntemplate = lingu\n' >form.ini
refuse "unknown template in a book" 1 "form.ini:3:12: error" unknown-template form.ini
says "unknown template in a book: did you mean" "did you mean “linqu”?"

# ---- books ----

printf '[book]\ntitel = 甲\ntasks = good.csv\n' >key.ini
refuse "unknown key" 1 "key.ini:2:1: error" unknown-key key.ini
says "unknown key: did you mean" "did you mean “title”?"
printf '[book]\ntasks = good.csv\n\n[pages]\npaper = A4\n' >section.ini
refuse "unknown section" 1 "section.ini:4:1: error" unknown-section section.ini
says "unknown section: did you mean" "did you mean [page]?"
printf '[book]\ntasks = good.csv\n[page]\npaper = A44\n' >value.ini
refuse "bad value" 1 "value.ini:4:9: error" bad-value value.ini
printf 'title = 甲\n[book]\ntasks = good.csv\n' >top.ini
refuse "a key before any section" 1 "top.ini:1:1: error" ini-no-section top.ini
printf '[book\ntasks = good.csv\n' >bracket.ini
refuse "a section without its bracket" 1 "bracket.ini:1:1: error" ini-syntax bracket.ini
printf '[book]\ntasks good.csv\n' >equals.ini
refuse "a line without =" 1 "equals.ini:2:1: error" ini-syntax equals.ini
printf '[book]\ntitle = 甲\n' >nodata.ini
refuse "a book without rows" 1 "nodata.ini: error" missing-data nodata.ini
printf '[book]\ntasks = none.csv\n' >lost.ini
refuse "a book whose rows are missing" 1 "lost.ini:2:9: error" file-missing lost.ini
printf '[book]\ntasks = ./self.ini\n' >self.ini
refuse "a book naming itself" 1 "self.ini:2:9: error" book-names-itself self.ini
printf '[book]\ntasks = good.csv\ntitle = {label}\nlabel = {title}\n' >loop.ini
refuse "texts that name each other" 1 "" "" loop.ini
printf '[book]\ntasks = good.csv\n[document one]\nkind = legder\n' >kind.ini
refuse "unknown kind" 1 "kind.ini:4:8: error" unsupported-kind kind.ini
says "unknown kind: did you mean" "did you mean “ledger”?"
for name in ../x /abs sub/dir .. 'a\b'; do
  printf '[book]\ntasks = good.csv\nname = %s\n' "$name" >name.ini
  refuse "name = $name" 1 "name.ini:3:8: error" bad-output-name name.ini
  printf '[book]\ntasks = good.csv\n[document %s]\nkind = ledger\n' "$name" >name.ini
  refuse "[document $name]" 1 "name.ini:3:1: error" bad-output-name name.ini
done
ok "no file beside or above" sh -c '! ls ../x.* ../*.pdf /abs.* 2>/dev/null | grep .'
printf '[book]\ntasks = good.csv\n[document one]\nname = Two\n[document two]\nkind = table\n' >two.ini
refuse "two documents of one name" 1 "two.ini:5:1: error" duplicate-document two.ini
printf '[book]\ntasks = good.csv\n[document good]\nkind = ledger\n[document bad]\ndata = ragged.csv\n' >half.ini
refuse "one good document, one bad" 1 "ragged.csv:3:5: error" ragged-row half.ini
mkdir kept
run "$TAIZHANG" build half.ini -o kept
is "one good document, one bad: neither is written" "$(ls -A kept)" ""
rmdir kept

# ---- the program's own parts ----

for parts in /nonexistent "$tmp/work"; do
  TAIZHANG_DATA=$parts run "$TAIZHANG" build good.csv
  is "TAIZHANG_DATA=$parts: system" $status 3
  says "TAIZHANG_DATA=$parts: what is missing" "$parts/templates"
  for command in templates fonts; do
    TAIZHANG_DATA=$parts run "$TAIZHANG" $command
    is "TAIZHANG_DATA=$parts $command: system" $status 3
  done
done
mkdir -p parts/fonts
cp -r "$root/templates" parts/
cp "$root/fonts/fonts.ini" parts/fonts/
cd parts || exit 2
for command in fonts "check ../good.csv"; do
  TAIZHANG_DATA=. run "$TAIZHANG" $command
  is "a path from here, $command: done, and nothing is said" "$status$(cat "$err")" 0
done
cd .. || exit 2
: >parts/fonts/fonts.ini
TAIZHANG_DATA=$PWD/parts run "$TAIZHANG" build good.csv -o out2
is "no fonts: system" $status 3
says "no fonts: which" 仿宋
says "no fonts: what to do" fonts.ini
ok "no fonts: nothing is written" test ! -e out2
printf '[role song]\nfiels = a.otf\n' | cat "$root/fonts/fonts.ini" - >parts/fonts/fonts.ini
TAIZHANG_DATA=$PWD/parts run "$TAIZHANG" fonts
says "fonts: a misspelt key" "did you mean “files”?"
printf '[role fangsong]\nfiles = /none.otf; None Such Font\n' >parts/fonts/fonts.ini
TAIZHANG_DATA=$PWD/parts run "$TAIZHANG" build good.csv -o out2
is "fonts that are not there: system" $status 3

# ---- places that cannot be written ----

rm -rf out
: >out
run "$TAIZHANG" build good.csv
is "a file where the folder should be: system" $status 3
says "a file where the folder should be: what to do" "choose another folder with -o"
run "$TAIZHANG" build good.csv -o out/below
is "a file above the folder: system" $status 3
rm out
mkdir -p out/good.xlsx
run "$TAIZHANG" build good.csv -f xlsx
is "a folder under the file's name: system" $status 3
is "a folder under the file's name: nothing is left" "$(ls -A out)" good.xlsx
rm -r out
mkdir out elsewhere
echo old >elsewhere/target
ln -s ../elsewhere/target out/good.pdf
run "$TAIZHANG" build good.csv -f pdf
is "a link under the file's name: done" $status 0
is "a link under the file's name: what it named is untouched" "$(cat elsewhere/target)" old
rm -r out
ln -s elsewhere out
run "$TAIZHANG" build good.csv -f pdf
is "a link as the folder: done" $status 0
ok "a link as the folder: the file is in it" test -s elsewhere/good.pdf
rm -r out elsewhere

# Mounts of the test's own, seen by nobody else.
if unshare -m true 2>/dev/null; then
  private="unshare -m"
elif unshare -rm true 2>/dev/null; then
  private="unshare -rm"
else
  private=
fi
mkdir disk
if [ -n "$private" ] && $private mount -t tmpfs -o size=16k none disk 2>/dev/null; then
  # The folder's bytes and names are read while it is mounted.
  for room in 0 4 40; do
    run $private sh -c '
      mount -t tmpfs -o size=120k none disk || exit 99
      echo old >disk/good.xlsx; echo old >disk/good.pdf; echo old >disk/good.png
      head -c $((120 - 12 - $2))k /dev/zero >disk/filler
      "$TAIZHANG" build good.csv -o disk -f xlsx,pdf,png >&2
      status=$?
      rm disk/filler
      ls -A disk
      cat disk/*
      exit $status' - disk $room
    is "full disk, $room KiB left: system" $status 3
    is "full disk, $room KiB left: earlier files untouched" "$(cat "$out")" "good.pdf
good.png
good.xlsx
old
old
old"
    says "full disk, $room KiB left: what to do" "Free some space"
  done
  # A long ledger, which needs some 80 KiB for its rows alone before it has a file.
  { echo 序号,分类,工作目标任务,责任单位,完成时间
    seq 12000 | awk '{ print $1 ",类,任务" $1 * $1 % 7919 ",甲,乙" }'; } >many.csv
  for room in 0 60 400; do
    run $private sh -c '
      mount -t tmpfs -o size=2m none disk || exit 99
      echo old >disk/many.xlsx
      head -c $((2048 - 4 - $2))k /dev/zero >disk/filler
      "$TAIZHANG" build many.csv -t linqu -o disk -f xlsx >&2
      status=$?
      rm disk/filler
      ls -A disk
      cat disk/*
      exit $status' - disk $room
    is "full disk, long ledger, $room KiB left: system" $status 3
    is "full disk, long ledger, $room KiB left: the earlier file untouched" "$(cat "$out")" "many.xlsx
old"
    says "full disk, long ledger, $room KiB left: what to do" "Free some space"
  done
  run $private sh -c '
    mount -t tmpfs -o size=4k none disk && head -c 4k /dev/zero >disk/filler
    TMPDIR=$PWD/disk "$TAIZHANG" build good.csv -o full -f xlsx,pdf,png'
  is "a full folder for temporary files does not matter, or is told" \
    "$status $(ls full 2>/dev/null | wc -l)" "$([ $status -eq 3 ] && echo "3 0" || echo "0 3")"
  run $private sh -c '
    mount -t tmpfs none disk && echo old >disk/good.pdf && mount -o remount,ro disk || exit 99
    "$TAIZHANG" build good.csv -o disk
    status=$?
    ls -A disk
    exit $status'
  is "a disk that can only be read: system" $status 3
  is "a disk that can only be read: untouched" "$(cat "$out")" good.pdf
  says "a disk that can only be read: what to do" "can only be read"
else
  skip "full disk, read-only disk" "no private mounts here"
fi

# A limit on file size stands for a disk that fills up while a file is written.
run sh -c 'ulimit -f 8 && "$TAIZHANG" build good.csv -o limited'
is "a file too large for the system: system" $status 3
is "a file too large for the system: nothing is left" "$(ls -A limited 2>/dev/null)" ""

# Someone who may not: as root, a user without rights. The program and its data are copied
# for him, since he may not get at the folder that they are built in (a clone in /root).
program=$TAIZHANG data=$TAIZHANG_DATA other=env
if [ "$(id -u)" -eq 0 ]; then
  program=$tmp/program/taizhang data=$tmp/program
  mkdir -p "$data/fonts"
  cp "$TAIZHANG" "$program"
  cp -r "$root/templates" "$data"
  cp "$root/fonts/fonts.ini" "$data/fonts"
  chmod -R a+rX "$data"
  chmod a+rX "$tmp" "$tmp/work" good.csv
  other="setpriv --reuid=65534 --regid=65534 --clear-groups"
  TAIZHANG_DATA=$data $other "$program" check good.csv >/dev/null 2>&1 || other=
fi
if [ -n "$other" ]; then
  mkdir closed
  echo old >closed/good.pdf
  chmod 555 closed
  TAIZHANG_DATA=$data run $other "$program" build good.csv -o closed
  is "no permission to write: system" $status 3
  says "no permission to write: what to do" "ask for permission"
  is "no permission to write: untouched" "$(ls -A closed; cat closed/good.pdf)" "good.pdf
old"
  chmod 755 closed
  cp good.csv secret.csv
  chmod 000 secret.csv
  TAIZHANG_DATA=$data run $other "$program" build secret.csv -o closed
  is "no permission to read: system" $status 3
  says "no permission to read: the file" "secret.csv: error: "
else
  skip "permissions" "no user without rights can be used here"
fi

done_testing
