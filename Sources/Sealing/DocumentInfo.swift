package import PortableDocument

/// The Info dictionary of a drawn document (ISO 32000-1, 14.3.3).
package enum DocumentInfo {
  /// The dictionary with dates as they must be written, `D:20261123000000+08'00'`: cairo 1.16 leaves out the `D:` and the
  /// last apostrophe of dates that it is given. Anything else stays as it is.
  package static func corrected(_ info: PDFDictionary) -> PDFDictionary {
    var corrected = info
    for key in ["CreationDate", "ModDate"] {
      guard let date = info[key]?.string?.text,
        date.wholeMatch(of: /\d{14}[+-]\d\d'\d\d/) != nil
      else { continue }
      corrected[key] = .text("D:\(date)'")
    }
    return corrected
  }
}
