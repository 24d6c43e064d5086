# For end-to-end tests, sourced first: . "$(dirname "$0")/../lib.sh"
#
#   run COMMAND...             keeps its output in $out and $err (files) and $status
#   ok NAME COMMAND...         passes if COMMAND succeeds
#   shows NAME COMMAND...      the same; what it prints is shown to the reader
#   fails NAME COMMAND...      passes if COMMAND fails
#   is NAME GOT WANTED         passes if both texts are equal
#   same NAME FILE FILE        passes if both files hold the same bytes
#   has NAME FILE TEXT         passes if a line of FILE contains TEXT (no pattern)
#   lacks NAME FILE TEXT       passes if none does
#   skip NAME REASON           one test that cannot run here
#   skip_all REASON            none of this file's tests can run here; ends the script
#   has_office                 whether tests that need LibreOffice can run here
#   need_ledgers               skip_all unless TAIZHANG_LEDGERS names the folder of real ledgers
#   done_testing               last line of every script; without it the script has failed
#
# $TAIZHANG is the program, $root the repository, $tmp a folder of the test's own that is
# removed at the end, $python an interpreter that has openpyxl and fitz. The messages
# are English (LC_ALL=C.UTF-8) unless a test asks for others.

root=$(cd "$(dirname "$0")/../.." && pwd)
TAIZHANG=${TAIZHANG:-$root/build/taizhang}
# The Python modules come from Debian packages, so Debian's Python goes first.
python=/usr/bin/python3
[ -x $python ] || python=python3

# Nothing of the caller's may change the result.
unset LANGUAGE LANG SOURCE_DATE_EPOCH
LC_ALL=C.UTF-8 TZ=UTC TAIZHANG_DATA=$root
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' INT HUP TERM
XDG_CONFIG_HOME=$tmp/config
# A fault of the program that GLib or a check of our own tells of ends it.
G_DEBUG=fatal-criticals
export TAIZHANG TAIZHANG_DATA LC_ALL TZ XDG_CONFIG_HOME G_DEBUG
out=$tmp/stdout err=$tmp/stderr status=
tap_count=0 tap_failed=0

tap_pass () {
  tap_count=$((tap_count + 1))
  echo "ok $tap_count - $1"
}

tap_fail () {
  tap_count=$((tap_count + 1)) tap_failed=$((tap_failed + 1))
  echo "not ok $tap_count - $1"
}

# Quotes what is on standard input as a comment.
tap_note () {
  sed 's/^/# /' | head -n 40
}

run () {
  "$@" >"$out" 2>"$err" </dev/null
  status=$?
}

ok () {
  tap_name=$1
  shift
  if "$@" >"$tmp/tap" 2>&1 </dev/null; then
    tap_pass "$tap_name"
  else
    tap_fail "$tap_name"
    { echo "failed: $*"; cat "$tmp/tap"; } | tap_note
  fi
}

shows () {
  ok "$@"
  [ "$tap_failed" -gt 0 ] || sed 's/^/# | /' "$tmp/tap"
}

fails () {
  tap_name=$1
  shift
  if "$@" >"$tmp/tap" 2>&1 </dev/null; then
    tap_fail "$tap_name"
    { echo "succeeded, but should fail: $*"; cat "$tmp/tap"; } | tap_note
  else
    tap_pass "$tap_name"
  fi
}

is () {
  if [ "$2" = "$3" ]; then
    tap_pass "$1"
  else
    tap_fail "$1"
    printf '%s\n' "got:    $2" "wanted: $3" | tap_note
  fi
}

same () {
  if cmp "$2" "$3" >/dev/null 2>&1; then
    tap_pass "$1"
  else
    tap_fail "$1"
    diff -u "$3" "$2" 2>&1 | tap_note
  fi
}

has () {
  if grep -qF -e "$3" "$2" 2>/dev/null; then
    tap_pass "$1"
  else
    tap_fail "$1"
    { echo "no line has: $3"; cat "$2" 2>&1; } | tap_note
  fi
}

lacks () {
  if [ -e "$2" ] && ! grep -qF -e "$3" "$2"; then
    tap_pass "$1"
  else
    tap_fail "$1"
    { echo "should not be there: $3"; cat "$2" 2>&1; } | tap_note
  fi
}

skip () {
  tap_count=$((tap_count + 1))
  echo "ok $tap_count - $1 # SKIP $2"
}

skip_all () {
  echo "1..0 # SKIP $1"
  exit 0
}

# What LibreOffice makes of a file does not depend on the sanitizers (SAN=1), and takes long: once is enough.
has_office () {
  [ "${SAN:-}" != 1 ] && command -v soffice >/dev/null 2>&1
}

need_ledgers () {
  [ -d "${TAIZHANG_LEDGERS:-}" ] || skip_all "TAIZHANG_LEDGERS does not name the folder of the real ledgers"
}

done_testing () {
  echo "1..$tap_count"
  [ "$tap_failed" -eq 0 ]
  exit
}
