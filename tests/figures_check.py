#!/usr/bin/python3
"""figures_check.py BOOK.xlsx: whether the tables and charts of a report's workbook agree.

Every sheet with counts by state is added up: the states make the tasks, the rows make the last
row (but not by unit, where tasks count several times), the rate is what the counts give. The
table of a chart holds the numbers of the table of the same things, and its sums. Prints what
is wrong; exit status 1 if anything is.
"""
import sys

import openpyxl

STATES = ["已完成", "已销号", "推进中", "未启动", "逾期"]
faults = []


def rows_of(sheet):
    """Head by column, and the rows below: lists of values. The head's last row counts, else the one above."""
    grid = [[cell.value for cell in row] for row in sheet.iter_rows()]
    last = max((i for i, row in enumerate(grid) if any(str(v).strip() in STATES + ["完成率", "完成进度"] for v in row)),
               default=None)
    if last is None:
        return None, []
    head = [str(low or high or "").replace("\n", "") for low, high in zip(grid[last], grid[last - 1])]
    return head, [row for row in grid[last + 1:] if any(isinstance(v, (int, float)) for v in row)]


def column(head, name):
    return head.index(name) if name in head else None


def check_counts(name, head, rows):
    tasks, states = column(head, "任务数"), [column(head, state) for state in STATES]
    if tasks is None or None in states:
        return False
    for row in rows:
        counts = [row[c] for c in states]
        if sum(counts) != row[tasks]:
            faults.append(f"{name}: {row[0]}: {counts} do not make {row[tasks]}")
        rate = row[column(head, "本期" if "本期" in head else "完成率")]
        if row[tasks] and abs(rate - (counts[0] + counts[1]) / row[tasks]) > 0.00050001:
            faults.append(f"{name}: {row[0]}: a rate of {rate}")
    total = rows[-1]
    for c in [tasks] + states:
        if total[0] == "合计" and sum(row[c] for row in rows[:-1]) != total[c]:
            faults.append(f"{name}: column {head[c]} does not add up to {total[c]}")
    return True


def check_chart(name, head, rows, tables):
    states = [state for state in STATES if state in head]
    if not states or "合计" not in head:
        return False
    for row in rows:
        if sum(row[column(head, state)] for state in states) != row[column(head, "合计")]:
            faults.append(f"{name}: {row[0]} does not add up")
    for other, (other_head, other_rows) in tables.items():
        if other_head[0] != head[0]:
            continue
        there = {row[0]: row for row in other_rows}
        for row in rows:
            for state in states:
                if there[row[0]][column(other_head, state)] != row[column(head, state)]:
                    faults.append(f"{name} and {other}: {row[0]}, {state}")
    return True


def main():
    book = openpyxl.load_workbook(sys.argv[1])
    found = {sheet.title: rows_of(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"}
    tables = {name: (head, rows) for name, (head, rows) in found.items() if head and check_counts(name, head, rows)}
    charts = [name for name, (head, rows) in found.items()
              if head and name not in tables and check_chart(name, head, rows, tables)]
    n_charts = sum(len(sheet._charts) for sheet in book.worksheets)
    print(f"{len(tables)} tables, {len(charts)} stacked, {n_charts} charts")
    for text in faults:
        print(text)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
