// Every kind of id that carries the number of a line.

import Domain

/// Returns the line that an id of any kind names (`h731`, `g12`), or nil for anything else.
func lineOfID(_ text: String) -> Int? {
  let kinds: [any LineID.Type] = [
    EntryID.self, ShiftID.self, PersonID.self, SignupID.self, ImportID.self, GrantID.self,
    ClaimID.self, AmountID.self, ParticipantsID.self, CentreID.self, SentID.self,
  ]
  return kinds.lazy.compactMap { $0.init(text: text)?.seq }.first
}
