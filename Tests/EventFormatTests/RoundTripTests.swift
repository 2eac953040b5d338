import Domain
import EventFormat
import Integrity
import Testing

@Suite struct RoundTripTests {
  @Test func `every kind of event is read back as it was written`() throws {
    #expect(Samples.events.count == 24)
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
      Samples.recorded(Samples.events[21]), previousHex: Samples.digits)
    #expect(
      String(decoding: undo.bytes, as: UTF8.self).contains(
        #""type":"event.undone","v":1,"data":{"ranges":[[4,4],[6,9]],"reason":"typo"}"#))
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
    let many = (0..<400).map { "\($0)" + String(repeating: "x", count: 180) }
    #expect(kind(named("a", aliases: many)) == .lineTooLong(bytes: 74_555))
  }
}
