/// One honest file, spoiled at random: bits, words, pieces lost, doubled and moved.
enum Mutation {
  static func of(_ original: [UInt8], using numbers: inout SeededNumbers) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...8, using: &numbers) { spoil(&bytes, &numbers) }
    return bytes
  }

  private static func spoil(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
    guard bytes.count > 64 else { return }
    let place = Int.random(in: 0..<bytes.count - 32, using: &numbers)
    let length = Int.random(in: 1...min(4096, bytes.count - place), using: &numbers)
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
    case 1: bytes[place] = .random(in: 0...255, using: &numbers)
    case 2:
      bytes.replaceSubrange(
        place..<place + 4, with: Self.extremes.randomElement(using: &numbers) ?? [])
    case 3: bytes.removeSubrange(place..<place + length)
    case 4: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
    case 5: bytes.replaceSubrange(place..<place + length, with: repeatElement(0, count: length))
    case 6: digits(&bytes, from: place, &numbers)
    default:
      // The head is where sizes and types stand.
      bytes[place % 64] = .random(in: 0...255, using: &numbers)
    }
  }

  private static let extremes: [[UInt8]] = [
    [0, 0, 0, 0], [255, 255, 255, 255], [127, 255, 255, 255], [255, 255, 255, 127],
    [0, 0, 0, 128], [128, 0, 0, 0], [0, 1, 0, 0], [255, 216, 255, 217],
  ]

  /// Another number where one stands: lengths, offsets and references of a PDF.
  private static func digits(
    _ bytes: inout [UInt8], from place: Int, _ numbers: inout SeededNumbers
  ) {
    guard let found = bytes[place...].firstIndex(where: { (48...57).contains($0) }) else { return }
    bytes[found] = UInt8.random(in: 48...57, using: &numbers)
  }
}
