import Foundation
import FoundationXML

extension ArchiveClause {
  /// Metadata (6.6), and a file's name for itself (6.6.4).
  static let metadata = [
    holds("6.6.2.1 the catalog has metadata in XML") { file in
      let metadata = file.resolved(file.catalog?["/Metadata"])
      return metadata?["/Type"] == .string("/Metadata") && metadata?["/Subtype"] == .string("/XML")
        && file.xmp.flatMap { try? XMLDocument(xmlString: $0) } != nil
    },
    // No encoding is told, it is UTF-8; and nothing of what XMP gave up.
    holds("6.6.2.2 the packet's head") { file in
      guard let head = file.xmp?.firstMatch(of: /<\?xpacket begin=[^?]*\?>/)?.output else {
        return false
      }
      return !head.contains("bytes=") && !head.contains("encoding=")
    },
    ArchiveClause(number: "6.6.2.3 only schemas that need no description") { file in
      let known = [
        "adobe:ns:meta/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://www.aiim.org/pdfa/ns/id/", "http://purl.org/dc/elements/1.1/",
        "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/pdf/1.3/",
      ]
      return (file.xmp ?? "").matches(of: /xmlns:\w+="([^"]*)"/).map { String($0.1) }
        .filter { !known.contains($0) }
    },
    ArchiveClause(number: "6.6.3 metadata and Info agree") { file in
      guard let info = file.resolved(file.trailer["/Info"]), let xmp = file.xmp else {
        return ["none"]
      }
      let title = xmp.firstMatch(of: /<dc:title><rdf:Alt><rdf:li [^>]*>([^<]*)/)?.1
      let author = xmp.firstMatch(of: /<dc:creator><rdf:Seq><rdf:li>([^<]*)/)?.1
      let producer = xmp.firstMatch(of: /<pdf:Producer>([^<]*)/)?.1
      return [("/Title", title), ("/Author", author), ("/Producer", producer)].compactMap {
        $1.map(String.init) == info[$0]?.text ? nil : $0
      }
    },
    holds("6.6.4 part 2, level B") { file in
      file.xmp?.contains(
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>") == true
    },
  ]
}

extension QPDFReading {
  /// The packet of the catalog, as text.
  var xmp: String? { data(of: catalog?["/Metadata"]).map { String(decoding: $0, as: UTF8.self) } }
}
