#!/bin/sh
# Messages in Chinese: for every zh_* locale, installed or not, and for no other; what
# scripts look for stays as it is; every message has its translation.
. "$(dirname "$0")/../lib.sh"

po=$root/src/po/zh_CN.po
[ -e "$(dirname "$TAIZHANG")/share/locale/zh_CN/LC_MESSAGES/taizhang.mo" ] || [ -x "$(command -v msgfmt)" ] ||
  skip_all "there is no translation beside the program, nor msgfmt to make one"
cd "$tmp" || exit 2

chinese () {
  run env LC_ALL=zh_CN.UTF-8 "$TAIZHANG" "$@"
}
english () {
  run env LC_ALL=C "$TAIZHANG" "$@"
}
hanzi='\p{Han}'

printf '序号,任务名称,任务内容,责任单为\n1,甲,乙,示例局\n1,丙,"丁\n' >bad.csv
printf '序号,任务名称,任务内容,责任单位\n1,甲,乙,示例局\n1,丙,丁,示例局\n' >twice.csv
printf '[book]\ntemplate = legder\ntasks = twice.csv\n' >book.ini

# ---- findings ----

chinese build bad.csv -t ledger
is "a finding in Chinese: status" $status 1
has "place and severity are words for scripts" "$err" "bad.csv:3:5: error: "
has "so is the code" "$err" "[unclosed-quote]"
has "the message is Chinese" "$err" "请补上后引号"
has "the cell follows without a blank" "$err" "（单元格 C3）"
english build bad.csv -t ledger
has "the same in English" "$err" "add the closing quote"
fails "without a hanzi" grep -qP "$hanzi" "$err"

chinese build twice.csv -t ledger
has "a warning" "$err" "twice.csv:3:1: warning: 任务 1 出现了两次（第一次在第 2 行）"
mv out zh
english build twice.csv -t ledger
ok "the files are the same in every language" diff -r zh out
rm -r zh out

chinese build book.ini
has "did you mean" "$err" "没有“legder”这个模板；是不是“ledger”？"
printf '[book]\ntemplate = ledger\ntasks = twice.csv\n[fonts]\nsong = none.ttf\n' >fonts.ini
chinese build fonts.ini --dump=grid
has "a font that is not there is told" "$err" "fonts.ini: warning: [fonts] 中写的“none.ttf”这台电脑上没有"
chinese check bad.csv -t ledger --json
has "JSON: keys and severity stay" "$out" '"severity": "error", "code": "unclosed-quote"'
has "JSON: the message is Chinese" "$out" "请补上后引号"

# ---- faults of the command itself ----

chinese biuld
is "unknown command: usage" $status 2
has "unknown command" "$err" "没有“biuld”这个命令；是不是“build”？"
chinese build --formts pdf twice.csv
has "unknown option" "$err" "没有“--formts”这个选项；是不是“--formats”？"
chinese build twice.csv -o
has "missing value" "$err" "选项 -o 后面缺少值"
chinese build —f pdf twice.csv
is "a dash for a hyphen: usage" $status 2
has "a dash for a hyphen" "$err" "以破折号开头"
touch "$tmp/file"
chinese build twice.csv -t ledger -o "$tmp/file"
is "a file where a folder is wanted: system" $status 3
has "which is said without the system's English" "$err" "应是文件夹的地方有一个同名文件"

# ---- help ----

# Columns up to the second text, hanzi counting two: the same for all lines.
edges () {
  "$python" -c '
import re, sys, unicodedata
edges = set()
for line in open(sys.argv[1], encoding="utf-8"):
    match = re.match(r"( {2}.*\S {2,})\S", line)
    if match:
        edges.add(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in match[1]))
print(len(edges))' "$out"
}
for language in chinese english; do
  $language --help
  is "$language: --help" $status 0
  is "$language: --help is aligned" "$(edges)" 1
  for command in build check templates fonts; do
    $language "$command" --help
    is "$language: $command --help is aligned" "$(edges)" 1
    has "$language: $command --help names the command" "$out" "taizhang $command"
  done
done
chinese build --help
has "help in Chinese" "$out" "用法：taizhang build [选项]... 文件..."
has "options stay" "$out" "  -s, --set="
english build --help
has "help in English" "$out" "Usage: taizhang build [OPTION]... INPUT..."
fails "without a hanzi" grep -qP "$hanzi" "$out"
chinese templates ledger
has "a form described in Chinese" "$out" "纸张：A4"

# ---- which locales ----

for locale in zh_CN zh_CN.GBK zh_TW.UTF-8 zh_SG.UTF-8; do
  run env LC_ALL=$locale "$TAIZHANG" build none.csv
  has "$locale: Chinese" "$err" "none.csv: error: 没有这个文件"
done
for locale in en_US.UTF-8 de_DE.UTF-8 POSIX; do
  run env LC_ALL=$locale "$TAIZHANG" build none.csv
  has "$locale: English" "$err" "none.csv: error: there is no such file"
done
run env LC_ALL=zh_CN.UTF-8 LANGUAGE=en "$TAIZHANG" build none.csv
has "LANGUAGE decides where it is set" "$err" "there is no such file"

# ---- the catalogue ----

if [ -x "$(command -v msgfmt)" ]; then
  ok "every format has its arguments" msgfmt --check -o /dev/null "$po"
  is "no message is left untranslated" "$(msgattrib --untranslated "$po")" ""
  is "none is only a guess" "$(msgattrib --only-fuzzy "$po")" ""
  xgettext --from-code=UTF-8 -k_ -kN_ -kngettext:1,2 -o now.pot "$root"/src/*.c "$root"/src/*/*.c "$root"/src/*/*/*.c "$root"/src/*/*/*/*.c 2>/dev/null
  ok "none of the program's is missing" msgcmp "$po" now.pot
  msgattrib --no-wrap "$po" | grep '^msgstr' | grep -v 'choices = ' >strings
  fails "half-width commas and colons stand between no hanzi" grep -nP "$hanzi[,;:?]|[,;?]$hanzi" strings
else
  skip "the catalogue" "msgfmt is not installed"
fi

done_testing
