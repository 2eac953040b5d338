// The bundles that all checkers are held against: made from the format page by another hand.

import Foundation
import Testing

@testable import Evidence

struct FixtureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/bundles")

  struct Expectation: Decodable {
    var verdict: String
    var ids: Set<String>
    /// What a checker may find beyond them.
    var may: Set<String>?
  }

  static let expectations: [String: Expectation] =
    (try? Data(contentsOf: folder.appending(path: "expectations.json"))).flatMap {
      try? JSONDecoder().decode([String: Expectation].self, from: $0)
    } ?? [:]

  static let bundles: [String] = expectations.keys.filter { $0.hasSuffix(".zip") }.sorted()

  @Test("There are bundles, and all of them are expected to be something")
  func complete() throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(found.filter { $0.hasSuffix(".zip") }.sorted() == Self.bundles)
    #expect(Self.bundles.count > 40)
  }

  @Test("A bundle by another hand holds, or fails by the same ids", arguments: bundles)
  func verdict(name: String) throws {
    let expected = try #require(Self.expectations[name])
    let check = BundleCheck([UInt8](try Data(contentsOf: Self.folder.appending(path: name))))
    let ids = Set(check.findings.map(\.id.rawValue))
    let found = "\(name): \(short(check.findings))"
    #expect(ids.isSuperset(of: expected.ids), "\(found)")
    #expect(ids.subtracting(expected.may ?? []).isSubset(of: expected.ids), "\(found)")
    if expected.may == nil { #expect(check.holds == (expected.verdict == "holds"), "\(found)") }
  }
}
