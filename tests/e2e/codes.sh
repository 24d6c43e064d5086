#!/bin/sh
# The codes of findings: one table, and what the program uses is in it.
. "$(dirname "$0")/../lib.sh"

cd "$root" || exit 2
ok "table and program have the same codes" $python tests/check-codes

# The check itself: it sees a code that is missing, one that is not used, and one out of order.
mkdir -p "$tmp/src/base" "$tmp/src/read"
cp src/base/codes.c "$tmp/src/base/"
cp src/read/records.c "$tmp/src/read/"
cd "$tmp" || exit 2
run $python "$root/tests/check-codes"
is "codes that are not used: status" $status 1
has "codes that are not used" "$out" "nothing in src/ has the code alias-twice"
lacks "those that are, are not told" "$out" "the code ragged-row"
sed -i '/"ragged-row"/d' src/base/codes.c
run $python "$root/tests/check-codes"
has "a code that is missing" "$out" 'the code "ragged-row" is not in src/base/codes.c'
sed 's/"alias-twice"/"zebra"/' "$root/src/base/codes.c" >src/base/codes.c
run $python "$root/tests/check-codes"
has "a table that is not sorted" "$out" "not sorted"

done_testing
