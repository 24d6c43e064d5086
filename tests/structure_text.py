#!/usr/bin/python3
"""Prints what a tagged PDF says to readers that do not see it.

    /usr/bin/python3 tests/structure_text.py FILE.pdf [--rows | --artifacts]

Without an option: the structure, a line an element, indented: its type, its attributes
and the text that belongs to it alone. --rows: the rows of all tables, a line each,
cells separated by "|", paragraphs of a cell by "/", empty cells as they are. --artifacts:
the texts of each page that are no content.

It checks what ISO 32000-1 and ISO 14289-1 ask of a structure: every mark of every page
belongs to one element, and the page knows to which; marks are not nested; whatever else
is painted is an artifact; parents and kids agree; notes have names. Faults are printed
and the exit status is 1. It knows nothing of the program.
"""

import re
import sys

import fitz

PAINTING = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"Do", b"sh", b"Tj", b"TJ", b"'", b'"'}
TOKEN = re.compile(rb"""\s*(?:(?P<hex><[0-9A-Fa-f\s]*>)|(?P<open><<|\[)|(?P<close>>>|\])|(?P<name>/[^\s<>\[\]()/]*)
    |(?P<literal>\()|(?P<word>[^\s<>\[\]()/]+))""", re.X)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

faults = []


def fault(text):
    faults.append(text)


# ---- objects --------------------------------------------------------------

class Reader:
    """Objects as Python's: dictionaries, lists, numbers, names with a slash, bytes, Ref."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def literal(self):
        depth, out = 1, b""
        while True:
            c = self.data[self.at:self.at + 1]
            self.at += 1
            if c == b"\\":
                octal = re.compile(rb"[0-7]{1,3}").match(self.data, self.at)
                if octal:
                    out += bytes([int(octal.group(), 8) & 255])
                    self.at = octal.end()
                    continue
                c = self.data[self.at:self.at + 1]
                self.at += 1
                out += b"" if c == b"\n" else ESCAPES.get(c, c)
                continue
            depth += (c == b"(") - (c == b")")
            if depth == 0:
                return out
            out += c

    def next(self):
        match = TOKEN.match(self.data, self.at)
        if not match:
            return None
        self.at = match.end()
        text = match.group().strip()
        if match.group("hex"):
            digits = re.sub(rb"\s", b"", text[1:-1])
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        if match.group("literal"):
            return self.literal()
        if text == b"[":
            return self.until(b"]")
        if text == b"<<":
            items = self.until(b">>")
            return dict(zip(items[::2], items[1::2]))
        if match.group("name"):
            return text.decode()
        try:
            return float(text) if b"." in text else int(text)
        except ValueError:
            return Word(text)

    def until(self, end):
        items = []
        while True:
            item = self.next()
            if item is None or item == Word(end):
                return items
            if item == Word(b"R"):
                items[-2:] = [Ref(items[-2])]
            else:
                items.append(item)


class Word(bytes):
    """An operator, or a closing mark."""


class Ref(int):
    """The number of an object."""


class File:
    def __init__(self, path):
        self.pdf = fitz.open(path)
        self.seen = {}
        self.pages = [self.pdf.page_xref(i) for i in range(self.pdf.page_count)]

    def get(self, value):
        while isinstance(value, Ref):
            if value not in self.seen:
                self.seen[value] = Reader(self.pdf.xref_object(value, compressed=True).encode() + b" ]").until(b"]")
            value = self.seen[value][0] if self.seen[value] else None
        return value

    def at(self, value, *keys):
        for key in keys:
            value = (self.get(value) or {}).get(key)
        return self.get(value)


def text_string(data):
    return data[2:].decode("utf-16-be") if data[:2] == b"\xfe\xff" else data.decode("latin-1")


# ---- text of a page's marks -----------------------------------------------

def to_unicode(file, font):
    """Codes to texts, and how many bytes a code has."""
    size = 2 if file.at(font, "/Subtype") == "/Type0" else 1
    table = {}
    cmap = file.get(font).get("/ToUnicode")
    if cmap is None:
        return table, size
    text = file.pdf.xref_stream(cmap)
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", text, re.S):
        for code, value in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            table[int(code, 16)] = bytes.fromhex(value.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", text, re.S):
        for first, last, value in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[^>]+>|\[[^\]]*\])", block):
            values = re.findall(rb"<([0-9A-Fa-f]+)>", value)
            for i, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                start = bytes.fromhex(values[min(i, len(values) - 1)].decode()).decode("utf-16-be")
                table[code] = start if value[:1] == b"[" else start[:-1] + chr(ord(start[-1]) + i)
    return table, size


def decoded(fonts, font, data):
    table, size = fonts[font]
    codes = [int.from_bytes(data[i:i + size], "big") for i in range(0, len(data), size)]
    return "".join(table.get(code, "\ufffd") for code in codes)


def marks_of(file, number):
    """The texts of page NUMBER's marks by their numbers, and of its artifacts."""
    page = file.pages[number]
    fonts = {name: to_unicode(file, ref) for name, ref in (file.at(Ref(page), "/Resources", "/Font") or {}).items()}
    reader = Reader(file.pdf.xref_stream(file.get(Ref(page))["/Contents"]))
    marks, artifacts, stack, operands, font = {}, [], [], [], None

    def owner():
        return next((entry for entry in reversed(stack) if entry[0] is not None), None)

    def say(text):
        to = owner()
        if any(entry[1] for entry in stack):
            return
        if to is None:
            fault(f"page {number + 1}: “{text}” is neither content nor artifact")
        elif to[0] == "artifact":
            artifacts[-1] += text
        else:
            marks[to[0]] += text

    while (token := reader.next()) is not None:
        if not isinstance(token, Word):
            operands.append(token)
            continue
        if token in (b"BDC", b"BMC"):
            properties = operands[1] if token == b"BDC" else {}
            key = "artifact" if operands[0] == "/Artifact" else properties.get("/MCID")
            if key is not None and owner() is not None:
                fault(f"page {number + 1}: mark {key} within another")
            if key == "artifact":
                artifacts.append("")
            elif key is not None:
                if key in marks:
                    fault(f"page {number + 1}: mark {key} twice")
                marks[key] = ""
            actual = properties.get("/ActualText")
            stack.append((key, False))
            if actual is not None:
                say(text_string(actual))
                stack[-1] = (key, True)
        elif token == b"EMC":
            stack.pop()
        elif token in PAINTING:
            if owner() is None:
                fault(f"page {number + 1}: {token.decode()} outside of content and artifacts")
            parts = operands[0] if token == b"TJ" else operands if token == b"Tj" else []
            say("".join(decoded(fonts, font, part) for part in parts if isinstance(part, bytes)))
        elif token == b"Tf":
            font = operands[0]
        operands = []
    if stack:
        fault(f"page {number + 1}: {len(stack)} marks do not end")
    return marks, [text for text in artifacts if text]


# ---- the structure --------------------------------------------------------

class Element:
    def __init__(self, tag, attributes):
        self.tag, self.attributes, self.text, self.kids = tag, attributes, "", []

    def whole(self, between=""):
        return between.join([self.text] * bool(self.text) + [kid.whole(between) for kid in self.kids])


class Structure:
    def __init__(self, file):
        self.file = file
        self.root = file.at(Ref(file.pdf.pdf_catalog()), "/StructTreeRoot")
        self.pages = [marks_of(file, i) for i in range(len(file.pages))]
        self.owners, self.ids, self.used = {}, {}, set()
        if self.root is None:
            sys.exit("not tagged")
        if file.at(Ref(file.pdf.pdf_catalog()), "/MarkInfo", "/Marked") != Word(b"true"):
            fault("the catalogue does not say that the file is tagged")
        nums = file.at(self.root["/ParentTree"], "/Nums")
        self.parents = {key: file.get(refs) for key, refs in zip(nums[::2], nums[1::2])}
        if list(self.parents) != sorted(self.parents):
            fault("the parent tree is not sorted")
        names = file.at(self.root.get("/IDTree"), "/Names") if "/IDTree" in self.root else []
        self.names = dict(zip(names[::2], names[1::2]))
        if list(self.names) != sorted(self.names):
            fault("the names are not sorted")
        kids = self.root["/K"]
        self.kids = [self.element(kid, None) for kid in (kids if isinstance(kids, list) else [kids])]
        for i, (marks, _) in enumerate(self.pages):
            for mark in marks:
                if (i, mark) not in self.used:
                    fault(f"page {i + 1}: mark {mark} belongs to nothing: {marks[mark]}")

    def take(self, element, ref, page, mark):
        number = self.file.pages.index(page)
        if mark not in self.pages[number][0]:
            fault(f"page {number + 1}: there is no mark {mark}")
            return
        if (number, mark) in self.used:
            fault(f"page {number + 1}: mark {mark} belongs to two elements")
        self.used.add((number, mark))
        parents = self.parents.get(self.file.at(Ref(page), "/StructParents"), [])
        if mark >= len(parents) or parents[mark] != ref:
            fault(f"page {number + 1}: mark {mark} is said to belong to another element")
        element.text += self.pages[number][0][mark]

    def element(self, ref, parent):
        node = self.file.get(ref)
        attributes = dict(self.file.get(node.get("/A", {})))
        attributes.pop("/O", None)
        if "/Alt" in node:
            attributes["/Alt"] = text_string(node["/Alt"])
        element = Element(node["/S"][1:], attributes)
        if parent is not None and node["/P"] != parent:
            fault(f"element {ref} names another parent")
        if element.tag == "Note" and self.names.get(node.get("/ID")) != ref:
            fault(f"note {ref} has no name")
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, Ref):
                element.kids.append(self.element(kid, ref))
            elif isinstance(kid, dict):
                self.take(element, ref, kid["/Pg"], kid["/MCID"])
            else:
                self.take(element, ref, node["/Pg"], kid)
        return element


def lines(element, depth=0):
    attributes = "".join(f" {key[1:]}={value[1:] if str(value)[:1] == '/' else value}"
                         for key, value in element.attributes.items())
    yield "  " * depth + element.tag + attributes + (": " + element.text if element.text else "")
    for kid in element.kids:
        yield from lines(kid, depth + 1)


def rows(element):
    if element.tag == "TR":
        yield "|".join(cell.whole("/") for cell in element.kids)
    for kid in element.kids:
        yield from rows(kid)


def main():
    structure = Structure(File(sys.argv[1]))
    option = sys.argv[2] if len(sys.argv) > 2 else ""
    if option == "--artifacts":
        for _, artifacts in structure.pages:
            print("|".join(artifacts))
    else:
        for kid in structure.kids:
            for line in rows(kid) if option == "--rows" else lines(kid):
                print(line)
    for text in faults:
        print("fault:", text)
    sys.exit(len(faults) > 0)


main()
