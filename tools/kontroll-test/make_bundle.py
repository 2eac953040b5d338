#!/usr/bin/env python3
"""Makes evidence bundles, honest ones and lying ones, by sections 2 to 5 and 8 to 10 of events/README.md.

    python3 tools/kontroll-test/make_bundle.py                       writes Tests/Fixtures/bundles anew, the same bytes
    python3 tools/kontroll-test/make_bundle.py LEDGER YEAR -o FILE    a bundle of a year of a ledger
    python3 tools/kontroll-test/make_bundle.py LEDGER --grant gN -o FILE    of a grant, by its newest sent report

It shares no code with the checkers that its bundles are for, and is written for plainness, not for speed: a checker
that is wrong should not find its own mistake here. Standard library only.
"""

import argparse
import base64
import calendar
import hashlib
import json
import os
import struct
import sys
import zlib

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FIXTURES = os.path.join(REPOSITORY, "Tests", "Fixtures", "bundles")
ZEROS = "0" * 64


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


# ------------------------------------------------------------------------------------------- a ledger

class Ledger:
    """Lines of a log, as dictionaries without `hash`; `raw` spells and chains them."""

    def __init__(self, events=()):
        self.events = list(events)

    def add(self, at, by, cmd, *things):
        for left, (kind, data) in zip(range(len(things) - 1, -1, -1), things):
            self.events.append({"seq": len(self.events) + 1, "at": at, "by": by, "cmd": cmd, "left": left,
                                "type": kind, "v": 1, "data": data})
        return len(self.events)

    def raw(self):
        lines, above = [], ZEROS
        for event in self.events:
            body = event.get("spelled") or compact(event)[:-1]
            above = sha(b"\0", above.encode(), body).hex()
            lines.append(body + b',"hash":"' + above.encode() + b'"}')
        return lines

    @staticmethod
    def read(folder):
        lines = []
        for name in sorted(os.listdir(folder)):
            if name.endswith(".jsonl"):
                with open(os.path.join(folder, name), "rb") as file:
                    lines += file.read().split(b"\n")[:-1]
        ledger = Ledger(json.loads(line) for line in lines)
        for event, line in zip(ledger.events, lines):
            del event["hash"]
            event["spelled"] = line[:-75]
        return ledger


def standing(events):
    """Section 5: the last undo or redo that covers a line decides."""
    gone = {}
    for event in events:
        if event["type"] == "event.undone":
            ranges, is_gone = event["data"]["ranges"], True
        elif event["type"] == "event.redone":
            ranges, is_gone = events[event["data"]["undone"] - 1]["data"]["ranges"], False
        else:
            continue
        for first, last in ranges:
            for line in range(first, min(last, event["seq"] - 1) + 1):
                gone[line] = is_gone
    return [event for event in events if not gone.get(event["seq"])]


def fold(events):
    """Activities by code, hour entries by number with their lines, year.set by year."""
    activities, entries, settings = {}, {}, {}
    for event in events:
        kind, data = event["type"], event["data"]
        if kind in ("activity.added", "activity.changed"):
            activities[data["code"]] = data
        elif kind in ("hours.logged", "late.logged"):
            entries[event["seq"]] = {"first": event, "now": data, "corrected": None, "approved": None,
                                     "lines": [event["seq"]]}
        elif kind in ("hours.corrected", "late.corrected"):
            entry = entries.get(int(data["entry"][1:]))
            if entry:
                kept = [line for line in entry["lines"] if line not in entry.get("approvals", [])]
                entry.update(now=data, corrected=event["seq"], approved=None, lines=kept + [event["seq"]], approvals=[])
        elif kind in ("hours.approved", "hours.unapproved"):
            entry = entries.get(int(data["entry"][1:]))
            if entry:
                entry["approved"] = event if kind == "hours.approved" else None
                entry["lines"].append(event["seq"])
                entry.setdefault("approvals", []).append(event["seq"])
        elif kind == "year.set":
            settings[data["year"]] = data
    return activities, entries, settings


def sums(entries):
    named = [entry for entry in entries if "person" in entry]
    return {"entries": len(entries), "hours": sum(entry["minutes"] for entry in entries),
            "participations": len({(entry["person"], entry["activity"]) for entry in named}),
            "distinct": len({entry["person"] for entry in named}),
            "headcount": sum(entry.get("headcount", 0) for entry in entries)}


def in_words(figures, *keys):
    keys = keys or ("entries", "hours", "participations", "distinct", "headcount")
    return " ".join(str(figures[key]) for key in keys)


class Year:
    """Every figure of one year, from the lines that are given."""

    def __init__(self, year, events):
        self.year = year
        self.activities, entries, settings = fold(events)
        self.entries = {number: entry for number, entry in entries.items() if entry["now"]["on"][:4] == str(year)}
        now = [entry["now"] for entry in self.entries.values()]
        codes = {entry["activity"] for entry in now}
        counts = {code: self.activities.get(code, {}).get("counted", True) for code in codes}
        counted = [entry for entry in now if counts[entry["activity"]]]
        self.rows = [(code, counts[code], sums([entry for entry in now if entry["activity"] == code]))
                     for code in sorted(counts)]
        self.parts = {}
        for kind in ("group", "sector"):
            found = {}
            for entry in counted:
                found.setdefault(self.activities.get(entry["activity"], {}).get(kind), []).append(entry)
            self.parts[kind] = [(name, ",".join(sorted({entry["activity"] for entry in part})), sums(part))
                                for name, part in found.items()]
        self.totals, self.outside = sums(counted), sums([entry for entry in now if not counts[entry["activity"]]])
        self.known = [sum(entry["minutes"] for entry in counted if entry["known"] == how)
                      for how in ("recorded", "estimated", "summary")]
        years = [earlier for earlier in settings if earlier <= year]
        self.setting = settings[max(years)] if years else {"divisor": 1650}

    def figure_set(self):
        lines = ["statistics:1", f"year {self.year}", f"divisor {self.setting['divisor']}"]
        if "rate" in self.setting:
            lines.append(f"rate {self.setting['rate']}")
        lines += ["total " + in_words(self.totals), "known {} {} {}".format(*self.known),
                  "outside " + in_words(self.outside)]
        for code, is_counted, figures in self.rows:
            lines.append(f"activity {code} {1 if is_counted else 0} "
                         + in_words(figures, "entries", "hours", "distinct", "headcount"))
        for kind in ("group", "sector"):
            lines += sorted(f"{kind} {codes} {in_words(figures)}" for name, codes, figures in self.parts[kind] if name)
        return ("\n".join(lines) + "\n").encode()

    def claims(self):
        parts = [(str(self.year), self.totals)] + [(f"{self.year}/{code}", figures) for code, _, figures in self.rows]
        for kind in ("group", "sector"):
            parts += [(f"{self.year}/{kind}/" + name.replace("%", "%25").replace("/", "%2F"), figures)
                      for name, _, figures in self.parts[kind] if name]
        return [{"figure": f"{name}/{measure}", "value": value} for name, figures in parts
                for measure, value in figures.items()]


def first_and_last(period):
    if len(period) == 4:
        return period + "-01-01", period + "-12-31"
    if len(period) == 7:
        return period + "-01", f"{period}-{calendar.monthrange(int(period[:4]), int(period[5:]))[1]}"
    return (period[:10], period[-10:])


class Grant:
    """Every figure of one grant, and its leaf, from the standing lines that are given."""

    def __init__(self, name, events):
        self.name = name
        own = [event for event in events if event["data"].get("grant") == name or f"g{event['seq']}" == name]
        of = {kind: [event for event in own if event["type"] == kind] for kind in {event["type"] for event in own}}
        self.lines = {event["seq"] for event in own if event["type"].startswith("grant.")}
        self.terms = (of.get("grant.added", []) + of.get("grant.changed", []))[-1]["data"]
        self.included = {event["data"]["activity"] for event in of.get("grant.included", [])}
        self.moves = [event["data"] for event in of.get("grant.moved", [])]
        self.booked = [event["data"] for event in of.get("grant.booked", [])]
        self.goals = {(event["data"]["measure"], event["data"].get("activity", "-")): event["data"]["target"]
                      for event in of.get("grant.aimed", [])}
        _, entries, _ = fold(events)
        gone = {event["data"]["claim"] for event in events if event["type"] == "claim.released"}
        claims = [event for event in of.get("hours.claimed", []) if f"c{event['seq']}" not in gone]
        self.lines |= {event["seq"] for event in claims}
        self.entries = {}
        for number in sorted({int(event["data"]["entry"][1:]) for event in claims} & set(entries)):
            minutes = sum(event["data"]["minutes"] for event in claims if event["data"]["entry"] == f"h{number}")
            self.entries[number] = {**entries[number], "now": {**entries[number]["now"], "minutes": minutes}}
            self.lines |= set(entries[number]["lines"])
        self.counts = self.counts_in(events)
        self.codes = sorted(self.included | {entry["now"]["activity"] for entry in self.entries.values()})
        self.lines |= {event["seq"] for event in events if event["type"] in (
            "activity.added", "activity.changed", "activity.marked") and event["data"]["code"] in self.codes}

    def counts_in(self, events):
        counts = {}
        for event in events:
            if event["type"] == "participants.added":
                counts[f"d{event['seq']}"] = [event]
            elif event["type"] == "participants.corrected":
                counts.get(event["data"]["participants"], []).append(event)
        inside = []
        for told in counts.values():
            now = told[-1]["data"]
            first, last = first_and_last(now["on"])
            if self.terms["from"] <= first and last <= self.terms["to"] and (
                    not self.included or now["activity"] in self.included):
                inside.append(now)
                self.lines |= {event["seq"] for event in told}
        return inside

    def of(self, code=None):
        entries = [entry for entry in self.entries.values() if code in (None, entry["now"]["activity"])]
        counts = [count for count in self.counts if code in (None, count["activity"])]
        return {**sums([entry["now"] for entry in entries]),
                "unapproved": sum(entry["now"]["minutes"] for entry in entries if not entry["approved"]),
                "attendances": sum(count["count"] for count in counts if count["measure"] == "attendances"),
                "participants": sum(count["count"] for count in counts if count["measure"] == "different")}

    def figure_set(self):
        keys = ("entries", "hours", "distinct", "headcount")
        lines = ["grant:1", "grant " + self.name, "period {from} {to}".format(**self.terms),
                 "status " + ([move["status"] for move in self.moves] or ["planned"])[-1]]
        for status in ("applied", "granted"):
            moves = [move for move in self.moves if move["status"] == status]
            if moves:
                lines.append(f"{status} {moves[-1].get('amount', 0)} {moves[-1].get('minutes', 0)}")
        entries = self.entries.values()
        known = [sum(entry["now"]["minutes"] for entry in entries if entry["now"]["known"] == how)
                 for how in ("recorded", "estimated", "summary")]
        lines += ["total " + in_words(self.of(), *keys), "known {} {} {}".format(*known),
                  f"unapproved {len([entry for entry in entries if not entry['approved']])} {self.of()['unapproved']}"]
        lines += [f"activity {code} " + in_words(self.of(code), *keys) for code in self.codes]
        found = {}
        for count in self.counts:
            key = f"participants {count['activity']} {count['measure']} {count.get('age', '-')}"
            found[key] = found.get(key, 0) + count["count"]
        lines += sorted(f"{key} {total}" for key, total in found.items())
        lines += sorted(f"goal {measure} {code} {target}" for (measure, code), target in self.goals.items())
        for book in ("budget", "accounts"):
            found = {}
            for line in self.booked:
                if line["book"] == book:
                    key = f"{book} {line['flow']} {line.get('funding', '-')}"
                    found[key] = found.get(key, 0) + line["amount"]
            lines += sorted(f"{key} {total}" for key, total in found.items())
        return ("\n".join(lines) + "\n").encode()

    def leaf(self):
        inner = [f"h{number} {entry['now']['minutes']} {entry['corrected'] or number} "
                 f"{entry['approved']['seq'] if entry['approved'] else 0}" for number, entry in self.entries.items()]
        root = tree_head([sha(b"\0", data.encode()) for data in inner]).hex()
        return f"{self.name} {len(self.entries)} {self.of()['hours']} {root}"

    def claims(self):
        return [{"figure": f"{address}/{measure}", "value": value}
                for address, code in [(self.name, None)] + [(f"{self.name}/{code}", code) for code in self.codes]
                for measure, value in self.of(code).items()]


def leaves_of_grants(events):
    """The data of the leaves of the tree of grants, from standing lines."""
    return [Grant(f"g{event['seq']}", events).leaf() for event in events if event["type"] == "grant.added"]


def head_of_grants(leaves):
    return tree_head([sha(b"\0", data.encode()) for data in leaves])


def tree_of_grants(leaves, name, first=None, end=None):
    """`tree` of bevis.json: the leaf of the grant and its neighbours, or those from `first` to before `end`."""
    at = [data.split()[0] for data in leaves].index(name)
    first = max(at - 1, 0) if first is None else first
    end = min(at + 2, len(leaves)) if end is None else end
    hashes = [sha(b"\0", data.encode()) for data in leaves]
    return {"size": len(leaves), "first": first, "leaves": leaves[first:end],
            "nodes": subset_proof(hashes, set(range(first, end)), 0, len(leaves))}


# ------------------------------------------------------------------------------------------ the tree

def tree_head(leaves):
    """RFC 6962, 2.1."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha()
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha(b"\1", tree_head(leaves[:half]), tree_head(leaves[half:]))


def subset_proof(leaves, chosen, low, high):
    if not any(low <= index < high for index in chosen):
        return [tree_head(leaves[low:high]).hex()]
    if high - low == 1:
        return []
    half = 1
    while half * 2 < high - low:
        half *= 2
    inside = {index for index in chosen if low <= index < high}
    return subset_proof(leaves, inside, low, low + half) + subset_proof(leaves, inside, low + half, high)


def inclusion_path(index, leaves):
    """RFC 6962, 2.1.1."""
    if len(leaves) == 1:
        return []
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    if index < half:
        return inclusion_path(index, leaves[:half]) + [tree_head(leaves[half:])]
    return inclusion_path(index - half, leaves[half:]) + [tree_head(leaves[:half])]


def checkpoint(origin, size, root):
    return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n".encode()


def tlog_proof(lines, number):
    leaves = [bytes.fromhex(line[-66:-2].decode()) for line in lines]
    kept = checkpoint(json.loads(lines[0])["data"]["origin"], len(leaves), tree_head(leaves))
    return proof_text(lines, number, number - 1, inclusion_path(number - 1, leaves), kept)


def proof_text(lines, number, index, path, kept):
    above = lines[number - 2][-66:-2] if number > 1 else ZEROS.encode()
    head = ["c2sp.org/tlog-proof@v1", "extra " + base64.b64encode(above + lines[number - 1][:-75]).decode(),
            f"index {index}", *(base64.b64encode(node).decode() for node in path), "", ""]
    return "\n".join(head).encode() + kept


# ---------------------------------------------------------------------------------------- the bundle

def hours(minutes):
    hundredths = minutes * 100 / 60
    whole = int(hundredths)
    whole += 1 if hundredths - whole >= 0.5 - 1e-9 else 0
    return f"{whole // 100},{whole % 100:02d}"


def quoted(cell):
    cell = str(cell)
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in ';"\r\n') else cell


def timesheet(entries):
    rows = [["føring", "periode", "aktivitet", "frivillig", "antall", "minutter", "timer", "kjent", "bilag",
             "ført av", "ført", "rettet", "godkjent av", "godkjent"]]
    for number in sorted(entries):
        entry = entries[number]
        now, approved, voucher = entry["now"], entry["approved"], entry["now"].get("voucher", "")
        if voucher[:1] in ("=", "+", "-", "@", "\t", "\r") and voucher:
            voucher = "'" + voucher
        rows.append([f"h{number}", now["on"], now["activity"], now.get("person", ""), now.get("headcount", ""),
                     now["minutes"], hours(now["minutes"]), now["known"], voucher, entry["first"]["by"],
                     entry["first"]["at"], entry["corrected"] or "", approved["by"] if approved else "",
                     approved["at"] if approved else ""])
    return ("\ufeff" + "".join(";".join(map(quoted, row)) + "\r\n" for row in rows)).encode()


def report_of(year, ledger):
    """A report in the shape that `rapport.json` has: rows with values, and the address of each figure."""
    def row(label, address, figures, role="item"):
        values = {"code": label[0], "activity": label[1], "distinct": figures["distinct"] or None,
                  "headcount": figures["headcount"] or None, "minutes": figures["hours"]}
        told = {key: f"{address}/{measure}" for key, measure in
                (("distinct", "distinct"), ("headcount", "headcount"), ("minutes", "hours")) if values[key] is not None}
        return {"role": role, "values": values, "explain": told}

    named = {code: year.activities.get(code, {}).get("name", code) for code, _, _ in year.rows}
    rows = [row((code, named[code]), f"{year.year}/{code}", figures) for code, _, figures in year.rows]
    rows.append(row((None, "Sum"), str(year.year), year.totals, "sum"))
    headings = [("code", "Kode"), ("activity", "Aktivitet"), ("distinct", "Ulike frivillige"),
                ("headcount", "Uten navn"), ("minutes", "Timer")]
    groups = [{"role": "item", "values": {"group": name or "Uten gruppe", "distinct": figures["distinct"]},
               "explain": {"distinct": f"{year.year}/group/"
                           + (name or "").replace("%", "%25").replace("/", "%2F") + "/distinct"}}
              for name, _, figures in sorted(year.parts["group"], key=lambda part: part[0] or "~")]
    groups.append({"role": "sum", "values": {"group": "Sum av gruppene", "distinct": sum(
        figures["distinct"] for name, _, figures in year.parts["group"] if name)}, "explain": {}})
    return {"schema": "dugnad-report:1", "report": "year", "language": "nb", "title": f"Frivillig innsats {year.year}",
            "years": [year.year], "ledger": ledger, "sections": [
                {"key": "activities", "title": "Frivillige og timer per aktivitet",
                 "columns": [{"key": key, "heading": heading} for key, heading in headings], "rows": rows, "notes": []},
                {"key": "groups", "title": "Rekruttering", "columns": [{"key": "group", "heading": "Gruppe"},
                 {"key": "distinct", "heading": "Ulike frivillige"}], "rows": groups, "notes": []}], "foot": []}


def report_of_grant(grant, ledger):
    """A report in the shape that `rapport.json` has. Some numbers have no address of a figure."""
    measures = {"entries": "entries", "hours": "minutes", "unapproved": "unapproved", "distinct": "distinct",
                "participations": "participations", "headcount": "headcount", "attendances": "attendances",
                "participants": "participants"}

    def row(label, address, figures, role="item"):
        return {"role": role, "values": {"activity": label, **{key: figures[measure] or None
                                                               for measure, key in measures.items()}},
                "explain": {key: f"{address}/{measure}" for measure, key in measures.items()}}
    rows = [row(code, f"{grant.name}/{code}", grant.of(code)) for code in grant.codes]
    rows.append(row("andre", f"{grant.name}/finnes-ikke", dict.fromkeys(measures, 0)))
    rows.append(row("Sum", grant.name, grant.of(), "sum"))
    goals = [{"role": "item", "values": {"goal": measure, "target": target}, "explain": {
        "target": f"{grant.name}/goal"}} for (measure, _), target in sorted(grant.goals.items())]
    goals += [{"role": "item", "values": {"goal": "andre", "target": 75}, "explain": {"target": address}}
              for address in ("g999/hours", "2024/hours")]
    return {"schema": "dugnad-report:1", "report": "grant", "language": "nb", "title": "Rapport om tilskudd",
            "ledger": ledger, "sections": [
                {"key": "activities", "title": "Timer på tilskuddet", "columns": [
                    {"key": key, "heading": key.capitalize()} for key in ("activity", *measures.values())],
                 "rows": rows, "notes": []},
                {"key": "goals", "title": "Mål", "columns": [{"key": "goal", "heading": "Mål"}, {
                    "key": "target", "heading": "Tall"}], "rows": goals, "notes": []}], "foot": []}


def report_csv(report):
    records = [[report["title"]], []]
    for section in report["sections"]:
        records += [[section["title"]], [column["heading"] for column in section["columns"]]]
        for row in section["rows"]:
            cells = []
            for column in section["columns"]:
                value = row["values"][column["key"]]
                if column["key"] in ("minutes", "unapproved") and value is not None:
                    value = hours(value)
                    value = value.rstrip("0").rstrip(",") if "," in value else value
                cells.append("" if value is None else "'" + value if str(value)[:1] in "=+-@" else value)
            records.append(cells)
        records.append([])
    return ("\ufeff" + "".join(";".join(map(quoted, record)) + "\r\n" for record in records)).encode()


class Bundle:
    """What a bundle says, part by part, so that a liar can change one and make the rest fit."""

    def __init__(self, kind, lines, chosen, language="nb", **told):
        self.lines, self.chosen = list(lines), sorted(chosen)
        first = json.loads(lines[0])["data"]
        leaves = [bytes.fromhex(line[-66:-2].decode()) for line in lines]
        self.root = tree_head(leaves)
        self.checkpoint = checkpoint(first["origin"], len(lines), self.root)
        self.said = {"schema": "dugnad-evidence:1", "kind": kind, "language": language, "origin": first["origin"],
                     "ledger": first["name"], "reconstruction": first["reconstruction"], "size": len(lines), **told}
        self.ranges = []
        for number in self.chosen:
            if self.ranges and self.ranges[-1][1] == number - 1:
                self.ranges[-1][1] = number
            else:
                self.ranges.append([number, number])
        self.above = [lines[first - 2][-66:-2].decode() if first > 1 else ZEROS for first, _ in self.ranges]
        self.nodes = subset_proof(leaves, {number - 1 for number in self.chosen}, 0, len(leaves))
        self.disclosed = [lines[number - 1] for number in self.chosen]
        self.figures, self.sheet, self.report, self.csv, self.signatures = [], None, None, None, []
        self.text = b"Frivillig innsats, som tekst.\n"
        self.refold()

    def events(self):
        """Those in the one spelling that there is."""
        return [json.loads(line) for line in self.disclosed if compact(json.loads(line)) == line]

    def refold(self):
        """Figures, timesheet and report from the disclosed lines, as an honest maker does it."""
        kind = self.said["kind"]
        if kind == "person":
            _, entries, _ = fold(self.events())
            person, now = self.said["person"], [entry["now"] for entry in entries.values()]
            self.figures = [{"figure": f"{person}/entries", "value": len(now)},
                            {"figure": f"{person}/hours", "value": sum(entry["minutes"] for entry in now)}]
            for year, code in sorted({(entry["on"][:4], entry["activity"]) for entry in now}):
                self.figures.append({"figure": f"{person}/{year}/{code}/hours", "value": sum(
                    entry["minutes"] for entry in now if (entry["on"][:4], entry["activity"]) == (year, code))})
            self.sheet = timesheet(entries)
            return
        if kind == "grant":
            above = [event for event in self.events() if event["seq"] <= self.covered()]
            grant = Grant(self.said["grant"], above)
            self.figures, self.sheet = grant.claims(), timesheet(fold(above)[1])
            self.report = report_of_grant(grant, self.said["ledger"])
            self.csv = report_csv(self.report)
            return
        above = [event for event in self.events() if event["seq"] < self.said["closing"]]
        if kind == "figures":
            above = [event for event in map(json.loads, self.lines) if event["seq"] < self.said["closing"]]
            self.figures = Year(self.said["year"], standing(above)).claims()
            return
        year = Year(self.said["year"], above)
        self.figures, self.sheet = year.claims(), timesheet(fold(above)[1])
        self.report = report_of(year, self.said["ledger"])
        self.csv = report_csv(self.report)

    def covered(self):
        """Of a grant: the last line that the report is made from."""
        return json.loads(self.lines[self.said["sent"] - 1])["data"].get("size", self.said["sent"] - 1)

    def files(self):
        files = [("LES-MEG.txt", "Slik kontrollerer du pakken: åpne kontroll.html.\n".encode()), ("bevis.json", b""),
                 ("linjer.jsonl", b"".join(line + b"\n" for line in self.disclosed)),
                 ("kontrollpunkt.txt", self.checkpoint)]
        files += [(f"kontrollpunkt.txt.{number}.sig", text) for number, text in enumerate(self.signatures, 1)]
        if self.report:
            files += [("rapport.txt", self.text), ("rapport.md", b"# Frivillig innsats\n"), ("rapport.csv", self.csv),
                      ("rapport.json", compact(self.report) + b"\n")]
        if self.sheet:
            files.append(("timeliste.csv", self.sheet))
        if self.said["kind"] == "person":
            files.append(("kvittering.txt", b"Kvittering.\n"))
        return files + [("verify.py", b"# a checker\n"), ("kontroll.html", b"<!doctype html>\n")]

    def manifest(self, files):
        return {**self.said, "lines": self.ranges, "above": self.above, "nodes": self.nodes, "figures": self.figures,
                "files": [{"name": name, "bytes": len(content), "sha256": sha(content).hex()}
                          for name, content in files if name != "bevis.json"]}

    def zip(self, change_files=lambda files: files, change_manifest=compact, **spelling):
        files = change_files(self.files())
        manifest = change_manifest(self.manifest(files)) + b"\n"
        return zip_of([(name, manifest if name == "bevis.json" else content) for name, content in files], **spelling)


def zip_of(files, crc_off_for=None, deflated=None, comment=b"", extra=b""):
    """A ZIP as section 10 has it; the options are what it forbids."""
    out, central = b"", b""
    for name, content in files:
        crc = zlib.crc32(content) ^ (1 if name == crc_off_for else 0)
        packed, method = content, 0
        if name == deflated:
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed, method = packer.compress(content) + packer.flush(), 8
        rest = struct.pack("<HHHHHIIIHH", 20, 0, method, 0, 0x21, crc, len(packed), len(content), len(name), len(extra))
        central += b"PK\1\2" + struct.pack("<H", 20) + rest + struct.pack("<HHHII", 0, 0, 0, 0, len(out))
        central += name.encode() + extra
        out += b"PK\3\4" + rest + name.encode() + extra + packed
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(central), len(out), len(comment))
    return out + central + b"PK\5\6" + end + comment


def bundle_of_year(ledger, year, language="nb", lines=None):
    lines = lines or ledger.raw()
    closing = [event for event in ledger.events if event["type"] == "year.closed" and event["data"]["year"] == year][-1]
    return Bundle("year", lines, lines_of_year(ledger, year, closing["seq"]), language, year=year,
                  closing=closing["seq"])


def lines_of_year(ledger, year, closing):
    stand = standing(ledger.events[:closing - 1])
    entries = Year(year, stand).entries
    codes = {entry["now"]["activity"] for entry in entries.values()}
    chosen = {1, closing} | {line for entry in entries.values() for line in entry["lines"]}
    chosen |= {event["seq"] for event in stand if event["type"] == "year.set" or event["type"] in (
        "activity.added", "activity.changed") and event["data"]["code"] in codes}
    return chosen | approvals(ledger, closing)


def approvals(ledger, closing):
    return {event["seq"] for event in ledger.events
            if event["type"] == "year.approved" and event["data"]["closing"] == closing}


def bundle_of_grant(ledger, name, sent, language="nb", without=(), besides=()):
    stand = standing(ledger.events[:ledger.events[sent - 1]["data"].get("size", sent - 1)])
    chosen = ({1, sent} | Grant(name, stand).lines) - set(without) | set(besides)
    return Bundle("grant", ledger.raw(), chosen, language, grant=name, sent=sent,
                  tree=tree_of_grants(leaves_of_grants(stand), name))


def lines_of_person(ledger, person):
    _, entries, _ = fold(standing(ledger.events))
    own = [entry for entry in entries.values() if entry["now"].get("person") == person]
    codes = {entry["now"]["activity"] for entry in own}
    return ({1, int(person[1:])} | {line for entry in own for line in entry["lines"]}
            | {event["seq"] for event in standing(ledger.events) if event["type"] in (
                "activity.added", "activity.changed") and event["data"]["code"] in codes})


def main():
    options = argparse.ArgumentParser(description="Make evidence bundles.")
    options.add_argument("ledger", nargs="?")
    options.add_argument("year", nargs="?", type=int)
    options.add_argument("--grant", metavar="gN", help="a bundle of this grant, of the newest report of it")
    options.add_argument("-o", "--output")
    given = options.parse_args()
    if given.ledger is None:
        sys.dont_write_bytecode = True
        import fixtures                                     # the honest and the lying ones of this repository
        return fixtures.write(FIXTURES)
    ledger = Ledger.read(os.path.join(given.ledger, "events"))
    if given.grant:
        sent = [event["seq"] for event in ledger.events if event["data"].get("grant") == given.grant
                and event["type"] == "report.sent"][-1]
        bundle = bundle_of_grant(ledger, given.grant, sent)
    else:
        bundle = bundle_of_year(ledger, given.year)
    with open(given.output, "wb") as file:
        file.write(bundle.zip())


if __name__ == "__main__":
    main()
