import PortableDocument

/// What the objects of a file refer to, and in which places. A list of annotations that also is a page's content, or
/// validation data that also give a page its fonts, would change what is shown when they grow.
struct PDFReferences {
  /// Whatever anything refers to.
  private(set) var all: Set<Int> = []
  /// What holds the annotations of pages or the fields of the form, and is nothing else.
  private(set) var lists: Set<Int> = []
  /// What something refers to that is not the one entry by which such an object is known: catalog and description of the
  /// document (trailer), form and validation data (catalog), lists of fields (form) and of annotations (page).
  private(set) var elsewhere: Set<Int> = []
  /// What stands under a key of a dictionary by itself, as resources do; fields and their parts stand in arrays.
  private(set) var underKeys: Set<Int> = []

  private let root: Int?
  private let formNumber: Int?

  init(in file: PDFFile, _ form: PDFForm) throws(PDFDefect) {
    (root, formNumber) = (file.trailer["Root"]?.reference, form.catalog["AcroForm"]?.reference)
    try file.forEachObject { (number, value) throws(PDFDefect) in note(value, of: number) }
    lists.subtract(elsewhere)
  }

  private mutating func note(_ value: PDFValue, of number: Int) {
    value.forEachPart { part in
      if let target = part.reference { all.insert(target) }
      for entry in part.dictionary?.entries ?? [] where !["Parent", "Obj"].contains(entry.key) {
        if let target = entry.value.reference { underKeys.insert(target) }
      }
    }
    guard var rest = value.dictionary else { return noteElsewhere(value) }
    if number == root {
      rest = rest.withoutReferences(["AcroForm", "DSS"])
      if let form = rest["AcroForm"]?.dictionary {
        rest["AcroForm"] = .dictionary(withoutList("Fields", form))
      }
    }
    if number == formNumber { rest = withoutList("Fields", rest) }
    if rest["Type"] == .name("Page") { rest = withoutList("Annots", rest) }
    // A cross-reference stream is a trailer.
    if rest["Type"] == .name("XRef") { rest = rest.withoutReferences(["Root", "Info"]) }
    noteElsewhere(.dictionary(rest))
  }

  private mutating func noteElsewhere(_ value: PDFValue) {
    value.forEachPart { if let target = $0.reference { elsewhere.insert(target) } }
  }

  private mutating func withoutList(_ key: String, _ dictionary: PDFDictionary) -> PDFDictionary {
    if let list = dictionary[key]?.reference { lists.insert(list) }
    return dictionary.withoutReferences([key])
  }
}

extension PDFDictionary {
  fileprivate func withoutReferences(_ keys: [String]) -> PDFDictionary {
    var rest = self
    for key in keys where rest[key]?.reference != nil { rest[key] = nil }
    return rest
  }
}
