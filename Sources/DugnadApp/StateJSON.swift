// The items of the lists as programs read them: keys and their order are a promise to scripts.

import Domain
import Reports

extension Person {
  /// An item of schema `dugnad-persons:1`.
  func json(name: String?) -> JSONValue {
    .object([
      "id": .string(id.text), "name": .string(orNull: name), "role": .string(role.rawValue),
    ])
  }
}

extension Activity {
  /// An item of schema `dugnad-activities:1`.
  var json: JSONValue {
    .object([
      "code": .string(details.code.text), "name": .string(details.name),
      "aliases": .array(details.aliases.map { .string($0) }),
      "group": .string(orNull: details.group),
      "category": .string(orNull: details.category?.rawValue),
      "sector": .string(orNull: details.sector),
      "recipient": .string(orNull: details.recipient),
      "recipients": .array(details.recipients.map { .string($0) }),
      "counted": .bool(details.counted), "ended": .string(orNull: ended?.text),
    ])
  }
}

extension Shift {
  /// An item of schema `dugnad-shifts:1`.
  var json: JSONValue {
    .object([
      "id": .string(id.text), "activity": .string(activity.text), "on": .string(plan.on.text),
      "start": .string(plan.start.text), "end": .string(plan.end.text),
      "places": plan.places.map { .integer($0) } ?? .null, "placed": .integer(placesTaken),
      "waiting": .integer(signups.count { $0.status == .waiting }),
      "cancelled": .string(orNull: cancelled?.rawValue),
    ])
  }
}

extension Signup {
  /// An item of schema `dugnad-signups:1`.
  func json(shift: ShiftID) -> JSONValue {
    .object([
      "id": .string(id.text), "shift": .string(shift.text), "person": .string(person.text),
      "status": .string(status.rawValue),
    ])
  }
}

extension Entry {
  /// An item of schema `dugnad-hours:1`.
  var json: JSONValue {
    .object([
      "id": .string(id.text), "on": .string(content.on.text),
      "activity": .string(content.activity.text),
      "person": .string(orNull: content.who.person?.text),
      "headcount": content.who.person == nil ? .integer(content.who.heads) : .null,
      "minutes": .integer(content.minutes), "known": .string(content.known.rawValue),
      "start": .string(orNull: content.start?.text),
      "shift": .string(orNull: content.shift?.text),
      "voucher": .string(orNull: content.voucher),
      "recordedAt": .string(recordedAt.text), "recordedBy": .string(recordedBy.text),
      "approvedBy": .string(orNull: approval?.by.text),
      "corrections": .array(corrections.map { .integer($0) }),
    ])
  }
}

extension YearSettings {
  /// An item of schema `dugnad-years:1`.
  var json: JSONValue {
    .object([
      "year": .integer(year), "divisor": .integer(divisor),
      "rate": rate.map { .integer($0) } ?? .null,
    ])
  }
}
