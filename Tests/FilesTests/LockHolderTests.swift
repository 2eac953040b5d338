import Testing

@testable import Files

struct LockHolderTests {
  let table = Array(
    """
    1: POSIX  ADVISORY  WRITE 11 08:01:500 0 EOF
    2: FLOCK  ADVISORY  WRITE 12 08:01:500 0 EOF
    2: -> FLOCK  ADVISORY  WRITE 13 08:01:500 0 EOF
    3: FLOCK  ADVISORY  READ  14 fe:00:500 0 EOF
    4: FLOCK  ADVISORY  WRITE 0 08:01:600 0 EOF
    5: FLOCK  ADVISORY  WRITE 15 00:2b:700 0 EOF
    6: FLOCK  ADVISORY  WRITE 16 08:01:800 0 EOF
    7: FLOCK  ADVISORY  WRITE 17 08:02:800 0 EOF

    """.utf8)

  @Test func `the holder on the same device is named, not one that waits`() {
    #expect(LockHolder.find(inode: 500, device: "08:01", in: table) == 12)
    #expect(LockHolder.find(inode: 500, device: "fe:00", in: table) == 14)
  }

  @Test func `a process outside of the container is nobody`() {
    #expect(LockHolder.find(inode: 600, device: "08:01", in: table) == nil)
  }

  @Test func `one holder on another device is believed, two are not`() {
    #expect(LockHolder.find(inode: 700, device: "00:1f", in: table) == 15)
    #expect(LockHolder.find(inode: 800, device: "00:1f", in: table) == nil)
  }

  /// The numbers from Python: os.makedev(8, 1) and so on.
  @Test func `a device is written as the table writes it`() {
    #expect(LockHolder.deviceText(0x801) == "08:01")
    #expect(LockHolder.deviceText(0xfe00) == "fe:00")
    #expect(LockHolder.deviceText(0x2b) == "00:2b")
    #expect(LockHolder.deviceText(0x1231_0345) == "103:12345")
  }

  @Test func `nobody is named where nothing is said`() {
    #expect(LockHolder.find(inode: 501, device: "08:01", in: table) == nil)
    #expect(LockHolder.find(inode: 500, device: "08:01", in: []) == nil)
    #expect(
      LockHolder.find(inode: 5, device: "a", in: Array("1: FLOCK A W x 5\n: : \n".utf8)) == nil)
  }
}
