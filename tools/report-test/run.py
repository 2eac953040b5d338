#!/usr/bin/env python3
"""Makes every report of a ledger in every form and language, and reads them as strangers would.

    python3 tools/report-test/run.py LEDGER DUGNAD [--as-is] [--html] [--broken] [--only WORDS] [--keep FOLDER]

LEDGER is the folder that holds events/, DUGNAD the tool. The work is done in a copy, where something is recorded that
a ledger may lack: a grant with hours, money and participants, names that a spreadsheet would compute, reports that
were sent. `--as-is` leaves the copy alone. Of every report:

- the JSON holds by the schemas in Sources/Reports/Schemas, says a foreign validator (`pip install jsonschema`), and
  every address in it that is tried can be explained;
- Python's csv module reads the CSV back: a byte order mark, CRLF, as many cells as headings, no formula;
- text, Markdown and CSV say what the JSON says, every line of them, in nb, nn and en;
- sums are the sums of their items, in the JSON and in the spreadsheet; a figure has one value in all reports.

`--html` also gives every report in HTML to tools/html-test/run.py. `--broken` breaks the files in every way that is
looked for, and fails when that is not seen. `--only "report grant"` makes only the reports whose words begin so.
`--keep` keeps what was looked at.
"""

import argparse
import collections
import datetime
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True                              # the work tree stays as it was
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import forms  # noqa: E402
from forms import Bundle, Unreadable, read_json  # noqa: E402

SCHEMAS = os.path.join(os.path.dirname(os.path.dirname(HERE)), "Sources", "Reports", "Schemas")
LANGUAGES = ("nb", "nn", "en")
FORMS = ("json", "csv", "markdown", "text")


class Tool:
    def __init__(self, program, ledger):
        self.program, self.ledger = os.path.abspath(program), ledger

    def run(self, words, language="en", form=None):
        command = [self.program, *words, "--ledger", self.ledger, "--lang", language]
        done = subprocess.run(command + (["--format", form] if form else []), capture_output=True)
        if done.returncode:
            raise Unreadable(f"ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace').strip()[:300]}")
        return done.stdout.decode("utf-8")

    def json(self, words):
        return read_json(self.run([*words, "--json"]))

    def bundle(self, words, language):
        """A report in all forms, made within one minute: a grant report says when it was made."""
        def made():
            return self.run(words, language, "json")
        for _ in range(5):
            first = made()
            found = {form: first if form == "json" else self.run(words, language, form) for form in FORMS}
            last = made() if words[:2] == ["report", "grant"] else first
            if without_seconds(first) == without_seconds(last):
                return Bundle(" ".join(words), language, found)
        raise Unreadable("the report is not the same twice")


def without_seconds(text):
    return re.sub(r"(T\d\d:\d\d):\d\dZ", r"\1", text)


class Schemas:
    """The published schemas, and the foreign validator that reads them."""

    def __init__(self):
        import jsonschema
        self.validators = {}
        for name in sorted(os.listdir(SCHEMAS)):
            with open(os.path.join(SCHEMAS, name), encoding="utf-8") as file:
                schema = read_json(file.read())
            jsonschema.Draft202012Validator.check_schema(schema)
            self.validators[schema["title"]] = jsonschema.Draft202012Validator(schema)

    def faults(self, text):
        try:
            value = read_json(text)
        except Unreadable as error:
            return [str(error)]
        validator = self.validators.get(value.get("schema"))
        if validator is None:
            return [f"schema: none is called {value.get('schema')!r}"]
        return [f"schema: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
                for error in list(validator.iter_errors(value))[:5]]


# What a ledger may lack

def enrich(tool):
    """Records what makes every table of every report appear, in the copy."""
    people = tool.json(["person", "list"])["items"]
    of_role = {role: [each["id"] for each in people if each["role"] == role]
               for role in ("coordinator", "approver", "volunteer")}
    by, (first, second) = of_role["coordinator"][0], of_role["volunteer"][:2]
    approver = (of_role["approver"] + of_role["coordinator"][1:])[0]
    year = str(next(year for year in range(datetime.date.today().year - 1, 1999, -1)
                    if not tool.json(["stats", str(year)])["closed"]))

    def record(*words, by=by):
        return tool.json([*words, "--by", by, "--clock-checked"])["items"]
    record("activity", "add", '=1+1;"A" | <b>', "--code", "formula", "--group", "@G", "--sector=-S",
           "--recipient", "+R", "--category", "kurs")
    record("activity", "add", "+5 and more", "--code", "plain", "--sector", "@47")
    grant = record("grant", "add", "--funder", '=Giver;"A"', "--scheme", "@Scheme|x", "--year", year,
                   "--activity", "formula=4.8", "--activity", "plain", "--ages", "0-12,13-19",
                   "--goal", "participants=120", "--goal", "formula:hours=300", "--rate", "300.50",
                   "--divisor", "1700", "--applied", "400000", "--hours", "33:20", "--condition", "name=yes",
                   "--confirmed")[0]["id"]
    record("hours", "add", "formula", "-p", first, "--on", f"{year}-03-03", "-m", "200", "--voucher", "=cmd|x")
    record("hours", "add", "formula", "--headcount", "7", "--on", f"{year}-03", "-m", "605",
           "--known", "estimated", "--yes")
    record("hours", "add", "plain", "-p", second, "--on", f"{year}-05-01..{year}-06-09", "-m", "65")
    record("hours", "add", "plain", "-p", first, "--on", f"{year}-05-04", "-m", "61")
    mended = record("hours", "add", "plain", "-p", second, "--on", f"{year}-05-04", "-m", "100")[0]["id"]
    record("participants", "add", "-a", "formula", "--on", f"{year}-03-03", "--age", "0-12=14", "--age", "13-19=3")
    record("participants", "add", "-a", "formula", "--on", f"{year}-03", "--count", "8", "--different")
    record("hours", "approve", "--on", year, by=approver)
    claims = record("grant", "claim", grant, "--all")
    record("grant", "change", grant, "--status", "granted", "--amount", "300000.50", "--hours", "30")
    record("grant", "change", grant, "--budget", "=Wages=1000.25", "--budget", "Rent;x=500")
    record("grant", "change", grant, "--accounts", "=Wages=1100.50", "--on", f"{year}-06-01", "--voucher", "+14")
    record("grant", "change", grant, "--budget", "@Gift=2000", "--income", "municipality")
    for report in (["report", "grant", grant], ["report", "year", year]):
        tool.run([*report, "--sent-to", "=Office", "--by", by])
    claim = next(each["id"] for each in claims if each["entry"] == mended)
    record("grant", "claim", "--release", claim, "--reason", "typo")
    record("hours", "correct", mended, "-m", "90", "--reason", "wrong-minutes")
    record("hours", "approve", mended, by=approver)
    record("grant", "claim", grant, mended)
    return grant, year


def reports(tool):
    """The words of every report of the dugnad-report form that the ledger has."""
    years = [str(year) for year in tool.json(["report", "centre"]).get("years", [])]
    grants = [item["id"] for item in tool.json(["grant", "list"])["items"]]
    people = [item["id"] for item in tool.json(["person", "list"])["items"] if item["role"] == "volunteer"][:2]
    found = [["report", "centre"], ["log"]]
    for year in years:
        found += [["report", "year", year], ["report", "year", year, "--full"],
                  ["report", "year", year, "--order", "hours"]]
    for grant in grants:
        found += [["report", "grant", grant], ["report", "grant", grant, "--application"], ["show", grant]]
    for person in people:
        found += [["report", "person", person], ["report", "person", person, "--certificate"], ["show", person]]
    sent = set(re.findall(r'"type":"report\.sent".*?"data":\{(?:"grant":"(g\d+)"|"year":(\d+))', log_of(tool)))
    found += [["report", "grant", grant, "--since", "last"] if grant else ["report", "year", year, "--since", "last"]
              for grant, year in sorted(sent)]
    return found, years


def log_of(tool):
    folder = os.path.join(tool.ledger, "events")
    texts = []
    for name in sorted(os.listdir(folder)):
        if name.endswith(".jsonl"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                texts.append(file.read())
    return "".join(texts)


def kind_of(address):
    """Addresses of one kind are explained by the same words of ours."""
    parts = address.split("/")
    is_part = len(parts) == 4
    return (parts[0][0] == "g", len(parts), parts[1] if is_part else "", parts[-1])


# stats has JSON of its own

def stats_faults(bundle):
    """Totals and activities of the figures, in the other forms."""
    try:
        value = read_json(bundle.forms["json"])
        rows = forms.csv_rows(bundle.forms["csv"])
    except Unreadable as error:
        return [str(error)]
    years, language, faults = value.get("years", [value]), bundle.language, forms.csv_faults(rows)
    texts = {forms.plain(line) for line in bundle.forms["text"].split("\n")}
    marked = [[forms.unescaped(cell.strip("*")) for cell in forms.markdown_cells(line)]
              for line in bundle.forms["markdown"].split("\n") if line.startswith("| ")]

    def expect(head, label, numbers, due_in_csv=None):
        cells = [readings_of(number, language) for number in numbers]
        due = head + [label] + [cell[0] for cell in cells]
        if [forms.guarded(each) for each in head + [label]] + due[len(head) + 1:] not in rows:
            faults.append(f"CSV: no row {due}")
        said = [label] + [cell[1] for cell in cells]
        if said not in marked:
            faults.append(f"Markdown: no row {said}")
        if forms.plain(" ".join(said)) not in texts:
            faults.append(f"text: no line {said}")
    labels = [row[0] for row in rows[[at for at, row in enumerate(rows) if len(row) == len(years) + 1][0] + 1:][:6]]
    keys = ("distinct", "participations", "headcount", "minutes", "entries", "fte")
    for label, key in zip(labels, keys):
        expect([], label, [(key, year["totals"][key]) for year in years])
    if len(years) > 1:
        return faults
    each = years[0]["activities"] + years[0]["outside"]
    shown = ["distinct"] + ["headcount"] * any(one["headcount"] for one in each) + ["minutes"]
    for one in years[0]["activities"]:
        silent = {"headcount"} | ({"distinct"} if one["headcount"] else set())
        expect([one["code"]], one["name"],
               [(key, None if key in silent and not one[key] else one[key]) for key in shown])
    for key in ("minutes", "entries", "headcount", "participations"):
        if sum(one[key] for one in years[0]["activities"]) != years[0]["totals"][key]:
            faults.append(f"JSON: {key} of the activities are not the total")
    return faults


def readings_of(measure, language):
    """How a spreadsheet and how people read a figure."""
    key, value = measure
    found = forms.readings(value, language)
    kind = {"minutes": "minutes", "fte": "1 decimals"}.get(key, "number")
    return next(((cell, said) for name, cell, said in found if name in (kind, "nothing")))


# Everything

class Run:
    def __init__(self, tool, schemas, keep):
        self.tool, self.schemas, self.keep = tool, schemas, keep
        self.known, self.made, self.failed = {}, [], 0

    def tell(self, name, faults):
        self.failed += bool(faults)
        if faults:
            print(f"FAILED: {name}")
            for fault in faults[:8]:
                print("  " + fault)

    def figures(self, found):
        """A figure of one log has one value, in whatever report it stands."""
        faults = []
        for place, value in found:
            if self.known.setdefault(place, value) != value:
                faults.append(f"JSON: {place[1]} is {value}, and {self.known[place]} elsewhere")
        return faults

    def report(self, words, check=Bundle.faults, read=None, languages=LANGUAGES):
        """Makes a report in every language; the bundles."""
        bundles = []
        for language in languages:
            try:
                bundle = self.tool.bundle(words, language)
            except Unreadable as error:
                self.tell(f"{' '.join(words)} ({language})", [str(error)])
                continue
            bundles.append(bundle)
            self.save(bundle)
            faults = self.schemas.faults(bundle.forms["json"])
            if not faults:
                faults += check(bundle)
                faults += self.figures((read or forms.figures)(read_json(bundle.forms["json"])))
            self.tell(f"{bundle.name} ({language})", faults)
        if read is None and len(bundles) == len(LANGUAGES):
            shapes = [forms.wordless(read_json(bundle.forms["json"])) for bundle in bundles]
            self.tell(f"{' '.join(words)}, languages against each other",
                      [] if shapes[0] == shapes[1] == shapes[2] else ["JSON: the language changes more than words"])
        self.made += bundles
        return bundles

    def save(self, bundle):
        if self.keep:
            name = re.sub(r"[^\w-]+", "-", bundle.name).strip("-") + "." + bundle.language + "."
            for form, text in bundle.forms.items():
                with open(os.path.join(self.keep, name + form), "w", encoding="utf-8", newline="") as file:
                    file.write(text)

    def explained(self):
        """Addresses out of the reports, one of a kind: what stands behind them is as much as they say."""
        tried = {}
        for (_, address), value in self.known.items():
            tried.setdefault(kind_of(address), (address, value))
        for number, (address, value) in enumerate(tried.values()):
            measure = address.rsplit("/", 1)[-1]
            for bundle in self.report(["explain", address], languages=LANGUAGES[number % 3:][:1]):
                section = read_json(bundle.forms["json"])["sections"][0]
                sums = [row["values"] for row in section["rows"] if row["role"] == "sum"]
                items = [row for row in section["rows"] if row["role"] == "item"]
                behind = {"hours": sums[-1].get("minutes") if sums else 0,
                          "distinct": len(items) if section["key"] == "persons" else None}.get(measure)
                if behind is not None and behind != value:
                    self.tell(f"explain {address}", [f"JSON: {behind} stands behind {value}"])
        often = collections.Counter(value for (_, address), value in self.known.items()
                                    if address[0] != "g" and isinstance(value, int) and 0 < value < 60)
        for value, count in often.most_common(1):
            if count > 1:                                   # which figures it may be
                self.report(["explain", str(value)])
        return len(tried)


def stats_of_all(value):
    for year in value.get("years", [value]):
        yield from forms.stats_figures(year)


# What is broken, how, and what must then be told of it: in which form, what is found, what stands there instead.
BREAKS = [
    ("a member too many", "json", r'"foot":', '"extra":1,"foot":', "schema"),
    ("a member too few", "json", r'"role":"item",', "", "schema"),
    ("an unknown role", "json", r'"role":"sum"', '"role":"total"', "schema"),
    ("minutes as text", "json", r'"minutes":(\d+)', r'"minutes":"\1"', "schema"),
    ("minutes with decimals", "json", r'"minutes":(\d+)', r'"minutes":\1.5', "schema"),
    ("no address", "json", r'"minutes":"(g\d+)/[^"]*"', r'"minutes":"\1"', "schema"),
    ("another schema", "json", r"dugnad-report:1", "dugnad-report:2", "none is called"),
    ("a cut hash", "json", r'"hash":"..', '"hash":"', "schema"),
    ("a key twice", "json", r'"role":"item",', '"role":"item","role":"item",', "a key twice"),
    ("cut JSON", "json", r"\}\n$", "\n", "JSON"),
    ("another figure in the JSON", "json", r'"minutes":(\d+)', r'"minutes":1\1', "and the JSON has"),
    ("a sum of other rows", "json", r'("role":"sum".*?"minutes":)(\d+)', r"\g<1>1\2", "and the sum is"),
    ("no byte order mark", "csv", "\ufeff", "", "byte order mark"),
    ("lines of Unix", "csv", "\r\n", "\n", "CRLF"),
    ("a cell too few", "csv", r"(?m)^h\d+;", "", "cells under"),
    ("a cell too many", "csv", r"(?m)^(h\d+);", r"\1;;", "cells under"),
    ("a decimal point", "csv", r";(\d+),(\d+)", r";\1.\2", "CSV"),
    ("thousands apart", "csv", r";(\d)(\d{3}),", ";\\1\u00a0\\2,", "CSV"),
    ("a formula", "csv", r"'=", "=", "a formula"),
    ("an open quotation", "csv", r'""A"""', '""A""', "CSV"),
    ("another figure in the CSV", "csv", r"(?m)^(Total;.*?;)(\d+),", r"\g<1>1\2,", "and the JSON has"),
    ("another sum in the CSV", "csv", r"(?m)^(Total;.*?;)(\d+),", r"\g<1>1\2,", "and the sum is"),
    ("a row too few in the CSV", "csv", r"(?m)^h\d+;.*?\r\n", "", "CSV"),
    ("a row too few in the Markdown", "markdown", r"(?m)^\| h\d+ .*?\n", "", "Markdown"),
    ("another figure in the Markdown", "markdown", r"(\| h\d+ .*? )(\d+)\.", r"\g<1>1\2.", "Markdown"),
    ("a sum like any row", "markdown", r"(?m)^\| \*\*Total\*\*", "| Total", "not bold"),
    ("a mark that is markup", "markdown", r"(?m)^(\| .*)\\<", r"\1<", "a mark that is markup"),
    ("a title that is markup", "markdown", r"\\\|", "|", "Markdown"),
    ("a heading of another column", "markdown", r"\| Hours \|", "| Minutes |", "headings"),
    ("another figure in the text", "text", r"(?m)^(h\d+ .*?  +)(\d+)\.", r"\g<1>1\2.", "text"),
    ("a row too few in the text", "text", r"(?m)^h\d+ .*?\n", "", "text"),
    ("a line too many in the text", "text", r"\n$", "\nmore\n", "more than there should be"),
    ("an escape sequence", "text", r"(?m)^h", "\x1b[1mh", "control characters"),
]


def broken(schemas, bundle):
    """Whether each way to break a report is seen."""
    unseen = 0
    for name, form, pattern, instead, due in BREAKS:
        text = bundle.forms[form]
        changed = re.sub(pattern, instead, text, count=1)
        other = Bundle(bundle.name, bundle.language, {**bundle.forms, form: changed})
        faults = (schemas.faults(changed) if form == "json" else []) + other.faults() if changed != text else []
        if not any(due in fault for fault in faults):
            unseen += 1
            print(f"FAILED: {name} was not seen ({'told: ' + str(faults[:2]) if faults else 'nothing told'})")
    print(f"broken: {len(BREAKS) - unseen} of {len(BREAKS)} ways are seen")
    return unseen


def html(run, folder):
    """Every report in HTML, to the other test."""
    paths = []
    for bundle in run.made:
        name = re.sub(r"[^\w-]+", "-", bundle.name).strip("-") + "." + bundle.language + ".html"
        if bundle.name != "log":                            # thousands of rows, all alike
            paths.append(os.path.join(folder, name))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(run.tool.run(bundle.name.split(" "), bundle.language, "html"))
    program = os.path.join(os.path.dirname(HERE), "html-test", "run.py")
    return subprocess.run([sys.executable, program, *paths]).returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ledger")
    parser.add_argument("dugnad")
    parser.add_argument("--as-is", action="store_true")
    parser.add_argument("--html", action="store_true")
    parser.add_argument("--broken", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--keep")
    asked = parser.parse_args()
    if importlib.util.find_spec("jsonschema") is None:
        print("report-test: the schemas need a validator: pip install jsonschema", file=sys.stderr)
        return 2
    if asked.keep:
        os.makedirs(asked.keep, exist_ok=True)
    schemas = Schemas()
    with tempfile.TemporaryDirectory() as folder:
        ledger = os.path.join(folder, "ledger")
        shutil.copytree(os.path.join(asked.ledger, "events"), os.path.join(ledger, "events"))
        if os.path.isdir(os.path.join(asked.ledger, "sent")):
            shutil.copytree(os.path.join(asked.ledger, "sent"), os.path.join(ledger, "sent"))
        tool = Tool(asked.dugnad, ledger)
        run = Run(tool, schemas, asked.keep)
        try:
            grant = None if asked.as_is else enrich(tool)[0]
            wanted, years = reports(tool)
        except Unreadable as error:
            print(f"FAILED: the copy of the ledger: {error}")
            return 1
        stats = [["stats", span] for span in sorted({*years, f"{years[0]}-{years[-1]}"})] if years else []
        for words in wanted + stats:
            if not " ".join(words).startswith(asked.only):
                continue
            if words in stats:
                run.report(words, stats_faults, stats_of_all)
            else:
                run.report(words)
        kinds = 0 if asked.only else run.explained()
        print(f"{len(run.made)} reports in {len(FORMS)} forms, {len(run.known)} figures, {kinds} kinds of addresses: "
              f"{'all hold' if not run.failed else str(run.failed) + ' FAILED'}")
        failed = run.failed
        if not run.made or (not asked.as_is and not run.known):
            failed += 1
            print("FAILED: no report was made")
        if asked.broken:
            rich = [each for each in run.made if each.name == f"report grant {grant}" and each.language == "en"]
            failed += broken(schemas, rich[0]) if rich else 1
        if asked.html:
            failed += html(run, asked.keep or folder)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
