// The search key of what people write in cells and arguments. Most of it is ASCII, where a key is only
// small letters and single spaces; asking Unicode about every character of a large sheet takes seconds.

import Wording

/// Returns `searchKey(text)`, by bytes where that is the same.
func spelledKey(_ text: String) -> String {
  guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return searchKey(text) }
  var key: [UInt8] = []
  key.reserveCapacity(text.utf8.count)
  var spaceIsDue = false
  for byte in text.utf8 {
    if byte == 32 || (9...13).contains(byte) {
      spaceIsDue = !key.isEmpty
      continue
    }
    if spaceIsDue { key.append(32) }
    spaceIsDue = false
    key.append((65...90).contains(byte) ? byte | 0x20 : byte)
  }
  return String(decoding: key, as: UTF8.self)
}

/// Returns the key without its spaces: `1 694` as `1694`.
func spelledKeyWithoutSpaces(_ text: String) -> String {
  let key = spelledKey(text)
  return key.utf8.contains(32) ? String(decoding: key.utf8.filter { $0 != 32 }, as: UTF8.self) : key
}
