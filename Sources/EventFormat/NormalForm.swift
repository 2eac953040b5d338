// Unicode normalisation form C, the only thing this room takes from Foundation. Norwegian text is
// composed already and never comes that far: below U+0300 every scalar is its own normal form.

import Foundation

/// One text, one sequence of bytes: normalisation form C.
package enum NormalForm {
  /// The first byte of U+0300 in UTF-8. Scalars below it neither combine nor decompose under form C.
  static let firstByteToCheck: UInt8 = 0xCC

  /// Whether the text is in normalisation form C.
  package static func isComposed(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < firstByteToCheck }) { return true }
    return text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8)
  }

  /// Returns the text in normalisation form C: for whoever takes in what people type.
  package static func composed(_ text: String) -> String {
    isComposed(text) ? text : text.precomposedStringWithCanonicalMapping
  }
}
