import Crypto
import Foundation

@testable import Transparency

/// A log in memory, published as a real one is.
struct MemoryLog {
  private(set) var size = 0
  private var nodes: [LogNode: LogHash] = [:]
  private let signer: NoteSigningKey
  var origin: String

  init(origin: String = "hall.example/log", key: Curve25519.Signing.PrivateKey = .init()) throws {
    self.origin = origin
    guard let signer = NoteSigningKey(name: origin, key) else {
      throw CocoaError(.coderInvalidValue)
    }
    self.signer = signer
  }

  var key: NoteKey { signer.public }

  var tree: LogTree { tree(of: size) }

  func tree(of size: Int) -> LogTree {
    LogTree(size: size) { [nodes] in
      guard let hash = nodes[$0] else { throw CocoaError(.fileNoSuchFile) }
      return hash
    }
  }

  var head: LogHead { get throws { LogHead(size: size, root: try tree.root) } }

  var note: SignedNote {
    get throws { try Checkpoint(origin: origin, head: head).signed(by: signer) }
  }

  mutating func append(_ entry: [UInt8]) throws {
    for (node, hash) in try tree.nodes(appending: LogHash(leaf: entry)) { nodes[node] = hash }
    size += 1
  }

  mutating func append(count: Int, salt: UInt8 = 0) throws {
    for number in size..<size + count { try append([salt] + Array("entry \(number)".utf8)) }
  }

  /// What a web server gives for the path.
  func resource(_ path: String) -> [UInt8]? {
    if path == "checkpoint" { return (try? note.written).map { Array($0.utf8) } }
    guard let tile = LogTile(path: path), tile.isIn(treeOf: size) else { return nil }
    return tile.nodes.compactMap { nodes[$0]?.bytes }.flatMap(\.self)
  }
}

func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }
