import Cases
import Foundation

/// multipart/form-data (RFC 7578) with exactly one part, which must be a file.
struct FormFile {
  private static let longestHead = 8_192

  let body: [UInt8]
  let boundary: String

  func file() throws(Problem) -> UploadedFile {
    let delimiter = Array("--\(boundary)".utf8)
    let lineEnd = Array("\r\n".utf8)
    let content = body.dropFirst(delimiter.count + 2)
    guard body.starts(with: delimiter + lineEnd),
      let headEnd = Data(content.prefix(Self.longestHead)).range(of: Data("\r\n\r\n".utf8)),
      let part = onlyPart(of: content.dropFirst(headEnd.upperBound), endedBy: lineEnd + delimiter),
      let head = String(validating: content.prefix(headEnd.lowerBound), as: UTF8.self),
      let name = Self.fileName(in: head)
    else { throw .badUpload }
    return UploadedFile(name: name, bytes: part)
  }

  /// What stands before the closing delimiter; nil where another part begins or nothing closes.
  private func onlyPart(of rest: ArraySlice<UInt8>, endedBy end: [UInt8]) -> [UInt8]? {
    let rest = Data(rest)
    guard let close = rest.range(of: Data(end)) else { return nil }
    let tail = rest[close.upperBound...]
    guard tail == Data("--".utf8) || tail == Data("--\r\n".utf8) else { return nil }
    return Array(rest[..<close.lowerBound])
  }

  /// The last component of `filename` in Content-Disposition, without control characters.
  private static func fileName(in head: String) -> String? {
    let lines = head.components(separatedBy: "\r\n")
    guard
      let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
      let start = line.range(of: "filename=\"", options: .caseInsensitive),
      let end = line[start.upperBound...].firstIndex(of: "\"")
    else { return nil }
    let path = line[start.upperBound..<end]
    let last = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let clean = last.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let name = String(String.UnicodeScalarView(clean).prefix(200))
    return name.isEmpty ? "document" : name
  }
}
