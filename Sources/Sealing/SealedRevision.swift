import Cases
import Crypto
import Foundation
import PortableDocument

/// The revision that puts a seal on a document, with a hole where its signature goes.
struct SealedRevision {
  /// What a signature is for (ISO 32000-1, 12.8.1).
  enum Purpose: Sendable {
    /// The first of a document; allows no change at all afterwards: DocMDP with P 1 (12.8.2.2).
    case certification
    /// One more, on a document that somebody signed already.
    case approval
  }

  private(set) var update: IncrementalUpdate
  /// The string in angle brackets, both included.
  private(set) var hole: Range<Int> = 0..<0

  /// Bytes kept for the signature.
  private let holeSize: Int
  private let base: SealableDocument
  private let order: SealOrder

  init(_ order: SealOrder, on base: SealableDocument, holeSize: Int) throws(Problem) {
    self.base = base
    self.order = order
    self.holeSize = holeSize
    update = IncrementalUpdate(of: base)
    let page = try base.page(order.placement.page)
    let (field, signature, picture) =
      (update.newNumber(), update.newNumber(), update.newNumber())
    addCatalog(field: field, signature: signature)
    let parts = addRidingSeal(picture)
    addPages(annotations: parts, field: field)
    try addField(field, signature, picture, on: page)
    addSignature(signature)
  }

  /// Everything but the hole: what the signature covers.
  var signedDigest: [UInt8] {
    var hash = SHA256()
    hash.update(data: update.bytes[..<hole.lowerBound])
    hash.update(data: update.bytes[hole.upperBound...])
    return Array(hash.finalize())
  }

  /// Puts the signature into the hole.
  func filled(with signature: [UInt8]) throws(Problem) -> [UInt8] {
    guard signature.count <= holeSize else {
      throw .sealingFailed("signature of \(signature.count) bytes")
    }
    var filled = update
    let digits = HexDigits.upper(signature)
    let start = hole.lowerBound + 1
    filled.fill(start..<start + digits.utf8.count, with: digits)
    return filled.bytes
  }

  private mutating func addCatalog(field: Int, signature: Int) {
    var catalog = base.catalog
    var form = base.form
    form["Fields"] = .array(fields + [.reference(field)])
    form["SigFlags"] = .integer(3)
    catalog["AcroForm"] = .dictionary(form)
    if order.purpose == .certification {
      catalog["Perms"] = .dictionary(["DocMDP": .reference(signature)])
    }
    update.add(base.root, catalog)
  }

  /// Adds the parts of the riding seal and gives the annotation of each page; nothing where none was ordered.
  private mutating func addRidingSeal(_ picture: Int) -> [Int: Int] {
    guard order.placement.riding,
      let seal = RidingSeal(pages: base.pages.count, picture: order.record.picture)
    else { return [:] }
    var annotations: [Int: Int] = [:]
    for (index, (page, part)) in zip(base.pages, seal.parts).enumerated() {
      let (annotation, appearance) = (update.newNumber(), update.newNumber())
      update.add(
        annotation,
        seal.annotation(of: part, appearance: appearance, page: page.number, page.geometry))
      let window = SealPicture.window(
        left: part.left, right: part.right, height: order.record.picture.height, onto: picture,
        page.geometry)
      update.add(appearance, window, stream: SealPicture.windowOperators)
      annotations[index] = annotation
    }
    return annotations
  }

  /// Writes the pages that bear something again, with their annotations and otherwise as they are.
  private mutating func addPages(annotations: [Int: Int], field: Int) {
    for (index, page) in base.pages.enumerated() {
      let added = [index == order.placement.page ? field : nil, annotations[index]]
        .compactMap(\.self)
      guard !added.isEmpty else { continue }
      var dictionary = page.dictionary
      let there = dictionary["Annots"]?.array ?? []
      dictionary["Annots"] = .array(there + added.map(PDFValue.reference))
      update.add(page.number, dictionary)
    }
  }

  private mutating func addField(
    _ field: Int, _ signature: Int, _ picture: Int, on page: SealableDocument.Page
  ) throws(Problem) {
    let shown = order.record.picture
    let middle = order.placement.box.middle
    let place = Box(
      left: middle.x - shown.width / 2, top: middle.y - shown.height / 2,
      right: middle.x + shown.width / 2, bottom: middle.y + shown.height / 2)
    guard (0...page.geometry.width).contains(middle.x),
      (0...page.geometry.height).contains(middle.y)
    else { throw .cannotBeSealed("place of the seal") }
    var appearance = picture
    // On a page that is shown turned, the picture is seen through a window that turns it back.
    if page.geometry.matrix != nil {
      appearance = update.newNumber()
      let window = SealPicture.window(
        left: 0, right: shown.width, height: shown.height, onto: picture, page.geometry)
      update.add(appearance, window, stream: SealPicture.windowOperators)
    }
    update.add(
      field,
      [
        "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Sig"),
        "T": .text(fieldName),
        "TU": .text(order.record.fieldTitle),
        // Printed and locked (12.5.3).
        "F": .integer(4 | 128), "P": .reference(page.number),
        "Rect": page.geometry.rectangle(place), "V": .reference(signature),
        "AP": .dictionary(["N": .reference(appearance)]),
      ])
    update.add(picture, shown.appearance, stream: Array(shown.stream))
  }

  /// Fields that are there already.
  private var fields: [PDFValue] { base.form["Fields"]?.array ?? [] }

  /// Field names must differ (12.7.3.2); no other object has had this number.
  private var fieldName: String { fields.isEmpty ? "Seal1" : "Seal\(base.size)" }

  /// The signature dictionary without ByteRange and Contents.
  private var signatureDictionary: PDFDictionary {
    var signature: PDFDictionary = [
      "Type": .name("Sig"), "Filter": .name(order.profile.filter),
      "SubFilter": .name(order.profile.subFilter), "Name": .text(order.record.organ),
      "Reason": .text(order.reason), "M": .text(SealTime.written(order.now)),
    ]
    if order.purpose == .certification {
      let transform: PDFDictionary = [
        "Type": .name("SigRef"), "TransformMethod": .name("DocMDP"),
        "TransformParams": .dictionary([
          "Type": .name("TransformParams"), "P": .integer(1), "V": .name("1.2"),
        ]),
      ]
      signature["Reference"] = .array([.dictionary(transform)])
    }
    // By this a verifier knows our files and holds them to the strict profile.
    signature["Prop_Build"] = .dictionary([
      "App": .dictionary(["Name": .name(base.isDrawn ? "Kanhe" : "KanheSeal")])
    ])
    return signature
  }

  /// Adds the signature, ByteRange and Contents last so that both can be filled in place, and closes the update.
  private mutating func addSignature(_ number: Int) {
    let blank = "0 0000000000 0000000000 0000000000"
    update.begin(number)
    update.append(signatureDictionary.written.dropLast(2) + "/ByteRange [")
    let ranges = update.bytes.count..<update.bytes.count + blank.utf8.count
    update.append(blank + "] /Contents ")
    let holeStart = update.bytes.count
    update.append("<" + String(repeating: "00", count: holeSize) + ">")
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
      ranges, with: "0 " + numbers.map(PDFObjectWriter.padded).joined(separator: " "))
  }
}
