import Foundation
import Testing

/// A file made wrong, and the clause that must see it.
struct Spoiling: Sendable, CustomTestStringConvertible {
  let clause: String
  let spoil: @Sendable (inout QPDFReading) -> Void

  var testDescription: String { clause }

  /// Sets a key of the first dictionary that has this type, the same one each time.
  private static func setting(
    _ key: String, _ value: QPDFReading.Value?, of type: String, by name: String = "/Type",
    breaks clause: String
  ) -> Spoiling {
    Spoiling(clause: clause) { file in
      for (number, object) in file.objects.sorted(by: { $0.key < $1.key }) {
        guard case .dictionary(var entries) = object.value, entries[name] == .string(type) else {
          continue
        }
        entries[key] = value
        file.objects[number]?.value = .dictionary(entries)
        return
      }
    }
  }

  static let all = [
    Spoiling(clause: "6.1.3") { $0.trailer = .dictionary([:]) },
    setting("/OpenAction", .string("1 0 R"), of: "/Catalog", breaks: "6.4.1, 6.5"),
    setting("/OCProperties", .dictionary([:]), of: "/Catalog", breaks: "6.9"),
    setting("/OutputIntents", nil, of: "/Catalog", breaks: "6.2.3"),
    setting("/Metadata", nil, of: "/Catalog", breaks: "6.6.2.1"),
    setting("/Group", nil, of: "/Page", breaks: "6.2.10 blending"),
    setting("/MediaBox", .array([]), of: "/Page", breaks: "6.1.13 page"),
    setting("/F", .number(6), of: "/Annot", breaks: "6.3.2"),
    setting("/Subtype", .string("/Movie"), of: "/Annot", breaks: "6.3.1"),
    setting("/Filter", .string("/LZWDecode"), of: "/XObject", breaks: "6.1.6.2"),
    setting(
      "/Encoding", .string("/WinAnsiEncoding"), of: "/Type0", by: "/Subtype", breaks: "6.2.11.3"),
    setting("/FontFile3", nil, of: "/FontDescriptor", breaks: "6.2.11.4 "),
    setting(
      "/W", .array([.number(1), .array([.number(77)])]), of: "/CIDFontType0", by: "/Subtype",
      breaks: "6.2.11.5"),
    setting("/ToUnicode", nil, of: "/Type0", by: "/Subtype", breaks: "6.2.11.7"),
    setting("/ByteRange", .array([]), of: "/Sig", breaks: "6.4.3"),
    Spoiling(clause: "6.2.4.3") { $0.append("0 0 0 1 k\n", where: "BT") },
    Spoiling(clause: "6.2.2 operators") { $0.append("/X sh BX EX\n", where: "BT") },
    Spoiling(clause: "6.2.11.4.1") { $0.append("/F1 9 Tf\n[<0000>] TJ\n", where: "BT") },
    Spoiling(clause: "6.6.4") { $0.replace("<pdfaid:part>2", with: "<pdfaid:part>1") },
    Spoiling(clause: "6.6.3") { $0.replace("<pdf:Producer>", with: "<pdf:Producer>x") },
  ]
}

extension QPDFReading {
  /// Adds to the streams that hold these words.
  fileprivate mutating func append(_ text: String, where words: String) {
    for (number, object) in objects {
      guard let data = object.data, data.firstRange(of: Array(words.utf8)) != nil else { continue }
      objects[number]?.data = data + Array(text.utf8)
    }
  }

  fileprivate mutating func replace(_ old: String, with new: String) {
    for (number, object) in objects {
      guard let data = object.data, let range = data.firstRange(of: Array(old.utf8)) else {
        continue
      }
      objects[number]?.data =
        Array(data[..<range.lowerBound]) + Array(new.utf8)
        + Array(data[range.upperBound...])
    }
  }
}
