import Domain
import EventFormat
import Integrity
import Testing

@Suite struct RoundTripTests {
  @Test func `every kind of event is read back as it was written`() throws {
    #expect(Samples.events.count == 60)
    #expect(Set(Samples.events.map { EventLine.type(of: $0) }).count == EventLine.knownTypes.count)
    for event in Samples.events {
      let recorded = Samples.recorded(event)
      let written = try EventLine.write(recorded, previousHex: Samples.digits)
      let scanned = try EventLine.scan(written.bytes.span)
      #expect(scanned.recorded == recorded)
      #expect(scanned.hash == written.hash)
      #expect(scanned.bodyCount == written.bytes.count - EventLine.sealBytes)
      let body = written.bytes.prefix(scanned.bodyCount)
      #expect(HashChain.link(previousHex: Samples.digits, body: Array(body)) == scanned.hash)
    }
  }

  @Test func `the bytes are those of the page`() throws {
    let hours = try EventLine.write(
      Samples.recorded(Samples.events[12]), previousHex: Samples.digits)
    let text = String(decoding: hours.bytes, as: UTF8.self)
    #expect(
      text == #"{"seq":731,"at":"2024-03-05T17:04:09Z","by":"p2","cmd":"k3f9x0q2m7ab","left":0,"#
        + #""type":"hours.logged","v":1,"data":{"activity":"sprakkafe","on":"2024-02-29","#
        + #""person":"p2","minutes":90,"known":"recorded","start":"18:00","shift":"s12","#
        + #""voucher":"perm 3, \"ark\" \\12"},"hash":""# + hours.hash.hex + #""}"#)
    let activity = try EventLine.write(
      Samples.recorded(Samples.events[3]), previousHex: Samples.digits)
    #expect(
      String(decoding: activity.bytes, as: UTF8.self).contains(
        #""data":{"code":"sprakkafe","name":"Språkkafé","aliases":["Språkkafe","Kafé «språk»"],"#
          + #""group":"Språkkaféer","category":"sosiale-moteplasser","sector":"Læring","#
          + #""recipient":"Biblioteket","recipients":["Flyktningtjenesten"],"counted":true}"#))
    let undo = try EventLine.write(
      Samples.recorded(Samples.events[31]), previousHex: Samples.digits)
    #expect(
      String(decoding: undo.bytes, as: UTF8.self).contains(
        #""type":"event.undone","v":1,"data":{"ranges":[[4,4],[6,9]],"reason":"typo"}"#))
  }

  @Test func `the bytes of imports and closed years are those of the page`() throws {
    let hex = String(repeating: "0f", count: 32)
    func data(_ index: Int) throws -> Substring? {
      let line = try EventLine.write(
        Samples.recorded(Samples.events[index]), previousHex: Samples.digits)
      let text = String(decoding: line.bytes, as: UTF8.self)
      return text.split(separator: #""type":"#).last.map {
        $0.prefix($0.count - EventLine.sealBytes)
      }
    }
    let hours = try data(12).map { String($0.split(separator: #""v":1,"#)[1]) } ?? ""
    let expected: [Int: String] = [
      21: #""late.logged","v":1,"# + hours,
      22: #""late.corrected","v":1,"data":{"entry":"h731","activity":"sprakkafe","on":"2024-03","#
        + #""headcount":14,"minutes":1680,"known":"summary","reason":"wrong-day"}"#,
      23: #""import.made","v":1,"data":{"source":"timeliste \"2024\"","kind":"hours","digest":""#
        + hex + #"","rows":212,"after":"i400"}"#,
      24: #""import.made","v":1,"data":{"source":"Årsmelding 2019","kind":"table","digest":""#
        + hex + #"","rows":0,"year":2019,"distinct":225}"#,
      25: #""import.made","v":1,"data":{"source":"papir","kind":"table","digest":""#
        + hex + #"","rows":3,"year":2018}"#,
      26: #""year.closed","v":1,"data":{"year":2024,"divisor":1650,"rate":29100,"entries":212,"#
        + #""minutes":353580,"participations":263,"distinct":225,"headcount":0,"root":""# + hex
        + #"","set":1,"digest":""# + hex
        + #"","accepted":["unapproved","open-shifts"],"reason":"not-needed"}"#,
      27: #""year.closed","v":1,"data":{"year":2023,"divisor":1650,"entries":0,"minutes":0,"#
        + #""participations":0,"distinct":0,"headcount":0,"root":""# + hex
        + #"","set":1,"digest":""#
        + hex + #"","accepted":[]}"#,
      28: #""year.approved","v":1,"data":{"year":2024,"closing":900,"digest":""# + hex
        + #"","on":"2024-03-15"}"#,
      29: #""year.reopened","v":1,"data":{"year":2024,"reason":"wrong-minutes","note":""# + hex
        + #""}"#,
      30: #""year.reopened","v":1,"data":{"year":2024,"reason":"other"}"#,
    ]
    for (index, text) in expected { #expect(try data(index).map(String.init) == text) }
  }

  @Test func `every word of imports and closings is read back`() throws {
    func again(_ event: Event) throws -> Event {
      let line = try EventLine.write(Samples.recorded(event), previousHex: Samples.digits).bytes
      return try EventLine.scan(line.span).recorded.event
    }
    let hex = String(repeating: "0", count: 64)
    for kind in ImportMade.Kind.allCases {
      let table = kind == .table ? ImportMade.Table(year: 2019) : nil
      let event = Event.importMade(
        ImportMade(source: "a", kind: kind, digest: hex, rows: 1, table: table))
      #expect(try again(event) == event)
    }
    for reason in AcceptReason.allCases {
      let event = Event.yearClosed(
        YearClosing(
          year: 2024, settings: YearSettings(year: 2024, divisor: 1),
          totals: .init(entries: 0, minutes: 0, participations: 0, distinct: 0, headcount: 0),
          root: hex, figureSet: LineNumber.limit - 1, digest: hex,
          accepted: ClosingCheck.allCases.reversed(), reason: reason))
      #expect(try again(event) == event, "the order is for the rules to judge")
    }
  }

  @Test func `writing what was scanned gives the same bytes, for random events`() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var events = RandomEvents(seed: seed)
    for round in 0..<4_000 {
      let recorded = events.recorded()
      do {
        let written = try EventLine.write(recorded, previousHex: Samples.digits)
        let scanned = try EventLine.scan(written.bytes.span)
        let again = try EventLine.write(scanned.recorded, previousHex: Samples.digits)
        #expect(scanned.recorded == recorded, "seed \(seed), round \(round)")
        #expect(again.bytes == written.bytes, "seed \(seed), round \(round)")
      } catch {
        Issue.record("seed \(seed), round \(round): \(error) for \(recorded)")
      }
    }
  }

  @Test func `columns of the envelope point at the values`() throws {
    let recorded = Samples.recorded(Samples.events[12])
    let line = try EventLine.write(recorded, previousHex: Samples.digits).bytes
    let envelope = Envelope(recorded)
    let begins: [(Envelope.Field, String)] = [
      (.seq, "731,"), (.at, "\"2024-"), (.by, "\"p2\""), (.command, "\"k3f9"), (.left, "0,"),
      (.type, "\"hours"),
    ]
    for (field, text) in begins {
      let rest = line.dropFirst(envelope.column(of: field) - 1)
      #expect(rest.starts(with: text.utf8), "\(field)")
    }
  }

  @Test func `what the format cannot say is not written`() {
    guard let code = Samples.code else { return }
    func kind(_ event: Event) -> FormatError.Kind? {
      do throws(FormatError) {
        _ = try EventLine.write(Samples.recorded(event), previousHex: Samples.digits)
        return nil
      } catch {
        return error.kind
      }
    }
    func named(_ name: String, aliases: [String] = []) -> Event {
      .activityAdded(ActivityDetails(code: code, name: name, aliases: aliases))
    }
    #expect(kind(named("")) == .text(.empty))
    #expect(kind(named(" a")) == .text(.spaceAtEnd))
    #expect(kind(named("a\u{2028}b")) == .text(.controlCharacter))
    #expect(kind(named("e\u{301}")) == .text(.notComposed))
    #expect(kind(named(String(repeating: "å", count: 101))) == .text(.tooLong(bytesMax: 200)))
    #expect(kind(named("a", aliases: ["b", "b"])) == .repeatedText)
    #expect(kind(.redone(undone: 0)) == .numberOutside(1...(LineNumber.limit - 1)))
    #expect(kind(.redone(undone: LineNumber.limit)) == .numberOutside(1...(LineNumber.limit - 1)))
    #expect(kind(.hoursApproved(EntryID(seq: 0))) == .id)
    #expect(kind(.undone(ranges: LineRanges([]), reason: nil)) == .ranges)
    #expect(kind(.activityEnded(code: code, on: Day(number: -30_000))) == .day)
    #expect(
      kind(.ledgerOpened(LedgerOpened(origin: "short", name: "a", reconstruction: false)))
        == .origin)
    #expect(
      kind(.personRegistered(PersonRegistered(role: .volunteer, commitment: "ABC"))) == .hexDigits)
    let hex = String(repeating: "0", count: 64)
    func made(
      _ source: String = "a", digest: String? = nil, rows: Int = 0, after: Int? = nil,
      of importKind: ImportMade.Kind = .table, table: ImportMade.Table? = .init(year: 2019)
    ) -> Event {
      .importMade(
        ImportMade(
          source: source, kind: importKind, digest: digest ?? hex, rows: rows,
          after: after.map { ImportID(seq: $0) }, table: table))
    }
    #expect(kind(made()) == nil)
    #expect(kind(made(table: nil)) == .punctuation)
    for other in ImportMade.Kind.allCases where other != .table {
      #expect(kind(made(of: other)) == .punctuation)
      #expect(kind(made(of: other, table: nil)) == nil)
    }
    #expect(kind(made(String(repeating: "a", count: 81))) == .text(.tooLong(bytesMax: 80)))
    #expect(kind(made(digest: hex + "0")) == .hexDigits)
    #expect(kind(made(rows: -1)) == .numberOutside(0...(LineNumber.limit - 1)))
    #expect(kind(made(after: 0)) == .id)
    #expect(kind(made(table: .init(year: 1_899))) == .numberOutside(Day.years))
    #expect(
      kind(made(table: .init(year: 2019, distinct: 0)))
        == .numberOutside(1...(LineNumber.limit - 1)))
    func closed(
      entries: Int = 0, root: String? = nil, set: Int = 1, rate: Int? = nil,
      accepted: [ClosingCheck] = []
    ) -> Event {
      .yearClosed(
        YearClosing(
          year: 2024, settings: YearSettings(year: 2024, divisor: 1, rate: rate),
          totals: .init(
            entries: entries, minutes: 0, participations: 0, distinct: 0, headcount: 0),
          root: root ?? hex, figureSet: set, digest: hex, accepted: accepted))
    }
    #expect(kind(closed()) == nil)
    #expect(kind(closed(entries: LineNumber.limit)) == .numberOutside(0...(LineNumber.limit - 1)))
    #expect(kind(closed(root: "")) == .hexDigits)
    #expect(kind(closed(set: 0)) == .numberOutside(1...(LineNumber.limit - 1)))
    #expect(kind(closed(rate: 0)) == .numberOutside(YearSettings.rateRange))
    #expect(kind(closed(accepted: [.unapproved, .unapproved])) == .repeatedText)
    #expect(
      kind(.yearApproved(year: 2024, closing: 0, digest: hex, on: Day(number: 20_000)))
        == .numberOutside(1...(LineNumber.limit - 1)))
    #expect(kind(.yearReopened(year: 2024, reason: .typo, note: "0")) == .hexDigits)
    let many = (0..<400).map { "\($0)" + String(repeating: "x", count: 180) }
    #expect(kind(named("a", aliases: many)) == .lineTooLong(bytes: 74_555))
  }
}
