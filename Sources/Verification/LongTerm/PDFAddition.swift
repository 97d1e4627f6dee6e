import PortableDocument
import Sealing

/// What a revision behind the seal adds. There is nothing else that may.
enum PDFAddition {
  /// Validation data: B-LT.
  case data(ValidationData)
  /// A time stamp over everything before it: B-LTA.
  case timestamp(TimestampToken)

  /// Reads the last revision of a file that begins where `before` ends. Its parts are taken out, written again and
  /// compared with what stands there: every byte but the time stamp itself is as our sealer writes it.
  init(_ revision: PDFRevision, in bytes: [UInt8], after before: [UInt8]) throws(PDFRefusal) {
    do throws(PDFDefect) {
      let stamp = revision.objects.values.first {
        $0.value.dictionary?["Type"] == .name("DocTimeStamp")
      }
      if let stamp {
        self = .timestamp(try Self.timestamp(stamp, in: bytes, after: before))
      } else {
        let data = try Self.data(in: revision, of: bytes)
        guard try ValidationDataRevision.append(data, to: before) == bytes else {
          throw PDFDefect("revision behind the seal", at: before.count)
        }
        self = .data(data)
      }
    } catch { throw .init(error) }
  }

  private static func data(
    in revision: PDFRevision, of bytes: [UInt8]
  ) throws(PDFDefect) -> ValidationData {
    let section = revision.crossReference
    let root = section.trailer["Root"]?.reference ?? 0
    guard let catalog = revision.objects[root]?.value.dictionary,
      let number = catalog[ValidationDataRevision.storeKey]?.reference,
      let store = revision.objects[number]?.value.dictionary
    else { throw PDFDefect("revision behind the seal", at: section.range.lowerBound) }
    // What was there before is in an earlier revision.
    func added(_ key: String) -> [[UInt8]] {
      (store[key]?.array ?? []).compactMap(\.reference)
        .compactMap { revision.objects[$0]?.stream }.map { Array(bytes[$0]) }
    }
    let data = ValidationData(
      certificates: added("Certs"), revocationLists: added("CRLs"), answers: added("OCSPs"))
    guard (1...maximumItems).contains(data.count), data.size <= maximumSize else {
      throw PDFDefect("\(data.count) entries in /DSS", at: section.range.lowerBound)
    }
    return data
  }

  /// More than any chain has.
  private static let maximumItems = 16
  /// Bytes of what is added; longer lists make looking at them slow.
  private static let maximumSize = 4 << 20

  private static func timestamp(
    _ object: PDFIndirectObject, in bytes: [UInt8], after before: [UInt8]
  ) throws(PDFDefect) -> TimestampToken {
    let defect = PDFDefect("document time stamp", at: object.range.lowerBound)
    guard let hole = object.value.dictionary?["Contents"]?.string?.source, hole.count > 2 else {
      throw defect
    }
    let written = try TimestampRevision(after: before, holeSize: (hole.count - 2) / 2)
    guard written.hole == hole, written.bytes.count == bytes.count,
      written.bytes[..<hole.lowerBound] == bytes[..<hole.lowerBound],
      written.bytes[hole.upperBound...] == bytes[hole.upperBound...],
      let der = try? PDFHole.contents(hole, in: bytes, upperCase: true),
      let token = try? TimestampToken(der), token.covers(sha256: written.digest)
    else { throw defect }
    return token
  }
}
