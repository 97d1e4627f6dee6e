import Foundation
import ResultCodes

/// `Golden/vector.json`: one result, made by `Golden/make_vector.py` without any of our code.
struct Golden: Decodable {
  var keyPem: String
  var kid: String
  var secret: String
  var locator: String
  var payload: String
  var signedMessage: String
  var record: String
  var fullUrl: String
  var pointerUrl: String
  var pdfBytes: Int
  var pdfSha256: String
  var hiddenPdfSha256: String
  var hiddenPdfNonce: String
  var hiddenPdfTag: String

  static func load() throws -> Golden {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/vector.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Golden.self, from: Data(contentsOf: file))
  }

  var pdf: [UInt8] {
    Array("%PDF-1.7\n".utf8) + (0..<150).flatMap { _ in Array(UInt8.min ... .max) }
  }
  var claims: ResultClaims {
    ResultClaims(
      issuer: "11440604MB2C000001", issuedAt: 1_795_000_000, expiresAt: 1_953_000_000,
      kind: "公共场所卫生许可决定书", number: "云卫许字〔2026〕第0001号",
      holder: MaskedHolder(organisation: "佛山市禅城区某某餐饮店"), pdf: pdf,
      status: .init(list: 3, index: 48_211))
  }
}

func bytes(hex: String) -> [UInt8] {
  let digits = hex.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map {
    UInt8(digits[$0] << 4 | digits[$0 + 1])
  }
}

func hex(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}

/// SplitMix64: the same mutations on every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
