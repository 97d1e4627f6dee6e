import Foundation
import MainPath

/// The reader's side of the pipe, spoken without the product's help.
struct HostilePipe {
  func greet(_ confinement: Confinement) {
    let walls = (try? JSONEncoder().encode(confinement)) ?? Data()
    let engine = #"{"kanhe":"0","tesseract":"0","models":{}}"#
    send(16, #"{"engine":\#(engine),"confinement":\#(String(decoding: walls, as: UTF8.self))}"#)
  }

  /// The next order, from the name of the file that is to be read; nil when there is none.
  func order() -> Order? {
    guard let request = receive(), receive() != nil,
      let fields = try? JSONSerialization.jsonObject(with: Data(request)) as? [String: Any],
      let words = (fields["name"] as? String)?.split(separator: " ").map(String.init),
      words.count == 3, let service = Int(words[2])
    else { return nil }
    return Order(deed: words[0], folder: words[1], service: service)
  }

  /// Says what came of it, as the problem of a reading.
  func answer(_ outcome: String) {
    let problem =
      #"{"code":"\#(outcome)","message_zh":"","message_en":"","#
      + #""remedy_zh":"","remedy_en":"","exit":15}"#
    send(
      17,
      #"{"file":"","pages":0,"page_sizes":[],"documents":[],"warnings":[],"milliseconds":0,"#
        + #""error":\#(problem)}"#)
  }

  private func send(_ kind: UInt8, _ text: String) {
    let size = UInt32(text.utf8.count)
    let header =
      Array("KHF1".utf8) + [kind, 0, 0, 0] + (0..<4).map { UInt8(size >> (24 - 8 * $0) & 255) }
    let bytes = header + text.utf8
    _ = write(1, bytes, bytes.count)
  }

  private func receive() -> [UInt8]? {
    guard let header = read(12) else { return nil }
    return read(header[8...].reduce(0) { $0 << 8 | Int($1) })
  }

  private func read(_ count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while bytes.count < count {
      let step = Foundation.read(0, &buffer, min(buffer.count, count - bytes.count))
      guard step > 0 else { return nil }
      bytes += buffer[..<step]
    }
    return bytes
  }
}

/// What to do, with whom.
struct Order {
  let deed: String
  /// A folder of the service, with a file `secret` in it.
  let folder: String
  /// The process that is served.
  let service: Int
}
