#!/usr/bin/python3
"""xlsx_package.py BOOK.xlsx...: whether each file is a package that Excel opens without repair.

Looks at the parts themselves (ECMA-376, transitional), with nothing but Python's own
library: parts are well formed and have a content type, relationships lead somewhere,
elements stand in the order of the schema, indices are in range, cells ascend, merged
cells do not overlap, names are legal. Prints what is wrong; exit status 1 if anything is.
"""
import posixpath
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DOC_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

# The children of an element in order: CT_Worksheet, CT_Workbook, CT_Stylesheet and what stands in them.
ORDER = {
    "worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
                 "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells "
                 "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup "
                 "headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing "
                 "legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst",
    "workbook": "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups "
                "externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst",
    "styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
    "sheetView": "pane selection pivotSelection extLst",
    "c": "f v is extLst",
    "si": "t r rPh phoneticPr",
    "is": "t r rPh phoneticPr",
    "r": "rPr t",
    "border": "start end left right top bottom diagonal vertical horizontal",
    "xf": "alignment protection extLst",
    "dxf": "font numFmt fill alignment border protection extLst",
    "cfRule": "formula colorScale dataBar iconSet extLst",
    "dataValidation": "formula1 formula2",
    "headerFooter": "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter",
}

# What the content type of a part ends in, by the part's name.
KINDS = [(r"xl/workbook\.xml", "spreadsheetml.sheet.main+xml"), (r"xl/worksheets/[^/]+\.xml", "spreadsheetml.worksheet+xml"),
         (r"xl/styles\.xml", "spreadsheetml.styles+xml"), (r"xl/sharedStrings\.xml", "spreadsheetml.sharedStrings+xml"),
         (r"xl/drawings/[^/]+\.xml", "drawing+xml"), (r"xl/charts/[^/]+\.xml", "drawingml.chart+xml"),
         (r"xl/theme/[^/]+\.xml", "theme+xml"), (r"docProps/core\.xml", "core-properties+xml")]


class Package:
    def __init__(self, path):
        self.faults = []
        self.parts = {}
        with zipfile.ZipFile(path) as book:
            names = book.namelist()
            for name in sorted({name for name in names if names.count(name) > 1}):
                self.fault(f"part twice: {name}")
            for name in names:
                self.parts[name] = self.parse(name, book)

    def fault(self, text):
        self.faults.append(text)

    def parse(self, name, book):
        try:
            return ElementTree.fromstring(book.read(name))
        except (ElementTree.ParseError, zipfile.BadZipFile) as error:
            self.fault(f"{name} is not well formed: {error}")
            return None

    def root(self, name):
        return self.parts.get(name)

    def relations(self, name):
        """Id → part of the relationships of part NAME ('' for the package)."""
        folder, base = posixpath.split(name)
        root = self.root(posixpath.join(folder, "_rels", base + ".rels"))
        found = {}
        for rel in root if root is not None else []:
            if rel.get("TargetMode") == "External":
                continue
            target = rel.get("Target")
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if rel.get("Id") in found:
                self.fault(f"{name}: relationship {rel.get('Id')} twice")
            if path not in self.parts:
                self.fault(f"{name}: relationship {rel.get('Id')} leads to {path}, which is not there")
            found[rel.get("Id")] = path
        return found


def local(tag):
    return tag.rpartition("}")[2]


def check_types(p):
    root = p.root("[Content_Types].xml")
    if root is None:
        p.fault("no [Content_Types].xml")
        return
    defaults = {e.get("Extension").lower() for e in root.iter(TYPES + "Default")}
    overrides = {e.get("PartName")[1:]: e.get("ContentType") for e in root.iter(TYPES + "Override")}
    for name in p.parts:
        extension = name.rpartition(".")[2].lower()
        # For .xml the default says only that it is XML.
        if name != "[Content_Types].xml" and name not in overrides and (extension == "xml" or extension not in defaults):
            p.fault(f"{name} has no content type")
    for name, kind in overrides.items():
        for pattern, end in KINDS:
            if re.fullmatch(pattern, name) and not kind.endswith(end):
                p.fault(f"content type of {name} is {kind}")
    for name in sorted(set(overrides) - set(p.parts)):
        p.fault(f"content type of {name}, which is not there")


PLACES = {MAIN + tag: {MAIN + child: i for i, child in enumerate(order.split())} for tag, order in ORDER.items()}


def check_order(p):
    for name, root in p.parts.items():
        for parent in root.iter() if root is not None else []:
            order = PLACES.get(parent.tag)
            if not order:
                continue
            places = [order.get(e.tag, -1) for e in parent]
            if -1 in places:
                p.fault(f"{name}: <{local(parent[places.index(-1)].tag)}> is not of this schema")
            elif places != sorted(places):
                p.fault(f"{name}: elements out of order in <{local(parent.tag)}>")


def check_counts(p):
    """Where an element says how many children it has, it is right."""
    for name, root in p.parts.items():
        for e in root.iter() if root is not None and name.startswith("xl/") else []:
            if e.tag in (MAIN + "mergeCells", MAIN + "dataValidations", MAIN + "cellXfs", MAIN + "fonts", MAIN + "fills",
                         MAIN + "borders", MAIN + "dxfs", MAIN + "numFmts", MAIN + "rowBreaks", MAIN + "colBreaks"):
                if e.get("count") is not None and int(e.get("count")) != len(e):
                    p.fault(f"{name}: <{local(e.tag)}> counts {e.get('count')}, has {len(e)}")


def cell(text):
    match = re.fullmatch(r"\$?([A-Z]{1,3})\$?([1-9][0-9]*)", text)
    if not match:
        return None
    col = 0
    for letter in match.group(1):
        col = col * 26 + ord(letter) - 64
    row = int(match.group(2))
    return (row, col) if row <= 1048576 and col <= 16384 else None


def area(text):
    first, _, last = text.partition(":")
    return cell(first), cell(last or first)


def children(root, tag):
    found = root.find(MAIN + tag) if root is not None else None
    return list(found) if found is not None else []


def check_styles(p, styles):
    n = {tag: len(children(styles, tag)) for tag in ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs")}
    own = {int(e.get("numFmtId")) for e in children(styles, "numFmts")}
    for xf in children(styles, "cellXfs"):
        if int(xf.get("numFmtId", 0)) >= 164 and int(xf.get("numFmtId")) not in own:
            p.fault(f"styles: numFmtId {xf.get('numFmtId')} is none")
        for attribute, tag in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"),
                               ("xfId", "cellStyleXfs")):
            if int(xf.get(attribute, 0)) >= max(n[tag], 1):
                p.fault(f"styles: {attribute} {xf.get(attribute)} of {n[tag]}")
    return n


def check_cells(p, name, root, n_styles, n_strings):
    row_before = 0
    for row in root.iter(MAIN + "row"):
        number, col_before = int(row.get("r")), 0
        if number <= row_before:
            p.fault(f"{name}: row {number} behind row {row_before}")
        row_before = number
        if float(row.get("ht", 0)) > 409.5:
            p.fault(f"{name}: row {number} is {row.get('ht')} pt high")
        for c in row:
            place = cell(c.get("r"))
            if not place or place[0] != number or place[1] <= col_before:
                p.fault(f"{name}: cell {c.get('r')} in row {number} behind column {col_before}")
                continue
            col_before = place[1]
            if int(c.get("s", 0)) >= n_styles:
                p.fault(f"{name}!{c.get('r')}: style {c.get('s')} of {n_styles}")
            value = c.find(MAIN + "v")
            if c.get("t") == "s" and not (value is not None and 0 <= int(value.text) < n_strings):
                p.fault(f"{name}!{c.get('r')}: no such string")


def check_columns(p, name, root):
    before = 0
    for col in children(root, "cols"):
        first, last = int(col.get("min")), int(col.get("max"))
        if not before < first <= last <= 16384:
            p.fault(f"{name}: columns {first} to {last} behind column {before}")
        before = last


def check_merges(p, name, root):
    taken = {}
    for merge in children(root, "mergeCells"):
        first, last = area(merge.get("ref"))
        if not first or not last or first[0] > last[0] or first[1] > last[1] or first == last:
            p.fault(f"{name}: merged cell {merge.get('ref')} is none")
            continue
        for row in range(first[0], last[0] + 1):
            for col in range(first[1], last[1] + 1):
                if (row, col) in taken:
                    p.fault(f"{name}: {merge.get('ref')} overlaps {taken[row, col]}")
                taken[row, col] = merge.get("ref")


def check_rules(p, name, root, n_dxfs):
    priorities = []
    for rule in root.iter(MAIN + "cfRule"):
        priorities.append(rule.get("priority"))
        if rule.get("dxfId") is not None and int(rule.get("dxfId")) >= n_dxfs:
            p.fault(f"{name}: dxfId {rule.get('dxfId')} of {n_dxfs}")
    if len(priorities) != len(set(priorities)):
        p.fault(f"{name}: a priority twice")
    for rule in children(root, "dataValidations"):
        for place in rule.get("sqref", "").split():
            if None in area(place):
                p.fault(f"{name}: validation of {place}")
        for attribute, most in (("promptTitle", 32), ("errorTitle", 32), ("prompt", 255), ("error", 255)):
            if len(rule.get(attribute, "")) > most:
                p.fault(f"{name}: {attribute} is too long")
        formula = rule.find(MAIN + "formula1")
        if formula is not None and formula.text.startswith('"') and len(formula.text) > 257:
            p.fault(f"{name}: list is too long")


def check_sheet(p, name, root, n, n_strings):
    relations = p.relations(name)
    for e in root.iter():
        for attribute in (DOC_REL + "id",):
            if e.get(attribute) is not None and e.get(attribute) not in relations:
                p.fault(f"{name}: {local(e.tag)} leads to {e.get(attribute)}, which is no relationship")
    check_cells(p, name, root, n["cellXfs"], n_strings)
    check_columns(p, name, root)
    check_merges(p, name, root)
    check_rules(p, name, root, n["dxfs"])


def sheet_values(root, strings):
    """(row, column) → text or number of the cells of a sheet."""
    values = {}
    for c in root.iter(MAIN + "c"):
        value = c.find(MAIN + "v")
        inline = "".join(t.text or "" for t in c.iter(MAIN + "t"))
        if value is None or c.get("t") == "inlineStr":
            text = inline
        else:
            shared = c.get("t") == "s" and int(value.text) < len(strings)
            text = strings[int(value.text)] if shared else value.text
        if text and cell(c.get("r")):
            values[cell(c.get("r"))] = text if c.get("t") in ("s", "str", "inlineStr") else float(text)
    return values


def check_reference(p, name, reference, sheets):
    """What a chart keeps of its data is what stands in the cells."""
    formula = reference.findtext(CHART + "f")
    match = re.fullmatch(r"=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)", formula or "")
    values = sheets.get((match.group(1) or match.group(2)).replace("''", "'")) if match else None
    first, last = area(match.group(3)) if match else (None, None)
    if values is None or not first or not last:
        p.fault(f"{name}: {formula} leads to no cells")
        return
    numeric = reference.tag == CHART + "numRef"
    places = [(row, col) for row in range(first[0], last[0] + 1) for col in range(first[1], last[1] + 1)]
    kept = {int(pt.get("idx")): pt.findtext(CHART + "v") for pt in reference.iter(CHART + "pt")}
    for i, place in enumerate(places):
        there, here = values.get(place), kept.get(i)
        if here is not None and numeric:
            here = float(here)
        if (here or None) != (there or None) and not (here == 0 and there == 0):
            p.fault(f"{name}: {formula} keeps {here!r} for {there!r}")


def check_charts(p, sheets):
    for name, root in p.parts.items():
        if root is None or root.tag != CHART + "chartSpace":
            continue
        references = [e for e in root.iter() if e.tag in (CHART + "numRef", CHART + "strRef")]
        if not references:
            p.fault(f"{name}: a chart without data")
        for reference in references:
            if any(True for _ in reference.iter(CHART + "ptCount")):
                check_reference(p, name, reference, sheets)


def check_names(p, book):
    sheets = [e.get("name") for e in children(book, "sheets")]
    folded = [name.casefold() for name in sheets]
    for name in sheets:
        if not 1 <= len(name.encode("utf-16-le")) // 2 <= 31 or re.search(r"[\[\]:*?/\\]", name) or name != name.strip("'"):
            p.fault(f"sheet name {name!r}")
        if folded.count(name.casefold()) > 1 or name.casefold() == "history":
            p.fault(f"sheet name {name!r} is taken")
    if all(e.get("state", "visible") != "visible" for e in children(book, "sheets")):
        p.fault("no visible sheet")
    seen = set()
    for e in children(book, "definedNames"):
        key = (e.get("name").casefold(), e.get("localSheetId"))
        if not re.fullmatch(r"(_xlnm\.)?[^\W\d][\w.]*", e.get("name")) or key in seen:
            p.fault(f"defined name {e.get('name')!r}")
        seen.add(key)
        if int(e.get("localSheetId", 0)) >= len(sheets):
            p.fault(f"defined name {e.get('name')} of sheet {e.get('localSheetId')}")
        for quoted, plain in re.findall(r"(?:'((?:[^']|'')+)'|([\w.]+))!", e.text or ""):
            if (quoted.replace("''", "'") or plain) not in sheets:
                p.fault(f"defined name {e.get('name')} refers to a sheet that is not there")


def check(path):
    try:
        p = Package(path)
    except (OSError, zipfile.BadZipFile) as error:
        return [str(error)]
    check_types(p)
    check_order(p)
    check_counts(p)
    office = [part for part in p.relations("").values() if part.endswith("workbook.xml")]
    book = p.root(office[0]) if office else None
    if book is None:
        return p.faults + ["no workbook"]
    relations = p.relations(office[0])
    for part in p.parts:
        if not part.endswith(".rels") and part != office[0]:
            p.relations(part)
    check_names(p, book)
    strings = p.root("xl/sharedStrings.xml")
    n_strings = len(strings.findall(MAIN + "si")) if strings is not None else 0
    n = check_styles(p, p.root("xl/styles.xml"))
    texts = ["".join(t.text or "" for t in si.iter(MAIN + "t")) for si in (strings if strings is not None else [])]
    values = {}
    for e in children(book, "sheets"):
        part = relations.get(e.get(DOC_REL + "id"))
        if part is None or p.root(part) is None:
            p.fault(f"sheet {e.get('name')} has no part")
        else:
            check_sheet(p, part, p.root(part), n, n_strings)
            values[e.get("name")] = sheet_values(p.root(part), texts)
    check_charts(p, values)
    return list(dict.fromkeys(p.faults))


def main():
    bad = False
    for path in sys.argv[1:]:
        try:
            faults = check(path)
        except (ValueError, TypeError, AttributeError) as error:
            faults = [f"an attribute is not there or no number: {error}"]
        for fault in faults:
            print(f"{path}: {fault}")
            bad = True
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
