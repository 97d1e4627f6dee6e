import Cases
import Crypto
import Foundation
package import PortableDocument

/// The revision that puts a document time stamp behind everything that there is, validation data included: PAdES B-LTA
/// (EN 319 142-1, 5.4.3; ISO 32000-2, 12.8.5). Its field shows nothing and stands on no page.
package struct TimestampRevision: Sendable {
  /// The file, with zeros in the hole.
  package private(set) var bytes: [UInt8]
  /// The string in angle brackets, both included.
  package let hole: Range<Int>

  private let holeSize: Int

  /// - Parameter holeSize: bytes kept for the time stamp.
  /// - Throws: `PDFDefect` where the file is not one that our sealer ended.
  package init(after pdf: [UInt8], holeSize: Int) throws(PDFDefect) {
    let end = try RevisionEnd(pdf)
    guard var form = end.catalog["AcroForm"]?.dictionary, let fields = form["Fields"]?.array else {
      throw PDFDefect("no /AcroForm", at: end.section.range.lowerBound)
    }
    self.holeSize = holeSize
    var revision = AppendedRevision(after: end)
    let (field, stamp) = (revision.newNumber(), revision.newNumber())
    form["Fields"] = .array(fields + [.reference(field)])
    var catalog = end.catalog
    catalog["AcroForm"] = .dictionary(form)
    revision.add(end.root, catalog)
    revision.add(field, Self.field(named: "Timestamp\(fields.count)", stamp))
    let blank = "0 0000000000 0000000000 0000000000"
    revision.begin(stamp)
    revision.append(
      "<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 /ByteRange [")
    let ranges = revision.bytes.count..<revision.bytes.count + blank.utf8.count
    revision.append(blank + "] /Contents ")
    let start = revision.bytes.count
    revision.append("<" + String(repeating: "00", count: holeSize) + ">")
    hole = start..<revision.bytes.count
    revision.append(" >>\nendobj\n")
    revision.close()
    let numbers = [hole.lowerBound, hole.upperBound, revision.bytes.count - hole.upperBound]
    revision.fill(
      ranges, with: "0 " + numbers.map(PDFObjectWriter.padded).joined(separator: " "))
    bytes = revision.bytes
  }

  private static func field(named name: String, _ stamp: Int) -> PDFDictionary {
    [
      "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Sig"), "T": .text(name),
      // Printed and locked, of no size (12.5.3).
      "F": .integer(4 | 128), "Rect": .array(Array(repeating: .integer(0), count: 4)),
      "V": .reference(stamp),
    ]
  }

  /// SHA-256 of everything but the hole.
  package var digest: [UInt8] {
    var hash = SHA256()
    hash.update(data: bytes[..<hole.lowerBound])
    hash.update(data: bytes[hole.upperBound...])
    return Array(hash.finalize())
  }

  /// The file with the time stamp in the hole.
  func filled(with token: [UInt8]) throws(Problem) -> [UInt8] {
    guard token.count <= holeSize else { throw .timestampTooLong(token.count, room: holeSize) }
    var filled = bytes
    let digits = Array(HexDigits.upper(token).utf8)
    filled.replaceSubrange(hole.lowerBound + 1..<hole.lowerBound + 1 + digits.count, with: digits)
    return filled
  }
}
