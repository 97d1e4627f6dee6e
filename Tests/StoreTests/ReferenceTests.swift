import Cases
import Foundation
import Store
import Testing

struct ReferenceTests {
  private let store: CaseStore

  init() throws { store = try CaseStore.inMemory() }

  private func load(_ text: String, as name: String = "people") throws -> Int {
    try store.importReference(name, csv: Array(text.utf8), at: moment)
  }

  private func names(_ columns: [String: String]) throws -> [String?] {
    try store.rows(in: "people", where: columns).map { $0["name"] }
  }

  @Test func rowsAreFoundByTheirValues() throws {
    #expect(try load("id,name,status\n1,张三,退休\n2,李四,在职\n3,王五,退休\n") == 3)

    #expect(try names(["id": "2"]) == ["李四"])
    #expect(try names(["status": "退休"]) == ["张三", "王五"])
    #expect(try names(["status": "退休", "id": "3"]) == ["王五"])
    #expect(try names(["id": "4"]).isEmpty)
    #expect(try names(["nothing": "1"]).isEmpty)
    #expect(try names([:]).isEmpty)
    #expect(try store.has("people"))
    #expect(try !store.has("animals"))
  }

  @Test func keysAreFoundHoweverTheyAreTyped() throws {
    _ = try load("id,name\n１１０１０８１９５２０３１２００２x,张三\n")
    #expect(try names(["id": "110108195203 12002X"]) == ["张三"])
  }

  @Test func nameOfAReferenceIsNoSQL() throws {
    _ = try load("id,name\n1,张三\n")
    #expect(try names(["id' OR '1'='1": "1"]).isEmpty)
    #expect(try names(["id": "1' OR '1'='1"]).isEmpty)
    #expect(throws: Problem.self) { try load("id\n1\n", as: "people; DROP TABLE reference") }
  }

  @Test(arguments: [
    "\u{FEFF}id,name\n1,张三\n", "id,name\r\n1,张三\r\n", "id,name\n1,张三", "id,name\n\n1,张三\n\n",
    "\"id\",\"name\"\n\"1\",\"张三\"\n", "id , name\n1 , 张三 \n", "id,name\n'1,张三\n",
  ])
  func waysToWriteTheSame(_ text: String) throws {
    #expect(try load(text) == 1)
    #expect(try names(["id": "1"]) == ["张三"])
  }

  @Test func quotedCells() throws {
    #expect(try load("id,name\n1,\"张,\"\"三\"\"\n四\"\n2,李四\n") == 2)
    #expect(try names(["id": "1"]) == ["张,\"三\"\n四"])
    #expect(try names(["id": "2"]) == ["李四"])
  }

  @Test func emptyLastCell() throws {
    #expect(try load("id,name\n1,\n2,李四") == 2)
    #expect(try names(["id": "1"]) == [""])
  }

  @Test func gb18030() throws {
    // 张三, 㐀 (four bytes)
    let bytes = Array("id,name\n1,".utf8) + [0xD5, 0xC5, 0xC8, 0xFD, 0x81, 0x39, 0xEE, 0x39, 0x0A]
    #expect(try store.importReference("people", csv: bytes, at: moment) == 1)
    #expect(try names(["id": "1"]) == ["张三㐀"])
  }

  @Test(arguments: [
    ("", "no header"), ("\n\n", "no header"), ("id,id\n1,2\n", "repeated"),
    ("id,,name\n1,2,3\n", "empty"),
    ("id,name\n1,张三\n2\n", "line 3"), ("id,name\n1,张三\n2,李四,x\n", "line 3"),
    ("id,name\n1,\"a\nb\"\n2\n", "line 4"), ("id,name\n1,\"张三\n2,李四\n", "never closed"),
    ("id,name\n1,\"张\"三\n", "line 2"), ("id,name\n1.10101E+17,张三\n", "line 2"),
  ])
  func wrongFileChangesNothing(_ text: String, _ words: String) throws {
    _ = try load("id,name\n1,张三\n")

    let problem = #expect(throws: Problem.self) { try load(text) }

    #expect(problem?.code == "bad_reference")
    #expect(problem?.en.contains(words) == true, "\(problem?.en ?? "")")
    #expect(try names(["id": "1"]) == ["张三"])
  }

  @Test(arguments: [[UInt8]([0xFF, 0xFF, 0xFF]), [0x69, 0x00, 0x64, 0x00]])
  func noText(_ bytes: [UInt8]) {
    let problem = #expect(throws: Problem.self) {
      try store.importReference("people", csv: bytes, at: moment)
    }
    #expect(problem?.code == "bad_reference")
  }

  @Test func importReplacesAndLeavesOthersAlone() throws {
    _ = try load("id,name\n1,张三\n2,李四\n")
    _ = try load("id,name\n1,猫\n", as: "animals")
    _ = try load("id,name\n2,李思\n")

    #expect(try names(["id": "1"]).isEmpty)
    #expect(try names(["id": "2"]) == ["李思"])
    #expect(try store.rows(in: "animals", where: ["id": "1"]).count == 1)
    #expect(try store.references().map(\.name) == ["animals", "people"])
    let people = try #require(try store.references().last)
    #expect(people.columns == ["id", "name"])
    #expect(people.rows == 1)
    #expect(people.importedAt == "2026-03-12T02:00:00Z")
  }
}
