#!/usr/bin/env python3
"""Verify a ledger, or what was given away of one, by the rules of events/README.md alone ("the page"; § is a
section of it).

    python3 tools/verify.py [LEDGER] [--json] [--year YYYY] [--against FILE ...]
    python3 tools/verify.py FILE [--json] [--verbose] [--allowed-signers FILE]

LEDGER is a folder that holds events/, or an events folder itself. Checked: files (§1), lines (§2), chain (§3)
and event types (§4), with the findings of §6; computed: the figures of every year and of every closing (§5).
NOT checked: whether each event was allowed at its moment (`event-illegal`, §5 "Legality").
--against says of each checkpoint (§8), proof (§9) or bundle (§10) whether the ledger still contains it.
FILE is a checkpoint, a proof of one line, or an evidence bundle: a bundle is checked by the eight steps of §10.
Signatures are checked with ssh-keygen when --allowed-signers names the keys of those who are trusted.
Exit code: 0 no error, 3 an error was found, 2 wrong usage or no such file or folder.

Standard library only; nothing is written, but for a signature that ssh-keygen is asked about, which is put in a
temporary folder. Time and memory grow linearly with the size of the log or bundle, and time with the hour entries
that each closing closes.
"""

import argparse
import base64
import bisect
import datetime
import fractions
import hashlib
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unicodedata
import zlib

MOST_BYTES = 65535                       # §2: a line, newline not counted
MOST_NUMBER = 2 ** 53 - 1                # §2: numbers are less than 2^53
HASH_BYTES = 75                          # §3: the length of ,"hash":"<64 digits>"}
ZEROS = "0" * 64                         # §3: the digits above line 1
USUAL_DIVISOR = 1650                     # §5: hours of a full-time year where none is set
FIGURE_SET = 1                           # §5: the version of the figure set described there
TOTALS = ("entries", "minutes", "participations", "distinct", "headcount")                # §4, §5: in this order
NOTICES = {"torn-kept"}                  # §6: "to be known, no fault"
# These say nothing against the lines that count: figures are given in spite of them.
BESIDE_THE_LOG = {"torn-kept", "file-stray", "write-stopped", "tail-unfinished", "newline-missing"}


# ---------------------------------------------------------------- §2: one event has exactly one spelling

class Damaged(Exception):
    """The bytes are not a line of §2; `byte` counts from 1 in the line."""

    def __init__(self, byte, explanation):
        super().__init__(explanation)
        self.byte = byte


class Scan:
    """Walks once through the bytes of a line and accepts only what §2 and §4 let stand there."""

    def __init__(self, raw):
        self.raw, self.at, self.places = raw, 0, {}

    def sees(self, expected):
        return self.raw.startswith(expected, self.at)

    def literal(self, expected):
        for byte in expected:
            if self.raw[self.at:self.at + 1] != bytes([byte]):
                raise Damaged(self.at + 1, f"expected {expected.decode()}")
            self.at += 1

    def match(self, pattern, what):
        found = pattern.match(self.raw, self.at)
        if not found:
            raise Damaged(self.at + 1, f"expected {what}")
        self.at = found.end()
        return found

    def keys(self, before, keys):
        """§2, §4: the keys in the order given; one that ends in ? may be left out. `before` precedes the first."""
        values = {}
        for key, read in keys:
            name = key.rstrip("?")
            spelling = before + b'"' + name.encode() + b'":'
            if key.endswith("?") and not self.sees(spelling):
                continue
            self.literal(spelling)
            self.places[name] = self.at + 1
            values[name] = read(self)
            before = b","
        return values


# A reader takes the scan past one value and returns the value, or raises Damaged.

DIGITS = re.compile(rb"0|[1-9][0-9]*")
STRING = re.compile(rb'"([^"\\]*(?:\\["\\][^"\\]*)*)"')           # §2: \" and \\ are the only escapes
BOOLEAN = re.compile(rb"true|false")
FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")        # §2: texts hold none of these


def number(least=0, most=MOST_NUMBER):
    """§2 Numbers: whole, no sign, leading zero, point or exponent, less than 2^53."""
    def read(scan):
        start = scan.at + 1
        digits = scan.match(DIGITS, "a number").group()
        if len(digits) > 16 or not least <= int(digits) <= most:
            raise Damaged(start, f"a number that is not within {least} to {most}")
        return int(digits)
    return read


def text(most):
    """§2 Texts; §4: the limit is bytes of UTF-8 (of the text itself, without its escapes)."""
    def read(scan):
        start = scan.at + 1
        raw = scan.match(STRING, "a text").group(1)
        try:
            value = re.sub(r'\\(["\\])', r"\1", raw.decode("utf-8"))
        except UnicodeDecodeError as bad:
            raise Damaged(start + bad.start + 1, "not UTF-8") from None
        if not 1 <= len(value.encode()) <= most:
            raise Damaged(start, f"a text that is not of 1 to {most} bytes")
        if FORBIDDEN.search(value):
            raise Damaged(start, "a text with a control character or line separator")
        if value.startswith(" ") or value.endswith(" "):
            raise Damaged(start, "a text that begins or ends with a space")
        if not unicodedata.is_normalized("NFC", value):
            raise Damaged(start, "a text that is not in normalisation form C")
        return value
    return read


def word(pattern, what, is_valid=lambda value: True):
    """A string of plain characters: an id, a code, a date, a word out of a list."""
    quoted = re.compile(b'"(' + pattern.encode() + b')"')

    def read(scan):
        start = scan.at + 1
        value = scan.match(quoted, what).group(1).decode()
        if not is_valid(value):
            raise Damaged(start, f"expected {what}")
        return value
    return read


def one_of(words):
    return word(words.replace(" ", "|"), "one of " + words)


def reference(letter):
    """§4: ids carry the `seq` of the line that made them."""
    return word(letter + "[1-9][0-9]{0,15}", f"an id {letter}N", lambda value: int(value[1:]) <= MOST_NUMBER)


def boolean(scan):
    return scan.match(BOOLEAN, "true or false").group() == b"true"


def items(scan, read):
    values = []
    scan.literal(b"[")
    while not scan.sees(b"]"):
        if values:
            scan.literal(b",")
        values.append(read(scan))
    scan.literal(b"]")
    return values


def different(read_item):
    """§4: a list that may be empty, no two of it equal."""
    def read(scan):
        start = scan.at + 1
        values = items(scan, read_item)
        if len(set(values)) < len(values):
            raise Damaged(start, "a list with two equal items")
        return values
    return read


def ranges(scan):
    """§4 event.undone: a list of [first,last], first <= last, rising, with a gap between neighbours."""
    start = scan.at + 1
    pairs = items(scan, lambda inner: items(inner, number(1)))
    flat = [line for pair in pairs for line in pair]
    gaps = all(before + 1 < after for before, after in zip(flat[1::2], flat[2::2]))
    if not pairs or any(len(pair) != 2 or pair[0] > pair[1] for pair in pairs) or not gaps:
        raise Damaged(start, "expected ranges [first,last] that rise, with gaps between them")
    return pairs


def is_day(value):
    """§4: a real day YYYY-MM-DD of the years 1900 to 2999."""
    try:
        return bool(re.fullmatch("(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}", value) and datetime.date.fromisoformat(value))
    except ValueError:
        return False


def is_period(value):
    """§4: a day, a month, a year, or DAY..DAY inside one year that has no spelling of its own."""
    first, dots, last = value.partition("..")
    if not dots:
        return is_day(value + {4: "-01-01", 7: "-01"}.get(len(value), ""))
    if not (is_day(first) and is_day(last) and first < last and first[:4] == last[:4]):
        return False
    ends_month = (datetime.date.fromisoformat(last) + datetime.timedelta(days=1)).day == 1
    is_month = first[:7] == last[:7] and first[8:] == "01" and ends_month
    return not is_month and (first[5:], last[5:]) != ("01-01", "12-31")


NUMBER, COUNT, BYTES_200 = number(), number(1), text(200)
CODE = word("[a-z0-9-]{1,15}", "a code")                                                  # §4
DAY = word("[0-9-]{10}", "a day", is_day)                                                 # §4
CLOCK = word("(?:[01][0-9]|2[0-3]):[0-5][0-9]", "a clock hh:mm")                          # §4
PERIOD = word("[0-9.-]{4,22}", "a period", is_period)                                     # §4
MOMENT = word("[0-9-]{10}T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}Z", "a UTC time", lambda value: is_day(value[:10]))
HEX = word("[0-9a-f]{64}", "64 lower-case hex digits")                                    # §2
REASON = one_of("typo duplicate wrong-person wrong-activity wrong-day wrong-minutes"
                " cancelled few-signups weather illness other")                           # §4
CATEGORY = one_of("sosiale-moteplasser en-til-en fysisk-aktivitet annet inkludering"
                  " arrangement kurs handverk utlan")                                     # §5
PERSON, SHIFT, SIGNUP, ENTRY, IMPORT = map(reference, "psuhi")                            # §4
YEAR = number(1900, 2999)                                                                 # §4
TEXTS = different(BYTES_200)                                                              # §4 aliases, recipients

# §4: the table of events. The order of the keys is the order of the page.
ACTIVITY = (("code", CODE), ("name", BYTES_200), ("aliases", TEXTS), ("group?", BYTES_200), ("category?", CATEGORY),
            ("sector?", BYTES_200), ("recipient?", BYTES_200), ("recipients", TEXTS), ("counted", boolean))
SETTING = (("year", YEAR), ("divisor", number(1, 10_000)), ("rate?", number(1, 10_000_000)))
PLAN = (("on", DAY), ("start", CLOCK), ("end", CLOCK), ("places?", COUNT))
HOURS = (("activity", CODE), ("on", PERIOD), ("person?", PERSON), ("headcount?", COUNT), ("minutes", COUNT),
         ("known", one_of("recorded estimated summary")), ("start?", CLOCK), ("shift?", SHIFT), ("voucher?", text(40)))
TYPES = {
    ("ledger.opened", 1): (("origin", word("[a-z0-9.-]{8,64}", "an origin")), ("name", BYTES_200),
                           ("reconstruction", boolean)),
    ("person.registered", 1): (("role", one_of("volunteer coordinator approver")), ("commitment?", HEX)),
    ("activity.added", 1): ACTIVITY,
    ("activity.changed", 1): ACTIVITY,
    ("activity.ended", 1): (("code", CODE), ("on", DAY)),
    ("shift.planned", 1): (("activity", CODE), *PLAN),
    ("shift.changed", 1): (("shift", SHIFT), *PLAN),
    ("shift.cancelled", 1): (("shift", SHIFT), ("reason", REASON)),
    ("signup.made", 1): (("shift", SHIFT), ("person", PERSON), ("waiting", boolean)),
    ("signup.withdrawn", 1): (("signup", SIGNUP),),
    ("signup.promoted", 1): (("signup", SIGNUP),),
    ("hours.logged", 1): HOURS,
    ("hours.corrected", 1): (("entry", ENTRY), *HOURS, ("reason", REASON)),
    ("hours.approved", 1): (("entry", ENTRY),),
    ("hours.unapproved", 1): (("entry", ENTRY),),
    ("year.set", 1): SETTING,
    ("late.logged", 1): HOURS,
    ("late.corrected", 1): (("entry", ENTRY), *HOURS, ("reason", REASON)),
    ("import.made", 1): (("source", text(80)), ("kind", one_of("hours signups persons activities shifts table")),
                         ("digest", HEX), ("rows", NUMBER), ("after?", IMPORT), ("year?", YEAR), ("distinct?", COUNT)),
    ("year.closed", 1): (*SETTING, *((key, NUMBER) for key in TOTALS), ("root", HEX), ("set", COUNT), ("digest", HEX),
                         ("accepted", different(one_of("unapproved no-category implausible open-shifts"))),
                         ("reason?", one_of("checked not-needed board other"))),
    ("year.approved", 1): (("year", YEAR), ("closing", COUNT), ("digest", HEX), ("on", DAY)),
    ("year.reopened", 1): (("year", YEAR), ("reason", REASON), ("note?", HEX)),
    ("event.undone", 1): (("ranges", ranges), ("reason?", REASON)),
    ("event.redone", 1): (("undone", COUNT),),
}
# §2: the keys of a line as far as `data`, which depends on `type` and `v`.
HEAD = (("seq", NUMBER), ("at", MOMENT), ("by", PERSON), ("cmd", word("[A-Za-z0-9._-]{1,32}", "a command id")),
        ("left", NUMBER), ("type", text(MOST_BYTES)), ("v", NUMBER))
SEAL = rb',"hash":"([0-9a-f]{64})"\}'                             # §3, §6: how a line ends
UNREAD = re.compile(rb"(?s:\{.*\})(?=" + SEAL + rb"\Z)")


def read_line(raw):
    """§2: the event that the bytes spell, or Damaged."""
    if len(raw) > MOST_BYTES:
        raise Damaged(MOST_BYTES + 1, f"a line of {len(raw)} bytes, {MOST_BYTES} is the most")
    scan = Scan(raw)
    event = scan.keys(b"{", HEAD)
    places = dict(scan.places)                              # of the keys of the line; those of the data give way
    scan.literal(b',"data":')
    event["data"] = read_data(scan, TYPES.get((event["type"], event["v"])))
    event.update(scan.keys(b",", [("hash", HEX)]), places={**scan.places, **places})
    scan.literal(b"}")
    if scan.at < len(raw):
        raise Damaged(scan.at + 1, "bytes after the end of the event")
    return event


def read_data(scan, keys):
    """§4: the data of a known type. Of an unknown one only that it is an object: never guessed, so None."""
    if keys is None:
        return scan.match(UNREAD, "an object, then the hash") and None
    start = scan.at + 1
    data = scan.keys(b"{", keys)
    scan.literal(b"}")
    if "minutes" in data and ("person" in data) == ("headcount" in data):
        raise Damaged(start, "expected either person or headcount")                       # §4 hours.logged
    if "rows" in data and ("year" in data) != (data["kind"] == "table"):
        raise Damaged(start, "expected a year exactly with the kind table")               # §4 import.made
    if "rows" in data and "distinct" in data and "year" not in data:
        raise Damaged(start, "expected distinct only with a year")                        # §4 import.made
    return data


# ------------------------------------------------------------------------------ §1, §2, §3, §6: the log

BEGINNING = {"seq": 0, "at": "", "left": 0}                       # what stands above line 1


class Log:
    """Takes the lines one by one; keeps what they say, and what is found."""

    def __init__(self):
        self.findings, self.events, self.commands = [], [], set()
        self.closings = []                                  # of each year.closed: where in events, place, key places
        self.as_closed = {}                                 # by the line of a year.closed: the figures of its year
        self.lines = self.transactions = self.counting = 0  # the first `counting` events are whole transactions
        self.above = BEGINNING                              # the line above; None when it is not known (§6)
        self.digits = ZEROS                                 # the digits that the line above says, or None (§6)
        self.tail = None                                    # where what follows the last `left` 0 begins
        self.opening = None                                 # where line 1 is and who wrote it, until registered

    def find(self, name, place, byte, explanation):
        self.findings.append({"id": name, "file": place[0], "line": place[1], "byte": byte, "text": explanation,
                              "severity": "notice" if name in NOTICES else "error"})

    def take(self, place, raw, is_last):
        if raw is None:
            return self.take_damaged(place, b"", Damaged(0, "the file cannot be read"), is_cut=False)
        self.lines += 1
        is_ended = raw.endswith(b"\n")
        bare = raw[:-1] if is_ended else raw
        try:
            event = read_line(bare)
        except Damaged as damage:
            return self.take_damaged(place, bare, damage, is_cut=is_last and not is_ended)
        if not is_ended:                                    # §2: it counts, and is reported
            self.find("newline-missing", place, len(raw) + 1, "the line is whole but for its newline")
        for check in (self.check_type, self.check_segment, self.check_number, self.check_chain,
                      self.check_time, self.check_transaction, self.check_opening):
            for key, name, explanation in check(event, bare, place):
                self.find(name, place, event["places"][key], explanation)
        self.check_opener(event, place)
        self.keep(event, place)

    def take_damaged(self, place, bare, damage, is_cut):
        """§6: a damaged line tells the line after it its digits at most. §2: a cut last line is part of the tail."""
        seal = re.fullmatch(SEAL, bare[-HASH_BYTES:])
        self.above, self.digits, self.opening = None, seal and seal.group(1).decode(), None
        self.tail = (self.tail or place) if is_cut else None
        if not is_cut:
            self.find("line-damaged", place, damage.byte, str(damage))

    def keep(self, event, place):
        places = event.pop("places")                        # the checks are done; events are kept in memory
        if event["type"] == "year.closed" and event["data"]:
            self.closings.append((len(self.events), place, places))
        self.events.append(event)
        self.commands.add(event["cmd"])
        self.above, self.digits, self.tail = event, event["hash"], self.tail or place
        if event["left"] == 0:                              # §2 Transaction: here one is whole
            self.tail, self.counting = None, len(self.events)
            self.transactions += 1

    def finish(self):
        if self.tail:                                       # §2 Transaction
            self.find("tail-unfinished", self.tail, 1, "from here on unfinished: does not count")
        self.check_closings()
        self.findings.sort(key=lambda finding: (finding["file"], finding["line"], finding["byte"]))

    # The checks of a whole line yield (key at fault, finding, explanation).

    def check_type(self, event, bare, place):
        if event["data"] is None:                           # §4: refused, never guessed
            yield "type", "type-unknown", "no such type and version"
        elif event["type"] == "year.closed" and event["data"]["set"] != FIGURE_SET:                           # §5
            yield "set", "type-unknown", f"no such figure set: {event['data']['set']}"

    def check_segment(self, event, bare, place):
        if event["at"][:4] != place[0][-10:-6]:             # §1: the UTC year of recording names the file
            yield "at", "segment-wrong", f"a line of {event['at'][:4]}"

    def check_number(self, event, bare, place):
        if self.above and event["seq"] != self.above["seq"] + 1:        # §2 seq: from 1, without gaps
            yield "seq", "number-wrong", f"{event['seq']} where {self.above['seq'] + 1} is due"

    def check_chain(self, event, bare, place):
        if self.digits is None:                             # §6: the line above is damaged to its end
            return
        digits = hashlib.sha256(b"\0" + self.digits.encode() + bare[:-HASH_BYTES]).hexdigest()       # §3
        if event["hash"] != digits:
            yield "hash", "chain-broken", "does not follow from this line and the digits above it"

    def check_time(self, event, bare, place):
        if self.above and event["at"] < self.above["at"]:   # §2 at: not before the line above
            yield "at", "time-backwards", f"{event['at']} stands after {self.above['at']}"

    def check_transaction(self, event, bare, place):
        if self.above and self.above["left"] > 0:           # §2 Transaction: same at, by, cmd; left counts down
            due = {**self.above, "left": self.above["left"] - 1}
            wrong = [key for key in ("at", "by", "cmd", "left") if event[key] != due[key]]
            if wrong:
                yield wrong[0], "transaction-broken", f"{wrong[0]} does not fit the line above"
        elif self.above and event["cmd"] in self.commands:  # §2 cmd: the lines of one transaction, and no others
            yield "cmd", "transaction-broken", "cmd was used before"

    def check_opening(self, event, bare, place):
        if (self.above is BEGINNING) != (event["type"] == "ledger.opened"):                   # §4, under the table
            yield "type", "opening-wrong", "line 1 is ledger.opened, and no other line is"

    def check_opener(self, event, place):
        """§4, under the table: the first transaction registers the person who recorded it."""
        if self.above is BEGINNING and event["type"] == "ledger.opened":
            self.opening = place, event["places"]["by"], event["by"]
        elif self.opening and (event["type"], f"p{event['seq']}") == ("person.registered", self.opening[2]):
            self.opening = None
        if self.opening and event["left"] == 0:
            self.find("opening-wrong", *self.opening[:2], f"{self.opening[2]} is not registered by this transaction")
            self.opening = None

    def check_closings(self):
        """§5 A closing is right when; §6: looked at only while neither it nor a line above it has a fault, a
        closing that is not right among them, but for its own missing newline."""
        faults = [(finding["file"], finding["line"], finding["id"] == "newline-missing") for finding in self.findings
                  if finding["line"] > 0 or finding["id"] == "line-damaged"]
        first = min(faults, default=("~", 0, False))        # "~" is behind every file
        closings = [closing for closing in self.closings
                    if closing[0] < self.counting and (*closing[1], True) <= first]
        computed = computed_closings(self.events[:closings[-1][0] + 1] if closings else [])
        for (index, place, places), (right, as_closed) in zip(closings, computed):
            data = self.events[index]["data"]
            wrong = [key for key in ("divisor", "rate", *TOTALS, "root", "digest") if data.get(key) != right.get(key)]
            words = [f"{key} {data.get(key, 'absent')} where {right.get(key, 'none')} is computed" for key in wrong]
            if wrong:
                self.find("closing-differs", place, places.get(wrong[0], places["divisor"]), "; ".join(words))
                break
            self.as_closed[self.events[index]["seq"]] = as_closed


def read_log(folder):
    """A line is taken once it is known whether another one follows (§2: only the last may be unfinished)."""
    log, held = Log(), None
    for found in lines_of(folder, log):
        if held:
            log.take(*held, is_last=False)
        held = found
    if held:
        log.take(*held, is_last=True)
    log.finish()
    return log


def lines_of(folder, log):
    """§1: each line with its place, the files in the order of their names; None for what cannot be read."""
    for name in sorted(os.listdir(folder)):
        path, shown = os.path.join(folder, name), "events/" + (name if name.isprintable() else ascii(name))
        if is_segment(log, (shown, 0), name, path):
            try:
                with open(path, "rb") as file:
                    for line_number, raw in enumerate(file, 1):
                        yield (shown, line_number), raw
            except OSError:
                yield (shown, 0), None


def is_segment(log, place, name, path):
    """§1: what the folder may hold. True for a file of the log."""
    if re.fullmatch(r"[0-9]{4}\.jsonl", name):
        if os.path.isfile(path) and not os.path.islink(path):
            return True
        log.find("file-stray", place, 0, "not a file")
    elif name == "DAMAGED":
        log.find("write-stopped", place, 0, "damage was seen: no tool may append")
    elif re.fullmatch(r"torn-[1-9][0-9]*", name):
        log.find("torn-kept", place, 0, "an unfinished write, set aside; not part of the log")
    elif name != "README.md":
        log.find("file-stray", place, 0, "this name does not belong here")
    return False


# ---------------------------------------------------------------------------- §5: what the events say

NEVER_UNDONE = {"ledger.opened", "year.closed", "year.approved", "year.reopened", "event.undone", "event.redone"}


def standing(events):
    """§5 Standing events; events[n - 1] is line n. Whether a line stands is said by the last undo or redo that
    covers it: so these are gone through backwards, and each line is settled once."""
    unsettled = list(range(len(events) + 2))                # leads from a line to the next one not settled
    gone, done = set(), set()
    for event in reversed(events):
        if event["type"] not in ("event.undone", "event.redone"):
            continue
        undoes = event["type"] == "event.undone"
        undo = event["seq"] if undoes else event["data"]["undone"]
        if undo > event["seq"] or undo in done or events[undo - 1]["type"] != "event.undone":
            continue                                        # not allowed (§5 Legality), or settled by a later redo
        done.add(undo)
        for first, last in events[undo - 1]["data"]["ranges"]:
            line = next_unsettled(unsettled, min(first, undo))
            while line <= last and line < undo:             # §5: on the lines before them only
                if undoes and events[line - 1]["type"] not in NEVER_UNDONE:
                    gone.add(line)
                unsettled[line] = line + 1
                line = next_unsettled(unsettled, line)
    return [event for event in events if event["seq"] not in gone]


def next_unsettled(unsettled, line):
    while unsettled[line] != line:
        unsettled[line] = unsettled[unsettled[line]]        # shorten the way for whoever comes next
        line = unsettled[line]
    return line


class State:
    """§5: the fold of standing events. Activities by code, hour entries by id, year.set and closings by year."""

    def __init__(self, events=()):
        self.activities, self.entries, self.settings, self.closed = {}, {}, {}, {}
        for event in events:
            self.take(event)

    def take(self, event):
        kind, data = event["type"], event["data"]
        if kind in ("activity.added", "activity.changed"):
            self.activities[data["code"]] = data
        elif kind in ("hours.logged", "late.logged"):
            self.entries[f"h{event['seq']}"] = data
        elif kind in ("hours.corrected", "late.corrected") and data["entry"] in self.entries:
            self.entries[data["entry"]] = data
        elif kind == "year.set":
            self.settings[data["year"]] = data
        elif kind == "year.closed":
            self.closed[data["year"]] = event
        elif kind == "year.reopened":
            self.closed.pop(data["year"], None)

    def about(self, code, key):
        """§5: an activity that no standing line adds counts as counted, without group and sector."""
        return self.activities.get(code, {"counted": True}).get(key)

    def setting(self, year):
        """§5: where the divisor and the rate of the year are said; of a closed year, by its year.closed."""
        if year in self.closed:
            return self.closed[year]["data"]
        nearest = max((earlier for earlier in self.settings if earlier <= year), default=None)
        return self.settings.get(nearest, {"divisor": USUAL_DIVISOR})

    def years(self):
        """§5: the year of an entry is the year of its period."""
        return {int(entry["on"][:4]) for entry in self.entries.values()} | set(self.closed)

    def entries_of(self, year):
        """The hour entries of the year: all, the counted ones, and the others."""
        of_year = [entry for entry in self.entries.values() if int(entry["on"][:4]) == year]
        parts = {True: [], False: []}
        for entry in of_year:
            parts[self.about(entry["activity"], "counted")].append(entry)
        return of_year, parts[True], parts[False]


def figures(entries):
    """§5, the table of figures, over these hour entries."""
    named = [entry for entry in entries if "person" in entry]
    return {"participations": len({(entry["person"], entry["activity"]) for entry in named}),
            "distinct": len({entry["person"] for entry in named}),
            "headcount": sum(entry.get("headcount", 0) for entry in entries),
            "minutes": sum(entry["minutes"] for entry in entries),
            "entries": len(entries)}


def split(entries, name_of):
    """(name, its entries) in the order of the names; entries without a name are left out."""
    lists = {}
    for entry in entries:
        lists.setdefault(name_of(entry), []).append(entry)
    return [(name, lists[name]) for name in sorted(filter(None, lists))]


def figures_of_year(year, state):
    """§5: per activity; per group, per sector and in all over the counted activities; full-time equivalents."""
    of_year, counted, _ = state.entries_of(year)
    rows = [{"code": code, **{key: state.about(code, key) for key in ("name", "group", "sector", "counted")},
             **figures(part)} for code, part in split(of_year, lambda entry: entry["activity"])]
    groups, sectors = ([{"name": name, **figures(part)} for name, part in
                        split(counted, lambda entry: state.about(entry["activity"], key))]
                       for key in ("group", "sector"))
    divisor, totals = state.setting(year)["divisor"], figures(counted)
    fte = fractions.Fraction(totals["minutes"], 60 * divisor)
    return {"year": year, "activities": rows, "groups": groups, "sectors": sectors,
            "outside": [row for row in rows if not row["counted"]],
            "totals": {**totals, "hoursPerFTE": divisor, "fte": str(fte)}}


def figure_set(year, state):
    """§5: the figure set, version 1, as the bytes that the digest of a closing is of."""
    of_year, counted, outside = state.entries_of(year)
    setting = state.setting(year)

    def line(label, entries, keys=TOTALS):
        sums = figures(entries)
        return " ".join([label, *(str(sums[key]) for key in keys)])

    def named_by_codes(kind):
        parts = [part for _, part in split(counted, lambda entry: state.about(entry["activity"], kind))]
        return sorted((",".join(sorted({entry["activity"] for entry in part})), part) for part in parts)

    known = [sum(entry["minutes"] for entry in counted if entry["known"] == how)
             for how in ("recorded", "estimated", "summary")]
    lines = [f"statistics:{FIGURE_SET}", f"year {year}", f"divisor {setting['divisor']}"]
    lines += [f"rate {setting['rate']}"] if "rate" in setting else []
    lines += [line("total", counted), "known {} {} {}".format(*known), line("outside", outside)]
    for code, part in split(of_year, lambda entry: entry["activity"]):
        lines.append(line(f"activity {code} {state.about(code, 'counted'):d}", part,
                          ("entries", "minutes", "distinct", "headcount")))
    for kind in ("group", "sector"):
        lines += [line(f"{kind} {codes}", part) for codes, part in named_by_codes(kind)]
    return "".join(text + "\n" for text in lines).encode("ascii")


class Tree:
    """RFC 6962, 2.1: the tree over the lines taken so far, kept as the heads of its full subtrees."""

    def __init__(self, events=()):
        self.size, self.heads = 0, []
        for event in events:
            self.take(event)

    def take(self, event):
        leaf = bytes.fromhex(event["hash"])                                               # §3: the leaf hash
        self.size += 1
        covered = self.size
        while covered % 2 == 0:                             # two full subtrees of one size become one
            leaf, covered = self.node(self.heads.pop(), leaf), covered // 2
        self.heads.append(leaf)

    def head(self):
        if not self.heads:
            return hashlib.sha256().digest()
        head = self.heads[-1]
        for left in reversed(self.heads[:-1]):
            head = self.node(left, head)
        return head

    @staticmethod
    def node(left, right):
        return hashlib.sha256(b"\x01" + left + right).digest()


def computed_closings(events):
    """§5: for each year.closed its keys, and the figures of its year, as they are computed from the lines above it.
    The state is kept from one closing to the next, unless an undo or redo has changed what stands."""
    tree, state = Tree(), State()
    for index, event in enumerate(events):
        if event["type"] == "year.closed":
            state = state or State(standing(events[:index]))
            year = event["data"]["year"]
            setting, as_closed = state.setting(year), figures_of_year(year, state)
            right = {**{key: setting[key] for key in ("divisor", "rate") if key in setting}, **as_closed["totals"],
                     "root": tree.head().hex(), "digest": hashlib.sha256(figure_set(year, state)).hexdigest()}
            yield right, as_closed
        if event["type"] in ("event.undone", "event.redone"):
            state = None
        elif state:
            state.take(event)
        tree.take(event)


def years_of(events, as_closed, wanted):
    """§5: the figures of all years with entries or closed, or of the one asked for; a closed one's as closed too."""
    state = State(standing(events))
    years = [figures_of_year(year, state) for year in (sorted(state.years()) if wanted is None else [wanted])]
    for year in years:
        line = state.closed.get(year["year"], {}).get("seq")
        if line in as_closed:                               # not where a fault above (§6) hid the closing
            year["closed"] = {"line": line, **as_closed[line]}
    return years


# --------------------------------------------------------------------------------------------- report

def report_of(log, wanted_year):
    """What --json prints. Figures are given when nothing is found against the lines that count."""
    through = log.events[log.counting - 1] if log.counting else {"seq": 0, "hash": ZEROS}
    is_sound = all(finding["id"] in BESIDE_THE_LOG for finding in log.findings)
    return {"schema": "dugnad-verify:1", "ok": all(finding["severity"] == "notice" for finding in log.findings),
            "lines": log.lines, "transactions": log.transactions, "through": through["seq"], "hash": through["hash"],
            "root": Tree(log.events[:log.counting]).head().hex(), "notChecked": ["event-illegal"],
            "figures": is_sound, "findings": log.findings,
            "years": years_of(log.events[:log.counting], log.as_closed, wanted_year) if is_sound else []}


def print_text(report):
    for finding in report["findings"]:
        print("{file}:{line}:{byte}: {id}: {text}".format(**finding))
    print("{lines} lines, {transactions} whole transactions, through line {through}, hash {hash}".format(**report))
    print("not checked: whether each event was allowed at its moment (event-illegal)")
    if not report["figures"]:
        print("no figures: the log itself is at fault")
    for year in report["years"]:
        print_year(year)
    first = next((finding for finding in report["findings"] if finding["severity"] == "error"), None)
    print("NOT OK: first finding {file}:{line}:{byte}: {id}: {text}".format(**first) if first else "OK")


def print_year(year):
    def row(label, part, name=""):
        cells = (part[key] for key in ("participations", "distinct", "headcount", "minutes", "entries"))
        print(f"{label:<16}" + "".join(f"{cell:>15}" for cell in cells) + "  " + name)

    print(f"\n{year['year']:<16} participations       distinct      headcount        minutes        entries")
    for part in year["activities"]:
        row(part["code"], part, (part["name"] or "") + ("" if part["counted"] else " (outside the sum)"))
    for kind in ("group", "sector"):
        for part in year[kind + "s"]:
            row(kind, part, part["name"])
    row("total", year["totals"])
    if "closed" in year:
        row("as closed", year["closed"]["totals"], "by line {line}".format(**year["closed"]))
        print("full-time equivalents as closed: {fte} of {hoursPerFTE} hours".format(**year["closed"]["totals"]))
    print("full-time equivalents: {fte} of {hoursPerFTE} hours\n".format(**year["totals"]))


def events_folder(path):
    """A folder that itself holds files of the log is taken as it is, else its events/."""
    inner = os.path.join(path, "events")
    is_log = any(re.fullmatch(r"[0-9]{4}\.jsonl", name) for name in os.listdir(path))
    return inner if os.path.isdir(inner) and not is_log else path


def main():
    options = argparse.ArgumentParser(description="Verify a ledger by the rules of events/README.md alone.")
    options.add_argument("path", nargs="?", default=".", help="ledger folder, or events folder")
    options.add_argument("--json", action="store_true", help="print one JSON object")
    options.add_argument("--year", type=int, metavar="YYYY", help="the figures of this year only")
    given = options.parse_args()
    if given.year is not None and not 1900 <= given.year <= 2999:                             # §4
        options.error("--year is 1900 to 2999")
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        report = report_of(read_log(events_folder(given.path)), given.year)
    except OSError as error:
        options.error(f"{given.path}: {error.strerror}")
    if given.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        print_text(report)
    return 0 if report["ok"] else 3


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:                                 # whoever read our output has gone
        os._exit(3)
