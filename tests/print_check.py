#!/usr/bin/python3
"""Whether a workbook that LibreOffice printed to a PDF shows every text, whole.

    /usr/bin/python3 tests/print_check.py PRINTED.pdf TASKS.csv [options]

    --unprinted TITLES  comma list of titles in the CSV that the form does not print
    --pages N           the first N pages alone (a summary may follow)
    --least SIZE        every text is printed in this size (points) at least

LibreOffice clips the text of a cell at its edges, and writes the lines it clips all the
same: a merged cell that goes on over a page's end leaves invisible text on the next page.
So the drawing orders themselves are read (mutool trace): each glyph with the clip it is
drawn under. A glyph that is visible in part was cut by a cell that is too small.
Faults are printed, one a line; the exit status is 1 if there is any. The last line
tells pages and sizes.
"""

import argparse
import collections
import csv
import subprocess
import sys
from xml.etree import ElementTree

# The ink of a hanzi above and below its baseline, in em.
ABOVE, BELOW = 0.80, -0.06
SLACK = 0.12  # em: an edge so far inside the ink does not count as a cut

faults = []


def numbers(text):
    return [float(word) for word in text.split()]


def clip_box(element):
    points = [(float(e.get("x")), float(e.get("y"))) for e in element if e.get("x")]
    a, _, _, d, e, f = numbers(element.get("transform"))
    xs, ys = [a * x + e for x, _ in points], [d * y + f for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys)) if points else (0, 0, 0, 0)


def shared(box, clip):
    return (max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3]))


def glyphs_of(page):
    """Each glyph with its size, place on the page (y downwards) and the box it is clipped to."""
    size = numbers(page.get("mediabox"))
    clips = [(size[0], size[1], size[2], size[3])]
    for order in page:
        if order.tag in ("clip_path", "clip_stroke_path"):
            clips.append(shared(clip_box(order), clips[-1]))
        elif order.tag in ("clip_text", "clip_stroke_text", "clip_image_mask", "begin_mask"):
            clips.append(clips[-1])
        elif order.tag == "pop_clip":
            clips.pop()
        elif order.tag == "fill_text":
            a, _, _, d, e, f = numbers(order.get("transform"))
            for span in order.iter("span"):
                em = numbers(span.get("trm"))[0] * a
                for g in span.iter("g"):
                    x, y = a * float(g.get("x")) + e, d * float(g.get("y")) + f
                    yield g.get("unicode"), em, x, y, float(g.get("adv")) * em, clips[-1]


def visible_part(em, x, y, width, clip):
    """How much of the ink box is visible: "all", "none" or "part"."""
    box = (x + 0.1 * width, y - ABOVE * em, x + 0.9 * width, y - BELOW * em)
    inner = shared(box, clip)
    lost_x = (box[2] - box[0]) - max(inner[2] - inner[0], 0)
    lost_y = (box[3] - box[1]) - max(inner[3] - inner[1], 0)
    if lost_x <= SLACK * em and lost_y <= SLACK * em:
        return "all"
    if inner[2] - inner[0] <= SLACK * em or inner[3] - inner[1] <= SLACK * em:
        return "none"
    return "part"


def check_overlaps(number, glyphs):
    """No two visible characters on one another; one without a width belongs to the one before."""
    lines = collections.defaultdict(list)
    for char, em, x, y, width in glyphs:
        if width > 0.05 * em:
            lines[round(y)].append((x, char, min(0.3 * em, 0.8 * width)))
    for line in lines.values():
        line.sort()
        for (x, a, least), (other, b, _) in zip(line, line[1:]):
            if other - x < least and not (a + b).isascii():
                fault(f"page {number}: {a}{b} stand on one another")


def fault(text):
    faults.append(text)


def read_pages(path):
    trace = subprocess.run(["mutool", "trace", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return ElementTree.fromstring(trace.stdout).findall("page")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pdf")
    parser.add_argument("csv")
    parser.add_argument("--unprinted", default="")
    parser.add_argument("--pages", type=int)
    parser.add_argument("--least", type=float, default=0)
    args = parser.parse_args()
    pages = read_pages(args.pdf)
    shown, sizes = collections.Counter(), collections.Counter()
    for number, page in enumerate(pages[:args.pages], 1):
        whole = []
        for char, em, x, y, width, clip in glyphs_of(page):
            part = "none" if char.isspace() else visible_part(em, x, y, width, clip)
            if part == "part":
                fault(f"page {number}: {char} at {x:.0f}, {y:.0f} is cut by its cell")
            elif part == "all":
                whole.append((char, em, x, y, width))
                shown[char] += 1
                sizes[round(em, 1)] += 1
        check_overlaps(number, whole)
    unprinted = args.unprinted.split(",")
    wanted = collections.Counter()
    with open(args.csv, encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            wanted.update("".join("".join(cell.split()) for cell in row if cell not in unprinted))
    missing = {char: n - shown[char] for char, n in wanted.items() if n > shown[char]}
    if missing:
        fault("not printed: " + " ".join(f"{char}x{n}" for char, n in missing.items()))
    for size, n in sizes.items():
        if size < args.least:
            fault(f"{n} characters are printed in {size} pt")
    for text in faults[:40]:
        print(text)
    print(f"{len(pages)} pages, mostly {sizes.most_common(1)[0][0]} pt, {min(sizes)} pt at least")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
