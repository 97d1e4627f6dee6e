import Cases

/// The directories of a TIFF (TIFF 6.0, section 2): the size of each picture, and whether its data are all there.
struct TIFFStructure {
  private enum Tag {
    static let width = 256
    static let height = 257
    static let stripOffsets = 273
    static let stripCounts = 279
    static let tileWidth = 322
    static let tileHeight = 323
    static let tileOffsets = 324
    static let tileCounts = 325
  }

  private let reader: ByteReader
  /// Strips and tiles that may still come. Each takes up at least four bytes of the file, so that a file whose
  /// directories claim more, or all point to the same list, cannot keep this busy.
  private var stripsLeft: Int

  /// One size a directory; stops after `most` + 1 of them.
  static func sizes(in bytes: [UInt8], most: Int) throws(Problem) -> [PictureSize] {
    var structure = TIFFStructure(bytes)
    return try structure.sizes(most: most)
  }

  private init(_ bytes: [UInt8]) {
    reader = ByteReader(bytes: bytes, isLittleEndian: bytes.first == 0x49)
    stripsLeft = bytes.count / 4
  }

  private mutating func sizes(most: Int) throws(Problem) -> [PictureSize] {
    guard var offset = reader.uint32(at: 4) else { throw .truncatedImage }
    var sizes: [PictureSize] = []
    var seen: Set<Int> = []
    while offset != 0, sizes.count <= most {
      guard seen.insert(offset).inserted else { throw .damagedImage }
      let (entries, next) = try directory(at: offset)
      try requireData(of: entries)
      sizes.append(try size(from: entries))
      offset = next
    }
    guard !sizes.isEmpty else { throw .damagedImage }
    return sizes
  }

  private struct Entry {
    /// 3 (SHORT) or 4 (LONG); no other is used for what is looked at here.
    let type: Int
    let count: Int
    let valueOffset: Int

    /// Bytes.
    var valueSize: Int? {
      switch type {
      case 3: 2
      case 4: 4
      default: nil
      }
    }
  }

  private func directory(at offset: Int) throws(Problem) -> (entries: [Int: Entry], next: Int) {
    guard let count = reader.uint16(at: offset) else { throw .truncatedImage }
    var entries: [Int: Entry] = [:]
    for index in 0..<count {
      let start = offset + 2 + 12 * index
      guard let tag = reader.uint16(at: start), let type = reader.uint16(at: start + 2),
        let count = reader.uint32(at: start + 4), reader.uint32(at: start + 8) != nil
      else { throw .truncatedImage }
      entries[tag] = Entry(type: type, count: count, valueOffset: start + 8)
    }
    guard let next = reader.uint32(at: offset + 2 + 12 * count) else { throw .truncatedImage }
    return (entries, next)
  }

  /// A tile is decoded as a whole, even where it is larger than the picture.
  private func size(from entries: [Int: Entry]) throws(Problem) -> PictureSize {
    func number(_ tag: Int) -> Int? { entries[tag].flatMap { value(0, of: $0) } }
    guard let width = number(Tag.width), let height = number(Tag.height), width > 0, height > 0
    else { throw .damagedImage }
    return PictureSize(
      width: max(width, number(Tag.tileWidth) ?? 0),
      height: max(height, number(Tag.tileHeight) ?? 0))
  }

  /// Every strip or tile lies inside the file.
  private mutating func requireData(of entries: [Int: Entry]) throws(Problem) {
    let offsets = entries[Tag.stripOffsets] ?? entries[Tag.tileOffsets]
    let counts = entries[Tag.stripCounts] ?? entries[Tag.tileCounts]
    guard let offsets, let counts, offsets.count > 0, offsets.count == counts.count else {
      throw .damagedImage
    }
    guard offsets.count <= stripsLeft else { throw .damagedImage }
    stripsLeft -= offsets.count
    for index in 0..<offsets.count {
      guard let start = value(index, of: offsets), let length = value(index, of: counts),
        start <= reader.bytes.count - length
      else { throw .truncatedImage }
    }
  }

  /// The value with that index: in the entry itself where all fit into four bytes, else where the entry points to.
  private func value(_ index: Int, of entry: Entry) -> Int? {
    guard index < entry.count, let size = entry.valueSize else { return nil }
    let isInside = entry.count <= 4 / size
    guard let start = isInside ? entry.valueOffset : reader.uint32(at: entry.valueOffset) else {
      return nil
    }
    let offset = start + size * index
    return size == 2 ? reader.uint16(at: offset) : reader.uint32(at: offset)
  }
}
