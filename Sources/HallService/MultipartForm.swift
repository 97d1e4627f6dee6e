import Cases
import Foundation

/// multipart/form-data (RFC 7578): parts, each with a name, and with a file's name where it is a file.
struct MultipartForm {
  private static let mostParts = 256

  struct Part {
    let name: String
    /// Nil where the part is no file.
    let fileName: String?
    let body: [UInt8]

    var text: String? { String(validating: body, as: UTF8.self) }
  }

  let parts: [Part]

  /// - Throws: `bad_upload` for what is not a form from its first delimiter to its closing one.
  init(body: [UInt8], boundary: String) throws(Problem) {
    let (start, delimiter) = (Data("--\(boundary)".utf8), Data("\r\n--\(boundary)".utf8))
    let body = Data(body)
    guard body.starts(with: start) else { throw .badUpload }
    var rest = body.dropFirst(start.count)
    var parts: [Part] = []
    while rest.starts(with: Data("\r\n".utf8)) {
      guard parts.count < Self.mostParts, let end = rest.range(of: delimiter),
        let part = Part(rest.dropFirst(2).prefix(upTo: end.lowerBound))
      else { throw .badUpload }
      parts.append(part)
      rest = rest[end.upperBound...]
    }
    guard rest == Data("--".utf8) || rest == Data("--\r\n".utf8) else { throw .badUpload }
    self.parts = parts
  }

  var files: [UploadedFile] {
    parts.compactMap { part in part.fileName.map { UploadedFile(name: $0, bytes: part.body) } }
  }

  /// Every value of the form by its name.
  ///
  /// - Throws: `bad_field` for a name that is not one of these, or is there twice, and for a value that is no text, has
  ///   control characters or is longer than 200 bytes: what is misspelt must not be taken for left out.
  func values(_ names: Set<String>) throws(Problem) -> [String: String] {
    var values: [String: String] = [:]
    for part in parts where part.fileName == nil {
      guard names.contains(part.name), values[part.name] == nil, part.body.count <= 200,
        let text = part.text,
        !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      else { throw .badField(known: names.sorted()) }
      values[part.name] = text
    }
    return values
  }
}

extension MultipartForm.Part {
  fileprivate init?(_ part: Data) {
    let longest = 8_192
    guard let end = part.prefix(longest).range(of: Data("\r\n\r\n".utf8)),
      let head = String(validating: part[..<end.lowerBound], as: UTF8.self),
      let line = head.components(separatedBy: "\r\n")
        .first(where: { $0.lowercased().hasPrefix("content-disposition:") })
    else { return nil }
    name = Self.parameter("name", of: line) ?? ""
    fileName = Self.parameter("filename", of: line).map(Self.cleaned)
    body = Array(part[end.upperBound...])
  }

  private static func parameter(_ name: String, of line: String) -> String? {
    guard let start = line.range(of: "; \(name)=\"", options: .caseInsensitive),
      let end = line[start.upperBound...].firstIndex(of: "\"")
    else { return nil }
    return String(line[start.upperBound..<end])
  }

  /// The last component of a path, without control characters.
  private static func cleaned(_ path: String) -> String {
    let last = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let clean = last.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let name = String(String.UnicodeScalarView(clean).prefix(200))
    return name.isEmpty ? "document" : name
  }
}
