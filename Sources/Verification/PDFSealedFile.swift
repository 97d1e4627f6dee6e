import Cases
import Foundation
import Sealing

/// A file that has exactly the structure that our sealer gives it: cairo's revision, and one that adds a certification
/// signature with its seal and nothing else. Every byte is accounted for.
struct PDFSealedFile {
  /// The Contents string, angle brackets included.
  let hole: Range<Int>
  /// `/M`, claimed by the signer.
  let sealedAt: Date
  /// The deflated picture that the signature's widget shows.
  let picture: Data

  private let base: PDFRevision
  private let update: PDFRevision
  private let signature: PDFDictionary

  init(_ bytes: [UInt8]) throws(PDFRefusal) {
    (base, update) = try Self.revisions(of: bytes)
    let number = try Self.signatureNumber(base, update)
    signature = try Self.dictionary(number, in: update)
    hole = try Self.checkSignature(signature, fileSize: bytes.count)
    guard let time = signature["M"]?.string?.text, let date = SealTime.read(time) else {
      throw .init(.structure("/M"))
    }
    sealedAt = date
    picture = Data(bytes[try Self.checkWidget(number, base, update)])
  }

  /// What the file says of itself: kind and number, organ, when it was sealed and why.
  var claims: [String: String] {
    let info = base.crossReference.trailer["Info"]?.reference
      .flatMap { base.objects[$0]?.value.dictionary }
    var claims = ["sealed_at": sealedAt.formatted(.iso8601)]
    claims["title"] = info?["Title"]?.string?.text
    claims["issuer"] = info?["Author"]?.string?.text
    claims["seal"] = signature["Name"]?.string?.text
    claims["reason"] = signature["Reason"]?.string?.text
    return claims
  }

  /// Both revisions, found from the end; together they fill the file.
  private static func revisions(
    of bytes: [UInt8]
  ) throws(PDFRefusal) -> (PDFRevision, PDFRevision) {
    let last: Int
    do { last = try PDFTail.lastSection(of: bytes) } catch {
      throw .init(.bytesAfterEnd)
    }
    do throws(PDFDefect) {
      let previous = try PDFCrossReference(in: bytes, at: last).trailer["Prev"]?.integer
      guard let previous, previous < last else { throw PDFDefect("/Prev", at: last) }
      let base = try PDFRevision(
        in: bytes, from: try PDFTail.endOfHeader(in: bytes), section: previous)
      let update = try PDFRevision(in: bytes, from: base.end, section: last)
      guard base.crossReference.trailer["Prev"] == nil, update.end == bytes.count else {
        throw PDFDefect("more than two revisions", at: last)
      }
      return (base, update)
    } catch { throw .init(error) }
  }

  /// Checks what the update changes (catalog, one page) and adds, and gives the number of the signature.
  private static func signatureNumber(
    _ base: PDFRevision, _ update: PDFRevision
  ) throws(PDFRefusal) -> Int {
    let (old, new) = (base.crossReference.trailer, update.crossReference.trailer)
    guard let root = new["Root"]?.reference, old["Root"] == new["Root"], old["Info"] == new["Info"],
      let size = old["Size"]?.integer
    else { throw .init(.structure("trailer")) }
    let catalog = try dictionary(root, in: update)
    try requireAdditions(
      to: try dictionary(root, in: base), in: catalog,
      allowed: [
        "AcroForm", "Perms", "Metadata", "OutputIntents", "Version", "Lang", "ViewerPreferences",
      ])
    guard let permissions = catalog["Perms"]?.dictionary, permissions.keys == ["DocMDP"],
      let signature = permissions["DocMDP"]?.reference, signature >= size
    else { throw .init(.structure("/Perms")) }
    let info = old["Info"]?.reference
    if let info, update.objects[info] != nil {
      let corrected = DocumentInfo.corrected(try dictionary(info, in: base))
      guard try dictionary(info, in: update) == corrected else { throw .init(.structure("/Info")) }
    }
    let replaced = update.objects.keys.filter { $0 < size && $0 != root && $0 != info }
    guard replaced.count == 1, let page = replaced.first else {
      throw .init(.structure("objects replaced"))
    }
    try requireAdditions(
      to: try dictionary(page, in: base), in: try dictionary(page, in: update),
      allowed: ["Annots"])
    return signature
  }

  /// The new dictionary is the old one with some of the allowed keys more.
  private static func requireAdditions(
    to old: PDFDictionary, in new: PDFDictionary, allowed: [String]
  ) throws(PDFRefusal) {
    for entry in old.entries where new[entry.key] != entry.value {
      throw .init(.structure("/\(entry.key)"))
    }
    for key in new.keys where old[key] == nil && !allowed.contains(key) {
      throw .init(.structure("/\(key)"))
    }
  }

  static func dictionary(_ number: Int, in revision: PDFRevision) throws(PDFRefusal)
    -> PDFDictionary
  {
    guard let dictionary = revision.objects[number]?.value.dictionary else {
      throw .init(.structure("object \(number)"))
    }
    return dictionary
  }
}

extension PDFSealedFile {
  /// A certification signature that allows no change, whose ranges leave out the Contents string and nothing else.
  private static func checkSignature(
    _ signature: PDFDictionary, fileSize: Int
  ) throws(PDFRefusal) -> Range<Int> {
    let transform: PDFDictionary = [
      "Type": .name("SigRef"), "TransformMethod": .name("DocMDP"),
      "TransformParams": .dictionary([
        "Type": .name("TransformParams"), "P": .integer(1), "V": .name("1.2"),
      ]),
    ]
    let required: PDFDictionary = [
      "Type": .name("Sig"), "Filter": .name("Adobe.PPKLite"),
      "SubFilter": .name("ETSI.CAdES.detached"), "Reference": .array([.dictionary(transform)]),
      "Prop_Build": .dictionary(["App": .dictionary(["Name": .name("Kanhe")])]),
    ]
    try requireAdditions(
      to: required, in: signature, allowed: ["Name", "Reason", "M", "ByteRange", "Contents"])
    guard let hole = signature["Contents"]?.string?.source,
      let ranges = signature["ByteRange"]?.array?.compactMap(\.integer), ranges.count == 4
    else { throw .init(.structure("/ByteRange")) }
    guard ranges == [0, hole.lowerBound, hole.upperBound, fileSize - hole.upperBound] else {
      throw .init(.notCovered)
    }
    return hole
  }

  /// One signature field, shown on the page that was replaced; gives the bytes of its picture.
  private static func checkWidget(
    _ signature: Int, _ base: PDFRevision, _ update: PDFRevision
  ) throws(PDFRefusal) -> Range<Int> {
    let size = base.crossReference.trailer["Size"]?.integer ?? 0
    let root = update.crossReference.trailer["Root"]?.reference ?? 0
    let catalog = try dictionary(root, in: update)
    guard let form = catalog["AcroForm"]?.dictionary, form.keys == ["Fields", "SigFlags"],
      form["SigFlags"] == .integer(3), let fields = form["Fields"]?.array, fields.count == 1,
      let fieldNumber = fields[0].reference, fieldNumber >= size
    else { throw .init(.structure("/AcroForm")) }
    let field = try dictionary(fieldNumber, in: update)
    guard field["FT"] == .name("Sig"), field["Subtype"] == .name("Widget"),
      field["V"] == .reference(signature), field["F"] == .integer(132),
      let page = field["P"]?.reference, page < size, page != root,
      try dictionary(page, in: update)["Annots"] == .array([.reference(fieldNumber)]),
      let shown = field["AP"]?.dictionary, shown.keys == ["N"],
      Set(field.keys).isSubset(of: fieldKeys),
      let appearance = shown["N"]?.reference,
      let stream = update.objects[appearance]?.stream,
      showsItsStreamOnly(try dictionary(appearance, in: update))
    else { throw .init(.structure("seal field")) }
    try requireNothingElse(catalog, [root, page, signature, fieldNumber, appearance], update)
    return stream
  }

  /// No actions, no other states: a viewer shows the seal and does nothing.
  private static let fieldKeys: Set = [
    "Type", "Subtype", "FT", "T", "TU", "F", "P", "Rect", "V", "AP",
  ]

  /// The appearance draws with its own operators; no other object can come into the picture.
  private static func showsItsStreamOnly(_ appearance: PDFDictionary) -> Bool {
    let ink: PDFDictionary = ["Type": .name("ExtGState"), "BM": .name("Multiply")]
    let resources: PDFDictionary = ["ExtGState": .dictionary(["G": .dictionary(ink)])]
    return appearance["Resources"] == .dictionary(resources)
      && Set(appearance.keys).isSubset(of: [
        "Type", "Subtype", "BBox", "Resources", "Group", "Filter", "Length",
      ])
  }

  /// Every object of the update has its purpose.
  private static func requireNothingElse(
    _ catalog: PDFDictionary, _ used: [Int], _ update: PDFRevision
  ) throws(PDFRefusal) {
    var used = Set(used)
    if let info = update.crossReference.trailer["Info"]?.reference { used.insert(info) }
    if let metadata = catalog["Metadata"]?.reference { used.insert(metadata) }
    for intent in catalog["OutputIntents"]?.array ?? [] {
      if let profile = intent.dictionary?["DestOutputProfile"]?.reference { used.insert(profile) }
    }
    guard Set(update.objects.keys).isSubset(of: used) else {
      throw .init(.structure("objects added"))
    }
  }
}
