import Foundation
import Testing

@testable import Integrity

/// Our roots and proofs before a judge that shares nothing with us: tools/tlog-check, which asks the
/// Go project's implementation. Where Go is missing the test says that it is skipped.
struct ForeignTreeTests {
  /// Where Debian's golang-golang-x-mod-dev puts the sources of golang.org/x/mod.
  static let goPath = "/usr/share/gocode"

  static let go: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let found = path.split(separator: ":").map { "\($0)/go" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    let library = goPath + "/src/golang.org/x/mod/sumdb/tlog"
    return FileManager.default.fileExists(atPath: library) ? found : nil
  }()

  /// Runs tools/tlog-check on some lines, and returns what it prints and its status.
  private func judge(_ lines: [String]) throws -> (said: String, status: Int32) {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "dugnad-tlog-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let claims = folder.appending(path: "claims")
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: claims)
    let program = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "tools/tlog-check/main.go")
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: try #require(Self.go))
    process.arguments = ["run", program.path]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["GO111MODULE": "off", "GOPATH": Self.goPath, "GOFLAGS": ""]
    ) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: claims)
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: said, as: UTF8.self), process.terminationStatus)
  }

  private func claim(_ words: String, _ hashes: [Digest]) -> String {
    words + hashes.map { " \($0)" }.joined()
  }

  @Test(.enabled(if: go != nil, "NOT TESTED: no go with golang-golang-x-mod-dev here"))
  func `every tree up to 70 leaves, with all its proofs, is the one of the Go project`() throws {
    let prover = MerkleProver(leaves: (0..<70).map { HashChain.leaf(of: [UInt8($0), 1, 2]) })
    let wrong = SHA256.hash([9])
    var lines: [String] = []
    for size in 1...70 {
      lines.append(claim("leaf", [HashChain.leaf(of: [UInt8(size - 1), 1, 2])]))
      lines.append(claim("root \(size)", [try prover.root(of: size)]))
      lines.append(claim("no root \(size)", [wrong]))
      for index in 0..<size {
        let proof = try prover.inclusionProof(of: index, size: size)
        lines.append(claim("inclusion \(index) \(size)", proof))
        lines.append(claim("no inclusion \(index) \(size)", proof + [wrong]))
        let consistency = try prover.consistencyProof(from: index + 1, to: size)
        lines.append(claim("consistency \(index + 1) \(size)", consistency))
        lines.append(claim("no consistency \(index + 1) \(size)", consistency + [wrong]))
      }
    }
    let (said, status) = try judge(lines)
    #expect(said == "\(lines.count) claims, 0 wrong\n")
    #expect(status == 0)
  }

  @Test(.enabled(if: go != nil, "NOT TESTED: no go with golang-golang-x-mod-dev here"))
  func `the judge finds what is wrong`() throws {
    let leaves = (0..<3).map { HashChain.leaf(of: [$0]) }
    let prover = MerkleProver(leaves: leaves)
    let right = leaves.map { claim("leaf", [$0]) }
    let proof = try prover.inclusionProof(of: 1, size: 3)
    let root = try prover.root(of: 3)
    for line in [
      claim("root 3", leaves.suffix(1)), claim("no root 3", [root]), claim("root 4", [root]),
      claim("inclusion 0 3", proof), claim("no inclusion 1 3", proof),
      claim("inclusion 1 3", proof.dropLast()), claim("consistency 2 3", []),
      claim("no consistency 2 3", leaves.suffix(1)),
    ] {
      let (said, status) = try judge(right + [line])
      #expect(status == 1, "\(line)")
      #expect(said.contains("line 4: ") && said.contains("4 claims, 1 wrong"), "\(line): \(said)")
    }
    let (said, status) = try judge(["root 3 abc"])
    #expect(status != 0 && said.contains("line 1: no claim"))
    #expect(try judge([]).status != 0, "nothing is no agreement")
  }
}
