import Cases
import Foundation
import PortableDocument
import Sealing

/// What a sealed file shows of its seal: the picture of the signature's field and, where the seal rides on the edges of
/// all pages, a strip of the same picture on each.
struct PDFShownSeal {
  private struct Strip {
    var annotation: PDFDictionary
    var window: PDFDictionary
    var windowNumber: Int
    var page: SealableDocument.Page
  }

  /// The objects of the sealed revision that the seal consists of, pages included.
  private(set) var objects: Set<Int>
  private let pictureNumber: Int
  private let picture: PDFDictionary
  private let stream: Data
  private let strips: [Strip]

  init(
    of signature: Int, _ base: PDFRevision, _ update: PDFRevision, in bytes: [UInt8]
  ) throws(PDFRefusal) {
    let field = try Self.field(of: signature, base, update)
    let (number, dictionary) = (field.number, field.dictionary)
    guard let sealed = dictionary["P"]?.reference,
      let pictureNumber = dictionary["AP"]?.dictionary?["N"]?.reference,
      let stream = update.objects[pictureNumber]?.stream
    else { throw .init(.structure("seal field")) }
    self.pictureNumber = pictureNumber
    self.stream = Data(bytes[stream])
    picture = try PDFSealedFile.dictionary(pictureNumber, in: update)
    objects = [number, pictureNumber]
    guard Self.drawsItself(picture) else { throw .init(.structure("seal picture")) }

    let pages: [SealableDocument.Page]
    do { pages = try SealableDocument(drawn: Array(bytes[..<base.end])).pages } catch {
      throw .init(.structure("page tree"))
    }
    var strips: [Strip] = []
    for page in pages {
      let annotations = try Self.annotations(of: page, base, update)
      if annotations != nil { objects.insert(page.number) }
      var others = annotations ?? []
      if page.number == sealed, others.first == number { others.removeFirst() }
      guard others.count <= 1, !others.contains(number) else {
        throw .init(.structure("annotations"))
      }
      guard let annotation = others.first else { continue }
      let strip = try Self.strip(annotation, on: page, of: pictureNumber, update, in: bytes)
      objects.formUnion([annotation, strip.windowNumber])
      strips.append(strip)
    }
    // A seal that rides does so on every page: a page without its strip was exchanged.
    guard objects.contains(sealed), strips.isEmpty || strips.count == pages.count else {
      throw .init(.structure("riding seal"))
    }
    self.strips = strips
  }

  /// Whether this is the picture on record, whole and in strips, in every place where it is shown.
  func shows(_ recorded: SealPicture) -> Bool {
    guard stream == recorded.stream, picture.without("Length") == recorded.appearance else {
      return false
    }
    guard !strips.isEmpty else { return true }
    guard let riding = RidingSeal(pages: strips.count, picture: recorded) else { return false }
    return zip(strips, riding.parts).allSatisfy { strip, part in
      let annotation = riding.annotation(
        of: part, appearance: strip.windowNumber, page: strip.page.number, strip.page.geometry)
      let window = SealPicture.window(
        left: part.left, right: part.right, height: recorded.height, onto: pictureNumber,
        strip.page.geometry)
      return strip.annotation == annotation && strip.window.without("Length") == window
    }
  }
}

extension PDFShownSeal {
  /// Whether this is the picture inside a GB/T 38540 seal, which is made of the drawing itself.
  func shows(_ picture: SESPicture) -> Bool {
    guard picture.type == SealSVG.type,
      SealSVG.made(of: stream, width: picture.width, height: picture.height) == picture.data
    else { return false }
    let millimetre = SealDrawing.millimetre
    return shows(
      SealPicture(
        width: Double(picture.width) * millimetre, height: Double(picture.height) * millimetre,
        stream: stream))
  }

  /// No actions, no other states: a viewer shows the seal and does nothing.
  private static let fieldKeys: Set = [
    "Type", "Subtype", "FT", "T", "TU", "F", "P", "Rect", "V", "AP",
  ]

  /// The only field of the form.
  private static func field(
    of signature: Int, _ base: PDFRevision, _ update: PDFRevision
  ) throws(PDFRefusal) -> (number: Int, dictionary: PDFDictionary) {
    let size = base.crossReference.trailer["Size"]?.integer ?? 0
    let root = update.crossReference.trailer["Root"]?.reference ?? 0
    let catalog = try PDFSealedFile.dictionary(root, in: update)
    guard let form = catalog["AcroForm"]?.dictionary, form.keys == ["Fields", "SigFlags"],
      form["SigFlags"] == .integer(3), let fields = form["Fields"]?.array, fields.count == 1,
      let number = fields[0].reference, number >= size
    else { throw .init(.structure("/AcroForm")) }
    let field = try PDFSealedFile.dictionary(number, in: update)
    guard field["FT"] == .name("Sig"), field["Subtype"] == .name("Widget"),
      field["V"] == .reference(signature), field["F"] == .integer(132),
      let shown = field["AP"]?.dictionary, shown.keys == ["N"],
      Set(field.keys).isSubset(of: fieldKeys)
    else { throw .init(.structure("seal field")) }
    return (number, field)
  }

  /// The annotations that the update gives a page; nil where it leaves the page alone.
  private static func annotations(
    of page: SealableDocument.Page, _ base: PDFRevision, _ update: PDFRevision
  ) throws(PDFRefusal) -> [Int]? {
    guard update.objects[page.number] != nil else { return nil }
    let new = try PDFSealedFile.dictionary(page.number, in: update)
    try PDFSealedFile.requireAdditions(
      to: try PDFSealedFile.dictionary(page.number, in: base), in: new, allowed: ["Annots"])
    guard let annotations = new["Annots"]?.array, !annotations.isEmpty else {
      throw .init(.structure("/Annots"))
    }
    let numbers = annotations.compactMap(\.reference)
    guard numbers.count == annotations.count else { throw .init(.structure("/Annots")) }
    return numbers
  }

  /// A strip paints the seal's own picture through a window; where it is and how much it shows is compared with the record.
  private static func strip(
    _ number: Int, on page: SealableDocument.Page, of picture: Int, _ update: PDFRevision,
    in bytes: [UInt8]
  ) throws(PDFRefusal) -> Strip {
    let annotation = try PDFSealedFile.dictionary(number, in: update)
    let resources: PDFDictionary = ["XObject": .dictionary(["S": .reference(picture)])]
    guard annotation["Subtype"] == .name("Stamp"),
      Set(annotation.keys).isSubset(of: [
        "Type", "Subtype", "Name", "Contents", "F", "P", "Rect", "AP",
      ]),
      let windowNumber = annotation["AP"]?.dictionary?["N"]?.reference,
      let stream = update.objects[windowNumber]?.stream,
      bytes[stream].elementsEqual(SealPicture.windowOperators)
    else { throw .init(.structure("riding seal")) }
    let window = try PDFSealedFile.dictionary(windowNumber, in: update)
    guard window["Resources"] == .dictionary(resources) else {
      throw .init(.structure("riding seal"))
    }
    return Strip(annotation: annotation, window: window, windowNumber: windowNumber, page: page)
  }

  /// The picture draws with its own operators; no other object can come into it.
  private static func drawsItself(_ picture: PDFDictionary) -> Bool {
    let numbers = picture["BBox"]?.array?.compactMap(\.number) ?? []
    guard numbers.count == 4 else { return false }
    let same = SealPicture(width: numbers[2], height: numbers[3], stream: Data())
    return picture.without("Length") == same.appearance
  }
}

extension PDFDictionary {
  fileprivate func without(_ key: String) -> PDFDictionary {
    var rest = self
    rest[key] = nil
    return rest
  }
}
