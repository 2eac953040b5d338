import Domain
import EventFormat
import Integrity
import Testing

// Whatever is done to a byte of a line: it is no line any more, or its hash does not follow.

@Suite struct MutationTests {
  /// Returns whether the change would pass: a line whose hash follows from its bytes.
  private func passes(_ line: [UInt8]) throws -> Bool {
    do throws(FormatError) {
      let scanned = try EventLine.scan(line.span)
      // Also a changed line has only one spelling.
      let again = try EventLine.write(scanned.recorded, previousHex: Samples.digits)
      #expect(again.bytes.prefix(scanned.bodyCount) == line.prefix(scanned.bodyCount))
      return again.hash == scanned.hash
    } catch {
      #expect(error.column >= 1 && error.column <= line.count + 1)
      return false
    }
  }

  @Test func `no flipped bit passes`() throws {
    for line in try Samples.lines() {
      var changed = line
      for place in line.indices {
        for bit in 0..<8 {
          changed[place] ^= 1 << UInt8(bit)
          #expect(try !passes(changed), "byte \(place + 1), bit \(bit)")
          changed[place] = line[place]
        }
      }
    }
  }

  @Test func `no other byte passes`() throws {
    let lines = try Samples.lines()
    for index in [3, 12, 24, 26, 31] {
      let line = lines[index]
      var changed = line
      for place in line.indices {
        for byte in UInt8.min ... .max where byte != line[place] {
          changed[place] = byte
          #expect(try !passes(changed), "byte \(place + 1) is \(byte)")
        }
        changed[place] = line[place]
      }
    }
  }

  @Test func `no left out, doubled, inserted or swapped byte passes`() throws {
    for line in try Samples.lines() {
      for place in line.indices {
        var changed = line
        changed.remove(at: place)
        #expect(try !passes(changed))
        changed = line
        changed.insert(line[place], at: place)
        #expect(try changed == line || !passes(changed))
        changed = line
        changed.insert(UInt8(ascii: " "), at: place)
        #expect(try !passes(changed))
        guard place + 1 < line.count, line[place] != line[place + 1] else { continue }
        changed = line
        changed.swapAt(place, place + 1)
        #expect(try !passes(changed))
      }
    }
  }

  @Test func `no beginning and no end of a line passes`() throws {
    for line in try Samples.lines() {
      for count in 0..<line.count {
        #expect(try !passes(Array(line.prefix(count))))
        #expect(try !passes(Array(line.suffix(count))))
      }
    }
  }
}
