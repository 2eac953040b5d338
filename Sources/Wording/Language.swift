// The languages people read, and how one is chosen. Nothing here looks at the environment: the
// caller hands over what it found there.

/// A language in which the product speaks.
package enum Language: String, CaseIterable, Sendable {
  /// Norwegian bokmål.
  case nb
  /// Norwegian nynorsk.
  case nn
  /// English.
  case en

  /// Chooses the language for a locale name such as `nb_NO.UTF-8`, `nn-NO`, `no`, `C` or `en_GB`.
  ///
  /// Plain Norwegian (`no`) is bokmål. Whatever is not Norwegian is answered in English, also an
  /// absent or empty name, which POSIX reads as `C`.
  package init(locale: String?) {
    let name = (locale ?? "").lowercased()
    let code = name.prefix { $0.isLetter }
    switch code {
    case "nb", "nob", "no", "nor": self = .nb
    case "nn", "nno": self = .nn
    default: self = .en
    }
  }

  /// Whether numbers, dates and times follow the Norwegian rules.
  package var isNorwegian: Bool {
    switch self {
    case .nb, .nn: true
    case .en: false
    }
  }
}
