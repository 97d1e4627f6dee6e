import Cases
import Foundation
import PortableDocument
import Sealing

/// A seal that `kanhe seal` put on a document of another program: what it shows, found to be to the byte what our sealer
/// writes behind that document.
struct PDFForeignSeal {
  let statement: ForeignSealRevision.Statement
  /// The document as it was before it was sealed.
  let base: [UInt8]
  private let signed: PDFSignedDocument.Signature
  private var riding = false

  var sealedAt: Date { statement.sealedAt }

  /// - Parameter records: seals on record, whose exact measures are tried first.
  init(
    _ signature: PDFSignedDocument.Signature, records: [SealRecord]
  ) throws(PDFRefusal) {
    signed = signature
    let (bytes, start) = (signature.file.bytes, signature.file.revisionStart)
    guard (0...bytes.count).contains(start) else { throw .init(.structure("seal")) }
    base = Array(bytes[..<start])
    do throws(PDFDefect) { statement = try Self.statement(of: signature) } catch {
      throw .init(error)
    }
    for riding in [false, true] {
      self.riding = riding
      if isWritten(statement) || records.contains(where: shows) { return }
    }
    throw .init(.structure("seal"))
  }

  /// Whether the file shows the seal on record, and says that it is that one.
  func shows(_ record: SealRecord) -> Bool {
    guard record.organ == statement.organ, record.kind == statement.kind,
      record.code == statement.code, record.picture.stream == statement.picture.stream
    else { return false }
    var recorded = statement
    recorded.picture = record.picture
    return isWritten(recorded)
  }

  /// Whether it shows the picture inside a GB/T 38540 seal, and bears its name.
  func shows(_ seal: SESSealInfo) -> Bool {
    let picture = statement.picture
    let millimetre = SealDrawing.millimetre
    return seal.picture.type == SealSVG.type && seal.name == statement.organ + statement.kind
      && seal.sealID == statement.code
      && Double(seal.picture.width) * millimetre == picture.width
      && Double(seal.picture.height) * millimetre == picture.height
      && isWritten(statement)
      && SealSVG.made(
        of: picture.stream, width: seal.picture.width, height: seal.picture.height)
        == seal.picture.data
  }

  /// What the file says of itself.
  var claims: [String: String] {
    [
      "seal": statement.organ, "seal_kind": statement.kind, "reason": statement.reason,
      "sealed_at": statement.sealedAt.formatted(.iso8601),
    ]
  }

  private func isWritten(_ statement: ForeignSealRevision.Statement) -> Bool {
    let written = try? ForeignSealRevision(
      statement, riding: riding, behind: base, holeSize: (signed.hole.count - 2) / 2)
    return written?.hole == signed.hole && written?.isWritten(as: signed.file.bytes) == true
  }
}

extension PDFForeignSeal {
  private static func statement(
    of signature: PDFSignedDocument.Signature
  ) throws(PDFDefect) -> ForeignSealRevision.Statement {
    let (file, dictionary) = (signature.file, signature.dictionary)
    let field = try PDFForm(of: file).field(of: signature.number, in: file)?.dictionary
    guard let organ = dictionary["Name"]?.string?.text,
      let reason = dictionary["Reason"]?.string?.text,
      let sealedAt = dictionary["M"]?.string?.text.flatMap(SealTime.read),
      let profile = SealProfile.allCases.first(where: {
        dictionary["SubFilter"] == .name($0.subFilter)
      }),
      let field, let page = field["P"]?.reference,
      let rectangle = field["Rect"]?.numbers, rectangle.count == 4,
      let title = field["TU"]?.string?.text,
      let parts = SealRecord.parts(ofFieldTitle: title, organ: organ),
      let appearance = field["AP"]?.dictionary?["N"]?.reference
    else { throw PDFDefect("seal field", at: signature.hole.lowerBound) }
    return .init(
      organ: organ, kind: parts.kind, code: parts.code,
      picture: try picture(appearance, in: file), reason: reason, sealedAt: sealedAt,
      profile: profile, approval: dictionary["Reference"] == nil, page: page,
      rectangle: rectangle)
  }

  /// The picture itself, or the one behind the window that turns it.
  private static func picture(_ number: Int, in file: PDFFile) throws(PDFDefect) -> SealPicture {
    guard let dictionary = try file.object(number).dictionary, let data = try file.stream(number)
    else { throw PDFDefect("seal picture", at: file.section) }
    if data.elementsEqual(SealPicture.windowOperators),
      let behind = dictionary["Resources"]?.dictionary?["XObject"]?.dictionary?["S"]?.reference,
      behind != number, let picture = try file.object(behind).dictionary,
      let stream = try file.stream(behind)
    {
      return try Self.picture(picture, stream)
    }
    return try picture(dictionary, data)
  }

  private static func picture(
    _ dictionary: PDFDictionary, _ data: ArraySlice<UInt8>
  ) throws(PDFDefect) -> SealPicture {
    let box = dictionary["BBox"]?.numbers ?? []
    guard box.count == 4, box[2...].allSatisfy((1...500).contains) else {
      throw PDFDefect("seal picture", at: data.startIndex)
    }
    return SealPicture(
      width: exact(box[2]), height: exact(box[3]), stream: Data(data))
  }

  /// The length that is written to a hundredth of a point: seals measure whole hundredths of a millimetre.
  private static func exact(_ points: Double) -> Double {
    (points / SealDrawing.millimetre * 100).rounded() / 100 * SealDrawing.millimetre
  }
}
