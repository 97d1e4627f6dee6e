import Cases
import Crypto
import Foundation

/// The revision that puts a seal on a document, with a hole where its signature goes.
///
/// The field is a certification signature: DocMDP with P 1 allows no change at all afterwards (ISO 32000-1, 12.8.2.2).
struct SealedRevision {
  /// Bytes kept for the CMS. Two P-256 certificates and one signature take less than half.
  static let holeSize = 4096

  private(set) var update: IncrementalUpdate
  /// The string in angle brackets, both included.
  private(set) var hole: Range<Int> = 0..<0

  private let base: BaseDocument
  private let record: SealRecord

  init(
    on base: BaseDocument, record: SealRecord, at placement: SealPlacement, reason: String,
    now: Date
  ) throws(Problem) {
    self.base = base
    self.record = record
    update = IncrementalUpdate(of: base)
    let (field, signature, appearance) =
      (update.newNumber(), update.newNumber(), update.newNumber())
    let page = try base.page(placement.page)
    try addCatalog(field: field, signature: signature)
    addPage(page.number, page.dictionary, field: field)
    update.add(
      field,
      try widget(signature, appearance, on: page.number, at: placement, of: page.dictionary))
    update.add(appearance, appearanceDictionary, stream: Array(record.picture.stream))
    addSignature(signature, signatureDictionary(reason: reason, now: now))
  }

  /// Everything but the hole: what the signature covers.
  var signedDigest: [UInt8] {
    var hash = SHA256()
    hash.update(data: update.bytes[..<hole.lowerBound])
    hash.update(data: update.bytes[hole.upperBound...])
    return Array(hash.finalize())
  }

  /// Puts the CMS into the hole.
  func filled(with cms: [UInt8]) throws(Problem) -> [UInt8] {
    guard cms.count <= Self.holeSize else { throw .sealingFailed("CMS of \(cms.count) bytes") }
    var filled = update
    let digits = HexDigits.upper(cms)
    let start = hole.lowerBound + 1
    filled.fill(start..<start + digits.utf8.count, with: digits)
    return filled.bytes
  }

  private mutating func addCatalog(field: Int, signature: Int) throws(Problem) {
    var catalog = try base.catalog
    let info = DocumentInfo.corrected(base.info)
    if let number = base.trailer["Info"]?.reference, info != base.info { update.add(number, info) }
    let metadata = ArchiveMetadata(info: info).packet
    if let metadata, catalog["Metadata"] == nil, catalog["OutputIntents"] == nil {
      let (packet, profile) = (update.newNumber(), update.newNumber())
      update.add(
        packet, ["Type": .name("Metadata"), "Subtype": .name("XML")], stream: metadata)
      update.add(
        profile, ["N": .integer(3), "Filter": .name("FlateDecode")],
        stream: try Deflate.compress(DisplayProfile.bytes))
      catalog["Metadata"] = .reference(packet)
      catalog["OutputIntents"] = .array([.dictionary(Self.outputIntent(profile))])
    }
    // The header says less, for cairo's sake; DocMDP and CAdES belong to 1.7 and its extensions.
    if catalog["Version"] == nil { catalog["Version"] = .name("1.7") }
    if catalog["Lang"] == nil { catalog["Lang"] = .text("zh-CN") }
    if catalog["ViewerPreferences"] == nil {
      catalog["ViewerPreferences"] = .dictionary(["DisplayDocTitle": .boolean(true)])
    }
    catalog["AcroForm"] = .dictionary([
      "Fields": .array([.reference(field)]), "SigFlags": .integer(3),
    ])
    catalog["Perms"] = .dictionary(["DocMDP": .reference(signature)])
    update.add(base.rootNumber, catalog)
  }

  private static func outputIntent(_ profile: Int) -> PDFDictionary {
    [
      "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"),
      "OutputConditionIdentifier": .text("sRGB"), "Info": .text("sRGB"),
      "DestOutputProfile": .reference(profile),
    ]
  }

  private mutating func addPage(_ number: Int, _ dictionary: PDFDictionary, field: Int) {
    var page = dictionary
    page["Annots"] = .array([.reference(field)])
    update.add(number, page)
  }

  private func widget(
    _ signature: Int, _ appearance: Int, on pageNumber: Int, at placement: SealPlacement,
    of page: PDFDictionary
  ) throws(Problem) -> PDFDictionary {
    let height = try BaseDocument.height(of: page)
    let middle = placement.box.middle
    let half = record.picture.size / 2
    guard [middle.x, middle.y, half].allSatisfy({ (0...100_000).contains($0) }) else {
      throw .cannotBeSealed("place of the seal")
    }
    // Cases measures from the top left, PDF from the bottom left.
    let (left, bottom) = (middle.x - half, height - middle.y - half)
    let size = record.picture.size
    return [
      "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Sig"),
      "T": .text("Seal1"), "TU": .text("电子印章：\(record.organ) \(record.kind) \(record.code)"),
      // Printed and locked (12.5.3).
      "F": .integer(4 | 128), "P": .reference(pageNumber),
      "Rect": .array(
        [left, bottom, left + size, bottom + size].map(PDFValue.points)),
      "V": .reference(signature), "AP": .dictionary(["N": .reference(appearance)]),
    ]
  }

  /// Multiplied with what is below, as ink is: text under the seal stays readable.
  private var appearanceDictionary: PDFDictionary {
    let size = PDFValue.points(record.picture.size)
    let ink: PDFDictionary = ["Type": .name("ExtGState"), "BM": .name("Multiply")]
    return [
      "Type": .name("XObject"), "Subtype": .name("Form"),
      "BBox": .array([.integer(0), .integer(0), size, size]),
      "Resources": .dictionary(["ExtGState": .dictionary(["G": .dictionary(ink)])]),
      "Group": .dictionary(["S": .name("Transparency"), "CS": .name("DeviceRGB")]),
      "Filter": .name("FlateDecode"),
    ]
  }

  /// The signature dictionary without ByteRange and Contents.
  private func signatureDictionary(reason: String, now: Date) -> PDFDictionary {
    let transform: PDFDictionary = [
      "Type": .name("SigRef"), "TransformMethod": .name("DocMDP"),
      "TransformParams": .dictionary([
        "Type": .name("TransformParams"), "P": .integer(1), "V": .name("1.2"),
      ]),
    ]
    return [
      "Type": .name("Sig"), "Filter": .name("Adobe.PPKLite"),
      "SubFilter": .name("ETSI.CAdES.detached"), "Name": .text(record.organ),
      "Reason": .text(reason), "M": .text(SealTime.written(now)),
      "Reference": .array([.dictionary(transform)]),
      // By this a verifier knows our files and holds them to the strict profile.
      "Prop_Build": .dictionary(["App": .dictionary(["Name": .name("Kanhe")])]),
    ]
  }

  /// Adds the signature, ByteRange and Contents last so that both can be filled in place, and closes the update.
  private mutating func addSignature(_ number: Int, _ dictionary: PDFDictionary) {
    let blank = "0 0000000000 0000000000 0000000000"
    update.begin(number)
    update.append(dictionary.written.dropLast(2) + "/ByteRange [")
    let ranges = update.bytes.count..<update.bytes.count + blank.utf8.count
    update.append(blank + "] /Contents ")
    let holeStart = update.bytes.count
    update.append("<" + String(repeating: "00", count: Self.holeSize) + ">")
    hole = holeStart..<update.bytes.count
    update.append(" >>\nendobj\n")
    let added = update.bytes[base.bytes.count...]
    update.close(
      id: (
        first: Array(SHA256.hash(data: base.bytes).prefix(16)),
        now: Array(SHA256.hash(data: added).prefix(16))
      ))
    let numbers = [hole.lowerBound, hole.upperBound, update.bytes.count - hole.upperBound]
    update.fill(
      ranges, with: "0 " + numbers.map(IncrementalUpdate.padded).joined(separator: " "))
  }
}
