import PortableDocument

/// The interactive form of a file and the signature fields in it (ISO 32000-1, 12.7).
struct PDFForm {
  struct Field {
    /// Object number.
    let number: Int
    let dictionary: PDFDictionary
  }

  let catalog: PDFDictionary
  /// Empty where there is none.
  let dictionary: PDFDictionary
  /// `/Fields`, looked up.
  let fields: [PDFValue]

  init(of file: PDFFile) throws(PDFDefect) {
    guard let catalog = try file.resolved(file.trailer["Root"]).dictionary else {
      throw PDFDefect("no catalog", at: file.section)
    }
    self.catalog = catalog
    dictionary = try file.resolved(catalog["AcroForm"]).dictionary ?? PDFDictionary()
    fields = try file.resolved(dictionary["Fields"]).array ?? []
  }

  /// The one field that a signature belongs to; nil where there is none, or more than one.
  func field(of signature: Int, in file: PDFFile) throws(PDFDefect) -> Field? {
    var found: [Field] = []
    var open = fields.compactMap(\.reference)
    var seen: Set<Int> = []
    while let number = open.popLast() {
      guard seen.insert(number).inserted, seen.count <= Self.most else {
        throw PDFDefect("fields", at: file.section)
      }
      guard let dictionary = try file.object(number).dictionary else { continue }
      if dictionary["V"]?.reference == signature {
        found.append(Field(number: number, dictionary: dictionary))
      }
      open += try file.resolved(dictionary["Kids"]).array?.compactMap(\.reference) ?? []
    }
    return found.count == 1 ? found[0] : nil
  }

  private static let most = 10_000
}

extension PDFForm.Field {
  /// Whether it may put ink on its page. Viewers draw the background and border of a widget (`/MK`, `/BS`) also where it has no
  /// appearance, and a line in a box that is flat: only what has no extent at all, or is no annotation, shows nothing.
  var shows: Bool {
    if dictionary["Rect"] == nil, dictionary["Subtype"] == nil, dictionary["AP"] == nil {
      return false
    }
    guard let box = dictionary["Rect"]?.numbers, box.count == 4 else { return true }
    return box[0] != box[2] || box[1] != box[3]
  }
}
