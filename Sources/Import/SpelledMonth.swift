// Names of months in every language, whole or short.

import Domain
import Wording

/// Returns the month named, 1 to 12: `mars`, `Mar.`, `march`, `sept`; nil for anything else.
func monthNamed(_ text: some StringProtocol) -> Int? {
  var word = spelledKey(String(text))
  let isShort = word.hasSuffix(".")
  if isShort { word.removeLast() }
  if word == "sept" { return 9 }
  for language in Language.allCases {
    for (index, name) in Dates.monthNames(language).enumerated() {
      let name = searchKey(name)
      if word == name || word.count == 3 && name.hasPrefix(word) { return index + 1 }
    }
  }
  return nil
}

extension Day {
  /// Returns the day written with the name of its month, or nil: `5. mars 2024`, `5 March 2024`,
  /// `05-mar-2024`.
  init?(named text: String) {
    let parts = text.split { $0.isWhitespace || $0 == "-" }
    guard parts.count == 3, let year = digits(parts[2], 4...4),
      let month = monthNamed(parts[1])
    else { return nil }
    let figure = parts[0].hasSuffix(".") ? parts[0].dropLast() : parts[0]
    guard let day = digits(figure, 1...2) else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// Inside `Day`, whose own `number` hides the function.
private func digits(_ text: some StringProtocol, _ count: ClosedRange<Int>) -> Int? {
  number(text, digits: count)
}
