import Synchronization

/// The object streams of a file that were expanded last: their objects are mostly asked for one after the other. Also bounds what
/// is expanded in all, so that a small file cannot ask for days of work.
final class PDFExpandedStreams: Sendable {
  private struct State {
    var streams: [Int: PDFObjectStream] = [:]
    var kept = 0
    var expanded = 0
  }

  /// Bytes: what is kept at a time, and what is expanded as long as the file is looked at.
  private static let mostKept = 32 << 20
  private static let most = 1 << 30

  private let state = Mutex(State())

  func stream(
    _ number: Int, expand: () throws(PDFDefect) -> PDFObjectStream
  ) throws(PDFDefect) -> PDFObjectStream {
    if let stream = state.withLock({ $0.streams[number] }) { return stream }
    guard state.withLock({ $0.expanded < Self.most }) else {
      throw PDFDefect("too much in object streams", at: 0)
    }
    let stream = try expand()
    state.withLock { state in
      state.expanded += stream.size
      if state.kept + stream.size > Self.mostKept { (state.streams, state.kept) = ([:], 0) }
      state.streams[number] = stream
      state.kept += stream.size
    }
    return stream
  }
}
