// The compression function of FIPS 180-4 §6.2.2. The only place of the product where arithmetic
// wraps around: the standard defines its sums modulo 2^32.

extension SHA256 {
  /// The sixty-four words of FIPS 180-4 §4.2.2: fractions of the cube roots of the first primes.
  private static let roundConstants: [64 of UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]

  /// Compresses whole blocks into the state. The number of bytes is a multiple of sixty-four.
  static func compress(_ blocks: Span<UInt8>, into state: inout SIMD8<UInt32>) {
    precondition(blocks.count % blockByteCount == 0)
    var a = state[0]
    var b = state[1]
    var c = state[2]
    var d = state[3]
    var e = state[4]
    var f = state[5]
    var g = state[6]
    var h = state[7]

    // Plain counters and numbered steps, because they are what the optimizer turns into registers:
    // the same written as ranges and loops takes a third longer (measured, 300 against 210 MB/s).
    var start = 0
    while start < blocks.count {
      // Sixteen words of the schedule at a time, made over in place: this stays in the first-level
      // cache and beats a table of sixty-four.
      var words = load(blocks.extracting(start..<(start &+ blockByteCount)))
      var k = 0
      while k < 64 {
        if k > 0 { extend(&words) }
        // The names move instead of the values: after eight rounds they are back.
        round(a, b, c, &d, e, f, g, &h, roundConstants[k] &+ words[0])
        round(h, a, b, &c, d, e, f, &g, roundConstants[k &+ 1] &+ words[1])
        round(g, h, a, &b, c, d, e, &f, roundConstants[k &+ 2] &+ words[2])
        round(f, g, h, &a, b, c, d, &e, roundConstants[k &+ 3] &+ words[3])
        round(e, f, g, &h, a, b, c, &d, roundConstants[k &+ 4] &+ words[4])
        round(d, e, f, &g, h, a, b, &c, roundConstants[k &+ 5] &+ words[5])
        round(c, d, e, &f, g, h, a, &b, roundConstants[k &+ 6] &+ words[6])
        round(b, c, d, &e, f, g, h, &a, roundConstants[k &+ 7] &+ words[7])
        round(a, b, c, &d, e, f, g, &h, roundConstants[k &+ 8] &+ words[8])
        round(h, a, b, &c, d, e, f, &g, roundConstants[k &+ 9] &+ words[9])
        round(g, h, a, &b, c, d, e, &f, roundConstants[k &+ 10] &+ words[10])
        round(f, g, h, &a, b, c, d, &e, roundConstants[k &+ 11] &+ words[11])
        round(e, f, g, &h, a, b, c, &d, roundConstants[k &+ 12] &+ words[12])
        round(d, e, f, &g, h, a, b, &c, roundConstants[k &+ 13] &+ words[13])
        round(c, d, e, &f, g, h, a, &b, roundConstants[k &+ 14] &+ words[14])
        round(b, c, d, &e, f, g, h, &a, roundConstants[k &+ 15] &+ words[15])
        k &+= 16
      }
      state &+= SIMD8(a, b, c, d, e, f, g, h)
      a = state[0]
      b = state[1]
      c = state[2]
      d = state[3]
      e = state[4]
      f = state[5]
      g = state[6]
      h = state[7]
      start &+= blockByteCount
    }
  }

  /// Reads the sixteen big-endian words of one block (§6.2.2 step 1, t < 16).
  @inline(__always)
  private static func load(_ block: Span<UInt8>) -> [16 of UInt32] {
    var words = [16 of UInt32](repeating: 0)
    words[0] = word(0, of: block)
    words[1] = word(1, of: block)
    words[2] = word(2, of: block)
    words[3] = word(3, of: block)
    words[4] = word(4, of: block)
    words[5] = word(5, of: block)
    words[6] = word(6, of: block)
    words[7] = word(7, of: block)
    words[8] = word(8, of: block)
    words[9] = word(9, of: block)
    words[10] = word(10, of: block)
    words[11] = word(11, of: block)
    words[12] = word(12, of: block)
    words[13] = word(13, of: block)
    words[14] = word(14, of: block)
    words[15] = word(15, of: block)
    return words
  }

  /// Reads one big-endian word. The optimizer makes one load of the four.
  @inline(__always)
  private static func word(_ index: Int, of block: Span<UInt8>) -> UInt32 {
    let first = 4 &* index
    return UInt32(block[first]) &<< 24 | UInt32(block[first &+ 1]) &<< 16
      | UInt32(block[first &+ 2]) &<< 8 | UInt32(block[first &+ 3])
  }

  /// Turns sixteen words of the schedule into the next sixteen (§6.2.2 step 1, t >= 16).
  @inline(__always)
  private static func extend(_ words: inout [16 of UInt32]) {
    extend(&words, 0)
    extend(&words, 1)
    extend(&words, 2)
    extend(&words, 3)
    extend(&words, 4)
    extend(&words, 5)
    extend(&words, 6)
    extend(&words, 7)
    extend(&words, 8)
    extend(&words, 9)
    extend(&words, 10)
    extend(&words, 11)
    extend(&words, 12)
    extend(&words, 13)
    extend(&words, 14)
    extend(&words, 15)
  }

  @inline(__always)
  private static func extend(_ words: inout [16 of UInt32], _ index: Int) {
    let early = words[(index &+ 1) & 15]
    let late = words[(index &+ 14) & 15]
    let sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early &>> 3)
    let sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late &>> 10)
    words[index] = words[index] &+ sigma0 &+ words[(index &+ 9) & 15] &+ sigma1
  }

  /// One round (§6.2.2 step 3), where only the two values that change are written.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ input: UInt32
  ) {
    let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let choice = g ^ (e & (f ^ g))
    let t1 = h &+ input &+ choice &+ sum1
    let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    let majority = ((a ^ b) & (b ^ c)) ^ b
    d = d &+ t1
    h = t1 &+ sum0 &+ majority
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }
}
