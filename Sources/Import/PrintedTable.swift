// A table as annual reports print it. It is compared with a ledger; it says too little to be one.

import Wording

/// Activities with volunteers and hours, as printed.
package struct PrintedTable: Hashable, Sendable {
  package var rows: [Row]
  /// Rows below the sum row, which the printed sum leaves out.
  package var outside: [Row]
  /// Hours of an årsverk, if a remark below the table says it.
  package var divisor: Int?

  /// One activity.
  package struct Row: Hashable, Sendable {
    package var line: Int
    package var activity: String
    package var volunteers: Int
    package var minutes: Int

    package init(line: Int, activity: String, volunteers: Int, minutes: Int) {
      self.line = line
      self.activity = activity
      self.volunteers = volunteers
      self.minutes = minutes
    }
  }

  package init(rows: [Row], outside: [Row] = [], divisor: Int? = nil) {
    self.rows = rows
    self.outside = outside
    self.divisor = divisor
  }

  /// The volunteers of the rows: people who are in two activities are counted twice.
  package var volunteers: Int { rows.reduce(0) { $0 + $1.volunteers } }
  /// The minutes of the rows.
  package var minutes: Int { rows.reduce(0) { $0 + $1.minutes } }

  /// Returns the divisor that a remark names: "Et frivillig årsverk er 1650 timer".
  static func divisor(in text: String) -> Int? {
    let words = searchKey(text).split(separator: " ").map { word in
      String(word.filter { $0.isLetter || $0.isNumber })
    }
    guard words.contains(where: { $0.hasPrefix("årsverk") || $0 == "fte" }) else { return nil }
    for place in words.indices.dropFirst() where words[place].first.map(isUnit) == true {
      guard ["timer", "timar", "hours"].contains(words[place]) else { continue }
      // "1 650 timer": a thousand may stand apart.
      if place >= 2, words[place - 1].count == 3,
        let whole = number(words[place - 2] + words[place - 1], digits: 4...5)
      {
        return whole
      }
      if let whole = number(words[place - 1], digits: 3...5) { return whole }
    }
    return nil
  }

  private static func isUnit(_ letter: Character) -> Bool { letter == "t" || letter == "h" }
}
