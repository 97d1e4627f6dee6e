import Crypto
import Testing

@testable import Transparency

@Suite struct SignedNoteTests {
  /// The example in the documentation of golang.org/x/mod/sumdb/note.
  private let theirs = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

    """
  private let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

  @Test func theNoteOfOthersVerifies() throws {
    let note = try #require(SignedNote(theirs))
    let key = try #require(NoteKey(peter))

    #expect(note.isSigned(by: key))
    #expect(note.written == theirs)
    #expect(key.text == peter)
  }

  @Test func aChangedTextDoesNot() throws {
    let key = try #require(NoteKey(peter))
    for changed in [
      theirs.replacing("answer", with: "question"),
      theirs.replacing("problem is.\n", with: "problem is.\n\n"),
      theirs.replacing("x08go/ZJ", with: "x08go/ZK"), theirs.replacing("— Peter", with: "— Pieter"),
    ] {
      #expect(SignedNote(changed)?.isSigned(by: key) != true)
    }
  }

  @Test(arguments: [
    "", "\n", "text\n", "text\n\n", "text\n\n— name\n", "text\n\n— name !!!!\n",
    "text\n\n- name AAAAAAAA\n", "text\n\n— name AAAAAAAA", "te\txt\n\n— name AAAAAAAA\n",
    "text\n\n— na+me AAAAAAAA\n", "text\n\n— name AAAA\n",
  ])
  func whatIsNoNoteIsNotRead(_ text: String) {
    #expect(SignedNote(text) == nil)
  }

  @Test func oneWrongSignatureOfAKeySpoilsTheNote() throws {
    let log = try MemoryLog()
    let note = try log.note.written
    let line = try #require(note.split(separator: "\n").last)
    let wrong = line.dropLast(6) + (line.hasSuffix("AAAAA=") ? "BBBBB=" : "AAAAA=")

    #expect(try #require(SignedNote(note)).isSigned(by: log.key))
    #expect(SignedNote(note + wrong + "\n")?.isSigned(by: log.key) != true)
    #expect(SignedNote(note + "— other AAAAAAAAAAAA\n")?.isSigned(by: log.key) == true)
  }

  @Test func aCheckpointOfAnotherLogIsNone() throws {
    let key = Curve25519.Signing.PrivateKey()
    var log = try MemoryLog(key: key)
    try log.append(count: 3)

    #expect(Checkpoint(try log.note, signedBy: log.key)?.head == (try log.head))
    log.origin = "another.example/log"
    #expect(Checkpoint(try log.note, signedBy: log.key) == nil)
    #expect(Checkpoint(text: "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n") == nil)
    #expect(Checkpoint(text: "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuF==\n") == nil)
  }
}
