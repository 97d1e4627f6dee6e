import Cases
import Foundation
import PortableDocument
import Sealing

/// A file that has exactly the structure that our sealer gives it: the revision that was drawn, and one that adds a
/// certification signature with its seal and nothing else. Every byte is accounted for.
struct PDFSealedFile {
  /// The Contents string, angle brackets included.
  let hole: Range<Int>
  /// What is in the string, as `/SubFilter` says.
  let profile: SealProfile
  /// `/M`, claimed by the signer.
  let sealedAt: Date
  let seal: PDFShownSeal

  private let base: PDFRevision
  private let update: PDFRevision
  private let signature: PDFDictionary

  init(_ bytes: [UInt8]) throws(PDFRefusal) {
    (base, update) = try Self.revisions(of: bytes)
    let number = try Self.signatureNumber(base, update)
    signature = try Self.dictionary(number, in: update)
    profile = signature["SubFilter"] == .name(SealProfile.gm.subFilter) ? .gm : .pades
    hole = try Self.checkSignature(signature, profile, fileSize: bytes.count)
    guard let time = signature["M"]?.string?.text, let date = SealTime.read(time) else {
      throw .init(.structure("/M"))
    }
    sealedAt = date
    seal = try PDFShownSeal(of: number, base, update, in: bytes)
    try requireNothingElse(but: number)
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

  /// Checks what the update changes of the catalog, and gives the number of the signature.
  ///
  /// Version 0.2 added what an archive wants to know in the sealed revision; now it is drawn with the rest. Both are taken.
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
    return signature
  }

  /// The new dictionary is the old one with some of the allowed keys more.
  static func requireAdditions(
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
    _ signature: PDFDictionary, _ profile: SealProfile, fileSize: Int
  ) throws(PDFRefusal) -> Range<Int> {
    let transform: PDFDictionary = [
      "Type": .name("SigRef"), "TransformMethod": .name("DocMDP"),
      "TransformParams": .dictionary([
        "Type": .name("TransformParams"), "P": .integer(1), "V": .name("1.2"),
      ]),
    ]
    let required: PDFDictionary = [
      "Type": .name("Sig"), "Filter": .name(profile.filter),
      "SubFilter": .name(profile.subFilter), "Reference": .array([.dictionary(transform)]),
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

  /// Every object of the update has its purpose.
  private func requireNothingElse(but signature: Int) throws(PDFRefusal) {
    let trailer = update.crossReference.trailer
    let catalog = try Self.dictionary(trailer["Root"]?.reference ?? 0, in: update)
    var used = seal.objects.union([signature])
    for reference in [trailer["Root"], trailer["Info"], catalog["Metadata"]] {
      if let number = reference?.reference { used.insert(number) }
    }
    for intent in catalog["OutputIntents"]?.array ?? [] {
      if let profile = intent.dictionary?["DestOutputProfile"]?.reference { used.insert(profile) }
    }
    guard Set(update.objects.keys).isSubset(of: used) else {
      throw .init(.structure("objects added or replaced"))
    }
  }
}
