#!/bin/sh
# What the program says about itself, and what README says about it.
. "$(dirname "$0")/../lib.sh"

cd "$tmp" || exit 2
readme=$root/README.md

"$TAIZHANG" --help | sed -n 's/^  \([a-z]*\) .*/\1/p' >commands
ok "there are commands" test -s commands
while read -r command; do
  has "README shows $command" "$readme" "    taizhang $command"
  ok "$command has help" "$TAIZHANG" "$command" --help
done <commands

"$TAIZHANG" build --help | grep -oE -- '--[a-z-]+' | sort -u >options
sed -n '/^| option of/,/^$/p' "$readme" >table
while read -r option; do
  case $option in
    --help) continue ;;
  esac
  # README shows the letter where there is one.
  shown=$("$TAIZHANG" build --help | sed -n "s/^ *\(-.\), $option\b.*/\1/p")
  has "README tells $option" table "${shown:-$option}"
done <options

# The formats are those of one list (src/output/backends.h).
formats=$("$TAIZHANG" build --help | sed -n 's/.*separated by commas (\(.*\); default \(.*\));.*/\1/p')
default=$("$TAIZHANG" build --help | sed -n 's/.*separated by commas (\(.*\); default \(.*\));.*/\2/p')
is "the list in help" "$formats" "$(sed -n 's/^  entry (\([a-z0-9]*\)).*/\1/p' "$root/src/output/backends.h" |
  awk '{ a[NR] = $0 } END { for (i = 1; i <= NR; i++) printf "%s%s", a[i], i < NR - 1 ? ", " : i < NR ? " and " : "" }')"
run "$TAIZHANG" build x.csv -f ,
has "the list in a message" "$err" "choose from $formats"
has "README has the default" table "default \`$default\`"
for format in $(echo "$formats" | sed 's/,//g; s/ and / /'); do
  has "README tells $format" table "\`$format\`"
done

done_testing
