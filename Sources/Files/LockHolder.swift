// Who holds a lock, from the kernel's table. Linux only; elsewhere nobody is named.
//
//     1: FLOCK  ADVISORY  WRITE 4711 08:01:131090 0 EOF
//     1: -> FLOCK  ADVISORY  WRITE 4712 08:01:131090 0 EOF      (waits; holds nothing)
//        kind   strength  mode  pid  major:minor (hexadecimal) : inode

/// Finds the process that holds a lock.
enum LockHolder {
  private static let table = "/proc/locks"

  /// Returns the number of the process that holds a lock on an entry, or nil where nobody tells.
  static func find(of entry: FileStatus, system: SystemCalls) -> Int32? {
    guard let file = try? File.open(table, .read, system: system),
      let bytes = try? file.readAll()
    else { return nil }
    return find(inode: entry.inode, device: deviceText(entry.device), in: bytes)
  }

  /// Returns the holder that a table names for an inode.
  ///
  /// The device is compared where it can be. Some file systems tell `stat` another one than this
  /// table, so one single holder of the inode on any device is believed; of several none is.
  static func find(inode: UInt64, device: String, in table: [UInt8]) -> Int32? {
    var elsewhere: [Int32] = []
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count >= 6, fields[1] == "FLOCK", let process = Int32(fields[4]) else {
        continue
      }
      let place = fields[5].split(separator: ":")
      // A process outside of our container is shown as 0 or -1.
      guard place.count == 3, UInt64(place[2]) == inode, process > 0 else { continue }
      if "\(place[0]):\(place[1])" == device { return process }
      elsewhere.append(process)
    }
    return elsewhere.count == 1 ? elsewhere[0] : nil
  }

  /// Returns a device number as the table writes it: major and minor, two hexadecimal digits or more.
  ///
  /// The bits are those of `makedev(3)`, which the C library has only as a macro.
  static func deviceText(_ device: UInt64) -> String {
    let major = (device >> 8) & 0xfff | (device >> 32) & ~0xfff
    let minor = device & 0xff | (device >> 12) & ~0xff
    return "\(hexadecimal(major)):\(hexadecimal(minor & 0xffff_ffff))"
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}
