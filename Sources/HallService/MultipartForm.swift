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
    let (start, delimiter) = (Array("--\(boundary)".utf8), Array("\r\n--\(boundary)".utf8))
    guard body.starts(with: start) else { throw .badUpload }
    var rest = body.dropFirst(start.count)
    var parts: [Part] = []
    while rest.starts(with: Array("\r\n".utf8)) {
      let part = rest.dropFirst(2)
      guard parts.count < Self.mostParts, let end = part.place(of: delimiter),
        let part = Part(part[..<end])
      else { throw .badUpload }
      parts.append(part)
      rest = rest[(end + delimiter.count)...]
    }
    guard rest.elementsEqual("--".utf8) || rest.elementsEqual("--\r\n".utf8) else {
      throw .badUpload
    }
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
  fileprivate init?(_ part: ArraySlice<UInt8>) {
    let longest = 8_192
    let blankLine = Array("\r\n\r\n".utf8)
    guard let end = part.prefix(longest).place(of: blankLine),
      let head = String(validating: part[..<end], as: UTF8.self),
      let line = head.components(separatedBy: "\r\n")
        .first(where: { $0.lowercased().hasPrefix("content-disposition:") })
    else { return nil }
    name = Self.parameter("name", of: line) ?? ""
    fileName = Self.parameter("filename", of: line).map(Self.cleaned)
    body = Array(part[(end + blankLine.count)...])
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

extension ArraySlice<UInt8> {
  /// Where the pattern begins first; nil where it does not occur. Uploads are large: the first byte is looked for by
  /// memchr(3), many bytes at a time.
  fileprivate func place(of pattern: [UInt8]) -> Int? {
    guard let first = pattern.first else { return nil }
    return withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return nil }
      var place = 0
      while place + pattern.count <= bytes.count,
        let found = memchr(start + place, Int32(first), bytes.count - pattern.count + 1 - place)
      {
        place = UnsafeRawPointer(found) - start
        if memcmp(found, pattern, pattern.count) == 0 { return startIndex + place }
        place += 1
      }
      return nil
    }
  }
}
