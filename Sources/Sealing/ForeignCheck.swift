import Cases
import PortableDocument

/// Whether a document of another program may be sealed: whatever its bytes show must stay what it shows.
struct ForeignCheck {
  private let file: PDFFile

  init(_ file: PDFFile) { self.file = file }

  /// - Throws: `already_signed`, `changes_forbidden`, `active_content`; a defect.
  func check(for purpose: SealedRevision.Purpose) throws {
    var isSigned = false
    var forbidsChanges = false
    var active: String?
    var isDangling = false
    try file.forEachObject { (_, value) throws(PDFDefect) in
      value.forEachPart { part in
        if let number = part.reference, number >= file.size { isDangling = true }
        guard let dictionary = part.dictionary else { return }
        if dictionary["ByteRange"] != nil { isSigned = true }
        if self.forbidsChanges(dictionary) { forbidsChanges = true }
        active = active ?? Self.activeContent(of: dictionary)
      }
    }
    if let active { throw Problem.activeContent(active) }
    if isSigned, purpose == .certification { throw Problem.alreadySigned }
    if isSigned, forbidsChanges { throw Problem.changesForbidden }
    // What is not there yet would be an object of the seal.
    guard !isDangling else { throw PDFDefect("reference beyond the last object", at: file.section) }
  }

  /// The parameters of a certification that allows nothing (ISO 32000-1, table 254).
  private func forbidsChanges(_ dictionary: PDFDictionary) -> Bool {
    func resolved(_ value: PDFValue?) -> PDFValue { (try? file.resolved(value)) ?? .null }
    return resolved(dictionary["TransformMethod"]) == .name("DocMDP")
      && resolved(resolved(dictionary["TransformParams"]).dictionary?["P"]) == .integer(1)
  }

  /// Scripts, programs that are started, forms that draw themselves, films; nil where a dictionary has none.
  private static func activeContent(of dictionary: PDFDictionary) -> String? {
    let actions = [
      "JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "RichMediaExecute",
    ]
    if let action = dictionary["S"]?.name, actions.contains(action) { return action }
    let kinds = ["RichMedia", "Movie", "Screen", "3D", "Sound"]
    if let kind = dictionary["Subtype"]?.name, dictionary["Rect"] != nil, kinds.contains(kind) {
      return kind
    }
    return ["JavaScript", "JS", "XFA", "AA"].first { dictionary[$0] != nil }
  }
}
