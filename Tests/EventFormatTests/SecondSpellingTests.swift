import Domain
import EventFormat
import Foundation
import Testing

// One event has one spelling. Each row replaces a part of a valid line by another spelling of the
// same or nearly the same thing, and says at which byte of the new part the scanner must notice.

private struct Row: Sendable, CustomTestStringConvertible {
  let part: String
  let other: String
  /// Counted from 0 in `other`, where the fault is.
  let offset: Int

  init(_ part: String, _ other: String, at offset: Int) {
    self.part = part
    self.other = other
    self.offset = offset
  }

  var testDescription: String { other }
}

private let hours =
  #"{"seq":731,"at":"2024-03-05T17:04:09Z","by":"p2","cmd":"k3f9x0q2m7ab","left":0,"#
  + #""type":"hours.logged","v":1,"data":{"activity":"sprakkafe","on":"2024-02-29","person":"p2","#
  + #""minutes":90,"known":"recorded","start":"18:00","shift":"s12","voucher":"perm 3"},"hash":""#
  + String(repeating: "0", count: 64) + #""}"#

private let activity =
  #"{"seq":1,"at":"2024-03-05T17:04:09Z","by":"p2","cmd":"a","left":0,"type":"activity.added","#
  + #""v":1,"data":{"code":"a","name":"Å b","aliases":["x","y"],"category":"kurs","#
  + #""recipients":[],"counted":true},"hash":""# + String(repeating: "0", count: 64) + #""}"#

private let undo =
  #"{"seq":9,"at":"2024-03-05T17:04:09Z","by":"p2","cmd":"a","left":0,"type":"event.undone","#
  + #""v":1,"data":{"ranges":[[1,2],[4,4]],"reason":"typo"},"hash":""#
  + String(repeating: "0", count: 64) + #""}"#

private let digits64 = String(repeating: "0", count: 64)

private let head =
  #"{"seq":9,"at":"2024-03-05T17:04:09Z","by":"p2","cmd":"a","left":0,"type":""#

private let importing =
  head + #"import.made","v":1,"data":{"source":"Å b","kind":"table","digest":""# + digits64
  + #"","rows":0,"after":"i8","year":2019,"distinct":225},"hash":""# + digits64 + #""}"#

private let closing =
  head + #"year.closed","v":1,"data":{"year":2024,"divisor":1650,"rate":29100,"entries":1,"#
  + #""minutes":60,"participations":1,"distinct":1,"headcount":0,"root":""# + digits64
  + #"","set":1,"digest":""# + digits64
  + #"","accepted":["unapproved","open-shifts"],"reason":"board"},"hash":""# + digits64 + #""}"#

private let approval =
  head + #"year.approved","v":1,"data":{"year":2024,"closing":8,"digest":""# + digits64
  + #"","on":"2025-03-04"},"hash":""# + digits64 + #""}"#

private let reopening =
  head + #"year.reopened","v":1,"data":{"year":2024,"reason":"other","note":""# + digits64
  + #""},"hash":""# + digits64 + #""}"#

private let importingRows = [
  Row(#""Å b""#, "\"A\u{30A} b\"", at: 1),
  Row(#""Å b""#, #""""#, at: 1),
  Row(#""Å b""#, "\"" + String(repeating: "x", count: 81) + "\"", at: 1),
  Row(#""kind":"table""#, #""kind":"Table""#, at: 7),
  Row(#""kind":"table""#, #""kind":"tables""#, at: 7),
  Row(#""kind":"table","#, "", at: 1),
  Row(#""digest":"0"#, #""digest":"A"#, at: 9),
  Row(#""digest":"0"#, #""digest":"00"#, at: 9),
  Row(#""digest":"0"#, #""digest":""#, at: 9),
  Row(#""rows":0"#, #""rows":-0"#, at: 7),
  Row(#""rows":0"#, #""rows":00"#, at: 7),
  Row(#""rows":0"#, #""rows":9007199254740992"#, at: 7),
  Row(#""after":"i8""#, #""after":"h8""#, at: 8),
  Row(#""after":"i8""#, #""after":"i08""#, at: 8),
  Row(#""after":"i8""#, #""after":"i0""#, at: 8),
  Row(#""after":"i8""#, #""after":null"#, at: 8),
  Row(#","year":2019,"#, ",", at: 2),
  Row(#","year":2019,"distinct":225"#, "", at: 0),
  Row(#""year":2019"#, #""year":1899"#, at: 7),
  Row(#""year":2019"#, #""year":"2019""#, at: 7),
  Row(#","year":2019,"distinct":225"#, #","distinct":225,"year":2019"#, at: 2),
  Row(#""distinct":225"#, #""distinct":0"#, at: 11),
]

private let closingRows = [
  Row(#""divisor":1650"#, #""divisor":0"#, at: 10),
  Row(#""rate":29100"#, #""rate":0"#, at: 7),
  Row(#""rate":29100"#, #""rate":null"#, at: 7),
  Row(#""entries":1"#, #""entries":-1"#, at: 10),
  Row(#""minutes":60"#, #""minutes":60.0"#, at: 12),
  Row(#","headcount":0"#, "", at: 2),
  Row(#""set":1"#, #""set":0"#, at: 6),
  Row(#""set":1,"#, "", at: 1),
  Row(#"["unapproved","open-shifts"]"#, #"null"#, at: 0),
  Row(#"["unapproved","open-shifts"]"#, #"["unapproved","unapproved"]"#, at: 0),
  Row(#"["unapproved","open-shifts"]"#, #"["unapproved","open-shift"]"#, at: 14),
  Row(#"["unapproved","open-shifts"]"#, #"["unapproved","Open-shifts"]"#, at: 14),
  Row(#"["unapproved","open-shifts"]"#, #"["unapproved", "open-shifts"]"#, at: 14),
  Row(#"["unapproved","open-shifts"]"#, #"["unapproved","open-shifts",]"#, at: 28),
  Row(#"["unapproved","open-shifts"]"#, #"["unapproved" ,"open-shifts"]"#, at: 13),
  Row(#"["unapproved","open-shifts"]"#, #"[,"unapproved"]"#, at: 1),
  Row(#"["unapproved","open-shifts"]"#, #"["un\u0061pproved"]"#, at: 1),
  Row(#"["unapproved","open-shifts"]"#, #"[""]"#, at: 1),
  Row(#"["unapproved","open-shifts"]"#, #"[["unapproved"]]"#, at: 1),
  Row(#"["unapproved","open-shifts"]"#, #""unapproved""#, at: 0),
  Row(#""reason":"board""#, #""reason":"typo""#, at: 9),
  Row(#""reason":"board""#, #""reason":"""#, at: 9),
]

private let approvalRows = [
  Row(#""closing":8"#, #""closing":0"#, at: 10),
  Row(#""closing":8"#, #""closing":"8""#, at: 10),
  Row(#""on":"2025-03-04""#, #""on":"2025-03""#, at: 5),
  Row(#""on":"2025-03-04""#, #""on":"2025-02-29""#, at: 5),
]

private let reopeningRows = [
  Row(#""reason":"other""#, #""reason":"board""#, at: 9),
  Row(#""note":"0"#, #""note":"F"#, at: 7),
  Row(#""note":"0"#, #""note":""#, at: 7),
  Row(#""reason":"other","#, "", at: 1),
]

private let hoursRows = [
  // White space, order, repetition, absence
  Row(#"{"seq":731"#, #"{ "seq":731"#, at: 1),
  Row(#"{"seq":731"#, #" {"seq":731"#, at: 0),
  Row(#"{"seq":731"#, "\u{FEFF}{\"seq\":731", at: 0),
  Row(#""seq":731"#, #""seq": 731"#, at: 6),
  Row(#""seq":731,"#, #""seq":731 ,"#, at: 9),
  Row(#""by":"p2","cmd":"k3f9x0q2m7ab""#, #""cmd":"k3f9x0q2m7ab","by":"p2""#, at: 1),
  Row(#""left":0"#, #""left":0,"left":0"#, at: 10),
  Row(#""v":1,"#, #""v":1,"x":1,"#, at: 7),
  Row(#""minutes":90,"known":"recorded""#, #""known":"recorded","minutes":90"#, at: 1),
  Row(#""person":"p2","#, #""person":"p2","headcount":1,"#, at: 15),
  Row(#""person":"p2","#, "", at: 1),
  Row(#","voucher":"perm 3"}"#, #","voucher":null}"#, at: 11),
  Row(#","voucher":"perm 3"}"#, #","voucher":"perm 3",}"#, at: 19),
  Row(#","voucher":"perm 3"}"#, #","voucher":"perm 3","hash":"a"}"#, at: 19),
  Row(#""shift":"s12""#, #""shift":"s12","shift":"s12""#, at: 13),
  Row(#"0"}"#, "0\"}\n", at: 3),
  Row(#"0"}"#, "0\"}\r", at: 3),
  Row(#"0"}"#, #"0"} "#, at: 3),
  // Escapes of keys and values that need none
  Row(#""by":"#, #""\u0062y":"#, at: 1),
  Row(#""perm 3""#, #""p\u0065rm 3""#, at: 2),
  Row(#""perm 3""#, #""perm\/3""#, at: 5),
  Row(#""perm 3""#, #""perm\n3""#, at: 5),
  Row(#""perm 3""#, "\"perm\t3\"", at: 5),
  Row(#""perm 3""#, "\"perm\u{0}3\"", at: 5),
  Row(#""perm 3""#, "\"perm\u{7F}3\"", at: 5),
  Row(#""perm 3""#, "\"perm\u{85}3\"", at: 5),
  Row(#""perm 3""#, "\"perm\u{2028}3\"", at: 5),
  Row(#""perm 3""#, "\"perm\u{2029}3\"", at: 5),
  Row(#""perm 3""#, #""""#, at: 1),
  Row(#""perm 3""#, #"" perm 3""#, at: 1),
  Row(#""perm 3""#, #""perm 3 ""#, at: 7),
  Row(#""perm 3""#, "\"" + String(repeating: "x", count: 41) + "\"", at: 1),
  // Numbers
  Row(#":731,"#, #":0731,"#, at: 1),
  Row(#":731,"#, #":+731,"#, at: 1),
  Row(#":731,"#, #":-731,"#, at: 1),
  Row(#":731,"#, #":731.0,"#, at: 4),
  Row(#":731,"#, #":7.31e2,"#, at: 2),
  Row(#":731,"#, #":"731","#, at: 1),
  Row(#":731,"#, #":9007199254740992,"#, at: 1),
  Row(#":731,"#, #":99999999999999999999999,"#, at: 1),
  Row(#""minutes":90"#, #""minutes":0"#, at: 10),
  Row(#""minutes":90"#, #""minutes":00"#, at: 10),
  Row(#""minutes":90"#, #""minutes":"#, at: 10),
  // Ids, dates, words
  Row(#""p2","cmd""#, #""p02","cmd""#, at: 0),
  Row(#""p2","cmd""#, #""p0","cmd""#, at: 0),
  Row(#""p2","cmd""#, #""P2","cmd""#, at: 0),
  Row(#""p2","cmd""#, #""h2","cmd""#, at: 0),
  Row(#""p2","cmd""#, #""p9007199254740992","cmd""#, at: 0),
  Row(#""k3f9x0q2m7ab""#, #""""#, at: 0),
  Row(#""k3f9x0q2m7ab""#, #""k3f9 x0""#, at: 0),
  Row(#""k3f9x0q2m7ab""#, "\"" + String(repeating: "a", count: 33) + "\"", at: 0),
  Row(#""sprakkafe""#, #""Sprakkafe""#, at: 0),
  Row(#""sprakkafe""#, #""sprakkafe-abcdef""#, at: 0),
  Row(#""2024-03-05T17:04:09Z""#, #""2024-03-05T17:04:09z""#, at: 0),
  Row(#""2024-03-05T17:04:09Z""#, #""2024-03-05 17:04:09Z""#, at: 0),
  Row(#""2024-03-05T17:04:09Z""#, #""2024-03-05T17:04:09+00:00""#, at: 0),
  Row(#""2024-03-05T17:04:09Z""#, #""2024-03-05T17:04:09.0Z""#, at: 0),
  Row(#""2024-03-05T17:04:09Z""#, #""2024-03-05T24:00:00Z""#, at: 0),
  Row(#""2024-03-05T17:04:09Z""#, #""2024-03-05T17:04:60Z""#, at: 0),
  Row(#""2024-03-05T17:04:09Z""#, #""2023-02-29T17:04:09Z""#, at: 0),
  Row(#""2024-02-29""#, #""2023-02-29""#, at: 0),
  Row(#""2024-02-29""#, #""2024-2-29""#, at: 0),
  Row(#""2024-02-29""#, #""1899-12-31""#, at: 0),
  Row(#""2024-02-29""#, #""2024-13""#, at: 0),
  Row(#""2024-02-29""#, #""2024-02-01..2024-02-29""#, at: 0),
  Row(#""2024-02-29""#, #""2024-01-01..2024-12-31""#, at: 0),
  Row(#""2024-02-29""#, #""2024-02-29..2024-02-29""#, at: 0),
  Row(#""2024-02-29""#, #""2024-03-01..2024-02-29""#, at: 0),
  Row(#""2024-02-29""#, #""2024-12-01..2025-01-02""#, at: 0),
  Row(#""18:00""#, #""24:00""#, at: 0),
  Row(#""18:00""#, #""8:00""#, at: 0),
  Row(#""18:00""#, #""18.00""#, at: 0),
  Row(#""recorded""#, #""Recorded""#, at: 0),
  Row(#""recorded""#, #""guessed""#, at: 0),
  Row(#""data":{"#, #""data":[{"#, at: 7),
  Row(#""data":{"#, #""data":{{"#, at: 8),
  Row(#""hash":"0"#, #""hash":"A"#, at: 8),
  Row(#""hash":"0"#, #""hash":""#, at: 8),
]

private let activityRows = [
  Row(#""Å b""#, "\"A\u{30A} b\"", at: 1),
  Row(#""Å b""#, "\"\u{212B} b\"", at: 1),
  Row(#""Å b""#, "\"Å\u{323}\"", at: 1),
  Row(#"["x","y"]"#, #"["x","x"]"#, at: 0),
  Row(#"["x","y"]"#, #"["x","y",]"#, at: 9),
  Row(#"["x","y"]"#, #"["x",,"y"]"#, at: 5),
  Row(#"["x","y"]"#, #"["x" ,"y"]"#, at: 4),
  Row(#"["x","y"]"#, #"[["x"],"y"]"#, at: 1),
  Row(#"["x","y"]"#, #"null"#, at: 0),
  Row(#""recipients":[]"#, #""recipients":[""]"#, at: 15),
  Row(#""counted":true"#, #""counted":1"#, at: 10),
  Row(#""counted":true"#, #""counted":True"#, at: 10),
  Row(#""counted":true"#, #""counted":"true""#, at: 10),
  Row(#","counted":true"#, "", at: 0),
  Row(#""kurs""#, #""Kurs""#, at: 0),
]

private let undoRows = [
  Row(#"[[1,2],[4,4]]"#, #"[]"#, at: 1),
  Row(#"[[1,2],[4,4]]"#, #"[[1,2],[3,4]]"#, at: 0),
  Row(#"[[1,2],[4,4]]"#, #"[[4,4],[1,2]]"#, at: 0),
  Row(#"[[1,2],[4,4]]"#, #"[[2,1],[4,4]]"#, at: 4),
  Row(#"[[1,2],[4,4]]"#, #"[[0,2],[4,4]]"#, at: 2),
  Row(#"[[1,2],[4,4]]"#, #"[[1,2],[4]]"#, at: 9),
  Row(#"[[1,2],[4,4]]"#, #"[1,2]"#, at: 1),
  Row(#"[[1,2],[4,4]]"#, #"[[1,9007199254740992]]"#, at: 4),
  Row(#","reason":"typo""#, #","reason":"""#, at: 10),
]

@Suite struct SecondSpellingTests {
  @Test func `the lines of the table are lines`() throws {
    for line in [hours, activity, undo, importing, closing, approval, reopening] {
      _ = try EventLine.scan(Array(line.utf8).span)
    }
  }

  @Test(arguments: hoursRows)
  private func `no second spelling of hours`(_ row: Row) { check(row, in: hours) }

  @Test(arguments: activityRows)
  private func `no second spelling of an activity`(_ row: Row) { check(row, in: activity) }

  @Test(arguments: undoRows)
  private func `no second spelling of an undo`(_ row: Row) { check(row, in: undo) }

  @Test(arguments: importingRows)
  private func `no second spelling of an import`(_ row: Row) { check(row, in: importing) }

  @Test(arguments: ["hours", "signups", "persons", "activities", "shifts"])
  func `only a printed table has a year`(kind: String) {
    let other = importing.replacingOccurrences(of: #""kind":"table""#, with: #""kind":"\#(kind)""#)
    check(Row(#","year":2019"#, #","year":2019"#, at: 0), in: other)
    check(Row(#","year":2019,"distinct":225"#, #","distinct":225"#, at: 0), in: other)
    let plain = other.replacingOccurrences(of: #","year":2019,"distinct":225"#, with: "")
    #expect((try? EventLine.scan(Array(plain.utf8).span)) != nil)
  }

  @Test(arguments: closingRows)
  private func `no second spelling of a closing`(_ row: Row) { check(row, in: closing) }

  @Test(arguments: approvalRows)
  private func `no second spelling of an approval`(_ row: Row) { check(row, in: approval) }

  @Test(arguments: reopeningRows)
  private func `no second spelling of a reopening`(_ row: Row) { check(row, in: reopening) }

  @Test func `late hours are hours under another name`() throws {
    for type in ["hours.logged", "late.logged"] {
      let line = hours.replacingOccurrences(of: "hours.logged", with: type)
      let event = try EventLine.scan(Array(line.utf8).span).recorded.event
      #expect(EventLine.type(of: event) == type)
    }
    for row in hoursRows {
      let line = hours.replacingOccurrences(of: "hours.logged", with: "late.logged")
      check(row, in: line)
    }
  }

  private func check(_ row: Row, in line: String) {
    let (bytes, part) = (Array(line.utf8), Array(row.part.utf8))
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: part) }) else {
      Issue.record("the line has no \(row.part)")
      return
    }
    let changed = bytes[..<start] + Array(row.other.utf8) + bytes[(start + part.count)...]
    do throws(FormatError) {
      _ = try EventLine.scan(Array(changed).span)
      Issue.record("accepted: \(String(decoding: changed, as: UTF8.self))")
    } catch {
      #expect(!error.isTypeUnknown)
      #expect(error.column - 1 - start == row.offset, "\(error)")
    }
  }

  @Test func `an unknown type or version is told apart from damage`() throws {
    func kind(_ part: String, _ other: String) -> FormatError? {
      guard let place = hours.range(of: part) else { return nil }
      let line = Array(hours.replacingCharacters(in: place, with: other).utf8)
      do throws(FormatError) {
        _ = try EventLine.scan(line.span)
        return nil
      } catch {
        return error
      }
    }
    let type = #""type":"hours.logged","v":1"#
    #expect(kind(type, #""type":"hours.guessed","v":1"#)?.isTypeUnknown == true)
    #expect(kind(type, #""type":"hours.logged","v":2"#)?.isTypeUnknown == true)
    #expect(kind(type, #""type":"hours.logged","v":0"#)?.isTypeUnknown == true)
    #expect(kind(type, #""type":"hours.logged","v":11"#)?.isTypeUnknown == true)
    #expect(kind(type, #""type":"hours.logged","v":11"#)?.column == 87)
    #expect(kind(type, #""type":"Hours.logged","v":01"#)?.kind == .number)
    #expect(kind(type, #""type":"","v":1"#)?.kind == .text(.empty))
    #expect(kind(type, #""type":"x"  ,"v":1"#)?.kind == .punctuation)
    #expect(kind(type, #""type":"x","v":1,"w":1"#)?.kind == .punctuation)

    let future = hours.replacingOccurrences(of: type, with: #""type":"hours.logged","v":2"#)
    let unknown = try EventLine.scanUnknown(Array(future.utf8).span)
    #expect(unknown.type == "hours.logged" && unknown.version == 2)
    #expect(unknown.envelope.seq == 731 && unknown.envelope.column(of: .type) == 87)
    #expect(unknown.bodyCount == future.utf8.count - EventLine.sealBytes)
  }
}
