import Cases
import Crypto
import Foundation
import PortableDocument
import Sealing

/// The string between the signed ranges.
enum PDFHole {
  /// The CMS in the string: hexadecimal digits of one case, and nothing but zeros after its end.
  static func contents(
    _ hole: Range<Int>, in bytes: [UInt8], upperCase: Bool
  ) throws(PDFRefusal) -> [UInt8] {
    var syntax = PDFSyntax(bytes, at: hole.lowerBound)
    let digits = bytes[hole].dropFirst().dropLast()
    let letters: ClosedRange<UInt8> = upperCase ? 65...70 : 97...102
    guard digits.allSatisfy({ (48...57).contains($0) || letters.contains($0) }),
      let string = try? syntax.value().string, string.source == hole,
      let length = derLength(of: string.bytes), length <= string.bytes.count,
      string.bytes[length...].allSatisfy({ $0 == 0 })
    else { throw .init(.signatureNotCanonical) }
    return Array(string.bytes[..<length])
  }

  /// SHA-256 of everything outside the string.
  static func digest(outside hole: Range<Int>, of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: bytes[..<hole.lowerBound])
    hash.update(data: bytes[hole.upperBound...])
    return Array(hash.finalize())
  }

  /// Bytes of the SEQUENCE that begins here, header included (X.690, 8.1.3); at most 64 KiB.
  private static func derLength(of bytes: [UInt8]) -> Int? {
    guard bytes.count > 4, bytes[0] == 0x30 else { return nil }
    switch bytes[1] {
    case 0..<128: return 2 + Int(bytes[1])
    case 0x81: return 3 + Int(bytes[2])
    case 0x82: return 4 + (Int(bytes[2]) << 8 | Int(bytes[3]))
    default: return nil
    }
  }
}
