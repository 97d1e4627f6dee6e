import Cases
import PortableDocument

extension SealableDocument {
  /// A PDF of another program.
  ///
  /// - Throws: `encrypted_pdf`, `already_signed` and `changes_forbidden` as the purpose asks, `active_content`,
  ///   `cannot_be_sealed`.
  init(foreign bytes: [UInt8], for purpose: SealedRevision.Purpose) throws(Problem) {
    do {
      let file = try PDFFile(bytes)
      guard !file.isEncrypted else { throw Problem.encryptedPDF }
      try ForeignCheck(file).check(for: purpose)
      try self.init(file)
    } catch let problem as Problem { throw problem } catch let defect as PDFDefect {
      throw .cannotBeSealed("\(defect.what), \(defect.offset)")
    } catch { throw .cannotBeSealed("\(error)") }
  }

  private init(_ file: PDFFile) throws {
    guard let root = file.trailer["Root"]?.reference,
      var catalog = try file.resolved(file.trailer["Root"]).dictionary
    else { throw PDFDefect("no catalog", at: file.section) }
    // Certification and CAdES belong to 1.7 and its extensions; a header of 2.0 says more.
    if !file.bytes.starts(with: "%PDF-1.7".utf8), !file.bytes.starts(with: "%PDF-2".utf8) {
      catalog["Version"] = .name("1.7")
    }
    var form = try file.resolved(catalog["AcroForm"]).dictionary ?? PDFDictionary()
    form["Fields"] = .array(try file.resolved(form["Fields"]).array ?? [])
    // Viewers would draw the fields anew.
    form["NeedAppearances"] = nil
    var bytes = file.bytes
    if let last = bytes.last, last != 10, last != 13 { bytes.append(10) }
    self.init(
      bytes: bytes, size: file.size, root: root, catalog: catalog,
      pages: try ForeignPages(file).pages(of: catalog), section: file.section,
      sectionIsStream: file.sectionIsStream, info: file.trailer["Info"],
      identifier: try file.resolved(file.trailer["ID"]).array?.first, form: form)
  }
}

/// The pages of a tree of any depth (ISO 32000-1, 7.7.3).
private struct ForeignPages {
  private static let mostPages = 10_000

  private let file: PDFFile

  init(_ file: PDFFile) { self.file = file }

  func pages(of catalog: PDFDictionary) throws -> [SealableDocument.Page] {
    guard let root = catalog["Pages"]?.reference else { throw PDFDefect("no pages", at: 0) }
    var pages: [SealableDocument.Page] = []
    var seen: Set<Int> = []
    try collect(root, inherited: PDFDictionary(), into: &pages, &seen)
    guard !pages.isEmpty else { throw PDFDefect("no pages", at: 0) }
    return pages
  }

  private func collect(
    _ number: Int, inherited: PDFDictionary, into pages: inout [SealableDocument.Page],
    _ seen: inout Set<Int>, depth: Int = 0
  ) throws {
    guard seen.insert(number).inserted, depth < 64, let node = try file.object(number).dictionary
    else { throw PDFDefect("page tree", at: 0) }
    var inherited = inherited
    for key in ["MediaBox", "CropBox", "Rotate"] {
      if let value = node[key] { inherited[key] = try file.resolved(value) }
    }
    if let kids = try file.resolved(node["Kids"]).array {
      for kid in kids {
        guard let kid = kid.reference else { throw PDFDefect("page tree", at: 0) }
        try collect(kid, inherited: inherited, into: &pages, &seen, depth: depth + 1)
      }
      return
    }
    guard pages.count < Self.mostPages else { throw PDFDefect("too many pages", at: 0) }
    let box = try (inherited["CropBox"] ?? inherited["MediaBox"])?.array?
      .compactMap { try file.resolved($0).number }
    guard let geometry = PageGeometry(box: box ?? [], turn: inherited["Rotate"]?.integer ?? 0)
    else { throw PDFDefect("page without a size", at: 0) }
    var page = node
    if let there = page["Annots"] {
      page["Annots"] = .array(try file.resolved(there).array ?? [])
    }
    pages.append(.init(number: number, dictionary: page, geometry: geometry))
  }
}
