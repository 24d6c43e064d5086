#!/bin/sh
# What the compiler can do against a fault that a hostile file might use has been done.
. "$(dirname "$0")/../lib.sh"

command -v readelf >/dev/null || skip_all "needs readelf"
readelf -Wld "$TAIZHANG" 2>&1 | grep -E 'FLAGS|GNU_STACK|GNU_RELRO' >"$tmp/parts"
readelf -W --dyn-syms "$TAIZHANG" 2>&1 | grep -oE '__stack_chk_fail|__[a-z]*_chk@|__asan_init' >"$tmp/symbols"

has "its address changes from run to run" "$tmp/parts" " PIE"
has "the linker's tables are closed" "$tmp/parts" GNU_RELRO
has "all of them, since nothing is bound later" "$tmp/parts" BIND_NOW
ok "the stack cannot be executed" grep -q 'GNU_STACK.* RW  *0x[0-9a-f]*$' "$tmp/parts"
has "stacks are guarded" "$tmp/symbols" __stack_chk_fail
if grep -q __asan_init "$tmp/symbols"; then
  skip "copies are checked" "a sanitizer does that here"
else
  has "copies are checked" "$tmp/symbols" _chk@
fi

done_testing
