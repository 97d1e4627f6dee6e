/// The XMP metadata of PDF/A-2b (ISO 19005-2, 6.6), which must agree with the Info dictionary.
package struct ArchiveMetadata {
  /// The Info dictionary that the metadata must agree with.
  private let info: PDFDictionary

  package init(info: PDFDictionary) { self.info = info }

  /// The XMP packet, or nil where Info holds something that cannot be said in it.
  package var packet: [UInt8]? {
    guard let title = text("Title"), let author = text("Author"), let producer = text("Producer"),
      let created = text("CreationDate").flatMap(Self.xmpDate)
    else { return nil }
    let subject = text("Subject").map {
      "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">\(Self.escaped($0))</rdf:li></rdf:Alt></dc:description>"
    }
    let modified = text("ModDate").flatMap(Self.xmpDate).map {
      "<xmp:ModifyDate>\($0)</xmp:ModifyDate>"
    }
    return Array(
      """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>\
      <x:xmpmeta xmlns:x="adobe:ns:meta/">\
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
      <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
      xmlns:pdf="http://ns.adobe.com/pdf/1.3/">\
      <pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(Self.escaped(title))</rdf:li></rdf:Alt></dc:title>\
      <dc:creator><rdf:Seq><rdf:li>\(Self.escaped(author))</rdf:li></rdf:Seq></dc:creator>\
      \(subject ?? "")<xmp:CreateDate>\(created)</xmp:CreateDate>\(modified ?? "")\
      <pdf:Producer>\(Self.escaped(producer))</pdf:Producer>\
      </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>
      """.utf8)
  }

  private func text(_ key: String) -> String? { info[key]?.string?.text }

  /// `D:20261123000000+08'00'` as `2026-11-23T00:00:00+08:00`. By hand: a regular expression would load two libraries into
  /// every process that draws.
  private static func xmpDate(_ date: String) -> String? {
    let form = "D:dddddddddddddd±dd'dd'"
    guard date.count == form.count,
      zip(date, form).allSatisfy({ character, kind in
        switch kind {
        case "d": ("0"..."9").contains(character)
        case "±": "+-".contains(character)
        default: character == kind
        }
      })
    else { return nil }
    let digits = Array(date)
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    let day = "\(part(2..<6))-\(part(6..<8))-\(part(8..<10))"
    let time = "\(part(10..<12)):\(part(12..<14)):\(part(14..<16))"
    return "\(day)T\(time)\(part(16..<19)):\(part(20..<22))"
  }

  private static func escaped(_ text: String) -> String {
    let entities: [Character: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;"]
    return text.map { entities[$0] ?? String($0) }.joined()
  }
}
