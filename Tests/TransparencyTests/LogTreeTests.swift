import Testing

@testable import Transparency

@Suite struct LogTreeTests {
  /// The trees that the authors of RFC 6962 publish with their code.
  @Test func rootsAreThoseOfOthers() throws {
    var log = try MemoryLog()
    let entries: [[UInt8]] = [
      [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
      Array(0x50...0x57), Array(0x60...0x6F),
    ]
    let roots = [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
    #expect(
      hex(try log.tree.root.bytes)
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    for (entry, root) in zip(entries, roots) {
      try log.append(entry)
      #expect(hex(try log.tree.root.bytes) == root)
    }
  }

  @Test func everyEntryIsProvedInEveryTree() throws {
    var log = try MemoryLog()
    for size in 1...70 {
      try log.append(count: 1)
      let head = try log.head
      for index in 0..<size {
        let leaf = LogHash(leaf: [0] + Array("entry \(index)".utf8))
        let proof = try #require(try log.tree.inclusionProof(of: index))
        #expect(LogChecks.isIncluded(leaf, at: index, in: head, by: proof))
        #expect(!LogChecks.isIncluded(leaf, at: (index + 1) % (size + 1), in: head, by: proof))
        #expect(!LogChecks.isIncluded(LogHash(leaf: [9]), at: index, in: head, by: proof))
        #expect(!LogChecks.isIncluded(leaf, at: index, in: head, by: proof + [leaf]))
        if !proof.isEmpty {
          #expect(!LogChecks.isIncluded(leaf, at: index, in: head, by: Array(proof.dropLast())))
        }
      }
      #expect(try log.tree.inclusionProof(of: size) == nil)
    }
  }

  @Test func everyTreeIsProvedToGrow() throws {
    var log = try MemoryLog()
    try log.append(count: 40)
    let heads = try (0...40).map { LogHead(size: $0, root: try log.tree(of: $0).root) }
    for new in 0...40 {
      for old in 0...new {
        let proof = try #require(try log.tree(of: new).consistencyProof(since: old))
        #expect(LogChecks.isConsistent(heads[old], heads[new], by: proof), "\(old) to \(new)")
        let wrong = LogHead(size: old, root: LogHash(leaf: [7]))
        #expect(!LogChecks.isConsistent(wrong, heads[new], by: proof), "\(old) to \(new)")
        #expect(!LogChecks.isConsistent(heads[old], heads[new], by: proof + [.empty]))
      }
    }
    #expect(try log.tree.consistencyProof(since: 41) == nil)
    #expect(!LogChecks.isConsistent(heads[40], heads[39], by: []))
  }
}
