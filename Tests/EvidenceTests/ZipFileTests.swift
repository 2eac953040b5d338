import Foundation
import Testing

@testable import Evidence

struct ZipFileTests {
  static let sample = ZipFile([
    .init("LES-MEG.txt", Array("Hei på deg\n".utf8)), .init("tom.txt", []),
    .init("bytes.bin", (0...255).map { UInt8($0) }),
  ])

  @Test("CRC-32 of the digits 1 to 9 is the published check value")
  func checksum() {
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.of([]) == 0)
  }

  @Test("What was written is read, and written again the same")
  func roundTrip() throws {
    let bytes = Self.sample.bytes
    let read = try #require(ZipFile(bytes))
    #expect(read == Self.sample)
    #expect(read.bytes == bytes)
    #expect(read["tom.txt"] == [])
    #expect(read["mangler.txt"] == nil)
    let none = ZipFile([ZipFile.Member]())
    #expect(ZipFile(none.bytes) == none)
  }

  @Test("The header of the first file is the one of the format page")
  func header() {
    // PKWARE APPNOTE 4.3.7: signature, version 2.0, no flag, method 0, 1980-01-01 00:00.
    let expected: [UInt8] = [
      0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0,
    ]
    #expect(Array(Self.sample.bytes.prefix(14)) == expected)
  }

  @Test("Every changed byte is seen, and every cut, and every byte that follows")
  func damage() {
    let bytes = Self.sample.bytes
    for place in bytes.indices {
      for flip: UInt8 in [1, 0x20, 0x80] {
        var other = bytes
        other[place] ^= flip
        #expect(ZipFile(other) == nil, "byte \(place)")
      }
    }
    for count in bytes.indices { #expect(ZipFile(Array(bytes.prefix(count))) == nil) }
    for extra: [UInt8] in [[0], [0x50], Array("PK\u{3}\u{4}".utf8), bytes] {
      #expect(ZipFile(bytes + extra) == nil)
      #expect(ZipFile(extra + bytes) == nil)
    }
  }

  @Test("Two files of one name, and a name that is a path, are refused")
  func names() {
    // (Our own writer makes neither: their bytes are changed where the checksum does not look.)
    let same = ZipFile([.init("a", [1]), .init("b", [1])]).bytes.map { $0 == 0x62 ? 0x61 : $0 }
    #expect(ZipFile(same) == nil)
    let path = ZipFile([.init("a+b", [])]).bytes.map { $0 == 0x2B ? 0x2F : $0 }
    #expect(ZipFile(path) == nil)
  }

  @Test("Python reads it", .enabled(if: program("python3") != nil, "python3 is not installed"))
  func python() throws {
    try run(
      "python3", "-c",
      """
      import sys, zipfile
      z = zipfile.ZipFile(sys.argv[1])
      assert z.testzip() is None
      assert z.namelist() == ["LES-MEG.txt", "tom.txt", "bytes.bin"], z.namelist()
      assert z.read("bytes.bin") == bytes(range(256))
      assert z.read("LES-MEG.txt").decode() == "Hei på deg\\n"
      for i in z.infolist():
          assert (i.compress_type, i.flag_bits, i.extra, i.comment) == (0, 0, b"", b""), i
          assert i.date_time == (1980, 1, 1, 0, 0, 0), i
      """)
  }

  @Test("unzip finds no fault", .enabled(if: program("unzip") != nil, "unzip is not installed"))
  func unzip() throws { try run("unzip", "-t") }

  private func run(_ tool: String, _ arguments: String...) throws {
    let file = URL(filePath: NSTemporaryDirectory()).appending(path: "\(UUID()).zip")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(Self.sample.bytes).write(to: file)
    let process = Process()
    process.executableURL = program(tool)
    process.arguments = arguments + [file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
  }
}

func program(_ name: String) -> URL? {
  ProcessInfo.processInfo.environment["PATH", default: "/usr/bin"].split(separator: ":")
    .map { URL(filePath: String($0)).appending(path: name) }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }
}
