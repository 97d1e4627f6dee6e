package import Cases

/// What a PDF holds, told from its bytes and not from its structure: damaged or lying files are looked at in the same way,
/// and what a viewer would find by repairing the file is found here too. What nothing refers to counts as well.
package struct PDFInventory: Sendable, Equatable {
  /// Objects, those in object streams included.
  package private(set) var objects = 0
  /// Bytes of all deflated streams but pictures, once expanded; pictures tell their size themselves.
  /// Counting ends a little beyond the limit.
  package private(set) var expandedBytes = 0
  package private(set) var activeContent: [ActiveContent] = []

  private var found: Set<ActiveContent> = []
  private var openActions = PDFOpenActions()

  /// Object streams are kept while the file is looked at; no honest one is larger.
  private static let largestObjectStream = 64 << 20

  private let mostObjects: Int

  /// - Parameters:
  ///   - limit: to how many bytes streams are expanded at most.
  ///   - most: objects; a file with more is not looked at any further.
  package init(_ bytes: [UInt8], expandingAtMost limit: Int, objectsAtMost most: Int = 200_000) {
    mostObjects = most
    look(at: bytes, limit: limit, isFile: true)
    if openActions.hasAction { found.insert(.openAction) }
    activeContent = ActiveContent.allCases.filter(found.contains)
  }

  private mutating func look(at bytes: [UInt8], limit: Int, isFile: Bool) {
    var scanner = PDFTokenScanner(bytes)
    let source = openActions.add(bytes)
    while objects <= mostObjects, let token = scanner.next() {
      switch token {
      case .object(let number):
        objects += 1
        openActions.note(number, source, at: scanner.position)
      case .name(let name):
        if let content = Self.contents[name] { found.insert(content) }
        if name == "OpenAction" { openActions.noteAction(source, at: scanner.position) }
      case .stream(let range, let dictionary):
        // A stream in an object stream does not exist (7.5.7).
        if isFile { look(atStream: bytes[range], dictionary, limit: limit) }
      }
    }
  }

  private mutating func look(
    atStream data: ArraySlice<UInt8>, _ dictionary: Set<String>, limit: Int
  ) {
    guard !dictionary.contains("Image"), expandedBytes <= limit,
      dictionary.contains("FlateDecode") || dictionary.contains("Fl")
    else { return }
    if dictionary.contains("ObjStm") {
      let expanded = Deflate.expandedPart(
        of: data, atMost: min(limit, Self.largestObjectStream) + 1)
      expandedBytes += expanded.count > Self.largestObjectStream ? limit + 1 : expanded.count
      let (numbers, first) = PDFTokenScanner.packedObjects(
        in: expanded, atMost: mostObjects + 1)
      objects += numbers.count
      let source = openActions.count
      for (number, offset) in numbers { openActions.note(number, source, at: first + offset) }
      look(at: expanded, limit: limit, isFile: false)
    } else {
      expandedBytes += Deflate.expandedSize(of: data, atMost: limit - expandedBytes + 1)
    }
  }

  private static let contents: [String: ActiveContent] = [
    "JavaScript": .javaScript, "JS": .javaScript, "AA": .additionalActions, "Launch": .launch,
    "EmbeddedFile": .embeddedFiles, "EmbeddedFiles": .embeddedFiles, "XFA": .xfa,
    "RichMedia": .richMedia, "Movie": .richMedia, "Sound": .richMedia, "Rendition": .richMedia,
    "3D": .richMedia, "SubmitForm": .submitForm, "ImportData": .importData,
    "GoToR": .otherFile, "GoToE": .otherFile,
  ]
}
