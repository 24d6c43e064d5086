#!/usr/bin/python3
"""How much higher the rows of a workbook are than LibreOffice would make them.

    /usr/bin/python3 tests/row_height_check.py BOOK.xlsx FOLDER [--most LINES] [--profile FOLDER]

A copy of the first sheet, in which nothing is merged and no row has a height, goes through
LibreOffice, which fits every row to its texts. The text of each merged cell stands in a
row of its own there, as wide as the merged cell. FOLDER takes what is made on the way.
The last line tells how many rows are higher by how many lines. A row that is lower than
needed, or higher by more than LINES, is a fault. Rows that a merged text needs, or needs so
that a page can end below it, count as needed.
"""

import argparse
import collections
import os
import re
import subprocess
import sys
from copy import copy

import openpyxl
from openpyxl.utils import get_column_letter as letter

LINE = 1.45  # of the size; LibreOffice prints Noto's hanzi so far apart


def convert(args, kind, path):
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{args.profile}", "--convert-to", kind,
                    "--outdir", args.folder, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def unmerge(sheet):
    """Moves the texts of merged cells to rows and columns of their own; returns these rows."""
    areas = [(a.min_row, a.min_col, a.max_row, a.max_col) for a in sheet.merged_cells.ranges]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    moved, row, wide = {}, sheet.max_row + 1, sheet.max_column + 2
    for first, left, last, right in areas:
        source, col = sheet.cell(first, left), left
        if right > left:
            col, wide = wide, wide + 1
            widths = [sheet.column_dimensions[letter(c)].width for c in range(left, right + 1)]
            sheet.column_dimensions[letter(col)].width = sum(widths) - 5 / 7 * (right - left)
        target = sheet.cell(row, col)
        target.value, target.font, target.alignment = source.value, copy(source.font), copy(source.alignment)
        source.value = None
        moved[row] = (first, left, last, right)
        row += 1
    return moved


def fitted(args, book):
    """The heights that LibreOffice gives to rows without one. It fits them only when it reads
    a file of another program, and no workbook: so by way of its own format."""
    path = os.path.join(args.folder, "free.xlsx")
    book.save(path)
    convert(args, "fods", path)
    flat = os.path.join(args.folder, "free.fods")
    with open(flat, encoding="utf-8") as file:
        text = file.read()
    text = text.replace('style:use-optimal-row-height="false"', 'style:use-optimal-row-height="true"')
    text = re.sub("<meta:generator>[^<]*", "<meta:generator>Other/1.0", text)
    with open(flat, "w", encoding="utf-8") as file:
        file.write(text)
    convert(args, "xlsx", flat)
    return openpyxl.load_workbook(path).worksheets[0].row_dimensions


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("book")
    parser.add_argument("folder")
    parser.add_argument("--most", type=float, default=2)
    parser.add_argument("--profile", default="/tmp/profile")
    args = parser.parse_args()
    os.makedirs(args.folder, exist_ok=True)
    book = openpyxl.load_workbook(args.book)
    sheet = book.worksheets[0]
    for other in book.worksheets[1:]:
        book.remove(other)
    book.defined_names.definedName = []
    ends = {b.id for b in sheet.row_breaks.brk}
    rows = range(1, sheet.max_row + 1)
    planned = {row: sheet.row_dimensions[row].height for row in rows}
    sizes = {row: max([c.font.size for c in sheet[row] if c.value] or [10]) for row in rows}
    filled = {row for row in rows if any(c.value for c in sheet[row])}
    moved = unmerge(sheet)
    for row in list(sheet.row_dimensions):
        sheet.row_dimensions[row].height = None
    fit = fitted(args, book)
    height = {row: fit[row].height or 0 for row in [*rows, *moved]}
    # LibreOffice fits for the screen; in print its lines are a little further apart.
    lines = {row: round((height[row] - 1.5) / (LINE * sizes.get(row, 10))) for row in height}
    need = {row: max(lines[row] * LINE * sizes[row] + 1.5, height[row]) if row in filled else 0 for row in rows}
    for at, (first, _, last, _) in moved.items():
        if first == last:
            need[first] = max(need[first], height[at])
    faults = []
    for at, (first, _, last, _) in moved.items():
        end = min([row for row in ends if first <= row < last] or [last])
        have, room = sum(need[row] for row in range(first, end + 1)), sum(planned[row] for row in range(first, last + 1))
        if last > first and room < height[at] - 0.6:
            faults.append(f"rows {first} to {last}: {room} pt, their merged text needs {height[at]}")
        own = sum(planned[row] for row in range(first, end + 1))
        if last > first and height[at] > have and end >= first:
            for row in range(first, end + 1):
                need[row] += (min(height[at] * 1.05, own) - have) * planned[row] / own
    bands, worst = collections.Counter(), (0, 0)
    for row in rows:
        slack = (planned[row] - need[row]) / (LINE * sizes[row])
        bands[min(int(max(slack, 0) * 2), 6)] += 1
        worst = max(worst, (slack, row))
        if planned[row] < height[row] - 0.6 and row in filled:
            faults.append(f"row {row}: {planned[row]} pt, its text needs {height[row]}")
        if slack > args.most:
            faults.append(f"row {row}: {planned[row]} pt, {slack:.1f} lines more than needed ({need[row]:.0f} pt)")
    for fault in faults:
        print(fault)
    shown = ", ".join(f"{bands[i]} by {i / 2:.1f}" for i in sorted(bands))
    print(f"{len(planned)} rows; lines more than needed, rounded down: {shown}; most {worst[0]:.2f} in row {worst[1]}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
