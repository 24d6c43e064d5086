#!/usr/bin/python3
"""The figures of a progress report, counted again from the CSV files.

  report_check.py FOLDER PERIOD AS-OF TEXT [TEXT...]

FOLDER holds tasks.csv and progress/*.csv as samples/jidu has them, PERIOD is a quarter
(2021Q2), AS-OF a day. Each TEXT is what pdftotext -raw gives of a report: "sample=FILE" is
the report of samples/jidu, "common=FILE" the one that comes with the program. Every sentence
that says a figure is written here once more and must stand in the text. Nothing of the
program is used; the rules are those that its reports state.
"""
import collections
import csv
import datetime
import glob
import re
import sys

FINAL = ("已完成", "已销号")
DAY = datetime.timedelta(days=1)
START = datetime.date(2021, 1, 1)


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def quarter_end(year, quarter):
    month = quarter * 3
    return (datetime.date(year + month // 12, month % 12 + 1, 1)) - DAY


class Deadline:
    """The forms of deadlines that the sample has."""

    def __init__(self, text):
        self.done = text.startswith("已实现")
        self.recurring = text.startswith("每")
        self.text = text
        self.last = None
        whole = re.fullmatch(r"(\d+)年(?:(\d+)月(?:(\d+)日前|底前?)|底前?|上半年)", text)
        if whole:
            year, month, day = int(whole[1]), whole[2], whole[3]
            month = int(month) if month else 6 if "上半年" in text else 12
            self.last = (datetime.date(year, month, int(day)) if day else
                         datetime.date(year + month // 12, month % 12 + 1, 1) - DAY)

    def next(self, after):
        """The first day behind AFTER on which something is due."""
        if self.last:
            return self.last if self.last > after else None
        days = []
        for year in (after.year, after.year + 1):
            if self.text == "每季度末":
                days += [quarter_end(year, q) for q in (1, 2, 3, 4)]
            elif self.recurring:
                days += [datetime.date(year, 6, 30), datetime.date(year, 1, 5)]
        return min((day for day in days if day > after), default=None)


class Task:
    pass


def read_tasks(folder):
    tasks, section, number = [], None, 0
    for row in rows(folder + "/tasks.csv"):
        if not row["任务名称"]:
            section = row["序号"]
            continue
        task = Task()
        task.section = section
        task.id = "%s-%s" % (section.split("、")[0], row["序号"])
        task.name = row["任务名称"]
        task.units = [UNITS.get(unit, unit) for unit in row["责任单位"].split("、")]
        task.deadline = Deadline(row["完成时间"])
        tasks.append(task)
    return tasks


# As the sample's [units] has them.
UNITS = {}
for shown, others in (("省电力公司", "示例省电力公司 国网示例省电力公司"), ("省能源局", "示例省能源局"),
                      ("国家能源局示例监管办公室", "示例能源监管办"),
                      ("各市（州）人民政府", "各市人民政府")):
    for other in others.split():
        UNITS[other] = shown


class Snapshot:
    """All states at the end of a quarter as they stood on a day."""

    def __init__(self, tasks, records, quarter, day):
        self.quarter, self.day = quarter, day
        self.tasks, self.regions = {}, collections.defaultdict(dict)
        for task in tasks:
            latest = {}
            for record in records:
                if record["任务编号"] == task.id and record["报送期"] <= quarter:
                    series = latest.setdefault(record["地区"], record)
                    if record["报送期"] >= series["报送期"]:
                        latest[record["地区"]] = record
            for region, record in latest.items():
                if region:
                    self.regions[region][task.id] = self.sum(task, [record])
            parts = list(latest.values())
            if "" in latest:
                later = [r for r in parts if r["报送期"] > latest[""]["报送期"]]
                parts = [r for r in parts if r is not latest[""]] if later else [latest[""]]
            self.tasks[task.id] = self.sum(task, parts)

    def days_late(self, task):
        last = task.deadline.last
        return max(0, (self.day - last).days) if last else 0

    def expected(self, task):
        """The time gone by, in hundredths of a percent; None without a last day."""
        if not task.deadline.last or task.deadline.last < START:
            return None
        whole = (task.deadline.last - START).days + 1
        gone = min(max((self.day - START).days + 1, 0), whole)
        return (2 * gone * 10000 + whole) // (2 * whole)

    def pace(self, task, answer, percents):
        expected = self.expected(task)
        if answer.state in FINAL or answer.state == "逾期" or not percents or expected is None:
            return None
        n = len(percents)
        percent = (2 * sum(percents) + n) // (2 * n)
        if n > 1:
            percent = min(percent, 9999)
        return "提前" if percent > expected + 500 else "慢序时" if percent < expected - 500 else "按序时"

    def sum(self, task, parts):
        states, late, percents = [], 0, []
        for record in parts:
            state, reported = record["状态"], record["报送期"] == self.quarter
            percent = round(float(record["完成率（%）"]) * 100) if record["完成率（%）"] else None
            if task.deadline.recurring and state == "已完成" and not reported:
                state, percent = "推进中", None
            if percent is None:
                percent = 10000 if state in FINAL else 0 if state == "未启动" else None
            percents += [] if percent is None else [percent]
            if state not in FINAL:
                late = max(late, self.days_late(task))
                state = "逾期" if self.days_late(task) > 0 else state
            states.append(state)
        answer = Task()
        if not parts:
            late = 0 if task.deadline.done else self.days_late(task)
            answer.state = "已完成" if task.deadline.done else "逾期" if late else "未启动"
        else:
            answer.state = ("已销号" if set(states) == {"已销号"} else
                            "已完成" if set(states) <= set(FINAL) else
                            "逾期" if "逾期" in states else
                            "未启动" if set(states) == {"未启动"} else "推进中")
        answer.pace = self.pace(task, answer, percents if parts else [10000 if task.deadline.done else 0])
        answer.late = late if answer.state == "逾期" else 0
        answer.reported = any(r["报送期"] == self.quarter for r in parts)
        return answer


def half_up(part, whole):
    return (part * 2000 + whole) // (2 * whole)


def rate(part, whole):
    tenths = half_up(part, whole)
    return "100%" if part == whole else "0%" if part == 0 else "%d.%d%%" % (tenths // 10, tenths % 10)


def change(part, whole, before, whole_before):
    rise = part * whole_before - before * whole
    tenths = (abs(rise) * 2000 + whole * whole_before) // (2 * whole * whole_before)
    if tenths == 0:
        return "持平"
    return "%s%d.%d个百分点" % ("提高" if rise > 0 else "下降", tenths // 10, tenths % 10)


class Report:
    def __init__(self, folder, quarter, day):
        self.all = read_tasks(folder)
        self.records = []
        for path in sorted(glob.glob(folder + "/progress/*.csv")):
            self.records += rows(path)
        year, number = int(quarter[:4]), int(quarter[-1])
        self.quarter, self.day, self.number, self.year = quarter, day, number, year
        self.end = quarter_end(year, number)
        before = (year, number - 1) if number > 1 else (year - 1, 4)
        self.following = (year, number + 1) if number < 4 else (year + 1, 1)
        self.now = Snapshot(self.all, self.records, quarter, day)
        self.before = Snapshot(self.all, self.records, "%dQ%d" % before, quarter_end(*before))
        self.has_before = any(r["报送期"] <= self.before.quarter for r in self.records)
        self.reports = [r for r in self.records if r["报送期"] == quarter]
        self.regions = []
        for record in self.records:
            if record["地区"] and record["地区"] not in self.regions:
                self.regions.append(record["地区"])
        self.sections = []
        for task in self.all:
            if task.section not in self.sections:
                self.sections.append(task.section)
        self.units = []
        for task in self.all:
            self.units += [unit for unit in task.units if unit not in self.units]
            task.units = list(dict.fromkeys(task.units))

    def words(self, period):
        return "%d年第%s季度" % (period[0], "一二三四"[period[1] - 1])

    def state(self, task):
        return self.now.tasks[task.id].state

    def is_done(self, task, snapshot=None):
        return (snapshot or self.now).tasks[task.id].state in FINAL

    def count(self, state, tasks=None):
        return sum(self.state(task) == state for task in tasks or self.all)

    def done(self, tasks, snapshot=None):
        return sum(self.is_done(task, snapshot) for task in tasks)

    def new_done(self, tasks=None):
        return [t for t in tasks or self.all if self.is_done(t) and not self.is_done(t, self.before)]

    def late(self, tasks=None):
        return [t for t in tasks or self.all if self.state(t) == "逾期"]

    def next_due(self, task):
        return task.deadline.next(self.end)

    def due_next(self, tasks=None):
        def due(task):
            day = self.next_due(task)
            open_still = not self.is_done(task) or (self.state(task) == "已完成" and task.deadline.recurring)
            return open_still and day and day <= quarter_end(*self.following)
        return [t for t in tasks or self.all if due(t)]

    def of_section(self, section):
        return [t for t in self.all if t.section == section]

    def of_unit(self, unit):
        return [t for t in self.all if unit in t.units]

    def problems(self):
        kinds = {}
        for record in self.reports:
            if record["存在问题"]:
                kinds.setdefault(record["存在问题"], []).append(record)
        return sorted(kinds.items(), key=lambda kind: -len(kind[1]))

    def region_rates(self):
        answer = []
        for region in self.regions:
            states = self.now.regions[region]
            if states:
                answer.append((region, sum(s.state in FINAL for s in states.values()), len(states)))
        return answer


def title(section):
    return section.split("、", 1)[1]


def day_words(day):
    return "%d年%d月%d日" % (day.year, day.month, day.day)


def stripped(text):
    return text[:-1] if text.endswith("。") else text


HAN = "一二三四五六七八九十"


def days(report, task):
    late = report.now.tasks[task.id].late
    return "，逾期%d天" % late if late else ""


def reopened(report, words):
    """Tasks that were done a period before and are not now: those that come again and again."""
    if not report.has_before:
        return ""
    names = [t.name for t in report.all
             if report.before.tasks[t.id].state in FINAL and report.now.tasks[t.id].state not in FINAL]
    return "%s进入新的周期或者重新推进的任务%d项：%s。" % (words, len(names), "、".join(names)) if names else ""


def sample(report):
    """The sentences of samples/jidu/report.txt."""
    r, n = report, len(report.all)
    done, closed = r.done(r.all), r.count("已销号")
    text = "全年安排任务%d项。截至%s，" % (n, day_words(r.day))
    text += "全部完成" if done == n else "累计完成%d项" % done
    text += "（其中已销号%d项）" % closed if closed and done < n else ""
    for state in ("推进中", "未启动", "逾期"):
        text += "，%s%d项" % (state, r.count(state)) if r.count(state) else ""
    text += "，完成率" + rate(done, n)
    text += "，比上季度" + change(done, n, r.done(r.all, r.before), n) if r.has_before else ""
    yield text + "。" + reopened(r, "上季度末统计为完成、本季度")
    for i, section in enumerate(r.sections):
        tasks = r.of_section(section)
        text = "（%s）%s。任务%d项，" % (HAN[i], title(section), len(tasks))
        text += ("完成%d项，完成率%s" % (r.done(tasks), rate(r.done(tasks), len(tasks))) if r.done(tasks) else
                 "尚无任务完成")
        text += "（上季度%s）。" % rate(r.done(tasks, r.before), len(tasks)) if r.has_before else "。"
        if r.new_done(tasks):
            text += "本季度新完成：%s。" % "、".join(t.name for t in r.new_done(tasks))
        if r.late(tasks):
            text += "逾期：%s。" % "、".join("%s（%s）" % (t.name, "、".join(t.units)) for t in r.late(tasks))
        yield text
    rates = sorted(r.region_rates(), key=lambda x: -x[1] / x[2])
    yield ("各市（州）和责任单位本季度报送进展%d条。%d个市（州）的完成率由高到低依次为：%s。"
           % (len(r.reports), len(rates), "、".join(name + rate(part, whole) for name, part, whole in rates)))
    for i, (text, records) in enumerate(r.problems()[:3]):
        regions = [x for x in r.regions if any(record["地区"] == x for record in records)]
        yield "%d.%s（%d条，涉及%s）。" % (i + 1, stripped(text), len(records), "、".join(regions))
    if any(r.now.tasks[t.id].late for t in r.late()):
        worst = max(r.late(), key=lambda t: r.now.tasks[t.id].late)
        yield "超过时限最久的是“%s”（%s%s）。" % (worst.name, "、".join(worst.units), days(r, worst))
    due = r.due_next()
    if due:
        yield "%s到期的任务%d项，由各责任单位" % (r.words(r.following), len(due))
        named = [(u, r.due_next(r.of_unit(u))) for u in r.units if r.due_next(r.of_unit(u))]
        for i, (unit, tasks) in enumerate(named):
            yield "%s%d项：%s%s" % (unit, len(tasks), "、".join(t.name for t in tasks),
                                  "；" if i + 1 < len(named) else "。")
    else:
        left = n - done
        yield "下季度没有到期的任务%s。" % ("，未完成的%d项继续推进" % left if left else "")


def common(report):
    """The sentences of templates/report.txt that say how much."""
    r, n = report, len(report.all)
    done, closed = r.done(r.all), r.count("已销号")
    text = "台账共列任务%d项，分为%d个部分，由%d个单位负责。截至%s，" % (n, len(r.sections), len(r.units),
                                                     day_words(r.day))
    text += "任务全部完成" if done == n else "完成%d项" % done if done else "尚无任务完成"
    if closed:
        text += "，均已销号" if closed == done else "（其中已销号%d项）" % closed
    for state in ("推进中", "未启动"):
        text += "，%s%d项" % (state, r.count(state)) if r.count(state) else ""
    text += "，逾期%d项" % len(r.late()) if r.late() else "，没有逾期任务" if done < n else ""
    text += "；完成率为" + rate(done, n)
    if r.has_before:
        rise = change(done, n, r.done(r.all, r.before), n)
        before = r.words((r.year, r.number - 1) if r.number > 1 else (r.year - 1, 4))
        text += "，与%s持平" % before if rise == "持平" else "，比%s%s" % (before, rise)
        text += "。本期新完成任务%d项" % len(r.new_done()) if r.new_done() else "。本期没有新完成的任务"
        new_late = [t for t in r.late() if r.before.tasks[t.id].state != "逾期"]
        text += "，新增逾期任务%d项" % len(new_late) if new_late else ""
    yield text + "。" + reopened(r, "上期末统计为完成、本期")
    paces = [("进度提前", "提前"), ("按序时推进", "按序时"), ("慢于序时", "慢序时")]
    paces = ["%s%d项" % (words, sum(r.now.tasks[t.id].pace == pace for t in r.all)) for words, pace in paces
             if any(r.now.tasks[t.id].pace == pace for t in r.all)]
    if paces:
        yield "与时间进度相比，未完成且未逾期的任务中，%s。" % "，".join(paces)
    for i, section in enumerate(r.sections):
        tasks = r.of_section(section)
        part = r.done(tasks)
        text = "（%s）%s。共%d项，" % (HAN[i], title(section), len(tasks))
        text += ("全部完成" if part == len(tasks) else "尚无任务完成" if part == 0 else
                 "完成%d项，完成率%s" % (part, rate(part, len(tasks))))
        for state in ("推进中", "未启动", "逾期"):
            text += "，%s%d项" % (state, r.count(state, tasks)) if r.count(state, tasks) else ""
        text += "。"
        if r.has_before and r.new_done(tasks):
            text += "本期新完成%d项。" % len(r.new_done(tasks))
        yield text
    rates = r.region_rates()
    high = sorted(rates, key=lambda x: -x[1] / x[2])[:3]
    low = sorted(rates, key=lambda x: x[1] / x[2])[:3]
    named = ["、".join("%s（%s）" % (name, rate(part, whole)) for name, part, whole in some) for some in (high, low)]
    yield "从地区看，完成率居前的是%s，靠后的是%s。" % tuple(named)
    late = r.late()
    if 0 < len(late) <= 10:
        yield "逾期任务%d项：%s。" % (len(late), "、".join(
            "%s（%s%s）" % (t.name, "、".join(t.units), days(r, t)) for t in late))
    elif late:
        yield "逾期任务%d项，" % len(late)
    if r.problems():
        yield "各单位、各地区报告问题%d条，%s：%s。" % (
            sum(len(records) for _, records in r.problems()), "主要有" if len(r.problems()) > 5 else "分别是",
            "；".join("%s（%d条）" % (stripped(text), len(records)) for text, records in r.problems()[:5]))
    due = sorted(r.due_next(), key=r.next_due)
    if len(due) > 10:
        yield "%s到期的任务%d项，" % (r.words(r.following), len(due))
    elif due:
        yield "%s到期的任务%d项：%s。" % (r.words(r.following), len(due), "、".join(
            "%s（%s，%s）" % (t.name, day_words(r.next_due(t)), t.units[0]) for t in due))


def told(path):
    """The text without its page numbers, blanks and line ends."""
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file.read().replace("\f", "\n").split("\n")
                 if not re.fullmatch(r"\s*—\s*\d+\s*—\s*", line)]
    return re.sub(r"\s+", "", "".join(lines))


def main():
    folder, quarter, day = sys.argv[1:4]
    report = Report(folder, quarter, datetime.date.fromisoformat(day))
    wrong = said = 0
    for argument in sys.argv[4:]:
        kind, path = argument.split("=", 1)
        text = told(path)
        for sentence in {"sample": sample, "common": common}[kind](report):
            said += 1
            if sentence not in text:
                wrong += 1
                print("%s %s does not say: %s" % (quarter, kind, sentence))
    print("%d sentences, %d wrong" % (said, wrong))
    return 1 if wrong or not said else 0


sys.exit(main())
