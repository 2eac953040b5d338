"""The ledger of Tests/Fixtures/bundles/ledger-of-grants: three grants, and one that was undone; bundles of the kind
`grant` of it, honest and lying. Each liar makes the rest fit as well as he can, as those of fixtures.py do."""

from make_bundle import (Grant, Ledger, bundle_of_grant, compact, head_of_grants, leaves_of_grants, report_csv, sha,
                         standing, tree_of_grants)

HEAD_OF_NOTHING = sha().hex()


def activity(code, name, counted=True, **more):
    return {"code": code, "name": name, "aliases": [], **more, "recipients": [], "counted": counted}


def hours(code, on, minutes, person=None, heads=None, known="recorded", **more):
    who = {"person": person} if person else {"headcount": heads}
    return {"activity": code, "on": on, **who, "minutes": minutes, "known": known, **more}


def terms(scheme, first="2024-01-01", last="2024-12-31", excluded=(), ages=(), project=None, **more):
    return {"funder": "Bufdir æøå", "scheme": scheme, **({"project": project} if project else {}), "from": first,
            "to": last, "excluded": list(excluded), "ages": list(ages), **more}


def people(code, on, measure, count, age=None, known="recorded"):
    return {"activity": code, "on": on, "measure": measure, **({"age": age} if age else {}), "count": count,
            "known": known}


class Grants(Ledger):
    """Legal by section 5, but for what `sent` changes of the reports' lines: it is called with the log, the name of the
    grant, the data and the standing lines. `at` has the line numbers by name."""

    def __init__(self, sent=lambda log, name, told, stand: None):
        super().__init__()
        self.day, self.minute, self.at = "2024-12-20", 0, {}
        self.begin()
        self.grants()
        self.work()
        self.say("unused", ("person.registered", {"role": "volunteer"}))
        self.size = len(self.events)
        stand = standing(self.events)
        self.day = "2025-01-16"
        self.say("after", ("hours.logged", hours("kafe", "2024-11-02", 33, "p4")))
        self.say("after-approved", ("hours.approved", {"entry": self.id("h", "after")}))
        self.say("after-claimed", self.claim("after", "middle", 33))
        for line, name in (("sent-first", "first"), ("sent", "middle"), ("sent-last", "last")):
            told = {"grant": self.id("g", name), "to": "Bufdir", "on": "2025-01-15", "size": self.size, "set": 1,
                    "digest": sha(Grant(self.id("g", name), stand).figure_set()).hex(),
                    "grants": head_of_grants(leaves_of_grants(stand)).hex(), "form": "json", "file": "ab" * 32}
            sent(self, name, told, stand)
            self.say(line, ("report.sent", told))
        self.say("corrected-later", ("hours.corrected", {
            "entry": self.id("h", "shared"), **hours("kafe", "2024-02-01", 130, "p4"), "reason": "wrong-minutes"}))
        self.say("approved-later", ("hours.approved", {"entry": self.id("h", "tour")}))

    def id(self, letter, name):
        return f"{letter}{self.at[name]}"

    def say(self, name, *things):
        """One transaction; `name` is that of its first line, and NAME+1 … of those after it."""
        self.minute += 1
        self.add(f"{self.day}T{10 + self.minute // 60}:{self.minute % 60:02}:00Z", "p2", f"t{self.minute}", *things)
        for at in range(len(things)):
            self.at[f"{name}+{at}" if at else name] = len(self.events) - len(things) + 1 + at

    def claim(self, entry, grant, minutes):
        return "hours.claimed", {"entry": self.id("h", entry), "grant": self.id("g", grant), "minutes": minutes}

    def begin(self):
        self.say("opened", ("ledger.opened", {"origin": "dugnad-tilskudd-2024", "name": "Prøvesentralen «Æøå»",
                                              "reconstruction": True}),
                 ("person.registered", {"role": "coordinator"}))
        self.say("people", ("person.registered", {"role": "approver"}),
                 *[("person.registered", {"role": "volunteer"})] * 3)                                       # p4 to p6
        self.say("year", ("year.set", {"year": 2024, "divisor": 1700, "rate": 30000}))
        self.say("kafe", ("activity.added", activity("kafe", "Språkkafé", group="Kafé/møte 100 %")))
        self.say("tur", ("activity.added", activity("tur", "Turgåing; lang")))
        self.say("kurs", ("activity.added", activity("kurs", "=Kurs")))
        self.say("hage", ("activity.added", activity("hage", "Hage", counted=False)))
        self.say("sjakk", ("activity.added", activity("sjakk", "Sjakk")))
        self.say("kafe-marked", ("activity.marked", {"code": "kafe", "marks": ["open-place"]}))
        self.say("kurs-marked", ("activity.marked", {"code": "kurs", "marks": ["in-kind"]}))

    def grants(self):
        self.say("first", ("grant.added", terms("Frivillighet")))
        self.say("doubled", ("grant.added", terms("Inkludering", project="Dobbelt")))
        self.say("undone", ("event.undone", {"ranges": [[self.at["doubled"]] * 2], "reason": "duplicate"}))
        self.say("middle", ("grant.added", terms(
            "Inkludering", excluded=["travel"], ages=["0-17", "18-66", "67-150"], rate=35000)))
        self.say("last", ("grant.added", terms("Eldre", first="2024-02-01", last="2024-06-30")))
        self.say("first-terms", ("grant.changed", {"grant": self.id("g", "first"), **terms("Frivillighet 2024")}))
        own = {"grant": self.id("g", "middle")}
        for name, code, kind in (("in-kafe", "kafe", "Møteplass"), ("in-tur", "tur", None), ("in-hage", "hage", None)):
            self.say(name, ("grant.included", {**own, "activity": code, **({"kind": kind} if kind else {})}))
        for code in ("kafe", "kurs"):
            self.say("last-" + code, ("grant.included", {"grant": self.id("g", "last"), "activity": code}))
        self.say("goal", ("grant.aimed", {**own, "measure": "hours", "target": 9000}),
                 ("grant.aimed", {**own, "measure": "volunteers", "target": 4}),
                 ("grant.aimed", {**own, "measure": "hours", "activity": "kafe", "target": 500}))
        self.say("goal-again", ("grant.aimed", {**own, "measure": "hours", "target": 600}))
        self.say("applied", ("grant.moved", {**own, "status": "applied", "on": "2024-01-05", "amount": 10_000_000,
                                             "minutes": 12_000}))
        self.say("granted", ("grant.moved", {**own, "status": "granted", "on": "2024-02-05", "amount": 8_000_000}))
        self.say("terms", ("grant.changed", {**own, **terms(
            "Inkludering", excluded=["travel"], ages=["0-17", "18-66", "67-150"], rate=35000, share=30)}))
        self.say("answered", ("grant.answered", {**own, "condition": "arsrapport", "met": True}))
        budget = {**own, "book": "budget"}
        self.say("budget", ("grant.booked", {**budget, "flow": "income", "post": "Tilskudd", "amount": 8_000_000,
                                             "funding": "grant"}),
                 ("grant.booked", {**budget, "flow": "cost", "post": "Leie", "amount": 3_000_000}),
                 ("grant.booked", {**budget, "flow": "cost", "post": "Mat", "amount": 5_000_000}))
        self.say("accounts", ("grant.booked", {**own, "book": "accounts", "flow": "cost", "post": "Leie",
                                               "amount": 2_999_900, "on": "2024-06-01", "voucher": "=7"}))
        self.say("accounts-of-last", ("grant.booked", {
            "grant": self.id("g", "last"), "book": "accounts", "flow": "cost", "post": "Leie", "amount": 100,
            "on": "2024-06-01"}))

    def work(self):
        self.say("shared", ("hours.logged", hours("kafe", "2024-02-01", 120, "p4", voucher="=1+1")))
        self.say("mended", ("hours.logged", hours("kafe", "2024-02-01", 100, "p5", voucher="perm 3; \"ark\" 12")))
        self.say("mended-early", ("hours.approved", {"entry": self.id("h", "mended")}))
        self.say("mended-again", ("hours.corrected", {
            "entry": self.id("h", "mended"), **hours("kafe", "2024-02-01", 101, "p5"), "reason": "wrong-minutes"}))
        self.say("tour", ("hours.logged", hours("tur", "2024-02", 61, "p5")))
        self.say("heads", ("hours.logged", hours("kafe", "2024-03-01..2024-03-20", 200, heads=3, known="summary")))
        self.say("course", ("hours.logged", hours("kurs", "2024-02", 62, "p6", known="estimated")))
        self.say("alone", ("hours.logged", hours("kafe", "2024-03-02", 90, "p6")))
        self.say("given-up", ("hours.logged", hours("tur", "2024-03-03", 45, "p6")))
        self.say("again", ("hours.logged", hours("tur", "2024-03-04", 30, "p6", known="estimated")))
        self.say("of-first", ("hours.logged", hours("sjakk", "2024-03-05", 75, "p4")))
        self.say("unclaimed", ("hours.logged", hours("kafe", "2024-03-06", 50, "p4")))
        self.say("approved", *[("hours.approved", {"entry": self.id("h", name)}) for name in (
            "shared", "mended", "tour", "heads", "course", "alone", "given-up", "again", "of-first", "unclaimed")])
        self.say("revoked", ("hours.unapproved", {"entry": self.id("h", "heads")}))
        self.say("approved-again", ("hours.approved", {"entry": self.id("h", "heads")}))
        self.say("marked", ("hours.marked", {"entry": self.id("h", "heads"), "marks": ["in-kind"]}))
        self.say("waived", ("finding.waived", {"entry": self.id("h", "heads"), "finding": "many-heads",
                                               "reason": "checked"}))
        self.say("c-shared", self.claim("shared", "middle", 100))
        self.say("c-shared-last", self.claim("shared", "last", 20))
        self.say("c-mended", self.claim("mended", "middle", 60))
        self.say("c-mended-more", self.claim("mended", "middle", 41))
        self.say("c-tour", self.claim("tour", "middle", 61))
        self.say("c-heads", self.claim("heads", "middle", 150))
        self.say("c-course", self.claim("course", "last", 62))
        self.say("c-of-first", self.claim("of-first", "first", 75))
        self.say("c-given-up", self.claim("given-up", "middle", 45))
        self.say("released", ("claim.released", {"claim": self.id("c", "c-given-up"), "reason": "duplicate"}))
        self.say("c-again-early", self.claim("again", "middle", 30))
        self.say("released-again", ("claim.released", {"claim": self.id("c", "c-again-early"), "reason": "typo"}))
        self.say("c-again", self.claim("again", "middle", 25))
        self.say("c-unclaimed", self.claim("unclaimed", "middle", 50))
        self.say("undone-claim", ("event.undone", {"ranges": [[self.at["c-unclaimed"]] * 2]}))
        self.say("tour-corrected", ("hours.corrected", {
            "entry": self.id("h", "tour"), **hours("tur", "2024-02", 70, "p5"), "reason": "wrong-minutes"}))
        self.say("young", ("participants.added", people("kafe", "2024-03", "attendances", 12, "0-17")))
        self.say("young-mended", ("participants.corrected", {
            "participants": self.id("d", "young"), **people("kafe", "2024-03", "attendances", 14, "0-17"),
            "reason": "typo"}))
        self.say("some", ("participants.added", people("kafe", "2024-04-05", "different", 20)))
        self.say("more", ("participants.added", people("kafe", "2024-04-06", "different", 5)))
        self.say("old", ("participants.added", people("tur", "2024", "attendances", 8, "67-150", "estimated")))
        self.say("of-course", ("participants.added", people("kurs", "2024-05", "attendances", 9)))
        self.say("earlier", ("participants.added", people("kafe", "2023-12", "attendances", 7)))
        self.say("moved-away", ("participants.added", people("kafe", "2024-06", "attendances", 3)))
        self.say("moved-away-now", ("participants.corrected", {
            "participants": self.id("d", "moved-away"), **people("kafe", "2023-06", "attendances", 3),
            "reason": "wrong-day"}))
        self.say("hage-renamed", ("activity.changed", activity("hage", "Hage «FMC»", counted=False)))


def ledger_of_one():
    """One grant, without claims, and of all activities: a tree of one leaf, over a tree of none."""
    log = Ledger()
    log.add("2024-01-02T10:00:00Z", "p2", "a", ("ledger.opened", {
        "origin": "dugnad-ett-tilskudd", "name": "Senteret", "reconstruction": True}),
        ("person.registered", {"role": "coordinator"}))
    log.add("2024-01-02T10:01:00Z", "p2", "b", ("activity.added", activity("kafe", "Kafé")))
    log.add("2024-01-02T10:02:00Z", "p2", "c", ("grant.added", terms("Smått")))
    log.add("2024-01-02T10:03:00Z", "p2", "d", ("participants.added", people("kafe", "2024-01-01", "different", 4)))
    log.add("2024-01-02T10:04:00Z", "p2", "e", ("grant.aimed", {"grant": "g4", "measure": "days", "target": 1}))
    log.add("2024-01-02T10:05:00Z", "p2", "f", ("report.sent", {
        "grant": "g4", "to": "Kommunen", "on": "2024-01-02", "size": 6, "set": 1,
        "digest": sha(Grant("g4", log.events).figure_set()).hex(),
        "grants": sha(b"\0", f"g4 0 0 {HEAD_OF_NOTHING}".encode()).hex(), "form": "text", "file": "0" * 64}))
    return log


def with_hash(bundle, number, old, new):
    """Changes a disclosed line and gives it the hash that follows from the line above it."""
    at = bundle.chosen.index(number)
    body = bundle.disclosed[at][:-75].replace(old, new)
    digits = sha(b"\0", bundle.lines[number - 2][-66:-2], body).hex().encode()
    bundle.disclosed[at] = body + b',"hash":"' + digits + b'"}'


class LiarOfGrants:
    """The bundles by name. `keep` is that of fixtures.Liar."""

    def __init__(self, keep):
        self.keep, self.log = keep, Grants()
        self.name, self.sent = self.log.id("g", "middle"), self.log.at["sent"]

    def bundle(self, without=(), besides=(), language="nb", log=None):
        log = log or self.log
        return bundle_of_grant(log, log.id("g", "middle"), log.at["sent"], language,
                               [log.at[name] for name in without], [log.at[name] for name in besides])

    def lie(self, name, change, *ids, may=()):
        bundle = self.bundle()
        change(bundle)
        self.keep(f"grant-{name}.zip", bundle.zip(), *ids, may=may)

    def all(self):
        for part in (self.honest, self.lines, self.trees, self.figures, self.reports_sent, self.files):
            part()

    def honest(self):
        self.keep("good-grant.zip", self.bundle().zip())
        for name, language in (("first", "nn"), ("last", "en")):
            self.keep(f"good-grant-{name}.zip", bundle_of_grant(
                self.log, self.log.id("g", name), self.log.at["sent-" + name], language).zip())
        self.keep("good-grant-alone.zip", bundle_of_grant(ledger_of_one(), "g4", 7).zip())

    def lines(self):
        def without(name, *lines, ids=("incomplete",), may=()):
            self.keep(f"grant-{name}.zip", self.bundle(without=lines).zip(), *ids, may=may)

        def besides(name, *lines):
            self.keep(f"grant-{name}.zip", self.bundle(besides=lines).zip(), "incomplete")
        entry = ("shared", "approved", "c-shared")
        without("entry-left-out", *entry)
        bundle = self.bundle(without=entry)
        self.refit_leaf(bundle)
        self.keep("grant-entry-left-out-of-leaf.zip", bundle.zip(), "incomplete")
        without("claim-left-out", "c-mended-more")
        without("claims-of-entry-left-out", "c-tour")
        without("correction-left-out", "tour-corrected")
        without("approval-left-out", "approved-again")
        without("revocation-left-out", "approved+3", "revoked", "approved-again")
        without("count-left-out", "some")
        without("count-correction-left-out", "young-mended")
        without("step-left-out", "granted")
        without("goal-left-out", "goal+1")
        without("amount-left-out", "accounts")
        without("activity-left-out", "in-hage", "hage", "hage-renamed")
        without("report-left-out", "sent")
        without("line-of-grant-left-out", "middle", may=("figure-differs", "report-differs", "timesheet-differs"))
        besides("entry-added", "alone", "approved+5")
        besides("entry-of-undone-claim-added", "unclaimed", "approved+9", "c-unclaimed")
        besides("released-claim-added", "given-up", "approved+6", "c-given-up")
        besides("released-claim-and-release-added", "given-up", "approved+6", "c-given-up", "released")
        besides("release-added", "c-again-early", "released-again")
        besides("claim-without-its-entry-added", "c-given-up")
        besides("other-grant-added", "last")
        besides("line-of-other-grant-added", "accounts-of-last")
        besides("undone-grant-added", "doubled")
        besides("claim-of-other-grant-added", "c-shared-last")
        besides("activity-added", "sjakk")
        besides("marks-of-activity-added", "kurs-marked")
        besides("marks-of-entry-added", "marked")
        besides("waived-added", "waived")
        besides("person-added", "unused")
        besides("year-added", "year")
        besides("count-of-other-activity-added", "of-course")
        besides("count-outside-added", "earlier")
        besides("count-moved-away-added", "moved-away", "moved-away-now")
        besides("correction-of-other-count-added", "moved-away-now")
        besides("line-after-size-added", "after", "after-approved", "after-claimed")
        besides("report-of-other-grant-added", "sent-last")
        besides("line-after-report-added", "corrected-later")

        counts = ("young", "young-mended", "some", "more", "old", "of-course")
        self.keep("grant-first-without-its-line.zip", bundle_of_grant(
            self.log, self.log.id("g", "first"), self.log.at["sent-first"],
            without=[self.log.at[name] for name in ("first", *counts)]).zip(), "incomplete",
            may=("figure-differs", "report-differs"))

        def claimed_more(bundle):
            with_hash(bundle, self.log.at["c-heads"], b'"minutes":150', b'"minutes":180')
            bundle.refold()
            self.refit_leaf(bundle)
        self.lie("minutes-of-claim-changed", claimed_more, "incomplete", "proof-fails")

        def claimed_at_first(bundle):                       # the line below it is here
            with_hash(bundle, self.log.at["c-mended"], b'"minutes":60', b'"minutes":59')
            bundle.refold()
        self.lie("minutes-of-claim-in-range-changed", claimed_at_first, "chain-broken", "incomplete", "proof-fails")

        def worked_more(bundle):
            with_hash(bundle, self.log.at["heads"], b'"minutes":200', b'"minutes":500')
            bundle.refold()
        self.lie("minutes-of-entry-changed", worked_more, "proof-fails")

    def refit_leaf(self, bundle):
        leaf = Grant(self.name, [event for event in bundle.events() if event["seq"] <= self.log.size]).leaf()
        bundle.said["tree"]["leaves"][1] = leaf

    def trees(self):
        stand = standing(self.log.events[:self.log.size])
        leaves = leaves_of_grants(stand)

        def put(name, tree, **more):
            bundle = self.bundle()
            bundle.said["tree"] = {**tree, **more}
            self.keep(f"grant-tree-{name}.zip", bundle.zip(), "incomplete")
        honest = tree_of_grants(leaves, self.name)
        changed = [honest["leaves"][1].replace(" 5 ", " 6 ", 1)]
        put("leaf-changed", honest, leaves=honest["leaves"][:1] + changed + honest["leaves"][2:])
        put("leaf-spelled", honest, leaves=[honest["leaves"][0].replace(" ", "  ", 1)] + honest["leaves"][1:])
        put("leaf-twice", honest, leaves=[honest["leaves"][1], honest["leaves"][1], honest["leaves"][2]])
        put("neighbours-swapped", honest, leaves=honest["leaves"][::-1])
        put("neighbour-changed", honest, leaves=[honest["leaves"][0].replace(" 75 ", " 76 ", 1)] + honest["leaves"][1:])
        put("one-neighbour", tree_of_grants(leaves, self.name, 0, 2))
        put("other-neighbour", tree_of_grants(leaves, self.name, 1, 3))
        put("no-neighbour", tree_of_grants(leaves, self.name, 1, 2))
        put("no-leaf", tree_of_grants(leaves, self.name, 0, 0), leaves=[])
        put("of-one", tree_of_grants(leaves[1:2], self.name))
        put("without-last", tree_of_grants(leaves[:2], self.name))
        put("at-the-end", tree_of_grants(leaves_of_grants(standing(self.log.events)), self.name))
        put("node-surplus", honest, nodes=[HEAD_OF_NOTHING])
        put("node-missing", tree_of_grants(leaves, self.name, 1, 2), leaves=honest["leaves"][1:2], nodes=[])
        put("size-changed", honest, size=4)
        put("first-changed", honest, first=1)
        put("first-huge", honest, first=2 ** 53 - 1)
        first = bundle_of_grant(self.log, self.log.id("g", "first"), self.log.at["sent-first"])
        first.said["tree"] = tree_of_grants(leaves, self.log.id("g", "first"), 0, 3)
        self.keep("grant-tree-one-more.zip", first.zip(), "incomplete")

    def figures(self):
        def other(address, value):
            def change(bundle):
                next(item for item in bundle.figures if item["figure"] == address)["value"] += value
            return change
        name = self.name
        for measure in ("hours", "unapproved", "attendances", "participants", "participations"):
            self.lie(f"{measure}-changed", other(f"{name}/{measure}", 1), "figure-differs")
        self.lie("figure-of-activity-changed", other(f"{name}/kafe/distinct", 1), "figure-differs")
        self.lie("figure-missing", lambda bundle: bundle.figures.pop(), "figure-differs")
        self.lie("figure-twice", lambda bundle: bundle.figures.append(bundle.figures[0]), "figure-differs")
        self.lie("figure-invented", lambda bundle: bundle.figures.append(
            {"figure": f"{name}/kurs/hours", "value": 0}), "figure-differs")
        self.lie("figure-of-other-grant", lambda bundle: bundle.figures.append(
            {"figure": self.log.id("g", "first") + "/hours", "value": 75}), "figure-differs")

        def claimed_in_sheet(bundle):                       # the minutes there are those of the entry
            bundle.sheet = bundle.sheet.replace(b";120;2,00;", b";100;1,67;")
        self.lie("timesheet-changed", claimed_in_sheet, "timesheet-differs")

        def row_lost(bundle):
            bundle.sheet = b"".join(row + b"\r\n" for row in bundle.sheet.split(b"\r\n")[:-2])
        self.lie("timesheet-row-lost", row_lost, "timesheet-differs")

        def cell(key, row):
            def change(bundle):
                values = bundle.report["sections"][0]["rows"][row]["values"]
                values[key] = (values[key] or 0) + 60
            return change

        def both(key, row):
            def change(bundle):
                cell(key, row)(bundle)
                bundle.csv = report_csv(bundle.report)
            return change
        self.lie("report-changed", both("minutes", 1), "report-differs")
        self.lie("report-json-changed", cell("attendances", -1), "report-differs")
        self.lie("report-json-unapproved-changed", cell("unapproved", -1), "report-differs")
        self.lie("report-activity-invented", both("minutes", -2), "report-differs")

        def in_csv(bundle):
            bundle.csv = bundle.csv.replace(b"Sum;5;", b"Sum;6;")
        self.lie("report-csv-changed", in_csv, "report-differs")

    def reports_sent(self):
        def told(name, change, *ids):
            def of_middle(log, grant, data, stand):
                if grant == "middle":
                    data.update(change(log, data, stand))
            self.keep(f"grant-{name}.zip", self.bundle(log=Grants(of_middle)).zip(), *ids)
        told("digest-of-other-figures", lambda *_: {"digest": "0" * 64}, "incomplete")
        told("head-of-other-tree", lambda *_: {"grants": "0" * 64}, "incomplete")
        told("set-unknown", lambda *_: {"set": 2, "digest": "0" * 64, "grants": "0" * 64}, "type-unknown")

        def through_itself(log, data, stand):
            stand = standing(log.events)
            return {"size": len(log.events) + 1, "grants": head_of_grants(leaves_of_grants(stand)).hex(),
                    "digest": sha(Grant(log.id("g", "middle"), stand).figure_set()).hex()}
        told("size-of-report-too-large", through_itself, "incomplete")

        bundle = self.bundle(without=["sent"], besides=["sent-last"])
        bundle.said["sent"] = self.log.at["sent-last"]
        self.keep("grant-sent-of-other-grant.zip", bundle.zip(), "incomplete")

        def unknown(log, name, data, stand):
            data.update({"set": 2} if name == "last" else {})
        bundle = self.bundle(["sent"], ["sent-last"], log=Grants(unknown))
        bundle.said["sent"] = self.log.at["sent-last"]
        self.keep("grant-sent-of-other-grant-unknown.zip", bundle.zip(), "incomplete", "type-unknown")

        # The centre itself built another tree than section 5 has, and its head is that of the report.
        def built(name, change):
            leaves = change(leaves_of_grants(standing(self.log.events[:self.log.size])))

            def sent(log, grant, data, stand):
                data["grants"] = head_of_grants(leaves).hex()
            bundle = self.bundle(log=Grants(sent))
            bundle.said["tree"] = tree_of_grants(leaves, self.name)
            self.keep(f"grant-built-{name}.zip", bundle.zip(), "incomplete")
        built("with-a-leaf-misspelled", lambda leaves: [leaves[0].replace(" ", "  ", 1), *leaves[1:]])
        built("with-numbers-that-fall", lambda leaves: leaves[::-1])
        built("with-a-grant-twice", lambda leaves: [leaves[0], leaves[1], *leaves[1:]])
        built("with-a-number-too-large", lambda leaves: [*leaves[:2], leaves[2].replace("g19", "g9007199254740992", 1)])

    def files(self):
        bundle = self.bundle()

        def keep(name, change_files=lambda files: files, change_manifest=compact, ids=()):
            self.keep(f"grant-{name}.zip", bundle.zip(change_files, change_manifest), "bundle-damaged", *ids)
        keep("receipt-added", lambda files: files[:-2] + [("kvittering.txt", b"Kvittering.\n")] + files[-2:])
        keep("timesheet-missing", lambda files: [file for file in files if file[0] != "timeliste.csv"],
             ids=["timesheet-differs"])
        keep("report-missing", lambda files: [file for file in files if file[0] != "rapport.json"],
             ids=["report-differs"])

        def tree(change):
            return lambda told: compact({**told, "tree": change(dict(told["tree"]))})
        keep("tree-missing", change_manifest=lambda told: compact(
            {key: value for key, value in told.items() if key != "tree"}))
        keep("tree-empty", change_manifest=tree(lambda told: {**told, "size": 0}))
        keep("tree-key-unknown", change_manifest=tree(lambda told: {**told, "more": 1}))
        keep("tree-leaf-a-number", change_manifest=tree(lambda told: {**told, "leaves": [1]}))
        keep("year-told", change_manifest=lambda told: compact({**told, "year": 2024}))
        keep("named-as-person", change_manifest=lambda told: compact({**told, "grant": "p4"}))
