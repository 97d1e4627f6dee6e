import Cases
import Store
import Testing

extension StoreConformance {
  struct StatusPlaceTests {
    @Test(arguments: Backend.allCases) func aCaseKeepsItsPlace(on backend: Backend) async throws {
      try await backend.withStore { store throws in
        let cases = try (0..<50).map { _ in try store.open(matter: "m", at: moment) }
        let places = try cases.map { try store.reserveStatusPlace(for: $0.id) }

        #expect(Set(places.map(\.position)).count == 50)
        #expect(
          places.allSatisfy { $0.list == 1 && (0..<StatusPlace.listSize).contains($0.position) })
        #expect(
          places.map(\.position) != places.map(\.position).sorted(), "the order does not show")
        #expect(try cases.map { try store.reserveStatusPlace(for: $0.id) } == places)
      }
    }

    @Test(arguments: Backend.allCases) func revokingMarksThePlace(on backend: Backend) async throws
    {
      try await backend.withStore { store throws in
        #expect(try store.revokedPlaces(on: 1) == nil)
        let record = try store.open(matter: "m", at: moment)
        let place = try store.reserveStatusPlace(for: record.id)
        try store.issueSample(record)
        #expect(try store.revokedPlaces(on: 1) == [])

        try store.revoke(resultOf: record.id, because: .other, by: "王敏", at: moment)

        #expect(try store.revokedPlaces(on: 1) == [place.position])
        #expect(try store.revokedPlaces(on: 2) == nil)
      }
    }
  }
}
