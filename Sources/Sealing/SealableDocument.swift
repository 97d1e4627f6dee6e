import Cases
import PortableDocument

/// What sealing needs to know of a document, however it was read.
package struct SealableDocument {
  package struct Page {
    package var number: Int
    var dictionary: PDFDictionary
    package var geometry: PageGeometry
  }

  var bytes: [UInt8]
  /// The first object number that is free.
  var size: Int
  var root: Int
  var catalog: PDFDictionary
  package var pages: [Page]
  /// Where the last cross-reference section begins, and whether it is a stream.
  var section: Int
  var sectionIsStream = false
  var info: PDFValue?
  /// The first half of the file identifier.
  var identifier: PDFValue?
  /// Whether this program drew it, so that every byte of it is known.
  var isDrawn = false
  /// The form that is there already, with its fields.
  var form = PDFDictionary()

  func page(_ index: Int) throws(Problem) -> Page {
    guard pages.indices.contains(index) else { throw .cannotBeSealed("no page \(index + 1)") }
    return pages[index]
  }
}
