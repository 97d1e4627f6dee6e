import Foundation
import Testing

/// A file as qpdf reads it (`--json=2`): a reader that shares no line with ours.
struct QPDFReading {
  /// As qpdf writes it: names begin with `/`, strings with `u:` or `b:`, references are `7 0 R`.
  indirect enum Value: Decodable, Equatable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([Value])
    case dictionary([String: Value])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .null
      } else if let flag = try? value.decode(Bool.self) {
        self = .boolean(flag)
      } else if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else if let string = try? value.decode(String.self) {
        self = .string(string)
      } else if let array = try? value.decode([Value].self) {
        self = .array(array)
      } else {
        self = .dictionary(try value.decode([String: Value].self))
      }
    }
  }

  struct Object {
    var value: Value
    /// Expanded, of a stream.
    var data: [UInt8]?
  }

  let bytes: [UInt8]
  var objects: [String: Object] = [:]
  var trailer: Value = .null

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    let scratch = try Scratch()
    let file = try scratch.write(bytes, as: "a.pdf")
    // The dictionaries of streams as they are in the file, and the data as a reader expands them.
    let raw = try Self.entries("--json-stream-data=none", "--decode-level=none", file)
    let expanded = try Self.entries(
      "--json-stream-data=inline", "--decode-level=generalized", file)
    for (name, entry) in raw {
      guard name != "trailer" else {
        trailer = entry.value ?? .null
        continue
      }
      let data = expanded[name]?.stream?.data.flatMap { Data(base64Encoded: $0) }
      objects[name.replacing("obj:", with: "")] = Object(
        value: entry.stream?.dict ?? entry.value ?? .null, data: data.map(Array.init))
    }
  }

  private struct Entry: Decodable {
    struct Stream: Decodable { let data: String?, dict: Value }
    let value: Value?
    let stream: Stream?
  }

  private static func entries(_ arguments: String...) throws -> [String: Entry] {
    let json = try Tool("qpdf").output(arguments: ["--json=2"] + arguments)
    let whole = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    // The first part is about the file as a whole.
    let parts = try #require(whole["qpdf"] as? [Any])
    try #require(parts.count == 2)
    return try JSONDecoder().decode(
      [String: Entry].self, from: JSONSerialization.data(withJSONObject: parts[1]))
  }

  func resolved(_ value: Value?) -> Value? {
    guard case .string(let text) = value, let object = objects[text] else { return value }
    return object.value
  }

  func data(of value: Value?) -> [UInt8]? {
    guard case .string(let text) = value else { return nil }
    return objects[text]?.data
  }

  var catalog: Value? { resolved(trailer["/Root"]) }

  /// Every dictionary of the file, however deep it lies.
  var dictionaries: [[String: Value]] {
    (objects.values.map(\.value) + [trailer]).flatMap(\.dictionaries)
  }

  func dictionaries(_ key: String, _ name: String) -> [[String: Value]] {
    dictionaries.filter { $0[key] == .string(name) }
  }
}

extension QPDFReading.Value {
  subscript(key: String) -> Self? {
    guard case .dictionary(let entries) = self else { return nil }
    return entries[key]
  }

  var array: [Self]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// A name, a reference, or a text without its mark.
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text.hasPrefix("u:") ? String(text.dropFirst(2)) : text
  }

  /// This value and all values in it.
  var all: [Self] {
    switch self {
    case .array(let values): [self] + values.flatMap(\.all)
    case .dictionary(let entries): [self] + entries.values.flatMap(\.all)
    default: [self]
    }
  }

  var dictionaries: [[String: Self]] {
    all.compactMap { value in
      guard case .dictionary(let entries) = value else { return nil }
      return entries
    }
  }
}
