extension PDFCrossReference {
  /// Bytes of all entries; no file of ours has as many.
  private static let most = 1 << 22

  /// Reads a section that is a stream: its object, `startxref` (which must name it) and `%%EOF`.
  init(streamIn bytes: [UInt8], at offset: Int) throws(PDFDefect) {
    var syntax = PDFSyntax(bytes, at: offset)
    let own = try syntax.digits()
    try syntax.expect(" 0 obj\n")
    guard case .dictionary(var trailer) = try syntax.value(), trailer["Type"] == .name("XRef"),
      let length = trailer["Length"]?.integer
    else { throw syntax.defect("cross-reference stream") }
    try syntax.expect("\nstream\n")
    guard (0...bytes.count - syntax.position).contains(length) else {
      throw syntax.defect("stream too long")
    }
    let stream = syntax.position..<syntax.position + length
    syntax.position = stream.upperBound
    try syntax.expect("\nendstream\nendobj\nstartxref\n")
    guard try syntax.digits() == offset else {
      throw syntax.defect("startxref names another place")
    }
    try syntax.expect("\n%%EOF\n")
    let entries = try PDFStreamData.plain(trailer, bytes[stream], atMost: Self.most)
    offsets = [:]
    self.trailer = trailer
    isStream = true
    range = offset..<syntax.position
    try read(entries)
    // As a trailer would say it.
    for key in ["Type", "W", "Index", "Filter", "Length"] { trailer[key] = nil }
    self.trailer = trailer
    guard offsets.removeValue(forKey: own) == offset else {
      throw PDFDefect("the section does not list itself", at: offset)
    }
    try Self.check(
      trailer, [own] + Array(offsets.keys) + Array(packed.keys), at: offset)
  }

  private mutating func read(_ entries: [UInt8]) throws(PDFDefect) {
    let defect = PDFDefect("cross-reference stream", at: range.lowerBound)
    guard let told = trailer["W"]?.array, case let widths = told.compactMap(\.integer),
      told.count == 3, widths.count == 3, widths[0] == 1, (1...4).contains(widths[1]),
      (1...2).contains(widths[2])
    else { throw defect }
    let size = 1 + widths[1] + widths[2]
    let listed = trailer["Index"]?.array ?? [.integer(0), .integer(entries.count / size)]
    let index = listed.compactMap(\.integer)
    guard index.count == listed.count, index.count.isMultiple(of: 2) else { throw defect }
    var rest = entries[...]
    for pair in stride(from: 0, to: index.count, by: 2) {
      let (first, count) = (index[pair], index[pair + 1])
      guard (0...Self.most).contains(first), count > 0, count <= rest.count / size else {
        throw defect
      }
      for number in first..<first + count {
        try add(
          number, type: rest.take(1), place: rest.take(widths[1]), index: rest.take(widths[2]))
      }
    }
    guard rest.isEmpty else { throw defect }
  }

  /// One entry (table 18). Only object 0 is free.
  private mutating func add(
    _ number: Int, type: Int, place: Int, index: Int
  ) throws(PDFDefect) {
    guard offsets[number] == nil, packed[number] == nil, (type == 0) == (number == 0) else {
      throw PDFDefect("object \(number) listed twice or free", at: range.lowerBound)
    }
    switch (type, index) {
    case (0, 0): return
    case (1, 0): offsets[number] = place
    case (2, _): packed[number] = Packed(container: place, index: index)
    default: throw PDFDefect("entry of object \(number)", at: range.lowerBound)
    }
  }
}

extension ArraySlice<UInt8> {
  /// A number of so many bytes, the highest first.
  fileprivate mutating func take(_ count: Int) -> Int {
    let number = prefix(count).reduce(0) { $0 << 8 | Int($1) }
    self = dropFirst(count)
    return number
  }
}
