import Foundation
import Testing

@testable import ResultCodes

/// `Golden/frames.json`: codes with the answer that every reader must give, the page's script too.
@Suite struct FramesTests {
  struct Frames: Decodable {
    let keys: [String: [Key]]
    let codes: [Code]

    struct Key: Decodable { let x, y: String }
    struct Code: Decodable {
      let name, answer, locator, fragment: String
      let fetched: String?
    }
  }

  let frames: Frames
  let key: IssuingPublicKey

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/frames.json")
    frames = try JSONDecoder().decode(Frames.self, from: Data(contentsOf: file))
    let listed = try #require(frames.keys["keys"]?.first)
    key = try #require(
      IssuingPublicKey(x: Self.bytes(base64URL: listed.x), y: Self.bytes(base64URL: listed.y)))
  }

  private static func bytes(base64URL text: String) -> [UInt8] {
    let text = text.replacing("-", with: "+").replacing("_", with: "/") + "="
    return Data(base64Encoded: text).map(Array.init) ?? []
  }

  @Test func everyCodeGetsItsAnswer() {
    #expect(frames.codes.count >= 70)
    for code in frames.codes {
      #expect(answer(to: code) == code.answer, "\(code.name)")
    }
  }

  private func answer(to code: Frames.Code) -> String {
    do throws(CodeFault) {
      let url = try ResultURL(parsing: "https://a.cn/q/\(code.locator)#\(code.fragment)")
      let record: SignedRecord
      switch url.frame {
      case .full(_, let inCode): record = inCode
      case .pointer:
        record = try SignedRecord(decoding: ResultCodesTests.bytes(hex: code.fetched ?? ""))
      }
      guard record.kid == key.kid else { return "keyUnknown" }
      _ = try record.claims(under: key, at: url.locator)
      return "genuine"
    } catch {
      return "\(error)"
    }
  }
}
