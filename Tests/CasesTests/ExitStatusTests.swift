import Cases
import Testing

// Swift Testing has an `ExitStatus` of its own.
private typealias ExitStatus = Cases.ExitStatus

@Suite struct ExitStatusTests {
  @Test func theNumbersAreAContract() {
    #expect(
      ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 130])
  }

  @Test(
    arguments: [
      ([], ExitStatus.done), ([.done, .done], .done), ([.done, .needsPerson], .needsPerson),
      ([.needsPerson, .encryptedInput], .encryptedInput),
      ([.encryptedInput, .unusableInput], .unusableInput), ([.unusableInput, .access], .access),
      ([.access, .missingDependency], .missingDependency),
      ([.missingDependency, .configuration], .configuration),
      ([.configuration, .interrupted], .interrupted), ([.done, .other], .other),
    ] as [([ExitStatus], ExitStatus)])
  fileprivate func aBatchEndsWithTheFirstThatApplies(_ parts: [ExitStatus], _ end: ExitStatus) {
    #expect(ExitStatus.ofBatch(parts) == end)
    #expect(ExitStatus.ofBatch(parts.reversed()) == end, "whatever the order of the files")
  }

  @Test func nothingThatWentWrongIsLost() {
    for status in ExitStatus.allCases where status != .done {
      #expect(ExitStatus.ofBatch([.done, status, .done]) == status)
    }
  }
}
