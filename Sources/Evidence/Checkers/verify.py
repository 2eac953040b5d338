#!/usr/bin/env python3
"""Verify a ledger, or what was given away of one, by the rules of events/README.md alone ("the page"; § is a
section of it).

    python3 tools/verify.py [LEDGER] [--json] [--year YYYY] [--against FILE ...]
    python3 tools/verify.py FILE [--json] [--verbose] [--allowed-signers FILE]

LEDGER is a folder that holds events/, or an events folder itself. Checked: files (§1), lines (§2), chain (§3)
and event types (§4), with the findings of §6; computed: the figures of every year, of every closing and of every
report that was sent (§5).
NOT checked: whether each event was allowed at its moment (`event-illegal`, §5 "Legality").
--against says of each checkpoint (§8), proof (§9) or bundle (§10) whether the ledger still contains it.
FILE is a checkpoint, a proof of one line, or an evidence bundle: a bundle is checked by the eight steps of §10.
Signatures are checked with ssh-keygen when --allowed-signers names the keys of those who are trusted.
Exit code: 0 no error, 3 an error was found, 2 wrong usage or no such file or folder.

Standard library only; nothing is written, but for a signature that ssh-keygen is asked about, which is put in a
temporary folder. Time and memory grow linearly with the size of the log or bundle, and time with the hour entries
that each closing closes and the claims that each report is made from.
"""

import argparse
import base64
import bisect
import calendar
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
FIGURE_SET = 1                           # §5: the version of the figure sets described there, of a year and of a grant
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


def listed(read_item):
    """§4: a list that may be empty."""
    return lambda scan: items(scan, read_item)


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


def is_band(value):
    """§4 Ages: whole years 0 to 150, the first not above the last."""
    first, _, last = value.partition("-")
    return int(first) <= int(last) <= 150


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
KNOWN = one_of("recorded estimated summary")                                              # §4
MARKS = different(one_of("paid in-kind public-task board travel open-place"))             # §4
AGES = word("(?:0|[1-9][0-9]{0,2})-(?:0|[1-9][0-9]{0,2})", "ages YEARS-YEARS", is_band)   # §4
ACCEPTED_BECAUSE = one_of("checked not-needed board other")                               # §4
PERSON, SHIFT, SIGNUP, ENTRY, IMPORT, CENTRE, GRANT, CLAIM, PARTICIPANTS = map(reference, "psuhizgcd")    # §4
YEAR = number(1900, 2999)                                                                 # §4
TEXTS = different(BYTES_200)                                                              # §4 aliases, recipients

# §4: the table of events. The order of the keys is the order of the page.
ACTIVITY = (("code", CODE), ("name", BYTES_200), ("aliases", TEXTS), ("group?", BYTES_200), ("category?", CATEGORY),
            ("sector?", BYTES_200), ("recipient?", BYTES_200), ("recipients", TEXTS), ("counted", boolean))
SETTING = (("year", YEAR), ("divisor", number(1, 10_000)), ("rate?", number(1, 10_000_000)))
PLAN = (("on", DAY), ("start", CLOCK), ("end", CLOCK), ("places?", COUNT))
HOURS = (("activity", CODE), ("on", PERIOD), ("person?", PERSON), ("headcount?", COUNT), ("minutes", COUNT),
         ("known", KNOWN), ("start?", CLOCK), ("shift?", SHIFT), ("voucher?", text(40)))
OFFICE = (("name", BYTES_200), ("number?", word("[0-9]{9}", "nine digits")),
          ("form?", one_of("municipal association foundation cooperative other")))
COMERS = (("activity", CODE), ("on", PERIOD), ("measure", one_of("attendances different")), ("age?", AGES),
          ("count", COUNT), ("known", KNOWN))
TERMS = (("funder", BYTES_200), ("scheme", BYTES_200), ("project?", BYTES_200), ("profile?", text(80)),
         ("rules?", BYTES_200), ("from", DAY), ("to", DAY), ("excluded", MARKS), ("ages", listed(AGES)),
         ("target?", AGES), *SETTING[2:], ("divisor?", number(1, 10_000)), ("share?", number(0, 100)),
         ("deadline?", DAY), ("report?", DAY))
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
                         ("reason?", ACCEPTED_BECAUSE)),
    ("year.approved", 1): (("year", YEAR), ("closing", COUNT), ("digest", HEX), ("on", DAY)),
    ("year.reopened", 1): (("year", YEAR), ("reason", REASON), ("note?", HEX)),
    ("centre.added", 1): OFFICE,
    ("centre.changed", 1): (("centre", CENTRE), *OFFICE),
    ("activity.marked", 1): (("code", CODE), ("marks", MARKS)),
    ("hours.marked", 1): (("entry", ENTRY), ("marks", MARKS)),
    ("participants.added", 1): COMERS,
    ("participants.corrected", 1): (("participants", PARTICIPANTS), *COMERS, ("reason", REASON)),
    ("grant.added", 1): TERMS,
    ("grant.changed", 1): (("grant", GRANT), *TERMS),
    ("grant.included", 1): (("grant", GRANT), ("activity", CODE), ("kind?", text(80))),
    ("grant.aimed", 1): (("grant", GRANT), ("measure", one_of("hours volunteers attendances participants days"
                                                              " activities open-places")),
                         ("activity?", CODE), ("target", COUNT)),
    ("grant.moved", 1): (("grant", GRANT), ("status", one_of("planned applied granted refused reported settled")),
                         ("on", DAY), ("amount?", COUNT), ("minutes?", COUNT)),
    ("grant.answered", 1): (("grant", GRANT), ("condition", CODE), ("met", boolean)),
    ("grant.booked", 1): (("grant", GRANT), ("book", one_of("budget accounts")), ("flow", one_of("income cost")),
                          ("post", text(80)), ("amount", COUNT),
                          ("funding?", one_of("grant municipality own others")), ("on?", DAY), ("voucher?", text(40))),
    ("hours.claimed", 1): (("entry", ENTRY), ("grant", GRANT), ("minutes", COUNT)),
    ("claim.released", 1): (("claim", CLAIM), ("reason", REASON)),
    ("finding.waived", 1): (("entry", ENTRY), ("finding", word("[a-z-]{1,32}", "the id of a finding")),
                            ("reason", ACCEPTED_BECAUSE)),
    ("report.sent", 1): (("year?", YEAR), ("grant?", GRANT), ("to", BYTES_200), ("on", DAY), ("size", COUNT),
                         ("set", COUNT), ("digest", HEX), ("grants", HEX),
                         ("form", one_of("text markdown csv json html")), ("file", HEX)),
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
    if HOURS[2] in keys and ("person" in data) == ("headcount" in data):
        raise Damaged(start, "expected either person or headcount")                       # §4 hours.logged
    if "grants" in data and ("year" in data) == ("grant" in data):
        raise Damaged(start, "expected either year or grant")                             # §4 report.sent
    if "rows" in data and ("year" in data) != (data["kind"] == "table"):
        raise Damaged(start, "expected a year exactly with the kind table")               # §4 import.made
    if "rows" in data and "distinct" in data and "year" not in data:
        raise Damaged(start, "expected distinct only with a year")                        # §4 import.made
    return data


# ------------------------------------------------------------------------------ §1, §2, §3, §6: the log

BEGINNING = {"seq": 0, "at": "", "left": 0}                       # what stands above line 1
# §5: what is computed again, with the finding of §6 where these keys are others than computed.
COMPUTED = {"year.closed": ("closing-differs", ("divisor", "rate", *TOTALS, "root", "digest")),
            "report.sent": ("sent-differs", ("size", "grant", "digest", "grants"))}


class Log:
    """Takes the lines one by one; keeps what they say, and what is found."""

    def __init__(self):
        self.findings, self.events, self.commands = [], [], set()
        self.computable = []                                # of what COMPUTED names: where in events, place, key places
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
        if event["type"] in COMPUTED and event["data"]:
            self.computable.append((len(self.events), place, places))
        self.events.append(event)
        self.commands.add(event["cmd"])
        self.above, self.digits, self.tail = event, event["hash"], self.tail or place
        if event["left"] == 0:                              # §2 Transaction: here one is whole
            self.tail, self.counting = None, len(self.events)
            self.transactions += 1

    def finish(self):
        if self.tail:                                       # §2 Transaction
            self.find("tail-unfinished", self.tail, 1, "from here on unfinished: does not count")
        self.check_computable()
        self.findings.sort(key=lambda finding: (finding["file"], finding["line"], finding["byte"]))

    # The checks of a whole line yield (key at fault, finding, explanation).

    def check_type(self, event, bare, place):
        if event["data"] is None:                           # §4: refused, never guessed
            yield "type", "type-unknown", "no such type and version"

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

    def check_computable(self):
        """§5 A closing is right, a sent report is right; §6: looked at only while neither it nor a line above it has a
        fault, one that is not right among them, but for its own missing newline. Of a tail the first line has a fault.
        """
        faults = [(finding["file"], finding["line"], finding["id"] == "newline-missing") for finding in self.findings
                  if finding["line"] > 0 or finding["id"] == "line-damaged"]
        first = min(faults, default=("~", 0, False))        # "~" is behind every file
        asked = [said for said in self.computable if (*said[1], True) <= first]
        computed = computed_lines(self.events[:asked[-1][0] + 1] if asked else [])
        for (index, place, places), (right, as_closed) in zip(asked, computed):
            event = self.events[index]
            (name, keys), data = COMPUTED[event["type"]], event["data"]
            if data["set"] != FIGURE_SET:                   # §5: cannot be computed
                self.find("type-unknown", place, places["set"], f"no such figure set: {data['set']}")
                break
            wrong = [key for key in keys if data.get(key) != right.get(key)]
            words = [f"{key} {data.get(key, 'absent')} where {right.get(key, 'none')} is computed" for key in wrong]
            if wrong:
                self.find(name, place, places.get(wrong[0]) or places["divisor"], "; ".join(words))
                break
            if as_closed:
                self.as_closed[event["seq"]] = as_closed


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

NEVER_UNDONE = {"ledger.opened", "year.closed", "year.approved", "year.reopened", "report.sent", "event.undone",
                "event.redone"}


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
    """§5: the fold of standing events. Activities by code, year.set and closings by year, all else by id."""

    def __init__(self, events=()):
        self.activities, self.entries, self.settings, self.closed = {}, {}, {}, {}
        self.lines = {}                                     # of an entry: the lines of its content and approval, or 0
        self.grants, self.claims, self.participants = {}, {}, {}
        for event in events:
            self.take(event)

    def take(self, event):
        kind, data = event["type"], event["data"]
        if kind in ("activity.added", "activity.changed"):
            self.activities[data["code"]] = data
        elif kind in ("hours.logged", "late.logged"):
            self.entries[f"h{event['seq']}"] = data
            self.lines[f"h{event['seq']}"] = event["seq"], 0
        elif kind in ("hours.corrected", "late.corrected") and data["entry"] in self.entries:
            self.entries[data["entry"]] = data
            self.lines[data["entry"]] = event["seq"], 0
        elif kind in ("hours.approved", "hours.unapproved") and data["entry"] in self.entries:
            approval = event["seq"] if kind == "hours.approved" else 0
            self.lines[data["entry"]] = self.lines[data["entry"]][0], approval
        elif kind == "year.set":
            self.settings[data["year"]] = data
        elif kind == "year.closed":
            self.closed[data["year"]] = event
        elif kind == "year.reopened":
            self.closed.pop(data["year"], None)
        elif kind == "participants.added":
            self.participants[f"d{event['seq']}"] = data
        elif kind == "participants.corrected" and data["participants"] in self.participants:
            self.participants[data["participants"]] = data
        elif kind == "hours.claimed" and data["entry"] in self.entries:
            self.claims[f"c{event['seq']}"] = data
        elif kind == "claim.released":
            self.claims.pop(data["claim"], None)
        elif kind == "grant.added":
            self.grants[f"g{event['seq']}"] = {"terms": data, "codes": set(), "goals": {}, "steps": [], "booked": []}
        elif kind.startswith("grant.") and data["grant"] in self.grants:
            self.take_grant(kind, data, self.grants[data["grant"]])

    @staticmethod
    def take_grant(kind, data, grant):
        if kind == "grant.changed":
            grant["terms"] = data
        elif kind == "grant.included":
            grant["codes"].add(data["activity"])
        elif kind == "grant.aimed":                         # §5: in place of an earlier one of the same
            grant["goals"][data["measure"], data.get("activity", "-")] = data["target"]
        elif kind == "grant.moved":
            grant["steps"].append(data)
        elif kind == "grant.booked":
            grant["booked"].append(data)

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


    def claimed(self):
        """§5: by grant, the entries with a standing claim on it, by number, each with the minutes claimed there."""
        minutes = {}
        for claim in self.claims.values():
            of_grant = minutes.setdefault(claim["grant"], {})
            of_grant[claim["entry"]] = of_grant.get(claim["entry"], 0) + claim["minutes"]
        return {grant: [(entry, {**self.entries[entry], "minutes": of_grant[entry]})
                        for entry in sorted(of_grant, key=number_of)] for grant, of_grant in minutes.items()}


def number_of(name):
    """§4: the number of an id."""
    return int(name[1:])


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


def line(label, entries, keys=TOTALS):
    """§5: a line of a figure set."""
    sums = figures(entries)
    return " ".join([label, *(str(sums[key]) for key in keys)])


def known_line(entries):
    minutes = [sum(entry["minutes"] for entry in entries if entry["known"] == how)
               for how in ("recorded", "estimated", "summary")]
    return "known {} {} {}".format(*minutes)


def figure_set(year, state):
    """§5: the figure set, version 1, as the bytes that the digest of a closing is of."""
    of_year, counted, outside = state.entries_of(year)
    setting = state.setting(year)

    def named_by_codes(kind):
        parts = [part for _, part in split(counted, lambda entry: state.about(entry["activity"], kind))]
        return sorted((",".join(sorted({entry["activity"] for entry in part})), part) for part in parts)

    lines = [f"statistics:{FIGURE_SET}", f"year {year}", f"divisor {setting['divisor']}"]
    lines += [f"rate {setting['rate']}"] if "rate" in setting else []
    lines += [line("total", counted), known_line(counted), line("outside", outside)]
    for code, part in split(of_year, lambda entry: entry["activity"]):
        lines.append(line(f"activity {code} {state.about(code, 'counted'):d}", part,
                          ("entries", "minutes", "distinct", "headcount")))
    for kind in ("group", "sector"):
        lines += [line(f"{kind} {codes}", part) for codes, part in named_by_codes(kind)]
    return "".join(text + "\n" for text in lines).encode("ascii")


def grant_set(name, state):
    """§5: the figure set of a grant, version 1, as the bytes that the digest of a sent report is of."""
    grant, claimed = state.grants[name], state.claimed().get(name, [])
    entries, terms = [entry for _, entry in claimed], grant["terms"]
    sums = ("entries", "minutes", "distinct", "headcount")
    statuses = ["planned"] + [step["status"] for step in grant["steps"]]
    lines = [f"grant:{FIGURE_SET}", f"grant {name}", f"period {terms['from']} {terms['to']}", f"status {statuses[-1]}"]
    for status in ("applied", "granted"):
        step = [step for step in grant["steps"] if step["status"] == status][-1:]
        lines += [f"{status} {told.get('amount', 0)} {told.get('minutes', 0)}" for told in step]
    unapproved = [entry for key, entry in claimed if not state.lines[key][1]]
    lines += [line("total", entries, sums), known_line(entries), line("unapproved", unapproved, sums[:2])]
    for code in codes_of(name, state):
        lines.append(line(f"activity {code}", [entry for entry in entries if entry["activity"] == code], sums))
    came = [(f"participants {told['activity']} {told['measure']} {told.get('age', '-')}", told["count"])
            for told in counts_of(grant, state).values()]
    goals = [(f"goal {measure} {code}", target) for (measure, code), target in grant["goals"].items()]
    lines += summed(came) + summed(goals)
    for book in ("budget", "accounts"):
        lines += summed([(f"{book} {told['flow']} {told.get('funding', '-')}", told["amount"])
                         for told in grant["booked"] if told["book"] == book])
    return "".join(text + "\n" for text in lines).encode("ascii")


def codes_of(name, state):
    """§5: the activities that have an `activity` line in the figure set of a grant."""
    return sorted(state.grants[name]["codes"] | {entry["activity"] for _, entry in state.claimed().get(name, [])})


def counts_of(grant, state):
    """§5: the counts of participants that are in the figure set of a grant, by their ids."""
    first, last, codes = grant["terms"]["from"], grant["terms"]["to"], grant["codes"]
    return {key: told for key, told in state.participants.items() if first <= days_of(told["on"])[0]
            and days_of(told["on"])[1] <= last and (not codes or told["activity"] in codes)}


def summed(parts):
    """§5: one line for each label, by the bytes of the line."""
    sums = {}
    for label, count in parts:
        sums[label] = sums.get(label, 0) + count
    return sorted(f"{label} {total}" for label, total in sums.items())


def days_of(period):
    """§4: the first and the last day of a period."""
    if ".." in period:
        return tuple(period.split(".."))
    if len(period) == 7:
        return period + "-01", f"{period}-{calendar.monthrange(int(period[:4]), int(period[5:]))[1]}"
    return (period + "-01-01", period + "-12-31") if len(period) == 4 else (period, period)


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


def head_of(texts):
    """RFC 6962, 2.1: the tree over these texts, in hex digits."""
    return Tree({"hash": hashlib.sha256(b"\0" + text.encode()).hexdigest()} for text in texts).head().hex()


def head_of_grants(state):
    """§5 The tree of grants."""
    claimed = state.claimed()
    return head_of(leaf_of(name, claimed.get(name, []), state) for name in sorted(state.grants, key=number_of))


def leaf_of(name, of_grant, state):
    """§5 The tree of grants: the data of the leaf of a grant with these entries."""
    root = head_of("{} {} {} {}".format(key, entry["minutes"], *state.lines[key]) for key, entry in of_grant)
    return f"{name} {len(of_grant)} {sum(entry['minutes'] for _, entry in of_grant)} {root}"


def computed_lines(events):
    """§5: for each year.closed and each report.sent its keys as they are computed from lines above it, and the figures
    of a closing's year. The state is kept from one to the next, unless an undo or redo has changed what stands."""
    tree, state, reports, digests, computed = Tree(), State(), {}, {}, []
    for event in events:
        if event["type"] == "report.sent":
            reports.setdefault(event["data"]["size"], []).append(event)
    sent = {}                                               # by line: what is computed of a report
    for count, event in enumerate(events):                  # of the `count` lines above it
        kind, data = event["type"], event["data"]
        if count in reports or kind == "year.closed":
            state = state or State(standing(events[:count]))
        for report in reports.get(count, ()):
            if events[count - 1]["left"] == 0:              # §5: the end of a whole transaction
                sent[report["seq"]] = computed_report(report["data"], state, digests)
        if kind == "year.closed":
            setting, as_closed = state.setting(data["year"]), figures_of_year(data["year"], state)
            digests[event["seq"]] = hashlib.sha256(figure_set(data["year"], state)).hexdigest()
            computed.append(({**{key: setting[key] for key in ("divisor", "rate") if key in setting},
                              **as_closed["totals"], "root": tree.head().hex(), "digest": digests[event["seq"]]},
                             as_closed))
        elif kind == "report.sent":                         # §5: of lines above it
            computed.append((sent.get(event["seq"]) or {**data, "size": "the end of a transaction above"}, None))
        if kind in ("event.undone", "event.redone"):
            state = None
        elif state:
            state.take(event)
        tree.take(event)
    return computed


def computed_report(data, state, digests):
    """§5 A sent report is right when: of a closed year the figure set is that of the closing."""
    if "grant" in data and data["grant"] not in state.grants:
        return {**data, "grant": "no such grant"}
    if "grant" in data:
        digest = hashlib.sha256(grant_set(data["grant"], state)).hexdigest()
    elif data["year"] in state.closed:
        digest = digests[state.closed[data["year"]]["seq"]]
    else:
        digest = hashlib.sha256(figure_set(data["year"], state)).hexdigest()
    return {**data, "digest": digest, "grants": head_of_grants(state)}


def years_of(events, as_closed, wanted):
    """§5: the figures of all years with entries or closed, or of the one asked for; a closed one's as closed too."""
    state = State(standing(events))
    years = [figures_of_year(year, state) for year in (sorted(state.years()) if wanted is None else [wanted])]
    for year in years:
        line = state.closed.get(year["year"], {}).get("seq")
        if line in as_closed:                               # not where a fault above (§6) hid the closing
            year["closed"] = {"line": line, **as_closed[line]}
    return years


# --------------------------------------------------------------------- §8, §9: checkpoints and proofs

class Refused(Exception):
    """What was given is not what the page says; `file` of the bundle, where it is of one."""

    def __init__(self, explanation, file=""):
        super().__init__(explanation)
        self.file = file


CHECKPOINT = re.compile(rb"([a-z0-9.-]{8,64})\n([1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n")                # §8
PROOF_HEAD = b"c2sp.org/tlog-proof@v1\n"                                                  # §9
PROOF = re.compile(PROOF_HEAD + rb"extra ([A-Za-z0-9+/=]+)\nindex (0|[1-9][0-9]{0,15})\n"
                   rb"((?:[A-Za-z0-9+/=]{44}\n){0,64})\n")


def digest_of(encoded):
    """RFC 4648: the 32 bytes that the base64 spells, each in one way only."""
    try:
        digest = base64.b64decode(encoded, validate=True)
    except ValueError:
        raise Refused("not base64") from None
    if len(digest) != 32 or base64.b64encode(digest) != encoded:
        raise Refused("not the base64 of 32 bytes")
    return digest


def read_checkpoint(raw):
    """§8: origin, size and root."""
    found = CHECKPOINT.fullmatch(raw)
    if not found or int(found.group(2)) > MOST_NUMBER:
        raise Refused("not a checkpoint: three lines, origin, size and root")
    return {"origin": found.group(1).decode(), "size": int(found.group(2)), "root": digest_of(found.group(3))}


def left_size(size):
    """RFC 6962, 2.1: the largest power of two below size."""
    return 1 << (size - 1).bit_length() - 1


def walk(low, high, leaves, numbers, nodes):
    """§9: the hash over the leaves low to high - 1; `leaves` by index, `numbers` their sorted indices, `nodes` what
    is still to be taken."""
    at = bisect.bisect_left(numbers, low)
    if at == len(numbers) or numbers[at] >= high:
        if not nodes:
            raise Refused("a node is missing")
        return bytes.fromhex(nodes.pop())
    if high - low == 1:
        return leaves[low]
    middle = low + left_size(high - low)
    left = walk(low, middle, leaves, numbers, nodes)
    return Tree.node(left, walk(middle, high, leaves, numbers, nodes))


def root_by_nodes(size, leaves, nodes):
    """§9: the root that the subset proof gives."""
    left_over = nodes[::-1]
    root = walk(0, size, leaves, sorted(leaves), left_over)
    if left_over:
        raise Refused(f"{len(left_over)} nodes are left over")
    return root


def root_by_path(index, size, leaf, path):
    """RFC 9162, 2.1.3.2: the root that the inclusion path gives."""
    rest, last, digest = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            raise Refused("the path is too long")
        if rest & 1 or rest == last:
            digest = Tree.node(sibling, digest)
            while not rest & 1 and rest:
                rest, last = rest >> 1, last >> 1
        else:
            digest = Tree.node(digest, sibling)
        rest, last = rest >> 1, last >> 1
    if last:
        raise Refused("the path is too short")
    return digest


def check_proof(raw):
    """§9: the line that a proof shows, and the checkpoint, or Refused."""
    head = PROOF.match(raw)
    if not head:
        raise Refused("not a proof of one line: extra, index, path, an empty line and a checkpoint are due")
    checkpoint, index = read_checkpoint(raw[head.end():]), int(head.group(2))
    try:
        extra = base64.b64decode(head.group(1), validate=True)
    except ValueError:
        raise Refused("extra is not base64") from None
    if base64.b64encode(extra) != head.group(1) or not re.match(rb"[0-9a-f]{64}\{", extra):
        raise Refused("extra is not 64 digits and a line")
    leaf = hashlib.sha256(b"\0" + extra).digest()                                         # §3
    line = extra[64:] + b',"hash":"' + leaf.hex().encode() + b'"}'
    try:
        event = read_line(line)
    except Damaged as damage:
        raise Refused(f"the line is damaged at byte {damage.byte}: {damage}") from None
    if event["seq"] != index + 1 or index >= checkpoint["size"]:
        raise Refused(f"line {event['seq']} is not at index {index} of {checkpoint['size']} lines")
    path = [digest_of(encoded) for encoded in head.group(3).split()]
    if root_by_path(index, checkpoint["size"], leaf, path) != checkpoint["root"]:
        raise Refused("the path does not give the root of the checkpoint")
    return line, checkpoint


# ------------------------------------------------------------------------------- §10: evidence bundles

ZIP_TIME, ZIP_VERSION = (0, 0x21), 20                       # 1980-01-01 00:00; 2.0 of PKWARE's APPNOTE
REPORTS = ["rapport.txt", "rapport.md", "rapport.csv", "rapport.json"]
ALWAYS = ["LES-MEG.txt", "bevis.json", "linjer.jsonl", "kontrollpunkt.txt"]
CHECKERS = ["verify.py", "kontroll.html"]
MEASURES = {"entries": "entries", "hours": "minutes", "participations": "participations", "distinct": "distinct",
            "headcount": "headcount"}                       # of an address, and of `figures` above
OF_COUNTS = {"attendances": "attendances", "participants": "different"}     # of an address, and of a count
MEASURES_OF_GRANT = (*MEASURES, "unapproved", *OF_COUNTS)
IN_MINUTES = ("/hours", "/unapproved")                      # how an address ends whose figure is hours to people
LEAF = re.compile("g([1-9][0-9]{0,15}) (?:0|[1-9][0-9]*) (?:0|[1-9][0-9]*) [0-9a-f]{64}")         # §5


def read_zip(raw):
    """§10: [(name, content)]. Such a ZIP has exactly one spelling, so each header is held against what it must be."""
    files, central, at = [], [], 0
    while raw[at:at + 4] == b"PK\3\4":
        if len(raw) < at + 30:
            raise Refused("the ZIP is cut")
        _, size, _, length, _ = struct.unpack_from("<IIIHH", raw, at + 14)
        name, content = raw[at + 30:at + 30 + length], raw[at + 30 + length:at + 30 + length + size]
        if not re.fullmatch(rb"[A-Za-z0-9._-]+", name) or len(content) < size:
            raise Refused("the ZIP is cut, or has a name that does not belong there")
        shown = name.decode()
        rest = struct.pack("<HHHHIIIHH", 0, 0, *ZIP_TIME, zlib.crc32(content), size, size, length, 0)
        if raw[at:at + 30] != b"PK\3\4" + struct.pack("<H", ZIP_VERSION) + rest:
            raise Refused("the header of the ZIP is not as §10 says, or the CRC is wrong", shown)
        central.append(b"PK\1\2" + struct.pack("<HH", ZIP_VERSION, ZIP_VERSION) + rest
                       + struct.pack("<HHHII", 0, 0, 0, 0, at) + name)
        files.append((shown, content))
        at += 30 + length + size
    directory = b"".join(central)
    count = len(files) & 0xFFFF
    if raw[at:] != directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), at, 0):
        raise Refused("the central directory of the ZIP does not fit its files, or bytes follow it")
    return files


def read_json(raw):
    """RFC 8259, with each key once. Only a number of §2, or one below 0, becomes whole."""
    def whole(digits):
        is_whole = len(digits) <= 17 and digits != "-0" and abs(int(digits)) <= MOST_NUMBER
        return int(digits) if is_whole else float(digits)

    def once(pairs):
        if len(dict(pairs)) < len(pairs):
            raise ValueError("a key stands twice")
        return dict(pairs)

    def refuse(name):
        raise ValueError(name)

    try:
        value = json.loads(raw.decode("utf-8"), object_pairs_hook=once, parse_int=whole, parse_constant=refuse)
        json.dumps(value, ensure_ascii=False).encode("utf-8")                    # half a surrogate pair is no text
        return value
    except (ValueError, RecursionError) as error:
        raise Refused(f"not JSON: {error}") from None


def is_number(value, least=0, most=MOST_NUMBER):
    return type(value) is int and least <= value <= most


def is_digits(value):
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{64}", value) is not None


def is_list(value, is_item):
    return isinstance(value, list) and all(map(is_item, value))


def is_object(value, /, **keys):
    return isinstance(value, dict) and set(value) == set(keys) and all(keys[key](value[key]) for key in keys)


def is_name_of_ledger(value):
    """§2, §4: a text of at most 200 bytes."""
    return (isinstance(value, str) and 1 <= len(value.encode()) <= 200 and not FORBIDDEN.search(value)
            and value.strip(" ") == value and unicodedata.is_normalized("NFC", value))


def are_ranges(value):
    """§4 event.undone: [first,last], first <= last, rising, with a gap between neighbours."""
    if not is_list(value, lambda pair: is_list(pair, lambda line: is_number(line, 1)) and len(pair) == 2) or not value:
        return False
    gaps = all(before[1] + 1 < after[0] for before, after in zip(value, value[1:]))
    return gaps and all(first <= last for first, last in value)


def read_manifest(raw):
    """§10: bevis.json, or Refused."""
    if raw[-1:] != b"\n" or raw.count(b"\n") != 1:
        raise Refused("not one line", "bevis.json")
    try:
        manifest = read_json(raw)
    except Refused as refused:
        raise Refused(str(refused), "bevis.json") from None
    kind = manifest.get("kind") if isinstance(manifest, dict) else None
    rules = {
        "schema": lambda value: value == "dugnad-evidence:1",
        "kind": lambda value: value in ("year", "figures", "person", "grant"),
        "language": lambda value: value in ("nb", "nn", "en"),
        "origin": lambda value: isinstance(value, str) and re.fullmatch("[a-z0-9.-]{8,64}", value),
        "ledger": is_name_of_ledger,
        "reconstruction": lambda value: isinstance(value, bool),
        "size": lambda value: is_number(value, 1),
        "lines": are_ranges,
        "above": lambda value: is_list(value, is_digits),
        "nodes": lambda value: is_list(value, is_digits),
        "figures": lambda value: is_list(value, lambda item: is_object(
            item, figure=lambda address: isinstance(address, str), value=is_number)),
        "files": lambda value: is_list(value, lambda item: is_object(
            item, name=lambda name: isinstance(name, str), bytes=is_number, sha256=is_digits)),
    }
    if kind == "person":
        rules["person"] = lambda value: isinstance(value, str) and re.fullmatch("p[1-9][0-9]{0,15}", value)
        if "identity" in manifest:
            rules["identity"] = lambda value: is_object(
                value, text=lambda text: isinstance(text, str), salt=is_digits)
    elif kind == "grant":
        rules["grant"] = lambda value: isinstance(value, str) and re.fullmatch("g[1-9][0-9]{0,15}", value)
        rules["sent"] = lambda value: is_number(value, 1)
        rules["tree"] = lambda value: is_object(
            value, size=lambda size: is_number(size, 1), first=is_number, nodes=lambda nodes: is_list(nodes, is_digits),
            leaves=lambda leaves: is_list(leaves, lambda leaf: isinstance(leaf, str)))
    else:
        rules["year"] = lambda value: is_number(value, 1900, 2999)
        rules["closing"] = lambda value: is_number(value, 1)
    if not isinstance(manifest, dict) or set(manifest) != set(rules):
        raise Refused("not the keys of §10", "bevis.json")
    wrong = [key for key, is_right in rules.items() if not is_right(manifest[key])]
    if wrong:
        raise Refused(f"{wrong[0]} is not as §10 says", "bevis.json")
    if manifest["lines"][-1][1] > manifest["size"] or len(manifest["above"]) != len(manifest["lines"]):
        raise Refused("lines, above and size do not fit each other", "bevis.json")
    return manifest


def names_due(kind, names):
    """§10: the names of the files in their order; those in brackets as the kind has them."""
    signatures = sum(1 for name in names if re.fullmatch(r"kontrollpunkt\.txt\.[0-9]+\.sig", name))
    signed = [f"kontrollpunkt.txt.{number}.sig" for number in range(1, signatures + 1)]
    reports = REPORTS if kind in ("year", "grant") or kind == "figures" and REPORTS[0] in names else []
    sheet = ["timeliste.csv"] if kind != "figures" else []
    receipt = ["kvittering.txt"] if kind == "person" and "kvittering.txt" in names else []
    return ALWAYS + signed + reports + sheet + receipt + CHECKERS


class Bundle:
    """The eight steps of §10, each as far as what it needs can be read: a fault in one does not stop the next."""

    def __init__(self, raw):
        self.findings, self.notes, self.figures, self.sums = [], [], [], {}
        self.manifest = self.checkpoint = None
        self.files = {}
        try:
            self.check_files(read_zip(raw))
        except Refused as refused:
            return self.find("bundle-damaged", refused.file, 0, "", str(refused))
        self.lines, self.events = [], []                    # (number, hash that it says or None); what could be read
        self.check_lines()
        self.check_tree()
        self.closing = next((event for event in self.events if event["seq"] == self.manifest.get("closing")
                             and event["type"] == "year.closed" and event["data"]
                             and event["data"]["year"] == self.manifest["year"]), None)
        self.sent = next((event for event in self.events if event["seq"] == self.manifest.get("sent")
                          and event["type"] == "report.sent" and event["data"]
                          and event["data"].get("grant") == self.manifest["grant"]), None)
        kind = self.manifest["kind"]
        self.through = self.last_folded()
        above = [event for event in self.events if event["seq"] <= self.through]
        self.state = State(event for event in above if event["data"])
        self.grant = self.state.grants.get(self.manifest.get("grant"))
        self.claimed = self.state.claimed().get(self.manifest.get("grant"), [])
        self.claimed_here = {name for name, _ in self.claimed}
        self.counts = counts_of(self.grant, self.state) if self.grant else {}
        self.codes = {entry["activity"] for name, entry in self.state.entries.items() if self.is_told(name)}
        self.codes |= self.grant["codes"] if self.grant else set()
        self.check_complete()
        computed, due = self.computed()
        self.check_figures(computed, due)
        if kind != "figures":
            self.check_timesheet(above)
        if kind in ("year", "grant"):
            self.check_report(computed)
        elif any(name in self.files for name in REPORTS):
            self.notes.append("not compared: " + ", ".join(REPORTS) + " (only by their SHA-256)")
        if kind == "person":
            self.check_identity()

    def last_folded(self):
        """§10: the figures are those of the lines from line 1 to this one."""
        kind = self.manifest["kind"]
        if kind == "person":
            return MOST_NUMBER
        if kind != "grant":
            return self.manifest["closing"] - 1
        above = self.manifest["sent"] - 1
        return min(self.sent["data"]["size"], above) if self.sent else above

    def find(self, name, file, line, figure, explanation):
        self.findings.append({"id": name, "file": file, "line": line, "figure": figure, "text": explanation})

    # Step 1: bundle-damaged.

    def check_files(self, files):
        self.files, names = dict(files), [name for name, _ in files]
        if "bevis.json" not in self.files:
            raise Refused("there is no bevis.json")
        self.manifest = read_manifest(self.files["bevis.json"])
        due = names_due(self.manifest["kind"], names)
        if names != due:
            at = next((at for at, pair in enumerate(zip(names, due)) if pair[0] != pair[1]), min(len(names), len(due)))
            self.find("bundle-damaged", (names + due)[at] if at < len(names) else due[at], 0, "",
                      "the files are not those of this kind, in their order")
        told = [item["name"] for item in self.manifest["files"]]
        if told != [name for name in names if name != "bevis.json"]:
            self.find("bundle-damaged", "bevis.json", 0, "", "`files` does not name the other files in their order")
        for item in self.manifest["files"]:
            content = self.files.get(item["name"])
            if content is not None and (len(content), hashlib.sha256(content).hexdigest()) != (
                    item["bytes"], item["sha256"]):
                self.find("bundle-damaged", item["name"], 0, "", "not the bytes that bevis.json tells of")

    # Step 2: line-damaged, number-wrong, chain-broken.

    def check_lines(self):
        lines = self.files.get("linjer.jsonl", b"").split(b"\n")
        if lines.pop():
            self.find("line-damaged", "linjer.jsonl", 0, "", "the last line lacks its newline")
        starts = dict(zip((first for first, _ in self.manifest["lines"]), self.manifest["above"]))
        digits, at = None, 0
        for number in numbers_of(self.manifest["lines"]):
            if at == len(lines):
                return self.find("number-wrong", "linjer.jsonl", number, "", "the line is not there")
            digits = self.check_line(number, lines[at], starts.get(number, digits))
            at += 1
        if at < len(lines):
            self.find("number-wrong", "linjer.jsonl", 0, "", f"{len(lines) - at} lines more than `lines` tells of")
            for raw in lines[at:]:                          # they take part in what follows: nothing is hidden
                digits = self.check_line(0, raw, None)

    def check_line(self, number, raw, above):
        """The digits that this line says, for the line after it."""
        try:
            event = read_line(raw)
        except Damaged as damage:
            self.find("line-damaged", "linjer.jsonl", number, "", f"byte {damage.byte}: {damage}")
            seal = re.fullmatch(SEAL, raw[-HASH_BYTES:])
            self.lines.append((number, seal and seal.group(1).decode()))
            return self.lines[-1][1]
        event.pop("places")
        self.events.append(event)
        self.lines.append((number, event["hash"]))
        if event["data"] is None:
            self.find("type-unknown", "linjer.jsonl", number, "", "no such type and version")
        elif event["type"] in COMPUTED and event["data"]["set"] != FIGURE_SET:
            self.find("type-unknown", "linjer.jsonl", number, "", f"no such figure set: {event['data']['set']}")
        if number and event["seq"] != number:
            self.find("number-wrong", "linjer.jsonl", number, "", f"{event['seq']} where {number} is due")
        if above and event["hash"] != hashlib.sha256(b"\0" + above.encode() + raw[:-HASH_BYTES]).hexdigest():
            self.find("chain-broken", "linjer.jsonl", number, "", "does not follow from the digits above it")
        return event["hash"]

    # Step 3: proof-fails.

    def check_tree(self):
        first = next((event for event in self.events if event["type"] == "ledger.opened" and event["data"]
                      and event["seq"] == 1), None)
        if not first or first["data"]["origin"] != self.manifest["origin"]:
            self.find("proof-fails", "linjer.jsonl", 1, "", "line 1 does not name the origin of bevis.json")
        if first and [first["data"]["name"], first["data"]["reconstruction"]] != [
                self.manifest["ledger"], self.manifest["reconstruction"]]:
            self.find("bundle-damaged", "bevis.json", 0, "", "`ledger` or `reconstruction` is not as in line 1")
        try:
            self.checkpoint = read_checkpoint(self.files.get("kontrollpunkt.txt", b""))
        except Refused as refused:
            return self.find("proof-fails", "kontrollpunkt.txt", 0, "", str(refused))
        for key in ("origin", "size"):
            if self.checkpoint[key] != self.manifest[key]:
                self.find("proof-fails", "kontrollpunkt.txt", 0, "", f"{key} is not that of bevis.json")
        try:
            told = sum(last - first + 1 for first, last in self.manifest["lines"])
            leaves = {number - 1: bytes.fromhex(digits) for number, digits in self.lines if digits and number}
            if len(leaves) != told:
                raise Refused("not every line has its hash")
            if root_by_nodes(self.manifest["size"], leaves, self.manifest["nodes"]) != self.checkpoint["root"]:
                raise Refused("the lines and nodes do not give the root of the checkpoint")
        except Refused as refused:
            self.find("proof-fails", "bevis.json", 0, "", str(refused))

    # Step 4: incomplete.

    def check_complete(self):
        for event in self.events:
            if event["data"] and not self.belongs(event):
                self.find("incomplete", "linjer.jsonl", event["seq"], "", "a line that such a bundle does not hold")
        if self.manifest["kind"] == "person":
            number = int(self.manifest["person"][1:])
            if not any((event["seq"], event["type"]) == (number, "person.registered") for event in self.events):
                self.find("incomplete", "linjer.jsonl", number, "", "the line that registers the person is not there")
            return
        if self.manifest["kind"] == "grant":
            return self.check_sent()
        if not self.closing:
            return self.find("incomplete", "linjer.jsonl", self.manifest["closing"], "",
                             f"no line here closes {self.manifest['year']}")
        closed = self.closing["data"]
        if self.manifest["kind"] == "figures" or closed["set"] != FIGURE_SET:
            return
        year, seq = self.manifest["year"], self.closing["seq"]
        setting, totals = self.state.setting(year), figures(self.state.entries_of(year)[1])
        for measure, key in MEASURES.items():
            if totals[key] != closed[key]:
                self.find("incomplete", "linjer.jsonl", seq, f"{year}/{measure}",
                          f"{totals[key]} from the lines, {closed[key]} in the closing")
        if ([closed.get(key) for key in ("divisor", "rate")] != [setting.get(key) for key in ("divisor", "rate")]
                or hashlib.sha256(figure_set(year, self.state)).hexdigest() != closed["digest"]):
            self.find("incomplete", "linjer.jsonl", seq, "", "the lines do not give the figure set of the closing")

    def check_sent(self):
        """§10 *grant*: the figure set of the grant, and its leaf in the tree of grants, are those of the report."""
        name, line = self.manifest["grant"], self.manifest["sent"]
        if not self.grant:
            self.find("incomplete", "linjer.jsonl", number_of(name), "", "the line that adds the grant is not there")
        if not self.sent:
            return self.find("incomplete", "linjer.jsonl", line, "", f"no line here sends a report of {name}")
        told = self.sent["data"]
        if told["set"] != FIGURE_SET:                       # §5: not looked at further
            return
        if told["size"] >= line:
            self.find("incomplete", "linjer.jsonl", line, "", "the report is not made from lines above its own")
        if not self.grant:
            return
        if hashlib.sha256(grant_set(name, self.state)).hexdigest() != told["digest"]:
            self.find("incomplete", "linjer.jsonl", line, "", "the lines do not give the figure set of the report")
        try:
            check_tree_of_grants(self.manifest["tree"], leaf_of(name, self.claimed, self.state), told["grants"])
        except Refused as refused:
            self.find("incomplete", "bevis.json", 0, "", str(refused))

    def belongs(self, event):
        """§10 Disclosed lines: whether a bundle of this kind holds such a line."""
        kind, data, seq, named = event["type"], event["data"], event["seq"], self.manifest
        if seq == 1:
            return kind == "ledger.opened"
        if named["kind"] == "grant":
            return event is self.sent if seq > self.through else self.is_of_grant(event)
        if named["kind"] != "person" and seq >= named["closing"]:
            return event is self.closing or (kind == "year.approved" and self.closing is not None and (
                data["year"], data["closing"], data["digest"]) == (
                named["year"], named["closing"], self.closing["data"]["digest"]))
        if named["kind"] == "figures":
            return False
        if named["kind"] == "person" and kind == "person.registered":
            return f"p{seq}" == named["person"]
        if kind in ("hours.logged", "late.logged"):
            return self.is_told(f"h{seq}")
        if kind in ("hours.corrected", "late.corrected", "hours.approved", "hours.unapproved"):
            return self.is_told(data["entry"])
        if kind in ("activity.added", "activity.changed"):
            return data["code"] in self.codes
        return kind == "year.set" and named["kind"] == "year"

    def is_of_grant(self, event):
        """§10 Disclosed lines, *grant*: a released claim is none, and so neither it nor its release is held."""
        kind, data, seq, name = event["type"], event["data"], event["seq"], self.manifest["grant"]
        if kind == "grant.added":
            return f"g{seq}" == name
        if kind.startswith("grant."):
            return data["grant"] == name
        if kind == "hours.claimed":
            return data["grant"] == name and f"c{seq}" in self.state.claims
        if kind in ("hours.logged", "late.logged"):
            return self.is_told(f"h{seq}")
        if kind in ("hours.corrected", "late.corrected", "hours.approved", "hours.unapproved"):
            return self.is_told(data["entry"])
        if kind in ("activity.added", "activity.changed", "activity.marked"):
            return data["code"] in self.codes
        if kind in ("participants.added", "participants.corrected"):
            return data.get("participants", f"d{seq}") in self.counts
        return False

    def is_told(self, name):
        """Whether the bundle is about the hour entry of this id."""
        entry = self.state.entries.get(name)
        if self.manifest["kind"] == "grant":
            return name in self.claimed_here
        if self.manifest["kind"] == "person":
            return entry is not None and entry.get("person") == self.manifest["person"]
        return entry is not None and int(entry["on"][:4]) == self.manifest["year"]

    # Step 5: figure-differs.

    def computed(self):
        """§10 Addresses: every figure that can be computed here, and the addresses that `figures` must have."""
        if self.manifest["kind"] == "person":
            values = figures_of_person(self.manifest["person"], self.state)
            self.sums = {key: values[f"{self.manifest['person']}/{key}"] for key in ("entries", "hours")}
            return values, list(values)
        if self.manifest["kind"] == "grant":
            name = self.manifest["grant"]
            values = figures_of_grant(name, self.state) if self.grant else {}
            self.sums = {key: values.get(f"{name}/{key}", 0) for key in ("entries", "hours")}
            return values, list(values)
        year = self.manifest["year"]
        if self.manifest["kind"] == "figures":
            totals = self.closing["data"] if self.closing else dict.fromkeys(TOTALS, 0)
            values = {f"{year}/{measure}": totals[key] for measure, key in MEASURES.items()}
            due = list(values) if self.closing else []
        else:
            values, due = figures_by_address(year, self.state)
        self.sums = {key: values[f"{year}/{key}"] for key in ("entries", "hours")}
        return values, due

    def check_figures(self, computed, due):
        claimed, only_totals = set(), self.manifest["kind"] == "figures"
        for item in self.manifest["figures"]:
            address, value = item["figure"], item["value"]
            right = computed.get(address)
            verdict = "holds" if value == right and address not in claimed else "differs"
            if only_totals and right is None:
                verdict = "unchecked"
            self.tell_figure(address, value, right, verdict)
            claimed.add(address)
        for address in due:
            if address not in claimed:
                self.tell_figure(address, None, computed[address], "differs")
        unchecked = sum(1 for figure in self.figures if figure["verdict"] == "unchecked")
        if unchecked:
            self.notes.append(f"not checkable here: {unchecked} figures that are not totals")

    def tell_figure(self, address, claimed, computed, verdict):
        self.figures.append({"figure": address, "claimed": claimed, "computed": computed, "verdict": verdict})
        if verdict == "differs":
            words = f"{'nothing' if claimed is None else claimed} is claimed, "
            self.find("figure-differs", "bevis.json", 0, address,
                      words + f"{'no such figure' if computed is None else computed} is computed")

    # Step 6: timesheet-differs.

    def check_timesheet(self, above):
        due = timesheet(event for event in above if event["data"])
        given = self.files.get("timeliste.csv", b"")
        if given == b"".join(row for _, row in due):
            return
        rows = [row + b"\n" for row in given.split(b"\n")]
        at = next((at for at, (line, row) in enumerate(due) if at >= len(rows) or rows[at] != row), None)
        self.find("timesheet-differs", "timeliste.csv", 0 if at is None else due[at][0], "",
                  "a row too many" if at is None else f"row {at + 1} is not made from the lines")

    # Step 7: report-differs.

    def check_report(self, computed):
        try:
            report = read_json(self.files.get("rapport.json", b""))
        except Refused as refused:
            return self.find("report-differs", "rapport.json", 0, "", str(refused))
        compared, passed_over = 0, 0
        for row in rows_with_explain(report):
            for key, value in row["values"].items():
                address = row["explain"].get(key)
                right = self.report_value(computed, address)
                if right is not None:
                    compared += 1
                    if type(0 if value is None else value) is not int or (value or 0) != right:
                        self.find("report-differs", "rapport.json", 0, address, f"{value} where {right} is computed")
                elif type(value) is int:
                    passed_over += 1
        self.notes += [f"compared: {compared} cells of rapport.json, and rapport.csv with them",
                       f"not compared: {passed_over} numbers without an address there",
                       "not compared: rapport.txt, rapport.md (only by their SHA-256)"]
        self.check_csv(report, computed)

    def report_value(self, computed, address):
        """What a cell with this address must hold; None for an address that cannot be computed here. An activity, a
        group or a sector without hours in the year, or an activity that the grant does not have, has 0."""
        if not isinstance(address, str):
            return None
        if self.manifest["kind"] == "grant":
            parts = address.split("/")
            is_known = parts[0] == self.manifest["grant"] and 2 <= len(parts) <= 3 and parts[-1] in MEASURES_OF_GRANT
        else:
            is_known = address.startswith(f"{self.manifest['year']}/")
        return computed.get(address, 0) if is_known else None

    def check_csv(self, report, computed):
        """The rows of each section of rapport.json below its headings, in that order."""
        records, at = read_csv(self.files.get("rapport.csv", b"")), 0
        for columns, rows in sections_of(report):
            headings = [column["heading"] for column in columns]
            at = next((index + 1 for index in range(at, len(records)) if records[index] == headings), None)
            if at is None:
                return self.find("report-differs", "rapport.csv", 0, "", f"no table with the headings {headings}")
            for row in rows:
                self.check_record(columns, row, records[at] if at < len(records) else [], computed)
                at += 1

    def check_record(self, columns, row, record, computed):
        for at, column in enumerate(columns):
            key, cell = column["key"], record[at] if at < len(record) else None
            address, value = row["explain"].get(key), row["values"].get(key)
            right = self.report_value(computed, address)
            if right is not None:
                text = hours_text(right).rstrip("0").rstrip(".") if address.endswith(IN_MINUTES) else str(right)
                if cell is None or (cell.replace(",", ".") or "0") != text:
                    self.find("report-differs", "rapport.csv", 0, address, f"{cell} where {text} is computed")
            elif row["explain"] and isinstance(value, str) and cell not in (value, "'" + value):
                self.find("report-differs", "rapport.csv", 0, "", f"{cell} where rapport.json has {value}")

    # Step 8: identity-differs.

    def check_identity(self):
        identity = self.manifest.get("identity")
        if identity is None:
            return
        line = next((event for event in self.events if f"p{event['seq']}" == self.manifest["person"]
                     and event["type"] == "person.registered" and event["data"]), None)
        commitment = hashlib.sha256(bytes.fromhex(identity["salt"]) + identity["text"].encode()).hexdigest()
        if not line or line["data"].get("commitment") != commitment:
            self.find("identity-differs", "bevis.json", 0, "", "text and salt are not those of the person's line")

    def report(self, signers):
        named = self.manifest or {}
        signatures = [(name, self.files[name]) for name in self.files if name.endswith(".sig")]
        faults, notes = check_signatures(self.files.get("kontrollpunkt.txt", b""), signatures, signers)
        for file, explanation in faults:
            self.find("signature-fails", file, 0, "", explanation)
        ok = not self.findings
        return {"schema": "dugnad-verify-bundle:1", "ok": ok, "verdict": "holds" if ok else "fails",
                "kind": named.get("kind"), "size": self.checkpoint and self.checkpoint["size"],
                "root": self.checkpoint and self.checkpoint["root"].hex(), "findings": self.findings,
                "figures": self.figures, "notes": self.notes + notes, "sentence": self.sentence()}

    def sentence(self):
        """§10: the sentence to quote, in the language of the bundle."""
        named = self.manifest
        words = WORDS[named["language"] if named else "nb"]
        ids = list(dict.fromkeys(finding["id"] for finding in self.findings))
        verdict = words["fails"] + " (" + ", ".join(ids) + ")" if ids else words["holds"]
        if not self.sums or not self.checkpoint:
            return f"{verdict}: {words['unread']}."
        of = {**named, "example": words["example"] if named["reconstruction"] else ""}
        counts = [sum(1 for figure in self.figures if figure["verdict"] != "unchecked"), self.sums["entries"],
                  self.sums["hours"], self.checkpoint["size"]]
        told = [f"{count} {word[count != 1]}" for count, word in zip(counts, words["counts"])]
        return words["sentence"].format(
            verdict=verdict, about=words["about"][named["kind"]].format(**of), ledger=named["ledger"],
            example=of["example"], counts=", ".join(told[:3]), size=told[3],
            root=self.checkpoint["root"].hex()[:12], relative=words["relative"][named["kind"]].format(**of))


WORDS = {
    "nb": {"holds": "HOLDER", "fails": "HOLDER IKKE", "unread": "dokumentasjonspakken er skadet og kan ikke leses",
           "about": {"year": "året {year}", "figures": "totalene for {year}", "person": "føringene til {person}",
                     "grant": "tilskudd {grant}"},
           "example": " (eksempel: personer og dager er oppdiktet)",
           "counts": (("tall", "tall"), ("føring", "føringer"), ("minutt", "minutter"), ("linje", "linjer")),
           "sentence": "{verdict}: {about} hos {ledger}{example}: {counts}; kontrollpunkt over {size} med rot {root}; "
                       "{relative}.",
           "relative": {"year": "fullstendigheten er målt mot avslutningen i linje {closing}",
                        "figures": "bare totalene er kontrollert, mot avslutningen i linje {closing}",
                        "person": "om alle føringene til personen er med, kan ikke kontrolleres her",
                        "grant": "fullstendigheten er målt mot rapporten som ble sendt, linje {sent}"}},
    "nn": {"holds": "HOLDER", "fails": "HOLDER IKKE", "unread": "dokumentasjonspakken er skadd og kan ikkje lesast",
           "about": {"year": "året {year}", "figures": "totalane for {year}", "person": "føringane til {person}",
                     "grant": "tilskot {grant}"},
           "example": " (døme: personar og dagar er dikta opp)",
           "counts": (("tal", "tal"), ("føring", "føringar"), ("minutt", "minutt"), ("linje", "linjer")),
           "sentence": "{verdict}: {about} hos {ledger}{example}: {counts}; kontrollpunkt over {size} med rot {root}; "
                       "{relative}.",
           "relative": {"year": "kor fullstendig det er, er målt mot avslutninga i linje {closing}",
                        "figures": "berre totalane er kontrollerte, mot avslutninga i linje {closing}",
                        "person": "om alle føringane til personen er med, kan ikkje kontrollerast her",
                        "grant": "kor fullstendig det er, er målt mot rapporten som vart send, linje {sent}"}},
    "en": {"holds": "HOLDS", "fails": "DOES NOT HOLD", "unread": "the bundle is damaged and cannot be read",
           "about": {"year": "the year {year}", "figures": "the totals of {year}", "person": "the entries of {person}",
                     "grant": "grant {grant}"},
           "example": " (example: people and days are invented)",
           "counts": (("figure", "figures"), ("entry", "entries"), ("minute", "minutes"), ("line", "lines")),
           "sentence": "{verdict}: {about} of {ledger}{example}: {counts}; checkpoint over {size} with root {root}; "
                       "{relative}.",
           "relative": {"year": "completeness is relative to the closing in line {closing}",
                        "figures": "only the totals are checked, against the closing in line {closing}",
                        "person": "whether all entries of the person are here cannot be checked",
                        "grant": "completeness is relative to the report that was sent, line {sent}"}},
}


def numbers_of(ranges):
    for first, last in ranges:
        yield from range(first, last + 1)


def figures_by_address(year, state):
    """§10 Addresses of a year; and which of them a bundle must have. Those without a group or a sector have the
    empty name, which a bundle may leave out."""
    of_year = figures_of_year(year, state)
    values = {f"{year}/{measure}": of_year["totals"][key] for measure, key in MEASURES.items()}
    parts = [(row["code"], row) for row in of_year["activities"]]
    parts += [(f"{kind}/" + row["name"].replace("%", "%25").replace("/", "%2F"), row)
              for kind in ("group", "sector") for row in of_year[kind + "s"]]
    for name, row in parts:
        values.update({f"{year}/{name}/{measure}": row[key] for measure, key in MEASURES.items()})
    due, counted = list(values), state.entries_of(year)[1]
    for kind in ("group", "sector"):
        rest = figures([entry for entry in counted if state.about(entry["activity"], kind) is None])
        values.update({f"{year}/{kind}//{measure}": rest[key] for measure, key in MEASURES.items()})
    return values, due


def figures_of_person(person, state):
    """§10 Addresses of a person; a bundle has all of them."""
    of_person = [entry for entry in state.entries.values() if entry.get("person") == person]
    values = {f"{person}/entries": len(of_person), f"{person}/hours": sum(entry["minutes"] for entry in of_person)}
    for entry in sorted(of_person, key=lambda entry: (entry["on"][:4], entry["activity"])):
        address = f"{person}/{entry['on'][:4]}/{entry['activity']}/hours"
        values[address] = values.get(address, 0) + entry["minutes"]
    return values


def figures_of_grant(name, state):
    """§10 Addresses of a grant; a bundle has all of them. Hours are the minutes for the grant."""
    claimed, values = state.claimed().get(name, []), {}
    counts = counts_of(state.grants[name], state).values()
    for code in [None] + codes_of(name, state):
        of_code = [(key, entry) for key, entry in claimed if code in (None, entry["activity"])]
        sums, address = figures([entry for _, entry in of_code]), name if code is None else f"{name}/{code}"
        values.update({f"{address}/{measure}": sums[key] for measure, key in MEASURES.items()})
        values[f"{address}/unapproved"] = sum(entry["minutes"] for key, entry in of_code if not state.lines[key][1])
        for measure, key in OF_COUNTS.items():
            values[f"{address}/{measure}"] = sum(told["count"] for told in counts if told["measure"] == key
                                                 and code in (None, told["activity"]))
    return values


def check_tree_of_grants(tree, leaf, head):
    """§10, step 4: this leaf stands in the tree of grants, between its neighbours, and the tree has this head."""
    read, first, leaves = [LEAF.fullmatch(text) for text in tree["leaves"]], tree["first"], tree["leaves"]
    numbers = [int(found.group(1)) if found else MOST_NUMBER + 1 for found in read]
    if any(number > MOST_NUMBER for number in numbers):
        raise Refused("a leaf of `tree` is not that of a grant")
    if any(before >= after for before, after in zip(numbers, numbers[1:])):
        raise Refused("the numbers of the grants of `tree` do not rise")
    if leaf not in leaves:
        raise Refused(f"`tree` does not hold the leaf {leaf}")
    before, index = leaves.index(leaf), first + leaves.index(leaf)
    after = len(leaves) - before - 1
    if (before, after) != (min(1, index), min(1, tree["size"] - 1 - index)):
        raise Refused("`tree` does not hold the leaf of the grant and its neighbours alone")
    hashes = {first + at: hashlib.sha256(b"\0" + text.encode()).digest() for at, text in enumerate(leaves)}
    if root_by_nodes(tree["size"], hashes, tree["nodes"]).hex() != head:
        raise Refused("`tree` does not give the head that the report says")


TIMESHEET = ("føring;periode;aktivitet;frivillig;antall;minutter;timer;kjent;bilag;ført av;ført;rettet;"
             "godkjent av;godkjent")


def timesheet(events):
    """§10 timeliste.csv: (line of the entry, the bytes of its row), the header with line 0."""
    rows = {}
    for event in events:
        kind, data = event["type"], event["data"]
        row = rows.get(data.get("entry"))
        if kind in ("hours.logged", "late.logged"):
            rows[f"h{event['seq']}"] = {"first": event, "data": data, "corrected": "", "approved": None}
        elif row and kind in ("hours.corrected", "late.corrected"):
            row.update(data=data, corrected=event["seq"], approved=None)
        elif row and kind in ("hours.approved", "hours.unapproved"):
            row["approved"] = event if kind == "hours.approved" else None
    made = [(0, ("\ufeff" + TIMESHEET + "\r\n").encode())]
    for name in sorted(rows, key=lambda name: int(name[1:])):
        row, data, approved = rows[name], rows[name]["data"], rows[name]["approved"] or {"by": "", "at": ""}
        voucher = data.get("voucher", "")
        cells = [name, data["on"], data["activity"], data.get("person", ""), data.get("headcount", ""), data["minutes"],
                 hours_text(data["minutes"]).replace(".", ","), data["known"],
                 "'" * voucher.startswith(("=", "+", "-", "@", "\t", "\r")) + voucher, row["first"]["by"],
                 row["first"]["at"], row["corrected"], approved["by"], approved["at"]]
        made.append((int(name[1:]), (";".join(map(quoted, map(str, cells))) + "\r\n").encode()))
    return made


def quoted(cell):
    """RFC 4180, with ; for the comma."""
    return '"' + cell.replace('"', '""') + '"' if re.search('[;"\r\n]', cell) else cell


def hours_text(minutes):
    """Minutes as hours with two decimals, half up."""
    hundredths = (minutes * 200 + 60) // 120
    return f"{hundredths // 100}.{hundredths % 100:02}"


def read_csv(raw):
    """The records of a ;-separated file by RFC 4180: a list of lists of cells."""
    records, record, cell, at, is_quoted = [], [], "", 0, False
    text = re.sub("^\ufeff", "", raw.decode("utf-8", "replace"))
    for found in re.finditer('"((?:[^"]|"")*)"|([^;\r\n"]+)|(;)|(\r?\n)|(["\r])', text):
        words, plain, comma, ends, odd = found.groups()
        if comma or ends:
            record.append(cell)
            cell = ""
            if ends:
                records.append(record)
                record = []
        else:
            cell += words.replace('""', '"') if words is not None else plain or odd
    return records + ([record + [cell]] if record or cell else [])


def rows_with_explain(report):
    """Every object with `values` and `explain`, wherever it stands, in the order of the file."""
    pending = [report]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            if isinstance(value.get("values"), dict) and isinstance(value.get("explain"), dict):
                yield value
            pending += reversed(value.values())
        elif isinstance(value, list):
            pending += reversed(value)


def sections_of(report):
    """The tables of rapport.json: their columns, and their rows."""
    sections = report.get("sections") if isinstance(report, dict) else None
    for section in sections if isinstance(sections, list) else []:
        columns, rows = (section.get(key) if isinstance(section, dict) else None for key in ("columns", "rows"))
        is_table = is_list(columns, lambda column: isinstance(column, dict) and isinstance(column.get("key"), str)
                           and isinstance(column.get("heading"), str)) and isinstance(rows, list)
        if is_table and len(list(rows_with_explain(rows))) == len(rows):
            yield columns, rows


# ------------------------------------------------------------------------------------ §8, §10: signatures

NAMESPACES = {"checkpoint.dugnad": "the ledger's own", "witness.dugnad": "a witness's"}


def check_signatures(signed, signatures, signers):
    """([(file, fault)], [note]). `signers` is the file of those who are trusted, for ssh-keygen."""
    if not signers:
        return [], [f"not checked: {len(signatures)} signatures (--allowed-signers)" if signatures else "no signatures"]
    if not shutil.which("ssh-keygen"):
        return [], ["not checked: signatures, since ssh-keygen is not here"]
    faults, notes, good = [], [], 0
    for name, signature in signatures:
        who, verdict = ask_ssh_keygen(signed, signature, signers)
        good += verdict is not None
        if who and not verdict:
            faults.append((name, f"the signature of {who} is not of these bytes"))
        else:
            notes.append(f"{name}: signed by {who}, {verdict}" if who else f"{name}: by nobody in {signers}")
    if not good and not faults:
        faults.append(("kontrollpunkt.txt", f"no signature by anybody in {signers}"))
    return faults, notes


def ask_ssh_keygen(signed, signature, signers):
    """Who signed, by the file of signers, and as what; None for either that cannot be said."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "sig")
        with open(path, "wb") as file:
            file.write(signature)

        def ask(*words):
            return subprocess.run(["ssh-keygen", "-Y", *words, "-s", path, "-f", signers], input=signed, timeout=60,
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        found = ask("find-principals")
        who = found.stdout.decode("utf-8", "replace").split("\n")[0] if found.returncode == 0 else None
        for space, words in NAMESPACES.items() if who else ():
            if ask("verify", "-I", who, "-n", space).returncode == 0:
                return who, words
        return who, None


# --------------------------------------------------------- §8: does the ledger still hold what was given away?

def against(log, path):
    """One of same, extends, cut, rewritten; with what is told about it."""
    with open(path, "rb") as file:
        raw = file.read()
    known, lines = {}, []                                   # the checkpoint; (number, digits) that are known besides
    try:
        if is_bundle(raw):
            bundle = Bundle(raw)
            if bundle.findings:
                raise Refused("the bundle itself does not hold: " + bundle.findings[0]["id"])
            known, lines = bundle.checkpoint, bundle.lines
        elif raw.startswith(PROOF_HEAD):
            line, known = check_proof(raw)
            lines = [(read_line(line)["seq"], line[-66:-2].decode())]
        else:
            known = read_checkpoint(raw)
    except Refused as refused:
        return {"file": path, "verdict": "unreadable", "size": 0, "text": str(refused)}
    events = log.events[:log.counting]
    first = events[0]["data"] if events and events[0]["type"] == "ledger.opened" else None
    differ = next((number for number, digits in lines if number <= len(events)
                   and events[number - 1]["hash"] != digits), None)
    if not first or first["origin"] != known["origin"]:
        verdict, text = "rewritten", "another ledger: its origin is " + known["origin"]
    elif differ:
        verdict, text = "rewritten", f"line {differ} is another one than was given away"
    elif len(events) < known["size"]:
        verdict, text = "cut", f"{known['size']} lines were given away, {len(events)} are here"
    elif Tree(events[:known["size"]]).head() != known["root"]:
        verdict, text = "rewritten", f"the first {known['size']} lines do not give the root that was given away"
    elif len(events) == known["size"]:
        verdict, text = "same", f"{len(events)} lines, as they were given away"
    else:
        verdict, text = "extends", f"{len(events) - known['size']} lines more than the {known['size']} given away"
    return {"file": path, "verdict": verdict, "size": known["size"], "text": text}


def is_bundle(raw):
    return raw[:2] == b"PK" or b"PK\5\6" in raw[-22 - 65535:]


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
    for told in report.get("against", []):
        print("{file}: {verdict}: {text}".format(**told))
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


def print_bundle(report, is_verbose):
    for finding in report["findings"]:
        print("{file}:{line}: {id}: {figure}{gap}{text}".format(gap=": " if finding["figure"] else "", **finding))
    for figure in report["figures"] if is_verbose else []:
        print("{verdict}: {figure}: claimed {claimed}, computed {computed}".format(**figure))
    counts = {verdict: sum(1 for figure in report["figures"] if figure["verdict"] == verdict)
              for verdict in ("holds", "differs", "unchecked")}
    print("{holds} figures hold, {differs} differ, {unchecked} were not checked".format(**counts))
    for note in report["notes"]:
        print(note)
    print(report["sentence"])


def events_folder(path):
    """A folder that itself holds files of the log is taken as it is, else its events/."""
    inner = os.path.join(path, "events")
    is_log = any(re.fullmatch(r"[0-9]{4}\.jsonl", name) for name in os.listdir(path))
    return inner if os.path.isdir(inner) and not is_log else path


def main_of_ledger(given):
    log = read_log(events_folder(given.path))
    report = report_of(log, given.year)
    if given.against:
        report["against"] = [against(log, path) for path in given.against]
        report["ok"] = report["ok"] and all(told["verdict"] in ("same", "extends") for told in report["against"])
    if given.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        print_text(report)
    return report["ok"]


def main_of_file(given):
    """A bundle, a proof of one line, or a checkpoint."""
    with open(given.path, "rb") as file:
        raw = file.read()
    if is_bundle(raw):
        report = Bundle(raw).report(given.allowed_signers)
        if given.json:
            print(json.dumps(report, ensure_ascii=False, indent=1))
        else:
            print_bundle(report, given.verbose)
        return report["ok"]
    report = report_of_text(given, raw)
    if given.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        for finding in report["findings"]:
            print("{file}: {id}: {text}".format(**finding))
        print(*report["notes"], report["sentence"], sep="\n")
    return report["ok"]


def report_of_text(given, raw):
    """§8, §9: a checkpoint can only be read and kept, and its signatures checked; a proof shows one line."""
    name, line, notes, findings = os.path.basename(given.path), None, [], []
    try:
        if raw.startswith(PROOF_HEAD[:8]):
            line, known = check_proof(raw)
        else:
            known = read_checkpoint(raw)
        signed = raw if line is None else raw[PROOF.match(raw).end():]
        faults, notes = check_signatures(signed, signatures_beside(given.path), given.allowed_signers)
        findings += [{"id": "signature-fails", "file": file, "text": text} for file, text in faults]
    except Refused as refused:
        findings, known = [{"id": "proof-fails", "file": name, "text": str(refused)}], None
    told = "" if known is None else "{origin}, {size} lines, root {digits}".format(
        digits=known["root"].hex()[:12], **known)
    if findings:
        sentence = "DOES NOT HOLD" + (f": {told}" if told else "")
    elif line:
        notes.append(line.decode())
        sentence = f"HOLDS: line {read_line(line)['seq']} was recorded in {told}; that it still stands is not shown"
    else:
        sentence = f"a checkpoint of {told}: to be held against a ledger (--against)"
    return {"schema": "dugnad-verify-file:1", "ok": not findings, "findings": findings, "notes": notes,
            "origin": known and known["origin"], "size": known and known["size"],
            "root": known and known["root"].hex(), "line": line and line.decode(), "sentence": sentence}


def signatures_beside(path):
    """§8: the signatures of a checkpoint lie beside it as NAME.sig, further ones as NAME.1.sig and so on."""
    folder, name = os.path.split(os.path.abspath(path))
    pattern = re.compile(re.escape(name) + r"(\.[1-9][0-9]*)?\.sig")
    found = []
    for beside in sorted(filter(pattern.fullmatch, os.listdir(folder)), key=lambda it: (len(it), it)):
        with open(os.path.join(folder, beside), "rb") as file:
            found.append((beside, file.read()))
    return found


def main():
    options = argparse.ArgumentParser(description="Verify a ledger, a bundle, a proof or a checkpoint by the rules of "
                                                  "events/README.md alone.")
    options.add_argument("path", nargs="?", default=".", help="ledger folder, events folder, or a file given away")
    options.add_argument("--json", action="store_true", help="print one JSON object")
    options.add_argument("--verbose", action="store_true", help="print every figure of a bundle")
    options.add_argument("--year", type=int, metavar="YYYY", help="the figures of this year only")
    options.add_argument("--against", nargs="+", metavar="FILE", help="checkpoints, proofs or bundles of this ledger")
    options.add_argument("--allowed-signers", metavar="FILE", help="the keys that are trusted, as ssh-keygen has them")
    given = options.parse_args()
    if given.year is not None and not 1900 <= given.year <= 2999:                             # §4
        options.error("--year is 1900 to 2999")
    is_ledger = os.path.isdir(given.path)
    if (given.verbose or given.allowed_signers) and is_ledger or (given.against or given.year) and not is_ledger:
        options.error("--year and --against go with a ledger, --verbose and --allowed-signers with a file")
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return 0 if (main_of_ledger if is_ledger else main_of_file)(given) else 3
    except OSError as error:
        options.error(f"{error.filename or given.path}: {error.strerror}")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:                                 # whoever read our output has gone
        os._exit(3)
