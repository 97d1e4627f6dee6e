import Foundation
import PortableDocument
import Sealing

/// The sealed revision of a file taken apart, to be written again with other objects and signed by the true key: what
/// an insider could make. Offsets, ranges and signature are right, so only the profile can refuse it.
struct RewrittenSeal {
  /// Everything before the sealed revision.
  var base: [UInt8]
  /// Object number and what stands between `N 0 obj` and `endobj`, in the order of the file.
  var objects: [(number: Int, body: [UInt8])]
  var trailer: PDFDictionary
  /// Puts something wrong into the cross-reference section after everything else is right.
  var spoilSection: (String) -> String = { $0 }

  private let signature: Int

  init(_ sealed: [UInt8]) throws {
    let last = try PDFTail.lastSection(of: sealed)
    let section = try PDFCrossReference(in: sealed, at: last)
    guard let previous = section.trailer["Prev"]?.integer else { throw DERNode.Malformed() }
    let first = try PDFRevision(
      in: sealed, from: PDFTail.endOfHeader(in: sealed), section: previous)
    let update = try PDFRevision(in: sealed, from: first.end, section: last)
    base = Array(sealed[..<first.end])
    trailer = section.trailer
    objects = update.objects.values.sorted { $0.range.lowerBound < $1.range.lowerBound }
      .map { object in
        let head = "\(object.number) 0 obj\n".utf8.count
        let body = object.range.dropFirst(head).dropLast("\nendobj\n".utf8.count)
        return (object.number, Array(sealed[body]))
      }
    let catalog = update.objects[section.trailer["Root"]?.reference ?? 0]?.value.dictionary
    signature = catalog?["Perms"]?.dictionary?["DocMDP"]?.reference ?? 0
  }

  /// The first object whose text has `mark`, with `old` replaced by `new` in it.
  mutating func change(objectWith mark: String, _ old: String, _ new: String) throws {
    guard
      let index = objects.firstIndex(where: { $0.body.firstRange(of: Array(mark.utf8)) != nil }),
      let place = objects[index].body.firstRange(of: Array(old.utf8))
    else { throw DERNode.Malformed() }
    objects[index].body.replaceSubrange(place, with: Array(new.utf8))
  }

  /// Makes room for a CMS of so many bytes.
  mutating func widenHole(to size: Int) throws {
    guard let index = objects.firstIndex(where: { $0.number == signature }),
      let start = objects[index].body.firstRange(of: Array("/Contents <".utf8))?.upperBound,
      let end = objects[index].body[start...].firstIndex(of: UInt8(ascii: ">"))
    else { throw DERNode.Malformed() }
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: 2 * size)
    objects[index].body.replaceSubrange(start..<end, with: zeros)
  }

  mutating func add(_ body: String) {
    let number = trailer["Size"]?.integer ?? 0
    trailer["Size"] = .integer(number + 1)
    objects.append((number, Array(body.utf8)))
  }

  func file(signedBy identity: SealIdentity) throws -> [UInt8] {
    var file = base
    var offsets: [Int: Int] = [:]
    for object in objects {
      offsets[object.number] = file.count
      file += Array("\(object.number) 0 obj\n".utf8) + object.body + Array("\nendobj\n".utf8)
    }
    let section = file.count
    file += Array(spoilSection(written(offsets, at: section)).utf8)
    guard let hole = ContentsHole(in: file) else { return file }
    let numbers = [
      hole.range.lowerBound, hole.range.upperBound, file.count - hole.range.upperBound,
    ]
    let ranges = "0 " + numbers.map { String(format: "%010d", $0) }.joined(separator: " ")
    return try hole.withRanges(ranges).signedAgain(by: identity)
  }

  private func written(_ offsets: [Int: Int], at section: Int) -> String {
    var text = "xref\n"
    for (number, offset) in offsets.sorted(by: { $0.key < $1.key }) {
      text += "\(number) 1\n" + String(format: "%010d", offset) + " 00000 n \n"
    }
    return text + "trailer\n\(trailer.written)\nstartxref\n\(section)\n%%EOF\n"
  }
}
