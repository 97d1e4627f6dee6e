import Synchronization

/// The object streams of a file that were expanded last: their objects are mostly asked for one after the other. Also bounds what
/// is expanded in all, so that a small file cannot ask for days of work.
final class PDFExpandedStreams: Sendable {
  private struct State {
    var streams: [Int: PDFObjectStream] = [:]
    var kept = 0
    var expanded = 0
  }

  /// Bytes that are kept at a time.
  private static let mostKept = 32 << 20

  /// Bytes that are expanded as long as the file is looked at.
  private let most: Int
  private let state = Mutex(State())

  /// Objects take some bytes each also when they are deflated: of honest files streams expand to tens of times their size.
  init(ofFileWith bytes: Int) { most = min(1 << 30, 8 << 20 + min(bytes, 1 << 30) * 100) }

  /// - Parameter expand: is told how many bytes it may expand to.
  func stream(
    _ number: Int, expand: (Int) throws(PDFDefect) -> PDFObjectStream
  ) throws(PDFDefect) -> PDFObjectStream {
    if let stream = state.withLock({ $0.streams[number] }) { return stream }
    let left = most - state.withLock { $0.expanded }
    guard left > 0 else { throw PDFDefect("too much in object streams", at: 0) }
    let stream = try expand(left)
    state.withLock { state in
      state.expanded += stream.size
      if state.kept + stream.size > Self.mostKept { (state.streams, state.kept) = ([:], 0) }
      state.streams[number] = stream
      state.kept += stream.size
    }
    return stream
  }
}
