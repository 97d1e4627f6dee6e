package import Cases

extension ResultClaims {
  /// The year 9999: RFC 3339 has no later one.
  private static let lastSecond: Int64 = 253_402_300_799

  /// What holds for the claims of every result; checked before signing and after reading.
  var isPlausible: Bool {
    let times = [issuedAt, expiresAt ?? issuedAt]
    let places = [status?.list ?? 0, status?.index ?? 0]
    return [issuer, kind, number, holder.text].allSatisfy(Self.isPrintable)
      && times.allSatisfy { (0...Self.lastSecond).contains($0) }
      && (expiresAt ?? .max) > issuedAt
      && pdfSHA256.count == 32
      && (1...HiddenPDF.largestPDF).contains(Int(clamping: pdfBytes))
      && places.allSatisfy { (0...Int64(UInt32.max)).contains($0) }
  }

  /// Not empty, short, and without characters that could make a text look like another one:
  /// controls, and marks that turn the direction of writing or have no width.
  private static func isPrintable(_ text: String) -> Bool {
    (1...128).contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
      }
  }

  /// Throws where these claims may not be put into a code.
  package func checkBeforeSigning() throws(Problem) {
    guard isPlausible else { throw .claimsNotPlausible }
    guard ![kind, number, holder.text].contains(where: IDNumber.isIn) else {
      throw .claimsHoldIDNumber
    }
  }
}

/// 公民身份号码, GB 11643-1999.
enum IDNumber {
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checkCharacters = Array("10X98765432".utf8)

  /// Whether 18 characters in a row are an ID number with the right check character.
  static func isIn(_ text: String) -> Bool {
    let bytes = Array(text.uppercased().utf8)
    guard bytes.count >= 18 else { return false }
    return (0...bytes.count - 18).contains { isIDNumber(bytes[$0..<$0 + 18]) }
  }

  private static func isIDNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    let digits = bytes.dropLast()
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return bytes.last == checkCharacters[sum % 11]
  }
}
