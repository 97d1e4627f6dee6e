import Cases
import Store
import Testing

/// Which files are references, and what they say; how they are stored is in `StoreConformance`.
struct ReferenceFileTests {
  private let scratch: ScratchStore
  private var store: CaseStore { scratch.store }

  init() throws { scratch = try ScratchStore() }

  @Test(arguments: [
    "\u{FEFF}id,name\n1,张三\n", "id,name\r\n1,张三\r\n", "id,name\n1,张三", "id,name\n\n1,张三\n\n",
    "\"id\",\"name\"\n\"1\",\"张三\"\n", "id , name\n1 , 张三 \n", "id,name\n'1,张三\n",
  ])
  func waysToWriteTheSame(_ text: String) throws {
    #expect(try store.fill(text) == 1)
    #expect(try store.names(["id": "1"]) == ["张三"])
  }

  @Test func quotedCells() throws {
    #expect(try store.fill("id,name\n1,\"张,\"\"三\"\"\n四\"\n2,李四\n") == 2)
    #expect(try store.names(["id": "1"]) == ["张,\"三\"\n四"])
    #expect(try store.names(["id": "2"]) == ["李四"])
  }

  @Test func emptyLastCell() throws {
    #expect(try store.fill("id,name\n1,\n2,李四") == 2)
    #expect(try store.names(["id": "1"]) == [""])
  }

  @Test func gb18030() throws {
    // 张三, 㐀 (four bytes)
    let bytes = Array("id,name\n1,".utf8) + [0xD5, 0xC5, 0xC8, 0xFD, 0x81, 0x39, 0xEE, 0x39, 0x0A]
    #expect(try store.importReference("people", csv: bytes, at: moment) == 1)
    #expect(try store.names(["id": "1"]) == ["张三㐀"])
  }

  @Test(arguments: [
    ("", "no header"), ("\n\n", "no header"), ("id,id\n1,2\n", "repeated"),
    ("id,,name\n1,2,3\n", "empty"),
    ("id,name\n1,张三\n2\n", "line 3"), ("id,name\n1,张三\n2,李四,x\n", "line 3"),
    ("id,name\n1,\"a\nb\"\n2\n", "line 4"), ("id,name\n1,\"张三\n2,李四\n", "never closed"),
    ("id,name\n1,\"张\"三\n", "line 2"), ("id,name\n1.10101E+17,张三\n", "line 2"),
  ])
  func wrongFileChangesNothing(_ text: String, _ words: String) throws {
    _ = try store.fill("id,name\n1,张三\n")

    let problem = #expect(throws: Problem.self) { try store.fill(text) }

    #expect(problem?.code == "bad_reference")
    #expect(problem?.en.contains(words) == true, "\(problem?.en ?? "")")
    #expect(try store.names(["id": "1"]) == ["张三"])
  }

  @Test(arguments: [[UInt8]([0xFF, 0xFF, 0xFF]), [0x69, 0x00, 0x64, 0x00]])
  func noText(_ bytes: [UInt8]) {
    let problem = #expect(throws: Problem.self) {
      try store.importReference("people", csv: bytes, at: moment)
    }
    #expect(problem?.code == "bad_reference")
  }
}
