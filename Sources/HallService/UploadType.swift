import Cases

/// A submitted file as it came.
struct UploadedFile: Equatable {
  var name: String
  var bytes: [UInt8]
}

/// How a request carries its file. What the file is, its bytes alone say.
enum UploadType: Equatable {
  case raw
  case form(boundary: String)

  private static let rawTypes: Set<String> = [
    "application/octet-stream", "application/pdf", "image/jpeg", "image/png", "image/tiff",
    "image/webp", "image/bmp", "image/heic",
  ]

  init(contentType: String?) throws(Problem) {
    guard let contentType else {
      self = .raw
      return
    }
    let parts = contentType.split(separator: ";", maxSplits: 1)
    let type = parts.first.map { trimmed($0).lowercased() } ?? ""
    if Self.rawTypes.contains(type) {
      self = .raw
    } else if type == "multipart/form-data", parts.count == 2,
      let boundary = Self.boundary(in: parts[1])
    {
      self = .form(boundary: boundary)
    } else {
      throw .unsupportedUpload
    }
  }

  func file(in body: [UInt8]) throws(Problem) -> UploadedFile {
    guard case .form(let boundary) = self else {
      return UploadedFile(name: "document", bytes: body)
    }
    let form = try MultipartForm(body: body, boundary: boundary)
    guard form.parts.count == 1, let file = form.files.first else { throw .badUpload }
    return file
  }

  /// RFC 2046, 5.1.1.
  private static func boundary(in parameters: some StringProtocol) -> String? {
    for parameter in parameters.split(separator: ";") {
      let pair = parameter.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, trimmed(pair[0]).lowercased() == "boundary" else { continue }
      var value = trimmed(pair[1])
      if value.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") {
        value = String(value.dropFirst().dropLast())
      }
      let legal = value.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 }
      return legal && (1...70).contains(value.utf8.count) ? value : nil
    }
    return nil
  }
}

private func trimmed(_ text: some StringProtocol) -> String {
  String(
    text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
}
