package import PortableDocument

/// The revision that puts validation data into a sealed file: PAdES B-LT (EN 319 142-1, 5.4.2 and 6.3).
///
/// A document security store grows: what was in it stays, what comes is listed behind it.
package enum ValidationDataRevision {
  package static let storeKey = "DSS"

  /// The file with the data behind it.
  /// - Throws: `PDFDefect` where the file is not one that our sealer ended.
  package static func append(
    _ data: ValidationData, to pdf: [UInt8]
  ) throws(PDFDefect) -> [UInt8] {
    let end = try RevisionEnd(pdf)
    var revision = AppendedRevision(after: end)
    var catalog = end.catalog
    let number = catalog[storeKey]?.reference ?? revision.newNumber()
    var store = try Self.store(number, in: end)
    catalog[storeKey] = .reference(number)
    revision.add(end.root, catalog)
    for (key, values) in [
      ("Certs", data.certificates), ("CRLs", data.revocationLists), ("OCSPs", data.answers),
    ] where !values.isEmpty {
      let there = store[key]?.array ?? []
      let added = values.map { value in
        let number = revision.newNumber()
        revision.add(number, stream: value)
        return PDFValue.reference(number)
      }
      store[key] = .array(there + added)
    }
    revision.add(number, store)
    revision.close()
    return revision.bytes
  }

  /// The store so far. It is in the last revision or, behind a document time stamp, in the one before.
  private static func store(_ number: Int, in end: RevisionEnd) throws(PDFDefect) -> PDFDictionary {
    guard end.catalog[storeKey] != nil else { return ["Type": .name("DSS")] }
    if let store = try end.newest(number, within: maximumRevisions) { return store }
    throw PDFDefect("no /DSS", at: end.section.range.lowerBound)
  }

  /// More revisions than any file has that is stamped again every year.
  package static let maximumRevisions = 64
}
