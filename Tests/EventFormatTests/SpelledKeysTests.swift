import Domain
import EventFormat
import Testing

// Every key in its place: none missing, none twice, none elsewhere, none more.

@Suite struct SpelledKeysTests {
  private func fault(_ line: [UInt8]) -> FormatError? {
    do throws(FormatError) {
      _ = try EventLine.scan(line.span)
      return nil
    } catch {
      return error
    }
  }

  /// Where the part at `index` begins, counted from 1: after the brace or a comma.
  private func column(_ spelled: Spelled, _ index: Int) -> Int {
    spelled.head.utf8.count + spelled.parts.prefix(index).reduce(0) { $0 + $1.utf8.count + 1 } + 1
  }

  @Test func `the table has every type of these rooms`() {
    let older = [
      "ledger.opened", "person.registered", "activity.added", "activity.changed",
      "activity.ended", "shift.planned", "shift.changed", "shift.cancelled", "signup.made",
      "signup.withdrawn", "signup.promoted", "hours.logged", "hours.corrected", "hours.approved",
      "hours.unapproved", "late.logged", "late.corrected", "import.made", "year.set",
      "year.closed", "year.approved", "year.reopened", "event.undone", "event.redone",
    ]
    let table = Set(Spelled.all.map(\.type))
    #expect(table.count == 17)
    #expect(table.union(older) == Set(EventLine.knownTypes.map(\.name)))
  }

  @Test(arguments: Spelled.all)
  func `any of the optional keys may be absent, and the line is written again as it was`(
    _ spelled: Spelled
  ) throws {
    let optional = spelled.fields.indices.filter { spelled.fields[$0].isOptional }
    for choice in 0..<(1 << optional.count) {
      let gone = Set(optional.indices.filter { choice >> $0 & 1 == 1 }.map { optional[$0] })
      let line = spelled.line(
        spelled.parts.indices.filter { !gone.contains($0) }.map { spelled.parts[$0] })
      let scanned = try EventLine.scan(line.span)
      #expect(EventLine.type(of: scanned.recorded.event) == spelled.type)
      let again = try EventLine.write(scanned.recorded, previousHex: Samples.digits)
      #expect(again.bytes.prefix(scanned.bodyCount) == line.prefix(scanned.bodyCount))
    }
  }

  @Test(arguments: Spelled.all)
  func `a key that must be there is missed where it should begin`(_ spelled: Spelled) {
    for index in spelled.fields.indices where !spelled.fields[index].isOptional {
      var parts = spelled.parts
      parts.remove(at: index)
      let found = fault(spelled.line(parts))
      // What stands there instead may begin alike: never noticed before, nor after that key.
      let start = column(spelled, index) - 1
      #expect(found != nil, "without \(spelled.fields[index].key)")
      let range = start...(start + spelled.parts[index].utf8.count)
      #expect(
        found.map { range.contains($0.column) } == true,
        "\(spelled.fields[index].key): \(found.map { "\($0)" } ?? "")")
      #expect(found?.isTypeUnknown == false)
    }
  }

  @Test(arguments: Spelled.all)
  func `no key stands twice, beside another, or out of order`(_ spelled: Spelled) {
    for (index, part) in spelled.parts.enumerated() {
      var parts = spelled.parts
      parts.insert(part, at: index)
      #expect(fault(spelled.line(parts)) != nil, "\(part) twice")
      parts = spelled.parts + [part]
      #expect(fault(spelled.line(parts)) != nil, "\(part) at the end again")
      parts = spelled.parts
      parts.insert(#""x":1"#, at: index)
      #expect(fault(spelled.line(parts)) != nil, "another key before \(part)")
      parts = spelled.parts
      guard index + 1 < parts.count else { continue }
      parts.swapAt(index, index + 1)
      #expect(fault(spelled.line(parts)) != nil, "\(part) after the next")
    }
    #expect(fault(spelled.line(spelled.parts + [#""x":1"#])) != nil)
    #expect(fault(spelled.line([])) != nil)
  }

  @Test(arguments: Spelled.all)
  func `nothing is null, an object, a list or a text where it is not`(_ spelled: Spelled) throws {
    for field in spelled.fields {
      for value in ["null", "{}", "[[]]", "", "-1", "1.5", #""""#, #"" ""#, " " + field.value] {
        let line = try #require(spelled.line(with: field.key, as: value))
        let found = fault(line.bytes)
        #expect(found != nil, "\(field.key) as \(value)")
        #expect((found?.column ?? 0) > line.start, "\(field.key) as \(value)")
      }
    }
  }

  @Test func `a sent report is of a year or of a grant, never of both or of none`() throws {
    let ofYear = try #require(Spelled.all.first { $0.fields.first?.key == "year" })
    let ofGrant = try #require(Spelled.of("report.sent"))
    #expect(fault(ofYear.line(ofYear.parts)) == nil)
    #expect(fault(ofGrant.line(ofGrant.parts)) == nil)
    let rest = Array(ofYear.parts.dropFirst())
    let none = fault(ofYear.line(rest))
    #expect(none?.kind == .punctuation && none?.key == "grant")
    let both = fault(ofYear.line(["\"year\":2024", "\"grant\":\"g12\""] + rest))
    #expect(both?.kind == .punctuation && both?.key == "to")
    #expect(fault(ofYear.line(["\"grant\":\"g12\"", "\"year\":2024"] + rest))?.key == "to")
  }
}
