import Cases
import Foundation
import ResultCodes
import Testing
import Transparency

/// `Golden/standing.json`: proofs and status tokens with the answer that every reader must give, the page's script too.
@Suite struct StandingTests {
  struct Standing: Decodable {
    struct Proof: Decodable {
      let name, text: String
      let answer: Bool
    }
    struct Token: Decodable {
      let name, text: String
      let place: Int64
      let answer: Bool?
    }
    struct Keys: Decodable { let keys: [Key] }
    struct Key: Decodable { let kid, x, y: String }

    let record, log, address: String
    let now: Double
    let keys: Keys
    let proofs: [Proof]
    let tokens: [Token]
  }

  let standing: Standing

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/standing.json")
    standing = try JSONDecoder().decode(Standing.self, from: Data(contentsOf: file))
  }

  @Test func everyProofGetsItsAnswer() throws {
    let key = try #require(NoteKey(standing.log))
    for proof in standing.proofs {
      let given = LogProof(proof.text)?.proves(bytes(hex: standing.record), by: key) ?? false
      #expect(given == proof.answer, "\(proof.name)")
    }
  }

  @Test func everyTokenGetsItsAnswer() throws {
    let listed = try #require(standing.keys.keys.first)
    let key = try #require(
      IssuingPublicKey(x: decoded(listed.x), y: decoded(listed.y)))
    for token in standing.tokens {
      let list = StatusToken(fetched: token.text).list(
        under: key, at: standing.address, now: Date(timeIntervalSince1970: standing.now))
      #expect(list?.isRevoked(token.place) == token.answer, "\(token.name)")
    }
  }

  private func decoded(_ text: String) -> [UInt8] {
    let text = text.replacing("-", with: "+").replacing("_", with: "/") + "="
    return Data(base64Encoded: text).map(Array.init) ?? []
  }
}
