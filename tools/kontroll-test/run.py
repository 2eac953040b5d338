#!/usr/bin/env python3
"""Holds both checkers, verify.py and kontroll.html, against Tests/Fixtures/bundles/expectations.json and each other.

    python3 tools/kontroll-test/run.py [--screenshots FOLDER] [--flips N] [--bundle FILE ...]

verify.py is asked in this process; kontroll.html is loaded in headless Chromium, over the DevTools protocol on a pipe,
and given each file as a person would. Without Chromium that half is skipped aloud, or fails with
CI_REQUIRE_CHROMIUM=1. Standard library only.
"""

import argparse
import base64
import importlib.util
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import types

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))
CHECKERS = os.path.join(REPOSITORY, "Sources", "Evidence", "Checkers")
FIXTURES = os.path.join(REPOSITORY, "Tests", "Fixtures", "bundles")
CHROMIA = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
sys.dont_write_bytecode = True                              # the work tree stays as it was
from make_bundle import compact, sha  # noqa: E402


def load_verify():
    told = importlib.util.spec_from_file_location("verify", os.path.join(CHECKERS, "verify.py"))
    module = importlib.util.module_from_spec(told)
    told.loader.exec_module(module)
    return module


VERIFY = load_verify()


def by_verify(raw, path):
    if VERIFY.is_bundle(raw):
        return VERIFY.Bundle(raw).report(None)
    return VERIFY.report_of_text(types.SimpleNamespace(path=path, allowed_signers=None), raw)


def places(findings):
    return sorted((found["id"], found["file"], found.get("line", 0), found.get("figure", "")) for found in findings)


class Chromium:
    """One page in headless Chromium; `ask` calls a DevTools method and waits for its answer."""

    def __init__(self, program, page):
        self.folder = tempfile.mkdtemp()
        to_read, self.to_write = os.pipe()
        self.to_hear, to_say = os.pipe()

        def place():                                        # the protocol is spoken on 3 and 4
            low, high = os.dup(to_read), os.dup(to_say)
            os.dup2(low, 3)
            os.dup2(high, 4)
        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--remote-debugging-pipe", "--user-data-dir=" + self.folder, "about:blank"],
            preexec_fn=place, pass_fds=(3, 4), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_say)
        self.number, self.heard, self.session = 0, b"", None
        self.messages = []
        target = next(one for one in self.ask("Target.getTargets")["targetInfos"] if one["type"] == "page")
        self.session = self.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "DOM", "Runtime", "Log", "Network"):
            self.ask(domain + ".enable")
        self.open(page)

    def open(self, page):
        self.ask("Page.navigate", url="file://" + page)
        self.until("document.readyState === 'complete' && typeof take === 'function'")

    def ask(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        raw = json.dumps(message).encode() + b"\0"
        while raw:
            raw = raw[os.write(self.to_write, raw):]
        while True:
            while b"\0" not in self.heard:
                more = os.read(self.to_hear, 1 << 20)
                if not more:
                    raise RuntimeError("Chromium has gone")
                self.heard += more
            line, self.heard = self.heard.split(b"\0", 1)
            answer = json.loads(line)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.messages.append(answer)

    def value(self, expression):
        result = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def until(self, expression, seconds=120):
        end = time.monotonic() + seconds
        while not self.value(expression):
            if time.monotonic() > end:
                raise RuntimeError("never true: " + expression)
            time.sleep(0.01)

    def check(self, path):
        """What the page says of a file that is chosen in it."""
        self.value("window.dugnadResult = null")
        root = self.ask("DOM.getDocument")["root"]["nodeId"]
        chosen = self.ask("DOM.querySelector", nodeId=root, selector="#file")["nodeId"]
        self.ask("DOM.setFileInputFiles", nodeId=chosen, files=[path])
        self.until("window.dugnadResult !== null && window.dugnadResult !== undefined")
        return self.value("window.dugnadResult")

    def picture(self, path, width, height, is_dark=False):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.ask("Emulation.setEmulatedMedia", media="screen",
                 features=[{"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}])
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Tally:
    def __init__(self):
        self.passed, self.failed = 0, []

    def hold(self, name, is_right, told=""):
        if is_right:
            self.passed += 1
        else:
            self.failed.append(name)
            print(f"FAILED {name}: {told}")


def is_as_expected(told, ids, verdict):
    due, may = set(told["ids"]), set(told.get("may", []))
    is_verdict = verdict in ("fails" if ids else "holds", "checkpoint") and (told["verdict"] == "fails") <= bool(ids)
    return is_verdict and due <= set(ids) <= due | may


def check_made_anew(tally):
    """The fixtures are what the maker writes."""
    import fixtures
    with tempfile.TemporaryDirectory() as folder:
        fixtures.write(folder)
        names = {name for name in os.listdir(FIXTURES) if name != "README.md"}
        tally.hold("the fixtures are all there", names == set(os.listdir(folder)), names ^ set(os.listdir(folder)))
        for name in sorted(names - set(fixtures.LEDGERS)):
            tally.hold(name + " is made anew", read(os.path.join(folder, name)) == read(os.path.join(FIXTURES, name)))


def check_ledgers(tally):
    """The ledgers that the bundles are of hold themselves: their closings and sent reports are right."""
    import fixtures
    for name in fixtures.LEDGERS:
        log = VERIFY.read_log(os.path.join(FIXTURES, name, "events"))
        tally.hold(name + " holds", not log.findings and log.computable, log.findings)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def check_by_verify(tally, expected):
    for name, told in expected.items():
        path = os.path.join(FIXTURES, name)
        report = by_verify(read(path), path)
        ids = [found["id"] for found in report["findings"]]
        tally.hold("verify.py of " + name, is_as_expected(told, ids, "fails" if ids else "holds"),
                   (told, places(report["findings"])))


def check_flips(tally):
    """Every byte of small bundles changed once: every change is found, and none is an error of the checker."""
    for name in ("good-person.zip", "good-grant-alone.zip"):
        raw = bytearray(read(os.path.join(FIXTURES, name)))
        for at in range(len(raw)):
            raw[at] ^= 1 << at % 8
            try:
                found = by_verify(bytes(raw), "flipped")["findings"]
                tally.hold(f"byte {at} of {name}", bool(found), "not found")
            except Exception as error:                      # whatever it is, a checker must not die of its input
                tally.hold(f"byte {at} of {name}", False, repr(error))
            raw[at] ^= 1 << at % 8


def check_against(tally):
    """--against, by what the command line says."""
    ledger = os.path.join(FIXTURES, "ledger")

    def ask(folder, name):
        ran = subprocess.run([sys.executable, os.path.join(CHECKERS, "verify.py"), folder, "--json", "--against",
                              os.path.join(FIXTURES, name)], stdout=subprocess.PIPE, check=False)
        return ran.returncode, json.loads(ran.stdout)["against"][0]["verdict"]
    with tempfile.TemporaryDirectory() as folder:
        for make, due in ((lambda lines: lines, (0, "same")), (lambda lines: lines[:43], (3, "cut")),
                          (lambda lines: anew(lines, 20, b'"minutes":100', b'"minutes":99'), (3, "rewritten")),
                          (lambda lines: anew(lines + [one_more(lines)], 45), (0, "extends"))):
            spread(folder, make(lines_of(ledger)))
            for name in ("good.checkpoint", "good-year.zip", "good-last-line.tlog-proof"):
                tally.hold(f"{due[1]} against {name}", ask(folder, name) == due, ask(folder, name))
    tally.hold("another ledger", ask(REPOSITORY, "good.checkpoint") == (3, "rewritten"))


def lines_of(ledger):
    folder = os.path.join(ledger, "events")
    return b"".join(read(os.path.join(folder, name)) for name in sorted(os.listdir(folder))).split(b"\n")[:-1]


def one_more(lines):
    event = json.loads(lines[-1])
    event.update(seq=len(lines) + 1, cmd="more")
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()


def anew(lines, first, old=b"", new=b""):
    lines = list(lines)
    lines[first - 1] = lines[first - 1].replace(old, new) if old else lines[first - 1]
    for at in range(first - 1, len(lines)):
        body = lines[at][:-75]
        lines[at] = body + b',"hash":"' + sha(b"\0", lines[at - 1][-66:-2], body).hex().encode() + b'"}'
    return lines


def spread(folder, lines):
    shutil.rmtree(os.path.join(folder, "events"), ignore_errors=True)
    os.makedirs(os.path.join(folder, "events"))
    for line in lines:
        with open(os.path.join(folder, "events", json.loads(line)["at"][:4] + ".jsonl"), "ab") as file:
            file.write(line + b"\n")


def check_signatures(tally):
    """A bundle whose checkpoint is signed, for who trusts the key, who trusts another, and with another signature."""
    if not shutil.which("ssh-keygen"):
        return print("SKIPPED: no ssh-keygen, signatures are NOT checked", file=sys.stderr)
    import fixtures
    with tempfile.TemporaryDirectory() as folder:
        def key(name):
            path = os.path.join(folder, name)
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path], check=True)
            with open(path + ".allowed", "wb") as file:
                file.write(name.encode() + b" " + read(path + ".pub"))
            return path

        def sign(path, space, signed):
            return subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-f", path, "-n", space], input=signed, check=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

        def ids(signatures, allowed):
            made.signatures = signatures
            return [found["id"] for found in VERIFY.Bundle(made.zip()).report(allowed)["findings"]]
        own, other = key("own"), key("other")
        made = fixtures.Liar().year()
        good, seen = sign(own, "checkpoint.dugnad", made.checkpoint), sign(other, "witness.dugnad", made.checkpoint)
        tally.hold("a signature holds", ids([good], own + ".allowed") == [])
        tally.hold("a witness's signature holds", ids([good, seen], other + ".allowed") == [])
        tally.hold("a signature by nobody who is trusted", ids([good], other + ".allowed") == ["signature-fails"])
        tally.hold("no signature", ids([], own + ".allowed") == ["signature-fails"])
        wrong = sign(own, "checkpoint.dugnad", b"other bytes\n")
        tally.hold("a signature of other bytes", ids([wrong], own + ".allowed") == ["signature-fails"])
        space = sign(own, "file", made.checkpoint)
        tally.hold("a signature for another purpose", ids([space], own + ".allowed") == ["signature-fails"])


# FIPS 180-4 has its example messages at NIST ("abc", the empty one, and the ones of 448 and 896 bits); the lengths
# around a block are held against hashlib.
MESSAGES = [b"abc", b"", b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            b"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstn"
            b"opqrstu", b"a" * 1_000_000]
DIGESTS = ["ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
           "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
           "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
           "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
           "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"]


def check_hash(tally, page):
    import hashlib
    for message, digest in zip(MESSAGES, DIGESTS):
        letters = json.dumps(message[:1].decode()) + f".repeat({len(message)})" if len(message) > 1000 else json.dumps(
            message.decode())
        tally.hold("SHA-256", page.value(f"hex(sha256(bytesOf({letters})))") == digest, message[:20])
    lengths = "Array.from({length: 200}, (_, n) => hex(sha256(Uint8Array.from({length: n}, (_, at) => at))))"
    due = [hashlib.sha256(bytes(range(count))).hexdigest() for count in range(200)]
    tally.hold("SHA-256 of 0 to 199 bytes", page.value(lengths) == due)


def check_own_ledger(tally, page):
    """The year that this repository is the ledger of: a bundle of some thousand lines."""
    from make_bundle import Ledger, bundle_of_year
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "2024.zip")
        with open(path, "wb") as file:
            file.write(bundle_of_year(Ledger.read(os.path.join(REPOSITORY, "events")), 2024).zip())
        said, other = page.check(path), by_verify(read(path), path)
        tally.hold("Kongsberg 2024", said["verdict"] == "holds" and len(said["figures"]) == 265, said["findings"])
        compare(tally, "Kongsberg 2024", said, other)


def check_by_page(tally, page, expected):
    for name, told in expected.items():
        path = os.path.join(FIXTURES, name)
        said, other = page.check(path), by_verify(read(path), path)
        tally.hold("kontroll.html of " + name, is_as_expected(
            told, [found["id"] for found in said["findings"]], said["verdict"]), (told, said["findings"]))
        compare(tally, name, said, other)


def compare(tally, name, said, other):
    """Both checkers: the same faults in the same places, the same figures, and of a bundle the same sentence."""
    tally.hold("the same faults of " + name, places(said["findings"]) == places(other["findings"]),
               (said["findings"], places(other["findings"])))
    tally.hold("the same figures of " + name, sort(said["figures"]) == sort(other.get("figures", [])), said["figures"])
    if other.get("kind"):                                   # of what cannot be read the page speaks its own language
        tally.hold("the same sentence of " + name, said["sentence"] == other["sentence"],
                   (said["sentence"], other["sentence"]))


def sort(figures):
    return sorted(figures, key=lambda figure: (figure["figure"], figure["verdict"], str(figure["claimed"])))


def check_flips_by_page(tally, page, count):
    """Of three changed bits one is anywhere in the file; one in a disclosed line, with the ZIP and SHA-256 made to
    fit; one in whatever is read of the bundle, made to fit, where the two checkers must only say the same."""
    import fixtures
    chance = random.Random(2024)

    def flip(content):
        changed = bytearray(content)
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        return bytes(changed)
    raw, liar = read(os.path.join(FIXTURES, "good-year.zip")), fixtures.Liar()
    makers = liar.person, liar.year, fixtures.LiarOfGrants(liar.keep).bundle
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "flipped.zip")
        for turn in range(count):
            made, flipped = makers[turn // 3 % 3](), flip(raw)
            if turn % 3 == 1:
                made.disclosed = flip(b"\n".join(made.disclosed)).split(b"\n")
                flipped = made.zip()
            elif turn % 3 == 2:
                which = chance.choice(["bevis.json", "kontrollpunkt.txt", "timeliste.csv", "rapport.json",
                                       "rapport.csv"])
                flipped = made.zip(
                    lambda files: [(name, flip(content) if name == which and content else content)
                                   for name, content in files],
                    lambda told: flip(compact(told)) if which == "bevis.json" else compact(told))
            with open(path, "wb") as file:
                file.write(flipped)
            said, other = page.check(path), by_verify(flipped, path)
            if turn % 3 < 2:
                tally.hold(f"flip {turn}", said["verdict"] == "fails", said["sentence"])
            compare(tally, f"flip {turn}", said, other)


def take_pictures(page, folder):
    os.makedirs(folder, exist_ok=True)
    def picture(name, fixture, *size, is_dark=False):
        if fixture:
            page.check(os.path.join(FIXTURES, fixture))
        page.picture(os.path.join(folder, name + ".png"), *size, is_dark=is_dark)
    page.value("location.reload()")
    time.sleep(1)
    page.until("typeof take === 'function'")
    picture("empty", None, 1000, 560)
    picture("light", "good-year.zip", 1000, 1500)
    picture("dark", "good-year.zip", 1000, 1500, is_dark=True)
    picture("phone", "good-year.zip", 390, 1500)
    picture("failing", "entry-changed-with-its-hash.zip", 1000, 1700)
    picture("failing-dark-phone", "figure-changed.zip", 390, 1300, is_dark=True)
    picture("person", "good-person.zip", 1000, 1300)
    picture("grant", "good-grant.zip", 1000, 1900)
    picture("grant-failing", "grant-entry-left-out.zip", 1000, 1300)
    picture("proof", "good-line-22.tlog-proof", 1000, 800)
    picture("checkpoint", "good.checkpoint", 1000, 800)
    page.check(os.path.join(FIXTURES, "figure-changed.zip"))
    page.ask("Emulation.setEmulatedMedia", media="print")
    with open(os.path.join(folder, "print.png"), "wb") as file:
        page.ask("Emulation.setDeviceMetricsOverride", width=800, height=1300, deviceScaleFactor=1, mobile=False)
        file.write(base64.b64decode(page.ask("Page.captureScreenshot", format="png")["data"]))


def main():
    options = argparse.ArgumentParser(description="Hold verify.py and kontroll.html against the fixtures.")
    options.add_argument("--screenshots", metavar="FOLDER")
    options.add_argument("--flips", type=int, default=200, metavar="N", help="changed bytes to ask the page about")
    options.add_argument("--bundle", nargs="+", default=[], metavar="FILE", help="compare both checkers on these too")
    options.add_argument("--page-only", action="store_true", help="without the checks of verify.py alone")
    given = options.parse_args()
    with open(os.path.join(FIXTURES, "expectations.json"), encoding="utf-8") as file:
        expected = json.load(file)
    tally = Tally()
    if not given.page_only:
        check_made_anew(tally)
        check_ledgers(tally)
        check_by_verify(tally, expected)
        check_flips(tally)
        check_against(tally)
        check_signatures(tally)
    program = next(filter(None, map(shutil.which, CHROMIA)), None)
    if program:
        page = Chromium(program, os.path.join(CHECKERS, "kontroll.html"))
        try:
            check_hash(tally, page)
            check_by_page(tally, page, expected)
            check_own_ledger(tally, page)
            for path in given.bundle:
                began = time.monotonic()
                said = page.check(os.path.abspath(path))
                print(f"{path}: {said['verdict']} in {time.monotonic() - began:.1f} s")
                compare(tally, path, said, by_verify(read(path), path))
            check_flips_by_page(tally, page, given.flips)
            faults = [message for message in page.messages if message.get("method") in (
                "Runtime.exceptionThrown", "Log.entryAdded")]
            tally.hold("the page is quiet", not faults, faults[:3])
            asked = {message["params"]["request"]["url"] for message in page.messages
                     if message.get("method") == "Network.requestWillBeSent"}
            tally.hold("the page asks for nothing but itself", all(url.startswith("file:") for url in asked), asked)
            if given.screenshots:
                take_pictures(page, given.screenshots)
        finally:
            page.close()
    else:
        print("SKIPPED: no Chromium, kontroll.html is NOT checked", file=sys.stderr)
    print(f"{tally.passed} passed, {len(tally.failed)} failed")
    is_missing = not program and os.environ.get("CI_REQUIRE_CHROMIUM") == "1"
    return 1 if tally.failed or is_missing else 0


if __name__ == "__main__":
    sys.exit(main())
