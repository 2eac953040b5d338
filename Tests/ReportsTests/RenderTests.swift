import Domain
import Projections
import Reports
import Testing
import Wording

@Suite struct RenderTests {
  private func report(_ texts: [String], _ language: Language = .nb) -> Report {
    var section = ReportSection(
      key: "rows", title: "Rader",
      columns: [
        ReportColumn("text", "Tekst"), ReportColumn("minutes", "Timer", .right),
        ReportColumn("secret", "Kode", isDataOnly: true),
      ])
    section.rows = texts.map { text in
      ReportRow(.item, [.text(text), .hours(75), .text("k")])
    }
    var report = Report(key: "test", language: language, title: "Prøve")
    report.sections = [section]
    return report
  }

  @Test(arguments: ["=1+1", "+47", "-5", "@SUM(A1)", "＝1+1"])
  func `a text that a spreadsheet would compute is guarded`(_ text: String) {
    let csv = report([text]).csv(section: "rows")
    #expect(csv.contains("\r\n'\(text);1,25;k\r\n"))
  }

  @Test func `a table of its own begins with the mark and the headings`() {
    let csv = report(["a;b", "say \"hi\"", "a,b"]).csv(section: "rows")
    #expect(
      csv
        == "\u{FEFF}Tekst;Timer;Kode\r\n\"a;b\";1,25;k\r\n\"say \"\"hi\"\"\";1,25;k\r\na,b;1,25;k\r\n"
    )
  }

  @Test func `figures are guarded by no apostrophe and grouped by no space`() {
    var report = report([])
    report.sections[0].rows = [
      ReportRow(.item, [.integer(-1_234_567), .hours(-75), ReportCell(.flag(true))]),
      ReportRow(
        .item,
        [
          ReportCell(.decimal(353_580, over: 99_000, places: 2)),
          ReportCell(.period(Period(day("2024-03-05")))), ReportCell(.period(period("2024-03"))),
        ]),
      ReportRow(
        .item, [ReportCell(.moment(Instant(seconds: 1_709_658_249))), .empty, .empty]),
    ]
    let lines = report.csv(section: "rows").split(separator: "\r\n").dropFirst()
    #expect(
      Array(lines) == ["-1234567;-1,25;ja", "3,57;05.03.2024;2024-03", "05.03.2024 18:04;;"])
  }

  @Test func `no name can move the cursor or forge a line`() {
    let nasty = "Kari\u{1B}[2J\nSum 999\u{202E}\u{2028}\r"
    for text in [
      report([nasty]).table(), report([nasty]).markdown(), report([nasty]).csv(section: "rows"),
    ] {
      let unsafe: Set<Unicode.Scalar> = ["\u{1B}", "\u{202E}", "\u{2028}"]
      #expect(!text.unicodeScalars.contains { unsafe.contains($0) })
      #expect(!text.contains("\nSum 999"))
    }
    let json = report([nasty]).json()
    #expect(json.contains("Kari\\u001b[2J\\nSum 999"))
    #expect(json.utf8.count { $0 < 32 } == 1, "only the newline at the end")
  }

  @Test func `columns stand straight whatever the letters`() {
    let texts = ["e\u{301}te\u{301}", "日本", "kaffe ☕️", "å"]
    let lines = report(texts).table().split(separator: "\n").suffix(texts.count)
    #expect(Set(lines.map { columnWidth(String($0)) }).count == 1)
    #expect(lines.allSatisfy { $0.hasSuffix("1,25") && !$0.contains("k\n") })
  }

  @Test func `nothing in a name is markup`() {
    let text = report(["a|b *c* [d](e) <f> `g` _h_ \\"]).markdown()
    #expect(text.contains("| a\\|b \\*c\\* \\[d\\](e) \\<f\\> \\`g\\` \\_h\\_ \\\\ | 1,25 |"))
  }

  @Test func `JSON is exact and escaped`() {
    let value = JSONValue.object([
      "a": .array([.null, .bool(true), .integer(-5), .decimal("3.5715")]),
      "\"\\\u{1}\u{7F}é\u{2028}": .string("\t\n\r\u{8}\u{C}/"),
    ])
    #expect(
      value.text
        == #"{"a":[null,true,-5,3.5715],"\"\\\u0001\u007fé\u2028":"\t\n\r\b\f/"}"#)
  }

  @Test func `hours are minutes to programs`() {
    #expect(report(["a"]).json().contains(#""values":{"text":"a","minutes":75,"secret":"k"}"#))
  }
}

@Suite struct ReportTests {
  @Test(arguments: seeds)
  func `every printed figure is the one its address explains`(seed: UInt64) throws {
    let log = randomLog(seed: seed)
    let all = YearStatistics().folded(over: log)
    for year in all.years {
      let explainer = Explainer(year: year).folded(over: log).explained
      let basis = ReportBasis(opening: explainer.opening, through: log.count, hash: "")
      let reports = [
        YearReport(explainer.figures, basis: basis, .nb).report,
        StatisticsReport([explainer.figures], basis: basis, .nb).report,
      ]
      for cell in reports.flatMap({ $0.sections.flatMap { $0.rows.flatMap(\.cells) } }) {
        guard let text = cell.explain else { continue }
        let explanation = try explainer.explain(FigureAddress(text))
        let printed: ReportValue =
          switch explanation.value {
          case .count(let count): .integer(count)
          case .minutes(let minutes): .hours(minutes: minutes)
          case .fullTime(let minutes, let divisor):
            .decimal(minutes, over: 60 * divisor, places: 1)
          }
        #expect(cell.value == printed, "seed \(seed), \(text)")
        #expect(explanation.addsUp, "seed \(seed), \(text)")
      }
    }
  }

  @Test func `every figure of the year can be explained`() {
    // All numbers of the table have an address, but those that only add up the lines above them.
    let rows = SampleLedger.year(.nb).sections.flatMap { section in
      section.rows.flatMap { row in
        zip(section.columns, row.cells).map { (section.key, row.role, $0.0.key, $0.1) }
      }
    }
    for (section, role, column, cell) in rows {
      switch cell.value {
      case .integer, .hours, .decimal:
        let isCountOfRows = column == "activities" || (section == "groups" && role == .sum)
        #expect((cell.explain != nil) != isCountOfRows, "\(section) \(column)")
      case .empty, .text, .flag, .period, .moment: break
      }
    }
  }

  @Test func `activities come in the order that is asked for`() {
    func codes(_ order: YearReport.Order) -> [String] {
      SampleLedger.year(.nb, order).sections[0].rows.dropLast().map { row in
        if case .text(let code) = row.cells[0].value { code } else { "" }
      }
    }
    #expect(codes(.added) == ["sprakkafe", "tur", "tolk"])
    #expect(codes(.name) == ["sprakkafe", "tolk", "tur"])
    #expect(codes(.hours) == ["tolk", "tur", "sprakkafe"])
    #expect(codes(.volunteers) == ["sprakkafe", "tolk", "tur"])
  }

  @Test func `a past view says so, and a ledger of real people does not say example`() {
    var basis = SampleLedger.basis
    basis.reconstruction = false
    basis.asKnownOn = .day(day("2025-03-04"))
    let report = YearReport(SampleLedger.explainer.figures, basis: basis, .nb).report
    #expect(report.header == ["Året er ikke avsluttet, slik det var kjent 4. mars 2025"])
    basis.asKnownOn = .moment(Instant(seconds: 1_709_658_249))
    let moment = YearReport(SampleLedger.explainer.figures, basis: basis, .nn).report
    #expect(
      moment.header == ["Året er ikkje avslutta, slik det var kjent 5. mars 2024 kl. 18.04"])
  }

  @Test func `the sentence of the design`() throws {
    let command = try #require(CommandID("c731"))
    let recorded = Recorded(
      seq: 731, at: Instant(seconds: 1_709_658_249), by: PersonID(seq: 2), command: command,
      left: 0, event: .hoursLogged(entry("sprakkafe", .person(PersonID(seq: 17)), 150)))
    #expect(
      LogReport.sentence(recorded, .nb).replacing("\u{A0}", with: " ")
        == "5. mars 2024 kl. 18.04 p2 førte 2 t 30 min i sprakkafe for p17 (2024-03-05)")
    #expect(
      LogReport.sentence(recorded, .nn).replacing("\u{A0}", with: " ")
        == "5. mars 2024 kl. 18.04 p2 førte 2 t 30 min i sprakkafe for p17 (2024-03-05)")
    #expect(
      LogReport.sentence(recorded, .en).replacing("\u{A0}", with: " ")
        == "5 March 2024 at 18:04 p2 recorded 2 h 30 min in sprakkafe for p17 (2024-03-05)")
  }

  @Test func `Kongsberg's full-time equivalents have four exact decimals`() {
    var log = LogBuilder()
    log.activity("kafe")
    log.hours("kafe", .unnamed(headcount: 9), 353_580, on: "2024")
    let figures = YearStatistics().folded(over: log.log).figures(of: 2024)
    let basis = ReportBasis(opening: nil, through: 4, hash: "")
    let json = StatisticsReport([figures], basis: basis, .nb).json()
    #expect(json.contains(#""fte":3.5715,"hoursPerFTE":1650,"#))
  }
}
