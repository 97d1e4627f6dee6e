import Cases
import Foundation
import Verification

/// One message between the service and a reader process: a fixed header of twelve bytes, then the payload.
///
/// The header is `KHF1`, the kind, three zero bytes, and the payload's length as four bytes, most significant first.
/// The service trusts nothing of it: a reader has touched hostile bytes.
struct Frame: Equatable {
  enum Kind: UInt8 {
    /// To the reader: a `ReadingRequest` as JSON, followed by a `file` frame.
    case request = 1
    /// To the reader: the bytes of the file.
    case file = 2
    /// From the reader, once: a `ReaderGreeting` as JSON.
    case ready = 16
    /// From the reader: a `FileReading` as JSON.
    case reading = 17
    /// From the reader: a `Problem` as JSON; the reader cannot work at all.
    case unfit = 18
    /// From the reader: a `CodeReading` as JSON.
    case codes = 19
  }

  struct Malformed: Error {}

  /// No payload is larger; a length that claims more is an attack or a fault.
  static let largestPayload = 256 << 20
  /// No answer is larger: 200 pages of documents take a few megabytes.
  static let largestAnswer = 16 << 20
  static let headerSize = 12
  private static let magic: [UInt8] = Array("KHF1".utf8)

  var kind: Kind
  var payload: [UInt8]

  var header: [UInt8] {
    let length = UInt32(payload.count)
    return Self.magic + [kind.rawValue, 0, 0, 0]
      + (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) }
  }

  /// The kind and the payload's length that a header announces.
  static func parse(
    header: [UInt8], atMost largest: Int = largestPayload
  ) throws(Malformed) -> (kind: Kind, length: Int) {
    guard header.count == headerSize, Array(header[0..<4]) == magic,
      header[5...7].allSatisfy({ $0 == 0 }), let kind = Kind(rawValue: header[4])
    else { throw Malformed() }
    let length = header[8...].reduce(0) { $0 << 8 | Int($1) }
    guard length <= largest else { throw Malformed() }
    return (kind, length)
  }
}

/// What the reader is to do with the bytes that follow.
struct ReadingRequest: Codable {
  var name: String
  var sha256: String
  /// The only kind of document to look for; nil for any.
  var kind: String?
  /// A file with more pages is refused.
  var mostPages: Int
  /// Of a stack: what divides it. Each page is looked at for that; what only divides is not read.
  var separators: Separators?
  /// Of a PDF: whom the hall believes; nil where nobody is.
  var trust: TrustStore?
}
