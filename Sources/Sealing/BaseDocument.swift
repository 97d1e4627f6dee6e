import Cases

/// A PDF as cairo wrote it: one revision, unsigned. What a seal can be put on.
struct BaseDocument {
  let bytes: [UInt8]
  let revision: PDFRevision

  /// - Throws: `cannot_be_sealed`.
  init(_ bytes: [UInt8]) throws(Problem) {
    do {
      let section = try PDFTail.lastSection(of: bytes)
      revision = try PDFRevision(
        in: bytes, from: try PDFTail.endOfHeader(in: bytes), section: section)
    } catch { throw .cannotBeSealed("\(error.what), \(error.offset)") }
    self.bytes = bytes
    guard revision.crossReference.trailer["Prev"] == nil else {
      throw .cannotBeSealed("more than one revision")
    }
    for key in ["AcroForm", "Perms"] where try catalog[key] != nil {
      throw .cannotBeSealed("/\(key) in the catalog")
    }
  }

  var trailer: PDFDictionary { revision.crossReference.trailer }
  var rootNumber: Int { trailer["Root"]?.reference ?? 0 }

  var catalog: PDFDictionary {
    get throws(Problem) { try dictionary(rootNumber, "catalog") }
  }

  /// The Info dictionary; empty where there is none.
  var info: PDFDictionary {
    guard let number = trailer["Info"]?.reference else { return PDFDictionary() }
    return revision.objects[number]?.value.dictionary ?? PDFDictionary()
  }

  func dictionary(_ number: Int, _ what: String) throws(Problem) -> PDFDictionary {
    guard let dictionary = revision.objects[number]?.value.dictionary else {
      throw .cannotBeSealed("no \(what)")
    }
    return dictionary
  }

  /// Number and dictionary of a page, counted from 0. Only the flat page tree that cairo writes is known.
  func page(_ index: Int) throws(Problem) -> (number: Int, dictionary: PDFDictionary) {
    guard let root = try catalog["Pages"]?.reference,
      let kids = try dictionary(root, "page tree")["Kids"]?.array, kids.indices.contains(index),
      let number = kids[index].reference
    else { throw .cannotBeSealed("no page \(index + 1)") }
    let page = try dictionary(number, "page")
    guard page["Type"] == .name("Page"), page["Annots"] == nil else {
      throw .cannotBeSealed("annotations on the page")
    }
    return (number, page)
  }

  /// Height of a page in points.
  static func height(of page: PDFDictionary) throws(Problem) -> Double {
    let numbers = page["MediaBox"]?.array?.compactMap(\.number) ?? []
    guard numbers.count == 4, numbers[0] == 0, numbers[1] == 0, numbers[3].isFinite else {
      throw .cannotBeSealed("MediaBox")
    }
    return numbers[3]
  }
}
