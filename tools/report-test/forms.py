"""Reads the four forms of a report as strangers would, and holds them against each other.

Nothing here is taken from our Swift: how numbers and days are written is written down anew. What the JSON says is
read, and the other forms must be exactly that: no line more and none less.
"""

import csv
import io
import json
import re
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal

MONTHS = {
    "nb": "januar februar mars april mai juni juli august september oktober november desember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
MONTHS["nn"] = MONTHS["nb"]
FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20\t\r"
CSV_NUMBER = re.compile(r"-?\d+(,\d+)?")
MINUTES_ADDRESS = re.compile(r"/(hours|unapproved)$")
# Where rows of minutes and rows of counts share a column and have no address, so that the JSON alone does not tell
# which it is. A new one is a fault: give it an address, or a column called minutes.
UNTOLD = {("totals", "value"), ("totals", "figure"), ("agreed", "applied"), ("agreed", "granted"), ("goals", "target"),
          ("goals", "attained"), ("figures", "was"), ("figures", "now"), ("entries", "of"), ("entries", "was"),
          ("entries", "now"), ("changes", "was"), ("changes", "now")}
# A sum of these is of persons: who is in two rows is one.
PERSONS = {"distinct"}
# A sum of these is over all entries, and the rows are those that changed.
OVER_ALL = {("changes", "was"), ("changes", "now"), ("entries", "was"), ("entries", "now")}


class Unreadable(Exception):
    """A form that cannot be read at all."""


def read_json(text):
    def members(pairs):
        keys = [key for key, _ in pairs]
        if len(set(keys)) != len(keys):
            raise Unreadable(f"JSON: a key twice in {keys}")
        return dict(pairs)
    try:
        return json.loads(text, parse_float=Decimal, object_pairs_hook=members)
    except ValueError as error:
        raise Unreadable(f"JSON: {error}") from None


# Spellings

def grouped(whole, language):
    return f"{whole:,}".replace(",", "," if language == "en" else "\u00a0")


def decimal(number, language, least=0, most=2):
    """How people read a number, with as few decimals as may be."""
    digits = f"{abs(number):.{most}f}"
    whole, _, part = digits.partition(".")
    while len(part) > least and part.endswith("0"):
        part = part[:-1]
    mark = "." if language == "en" else ","
    minus = "\u2212" if number < 0 and Decimal(digits) else ""
    return minus + grouped(int(whole), language) + (mark + part if part else "")


def rounded(number, places):
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def cell_number(number, places=None):
    """How a Norwegian spreadsheet reads a number."""
    text = str(number) if places is None else f"{number:.{places}f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def hours(minutes):
    return rounded(Decimal(minutes) / 60, 2)


def long_day(day, language, with_year=True):
    text = f"{day.day}{'' if language == 'en' else '.'} {MONTHS[language][day.month - 1]}"
    return f"{text} {day.year}" if with_year else text


def period(text, language):
    """How people read a period, or None."""
    parts = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?)?", text)
    if not parts:
        return None
    year, month, day, last = parts.groups()
    if not day:
        return f"{MONTHS[language][int(month) - 1]} {year}"
    first = date(int(year), int(month), int(day))
    if not last:
        return long_day(first, language)
    last = date.fromisoformat(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{'' if language == 'en' else '.'}–{long_day(last, language)}"
    dash = " – " if language == "en" else "–"
    return long_day(first, language, with_year=first.year != last.year) + dash + long_day(last, language)


def oslo(text):
    """The wall clock in Oslo, by the rule of the European Union since 1996."""
    moment = datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)

    def last_sunday(month):
        day = datetime(moment.year, month, 31, 1, tzinfo=timezone.utc)
        return day - timedelta(days=(day.weekday() + 1) % 7)
    return moment + timedelta(hours=2 if last_sunday(3) <= moment < last_sunday(10) else 1)


def printable(text):
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", "\ufffd", text)


def guarded(text):
    text = printable(text)
    return "'" + text if text[:1] and text[0] in FORMULA else text


def readings(value, language):
    """What a value may look like: (what it is, the cell of a spreadsheet, what people read)."""
    if value is None:
        return [("nothing", "", "")]
    if isinstance(value, bool):
        word = {"nb": ("nei", "ja"), "nn": ("nei", "ja"), "en": ("no", "yes")}[language][value]
        return [("flag", word, word)]
    if isinstance(value, int):
        time = hours(value)
        return [("number", str(value), decimal(value, language)),
                ("minutes", cell_number(time.normalize() if time else 0) if time % 1 else str(int(time)),
                 decimal(time, language))]
    if isinstance(value, Decimal):
        found = []
        for places in range(3):
            # Four decimals were rounded once already.
            for near in {rounded(value + shift, places) for shift in (Decimal("-0.00005"), 0, Decimal("0.00005"))}:
                near = abs(near) if not near else near
                found.append((f"{places} decimals", cell_number(near, places),
                              decimal(near, language, least=places, most=places)))
        return found
    found = [("text", guarded(value), printable(value))]
    said = period(value, language)
    if said:
        day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value)
        found.append(("period", "{2}.{1}.{0}".format(*day.groups()) if day else value, said))
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value):
        wall = oslo(value)
        clock = wall.strftime("%H:%M" if language == "en" else "%H.%M")
        found.append(("moment", wall.strftime("%d.%m.%Y %H:%M"),
                      f"{long_day(wall, language)} {'at' if language == 'en' else 'kl.'} {clock}"))
    return found


# The forms

def csv_rows(text):
    if not text.startswith("\ufeff") or text.count("\ufeff") != 1:
        raise Unreadable("CSV: not one byte order mark, in front")
    body = text[1:]
    if not body.endswith("\r\n") or re.search(r"(?<!\r)\n|\r(?!\n)", body):
        raise Unreadable("CSV: a line does not end with CRLF")
    try:
        return list(csv.reader(io.StringIO(body, newline=""), delimiter=";", strict=True))
    except csv.Error as error:
        raise Unreadable(f"CSV: {error}") from None


def csv_faults(rows):
    """What no file may hold, found without understanding it."""
    return [f"CSV: a formula: {cell!r}" for row in rows for cell in row
            if cell[:1] and cell[0] in FORMULA and not CSV_NUMBER.fullmatch(cell)]


def unescaped(text):
    return re.sub(r"\\([\\`*_\[\]<>|#&~])", r"\1", text)


def escaped(text):
    """Text in which nothing is markup."""
    return re.sub(r"([\\`*_\[\]<>|#&~])", r"\\\1", printable(text))


def markdown_cells(line):
    if not (line.startswith("| ") and line.endswith(" |")):
        raise Unreadable(f"Markdown: not a row: {line[:80]!r}")
    return line[2:-2].split(" | ")


def plain(text):
    """A line of text without its columns."""
    return re.sub(" +", " ", text.strip(" "))


class Lines:
    """Lines that are taken one by one, each as it must be."""

    def __init__(self, form, lines):
        self.form, self.lines, self.at = form, lines, 0

    def next(self):
        if self.at >= len(self.lines):
            raise Unreadable(f"{self.form}: it ends too early")
        self.at += 1
        return self.lines[self.at - 1]

    def take(self, due, what):
        found = self.next()
        if found != due:
            raise Unreadable(f"{self.form}: {what}: due is {str(due)[:160]!r}, and there is {str(found)[:160]!r}")

    def end(self):
        if self.at < len(self.lines):
            raise Unreadable(f"{self.form}: more than there should be: {self.lines[self.at]!r}")


class Bundle:
    """A report in its four forms."""

    def __init__(self, name, language, forms):
        self.name, self.language, self.forms = name, language, dict(forms)

    def faults(self):
        """What is wrong, a line each."""
        try:
            report = read_json(self.forms["json"])
        except Unreadable as error:
            return [str(error)]
        faults = []
        try:
            if report["language"] != self.language:
                faults.append(f"JSON: in {report['language']}")
            for number, section in enumerate(report["sections"], 1):
                section["place"] = f"{section['key']} (table {number})"     # two tables may have one key
            cells = {}
            for check in (self.csv, self.markdown, self.text):
                try:
                    faults += check(report, cells) or []
                except Unreadable as error:
                    faults.append(str(error))
            faults += sum_faults(report)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            faults.append(f"JSON: not of the form: {error!r}")
        return faults

    def narrow(self, cells, place, value, found, which, form):
        """Keeps the readings of a value that fit a cell; a fault, or None."""
        section, row, key = place
        known = cells.get(place) or readings(value, self.language)
        fitting = [reading for reading in known if reading[which] == found]
        if not fitting:
            return f"{form}: {section} row {row} {key}: {found!r}, and the JSON has {value!r}"
        cells[place] = fitting
        return None

    def csv(self, report, cells):
        rows = csv_rows(self.forms["csv"])
        faults = csv_faults(rows)
        lines = Lines("CSV", rows)
        for text in [report["title"]] + report["header"]:
            lines.take([guarded(text)] if text else [], "a line before the tables")
        for section in report["sections"]:
            lines.take([], "an empty line before a table")
            if section["title"]:
                lines.take([guarded(section["title"])], "a title")
            columns = section["columns"]
            lines.take([guarded(column["heading"]) for column in columns], "headings")
            table = []
            for number, row in enumerate(section["rows"]):
                found = lines.next()
                if len(found) != len(columns):
                    raise Unreadable(f"CSV: {section['key']} row {number}: {len(found)} cells under {len(columns)}")
                table.append((row["role"], found))
                for column, cell in zip(columns, found):
                    key = column["key"]
                    value = row["values"][key]
                    place = (section["place"], number, key)
                    fault = self.narrow(cells, place, value, cell, 1, "CSV")
                    faults += [fault] if fault else told(cells[place], section, row, key)
            faults += csv_sum_faults(section, table)
            for note in section["notes"]:
                lines.take([guarded(note)], "a line below a table")
        if report["foot"]:
            lines.take([], "an empty line before the foot")
        for text in report["foot"]:
            lines.take([guarded(text)], "a line of the foot")
        lines.end()
        return faults

    def markdown(self, report, cells):
        text = self.forms["markdown"]
        if not text.endswith("\n") or text.endswith("\n\n") or "\r" in text:
            raise Unreadable("Markdown: not ended by one newline")
        lines = Lines("Markdown", text[:-1].split("\n\n"))
        faults = []
        self.block(lines, "# {}", [report["title"]])
        if report["header"]:
            self.block(lines, "**{}**", report["header"])
        for section in report["sections"]:
            if section["title"]:
                self.block(lines, "## {}", [section["title"]])
            faults += self.markdown_table(lines.next().split("\n"), section, cells)
            for note in section["notes"]:
                self.block(lines, "{}", [note])
        if report["foot"]:
            self.block(lines, "{}", report["foot"])
        lines.end()
        return faults

    @staticmethod
    def block(lines, shape, texts):
        found = lines.next()
        if found != "  \n".join(shape.format(escaped(text)) for text in texts):
            raise Unreadable(f"Markdown: due is {texts!r:.160}, and there is {found[:160]!r}")

    def markdown_table(self, table, section, cells):
        headings = [unescaped(cell) for cell in markdown_cells(table[0])]
        if not all(re.fullmatch("---:?", cell) for cell in markdown_cells(table[1])):
            raise Unreadable(f"Markdown: {section['key']}: no rule below the headings")
        body = [markdown_cells(line) for line in table[2:]]
        if len(body) != len(section["rows"]):
            raise Unreadable(f"Markdown: {section['key']}: {len(body)} rows, and the JSON has {len(section['rows'])}")
        if any(len(row) != len(headings) for row in body):
            raise Unreadable(f"Markdown: {section['key']}: rows that are not as wide as the headings")
        least = None
        for shown in chosen(section["columns"], headings):
            faults, narrowed = [], {}
            for number, (row, found) in enumerate(zip(section["rows"], body)):
                for key, cell in zip(shown, found):
                    if row["role"] == "sum" and cell:
                        if not re.fullmatch(r"\*\*.*\*\*", cell):
                            faults.append(f"Markdown: {section['key']}: a sum that is not bold: {cell!r}")
                        cell = cell[2:-2]
                    if escaped(unescaped(cell)) != cell:
                        faults.append(f"Markdown: {section['key']}: a mark that is markup: {cell!r}")
                    place = (section["place"], number, key)
                    narrowed[place] = cells.get(place)
                    fault = self.narrow(narrowed, place, row["values"][key], unescaped(cell), 2, "Markdown")
                    faults += [fault] if fault else []
            if least is None or len(faults) < len(least[0]):
                least = (faults, narrowed, shown)
            if not faults:
                break
        if least is None:
            raise Unreadable(f"Markdown: {section['key']}: headings {headings} are not those of the JSON")
        cells.update({place: found for place, found in least[1].items() if found})
        cells[section["place"], "shown"] = least[2]
        return least[0]

    def text(self, report, cells):
        text = self.forms["text"]
        if not text.endswith("\n") or "\r" in text or "\x1b" in text:
            raise Unreadable("text: not ended by a newline, or with control characters")
        kept = [plain(line) for line in text[:-1].split("\n") if line.strip(" ") and set(line) != {"─"}]
        lines = Lines("text", kept)
        for line in [report["title"]] + report["header"]:
            lines.take(plain(printable(line)), "a line before the tables")
        before = None
        for section in report["sections"]:
            shown = cells.get((section["place"], "shown"))
            if shown is None:
                raise Unreadable(f"text: {section['key']}: not to be read without the Markdown")
            if section["title"]:
                lines.take(plain(printable(section["title"])), "a title")
            names = {column["key"]: column["heading"] for column in section["columns"]}
            heading = plain(" ".join(printable(names[key]) for key in shown))
            # A table that goes on under another has no headings of its own.
            if heading and (before != shown or lines.lines[lines.at:lines.at + 1] == [heading]):
                lines.take(heading, "headings")
            before = shown
            for number, row in enumerate(section["rows"]):
                due = plain(" ".join(printable_cell(cells, (section["place"], number, key), row, key) for key in shown))
                if due:
                    lines.take(due, f"{section['key']} row {number}")
            for note in section["notes"]:
                lines.take(plain(printable(note)), "a line below a table")
        for line in report["foot"]:
            lines.take(plain(printable(line)), "a line of the foot")
        lines.end()


def printable_cell(cells, place, row, key):
    found = cells.get(place)
    return found[0][2] if found else str(row["values"][key])


def chosen(columns, headings):
    """Every way to leave out columns so that these headings are left."""
    def ways(at, rest):
        if not rest:
            yield []
        elif at < len(columns):
            if printable(columns[at]["heading"]) == rest[0]:
                for way in ways(at + 1, rest[1:]):
                    yield [columns[at]["key"]] + way
            yield from ways(at + 1, rest)
    return ways(0, headings)


def told(found, section, row, key):
    """Whether the JSON alone says that a number is minutes."""
    kinds = {reading[0] for reading in found}
    if kinds & {"number", "minutes"} and len(kinds) == 1:
        is_said = key == "minutes" or bool(MINUTES_ADDRESS.search(row["explain"].get(key, "")))
        if is_said and "minutes" not in kinds:
            return [f"CSV: {section['key']} {key}: minutes in the JSON are not hours"]
        if not is_said and "minutes" in kinds and (section["key"], key) not in UNTOLD:
            return [f"JSON: {section['key']} {key}: nothing says that {row['values'][key]} is minutes"]
    return []


# Sums

def sum_faults(report):
    """Rows of items added up against the sum below them, in the JSON."""
    faults = []
    for section in report["sections"]:
        for column in section["columns"]:
            key = column["key"]
            if (section["key"], key) in OVER_ALL:
                continue
            is_persons = key in PERSONS or section["key"] in PERSONS
            items = []
            for row in section["rows"]:
                value = row["values"][key]
                if row["role"] == "item":
                    items.append(value)
                    continue
                above, items = items, []
                numbers = [each for each in above if is_number(each)]
                if not is_number(value) or not numbers:
                    continue
                slack = Decimal("0.0001") * len(numbers) if isinstance(value, Decimal) else 0
                all_ = sum(numbers)
                holds = max(numbers) <= value <= all_ if is_persons else abs(all_ - value) <= slack
                if not holds:
                    faults.append(f"JSON: {section['key']} {key}: the rows are {all_}, and the sum is {value}")
    return faults


def csv_sum_faults(section, table):
    """The same, by the cells of the spreadsheet alone; hours are rounded to hundredths there."""
    faults = []
    for at, column in enumerate(section["columns"]):
        key = column["key"]
        if key in PERSONS | {"fte"} or section["key"] in PERSONS or (section["key"], key) in OVER_ALL:
            continue
        items = []
        for role, cells in table:
            if role == "item":
                items.append(cells[at])
                continue
            above, items = [csv_number(cell) for cell in items if CSV_NUMBER.fullmatch(cell)], []
            if not above or not CSV_NUMBER.fullmatch(cells[at]):
                continue
            sum_, all_ = csv_number(cells[at]), sum(above)
            coarse = Decimal("0.05") if key == "percent" else Decimal("0.005")
            slack = coarse * (len(above) + 1) if any(each % 1 for each in above + [sum_]) else 0
            if abs(all_ - sum_) > slack:
                faults.append(f"CSV: {section['key']} {key}: the rows are {all_}, and the sum is {sum_}")
    return faults


def csv_number(cell):
    return Decimal(cell.replace(",", "."))


def is_number(value):
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


# Figures of several reports

def figures(report):
    """The figures of a report by address; of which log they are belongs to the address."""
    basis = (report.get("through"), report.get("hash"))
    for section in report["sections"]:
        for row in section["rows"]:
            for key, address in row["explain"].items():
                if is_number(row["values"][key]):
                    yield (basis, address), row["values"][key]


def stats_figures(year):
    """The same of the figures of `stats`."""
    basis = (year["through"], year["hash"])
    parts = year["activities"] + year["outside"] + year["groups"] + year["sectors"] + [year["totals"]]
    for part in parts:
        for key, measure in (("minutes", "hours"), ("distinct",) * 2, ("participations",) * 2, ("headcount",) * 2,
                             ("entries",) * 2, ("fte",) * 2):
            if key in part:
                yield (basis, f"{part['explain']}/{measure}"), part[key]


def wordless(report):
    """What of a report may not depend on the language."""
    def of(value):
        return value if not isinstance(value, str) else None
    return [[report["report"], report.get("years"), report.get("through"), report.get("hash")]] + [
        [section["key"], [column["key"] for column in section["columns"]],
         [[row["role"], row["explain"], [(key, of(value)) for key, value in row["values"].items()]]
          for row in section["rows"]]] for section in report["sections"]]
