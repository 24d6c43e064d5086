#!/bin/sh
# Our workbooks go through LibreOffice, as those of an office do, and are read again: the same label, title, head,
# merged cells, sections, texts, notes and sign-off as in the workbook itself, and there as in its source.
. "$(dirname "$0")/../lib.sh"

has_office || skip_all "no LibreOffice here"
"$python" -c 'import openpyxl' 2>/dev/null || skip_all "openpyxl is not installed"
cd "$tmp" || exit 1
mkdir own xlsx xls ods from-xls from-ods sources grids

# convert FORMAT FOLDER FILE...: all files in one go, since to begin takes longer than to convert.
convert () {
  format=$1 folder=$2
  shift 2
  run soffice --headless "-env:UserInstallation=file://$tmp/office" --convert-to "$format" --outdir "$folder" "$@"
}

# grid FILE…: what the table says, without its styles and widths.
grid () {
  "$TAIZHANG" build "$@" --dump=grid 2>"$err" </dev/null | "$python" -c '
import re, sys
for line in sys.stdin:
    word = line.split()
    if word[0] in ("above", "below"):
        print(word[0], line[line.index("\""):].rstrip() if "\"" in line else "")
    elif word[0] == "grid":
        print(re.match(r"grid \d+ columns, \d+ rows, \d+ head", line)[0])
    elif word[0] == "row":
        print("row", *[w for w in word[1:3]], *[w for w in word[3:] if w in ("head", "section", "total")])
    elif line.startswith("  "):
        print("", word[0], line.split(None, 2)[2].rstrip() if len(word) > 2 else "")
'
}

# The sheet with the table: behind it there are others of the program's own.
first_sheet () {
  "$python" - "$1" <<'END'
import openpyxl, sys
print([s.title for s in openpyxl.load_workbook(sys.argv[1]).worksheets if s.sheet_state == "visible"][0])
END
}

# ours NAME INPUT OPTION…: a workbook of INPUT in own/NAME.xlsx, and what its source says.
ours () {
  name=$1
  shift
  grid "$@" >"sources/$name"
  run "$TAIZHANG" build "$@" -f xlsx -o made
  mv made/*.xlsx "own/$name.xlsx"
}

cat >rows.py <<'END'
import openpyxl, sys
print(openpyxl.load_workbook(sys.argv[1]).worksheets[0].max_row)
END

# A table with all around it, levels and groups, and rows higher than Excel can show.
"$python" - >whole.csv <<'END'
text = "逐段排查河道两岸，登记造册，明确整改单位和时限，" * 60
print("附件3,,,,\n柳溪镇河道整治台账,,,,\n填报单位：柳溪镇水务站,,,填报日期：2031-05-06,\n（一）为巩固成果，现将任务分列如下。,,,,\n"
      "片区,序号,任务,责任单位,\n,,,牵头,配合\n甲,乙,1,2,3\n一、清淤,,,,\n"
      "东片,1,清淤三公里,水务站,各村\n,2,护岸一公里,水务站,东村\n西片,3,%s,农办,西村\n二、保洁,,,,\n"
      "东片,1,每日巡查,各村,\n合计,,4,,\n注：长度按最近一次测量。,,,,\n填表人：吴某,,,审核人：郑某," % text)
END
ours whole whole.csv -s 'column c3.width=40mm'
ok "its highest row is more than one in Excel" sh -c 'test "$("$1" "$2" own/whole.xlsx)" -gt 16' - "$python" rows.py
for sample in shengji zhixia dishi xian zhou; do
  form=$(sed -n 's/^template *= *//p' "$root/samples/$sample/book.ini" | head -n 1)
  ours "$sample" "$root/samples/$sample/tasks.csv" -t "$form" -s excel.summary=no
done
ours high "$root/samples/shengji/tasks.csv" -t shanxi -s excel.summary=no -s page.paper=A4 -s text.size=10.5pt
for table in 充电设施进度 用电量统计表 防汛物资台账; do
  ours "$table" "$root/samples/yiban/$table.csv"
done
if [ -d "${TAIZHANG_LEDGERS:-}" ]; then
  for province in shanxi tianjin guangdong linqu qiandongnan; do
    ours "real-$province" "$TAIZHANG_LEDGERS/$province/tasks.csv" -t "$province"
  done
fi

convert xlsx xlsx own/*.xlsx
convert xls xls own/*.xlsx
convert ods ods own/*.xlsx
# What the program asks of LibreOffice where a file is no .xlsx, for all of them at once.
convert xlsx from-xls xls/*.xls
convert xlsx from-ods ods/*.ods

for file in own/*.xlsx; do
  name=$(basename "$file" .xlsx)
  sheet=$(first_sheet "$file")
  grid "$file#$sheet" >"grids/$name"
  same "$name: read again as its source" "grids/$name" "sources/$name"
  for way in xlsx from-xls from-ods; do
    grid "$way/$name.xlsx#$sheet" >"grids/$name-$way"
    same "$name: $way" "grids/$name-$way" "grids/$name"
  done
done
for kind in xls ods; do
  grid "$kind/whole.$kind" >grids/direct
  same "a .$kind is read as its workbook" grids/direct grids/whole
done

done_testing
