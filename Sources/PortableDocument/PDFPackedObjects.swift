extension PDFRevision {
  /// More than the packed objects of any file of ours take.
  private static let most = 1 << 24

  /// Reads what is packed into object streams (ISO 32000-1, 7.5.7), which only the first revision may have: what comes later
  /// stands in the open. Streams and cross-references must say the same, and nothing may stand between the objects.
  mutating func unpack(in bytes: [UInt8]) throws(PDFDefect) {
    let packed = crossReference.packed
    let containers = objects.values.filter { $0.value.dictionary?["Type"] == .name("ObjStm") }
    guard Set(packed.values.map(\.container)) == Set(containers.map(\.number)),
      packed.isEmpty || crossReference.trailer["Prev"] == nil
    else { throw PDFDefect("object streams", at: crossReference.range.lowerBound) }
    for container in containers {
      for (index, object) in try Self.objects(in: container, bytes).enumerated() {
        let place = PDFCrossReference.Packed(container: container.number, index: index)
        guard packed[object.number] == place,
          objects.updateValue(object, forKey: object.number) == nil
        else {
          throw PDFDefect("object \(object.number) packed twice", at: container.range.lowerBound)
        }
      }
    }
    guard packed.keys.allSatisfy({ objects[$0] != nil }) else {
      throw PDFDefect("a packed object is missing", at: crossReference.range.lowerBound)
    }
  }

  private static func objects(
    in container: PDFIndirectObject, _ bytes: [UInt8]
  ) throws(PDFDefect) -> [PDFIndirectObject] {
    let defect = PDFDefect("object stream", at: container.range.lowerBound)
    guard let dictionary = container.value.dictionary, let stream = container.stream,
      Set(dictionary.keys) == ["Type", "N", "First", "Filter", "Length"],
      let count = dictionary["N"]?.integer, let first = dictionary["First"]?.integer
    else { throw defect }
    let data = try PDFStreamData.plain(dictionary, bytes[stream], atMost: most)
    guard (1...max(1, data.count)).contains(count) else { throw defect }
    var head = PDFSyntax(data)
    var listed: [(number: Int, start: Int)] = []
    for _ in 0..<count {
      let number = try head.digits()
      try head.expect(" ")
      listed.append((number, first + (try head.digits())))
      try head.expect(" ")
    }
    guard head.position == first else { throw defect }
    var body = head
    var objects: [PDFIndirectObject] = []
    for (number, start) in listed {
      guard body.position == start, body.sees("<<") else { throw defect }
      objects.append(
        PDFIndirectObject(number: number, value: try body.value(), range: container.range))
      try body.expect("\n")
    }
    guard body.position == data.count else { throw defect }
    return objects
  }
}
