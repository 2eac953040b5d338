// SHA-256 as FIPS 180-4 defines it: the message in pieces here, the compression of its blocks in
// SHA256+Compress.swift. Plain Swift, nothing imported. It must answer the same for every way of
// cutting a message into pieces.

/// A running SHA-256 computation.
///
/// A value: a copy taken half-way goes on alone, so a common beginning is hashed only once.
package struct SHA256: Sendable {
  /// The number of bytes that are compressed at a time.
  package static let blockByteCount = 64

  /// H(0) of FIPS 180-4 §5.3.3.
  private var state = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  /// The bytes of a block that is not full yet: the first `pendingCount` of them.
  private var pending = [64 of UInt8](repeating: 0)
  private var pendingCount = 0

  private var messageByteCount: UInt64 = 0

  /// Starts a computation with no bytes.
  package init() {}

  /// Adds bytes to the message.
  ///
  /// Whole blocks are compressed where they lie; only what does not fill a block, at most
  /// sixty-three bytes at each end, is copied.
  package mutating func update(_ bytes: Span<UInt8>) {
    messageByteCount += UInt64(bytes.count)
    var position = 0
    if pendingCount > 0 {
      position = min(bytes.count, Self.blockByteCount - pendingCount)
      keep(bytes.extracting(0..<position))
      guard pendingCount == Self.blockByteCount else { return }
      Self.compress(pending.span, into: &state)
      pendingCount = 0
    }
    let wholeBlocks = (bytes.count - position) & ~(Self.blockByteCount - 1)
    Self.compress(bytes.extracting(position..<(position + wholeBlocks)), into: &state)
    keep(bytes.extracting((position + wholeBlocks)..<bytes.count))
  }

  /// Adds bytes to the message: an array, a slice of one, or any other sequence.
  ///
  /// What lies in one piece in memory is read where it lies.
  package mutating func update(_ bytes: some Sequence<UInt8>) {
    let wasContiguous: Void? = bytes.withContiguousStorageIfAvailable { unsafe update($0.span) }
    guard wasContiguous == nil else { return }
    for byte in bytes {
      let single: [1 of UInt8] = [byte]
      update(single.span)
    }
  }

  /// Returns the digest of the bytes so far.
  ///
  /// The computation itself is left as it was: more may be added, and asked again.
  package func finalize() -> Digest {
    var last = self
    last.pad()
    return Digest(words: last.state)
  }

  /// Returns the digest of one array.
  package static func hash(_ bytes: [UInt8]) -> Digest {
    hash(bytes.span)
  }

  /// Returns the digest of a part of an array, without copying it.
  package static func hash(_ bytes: ArraySlice<UInt8>) -> Digest {
    hash(bytes.span)
  }

  /// Returns the digest of bytes where they lie, without copying them.
  package static func hash(_ bytes: Span<UInt8>) -> Digest {
    var computation = SHA256()
    computation.update(bytes)
    return computation.finalize()
  }
}

extension SHA256 {
  /// Keeps bytes for a block that they do not fill. They must fit.
  private mutating func keep(_ bytes: Span<UInt8>) {
    for index in bytes.indices {
      pending[pendingCount + index] = bytes[index]
    }
    pendingCount += bytes.count
  }

  /// Appends one bit, zeros, and the length of the message in bits (FIPS 180-4 §5.1.1).
  private mutating func pad() {
    let lengthStart = Self.blockByteCount - 8
    pending[pendingCount] = 0x80
    pendingCount += 1
    if pendingCount > lengthStart {
      fillWithZeros(upTo: Self.blockByteCount)
      Self.compress(pending.span, into: &state)
      pendingCount = 0
    }
    fillWithZeros(upTo: lengthStart)
    let bitCount = messageByteCount &<< 3
    for index in 0..<8 {
      pending[lengthStart + index] = UInt8(truncatingIfNeeded: bitCount &>> UInt64(56 - 8 * index))
    }
    Self.compress(pending.span, into: &state)
  }

  private mutating func fillWithZeros(upTo end: Int) {
    while pendingCount < end {
      pending[pendingCount] = 0
      pendingCount += 1
    }
  }
}
