/// An indirect object as any program writes it.
struct PDFLooseObject {
  let value: PDFValue
  /// The bytes of its stream; nil where it has none.
  let stream: Range<Int>?
  /// Behind `endobj`.
  let end: Int

  /// - Parameter file: where a stream's length is looked up.
  init(
    _ number: Int?, in bytes: [UInt8], at offset: Int, of file: PDFFile?
  ) throws(PDFDefect) {
    guard bytes.indices.contains(offset) else {
      throw PDFDefect("object beyond the end", at: offset)
    }
    var syntax = PDFLooseSyntax(bytes, at: offset)
    guard let found = try syntax.value().integer, number == nil || found == number else {
      throw PDFDefect("another object number", at: offset)
    }
    guard try syntax.value().integer == 0 else { throw PDFDefect("another generation", at: offset) }
    try syntax.expect("obj")
    value = try syntax.value()
    guard let dictionary = value.dictionary, syntax.take("stream") else {
      try syntax.expect("endobj")
      stream = nil
      end = syntax.position
      return
    }
    if syntax.byte == 13 { syntax.position += 1 }
    guard syntax.byte == 10 else { throw syntax.defect("line end after stream") }
    syntax.position += 1
    let told: Int? =
      if let file { try file.length(dictionary["Length"]) } else { dictionary["Length"]?.integer }
    guard let length = told, length >= 0, length <= bytes.count - syntax.position else {
      throw syntax.defect("/Length")
    }
    stream = syntax.position..<syntax.position + length
    syntax.position += length
    try syntax.expect("endstream")
    try syntax.expect("endobj")
    end = syntax.position
  }
}
