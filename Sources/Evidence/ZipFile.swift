// A ZIP file of the simplest kind (PKWARE APPNOTE 6.3.10): nothing compressed, so that a checker of a few
// lines can read it, and the same contents are always the same bytes. Reading is as strict as writing:
// a second spelling of the same contents is refused.

/// Some named files in one.
package struct ZipFile: Hashable, Sendable {
  /// A file in it.
  package struct Member: Hashable, Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package let members: [Member]

  /// The most files that the end record can count without ZIP64.
  private static let countMax = 0xFFFE

  /// - Precondition: names are printable ASCII and all different, and the whole is below 4 GiB, which is
  ///   more than a log of ten million lines with its reports.
  package init(_ members: [Member]) {
    precondition(members.allSatisfy { Self.isName($0.name) }, "a name in ASCII")
    precondition(Set(members.map(\.name)).count == members.count, "names that differ")
    precondition(members.reduce(0) { $0 + $1.bytes.count } < 0xFFF0_0000, "a bundle below 4 GiB")
    self.members = members
  }

  /// A name may hold no path: only what a bundle has is ever written out of it.
  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != 0x2F && $0 != 0x5C }
  }

  /// The bytes of a file; nil if there is none of this name.
  package subscript(name: String) -> [UInt8]? { members.first { $0.name == name }?.bytes }

  /// The one spelling.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let head = Self.head(of: member)
      directory += Self.little(0x0201_4b50, 4) + Self.little(20, 2) + head
      // comment, disk, internal and external attributes, place of the local header
      directory += Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4)
      directory += Self.little(out.count, 4) + Array(member.name.utf8)
      out += Self.little(0x0403_4b50, 4) + head + Array(member.name.utf8) + member.bytes
    }
    let start = out.count
    out += directory
    out += Self.little(0x0605_4b50, 4) + Self.little(0, 2) + Self.little(0, 2)
    out += Self.little(members.count, 2) + Self.little(members.count, 2)
    out += Self.little(directory.count, 4) + Self.little(start, 4) + Self.little(0, 2)
    return out
  }

  /// Version, flags, method, time and date (1980-01-01 00:00), CRC, both sizes, lengths of name and
  /// extra: what the local header and the directory have in common.
  private static func head(of member: Member) -> [UInt8] {
    little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
      + little(Int(CRC32.of(member.bytes)), 4) + little(member.bytes.count, 4)
      + little(member.bytes.count, 4) + little(member.name.utf8.count, 2) + little(0, 2)
  }

  private static func little(_ number: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// Reads a file of this kind; nil for any other bytes.
  package init?(_ bytes: [UInt8]) {
    var members: [Member] = []
    var place = 0
    func number(_ at: Int, _ count: Int) -> Int? {
      guard at >= 0, at + count <= bytes.count else { return nil }
      return (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    while number(place, 4) == 0x0403_4b50 {
      guard let size = number(place + 22, 4), let nameLength = number(place + 26, 2) else {
        return nil
      }
      let nameStart = place + 30
      let start = nameStart + nameLength
      guard start + size <= bytes.count,
        let name = String(validating: bytes[nameStart..<start], as: UTF8.self), Self.isName(name)
      else { return nil }
      members.append(Member(name, Array(bytes[start..<(start + size)])))
      place = start + size
    }
    guard members.count <= Self.countMax, Set(members.map(\.name)).count == members.count else {
      return nil
    }
    self.members = members
    // One spelling: whatever is not written exactly like this is not read.
    guard self.bytes == bytes else { return nil }
  }
}

/// The checksum of ISO 3309 and RFC 1952, section 8.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in
      crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1
    }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    let table = table
    return ~bytes.reduce(~UInt32(0)) { crc, byte in
      crc >> 8 ^ table[Int((crc ^ UInt32(byte)) & 0xFF)]
    }
  }
}
