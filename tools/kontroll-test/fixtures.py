"""The ledger of Tests/Fixtures/bundles, the honest bundles of it, and the lying ones. Every liar makes the rest fit
as well as he can (CRC, SHA-256, figures, timesheet, report), so that each bundle has the fault it is named for.

EXPECTED by name: what every checker must say; `may` are ids that a checker may find besides, where section 10 leaves
to it how far it compares."""

import json
import os

from grants import Grants, LiarOfGrants
from make_bundle import (Bundle, Ledger, Year, approvals, checkpoint, compact, inclusion_path, lines_of_person,
                         lines_of_year, proof_text, report_csv, sha, standing, tlog_proof, tree_head)

SALT = bytes(range(32))
IDENTITY = "Testperson Å\n1970"
CLOSED = 2024
LEDGERS = ("ledger", "ledger-of-grants")
# Over the checkpoint of good-year.zip, by a key that nobody has any longer, and so nobody trusts.
SIGNATURE = b"""-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgo8DAgo/NnO/ci5ds8LvlP3zNXh
3FX5ItvE4PO9+bchEAAAARY2hlY2twb2ludC5kdWduYWQAAAAAAAAABnNoYTUxMgAAAFMA
AAALc3NoLWVkMjU1MTkAAABAqWyvI9tPAdo2P28/Svgc47RZ/mXwlhlBhUj/WXpM/ZcadQ
PbEDi8carFgdZjDZ0BZC9x85dUkSnVESeJHWx6Aw==
-----END SSH SIGNATURE-----
"""


def activity(code, name, counted=True, **more):
    data = {"code": code, "name": name, "aliases": []}
    data.update({key: more[key] for key in ("group", "category", "sector") if key in more})
    return {**data, "recipients": [], "counted": counted}


def hours(code, on, minutes, person=None, heads=None, known="recorded", **more):
    who = {"person": person} if person else {"headcount": heads}
    return {"activity": code, "on": on, **who, "minutes": minutes, "known": known, **more}


def ledger_of_fixtures(origin="dugnad-prove-2024", minutes_of_closing=0, set_of_closing=1, divisor=None, spoil=None):
    """Legal by section 5, but for what the arguments change."""
    log = Ledger()
    log.add("2023-11-01T09:00:00Z", "p2", "a1", ("ledger.opened", {
        "origin": origin, "name": "Prøvesentralen «Æøå»", "reconstruction": True}),
        ("person.registered", {"role": "coordinator"}))
    log.add("2023-11-01T09:05:00Z", "p2", "a2", ("person.registered", {"role": "approver"}),
            ("person.registered", {"role": "volunteer", "commitment": sha(SALT, IDENTITY.encode()).hex()}),
            ("person.registered", {"role": "volunteer"}), ("person.registered", {"role": "volunteer"}))
    log.add("2023-11-02T10:00:00Z", "p2", "a3", ("year.set", {"year": 2023, "divisor": 1700, "rate": 30000}))
    log.add("2023-11-02T10:01:00Z", "p2", "a4",
            ("activity.added", activity("kafe", "Språkkafé", group="Kafé/møte 100 %", sector="Egne møteplasser")),
            ("activity.added", activity("tur", "Turgåing; lang", sector="Egne møteplasser")),
            ("activity.added", activity("kurs", "=Kurs", group="Kafé/møte 100 %", sector="Kommunen/50 %")),
            ("activity.added", activity("hage", "Hage \"FMC\"", counted=False, sector="Kommunen/50 %")),
            ("activity.added", activity("group", "Gruppe", category="annet")),
            ("activity.added", activity("tom", "Uten timer", group="Ingen")))
    log.add("2023-12-01T10:00:00Z", "p2", "a5", ("hours.logged", hours("kafe", "2023-11-20", 90, "p4")))     # 14
    log.add("2023-12-01T10:01:00Z", "p2", "a6", ("hours.logged", hours("tur", "2023-11", 61, "p5")))         # 15
    log.add("2024-01-10T10:00:00Z", "p2", "a7", ("activity.changed", activity(
        "tur", "Turgåing; lang", group="Ut på tur", category="fysisk-aktivitet", sector="Egne møteplasser")))  # 16
    log.add("2024-01-10T10:02:00Z", "p2", "a8", ("shift.planned", {
        "activity": "kafe", "on": "2024-02-01", "start": "18:00", "end": "20:00"}))                          # 17
    log.add("2024-01-11T10:00:00Z", "p2", "a9", ("signup.made", {"shift": "s17", "person": "p4", "waiting": False}))
    log.add("2024-02-02T10:00:00Z", "p2", "b1", ("hours.logged", hours(
        "kafe", "2024-02-01", 120, "p4", start="18:00", shift="s17", voucher="=1+1")),                       # 19
        ("hours.logged", hours("kafe", "2024-02-01", 100, "p5", voucher="perm 3; \"ark\" 12")))              # 20
    log.add("2024-02-05T10:00:00Z", "p2", "b2", ("hours.approved", {"entry": "h20"}))                        # 21
    log.add("2024-02-06T10:00:00Z", "p2", "b3", ("hours.corrected", {
        "entry": "h20", **hours("kafe", "2024-02-01", 101, "p5", voucher="@ark;12"), "reason": "wrong-minutes"}))
    log.add("2024-02-07T10:00:00Z", "p3", "b4", ("hours.approved", {"entry": "h20"}),
            ("hours.approved", {"entry": "h19"}))                                                            # 24
    log.add("2024-02-08T10:00:00Z", "p3", "b5", ("hours.unapproved", {"entry": "h19"}))                      # 25
    log.add("2024-03-01T10:00:00Z", "p2", "b6", ("import.made", {
        "source": "Lister", "kind": "hours", "digest": "0" * 63 + "a", "rows": 4}),                          # 26
        ("hours.logged", hours("tur", "2024-02", 1, "p4", voucher="-3")),                                    # 27
        ("hours.logged", hours("kurs", "2024-02-01..2024-02-20", 62, "p6", known="estimated")),              # 28
        ("hours.logged", hours("hage", "2024-02-10", 480, heads=8, known="summary")),                        # 29
        ("hours.logged", hours("kurs", "2024-01-20", 200, heads=3, known="estimated")))                      # 30
    log.add("2024-03-02T10:00:00Z", "p2", "b7", ("hours.logged", hours("tur", "2024-02-11", 45, "p6")))      # 31
    log.add("2024-03-02T10:05:00Z", "p2", "b8", ("event.undone", {"ranges": [[31, 31]], "reason": "duplicate"}))
    log.add("2024-03-03T10:00:00Z", "p2", "b9", ("hours.corrected", {
        "entry": "h15", **hours("tur", "2024-01", 61, "p5", voucher="+47"), "reason": "wrong-day"}))         # 33
    log.add("2024-03-04T10:00:00Z", "p3", "c1", ("hours.approved", {"entry": "h15"}))                        # 34
    log.add("2024-06-01T10:00:00Z", "p2", "c2", ("hours.logged", hours("group", "2024-05-17", 75, "p5")))    # 35
    log.add("2025-01-02T10:00:00Z", "p2", "c3", ("hours.logged", hours("kafe", "2024-12-31", 30, "p6")))     # 36
    log.add("2025-01-03T10:00:00Z", "p2", "c4", ("hours.corrected", {
        "entry": "h36", **hours("kafe", "2025-01-01", 30, "p6"), "reason": "wrong-day"}))                    # 37
    log.add("2025-01-04T10:00:00Z", "p2", "c5", ("year.set", {"year": 2025, "divisor": 1650}))               # 38
    log.add("2025-01-05T10:00:00Z", "p2", "c6", ("hours.logged", hours("kafe", "2025-01-02", 60, "p4")))     # 39
    if spoil:
        spoil(log)
    year = Year(CLOSED, standing(log.events))
    lines = log.raw()
    figures = year.totals
    digest = sha(year.figure_set()).hex()
    log.add("2025-02-01T10:00:00Z", "p2", "c7", ("year.closed", {
        "year": CLOSED, "divisor": divisor or year.setting["divisor"], "rate": year.setting["rate"],
        "entries": figures["entries"], "minutes": figures["hours"] + minutes_of_closing,
        "participations": figures["participations"], "distinct": figures["distinct"], "headcount": figures["headcount"],
        "root": tree_head([bytes.fromhex(line[-66:-2].decode()) for line in lines]).hex(), "set": set_of_closing,
        "digest": digest, "accepted": ["unapproved"], "reason": "checked"}))                                 # 40
    log.add("2025-03-05T10:00:00Z", "p3", "c8", ("year.approved", {
        "year": CLOSED, "closing": 40, "digest": digest, "on": "2025-03-04"}))                               # 41
    log.add("2025-03-06T10:00:00Z", "p2", "c9", ("late.logged", hours("kafe", "2024-11-01", 600, "p6")))     # 42
    log.add("2025-03-07T10:00:00Z", "p2", "d1", ("activity.changed", activity(
        "kafe", "Språkkafé", group="Nytt navn", sector="Egne møteplasser")))                                 # 43
    log.add("2025-03-08T10:00:00Z", "p2", "d2", ("hours.logged", hours("kafe", "2025-03-01", 45, heads=2)))  # 44
    return log


class Liar:
    """The bundles by name. Each method changes one thing of an honest bundle."""

    def __init__(self):
        self.log = ledger_of_fixtures()
        self.made, self.expected = {}, {}

    def keep(self, name, content, *ids, may=()):
        self.made[name] = content
        told = {"verdict": "fails" if ids else "holds", "ids": sorted(ids)}
        self.expected[name] = {**told, "may": sorted(may)} if may else told

    def year(self, log=None, without=(), besides=(), language="nb"):
        log = log or self.log
        chosen = (lines_of_year(log, CLOSED, 40) - set(without)) | set(besides)
        return Bundle("year", log.raw(), chosen, language, year=CLOSED, closing=40)

    def totals(self, language="nn"):
        return Bundle("figures", self.log.raw(), {1, 40} | approvals(self.log, 40), language, year=CLOSED, closing=40)

    def person(self, besides=(), identity=IDENTITY):
        told = {"identity": {"text": identity, "salt": SALT.hex()}} if identity else {}
        return Bundle("person", self.log.raw(), lines_of_person(self.log, "p4") | set(besides), "en", person="p4",
                      **told)

    def honest(self):
        self.keep("good-year.zip", self.year().zip())
        self.keep("good-year-english.zip", self.year(language="en").zip())
        self.keep("good-figures.zip", self.totals().zip())
        self.keep("good-person.zip", self.person().zip())
        self.keep("good-person-unnamed.zip", self.person(identity=None).zip())
        signed = self.year()
        signed.signatures = [SIGNATURE]
        self.keep("good-year-signed.zip", signed.zip())
        lines = self.log.raw()
        self.keep("good.checkpoint", self.year().checkpoint)
        self.keep("good-first-line.tlog-proof", tlog_proof(lines, 1))
        self.keep("good-last-line.tlog-proof", tlog_proof(lines, 44))
        self.keep("good-line-22.tlog-proof", tlog_proof(lines, 22))

    def figures(self):
        def with_figure(bundle, change):
            change(bundle.figures)
            return bundle.zip()

        def other(address, value):
            def change(figures):
                next(item for item in figures if item["figure"] == address)["value"] += value
            return change
        self.keep("figure-changed.zip", with_figure(self.year(), other("2024/kafe/hours", 60)), "figure-differs")
        self.keep("figure-of-group-changed.zip", with_figure(
            self.year(), other("2024/group/Kafé%2Fmøte 100 %25/distinct", 1)), "figure-differs")
        self.keep("figure-missing.zip", with_figure(self.year(), lambda figures: figures.pop(7)), "figure-differs")
        self.keep("figure-invented.zip", with_figure(self.year(), lambda figures: figures.append(
            {"figure": "2024/tom/hours", "value": 60})), "figure-differs")
        self.keep("figures-total-changed.zip", with_figure(self.totals(), other("2024/distinct", 1)), "figure-differs")
        self.keep("figures-total-missing.zip", with_figure(
            self.totals(), lambda figures: figures.pop(0)), "figure-differs")
        self.keep("person-hours-changed.zip", with_figure(self.person(), other("p4/hours", 60)), "figure-differs")

    def lines(self):
        self.keep("entry-removed.zip", self.year(without=[29]).zip(), "incomplete")
        self.keep("correction-removed.zip", self.year(without=[22, 23]).zip(), "incomplete")
        self.keep("activity-line-removed.zip", self.year(without=[16]).zip(), "incomplete")
        self.keep("divisor-removed.zip", self.year(without=[7]).zip(), "incomplete")
        self.keep("closing-removed.zip", self.year(without=[40, 41]).zip(), "incomplete")
        self.keep("opening-removed.zip", self.year(without=[1]).zip(), "proof-fails")
        self.keep("entry-of-other-year-added.zip", self.year(besides=[14]).zip(), "incomplete")
        self.keep("late-entry-added.zip", self.year(besides=[42]).zip(), "incomplete")
        self.keep("undone-entry-added.zip", self.year(besides=[31]).zip(), "incomplete")
        self.keep("entry-moved-away-added.zip", self.year(besides=[36]).zip(), "incomplete")
        self.keep("sign-up-added.zip", self.year(besides=[18]).zip(), "incomplete")
        self.keep("person-of-other-added.zip", self.person(besides=[35]).zip(), "incomplete", "figure-differs")

        bundle = self.year()
        at = bundle.chosen.index(19)
        event = json.loads(bundle.disclosed[at])
        event["data"]["minutes"] += 60
        body = compact({key: value for key, value in event.items() if key != "hash"})[:-1]
        digits = sha(b"\0", bundle.above[[first for first, _ in bundle.ranges].index(19)].encode(), body).hex()
        bundle.disclosed[at] = body + b',"hash":"' + digits.encode() + b'"}'
        bundle.refold()
        self.keep("entry-changed-with-its-hash.zip", bundle.zip(), "chain-broken", "incomplete", "proof-fails")

        bundle = self.year()
        bundle.disclosed[at] = bundle.disclosed[at].replace(b'"minutes":120', b'"minutes":121')
        bundle.refold()
        self.keep("entry-changed.zip", bundle.zip(), "chain-broken", "incomplete")

        bundle = self.year()
        bundle.disclosed[at] = ledger_of_fixtures("dugnad-annen-2024").raw()[18]
        self.keep("line-of-other-ledger.zip", bundle.zip(), "chain-broken", "proof-fails")

        bundle = self.year()
        bundle.disclosed[at], bundle.disclosed[at + 1] = bundle.disclosed[at + 1], bundle.disclosed[at]
        self.keep("lines-swapped.zip", bundle.zip(), "chain-broken", "number-wrong", "proof-fails",
                  may=["timesheet-differs"])        # by its place or by what it says, a line may be an entry's first

        bundle = self.year()
        bundle.disclosed.append(bundle.disclosed[-1])
        self.keep("line-doubled.zip", bundle.zip(), "number-wrong")

        bundle = self.year()
        bundle.disclosed.pop(at)
        bundle.refold()
        self.keep("line-lost.zip", bundle.zip(), "chain-broken", "incomplete", "number-wrong", "proof-fails")

        bundle = self.year()
        bundle.disclosed.pop()
        self.keep("last-line-lost.zip", bundle.zip(), "number-wrong", "proof-fails")

        bundle = self.year()
        bundle.ranges[-1] = [41, 42]
        self.keep("numbers-shifted.zip", bundle.zip(), "number-wrong", "proof-fails")

        def space(log):
            event = log.events[28]
            event["spelled"] = compact(event)[:-1].replace(b'"minutes":', b'"minutes": ')
        self.keep("line-with-a-space.zip", self.year(ledger_of_fixtures(spoil=space)).zip(), "incomplete",
                  "line-damaged")

        def unknown(log):
            log.events[34]["type"] = "hours.guessed"
        log = ledger_of_fixtures(spoil=unknown)
        bundle = self.year(log, besides=[35])
        self.keep("line-of-unknown-type.zip", bundle.zip(), "type-unknown")

    def proofs(self):
        def changed(change):
            bundle = self.year()
            change(bundle)
            return bundle.zip()

        def node_changed(bundle):
            bundle.nodes[2] = "0" + bundle.nodes[2][1:] if bundle.nodes[2][0] != "0" else "1" + bundle.nodes[2][1:]

        def above_changed(bundle):
            bundle.above[2] = "ab" * 32

        def size_changed(bundle):
            bundle.said["size"] = 45
            bundle.checkpoint = checkpoint(bundle.said["origin"], 45, bundle.root)

        def put(value):
            def change(bundle):
                bundle.checkpoint = value(bundle)
            return change
        other = ledger_of_fixtures("dugnad-annen-2024").raw()
        self.keep("node-missing.zip", changed(lambda bundle: bundle.nodes.pop()), "proof-fails")
        self.keep("node-surplus.zip", changed(lambda bundle: bundle.nodes.append(bundle.nodes[0])), "proof-fails")
        self.keep("node-changed.zip", changed(node_changed), "proof-fails")
        self.keep("above-changed.zip", changed(above_changed), "chain-broken")
        self.keep("root-changed.zip", changed(put(lambda bundle: checkpoint(
            bundle.said["origin"], 44, sha(bundle.root)))), "proof-fails")
        self.keep("size-changed.zip", changed(size_changed), "proof-fails")
        self.keep("size-of-checkpoint-changed.zip", changed(put(lambda bundle: checkpoint(
            bundle.said["origin"], 45, bundle.root))), "proof-fails")
        self.keep("checkpoint-of-other-ledger.zip", changed(put(lambda bundle: Bundle(
            "year", other, {1}, year=CLOSED, closing=40).checkpoint)), "proof-fails")
        self.keep("checkpoint-without-newline.zip", changed(put(lambda bundle: bundle.checkpoint[:-1])), "proof-fails")
        self.keep("origin-changed.zip", changed(lambda bundle: (
            bundle.said.update(origin="dugnad-annen-2024"),
            put(lambda it: checkpoint("dugnad-annen-2024", 44, it.root))(bundle))), "proof-fails")
        self.keep("ledger-renamed.zip", changed(lambda bundle: bundle.said.update(
            ledger="En annen sentral")), "bundle-damaged")
        self.keep("reconstruction-denied.zip", changed(lambda bundle: bundle.said.update(
            reconstruction=False)), "bundle-damaged")
        lines = self.log.raw()
        proof = tlog_proof(lines, 22)
        self.keep("line-changed.tlog-proof", tlog_proof(lines[:21] + [lines[21].replace(b"101", b"102")]
                                                        + lines[22:], 22), "proof-fails")
        self.keep("index-changed.tlog-proof", proof.replace(b"index 21\n", b"index 22\n"), "proof-fails")
        self.keep("path-cut.tlog-proof", b"\n".join(proof.split(b"\n")[:3] + proof.split(b"\n")[4:]), "proof-fails")
        self.keep("path-long.tlog-proof", b"\n".join(proof.split(b"\n")[:4] + proof.split(b"\n")[3:]), "proof-fails")
        leaves = [bytes.fromhex(line[-66:-2].decode()) for line in lines]
        twisted = leaves[:20] + [leaves[21], leaves[20]] + leaves[22:]
        origin = json.loads(lines[0])["data"]["origin"]
        self.keep("line-at-other-index.tlog-proof", proof_text(
            lines, 22, 20, inclusion_path(20, twisted), checkpoint(origin, 44, tree_head(twisted))), "proof-fails")
        self.keep("size-forged.tlog-proof", proof_text(
            lines, 1, 0, [], checkpoint(origin, 44, leaves[0])), "proof-fails")
        self.keep("path-forged.tlog-proof", proof_text(
            lines, 1, 0, leaves[1:2], checkpoint(origin, 1, sha(b"\1", leaves[1], leaves[0]))), "proof-fails")
        self.keep("size-with-a-zero.checkpoint", self.year().checkpoint.replace(b"\n44\n", b"\n044\n"), "proof-fails")

    def closings(self):
        log = ledger_of_fixtures(minutes_of_closing=60)
        self.keep("closing-changed.zip", self.year(log).zip(), "incomplete")
        log = ledger_of_fixtures(divisor=1650)
        self.keep("closing-with-other-divisor.zip", self.year(log).zip(), "incomplete")
        log = ledger_of_fixtures(set_of_closing=2)
        self.keep("closing-of-unknown-set.zip", self.year(log).zip(), "type-unknown")
        bundle = self.year()
        bundle.said["closing"] = 41
        self.keep("closing-is-the-approval.zip", bundle.zip(), "incomplete")

    def sheets_and_reports(self):
        bundle = self.year()
        bundle.sheet = bundle.sheet.replace(b";101;1,68;", b";161;2,68;")
        self.keep("timesheet-changed.zip", bundle.zip(), "timesheet-differs")
        bundle = self.year()
        bundle.sheet = b"".join(row + b"\r\n" for row in bundle.sheet.split(b"\r\n")[:-2])
        self.keep("timesheet-row-lost.zip", bundle.zip(), "timesheet-differs")
        bundle = self.person()
        bundle.sheet = bundle.sheet.replace(b"'=1+1", b"=1+1")
        self.keep("person-timesheet-changed.zip", bundle.zip(), "timesheet-differs")
        bundle = self.year()
        bundle.report["sections"][0]["rows"][1]["values"]["minutes"] += 60
        bundle.csv = report_csv(bundle.report)
        self.keep("report-changed.zip", bundle.zip(), "report-differs")
        bundle = self.year()
        bundle.report["sections"][1]["rows"][0]["values"]["distinct"] += 1
        self.keep("report-json-changed.zip", bundle.zip(), "report-differs")
        bundle = self.year()
        bundle.csv = bundle.csv.replace(b";Sum;3;3;", b";Sum;4;3;")
        self.keep("report-csv-changed.zip", bundle.zip(), "report-differs")
        bundle = self.year()
        bundle.csv = bundle.csv.replace("Språkkafé".encode(), "Strikkekafé".encode())
        self.keep("report-csv-label-changed.zip", bundle.zip(), "report-differs")
        bundle = self.year()
        bundle.text = b"Frivillig innsats: 1 000 000 timer.\n"
        self.keep("report-text-changed.zip", bundle.zip(), may=["report-differs"])
        bundle = self.year()
        self.keep("report-not-json.zip", bundle.zip(lambda files: [
            (name, content.replace(b"{", b"[", 1) if name == "rapport.json" else content)
            for name, content in files]), "report-differs")
        self.keep("identity-changed.zip", self.person(identity="Testperson B\n1970").zip(), "identity-differs")

    def zips(self):
        bundle = self.year()
        whole = bundle.zip()
        order = lambda files: [files[0], files[2], files[1], *files[3:]]
        self.keep("files-reordered.zip", bundle.zip(order), "bundle-damaged")
        self.keep("file-surplus.zip", bundle.zip(lambda files: files[:-2] + [("mer.txt", b"mer\n")] + files[-2:]),
                  "bundle-damaged")
        self.keep("file-missing.zip", bundle.zip(lambda files: files[1:]), "bundle-damaged")
        self.keep("file-of-other-kind.zip", bundle.zip(
            lambda files: files[:-2] + [("kvittering.txt", b"Kvittering.\n")] + files[-2:]), "bundle-damaged")
        self.keep("file-unlisted.zip", bundle.zip(change_manifest=lambda manifest: compact(
            {**manifest, "files": manifest["files"][1:]})), "bundle-damaged")
        self.keep("header-before-file-changed.zip", whole.replace(b"\x21\0", b"\x22\0", 1), "bundle-damaged")
        self.keep("header-in-directory-changed.zip", b"\x22\0".join(whole.rsplit(b"\x21\0", 1)), "bundle-damaged")
        self.keep("byte-appended.zip", whole + b"\n", "bundle-damaged")
        self.keep("byte-before.zip", b"\n" + whole, "bundle-damaged")
        self.keep("comment.zip", bundle.zip(comment=b"hei"), "bundle-damaged")
        self.keep("extra-field.zip", bundle.zip(extra=b"\x55\x54\0\0"), "bundle-damaged")
        self.keep("compressed.zip", bundle.zip(deflated="LES-MEG.txt"), "bundle-damaged")
        self.keep("crc-wrong.zip", bundle.zip(crc_off_for="LES-MEG.txt"), "bundle-damaged")
        self.keep("cut.zip", whole[:-200], "bundle-damaged")

        def sha_wrong(manifest):
            manifest["files"][0]["sha256"] = "0" * 64
            return compact(manifest)

        def key_twice(manifest):
            return compact(manifest).replace(b'"kind":"year",', b'"kind":"year","kind":"year",')

        def key_unknown(manifest):
            return compact({**manifest, "more": 1})

        def kind_unknown(manifest):
            return compact(manifest).replace(b'"kind":"figures"', b'"kind":"figurer"')

        def fraction(manifest):
            return compact(manifest).replace(b'"size":44,', b'"size":44.0,')
        self.keep("sha-wrong.zip", bundle.zip(change_manifest=sha_wrong), "bundle-damaged")
        self.keep("key-twice.zip", bundle.zip(change_manifest=key_twice), "bundle-damaged")
        self.keep("key-unknown.zip", bundle.zip(change_manifest=key_unknown), "bundle-damaged")
        self.keep("kind-unknown.zip", self.totals().zip(lambda files: [
            *files[:-2], ("timeliste.csv", b""), *files[-2:]], kind_unknown), "bundle-damaged")
        self.keep("number-with-fraction.zip", bundle.zip(change_manifest=fraction), "bundle-damaged")
        self.keep("number-minus-zero.zip", bundle.zip(change_manifest=lambda manifest: compact(manifest).replace(
            b'"2024/kafe/headcount","value":0', b'"2024/kafe/headcount","value":-0')), "bundle-damaged")
        self.keep("above-too-many.zip", bundle.zip(change_manifest=lambda manifest: compact(
            {**manifest, "above": manifest["above"] + ["0" * 64]})), "bundle-damaged")
        self.keep("ranges-touching.zip", bundle.zip(change_manifest=lambda manifest: compact(
            {**manifest, "lines": [[1, 1], [2, 2]], "above": ["0" * 64] * 2})), "bundle-damaged")


def all_of_them():
    liar = Liar()
    for part in (liar.honest, liar.figures, liar.lines, liar.proofs, liar.closings, liar.sheets_and_reports, liar.zips):
        part()
    LiarOfGrants(liar.keep).all()
    return liar


def write(folder):
    """Anew, and nothing else: what is not made any longer goes."""
    liar = all_of_them()
    for name in os.listdir(folder):
        if name not in liar.made and name not in (*LEDGERS, "README.md", "expectations.json"):
            os.remove(os.path.join(folder, name))
    for name, content in liar.made.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
    with open(os.path.join(folder, "expectations.json"), "w", encoding="utf-8", newline="\n") as file:
        rows = (f"  {json.dumps(name)}: {json.dumps(told)}" for name, told in sorted(liar.expected.items()))
        file.write("{\n" + ",\n".join(rows) + "\n}\n")
    for name, log in zip(LEDGERS, (liar.log, Grants())):
        os.makedirs(os.path.join(folder, name, "events"), exist_ok=True)
        years = {}
        for event, line in zip(log.events, log.raw()):
            years.setdefault(event["at"][:4], []).append(line + b"\n")
        for year, lines in years.items():
            with open(os.path.join(folder, name, "events", year + ".jsonl"), "wb") as file:
                file.write(b"".join(lines))
