#!/usr/bin/python3
"""Reads a workbook back and compares it with the data it was made from.

    /usr/bin/python3 tests/xlsx_check.py BOOK.xlsx [TASKS.csv] [options]

Without data every sheet is looked at for its page, its heights and its merged cells.

    --sheet NAME      the sheet of the table (else the first one)
    --without TITLES  comma list of CSV columns that the template leaves out
    --merges LIST     comma list of ranges ("A3:A5"): exactly the merged cells, wherever
    --formulas        formulas are allowed (summary sheets)

What is wrong is printed, one fault a line; the exit status is 1 if there is any.
It knows nothing of the program: openpyxl reads, and texts are measured anew.
"""

import argparse
import csv
import io
import re
import sys
import unicodedata
import zipfile
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils import get_column_letter as letter
from openpyxl.utils import range_boundaries

PAPERS = {1: (215.9, 279.4), 5: (215.9, 355.6), 8: (297, 420), 9: (210, 297),
          11: (148, 210), 12: (257, 364), 13: (182, 257), 66: (420, 594)}
DIGIT, PADDING, PIXEL = 7, 5, 0.75  # Calibri 11 at 96 dpi; a pixel in points

faults = []


def fault(text):
    faults.append(text)


# ---- the file -------------------------------------------------------------

def check_parts(path):
    """Every part is whole and well formed."""
    with zipfile.ZipFile(path) as book:
        if book.testzip():
            fault(f"damaged part {book.testzip()}")
        for name in book.namelist():
            try:
                ElementTree.fromstring(book.read(name))
            except ElementTree.ParseError as error:
                fault(f"{name} is not well formed: {error}")


def check_names(book):
    seen = set()
    for name in book.sheetnames:
        if not 1 <= len(name.encode("utf-16-le")) // 2 <= 31:
            fault(f"sheet name of bad length: {name!r}")
        if re.search(r"[\[\]:*?/\\]", name) or name.startswith("'") or name.endswith("'"):
            fault(f"sheet name with a forbidden character: {name!r}")
        if name.casefold() == "history" or name.casefold() in seen:
            fault(f"sheet name taken: {name!r}")
        seen.add(name.casefold())


# ---- texts ----------------------------------------------------------------

def shown(cell):
    """What Excel shows in CELL, for the few number formats a ledger has."""
    value, form = cell.value, cell.number_format
    if value is None or isinstance(value, str):
        return value or ""
    if hasattr(value, "year"):
        return show_day(value, form)
    places = len(form.rstrip("%").partition(".")[2])
    comma = "," if "," in form else ""
    if form.endswith("%"):
        return f"{value * 100:{comma}.{places}f}%"
    return f"{value:{comma}.{places}f}"


def show_day(day, form):
    def part(match):
        word = match.group(0)
        number = {"y": day.year, "m": day.month, "d": day.day}[word[0]]
        return f"{number:0{len(word)}d}"
    plain = re.sub(r'"([^"]*)"', r"\1", form.replace("\\", ""))
    return re.sub(r"y+|m+|d+", part, plain)


def read_csv(path):
    with open(path, "rb") as file:
        raw = file.read()
    text = None
    for encoding in ["utf-16"] if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]:
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    if text is None:
        sys.exit(f"{path}: unknown encoding")
    separator = max(",\t;", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows = [[cell.replace("\r\n", "\n").strip() for cell in row] for row in reader]
    return rows[0], [row for row in rows[1:] if any(row)]


def kept_whole(book):
    """Texts that go on over several cells and stand whole on the hidden sheet."""
    if "_taizhang" not in book.sheetnames:
        return set()
    rows = book["_taizhang"].iter_rows(values_only=True)
    return {"".join(str(piece) for piece in row[3:] if piece is not None).strip() for row in rows if row[0] == "text"}


def has_text(grid, row, col, text, whole):
    """TEXT stands at (row, col); one of those WHOLE elsewhere goes on in the filled cells below."""
    here = grid.get((row, col), "")
    if here.strip() == text:
        return True
    if text not in whole:
        return False
    below = row + 1
    while len(here) < len(text) and below < row + 1000:
        here += grid.get((below, col), "")
        below += 1
    return here.strip() == text


def check_texts(sheet, titles, records, without, whole):
    """Each record stands whole on one row, below the record before it and with no other row between
    them, and each CSV column in one and the same sheet column."""
    grid = {(c.row, c.column): shown(c) for row in sheet.iter_rows() for c in row if c.value is not None}
    rows = {}
    for (row, col), text in grid.items():
        rows.setdefault(row, []).append(col)
    wanted = [i for i, title in enumerate(titles) if title not in without]
    homes = {i: None for i in wanted}
    at = 0
    for number, record in enumerate(records, 2):
        cells = [(i, record[i]) for i in wanted if i < len(record) and record[i]]
        found = next((row for row in sorted(rows) if row > at and
                      all(any(has_text(grid, row, col, text, whole) for col in rows[row]) for _, text in cells)), None)
        if found is None:
            excerpt = " | ".join(text[:12] for _, text in cells)
            fault(f"CSV line {number} is not in the sheet below row {at}: {excerpt}")
            continue
        between = [row for row in sorted(rows) if 0 < at < row < found]
        if between and not whole:
            fault(f"row {between[0]} is not in the data, between lines {number - 1} and {number}")
        at = found
        if len(cells) < 2:
            continue
        for i, text in cells:
            cols = {col for col in rows[found] if has_text(grid, found, col, text, whole)}
            homes[i] = cols if homes[i] is None else homes[i] & cols
            if not homes[i]:
                fault(f"CSV column {titles[i]!r} changes its sheet column at row {found}")
                homes[i] = None


def check_cells(book, formulas):
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                where = f"{sheet.title}!{cell.coordinate}"
                if cell.data_type == "f" and not formulas and sheet.title != "汇总表":
                    fault(f"{where} is a formula: {cell.value}")
                if cell.data_type == "e":
                    fault(f"{where} is an error value")
                if isinstance(cell.value, str):
                    if len(cell.value.encode("utf-16-le")) // 2 > 32767 or cell.value.count("\n") > 253:
                        fault(f"{where} holds more than Excel can")
                    if "\n" in cell.value and not cell.alignment.wrap_text and sheet.sheet_state == "visible":
                        fault(f"{where} has line breaks but does not wrap")


# ---- merges ---------------------------------------------------------------

def check_merges(sheet, expected):
    ranges = sorted(sheet.merged_cells.ranges, key=lambda r: (r.min_row, r.min_col))
    owner = {}
    for area in ranges:
        for row in range(area.min_row, area.max_row + 1):
            for col in range(area.min_col, area.max_col + 1):
                if (row, col) in owner:
                    fault(f"merged cells overlap: {owner[row, col]} and {area.coord}")
                owner[row, col] = area.coord
    if expected is not None:
        got = {area.coord for area in ranges}
        for coord in sorted(expected - got):
            fault(f"not merged: {coord}")
        for coord in sorted(got - expected):
            fault(f"merged but should not be: {coord}")
    return owner


def raw_cells(path, index):
    """(style, has a value) of the cells as written: openpyxl hides those inside merges."""
    with zipfile.ZipFile(path) as book:
        root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{index + 1}.xml"))
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    return {c.get("r"): (c.get("s"), c.find(space + "v") is not None) for c in root.iter(space + "c")}


def check_merged_cells(path, index, sheet):
    cells = raw_cells(path, index)
    for area in sheet.merged_cells.ranges:
        first = cells.get(f"{letter(area.min_col)}{area.min_row}", (None, False))
        for row in range(area.min_row, area.max_row + 1):
            for col in range(area.min_col, area.max_col + 1):
                name = f"{letter(col)}{row}"
                if cells.get(name, (None, False))[0] != first[0]:
                    fault(f"{sheet.title}!{name} lacks the border and format of {area.coord}")
                if (row, col) != (area.min_row, area.min_col) and cells.get(name, (None, False))[1]:
                    fault(f"{sheet.title}!{name} hides a value under {area.coord}")


# ---- sizes and print set-up -----------------------------------------------

def column_points(sheet, col):
    width = 9.140625  # Excel's own
    for dimension in sheet.column_dimensions.values():
        if dimension.min <= col <= dimension.max and dimension.width:
            width = dimension.width
    return int((256 * width + int(128 / DIGIT)) / 256 * DIGIT) * PIXEL


def check_page(sheet):
    where, page = sheet.title, sheet.page_setup
    size = PAPERS.get(int(page.paperSize or 0))
    if not size:
        fault(f"{where}: no paper size")
        return
    if not sheet.sheet_properties.pageSetUpPr or not sheet.sheet_properties.pageSetUpPr.fitToPage:
        fault(f"{where}: not fitted to the page's width")
    pages = int(page.fitToWidth or 1)
    if pages != 1 and not sheet.print_title_cols:
        fault(f"{where}: several pages wide, and no columns are repeated")
    if int(page.fitToHeight if page.fitToHeight is not None else 1) != 0:
        fault(f"{where}: not any number of pages tall")
    across = max(size) if page.orientation == "landscape" else min(size)
    room = across / 25.4 * 72 - (sheet.page_margins.left + sheet.page_margins.right) * 72
    width = sum(column_points(sheet, col) for col in range(1, sheet.max_column + 1))
    room *= pages
    if width > room / 0.87:  # Excel prints it smaller, to 88 % at most
        fault(f"{where}: columns are {width:.0f} pt wide, the page has {room:.0f}")


def check_print(sheet):
    where = sheet.title
    if not sheet.print_area:
        fault(f"{where}: no print area")
    else:
        area = sheet.print_area
        area = (area[0] if isinstance(area, list) else area).split("!")[-1].replace("$", "")
        left, top, right, bottom = range_boundaries(area)
        if (left, top) != (1, 1) or right < sheet.max_column or bottom < sheet.max_row:
            fault(f"{where}: the print area {area} leaves cells out")
    if not sheet.print_title_rows:
        fault(f"{where}: no rows are repeated on every page")
        return
    first, last = (int(n) for n in sheet.print_title_rows.replace("$", "").split(":"))
    for area in sheet.merged_cells.ranges:
        if area.min_row <= last < area.max_row or area.min_row < first <= area.max_row:
            fault(f"{where}: the repeated rows {first}:{last} cut the merged cell {area.coord}")


def text_width(text):
    return sum(1 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def check_heights(sheet, owner):
    """Own and merged cells are high enough for their text with recipients' fonts:
    a line is at least 1.2 times the size, a cell keeps 5 pixels of its width."""
    for row in range(1, sheet.max_row + 1):
        height = sheet.row_dimensions[row].height
        if height is None:
            fault(f"{sheet.title}: row {row} has no height of its own")
        elif height > 409.5 or height == 15:
            fault(f"{sheet.title}: row {row} has the height {height}")
    for cells in sheet.iter_rows():
        for cell in cells:
            if not isinstance(cell.value, str):
                continue
            area = owner.get((cell.row, cell.column), cell.coordinate)
            left, top, right, bottom = range_boundaries(area)
            size = cell.font.size or 11
            width = (sum(column_points(sheet, col) for col in range(left, right + 1)) - PADDING * PIXEL) / size
            lines = sum(max(1, -int(-text_width(line) // max(width, 1))) for line in cell.value.split("\n"))
            height = sum(sheet.row_dimensions[row].height or 15 for row in range(top, bottom + 1))
            if lines * size * 1.2 > height + 1:
                fault(f"{sheet.title}!{area}: {lines} lines of {size} pt need more than {height} pt")


def check_all(book):
    """Every sheet that is seen, whatever is in it."""
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            owner = check_merges(sheet, None)
            check_page(sheet)
            check_print(sheet)
            check_heights(sheet, owner)
    for text in faults:
        print(text)
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("book")
    parser.add_argument("csv", nargs="?")
    parser.add_argument("--sheet")
    parser.add_argument("--without", default="")
    parser.add_argument("--merges")
    parser.add_argument("--formulas", action="store_true")
    args = parser.parse_args()
    check_parts(args.book)
    book = openpyxl.load_workbook(args.book)
    check_names(book)
    check_cells(book, args.formulas)
    if not args.csv:
        return check_all(book)
    sheet = book[args.sheet] if args.sheet else book.worksheets[0]
    expected = {word for word in args.merges.split(",") if word} if args.merges is not None else None
    owner = check_merges(sheet, expected)
    check_merged_cells(args.book, book.worksheets.index(sheet), sheet)
    titles, records = read_csv(args.csv)
    check_texts(sheet, titles, records, set(args.without.split(",")), kept_whole(book))
    check_page(sheet)
    check_print(sheet)
    check_heights(sheet, owner)
    for text in faults:
        print(text)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
