import Testing

@testable import Transparency

@Suite struct LogProofTests {
  private let record = Array("a signed record".utf8)
  private let salt: [UInt8] = Array(1...16)

  @Test func aProofTravelsAsText() throws {
    let (proof, key) = try proof(among: 300)
    let read = try #require(LogProof(proof.written))

    #expect(read == proof)
    #expect(read.proves(record, by: key))
    #expect(!read.proves(record + [0], by: key))
    #expect(!read.proves(record, by: try MemoryLog().key))
  }

  @Test func nothingInItCanBeChanged() throws {
    let (proof, key) = try proof(among: 5)
    let text = Array(proof.written.utf8)
    for place in text.indices {
      var changed = text
      changed[place] ^= 1
      let read = String(validating: changed, as: UTF8.self).flatMap { LogProof($0) }
      #expect(read?.proves(record, by: key) != true, "byte \(place)")
    }
  }

  @Test func anErasedSaltLeavesNothing() {
    let entry = LogEntry(of: record, salt: salt)

    #expect(entry != LogEntry(of: record, salt: LogEntry.newSalt()))
    #expect(entry.bytes.count == 32)
  }

  private func proof(among size: Int) throws -> (LogProof, NoteKey) {
    var log = try MemoryLog()
    try log.append(count: size / 2)
    let index = log.size
    try log.append(LogEntry(of: record, salt: salt).bytes)
    try log.append(count: size - size / 2)
    let path = try #require(try log.tree.inclusionProof(of: index))
    return (LogProof(salt: salt, index: index, path: path, checkpoint: try log.note), log.key)
  }
}
