import Domain

// The data of the events about imports and closed years, version 1 (events/README.md, section 4).

extension EventFields {
  static func importing<Pass: FieldPass>(
    _ pass: inout Pass, _ given: ImportMade?
  ) throws(FormatError) -> ImportMade {
    // A value that cannot be spelled is not written.
    if let given, (given.table != nil) != (given.kind == .table) {
      throw FormatError(.punctuation, column: 0, key: "year")
    }
    let source = try pass.text("source", given?.source, bytesMax: TextRule.sourceBytesMax)
    let kind = try pass.word("kind", given?.kind)
    return ImportMade(
      source: source, kind: kind,
      digest: try pass.characters("digest", given?.digest, .hexDigits),
      rows: try pass.number("rows", given?.rows, in: 0...(LineNumber.limit - 1)),
      after: try pass.optionalID("after", given?.after),
      table: kind == .table ? try table(&pass, given?.table) : nil)
  }

  /// A printed table has a year, and nothing else has one.
  private static func table<Pass: FieldPass>(
    _ pass: inout Pass, _ given: ImportMade.Table?
  ) throws(FormatError) -> ImportMade.Table {
    ImportMade.Table(
      year: try pass.number("year", given?.year, in: Day.years),
      distinct: try pass.optionalNumber("distinct", given?.distinct, in: counts))
  }

  static func closing<Pass: FieldPass>(
    _ pass: inout Pass, _ given: YearClosing?
  ) throws(FormatError) -> YearClosing {
    let settings = try year(&pass, given?.settings)
    let sums = 0...(LineNumber.limit - 1)
    return YearClosing(
      year: settings.year, settings: settings,
      totals: YearClosing.Totals(
        entries: try pass.number("entries", given?.totals.entries, in: sums),
        minutes: try pass.number("minutes", given?.totals.minutes, in: sums),
        participations: try pass.number(
          "participations", given?.totals.participations, in: sums),
        distinct: try pass.number("distinct", given?.totals.distinct, in: sums),
        headcount: try pass.number("headcount", given?.totals.headcount, in: sums)),
      root: try pass.characters("root", given?.root, .hexDigits),
      figureSet: try pass.number("set", given?.figureSet, in: counts),
      digest: try pass.characters("digest", given?.digest, .hexDigits),
      accepted: try pass.words("accepted", given?.accepted),
      reason: try pass.optionalWord("reason", given?.reason))
  }

  static func approval<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (year: Int, closing: Int, digest: String, on: Day)?
  ) throws(FormatError) -> (year: Int, closing: Int, digest: String, on: Day) {
    (
      year: try pass.number("year", given?.year, in: Day.years),
      closing: try pass.number("closing", given?.closing, in: counts),
      digest: try pass.characters("digest", given?.digest, .hexDigits),
      on: try pass.day("on", given?.on)
    )
  }

  static func reopening<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (year: Int, reason: Reason, note: String?)?
  ) throws(FormatError) -> (year: Int, reason: Reason, note: String?) {
    (
      year: try pass.number("year", given?.year, in: Day.years),
      reason: try pass.word("reason", given?.reason),
      note: try pass.optionalCharacters("note", given?.note, .hexDigits)
    )
  }
}
