// An example year: Kongsberg's reconstruction of 2024, with a grant for children and young people that is
// invented and says so in its name. Played through the tool's own words in 2025 and 2026, and everything
// it answered is kept beside. Nothing here says anything about the real centre.

import Foundation
import Testing

/// The played year.
struct BufdirYear: Sendable {
  static let played = Result { try BufdirYear() }

  static let languages = ["nb", "nn", "en"]
  /// Forms with how a kept file of each ends.
  static let forms = [
    "text": "txt", "markdown": "md", "csv": "csv", "json": "json", "html": "html",
  ]

  let folder: URL
  /// The two grants of the example.
  let bufdir: String
  let gjensidige: String
  /// Everything that was written with a command, and what came back.
  let story: String
  /// What was refused, by a word for it.
  let refused: [String: Ran]
  /// The report as it was before it was sent, by language and form: "nb.text".
  let reports: [String: String]
  /// With `--application`, by language.
  let applications: [String: String]
  /// What sending printed, and through which line it was computed.
  let sent: String
  let sentThrough: Int
  /// What changed since, by language and form.
  let since: [String: String]
  /// The page that was sent as the second version.
  let secondPage: String

  /// A tool in the played folder after everything.
  func after() throws -> Played { try Played(in: folder, at: "2026-02-06T10:00:00Z") }

  /// The kept report that a line of the log is about.
  func kept() throws -> [String: String] {
    let folder = folder.appending(path: "sent")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.reduce(into: [:]) { all, name in
      all[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
  }

  private init() throws {
    folder = try Tool().folder
    try FileManager.default.copyItem(
      at: Tool.repository.appending(path: "events"), to: folder.appending(path: "events"))
    var teller = try Teller(in: folder, at: "2025-03-10T09:00:00Z")
    bufdir = try teller.bufdirGrant()
    try teller.participants()
    try teller.money(bufdir)
    gjensidige = try teller.otherGrant()
    try teller.claims(bufdir: bufdir, gjensidige: gjensidige)

    let played = teller.played
    try played.wait(until: "2025-04-28T08:00:00Z")
    let id = bufdir
    func all(_ words: [String], _ forms: [String]) -> [String: String] {
      Self.languages.reduce(into: [:]) { all, language in
        for form in forms {
          let ran = played.run(words + ["--form", form, "--språk", language])
          all["\(language).\(form)"] = ran.printed()
        }
      }
    }
    // (The moment of a report stands in it.)
    reports = all(["rapport", "tilskudd", id], Self.forms.keys.sorted())
    applications = all(["rapport", "tilskudd", id, "--søknad"], ["text"])
    sentThrough = try played.tool.lines().count
    sent = teller.quiet("rapport", "tilskudd", id, "--sendt-til", "Bufdir").out
    teller.tell("tilskudd", "endre", id, "--status", "rapportert")

    try teller.late(id)
    since = all(["rapport", "tilskudd", id, "--siden", "siste"], ["text", "json"])
    teller.tell(
      "rapport", "tilskudd", id, "--form", "html", "--til-fil", "rapport.html", "--sendt-til",
      "Bufdir")
    secondPage = try String(contentsOf: folder.appending(path: "rapport.html"), encoding: .utf8)
    story = teller.story.replacing(folder.path, with: "MAPPEN")
    refused = teller.refused
  }
}

/// Plays and keeps what was said.
private struct Teller {
  let played: Played
  private(set) var story = ""
  private(set) var refused: [String: Ran] = [:]

  init(in folder: URL, at moment: String) throws {
    played = try Played(in: folder, at: moment)
  }

  /// Runs, expects it to be done, and keeps words and answer.
  mutating func tell(_ words: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    let ran = played.run(words)
    #expect(ran.code == 0, "\(words): \(ran.err)", sourceLocation: sourceLocation)
    keep(words, ran, ran.out + ran.err)
  }

  /// The same, for what prints a report that is kept elsewhere.
  mutating func quiet(
    _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) -> Ran {
    let ran = played.run(words)
    #expect(ran.code == 0, "\(words): \(ran.err)", sourceLocation: sourceLocation)
    keep(words, ran, ran.err)
    return ran
  }

  /// Runs, expects a refusal, and keeps it.
  mutating func refuse(
    _ key: String, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try played.tool.log()
    let ran = played.run(words)
    #expect(ran.code == 1, "\(words): \(ran.out)", sourceLocation: sourceLocation)
    #expect(
      try played.tool.log() == before, "a refusal writes nothing", sourceLocation: sourceLocation)
    refused[key] = ran
    keep(words, ran, ran.out + ran.err)
  }

  private mutating func keep(_ words: [String], _ ran: Ran, _ text: String) {
    let typed = words.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
    story += "$ dugnad \(typed)\n\(text)" + (ran.code == 0 ? "" : "[\(ran.code)]\n") + "\n"
  }

  /// The number of the newest line of a type, after a letter.
  private func newest(_ type: String, _ letter: String) throws -> String {
    let line = try #require(
      try played.tool.lines().last { $0.contains("\"type\":\"\(type)\"") }, "no \(type)")
    let number = try #require(line.firstMatch(of: /^\{"seq":([0-9]+)/)?.1)
    return letter + number
  }

  // MARK: - The parts of the year

  mutating func bufdirGrant() throws -> String {
    tell(
      "tilskudd", "ny", "--profil", "bufdir", "--år", "2024", "--prosjekt",
      "Eksempel: møteplasser for unge", "-a", "spillkveld=4.8", "-a", "kur=4.8", "-a", "ukm=4.1",
      "-a", "familiedag=4.1", "-a", "minnebok=4.11", "--aldersgrupper", "0-12,13-19,20-24",
      "--søkt", "300 000", "--timer", "120", "--dag", "2023-11-20", "--søknadsfrist", "2023-12-01",
      "--rapportfrist", "2025-05-01", "--timesats", "300", "--mål", "deltakere=60", "--mål",
      "kur:timer=30", "--mål", "timer=120", "--mål", "frivillige=25", "--mål", "dager=16", "--mål",
      "open-places=2", "--bekreftet")
    let id = try newest("grant.added", "g")
    tell(
      "tilskudd", "endre", id, "--status", "innvilget", "--beløp", "250 000", "--timer", "100",
      "--dag", "1.2.2024")
    tell("aktivitet", "endre", "kur", "--merke", "open-place")
    tell("aktivitet", "endre", "spillkveld", "--merke", "open-place")
    return id
  }

  /// Who came: some by age, some not, some only different people of a period.
  mutating func participants() throws {
    func came(_ words: String...) -> [String] { ["deltakere", "ny", "-a"] + words }
    for words in [
      came("spillkveld", "--dag", "1.2.2024", "--alder", "0-12=4", "--alder", "13-19=11"),
      came("spillkveld", "--dag", "12.9.2024", "--alder", "13-19=14"),
      came("kur", "--dag", "11.10.2024", "--alder", "13-19=18", "--alder", "20-24=3"),
      came("kur", "--dag", "22.11.2024", "--alder", "13-19=22"),
      came(
        "kur", "--dag", "2024-09-01..2024-11-30", "--alder", "13-19=31", "--alder", "20-24=5",
        "--forskjellige"),
      came("ukm", "--dag", "10.2.2024", "--alder", "0-17=26", "--kjent", "estimated"),
      came("familiedag", "--dag", "25.5.2024", "--antall", "40", "--kjent", "estimated"),
    ] {
      let ran = played.run(words)
      #expect(ran.code == 0, "\(words): \(ran.err)")
      keep(words, ran, ran.out + ran.err)
    }
  }

  mutating func money(_ id: String) throws {
    tell(
      "tilskudd", "endre", id, "--budsjett", "Lønn=300000", "--budsjett", "Mat=40000", "--budsjett",
      "Utstyr=90000")
    tell("tilskudd", "endre", id, "--budsjett", "Tilskudd=250000", "--inntekt", "tilskudd")
    tell("tilskudd", "endre", id, "--budsjett", "Kommunen=180000", "--inntekt", "kommune")
    let file = played.tool.folder.appending(path: "regnskap.csv")
    try Data(
      """
      Bok;Retning;Post;Beløp;Finansiering;Dato;Bilag
      Regnskap;Inntekt;Tilskudd;250000;tilskuddet;1.2.2024;Eksempel 1
      Regnskap;Inntekt;Kommunen;180 000;kommune;30.6.2024;Eksempel 2
      Regnskap;Inntekt;Egenandel;12500,50;egne;31.12.2024;Eksempel 3
      Regnskap;Kostnad;Lønn;301250,50;;31.12.2024;Eksempel 4
      Regnskap;Kostnad;Mat;38 400;;31.12.2024;Eksempel 5
      Regnskap;Kostnad;Utstyr;88 120,75;;15.11.2024;Eksempel 6

      """.utf8
    ).write(to: file)
    tell("tilskudd", "importer", id, "regnskap.csv")
  }

  mutating func otherGrant() throws -> String {
    tell(
      "tilskudd", "ny", "--profil", "gjensidige", "--ordning", "Eksempelordning", "--år", "2024",
      "--prosjekt", "Eksempel: scene for unge", "-a", "ukm", "--bekreftet")
    let id = try newest("grant.added", "g")
    tell(
      "tilskudd", "endre", id, "--status", "innvilget", "--beløp", "20000", "--dag", "15.1.2024")
    return id
  }

  /// An hour stands on one grant, and paid work on none.
  mutating func claims(bufdir: String, gjensidige: String) throws {
    try played.wait(until: "2025-04-24T11:00:00Z")
    tell("tilskudd", "før", gjensidige, "h490", "h491")
    let released = try newest("hours.claimed", "c")
    try refuse("taken", "tilskudd", "før", bufdir, "h492", "h491")
    tell("tilskudd", "før", "--frigi", released, "--grunn", "wrong-activity")
    tell("tilskudd", "før", bufdir, "h491")
    tell("timer", "merk", "h519", "--merke", "paid")
    try refuse("paid", "tilskudd", "før", bufdir, "h519")
    tell(
      "tilskudd", "før", bufdir, "-a", "spillkveld", "-a", "kur", "-a", "ukm", "-a", "familiedag")
    tell("tilskudd", "før", bufdir, "h2365", "h2366", "h2367", "h2368", "--timer", "6")
  }

  /// The year after: a claimed entry of the closed year was half an hour too long, and another is claimed.
  mutating func late(_ bufdir: String) throws {
    try played.wait(until: "2026-02-03T09:00:00Z")
    try refuse("claimed", "timer", "rett", "h1047", "--minutter", "150", "--etterfør")
    let claim = try #require(
      try played.tool.lines().last {
        $0.contains("\"hours.claimed\"") && $0.contains("\"entry\":\"h1047\"")
      }?.firstMatch(of: /^\{"seq":([0-9]+)/)?.1)
    tell("tilskudd", "før", "--frigi", "c\(claim)", "--grunn", "wrong-minutes")
    try refuse("closed", "timer", "rett", "h1047", "--minutter", "150", "--grunn", "wrong-minutes")
    tell(
      "timer", "rett", "h1047", "--minutter", "150", "--grunn", "wrong-minutes", "--etterfør")
    tell("timer", "godkjenn", "h1047", "--av", "p3")
    tell("tilskudd", "før", bufdir, "h1047", "h2369")
  }
}
