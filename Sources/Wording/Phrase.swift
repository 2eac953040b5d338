// One message in all languages, side by side, so that who reviews one sees the others.

/// A message in every language, read by calling it: `phrase(.nn)`.
///
///     let busy = Phrase(
///       nb: "Noen andre skriver akkurat nå.",
///       nn: "Nokon andre skriv akkurat no.",
///       en: "Somebody else is writing just now.")
///
/// Leave `nn` out only where the two Norwegian forms are spelled alike.
package struct Phrase: Sendable, Equatable {
  /// The text in bokmål.
  package let nb: String
  /// The text in nynorsk.
  package let nn: String
  /// The text in English.
  package let en: String

  /// Makes a message; without `nn` the bokmål text stands for both.
  package init(nb: String, nn: String? = nil, en: String) {
    self.nb = nb
    self.nn = nn ?? nb
    self.en = en
  }

  /// Returns the text in a language.
  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .nb: nb
    case .nn: nn
    case .en: en
    }
  }
}
