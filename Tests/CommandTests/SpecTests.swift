// The declarations of the commands, checked as data.

import DugnadApp
import Testing

struct SpecTests {
  @Test func `nothing in the declarations is missing, double or without help`() {
    #expect(Commands.faults() == [])
  }
}
