#!/usr/bin/env python3
"""Measures an official document's PDF: what GB/T 9704-2012 says against what is there.

    official_check.py FILE.pdf [--head] [--joint] [--full N] [--imprint N] [--numbers LIST] [--turned N] …

Every line printed is "ok" or "BAD", what was measured, the value wanted and the value
found in millimetres. A glyph's box is taken from its baseline: 0.88 em above, 0.12 em
below, for a hanzi's own box differs from font to font. The status is 1 if any is BAD.
"""
import argparse
import re
import sys

import fitz

MM = 72 / 25.4
EM = 156 / 28
PITCH = (225 - EM) / 21
TOLERANCE = 0.3
OPENING = "“‘（《〈【〔"
bad = 0
turns = []  # of the pages, as the file says



def say(what, wanted, found, tolerance=TOLERANCE):
    global bad
    right = found is not None and abs(wanted - found) <= tolerance
    bad += not right
    print(f"{'ok ' if right else 'BAD'} {what}: wanted {wanted:.2f}, found "
          f"{'nothing' if found is None else format(found, '.2f')}")


def glyphs(page, way=(1, 0)):
    """(character, size, x0, x1, top, bottom, font, colour), in mm, down the page: those of
    the lines that run this way."""
    found = []
    for block in page.get_text("rawdict", flags=fitz.TEXT_PRESERVE_WHITESPACE)["blocks"]:
        for line in block.get("lines", []):
            if any(abs(a - b) > .01 for a, b in zip(line["dir"], way)):
                continue
            for span in line["spans"]:
                size = span["size"]
                for c in span["chars"]:
                    if not c["c"].strip():
                        continue
                    x, y = c["origin"]
                    box = ((c["bbox"][0], y - .88 * size, c["bbox"][2], y + .12 * size) if way == (1, 0) else
                           (x - .88 * size, c["bbox"][1], x + .12 * size, c["bbox"][3]))
                    found.append(dict(c=c["c"], size=size / MM, x0=box[0] / MM, top=box[1] / MM,
                                      x1=box[2] / MM, bottom=box[3] / MM,
                                      font=span["font"], colour=span["color"]))
    if way != (1, 0):
        return found
    return sorted(found, key=lambda g: (round(g["top"], 1), g["x0"]))


def lines_of(page, inside=True):
    """Lists of glyphs on one height; inside the type area only."""
    lines = []
    for g in glyphs(page):
        if inside and not (36 < g["top"] < 262):
            continue
        if lines and abs(lines[-1][0]["top"] + lines[-1][0]["size"] / 2 - g["top"] - g["size"] / 2) < 1:
            lines[-1].append(g)
        else:
            lines.append([g])
    return lines


def is_hanzi(c):
    return 0x4E00 <= ord(c) < 0xA000


def is_red(colour):
    return (colour >> 16) > 200 and (colour >> 8 & 255) < 60


def rules(page):
    """(y, x0, x1, thickness, is red) in mm, from above."""
    found = []
    for d in page.get_drawings():
        for item in d["items"]:
            if item[0] == "l":
                a, b = item[1], item[2]
            elif item[0] == "re":
                r = item[1]
                a, b = fitz.Point(r.x0, (r.y0 + r.y1) / 2), fitz.Point(r.x1, (r.y0 + r.y1) / 2)
            else:
                continue
            if abs(a.y - b.y) < .5 and abs(a.x - b.x) > 100 * MM:
                c = d["color"] or d["fill"] or (0, 0, 0)
                thick = d["width"] if item[0] == "l" else item[1].height
                found.append((a.y / MM, min(a.x, b.x) / MM, max(a.x, b.x) / MM, (thick or 0) / MM,
                              c[0] > .7 and c[1] < .3))
    return sorted(found)


def check_full(page):
    """A page of nothing but text: 22 lines on the grid, flush on both sides."""
    lines = lines_of(page)
    say("lines on the page", 22, len(lines), 0)
    say("top of the first line", 37, lines[0][0]["top"])
    say("bottom of the last line", 262, lines[-1][0]["bottom"])
    say("size of the text", EM, max(set(round(g["size"], 3) for l in lines for g in l if is_hanzi(g["c"])),
                                    key=lambda s: sum(abs(g["size"] - s) < .01 for l in lines for g in l)), .05)
    say("line to line", PITCH, (lines[-1][0]["top"] - lines[0][0]["top"]) / 21, .05)
    # So does one at its beginning: the blank half lies outside.
    say("left side", 28, min(l[0]["x0"] + (EM / 2 if l[0]["c"] in OPENING else 0) for l in lines))
    # A mark at the end of a line shows half its width.
    ends = [l[-1]["x1"] for l in lines if is_hanzi(l[-1]["c"]) and l[-1]["x1"] > 180]
    say("right side", 184, max(ends) if ends else None)
    indents = [l[0]["x0"] for l in lines if l[0]["x0"] > 30 and is_hanzi(l[0]["c"])]
    if indents:
        say("first line of a paragraph", 28 + 2 * EM, min(indents))
    whole = [l for l in lines if len(l) == 28 and all(is_hanzi(g["c"]) for g in l)]
    if whole:
        say("28 hanzi are as wide as", 156, whole[0][-1]["x1"] - whole[0][0]["x0"])


def check_head(page, joint):
    lines = lines_of(page)
    red = [l for l in lines if is_red(l[0]["colour"])]
    black = [l for l in lines if not is_red(l[0]["colour"])]
    rule = [r for r in rules(page) if r[4]]
    say("top of the mark", 72, min(g["top"] for l in red for g in l))
    if joint:
        names = [g for l in red for g in l if abs(g["size"] - red[0][0]["size"]) < .05]
        label = [g for l in red for g in l if g["c"] in "文件" and abs(g["size"] - red[0][0]["size"]) >= .05]
        middle = (min(g["top"] for g in names) + max(g["bottom"] for g in names)) / 2
        if label:
            say("middle of 文件", middle, (label[0]["top"] + label[0]["bottom"]) / 2)
        say("names are centred with it", 28 + 78, (min(g["x0"] for l in red for g in l) +
                                                 max(g["x1"] for l in red for g in l)) / 2)
    else:
        say("the mark is centred", 28 + 78, (min(g["x0"] for g in red[0]) + max(g["x1"] for g in red[0])) / 2)
    number = next(l for l in black if l[-1]["c"] == "号" and any(g["c"] == "〔" for g in l))
    say("number: below the mark two blank lines", 2 * PITCH + PITCH - EM,
        number[0]["top"] - max(g["bottom"] for l in red for g in l))
    say("number: centred", 28 + 78, (number[0]["x0"] + number[-1]["x1"]) / 2)
    say("red rule: below the number", 4, rule[0][0] - number[0]["bottom"])
    say("red rule: left end", 28, rule[0][1])
    say("red rule: length", 156, rule[0][2] - rule[0][1])
    title = [l for l in black if l[0]["size"] > 7]
    say("title: size", 22 / MM, title[0][0]["size"], .05)
    say("title: below the rule two blank lines", 2 * PITCH, title[0][0]["top"] - rule[0][0])
    for line in title:  # the blank half of a mark at an end of the line does not count
        half = line[0]["size"] / 2
        left = line[0]["x0"] + (half if line[0]["c"] in "“‘《〈（【〔" else 0)
        right = line[-1]["x1"] - (half if line[-1]["c"] in "”’》〉）】〕，。、；：" else 0)
        say("title: centred", 28 + 78, (left + right) / 2)
    to = next(l for l in black if l[0]["top"] > title[-1][0]["bottom"] + 5)
    say("addressees: below the title a blank line", 2 * PITCH,
        (to[0]["top"] + to[0]["size"] / 2) - (title[-1][0]["top"] + title[-1][0]["size"] / 2))
    say("addressees: flush left", 28, to[0]["x0"])


def middle_of(line):
    return line[0]["top"] + line[0]["size"] / 2


def text_of(line):
    return "".join(g["c"] for g in line)


def check_grid(page):
    """Text around tables and charts: its lines stand on the grid of 22, from the top of the
    type area; figures are as wide as it at most."""
    own = [l for l in lines_of(page) if all(abs(g["size"] - EM) < .05 for g in l)]
    off = [abs((l[0]["top"] - 37) / PITCH - round((l[0]["top"] - 37) / PITCH)) * PITCH for l in own]
    say("grid: lines of text", 1, float(len(own) > 0), 0)
    say("grid: most that a line of text is off it", 0, max(off) if off else None)
    edges = [p.x / MM for d in page.get_drawings() for i in d["items"] if i[0] in "lc" for p in i[1:3]]
    edges += [x / MM for d in page.get_drawings() for i in d["items"] if i[0] == "re" for x in (i[1].x0, i[1].x1)]
    say("grid: there are figures", 1, float(bool(edges)), 0)
    if edges:
        say("grid: left side of the figures", 28, min(28, min(edges)))
        say("grid: right side of the figures", 184, max(184, max(edges)))


def check_feet(doc):
    """No more than a quarter of a page of text stays blank at its foot, where text follows on the next."""
    upright = [p.rect.width < p.rect.height and not turn for p, turn in zip(doc, turns)]
    for page in doc:
        if not all(upright[page.number:page.number + 2]) or page.number + 1 == len(doc):
            continue
        pixels = page.get_pixmap(dpi=72, colorspace=fitz.csGRAY)
        dark = [y for y in range(round(263 * MM)) if min(pixels.samples[y * pixels.stride:][:pixels.width]) < 200]
        blank = 262 - max(dark, default=37) / MM
        say(f"page {page.number + 1}: blank at its foot", min(blank, 225 / 4), blank)


def check_attachment(page, number, label):
    """7.3.7: the label in black type, flush left in the first line; the title centred in
    the third. On a page that lies the lines are counted from the label."""
    lines = [l for l in lines_of(page, inside=False) if l[0]["top"] > 20]
    first, title = lines[0], lines[1]
    say(f"page {number}: {label} is the first line", 1, float(text_of(first) == label), 0)
    say(f"page {number}: {label}: size", EM, first[0]["size"], .05)
    say(f"page {number}: {label}: black type", 1, float(is_role(first[0]["font"], "hei")), 0)
    say(f"page {number}: title in the third line", 2 * PITCH, middle_of(title) - middle_of(first))
    say(f"page {number}: title in 小标宋", 1, float(is_role(title[0]["font"], "title")), 0)
    if page.rect.width < page.rect.height:
        say(f"page {number}: {label}: top", 37, first[0]["top"])
        say(f"page {number}: {label}: flush left", 28, first[0]["x0"])
        say(f"page {number}: title: size", 22 / MM, title[0]["size"], .05)


# How the files of fonts/ for each style of type call themselves.
ROLES = {"hei": ("Sans", "Hei"), "kai": ("Kai",), "fang": ("Fang",), "title": ("Serif", "XiaoBiaoSong", "FZXBS")}


def is_role(font, role):
    return any(word in font for word in ROLES[role])


def check_fonts(doc, wanted):
    """7.3.3: 一、 in black type, （一） in 楷体, 1. and （1） and the text in 仿宋, all of size 3.
    WANTED are the least lines of each of the first three that there must be."""
    levels = [("一、", "hei", re.compile("^[一二三四五六七八九十]+、")),
              ("（一）", "kai", re.compile("^[（(][一二三四五六七八九十]+[）)]")),
              ("1.", "fang", re.compile("^[0-9]+[.．][^0-9]"))]
    found, wrong, sizes, text = [0, 0, 0], [0, 0, 0], set(), []
    for page in doc:
        for line in lines_of(page):
            hanzi = [g for g in line if is_hanzi(g["c"])]
            if not hanzi or abs(line[0]["x0"] - 28 - 2 * EM) > EM / 2 + .3 or abs(line[0]["size"] - EM) > .1:
                text += [g for g in hanzi if abs(g["size"] - EM) < .05]
                continue
            for i, (_, role, pattern) in enumerate(levels):
                # Of what is longer than a heading the standard says nothing.
                if pattern.match(text_of(line)) and (i != 0 or is_role(hanzi[1]["font"], role) or len(line) < 20):
                    found[i] += 1
                    wrong[i] += not is_role(hanzi[1]["font"], role)
                    sizes.update(round(g["size"], 2) for g in line)
    for i, (name, role, _) in enumerate(levels):
        say(f"fonts: at least {wanted[i]} lines of {name}", found[i], max(found[i], wanted[i]), 0)
        say(f"fonts: lines of {name} not in {role}", 0, wrong[i], 0)
    for size in sizes:
        say("fonts: size of the headings", EM, size, .05)
    body = sum(is_role(g["font"], "fang") for g in text)
    say("fonts: share of 仿宋 in the other lines", 1, body / max(len(text), 1), .1)


def check_letter_format(page):
    """10.1: the mark 30 mm below the paper's edge, double rules 4 mm below it and 20 mm
    above the lower edge, 170 mm long; the number at the right, 7/8 of a character below."""
    lines = lines_of(page, inside=False)
    red = [l for l in lines if is_red(l[0]["colour"])]
    black = [l for l in lines if not is_red(l[0]["colour"])]
    rule = [r for r in rules(page) if r[4]]
    say("letter: top of the mark", 30, min(g["top"] for l in red for g in l))
    say("letter: the mark is centred", 28 + 78, (red[0][0]["x0"] + red[0][-1]["x1"]) / 2)
    say("letter: red rules", 4, len(rule), 0)
    say("letter: first rule below the mark", 4, rule[0][0] - max(g["bottom"] for l in red for g in l))
    say("letter: it is the thick one", 1, float(rule[0][3] > rule[1][3]), 0)
    say("letter: rules at the foot", 297 - 20, rule[2][0])
    say("letter: there the thick one is below", 1, float(rule[3][3] > rule[2][3]), 0)
    for r in rule:
        say("letter: length of a rule", 170, r[2] - r[1])
        say("letter: middle of a rule", 105, (r[1] + r[2]) / 2)
    number = next(l for l in black if l[-1]["c"] == "号")
    say("letter: number ends at the right side", 184, number[-1]["x1"])
    say("letter: number below the rule", EM * 7 / 8, number[0]["top"] - rule[0][0])
    title = next(l for l in black if l[0]["size"] > 7)
    say("letter: title two lines below", 2 * PITCH + PITCH - EM, title[0]["top"] - number[0]["bottom"])
    say("letter: no glyphs below the type area", 0, sum(g["top"] > 262 for l in lines for g in l), 0)


def check_order(page, title_of_office):
    """10.2: the mark 20 mm below the type area's top, number and text two lines below each
    other; 7.3.5.3: room for the stamp two lines below the text, its right side 4 characters
    from the text's, the title of office 2 characters left of it in its middle; the date a
    line below."""
    lines = lines_of(page)
    red = [l for l in lines if is_red(l[0]["colour"])]
    black = [l for l in lines if not is_red(l[0]["colour"])]
    at = next(i for i, l in enumerate(black) if text_of(l).startswith(title_of_office))
    number, first, last, office, date = black[0], black[1], black[at - 1], black[at], black[at + 1]
    width, height = 40, 20
    stamp_top = last[0]["bottom"] + 2 * PITCH + PITCH - EM
    say("order: top of the mark", 37 + 20, min(g["top"] for l in red for g in l))
    say("order: the mark is centred", 28 + 78, (red[0][0]["x0"] + red[0][-1]["x1"]) / 2)
    say("order: no red rules", 0, sum(r[4] for r in rules(page)), 0)
    say("order: number: two lines below the mark", 2 * PITCH + PITCH - EM,
        number[0]["top"] - max(g["bottom"] for l in red for g in l))
    say("order: number: centred", 28 + 78, (number[0]["x0"] + number[-1]["x1"]) / 2)
    say("order: text: two lines below the number", 3 * PITCH, first[0]["top"] - number[0]["top"])
    say("order: title of office in the stamp's middle", stamp_top + height / 2, middle_of(office))
    say("order: title of office: two characters left of the stamp", 184 - 4 * EM - width - 2 * EM,
        office[len(title_of_office) - 1]["x1"])
    if len(office) > len(title_of_office):
        name = office[len(title_of_office):]
        say("order: the name in the stamp's middle", 184 - 4 * EM - width / 2, (name[0]["x0"] + name[-1]["x1"]) / 2)
    say("order: date: a line below the stamp", stamp_top + height + PITCH + PITCH - EM, date[0]["top"])
    say("order: date ends four characters from the right", 184 - 4 * EM, date[-1]["x1"])


def check_people(page, words):
    """10.3: 出席 and the like: a line below the text, 2 characters from the left, in black
    type; names in the text's type, turned lines under the first name."""
    lines = lines_of(page)
    at = [i for w in words for i, l in enumerate(lines) if text_of(l).startswith(w + "：")]
    say("minutes: lists", len(words), len(at), 0)
    say("minutes: a line between the text and the first list", 2 * PITCH,
        lines[at[0]][0]["top"] - lines[at[0] - 1][0]["top"])
    for k, i in enumerate(at):
        line, n = lines[i], len(words[k])
        say(f"minutes: {words[k]}: two characters from the left", 28 + 2 * EM, line[0]["x0"])
        say(f"minutes: {words[k]}: names after a whole colon", 28 + (2 + n + 1) * EM, line[n + 1]["x0"])
        say(f"minutes: {words[k]}: of another type", 1, float(line[0]["font"] != line[n + 1]["font"]), 0)
        if k + 1 < len(at) and at[k + 1] > i + 1:
            say(f"minutes: {words[k]}: the second line under the first name", line[n + 1]["x0"],
                lines[i + 1][0]["x0"])


def check_number(page, number):
    """— 7 —: the dash 7 mm below the type area, a character from the outer side."""
    found = [g for g in glyphs(page) if g["top"] > 262]
    text = "".join(g["c"] for g in found)
    global bad
    if text != f"—{number}—":
        bad += 1
        print(f"BAD page number: wanted — {number} —, found {text or 'nothing'}")
        return
    zoom = 8
    clip = fitz.Rect(28 * MM, 264 * MM, 184 * MM, 285 * MM)  # an imprint ends with a rule at 262
    pixels = page.get_pixmap(matrix=fitz.Matrix(zoom, zoom), clip=clip, colorspace=fitz.csGRAY)
    scale = zoom * MM
    dash = found[0]
    middle = int(((dash["x0"] + dash["x1"]) / 2 - 28) * scale)
    top = next(y for y in range(pixels.height) if pixels.pixel(middle, y)[0] < 128)
    say(f"page number {number}: top of the dash below the type area", 7, 2 + top / scale)
    say(f"page number {number}: size", 14 / MM, dash["size"], .05)
    if number % 2:
        say(f"page number {number}: from the right side", 14 / MM, 184 - found[-1]["x1"], .5)
    else:
        say(f"page number {number}: from the left side", 14 / MM, found[0]["x0"] - 28, .5)


def check_imprint(page):
    found = [r for r in rules(page) if not r[4]]
    say("imprint: last rule on the lower edge", 262, found[-1][0] if found else None)
    for r in found:
        say("imprint: rule's length", 156, r[2] - r[1])
    say("imprint: first rule's thickness", .35, found[0][3], .03)
    say("imprint: last rule's thickness", .35, found[-1][3], .03)
    for r in found[1:-1]:
        say("imprint: inner rule's thickness", .25, r[3], .03)
    text = [l for l in lines_of(page) if found[0][0] < l[0]["top"] < 262]
    say("imprint: size", 14 / MM, text[0][0]["size"], .05)
    say("imprint: a character from the left", 28 + 14 / MM, text[0][0]["x0"])


def check_turned(page, number, word):
    """A lying page of A4 on an upright sheet (clause 8): turned a quarter to the left, so
    that its head, which has this word, stands at the sheet's left; on the screen it is
    turned back."""
    global bad
    say(f"page {number}: turned on the screen", 90, turns[number - 1], 0)
    say(f"page {number}: width of the sheet", 210, page.rect.width / MM, .1)
    say(f"page {number}: height of the sheet", 297, page.rect.height / MM, .1)
    upwards = glyphs(page, (0, -1))
    all_glyphs = [c["c"] for b in page.get_text("rawdict")["blocks"] for l in b.get("lines", [])
                  for s in l["spans"] for c in s["chars"] if c["c"].strip()]
    say(f"page {number}: glyphs that run upwards, all but the number's", len(all_glyphs) - len(f"—{number}—"),
        len(upwards), 0)
    across = sorted((item[1].x / MM, min(item[1].y, item[2].y) / MM, max(item[1].y, item[2].y) / MM)
                    for d in page.get_drawings() for item in d["items"]
                    if item[0] == "l" and abs(item[1].x - item[2].x) < .5
                    and abs(item[1].y - item[2].y) > 224 * MM)
    if len(across) < 3 or not upwards:
        bad += 1
        print(f"BAD page {number}: no table as long as the type area")
        return
    say(f"page {number}: the table begins at the type area's lower end", 262, across[0][2])
    say(f"page {number}: and ends at its upper end", 37, across[0][1])
    first = min(g["x0"] for g in upwards)
    if first < across[0][0]:  # a label, in a line of its own pitch
        say(f"page {number}: the first line stands at the left", 28, first)
    else:
        say(f"page {number}: the table stands at the left", 28, across[0][0])
    head = "".join(g["c"] for g in upwards if across[0][0] < g["x0"] and g["x1"] < across[1][0])
    bad += word not in head
    print(f"{'BAD' if word not in head else 'ok '} page {number}: {word} in the band of the table next to the left: "
          f"{head[:20]}")
    say(f"page {number}: nothing over the type area's right side", 0,
        max(0, across[-1][0] - 184, max(g["x1"] for g in upwards) - 184))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pdf")
    parser.add_argument("--head", action="store_true", help="page 1 has a red head")
    parser.add_argument("--joint", action="store_true", help="of several organs")
    parser.add_argument("--full", type=int, action="append", default=[], help="this page is full of text")
    parser.add_argument("--imprint", type=int, help="this page has the imprint")
    parser.add_argument("--numbers", default="", help="pages that are numbered: 1,2,3")
    parser.add_argument("--unnumbered", default="", help="pages that are not")
    parser.add_argument("--grid", type=int, action="append", default=[], help="this page has figures in its text")
    parser.add_argument("--feet", action="store_true", help="no page but the last has a blank foot")
    parser.add_argument("--letter-format", action="store_true", help="page 1 is one")
    parser.add_argument("--mark", type=float, help="top of the mark below the type area's top")
    parser.add_argument("--order", metavar="TITLE", help="page 1 is an order, signed by this title of office")
    parser.add_argument("--people", metavar="PAGE:WORDS", help="lists of who was there, words with commas between")
    parser.add_argument("--turned", action="append", default=[], metavar="PAGE:WORD",
                        help="this page lies on its sheet, with a table whose head has the word")
    parser.add_argument("--attachment", action="append", default=[], metavar="PAGE:LABEL",
                        help="an attachment begins on this page")
    parser.add_argument("--fonts", metavar="N,N,N", help="so many headings there are of the levels 一、 （一） 1.")
    parser.add_argument("--pages", type=int)
    parser.add_argument("--says", action="append", default=[], metavar="PAGE:TEXT")
    args = parser.parse_args()
    doc = fitz.open(args.pdf)
    turns.extend(page.rotation for page in doc)
    for page in doc:
        page.set_rotation(0)
    if args.pages:
        say("pages", args.pages, len(doc), 0)
    say("paper: width", 210, doc[0].rect.width / MM, .1)
    say("paper: height", 297, doc[0].rect.height / MM, .1)
    if args.head or args.joint:
        check_head(doc[0], args.joint)
    for page in args.grid:
        check_grid(doc[page - 1])
    if args.feet:
        check_feet(doc)
    if args.letter_format:
        check_letter_format(doc[0])
    if args.mark:
        say("top of the mark", 37 + args.mark, min(g["top"] for g in glyphs(doc[0]) if is_red(g["colour"])))
    if args.order:
        check_order(doc[0], args.order)
    if args.people:
        page, words = args.people.split(":", 1)
        check_people(doc[int(page) - 1], words.split(","))
    for page in args.full:
        check_full(doc[page - 1])
    for page in filter(None, args.numbers.split(",")):
        check_number(doc[int(page) - 1], int(page))
    for page in filter(None, args.unnumbered.split(",")):
        below = [g for g in glyphs(doc[int(page) - 1]) if g["top"] > 262]
        say(f"page {page}: glyphs below the type area", 0, len(below), 0)
    for turned in args.turned:
        page, word = turned.split(":", 1)
        check_turned(doc[int(page) - 1], int(page), word)
    for attachment in args.attachment:
        page, label = attachment.split(":", 1)
        check_attachment(doc[int(page) - 1], int(page), label)
    if args.fonts:
        check_fonts(doc, [int(n) for n in args.fonts.split(",")])
    if args.imprint:
        check_imprint(doc[args.imprint - 1])
    global bad
    for saying in args.says:
        page, text = saying.split(":", 1)
        there = "".join(doc[int(page) - 1].get_text().split())
        right = "".join(text.split()) in there
        bad += not right
        print(f"{'ok ' if right else 'BAD'} page {page} says {text}")
    sys.exit(bad > 0)


main()
