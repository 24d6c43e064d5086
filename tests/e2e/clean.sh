#!/bin/sh
# "clean = …": what warnings about texts recommend is done where the office sets it, and no more.
. "$(dirname "$0")/../lib.sh"

printf '任务,说明\n甲,推进 项目\n乙,A\302\240B\n丙,A  B\n丁,<p>推进</p>\n' >"$tmp/tasks.csv"

# The second column as the table prints it, in one line; findings go to $err.
texts () {
  run "$TAIZHANG" build "$@" --dump=grid
  sed -n 's/^ *B[2-9][0-9]* s[0-9]* "\(.*\)"$/\1/p' "$out" | paste -sd ';'
}

# The codes of all findings, in one line.
codes () {
  sed -n 's/.* \[\([a-z-]*\)\]$/\1/p' "$err" | paste -sd ' '
}

# setting | texts then | findings left
while IFS='|' read -r setting wanted left; do
  is "clean = $setting: the texts" "$(texts "$tmp/tasks.csv" -s "book.clean=$setting")" "$wanted"
  is "clean = $setting: the warnings" "$(texts "$tmp/tasks.csv" -s "book.clean=$setting" >/dev/null; codes)" "$left"
done <<'END'
none|推进 项目;A\u{A0}B;A  B;<p>推进</p>|stray-space odd-space doubled-space leftover-tags
spaces|推进项目;A\u{A0}B;A  B;<p>推进</p>|odd-space doubled-space leftover-tags
nbsp|推进 项目;A B;A  B;<p>推进</p>|stray-space doubled-space leftover-tags
doubled|推进 项目;A\u{A0}B;A B;<p>推进</p>|stray-space odd-space leftover-tags
tags|推进 项目;A\u{A0}B;A  B;推进|stray-space odd-space doubled-space
spaces, nbsp, doubled, tags|推进项目;A B;A B;推进|
END

# ---- what a warning recommends ends it ----

texts "$tmp/tasks.csv" >/dev/null
cp "$err" "$tmp/warnings"
is "every warning recommends a setting" "$(grep -c -e '-s book\.clean=[a-z]* ' "$tmp/warnings")" 4
while read -r line; do
  code=$(echo "$line" | sed 's/.*\[\(.*\)\]$/\1/')
  setting=$(echo "$line" | sed 's/.*-s \(book\.clean=[a-z]*\).*/\1/')
  texts "$tmp/tasks.csv" -s "$setting" >/dev/null
  lacks "$code: gone with $setting" "$err" "[$code]"
done <"$tmp/warnings"

# ---- where it is set ----

printf '[book]\ndata = tasks.csv\nclean = tags\n' >"$tmp/book.ini"
is "in a book" "$(texts "$tmp/book.ini")" "推进 项目;A\\u{A0}B;A  B;推进"
printf '[book]\nclean = spaces\n[table]\ninfer = yes\n' >"$tmp/form.ini"
is "in a template" "$(texts "$tmp/tasks.csv" -t "$tmp/form.ini")" "推进项目;A\\u{A0}B;A  B;<p>推进</p>"

done_testing
