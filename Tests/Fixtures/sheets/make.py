#!/usr/bin/env python3
"""Writes the sheets of this folder, the same bytes every time. Standard library only."""

import pathlib
import unicodedata
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).parent


def write(name, text, encoding="utf-8", newline="\n", mark=b""):
    (HERE / name).write_bytes(mark + text.replace("\n", newline).encode(encoding))


HOURS = [
    ["Språkkafé", "Testperson A", "", "05.03.2024", "2,5", "perm 3, ark 12"],
    ["Språkkafé", "Testperson Å", "", "5.3.24", "2:30", ""],
    ["Nymoens kafé", "", "12", "2024-03", "1 694", "ark 1 – 4"],
    ["Seniordans", "Testperson B", "", "5. mars 2024", "2t 30m", ""],
]
HEADER = ["Aktivitet", "Navn", "Antall personer", "Dato", "Timer", "Bilag"]


def joined(rows, separator, quote=lambda cell: cell):
    return "".join(separator.join(quote(cell) for cell in row) + "\n" for row in rows)


def quoted(separator):
    def quote(cell):
        if any(mark in cell for mark in (separator, '"', "\n")):
            return '"' + cell.replace('"', '""') + '"'
        return cell

    return quote


def hours():
    with_sum = [HEADER] + HOURS + [["Sum", "", "12", "", "1701,5", ""]]
    write("hours-excel-1252.csv", joined(with_sum, ";"), "cp1252", "\r\n")
    titled = [["Timeliste mars", "", "", "", "", ""], ["", "", "", "", "", ""]]
    titled += [HEADER[:2] + ["Antall\npersoner"] + HEADER[3:]] + HOURS
    titled += [['Filming "Ny på Kongsberg"', "Testperson A", "", "07.03.2024", "3", ""]]
    write("hours-excel-utf8.csv", joined(titled, ";", quoted(";")), "utf-8", "\r\n",
          b"\xef\xbb\xbf")
    write("hours-excel-unicode.txt", joined([HEADER] + HOURS, "\t"), "utf-16-le", "\r\n",
          b"\xff\xfe")
    write("hours-google.csv", joined([HEADER] + HOURS, ",", quoted(",")))
    decomposed = unicodedata.normalize("NFD", joined([HEADER] + HOURS, ";"))
    write("hours-mac.csv", decomposed, "utf-8", "\r")
    write("hours-faults.csv", """\
Aktivitet;Navn;Antall;Dato;Timer;Fra kl.;Til kl.;Bilag
Språkkafé;Testperson A;;05.03.2024;3.30;;;
Språkkafé;Testperson A;;31.02.2024;2;;;
Språkkafé;Kari, Ola +3;;05.03.2024;2;;;
;Testperson A;;05.03.2024;2;;;
Språkkafé;Testperson A;4;05.03.2024;2;;;
Språkkafé;;;05.03.2024;2;;;
Språkkafé;;tre;05.03.2024;2;;;
Her har vi glemt å føre noe
Språkkafé;Testperson A;;05.03.2024;#I/T;;;
Språkkafé;Testperson A;;05.03.2024;3;18;20;
Språkkafé;;5;05.03.2024;;18;20;
Språkkafé;Testperson A;;05.03.2024;;;;
Språkkafé;Testperson A;;05.03.2024;2;;;perm 3, ark 12 og alle de andre arkene til og med 47
Språkkafé;Testperson A;;05.03.2024;2;;;;for mye
Språkkafé;Testperson A;;05.03.2024;;18.00;20.00;ark 3
""")


def others():
    write("forms-google.csv", '''\
"Tidsmerke","Hva er navnet ditt?","Hvilken aktivitet gjelder det?","Hvilken dato var du med?",\
"Hvor mange timer?","Noe mer du vil si oss?"
"2024/03/06 9:14:05 am CET","Testperson A","Språkkafé","05.03.2024","2,5",""
"2024/03/08 7:02:44 pm CET","Testperson B","Seniordans","07.03.2024","1,5","Takk, det var ""gøy"""
''')
    write("persons.csv", "Navn;Rolle;Fødselsår\nTestperson A;frivillig;1980\n"
          "Testperson B;;05.03.1975\nTestperson C;Koordinator;\n", "cp1252", "\r\n")
    write("activities.csv", "Navn;Kode;Gruppe;Kategori;Sektor;Mottaker;Også for;I summen;Andre navn\n"
          "Språkkafé;sprakkafe;Språkkaféer;Inkludering/integrering;Egne møteplasser;"
          "Frivilligsentralen;;ja;\"Språkkafe; Språktrenere\"\n"
          "Hagearbeid FMC;;;annet;;;\"Biblioteket\nUng kultur\";nei;\n", "utf-8", "\r\n",
          b"\xef\xbb\xbf")
    write("shifts.csv", "Aktivitet;Dato;Fra kl.;Til kl.;Plasser\nElvelangs;07.09.2024;18.00;22.00;10\n"
          "Nattkafé;07.09.2024;22;02;\n", "cp1252", "\r\n")
    write("signups.csv", "Vakt;Navn\ns12;Testperson A\ns12;Testperson B\n", "cp1252", "\r\n")


# MARK: - Kongsberg

# The table of the annual report of 2024, as it stands there.
KONGSBERG = """\
Frivilligsentralen: | Antall frivillige | Timer
Butikken på mottaket | 14 | 334
Familedag på mottaket | 4 | 16
Dugnad i butikken | 2 | 6
Tolk, ledsager | 1 | 80
Engelskkurs | 1 | 48
Sykkelpilot | 2 | 64
Elvelangs | 28 | 156
Filming ny på Kongsberg | 5 | 15
Filosofikafé, plnalegging | 1 | 16
Handling/transport varer | 2 | 88
IKT kafé | 4 | 398
Intervju frivillige/deltakere | 1 | 8
Nymoens kafé | 5 | 1694
Kulturkafé | 35 | 120
Lesevenn | 4 | 172
Livets minnebok, intervjuobjekter | 8 | 64
Menneskebibliotek april + deseember | 33 | 99
Film menneskebibliotek x 2 | 13 | 39
Miljøko på biblioteket | 14 | 54
Praktisk hjelp i hjemmet | 15 | 274
Filosofikafé praktisk | 11 | 117
Seniordans | 3 | 216
Spillkvelder bibliotek | 1 | 24
Snørydding og transport | 6 | 146
Språktrenere | 17 | 1081
Turgåong | 2 | 21
Evaluering av språkkafé | 10 | 30
Testpanel digitalt språkkurs | 5 | 15
Strikking for alle | 5 | 430
UKM | 5 | 20
KUR, ungdomskafé | 4 | 36
Vitensenteret | 2 | 12
Sum | 225 | 5893
Et frivillig årsverk er 1650 timer, = 3,6 årsvek |  |
Hagearbeid FMC | 68 | 204
"""


def kongsberg():
    rows = [[cell.strip() for cell in line.split("|")] for line in KONGSBERG.splitlines()]
    rows = [(row + ["", ""])[:3] for row in rows]
    write("kongsberg-2024.tsv", joined(rows, "\t"))
    write("kongsberg-2024.csv", joined(rows, ";"), "cp1252", "\r\n")
    cells = [[text(cell) if not cell.isdigit() else number(cell) for cell in row] for row in rows]
    book("kongsberg-2024.xlsx", [("Produksjon", cells)])


# MARK: - Workbooks

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Cell styles: the number formats of the cells below, in their order.
GENERAL, DAY, CLOCK, DURATION, MONTH, MOMENT, DECIMAL = range(7)
CUSTOM = {164: "dd.mm.yyyy", 165: "hh:mm;@", 166: "[h]:mm", 167: "mmmm\\ yyyy",
          168: 'dd.mm.yyyy "kl." hh:mm', 169: "#,##0.00"}
STYLES = [0, 164, 165, 166, 167, 168, 169]


class Strings:
    """The shared strings of one book."""

    def __init__(self):
        self.items = []

    def index(self, item):
        if item not in self.items:
            self.items.append(item)
        return self.items.index(item)


def text(value):
    return lambda place, strings: (
        f'<c r="{place}" t="s"><v>{strings.index(f"<si><t>{escape(value)}</t></si>")}</v></c>'
        if value else "")


def rich(*runs):
    inner = "".join(f'<r><t xml:space="preserve">{escape(run)}</t></r>' for run in runs)
    item = f"<si>{inner}<rPh sb=\"0\" eb=\"1\"><t>ikke med</t></rPh></si>"
    return lambda place, strings: f'<c r="{place}" t="s"><v>{strings.index(item)}</v></c>'


def number(value, style=GENERAL):
    return lambda place, strings: f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def formula(code, value=None, kind="n", style=GENERAL):
    result = f"<v>{escape(value)}</v>" if value is not None else ""
    return lambda place, strings: (
        f'<c r="{place}" s="{style}" t="{kind}"><f>{escape(code)}</f>{result}</c>')


def typed(kind, value):
    return lambda place, strings: f'<c r="{place}" t="{kind}"><v>{escape(value)}</v></c>'


def inline(value):
    return lambda place, strings: (
        f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>')


def book(name, sheets, from1904=False, hidden_rows=(), prefix=""):
    strings = Strings()
    parts = {}
    for index, (_, rows) in enumerate(sheets):
        body = ""
        for line, row in enumerate(rows, 1):
            cells = "".join(
                cell(f"{chr(65 + column)}{line}", strings) for column, cell in enumerate(row) if cell)
            mark = ' hidden="1"' if line in hidden_rows else ""
            body += f'<row r="{line}"{mark}>{cells}</row>'
        parts[f"xl/worksheets/sheet{index + 1}.xml"] = (
            f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>')
    tabs = "".join(
        f'<sheet name="{escape(tab)}" sheetId="{i + 1}" r:id="rId{i + 1}"/>'
        for i, (tab, _) in enumerate(sheets))
    flag = '<workbookPr date1904="1"/>' if from1904 else "<workbookPr/>"
    links = "".join(
        f'<Relationship Id="rId{i + 1}" Type="{LINKS}/worksheet" '
        f'Target="worksheets/sheet{i + 1}.xml"/>' for i in range(len(sheets)))
    links += f'<Relationship Id="rId90" Type="{LINKS}/styles" Target="styles.xml"/>'
    if strings.items:
        links += (f'<Relationship Id="rId91" Type="{LINKS}/sharedStrings" '
                  'Target="/xl/sharedStrings.xml"/>')
        parts["xl/sharedStrings.xml"] = (
            f'{HEAD}<sst xmlns="{MAIN}">{"".join(strings.items)}</sst>')
    formats = "".join(
        f'<numFmt numFmtId="{id}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for id, code in CUSTOM.items())
    styles = "".join(f'<xf numFmtId="{id}"/>' for id in STYLES)
    parts["xl/styles.xml"] = (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>')
    parts["xl/workbook.xml"] = (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{flag}<sheets>{tabs}</sheets></workbook>')
    parts["xl/_rels/workbook.xml.rels"] = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>')
    parts["_rels/.rels"] = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}.{content}+xml"/>'
        for part, content in [("xl/workbook.xml", "sheet.main"), ("xl/styles.xml", "styles")]
        + ([("xl/sharedStrings.xml", "sharedStrings")] if strings.items else [])
        + [(f"xl/worksheets/sheet{i + 1}.xml", "worksheet") for i in range(len(sheets))])
    parts["[Content_Types].xml"] = (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>')
    if prefix:
        part = "xl/worksheets/sheet1.xml"
        parts[part] = (
            parts[part].replace("</", "\0").replace("<?", "\1").replace("<", f"<{prefix}:")
            .replace("\0", f"</{prefix}:").replace("\1", "<?")
            .replace("xmlns=", f"xmlns:{prefix}="))
    # Stored, so that a reader of a few lines can take them out; and with one time stamp for ever.
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_STORED) as archive:
        for part in sorted(parts):
            entry = zipfile.ZipInfo(part, (2024, 1, 1, 0, 0, 0))
            entry.create_system = 3
            archive.writestr(entry, parts[part].encode("utf-8"))


def workbooks():
    head = [text(cell) for cell in ["Aktivitet", "Navn", "Dato", "Timer", "Fra kl.", "Godkjent"]]
    day = 45356  # 5 March 2024
    book("hours.xlsx", [("Timer", [
        [text("Timeliste mars")],
        head,
        [text("Språkkafé"), text("Testperson A"), number(day, DAY), number("2.5"),
         number("0.75", CLOCK), typed("b", "1")],
        [rich("Nymoens ", "kafé"), text("Testperson A"), number(day + 0.75, MOMENT),
         number("1.1041666666666667", DURATION), None, typed("b", "0")],
        [text("Seniordans"), text("Testperson B"), number(45352, MONTH),
         formula("2*1.6666666666666667", "3.3333333333333335", style=DECIMAL)],
        [formula('"Spill"&"kveld"', "Spillkveld", "str"), inline("Testperson B"),
         number(day, DAY), typed("e", "#N/A")],
        [text("Seniordans"), text("Testperson B"), number(day, DAY), formula("SUM(A1:A2)")],
        [],
        [text("Seniordans & strikk"), text("Testperson B"), number(day, DAY), number("0.25")],
    ]), ("Notater", [[text("Ingenting her")]])], hidden_rows=[5])
    book("hours-1904.xlsx", [("Timer", [
        [inline(cell) for cell in ["Aktivitet", "Navn", "Dato", "Timer"]],
        [inline("Språkkafé"), inline("Testperson A"), number(day - 1462, DAY), number("2.5")],
    ])], from1904=True, prefix="x")


hours()
others()
kongsberg()
workbooks()
