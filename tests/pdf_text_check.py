#!/usr/bin/python3
"""Reads a PDF back and compares it with the data it was made from.

    /usr/bin/python3 tests/pdf_text_check.py FILE.pdf TASKS.csv [options]

    --without TITLES  comma list of CSV columns that the form leaves out
    --unprinted LIST  comma list of CSV titles that the form prints otherwise
    --title TEXT      the document's title: in its properties, its outline, on page 1
    --says TEXT       a text that stands somewhere (may be repeated)
    --paper NAME      A4, A3, …: every page has this size, lying or standing

What is wrong is printed, one fault a line; the exit status is 1 if there is any.
It knows nothing of the program: the cells are found anew from the lines drawn.
Blanks are left out of account: extractors guess them from distances.
"""

import argparse
import csv
import io
import sys
import unicodedata
from collections import namedtuple

import fitz

PAPERS = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "B4": (257, 364), "B5": (182, 257)}
NEAR = 1.2  # points between two lines that are meant to be one

Char = namedtuple("Char", "text x y left right size")
Cell = namedtuple("Cell", "page top first last text")  # columns first … last, from 0

faults = []


def fault(text):
    faults.append(text)


def squeezed(text):
    return "".join(text.split())


def excerpt(text):
    return text if len(text) < 24 else text[:22] + "…"


# ---- pages ----------------------------------------------------------------

def chars_of(page):
    """In the order of drawing."""
    for span in page.get_texttrace():
        for code, _, (x, y), (left, _, right, _) in span["chars"]:
            if not chr(code).isspace():
                yield Char(chr(code), x, y, left, right, span["size"])


def lines_of(page):
    """Upright and level lines: (place, from, to)."""
    upright, level = [], []
    for drawing in page.get_drawings():
        for item in drawing["items"]:
            if item[0] == "l":
                a, b = item[1], item[2]
                if abs(a.x - b.x) < 0.1:
                    upright.append((a.x, min(a.y, b.y), max(a.y, b.y)))
                elif abs(a.y - b.y) < 0.1:
                    level.append((a.y, min(a.x, b.x), max(a.x, b.x)))
    return sorted(upright), sorted(level)


def around(lines, place, across):
    """The nearest of LINES on either side of PLACE that pass ACROSS."""
    passing = [line[0] for line in lines if line[1] - NEAR <= across <= line[2] + NEAR]
    before = [at for at in passing if at <= place]
    behind = [at for at in passing if at > place]
    return (max(before), min(behind)) if before and behind else None


def number_of(places, place):
    return min(range(len(places)), key=lambda i: abs(places[i] - place))


def check_inside(char, left, right, number):
    """Marks may end or begin with a blank half that hangs out."""
    slack = char.size / 2 if unicodedata.category(char.text)[0] == "P" else 0.5
    if char.left < left - slack or char.right > right + slack:
        fault(f"page {number + 1}: {char.text!r} crosses the side of its cell")


def cells_of(page, number):
    """The cells of PAGE, by top and column, and the texts outside the table."""
    upright, level = lines_of(page)
    columns = []
    for at, _, _ in upright:
        if not columns or at - columns[-1] > NEAR:
            columns.append(at)
    texts, outside = {}, []
    for char in chars_of(page):
        middle, base = (char.left + char.right) / 2, char.y - char.size / 4
        sides = around(upright, middle, base)
        ends = around(level, base, middle)
        if not sides or not ends:
            outside.append(char.text)
            continue
        check_inside(char, *sides, number)
        texts.setdefault((ends[0], *sides), []).append(char.text)
    cells = [Cell(number, top, number_of(columns, left), number_of(columns, right) - 1, "".join(text))
             for (top, left, right), text in texts.items()]
    return sorted(cells, key=lambda cell: (cell.top, cell.first)), "".join(outside), len(columns) - 1


# ---- the data -------------------------------------------------------------

def read_csv(path):
    raw = open(path, "rb").read()
    for encoding in ["utf-16"] if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]:
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        sys.exit(f"{path}: unknown encoding")
    separator = max(",\t;", key=text.partition("\n")[0].count)
    rows = [[squeezed(cell) for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)]
    return rows[0], [row for row in rows[1:] if any(row)]


class Column:
    """The cells of one column, taken from the top; the repeated header of later pages
    is left out, the repeated text of a merged cell is passed over."""

    def __init__(self, name, cells, header):
        self.name, self.cells, self.at, self.last = name, [], 0, None
        for cell in cells:
            leads = not self.cells or self.cells[-1].page < cell.page
            if not (cell.page > 0 and leads and cell.text in header):
                self.cells.append(cell)

    def skip_repeats(self):
        while self.at < len(self.cells) and self.cells[self.at].text == self.last and self.is_repeat(self.at):
            self.at += 1

    def is_repeat(self, at):
        """The first of its page; or one behind it that says the same, if that one was taken."""
        while at > 0 and self.cells[at - 1].text == self.cells[at].text:
            if self.cells[at - 1].page < self.cells[at].page:
                return True
            at -= 1
        return at > 0 and self.cells[at - 1].page < self.cells[at].page

    def take(self, wanted, line):
        begin = self.at
        if self.take_here(wanted):
            self.last = wanted
            return
        self.at = begin
        self.skip_repeats()
        if self.take_here(wanted):
            self.last = wanted
            return
        got = self.cells[begin].text if begin < len(self.cells) else "nothing more"
        fault(f"CSV line {line}, column {self.name!r}: wanted {excerpt(wanted)!r}, got {excerpt(got)!r}")
        self.at = next((i + 1 for i in range(begin, len(self.cells)) if self.cells[i].text == wanted), begin)

    def take_here(self, wanted):
        """WANTED in one cell, or cut over pages."""
        rest = wanted
        while self.at < len(self.cells):
            cell = self.cells[self.at]
            if cell.text == rest:
                self.at += 1
                return True
            later = self.at + 1 < len(self.cells) and self.cells[self.at + 1].page > cell.page
            if not cell.text or not rest.startswith(cell.text) or not later:
                return False
            rest = rest[len(cell.text):]
            self.at += 1
        return False

    def finish(self):
        self.skip_repeats()
        for cell in self.cells[self.at:]:
            fault(f"page {cell.page + 1}, column {self.name!r}: {excerpt(cell.text)!r} is not in the data")


def is_section(row):
    return len(row) > 1 and row[0] and not any(row[1:])


def check_table(doc, titles, records, without, unprinted):
    wanted = [i for i, title in enumerate(titles) if title not in without]
    pages = [cells_of(page, page.number) for page in doc]
    cells = [cell for page in pages for cell in page[0]]
    for number, page in enumerate(pages):
        if page[2] != len(wanted):
            fault(f"page {number + 1}: {page[2]} columns are drawn, {len(wanted)} wanted")
            return pages
    # The header ends where the first record begins.
    first = next((cell for cell in cells if cell.text in records[0] and cell.text), None)
    if first is None:
        fault("the first record is not there")
        return pages
    header = [cell for cell in cells if cell.page == 0 and cell.top < first.top - NEAR]
    # A path, "a/b", names the cells one above the other.
    for title in [titles[i] for i in wanted]:
        parts = [title] if title in {cell.text for cell in header} else title.split("/")
        if title not in unprinted and any(part not in {cell.text for cell in header} for part in parts):
            fault(f"the header lacks {title!r}")
    body = [cell for cell in cells if cell.page > 0 or cell.top >= first.top - NEAR]
    columns = {i: Column(titles[i], [c for c in body if c.first == place and c.last - place < len(wanted) - 1],
                         {h.text for h in header if h.first <= place <= h.last})
               for place, i in enumerate(wanted)}
    sections = Column("sections", [c for c in body if c.first == 0 and c.last == len(wanted) - 1], set())
    for line, row in enumerate(records, 2):
        if is_section(row) and len(wanted) > 1:
            sections.take(row[0], line)
            continue
        for i in wanted:
            if i < len(row) and row[i]:
                columns[i].take(row[i], line)
    for column in [*columns.values(), sections]:
        column.finish()
    return pages


# ---- the document ---------------------------------------------------------

def check_fonts(doc):
    for page in doc:
        for font in doc.get_page_fonts(page.number):
            if font[1] == "n/a" or not doc.extract_font(font[0])[3]:
                fault(f"the font {font[3]} is not embedded")


def check_size(doc, paper):
    wanted = sorted(mm / 25.4 * 72 for mm in PAPERS[paper])
    for page in doc:
        got = sorted((page.rect.width, page.rect.height))
        if any(abs(a - b) > 1 for a, b in zip(wanted, got)):
            fault(f"page {page.number + 1} is {got[0]:.0f} by {got[1]:.0f} pt, not {paper}")


def check_places(doc):
    for page in doc:
        for char in chars_of(page):
            if not (0 <= char.left and char.right <= page.rect.width and 0 <= char.y <= page.rect.height):
                fault(f"page {page.number + 1}: {char.text!r} is off the paper")


def check_numbers(pages):
    for number, (_, outside, _) in enumerate(pages, 1):
        if len(pages) > 1 and f"第{number}页" not in outside and not outside.endswith(f"—{number}—"):
            fault(f"page {number} does not say its number")


def check_title(doc, title, pages):
    if squeezed(doc.metadata["title"]) != title:
        fault(f"the title property is {doc.metadata['title']!r}")
    if title not in [squeezed(entry[1]) for entry in doc.get_toc()]:
        fault("the outline lacks the title")
    if title not in pages[0][1]:
        fault("page 1 lacks the title")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pdf")
    parser.add_argument("csv")
    parser.add_argument("--without", default="")
    parser.add_argument("--unprinted", default="")
    parser.add_argument("--title")
    parser.add_argument("--says", action="append", default=[])
    parser.add_argument("--paper")
    args = parser.parse_args()
    doc = fitz.open(args.pdf)
    titles, records = read_csv(args.csv)
    pages = check_table(doc, titles, records, set(args.without.split(",")), set(args.unprinted.split(",")))
    check_fonts(doc)
    check_places(doc)
    check_numbers(pages)
    if doc.xref_get_key(doc.pdf_catalog(), "Lang") != ("string", "zh-CN"):
        fault("the language is not zh-CN")
    if args.title:
        check_title(doc, squeezed(args.title), pages)
    everything = "".join(outside + "".join(cell.text for cell in cells) for cells, outside, _ in pages)
    for text in args.says:
        if squeezed(text) not in everything:
            fault(f"nowhere: {excerpt(text)!r}")
    if args.paper:
        check_size(doc, args.paper)
    for text in faults:
        print(text)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
