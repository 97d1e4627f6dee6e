import Cases
import PortableDocument

/// Finished pages as a tagged PDF/A-2b file (ISO 19005-2), with its small objects packed, on which a seal can be put.
struct ResultDocument {
  var title: String
  var author: String
  var subject: String
  var date: CalendarDay
  var pages: [[Mark]]

  /// The same pages give the same bytes.
  func encoded(fonts: FontCase) throws(Problem) -> [UInt8] {
    let painter = PagePainter(pages, fonts: fonts)
    var writer = PDFObjectWriter()
    let (catalog, tree) = (writer.newNumber(), writer.newNumber())
    let numbers = pages.map { _ in writer.newNumber() }
    let resources = try fonts.write(to: &writer)
    for (index, number) in numbers.enumerated() {
      try write(painter.contents[index], page: index, as: number, in: tree, resources, &writer)
    }
    writer.add(
      tree,
      [
        "Type": .name("Pages"), "Kids": .array(numbers.map(PDFValue.reference)),
        "Count": .integer(numbers.count),
      ])
    let structure = painter.structure.write(pages: numbers, to: &writer)
    try writeCatalog(catalog, tree, structure, &writer)
    let information = writer.newNumber()
    writer.add(information, info)
    try writer.closePacked { bytes in
      let identifier = PDFValue.string(PDFString(Array(ContentHash.of(bytes).prefix(16))))
      return [
        "Root": .reference(catalog), "Info": .reference(information),
        "ID": .array([identifier, identifier]),
      ]
    }
    return writer.bytes
  }

  private func write(
    _ content: ContentStream, page index: Int, as number: Int, in tree: Int,
    _ fonts: PDFDictionary, _ writer: inout PDFObjectWriter
  ) throws(Problem) {
    let stream = writer.newNumber()
    writer.add(
      number,
      [
        "Type": .name("Page"), "Parent": .reference(tree),
        "MediaBox": .array([
          .integer(0), .integer(0), .real("\(PageFlow.pageWidth)"),
          .real("\(PageFlow.pageHeight)"),
        ]),
        "Resources": .dictionary(["Font": .dictionary(fonts)]),
        // The seal is multiplied with the page in this space (ISO 19005-2, 6.2.10).
        "Group": .dictionary(["S": .name("Transparency"), "CS": .name("DeviceRGB")]),
        "Contents": .reference(stream), "StructParents": .integer(index), "Tabs": .name("S"),
      ])
    writer.add(
      stream, ["Filter": .name("FlateDecode")],
      stream: try Deflate.compress(Array(content.operators.utf8)))
  }

  private func writeCatalog(
    _ number: Int, _ tree: Int, _ structure: Int, _ writer: inout PDFObjectWriter
  ) throws(Problem) {
    guard let packet = ArchiveMetadata(info: info).packet else {
      throw .drawingFailed("XMP")
    }
    let (metadata, profile) = (writer.newNumber(), writer.newNumber())
    // Part 1 of the standard wanted it in the open; part 2 does not (ISO 19005-2, 6.6.2.1).
    writer.add(
      metadata,
      ["Type": .name("Metadata"), "Subtype": .name("XML"), "Filter": .name("FlateDecode")],
      stream: try Deflate.compress(packet))
    writer.add(
      profile, ["N": .integer(3), "Filter": .name("FlateDecode")],
      stream: try Deflate.compress(DisplayProfile.bytes))
    writer.add(
      number,
      [
        "Type": .name("Catalog"), "Pages": .reference(tree), "Lang": .text("zh-CN"),
        "MarkInfo": .dictionary(["Marked": .boolean(true)]),
        "StructTreeRoot": .reference(structure),
        "ViewerPreferences": .dictionary(["DisplayDocTitle": .boolean(true)]),
        "Metadata": .reference(metadata),
        "OutputIntents": .array([.dictionary(DisplayProfile.outputIntent(profile))]),
      ])
  }

  /// The day of issue and not the clock: the same content gives the same bytes.
  private var info: PDFDictionary {
    let day = date.description.filter { $0 != "-" }
    let time = PDFValue.text("D:\(day)000000+08'00'")
    return [
      "Title": .text(title), "Author": .text(author), "Subject": .text(subject),
      "Producer": .text("Kanhe \(Release.version)"), "CreationDate": time, "ModDate": time,
    ]
  }
}
