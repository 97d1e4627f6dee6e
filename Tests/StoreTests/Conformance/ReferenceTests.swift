import Cases
import Foundation
import Store
import Testing

extension StoreConformance {
  struct ReferenceTests {
    @Test(arguments: Backend.allCases) func rowsAreFoundByTheirValues(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        #expect(try store.fill("id,name,status\n1,张三,退休\n2,李四,在职\n3,王五,退休\n") == 3)

        #expect(try store.names(["id": "2"]) == ["李四"])
        #expect(try store.names(["status": "退休"]) == ["张三", "王五"])
        #expect(try store.names(["status": "退休", "id": "3"]) == ["王五"])
        #expect(try store.names(["id": "4"]).isEmpty)
        #expect(try store.names(["nothing": "1"]).isEmpty)
        #expect(try store.names([:]).isEmpty)
        #expect(try store.has("people"))
        #expect(try !store.has("animals"))
      }
    }

    @Test(arguments: Backend.allCases) func keysAreFoundHoweverTheyAreTyped(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        _ = try store.fill("id,name\n１１０１０８１９５２０３１２００２x,张三\n")
        #expect(try store.names(["id": "110108195203 12002X"]) == ["张三"])
      }
    }

    @Test(arguments: Backend.allCases) func nameOfAReferenceIsNoSQL(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        _ = try store.fill("id,name\n1,张三\n")
        #expect(try store.names(["id' OR '1'='1": "1"]).isEmpty)
        #expect(try store.names(["id": "1' OR '1'='1"]).isEmpty)
        #expect(throws: Problem.self) {
          try store.fill("id\n1\n", as: "people; DROP TABLE reference")
        }
      }
    }

    @Test(arguments: Backend.allCases) func importReplacesAndLeavesOthersAlone(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        _ = try store.fill("id,name\n1,张三\n2,李四\n")
        _ = try store.fill("id,name\n1,猫\n", as: "animals")
        _ = try store.fill("id,name\n2,李思\n")

        #expect(try store.names(["id": "1"]).isEmpty)
        #expect(try store.names(["id": "2"]) == ["李思"])
        #expect(try store.rows(in: "animals", where: ["id": "1"]).count == 1)
        #expect(try store.references().map(\.name) == ["animals", "people"])
        let people = try #require(try store.references().last)
        #expect(people.columns == ["id", "name"])
        #expect(people.rows == 1)
        #expect(people.importedAt == "2026-03-12T02:00:00Z")
      }
    }
  }
}
