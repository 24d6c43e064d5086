#!/usr/bin/python3
"""Whether the figures stored in a workbook are those that its formulas give.

    /usr/bin/python3 tests/reckon_check.py BOOK.xlsx FOLDER [--profile FOLDER]

A copy without any stored figure goes through LibreOffice, which must reckon itself. Every
formula that gives something else is a fault; the last line tells how many there are.
FOLDER takes what is made on the way.
"""

import argparse
import os
import re
import subprocess
import sys
import zipfile

import openpyxl


def strip_figures(source, target):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            new.writestr(name, data)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("book")
    parser.add_argument("folder")
    parser.add_argument("--profile", default="/tmp/profile")
    args = parser.parse_args()
    formulas = openpyxl.load_workbook(args.book)
    stored = openpyxl.load_workbook(args.book, data_only=True)
    os.makedirs(args.folder, exist_ok=True)
    bare = os.path.join(args.folder, "bare.xlsx")
    strip_figures(args.book, bare)
    out = os.path.join(args.folder, "reckoned")
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{args.profile}", "--convert-to", "xlsx",
                    "--outdir", out, bare], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    reckoned = openpyxl.load_workbook(os.path.join(out, "bare.xlsx"), data_only=True)
    n, bad = 0, False
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                n += 1
                here = stored[sheet.title][cell.coordinate].value
                there = reckoned[sheet.title][cell.coordinate].value
                same = here == there or (isinstance(here, (int, float)) and isinstance(there, (int, float)) and
                                         abs(here - there) < 1e-9)
                if here is None or not same:
                    print(f"{sheet.title}!{cell.coordinate}: {cell.value} is stored as {here} and gives {there}")
                    bad = True
    print(f"{n} formulas")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
