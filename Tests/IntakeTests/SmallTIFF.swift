/// A TIFF that is made on the spot: header, then each directory followed by its values.
struct SmallTIFF {
  enum Order { case little, big }

  /// One entry of a directory; what does not fit into it goes behind the directory.
  struct Entry {
    var tag: UInt16
    /// 3 is SHORT, 4 is LONG.
    var type: UInt16 = 4
    var values: [UInt32]
    /// What the entry claims; nil for the truth.
    var claimedCount: UInt32?
  }

  var order = Order.little
  var version: UInt16 = 42
  var directories: [[Entry]] = [SmallTIFF.picture()]
  /// Where the last directory points to: 0 ends the chain.
  var lastNext: UInt32 = 0

  static let firstDirectory: UInt32 = 8

  /// A picture whose strips are the first bytes of the file, whatever they are.
  static func picture(
    width: UInt32 = 800, height: UInt32 = 600, offsets: [UInt32] = [0], counts: [UInt32] = [8]
  ) -> [Entry] {
    [
      Entry(tag: 256, values: [width]), Entry(tag: 257, type: 3, values: [height]),
      Entry(tag: 273, values: offsets), Entry(tag: 279, values: counts),
    ]
  }

  var bytes: [UInt8] {
    var out: [UInt8] = order == .little ? [0x49, 0x49] : [0x4D, 0x4D]
    out += number(UInt32(version), 2) + number(Self.firstDirectory, 4)
    for (index, entries) in directories.enumerated() {
      let end = out.count + 2 + 12 * entries.count + 4
      var directory = number(UInt32(entries.count), 2)
      var behind: [UInt8] = []
      for entry in entries {
        let size = entry.type == 3 ? 2 : 4
        var values = entry.values.flatMap { number($0, size) }
        if values.count > 4 {
          let place = end + behind.count
          behind += values
          values = number(UInt32(place), 4)
        }
        values += [UInt8](repeating: 0, count: 4 - values.count)
        directory += number(UInt32(entry.tag), 2) + number(UInt32(entry.type), 2)
        directory += number(entry.claimedCount ?? UInt32(entry.values.count), 4) + values
      }
      let isLast = index == directories.count - 1
      directory += number(isLast ? lastNext : UInt32(end + behind.count), 4)
      out += directory + behind
    }
    return out
  }

  private func number(_ value: UInt32, _ size: Int) -> [UInt8] {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    return order == .little ? bytes : bytes.reversed()
  }
}
