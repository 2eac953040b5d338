// The colours of a page, light and dark. Every pair that meets on it is named here with the contrast it
// must have (WCAG 2.2, 1.4.3 and 1.4.11), and a test computes them.

/// The colours of one scheme, each 0xRRGGBB.
package struct HTMLPalette: Sendable {
  /// The page, the quiet surface of sums and headings, and the place a link has led to.
  package let paper, surface, mark: UInt32
  /// What is read, and what is read second.
  package let ink, quiet: UInt32
  /// Rules between rows, which say nothing that the rows do not.
  package let rule: UInt32
  package let link: UInt32
  /// Bars, by series; the first is also that of a chart with one.
  package let bars: [UInt32]

  package static let light = HTMLPalette(
    paper: 0xFFFFFF, surface: 0xF1F5F4, mark: 0xFFF1C2, ink: 0x1B2629, quiet: 0x4C5B5F,
    rule: 0xCFD8D6, link: 0x0B5768,
    bars: [0x1F6F7D, 0x8A5A1F, 0x5B6B8C, 0x3E7D4F, 0x8C4A63])

  package static let dark = HTMLPalette(
    paper: 0x12191B, surface: 0x1C2629, mark: 0x40381A, ink: 0xE7EDEB, quiet: 0xA9B7B5,
    rule: 0x344245, link: 0x8ED1DA,
    bars: [0x5BB0BC, 0xD3A35F, 0x9AABD2, 0x84BE91, 0xD191A8])

  /// Two colours that meet, and how far apart they must be.
  package struct Pair: Sendable {
    package let name: String
    package let front, back: UInt32
    /// 4.5 for text, 3 for what is not.
    package let least: Double
  }

  package var pairs: [Pair] {
    let grounds = [("paper", paper), ("surface", surface), ("mark", mark)]
    let texts = [("ink", ink), ("quiet", quiet), ("link", link)]
    return grounds.flatMap { ground in
      texts.map {
        Pair(name: "\($0.0) on \(ground.0)", front: $0.1, back: ground.1, least: 4.5)
      }
    }
      + bars.enumerated().map {
        Pair(name: "bar \($0.offset) on paper", front: $0.element, back: paper, least: 3)
      }
  }

  /// The scheme as custom properties.
  var css: String {
    let named = [
      ("paper", paper), ("surface", surface), ("mark", mark), ("ink", ink), ("quiet", quiet),
      ("rule", rule), ("link", link),
    ]
    return (named + bars.enumerated().map { ("bar\($0.offset)", $0.element) })
      .map { "--\($0.0):\(Self.hex($0.1))" }.joined(separator: ";")
  }

  private static func hex(_ color: UInt32) -> String {
    let digits = String(color, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }
}
