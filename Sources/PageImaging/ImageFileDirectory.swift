/// One image file directory (TIFF 6.0, section 2), in a TIFF or in the EXIF segment of a JPEG. Bytes that nobody
/// vouches for: every read is checked.
struct ImageFileDirectory {
  private let block: ArraySlice<UInt8>
  private let isLittleEndian: Bool
  /// From the start of the block, as all offsets in it.
  private let offset: Int

  /// The first directory of a block that begins with a TIFF header; nil where there is none.
  init?(firstIn block: ArraySlice<UInt8>) {
    self.block = block
    isLittleEndian = block.first == 0x49
    guard let first = Self.number(in: block, at: 4, size: 4, isLittleEndian), first > 0 else {
      return nil
    }
    offset = first
  }

  private init(_ previous: ImageFileDirectory, offset: Int) {
    block = previous.block
    isLittleEndian = previous.isLittleEndian
    self.offset = offset
  }

  /// The directories of a TIFF, in order. The chain ends where it would begin to turn in a circle.
  static func all(in bytes: [UInt8]) -> [ImageFileDirectory] {
    var directories: [ImageFileDirectory] = []
    var seen: Set<Int> = []
    var next = ImageFileDirectory(firstIn: bytes[...])
    while let directory = next, directory.count != nil, seen.insert(directory.offset).inserted {
      directories.append(directory)
      next = directory.next
    }
    return directories
  }

  /// How the picture was held (tag 0x0112); upright where nothing sensible is said.
  var orientation: Orientation {
    orientationPlaces.first.flatMap { number(at: $0, size: 2) }.flatMap(Orientation.init)
      ?? .upright
  }

  /// Where in the block the number is that tells the orientation: once, if the file keeps to the rules.
  var orientationPlaces: [Int] {
    (0..<(count ?? 0)).lazy.map { offset + 2 + 12 * $0 }.prefix { $0 <= block.count - 10 }
      .filter { number(at: $0, size: 2) == 0x0112 }.map { $0 + 8 }
  }

  private var count: Int? { number(at: offset, size: 2) }

  private var next: ImageFileDirectory? {
    guard let count, let next = number(at: offset + 2 + 12 * count, size: 4), next > 0 else {
      return nil
    }
    return ImageFileDirectory(self, offset: next)
  }

  private func number(at offset: Int, size: Int) -> Int? {
    Self.number(in: block, at: offset, size: size, isLittleEndian)
  }

  private static func number(
    in block: ArraySlice<UInt8>, at offset: Int, size: Int, _ isLittleEndian: Bool
  ) -> Int? {
    guard offset >= 0, offset <= block.count - size else { return nil }
    let start = block.startIndex + offset
    var value = 0
    for index in 0..<size {
      value = value << 8 | Int(block[isLittleEndian ? start + size - 1 - index : start + index])
    }
    return value
  }
}
