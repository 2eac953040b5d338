// Steps 4, 5, 6 and 8: what the bundle claims is what its lines give.

import Domain
import Integrity
import Projections

extension BundleCheck {
  // MARK: A year

  mutating func checkYear(_ manifest: BundleManifest, _ zip: ZipFile) {
    guard let closed = closing(manifest) else { return }
    let year = DisclosedYear(lines, closed, hash: digitsAboveClosing)
    noteSurplus(Belonging(year: closed.content.year, year.state))
    let computed = year.figures
    (entries, minutes) = (computed.totals.entries, computed.totals.minutes)
    checkClosing(closed, computed)
    checkFigures(manifest, computed.claims)
    checkTimesheet(year.above, zip)
    checkReports(ReportFigures(computed), zip, ours: year.reports(manifest.language))
  }

  /// Step 4: the closing says what the lines above it give.
  private mutating func checkClosing(_ closed: ClosedYear, _ computed: YearFigures) {
    // One of an unknown version was named in step 2, and is not looked at further (section 5).
    guard FigureSet.knows(version: closed.content.figureSet) else { return }
    let file = "linjer.jsonl"
    let known = FigureValues(computed.claims)
    for claim in closed.content.claims {
      let value = known[claim.figure] ?? 0
      guard value != claim.value else { continue }
      note(
        .incomplete, file, line: closed.seq, figure: claim.figure,
        .total(said: claim.value, computed: value))
    }
    let (said, settings) = (closed.content.settings, computed.settings)
    if said.divisor != settings.divisor {
      note(.incomplete, file, line: closed.seq, .key("divisor"))
    }
    if said.rate != settings.rate { note(.incomplete, file, line: closed.seq, .key("rate")) }
    let text = FigureSet.text(of: computed, version: closed.content.figureSet) ?? ""
    if SHA256.hash(Array(text.utf8)).hex != closed.content.digest {
      note(.incomplete, file, line: closed.seq, .figureSet)
    }
  }

  // MARK: The figures of a year

  mutating func checkTotals(_ manifest: BundleManifest) {
    guard let closed = closing(manifest) else { return }
    noteSurplus(Belonging())
    let said = closed.content.claims
    (entries, minutes) = (closed.content.totals.entries, closed.content.totals.minutes)
    checkFigures(manifest, said, areOthersUnknown: true)
  }

  // MARK: A person

  mutating func checkPerson(_ manifest: BundleManifest, _ zip: ZipFile) {
    guard let person = manifest.person else { return }
    var state = State()
    for line in lines { state.evolve(line) }
    noteSurplus(Belonging(person: person, state))
    let computed = PersonClaims(person, lines)
    (entries, minutes) = (computed.entries, computed.minutes)
    checkFigures(manifest, computed.claims)
    checkTimesheet(lines, zip)
    let own = lines.first { $0.seq == person.seq }
    guard case .personRegistered(let registered)? = own?.event else {
      return note(.incomplete, "linjer.jsonl", line: person.seq, .key("person"))
    }
    guard let identity = manifest.identity else { return }
    let salt = Digest(hex: identity.salt.utf8)?.bytes
    let computedCommitment = salt.map { SHA256.hash($0 + Array(identity.text.utf8)).hex }
    if computedCommitment == nil || computedCommitment != registered.commitment {
      note(.identityDiffers, BundleManifest.name, line: person.seq, .commitment)
    }
  }

  // MARK: All kinds

  /// The closing that `bevis.json` names, with the approval that is of it.
  private mutating func closing(_ manifest: BundleManifest) -> ClosedYear? {
    guard let line = lines.first(where: { $0.seq == manifest.closing }),
      case .yearClosed(let content) = line.event, content.year == manifest.year
    else {
      note(.incomplete, "linjer.jsonl", line: manifest.closing ?? 0, .noClosing)
      return nil
    }
    var state = State()
    state.evolve(line)
    // (The fold takes any approval of the year; this one must be of this closing.)
    if let closed = state.closings[content.year],
      let approval = lines.first(where: { $0.approves(closed) })
    {
      state.evolve(approval)
    }
    closed = state.closings[content.year]
    return closed
  }

  /// Step 4, the other way: a line that has no part in the claim would stand in the lists beside it.
  mutating func noteSurplus(_ belonging: Belonging) {
    for line in lines where !belonging.holds(line, closed) {
      note(.incomplete, "linjer.jsonl", line: line.seq, .surplusLine)
    }
  }

  /// Step 5: every claim is the one computed, and none of those is missing or there twice.
  ///
  /// - Parameter areOthersUnknown: a claim that was not computed is not wrong, but not checkable.
  mutating func checkFigures(
    _ manifest: BundleManifest, _ computed: [ClaimedFigure], areOthersUnknown: Bool = false
  ) {
    let file = BundleManifest.name
    let known = FigureValues(computed)
    for claim in manifest.figures {
      let value = known[claim.figure]
      if value == nil, areOthersUnknown {
        figures.append((claim, nil))
        continue
      }
      figures.append((claim, value == claim.value))
      if value != claim.value {
        note(
          .figureDiffers, file, figure: claim.figure, .figure(said: claim.value, computed: value))
      }
    }
    let claimed = FigureValues(manifest.figures)
    for figure in computed where claimed[figure.figure] == nil {
      note(.figureDiffers, file, figure: figure.figure, .figure(said: nil, computed: figure.value))
    }
    var seen: Set<[UInt8]> = []
    for claim in manifest.figures where !seen.insert(Array(claim.figure.utf8)).inserted {
      note(.figureDiffers, file, figure: claim.figure, .claimedTwice)
    }
  }

  /// Step 6: the hour list is what is made from the lines.
  mutating func checkTimesheet(_ lines: [Recorded], _ zip: ZipFile) {
    let file = "timeliste.csv"
    compared.append(file)
    if zip[file] != Timesheet.bytes(of: lines) { note(.timesheetDiffers, file, .bytes) }
  }
}

/// Values by address. Addresses are compared by their bytes: two spellings of a letter are two.
struct FigureValues {
  private var values: [[UInt8]: Int] = [:]

  /// Takes the first of several values of one address.
  init(_ claims: [ClaimedFigure]) {
    for claim in claims where values[Array(claim.figure.utf8)] == nil {
      values[Array(claim.figure.utf8)] = claim.value
    }
  }

  subscript(figure: String) -> Int? { values[Array(figure.utf8)] }
}

extension FigureSet {
  /// Whether a closing on that version of the figure set can be judged.
  static func knows(version: Int) -> Bool { 1...current ~= version }
}
