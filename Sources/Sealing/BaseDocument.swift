package import Cases
import PortableDocument

extension SealableDocument {
  /// A PDF that this program drew: one revision, unsigned, read as strictly as the verifier will read it.
  /// - Throws: `cannot_be_sealed`.
  package init(drawn bytes: [UInt8]) throws(Problem) {
    let revision: PDFRevision
    do {
      let section = try PDFTail.lastSection(of: bytes)
      revision = try PDFRevision(
        in: bytes, from: try PDFTail.endOfHeader(in: bytes), section: section)
    } catch { throw .cannotBeSealed("\(error.what), \(error.offset)") }
    let trailer = revision.crossReference.trailer
    guard trailer["Prev"] == nil else { throw .cannotBeSealed("more than one revision") }
    guard let root = trailer["Root"]?.reference, let size = trailer["Size"]?.integer else {
      throw .cannotBeSealed("trailer")
    }
    let catalog = try Self.dictionary(root, "catalog", revision)
    for key in ["AcroForm", "Perms"] where catalog[key] != nil {
      throw .cannotBeSealed("/\(key) in the catalog")
    }
    self.init(
      bytes: bytes, size: size, root: root, catalog: catalog,
      pages: try Self.pages(of: catalog, revision),
      section: revision.crossReference.range.lowerBound,
      sectionIsStream: revision.crossReference.isStream, info: trailer["Info"],
      identifier: trailer["ID"]?.array?.first, isDrawn: true)
  }

  /// The pages of a flat tree, as our drawing makes it.
  private static func pages(
    of catalog: PDFDictionary, _ revision: PDFRevision
  ) throws(Problem) -> [Page] {
    guard let root = catalog["Pages"]?.reference,
      let kids = try dictionary(root, "page tree", revision)["Kids"]?.array
    else { throw .cannotBeSealed("no pages") }
    var pages: [Page] = []
    for kid in kids {
      guard let number = kid.reference else { throw .cannotBeSealed("page tree") }
      let page = try dictionary(number, "page", revision)
      guard page["Type"] == .name("Page"), page["Annots"] == nil else {
        throw .cannotBeSealed("annotations on the page")
      }
      guard let box = page["MediaBox"]?.array?.compactMap(\.number),
        let geometry = PageGeometry(box: box)
      else { throw .cannotBeSealed("MediaBox") }
      pages.append(Page(number: number, dictionary: page, geometry: geometry))
    }
    return pages
  }

  private static func dictionary(
    _ number: Int, _ what: String, _ revision: PDFRevision
  ) throws(Problem) -> PDFDictionary {
    guard let dictionary = revision.objects[number]?.value.dictionary else {
      throw .cannotBeSealed("no \(what)")
    }
    return dictionary
  }
}
