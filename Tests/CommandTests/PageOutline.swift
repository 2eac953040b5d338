// A page that is too long to keep whole, as its outline: how large it is, its headings, and whether every
// link in it leads somewhere.

import Foundation

/// The outline of an HTML page.
struct PageOutline {
  let html: String

  /// The ids of the page, in order.
  var anchors: [String] { html.matches(of: /\sid="([^"]*)"/).map { String($0.1) } }

  /// What the links of the page lead to within it, each once.
  var links: Set<String> { Set(html.matches(of: /href="#([^"]*)"/).map { String($0.1) }) }

  /// Links that lead nowhere.
  var broken: [String] { links.subtracting(anchors).sorted() }

  /// Addresses of figures that nothing on the page explains. (An anchor spells what is no letter, digit or
  /// `/` of ASCII as `_` and two hex digits.)
  func unexplained(_ addresses: Set<String>) -> [String] {
    let explained = Set(
      anchors.map { anchor in
        let name = anchor.replacing(/_([0-9A-Fa-f]{2})/) { "%" + $0.1 }
        return name.removingPercentEncoding ?? anchor
      })
    return addresses.subtracting(explained).sorted()
  }

  /// Size in whole kilobytes, then each heading by its depth, then each anchor.
  var text: String {
    let headings = html.matches(of: /<h([1-6])[^>]*>(.*?)<\/h[1-6]>/).map { match in
      String(repeating: "#", count: Int(match.1) ?? 1) + " "
        + match.2.replacing(/<[^>]*>/, with: "")
    }
    return (["\((html.utf8.count + 512) / 1_024) kB"] + headings + anchors.map { "  " + $0 })
      .joined(separator: "\n") + "\n"
  }
}
