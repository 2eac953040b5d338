// Texts on their way into a page. Nothing from a log or a register reaches it in any other way.

import Wording

/// Returns a text in which nothing is markup, for an element as well as for an attribute.
///
/// Control characters, and what turns the direction of reading, are shown as a replacement sign; so
/// are code points that no page may contain.
func html(_ text: String) -> String {
  var safe = ""
  for scalar in printable(text).unicodeScalars {
    switch scalar {
    case "&": safe += "&amp;"
    case "<": safe += "&lt;"
    case ">": safe += "&gt;"
    case "\"": safe += "&quot;"
    case "'": safe += "&#39;"
    case _ where scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value):
      safe += "\u{FFFD}"
    default: safe.unicodeScalars.append(scalar)
    }
  }
  return safe
}

/// A digest with places where it may go on in the next line, so that it does not make a table wider
/// than the screen of a phone; any other text as it is.
func htmlBreaking(_ text: String) -> String {
  let isDigest =
    text.utf8.count == 64
    && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  if !isDigest { return html(text) }
  return stride(from: 0, to: 64, by: 16).map { start in
    String(text.dropFirst(start).prefix(16))
  }.joined(separator: "<wbr>")
}

/// The place in a page where the figure of an address is explained.
///
/// One address has one anchor and the other way round: letters, digits, `-`, `.` and `/` stand as they
/// are, every other byte as `_` and two hex digits. So no name can leave its attribute, and no browser
/// has anything to decode.
func htmlAnchor(_ address: String) -> String {
  address.utf8.reduce(into: "") { anchor, byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "/"):
      anchor.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      anchor += (byte < 16 ? "_0" : "_") + digits
    }
  }
}
