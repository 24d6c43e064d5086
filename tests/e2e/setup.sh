#!/bin/sh
# Set-up: silent when nothing is missing, clear when it cannot go on. No package
# manager is really called: stand-ins in $tmp/bin say what the machine has.
. "$(dirname "$0")/../lib.sh"

bin=$tmp/bin
mkdir "$bin"

# stand_in NAME: a command of this name, its body on standard input.
stand_in () {
  { echo '#!/bin/sh'; cat; } >"$bin/$1"
  chmod +x "$bin/$1"
}

# A copy, so that no real font folder is touched.
tree=$tmp/tree
mkdir -p "$tree/.ci" "$tree/fonts"
cp "$root/.ci/setup" "$tree/.ci/"
cp "$root/fonts/fetch-fandol" "$root/fonts/fandol.sha256" "$tree/fonts/"
for font in $(sed 's/^[0-9a-f]*  //' "$root/fonts/fandol.sha256") COPYING.fandol; do
  echo stand-in >"$tree/fonts/$font"
done

setup () {
  run env PATH="$bin:$PATH" TMPDIR="$tmp" "$tree/.ci/setup" "$@"
}

stand_in apt-get <<END
echo "\$*" >>"$tmp/apt.log"
END
stand_in dpkg-query <<'END'
for package; do
  case $package in -*) ;; *) echo "ii $package" ;; esac
done
END
setup build fonts
is "all present: done" $status 0
is "all present: nothing is said" "$(cat "$out" "$err")" ""
ok "all present: apt is not called" test ! -e "$tmp/apt.log"

stand_in dpkg-query <<'END'
for package; do
  case $package in -* | libcsv-dev | gettext) ;; *) echo "ii $package" ;; esac
done
exit 1
END
stand_in id <<'END'
echo 0
END
setup build
is "missing, as root: done" $status 0
has "missing, as root: it says what it installs" "$err" "Installing: libcsv-dev gettext"
has "missing, as root: exactly that is asked of apt" "$tmp/apt.log" "--no-install-recommends libcsv-dev gettext"

stand_in id <<'END'
echo 1000
END
# A path without sudo: only what the script itself needs.
mkdir "$tmp/bare"
for tool in sh env sed tr cat dirname flock rm mktemp; do
  ln -s "$(command -v $tool)" "$tmp/bare/$tool"
done
rm "$tmp/apt.log"
run env PATH="$bin:$tmp/bare" TMPDIR="$tmp" "$tree/.ci/setup" build
is "missing, no root and no sudo: stops" $status 1
has "missing, no root and no sudo: says what to run" "$err" \
  "apt-get install --no-install-recommends libcsv-dev gettext"
ok "missing, no root and no sudo: apt is not called" test ! -e "$tmp/apt.log"

stand_in id <<'END'
echo 0
END
stand_in apt-get <<'END'
case "$*" in *install*) echo "E: Could not get lock" >&2; exit 100 ;; esac
END
setup build
is "apt fails: stops" $status 1
has "apt fails: says what to do" "$err" "wait for it to end"

# A machine without apt and without the libraries.
mv "$bin/apt-get" "$bin/dpkg-query" "$tmp/"
stand_in pkg-config <<'END'
echo "Package xlsxwriter was not found" >&2
exit 1
END
run env PATH="$bin:$tmp/bare" CC=true TMPDIR="$tmp" "$tree/.ci/setup" build fonts
is "not Debian: stops" $status 1
has "not Debian: names what is missing" "$err" "Package xlsxwriter was not found"
has "not Debian: names Debian's packages" "$err" libxlsxwriter-dev

stand_in pkg-config </dev/null
stand_in msgfmt </dev/null
run env PATH="$bin:$tmp/bare" CC=true TMPDIR="$tmp" "$tree/.ci/setup" build fonts
is "not Debian, all there: goes on" $status 0
is "not Debian, all there: nothing is said" "$(cat "$out" "$err")" ""

# A package whose fonts are not the ones expected.
if command -v dpkg-deb >/dev/null; then
  rm "$tree"/fonts/*.otf "$tree/fonts/COPYING.fandol"
  mkdir -p "$tmp/deb/DEBIAN" "$tmp/deb/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol" \
    "$tmp/deb/usr/share/doc/texlive-doc/fonts/fandol"
  printf '%s\n' 'Package: x' 'Version: 1' 'Architecture: all' 'Maintainer: x <x@example.org>' 'Description: x' \
    >"$tmp/deb/DEBIAN/control"
  for font in $(sed 's/^[0-9a-f]*  //' "$root/fonts/fandol.sha256"); do
    echo other >"$tmp/deb/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/$font"
  done
  echo x >"$tmp/deb/usr/share/doc/texlive-doc/fonts/fandol/README"
  echo x | gzip >"$tmp/deb/usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz"
  dpkg-deb --build "$tmp/deb" "$tmp/x.deb" >/dev/null
  run "$tree/fonts/fetch-fandol" "$tmp/x.deb"
  is "wrong fonts: stops" $status 1
  has "wrong fonts: says so" "$err" "differs from the one that fonts/fandol.sha256 names"
  is "wrong fonts: none is put in place" "$(ls -A "$tree/fonts")" "fandol.sha256
fetch-fandol"
else
  skip "wrong fonts" "needs dpkg-deb"
fi

done_testing
