// Our bundles in the hands of the checker that lies in them, which was written from the format page.

import Foundation
import Testing
import Wording

@testable import Evidence

struct OtherCheckerTests {
  @Test(
    "The Python checker in a bundle says that it holds, and that a changed one does not",
    .enabled(if: program("python3") != nil, "python3 is not installed"),
    arguments: BundleManifest.Kind.allCases)
  func python(kind: BundleManifest.Kind) throws {
    let (sample, grants) = (try SampleLog(), try GrantLog())
    for language in Language.allCases {
      let zip =
        switch kind {
        case .year: try sample.year(language)
        case .figures: try sample.figures(language)
        case .person: try sample.person(language)
        case .grant: try grants.bundle(language)
        }
      let honest = try run(zip)
      #expect(honest.status == 0, "\(language): \(honest.said)")
      var forgery = try Forgery(zip)
      let claim = forgery.manifest.figures[1]
      forgery.manifest.figures[1] = ClaimedFigure(claim.figure, claim.value + 60)
      let lying = try run(forgery.zip)
      #expect(lying.status == 3, "\(language): \(lying.said)")
      #expect(lying.said.contains("figure-differs"))
    }
  }

  private func run(_ zip: ZipFile) throws -> (status: Int32, said: String) {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (bundle, checker) = (folder.appending(path: "b.zip"), folder.appending(path: "verify.py"))
    try Data(zip.bytes).write(to: bundle)
    try Data(try #require(zip["verify.py"])).write(to: checker)
    let process = Process()
    process.executableURL = program("python3")
    process.arguments = [checker.path, bundle.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}
