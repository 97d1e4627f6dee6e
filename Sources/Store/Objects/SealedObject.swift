import Cases
import Crypto
import Foundation

/// A document as it lies on the disk: a mark, a salt, and chunks under AES-256-GCM, each with its tag. A chunk's nonce is its
/// number and whether it is the last (STREAM: Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015), so that chunks can be
/// neither exchanged nor cut off.
struct SealedObject {
  private static let mark = Array("kanhe-1\n".utf8)
  private static let saltBytes = 16
  private static let chunkBytes = 1 << 18
  private static let tagBytes = 16

  let name: String
  let key: DocumentKey

  /// Hands the sealed form over piece by piece.
  func seal(_ plain: [UInt8], to write: (ArraySlice<UInt8>) throws -> Void) throws {
    let salt = (0..<Self.saltBytes).map { _ in UInt8.random(in: 0...255) }
    let fileKey = key.fileKey(salt: salt, name: name)
    try write((Self.mark + salt)[...])
    var (number, start): (UInt64, Int) = (0, 0)
    repeat {
      let end = min(start + Self.chunkBytes, plain.count)
      let box = try AES.GCM.seal(
        plain[start..<end], using: fileKey, nonce: nonce(number, isLast: end == plain.count))
      try write(Array(box.ciphertext + box.tag)[...])
      (number, start) = (number + 1, end)
    } while start < plain.count
  }

  /// Hands the document over piece by piece. Nothing that was handed over counts unless this returns.
  ///
  /// - Throws: `Problem.damagedObject` where it is not whole, or not this document.
  func open(_ source: any ObjectSource, to write: (Data) throws -> Void) throws {
    let head = try source.next(Self.mark.count + Self.saltBytes)
    guard head.starts(with: Self.mark), head.count == Self.mark.count + Self.saltBytes else {
      throw Problem.damagedObject(name)
    }
    let fileKey = key.fileKey(salt: Array(head[Self.mark.count...]), name: name)
    var number: UInt64 = 0
    var chunk = try source.next(Self.chunkBytes + Self.tagBytes)
    while true {
      let following = try source.next(Self.chunkBytes + Self.tagBytes)
      try write(try opened(chunk, fileKey, nonce(number, isLast: following.isEmpty)))
      if following.isEmpty { return }
      (number, chunk) = (number + 1, following)
    }
  }

  private func opened(_ chunk: [UInt8], _ key: SymmetricKey, _ nonce: AES.GCM.Nonce) throws -> Data
  {
    let (text, tag) = (chunk.dropLast(Self.tagBytes), chunk.suffix(Self.tagBytes))
    guard let box = try? AES.GCM.SealedBox(nonce: nonce, ciphertext: text, tag: tag),
      let plain = try? AES.GCM.open(box, using: key)
    else { throw Problem.damagedObject(name) }
    return plain
  }

  /// Three bytes of nothing, the number in network order, and 1 for the last.
  private func nonce(_ number: UInt64, isLast: Bool) throws -> AES.GCM.Nonce {
    let bytes = withUnsafeBytes(of: number.bigEndian) { [0, 0, 0] + Array($0) }
    return try AES.GCM.Nonce(data: bytes + [isLast ? 1 : 0])
  }
}
