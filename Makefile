# taizhang (台账): task ledgers as Excel and PDF. "make help" lists the targets.

PREFIX  = /usr/local
BUILD   = build
VERSION = 0.1.0

CC     = gcc
CFLAGS = -O2 -g
SETUP  = .ci/setup

WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion
PACKAGES = glib-2.0 gobject-2.0 pango pangocairo pangoft2 fontconfig freetype2 harfbuzz harfbuzz-subset \
           cairo cairo-ft cairo-pdf zlib xlsxwriter inih libzip expat icu-uc

# WERROR=1: warnings are errors.  SAN=1: sanitizers.  FUZZER=1 CC=clang: libFuzzer.
# Each kind and each compiler has a build folder of its own, so that they live side by
# side; one that was named (BUILD=) is taken as it is.
B := $(BUILD)
ifneq ($(filter clang%,$(notdir $(CC))),)
  ifeq ($(origin BUILD),file)
    B := $(BUILD)-clang
  endif
endif
ifeq ($(WERROR),1)
  WARNINGS += -Werror
endif
ifeq ($(FUZZER),1)
  B := $(BUILD)-fuzz
  EXTRA = -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all
  DRIVER = -fsanitize=fuzzer
else ifeq ($(SAN),1)
  B := $(B)-san
  EXTRA = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
endif
DRIVER ?= tests/fuzz/driver.c

# What an attacker's file must overcome, should it find a fault: guarded stacks, checked
# copies, an address that nobody knows, tables of the linker that cannot be written. The
# sanitizers look closer than the checked copies, which would hide the places from them.
HARDEN      = -fPIE -fstack-protector-strong $(HARDEN_ALSO) $(FORTIFY)
HARDEN_LINK = -pie -Wl,-z,relro,-z,now
HARDEN_ALSO = $(eval HARDEN_ALSO := $$(call accepted,-fstack-clash-protection -fcf-protection))$(HARDEN_ALSO)
ifeq ($(EXTRA)$(findstring _FORTIFY_SOURCE,$(CFLAGS) $(CPPFLAGS)),)
  FORTIFY = $(if $(filter-out -O0,$(filter -O%,$(CFLAGS))),-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif

# Those of the flags that the compiler has for this machine.
accepted = $(foreach flag,$(1),$(shell $(CC) -Werror $(flag) -x c -S -o /dev/null /dev/null 2>/dev/null && echo $(flag)))

# Asked once, and only when something is compiled: by then the set-up has run.
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $(PACKAGES)))$(PKG_CFLAGS)
PKG_LIBS   = $(eval PKG_LIBS := $$(shell pkg-config --libs $(PACKAGES)))$(PKG_LIBS)
DEFINES    = -D_GNU_SOURCE -DTZ_VERSION='"$(VERSION)"'

COMPILE = $(CC) -std=c11 $(WARNINGS) $(HARDEN) $(CFLAGS) $(EXTRA) $(DEFINES) -Isrc $(PKG_CFLAGS) $(CPPFLAGS)
LINK    = $(COMPILE) $(HARDEN_LINK) $(LDFLAGS) -o $@
LIBS    = $(PKG_LIBS) -lcsv -lm

SOURCES = $(wildcard src/*.c src/*/*.c src/*/*/*.c src/*/*/*/*.c)
OBJECTS = $(SOURCES:src/%.c=$(B)/%.o)
PROGRAM = $(B)/taizhang
LIBRARY = $(B)/libtaizhang.a
UNIT    = $(patsubst tests/unit/%.c,$(B)/tests/%,$(wildcard tests/unit/*/test-*.c tests/unit/*/*/test-*.c tests/unit/*/*/*/test-*.c))
HELPERS = $(patsubst tests/unit/%.c,$(B)/tests/%.o,$(filter-out tests/unit/help/test-%,$(wildcard tests/unit/help/*.c)))
FUZZERS = $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/fuzz-*.c))
E2E     = $(sort $(wildcard tests/e2e/*.sh))
PO      = $(wildcard src/po/*.po)
CURRENT = $(PO:src/po/%=$(B)/po/%)
LOCALES = $(PO:src/po/%.po=$(B)/share/locale/%/LC_MESSAGES/taizhang.mo)
C_FILES = $(wildcard src/*.[ch] src/*/*.[ch] src/*/*/*.[ch] src/*/*/*/*.[ch] tests/unit/*/*.[ch] tests/unit/*/*/*.[ch] tests/unit/*/*/*/*.[ch] tests/fuzz/*.[ch])

ifneq ($(V),1)
  Q = @
  SAY = @echo "  $(1)	$(@:$(CURDIR)/%=%)";
else
  SAY =
endif

all: $(PROGRAM) $(LOCALES) ## build the program (default)

setup: ## install missing libraries and fonts (Debian; SETUP=: skips this)
	@$(SETUP) build fonts

setup-test: setup
	@$(SETUP) tests

setup-lint: setup
	@$(SETUP) lint

demo: all ## build, then make the ledgers of samples/
	TAIZHANG_DATA=$(CURDIR) $(PROGRAM) build $(sort $(wildcard samples/*/*.ini))

test: all setup-test $(UNIT) ## run all tests (SAN=1: with sanitizers)
	@TAIZHANG=$(abspath $(PROGRAM)) SAN=$(SAN) tests/run $(UNIT) $(E2E)

unit: setup $(UNIT)
	@tests/run $(UNIT)

bench: all setup-test ## measure speed and memory
	TAIZHANG=$(abspath $(PROGRAM)) tests/bench/run

fuzz: ## run the fuzz corpus under sanitizers (CC=clang FUZZER=1: search on, TIME=60 each)
ifeq ($(FUZZER),1)
	$(Q)$(MAKE) --no-print-directory fuzz-search
else
	$(Q)$(MAKE) --no-print-directory SAN=1 fuzz-corpus
endif

fuzz-corpus: $(FUZZERS)
	@tests/run $(FUZZERS)

# libFuzzer writes what it finds into the first folder and only reads the second. Leaks are
# looked for in the corpus: in a million runs GLib outgrows its tables of interned strings,
# and leaves the old ones behind on purpose.
TIME = 60
fuzz-search: $(FUZZERS)
	$(Q)set -e; for f in $(FUZZERS:$(B)/fuzz/fuzz-%=%); do \
	  mkdir -p $(B)/corpus/$$f; \
	  TAIZHANG_DATA=$(CURDIR) $(B)/fuzz/fuzz-$$f -detect_leaks=0 -max_total_time=$(TIME) -artifact_prefix=$(B)/fuzz/ \
	    $(B)/corpus/$$f tests/fuzz/corpus/$$f; \
	done

# cppcheck takes a member called "set" for the C++ container and what it returns for a
# view of its arguments; the compilers' own -Wreturn-local-addr looks for the real thing.
lint: setup-lint $(CURRENT) $(OBJECTS) ## check format, includes, circles, translations; clang-tidy, cppcheck
	@echo "clang-format $(words $(C_FILES)) files"
	$(Q)clang-format --dry-run -Werror $(C_FILES)
	tests/check-includes
	tests/check-cycles $(B)
	tests/check-codes
	$(Q)for po in $(PO); do echo "msgcmp $$po"; msgcmp $$po $(B)/taizhang.pot || exit 1; \
	  cmp -s $$po $(B)/po/$${po##*/} || { echo "$$po is not up to date: run make po"; exit 1; }; done
	cppcheck --quiet --std=c11 --language=c --enable=warning,performance,portability --suppress=returnDanglingLifetime --inline-suppr \
	  --library=gtk --suppress=missingIncludeSystem --error-exitcode=1 -j$$(nproc) -D_GNU_SOURCE -Isrc src
	@echo "clang-tidy $(words $(SOURCES)) files"
	$(Q)printf '%s\n' $(SOURCES) | xargs -P$$(nproc) -n2 tests/tidy $(filter-out $(CC),$(COMPILE)) $(PREFIX_DEFINE) --

po: setup $(CURRENT) ## bring src/po/*.po up to the messages of the program
	$(Q)for po in $(PO); do cmp -s $(B)/po/$${po##*/} $$po || cp $(B)/po/$${po##*/} $$po; done

format: setup-lint ## lay out the C files as lint wants them
	clang-format -i $(C_FILES)

install: all ## install under PREFIX (/usr/local); DESTDIR for packages
	install -D -m 755 -s --strip-program=$(STRIP) $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/taizhang
	install -d $(DATA)/templates/calendar $(DATA)/templates/words $(DATA)/fonts $(DOC)
	install -m 644 README.md LICENSE $(DOC)
	install -m 644 templates/*.ini templates/*.txt templates/README.md $(DATA)/templates
	install -m 644 templates/calendar/*.ini $(DATA)/templates/calendar
	install -m 644 templates/words/*.ini $(DATA)/templates/words
	install -m 644 fonts/fonts.ini fonts/README.md $$(ls fonts/*.otf fonts/COPYING.fandol 2>/dev/null) $(DATA)/fonts
	find samples -name out -prune -o -type f -exec install -D -m 644 {} $(DATA)/{} \;
	$(foreach mo,$(LOCALES),install -D -m 644 $(mo) $(DESTDIR)$(PREFIX)$(mo:$(B)%=%) &&) true

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/taizhang
	rm -rf $(DATA) $(DOC)
	rm -f $(DESTDIR)$(PREFIX)/share/locale/*/LC_MESSAGES/taizhang.mo

DATA  = $(DESTDIR)$(PREFIX)/share/taizhang
DOC   = $(DESTDIR)$(PREFIX)/share/doc/taizhang
STRIP = strip

clean: ## remove all build folders
	rm -rf $(BUILD) $(BUILD)-san $(BUILD)-fuzz $(BUILD)-clang $(BUILD)-clang-san

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1	\2/p' $(MAKEFILE_LIST) | expand -t 12

$(PROGRAM): $(B)/main.o $(LIBRARY)
	$(call SAY,LD)$(LINK) $^ $(LIBS)

$(LIBRARY): $(filter-out $(B)/main.o,$(OBJECTS))
	$(call SAY,AR)rm -f $@ && ar rcs $@ $^

$(B)/%.o: src/%.c $(B)/flags
	$(call SAY,CC)mkdir -p $(@D) && $(COMPILE) -MMD -MP -c -o $@ $<

$(B)/tests/%.o: tests/unit/%.c $(B)/flags
	$(call SAY,CC)mkdir -p $(@D) && $(COMPILE) -Itests/unit -MMD -MP -c -o $@ $<

# What the tests share is compiled once; a test links what it uses of it.
$(B)/libhelp.a: $(HELPERS)
	$(call SAY,AR)rm -f $@ && ar rcs $@ $^

$(UNIT): $(B)/tests/%: $(B)/tests/%.o $(B)/libhelp.a $(LIBRARY)
	$(call SAY,LD)$(LINK) $^ $(LIBS)

$(B)/fuzz/%: tests/fuzz/%.c $(filter %.c,$(DRIVER)) $(B)/libhelp.a $(LIBRARY)
	$(call SAY,CC)mkdir -p $(@D) && $(LINK) -Itests/unit $^ $(filter-out %.c,$(DRIVER)) $(LIBS)

$(B)/share/locale/%/LC_MESSAGES/taizhang.mo: src/po/%.po | setup
	$(call SAY,PO)mkdir -p $(@D) && msgfmt --check -o $@ $<

$(B)/taizhang.pot: $(SOURCES) | setup
	$(Q)mkdir -p $(B) && xgettext --from-code=UTF-8 -k_ -kN_ -kngettext:1,2 --add-comments=Translators --sort-by-file \
	  --add-location=file --package-name=taizhang -o $@ $(SOURCES)
	$(Q)sed -i '/^"POT-Creation-Date:/d' $@

# A catalogue as "make po" leaves it: one message a line, whatever its length, and no date
# of the list, so that a change of the program changes the lines of its own messages only.
$(CURRENT): $(B)/po/%.po: src/po/%.po $(B)/taizhang.pot
	$(Q)mkdir -p $(@D) && msgmerge -q --no-fuzzy-matching --no-wrap -o $@.merged $< $(B)/taizhang.pot && \
	  msgattrib --no-obsolete --no-wrap -o $@ $@.merged && rm $@.merged

# Only the search for data knows the prefix, so installing elsewhere compiles one file.
PREFIX_DEFINE = -DTZ_PREFIX='"$(PREFIX)"'
$(B)/base/data.o: private DEFINES += $(PREFIX_DEFINE)
$(B)/base/data.o: $(B)/prefix

# Everything is compiled anew when the compiler or its flags change, and only then.
$(B)/flags: private STAMP = $(COMPILE)
$(B)/prefix: private STAMP = $(PREFIX)
$(B)/flags $(B)/prefix: FORCE | setup
	@mkdir -p $(B); printf '%s\n' $(call QUOTE,$(STAMP)) >$@.new; \
	  if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi
QUOTE = '$(subst ','\'',$(1))'

FORCE:
.PHONY: all setup setup-test setup-lint demo test unit bench fuzz fuzz-corpus fuzz-search lint po format \
        install uninstall clean help FORCE
.DELETE_ON_ERROR:

-include $(OBJECTS:.o=.d) $(UNIT:=.d) $(HELPERS:.o=.d)
.SECONDARY: $(UNIT:=.o)
