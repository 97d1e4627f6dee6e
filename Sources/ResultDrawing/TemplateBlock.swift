extension ResultTemplate {
  /// A part of the body. In a file it is a mapping with one key, which says what it is.
  package enum Block: Sendable, Equatable {
    case paragraph(String)
    case heading(String)
    /// A paragraph in smaller print.
    case note(String)
    /// A table of labels and values.
    case facts([Fact])
    /// A numbered paragraph for each entry of the content's list of that name.
    case items(String)
    /// A table with a head, a row for each entry of the content's list.
    case list(List)
  }

  /// A row of a table of facts. An optional one is left out where a value it names is missing.
  package struct Fact: Sendable, Equatable, Decodable {
    package var label: String
    package var value: String
    package var optional: Bool?
  }

  package struct List: Sendable, Equatable, Decodable {
    package struct Column: Sendable, Equatable, Decodable {
      package var label: String
      /// In millimetres; columns without one share what is left.
      package var width: Double?
    }

    /// Name of the list in the content; entries are rows of as many cells as there are columns.
    package var of: String
    package var columns: [Column]
  }
}

extension ResultTemplate.Block: Decodable {
  private enum Key: String, CodingKey, CaseIterable {
    case paragraph, heading, note, facts, items, list
  }

  /// For keys of any name.
  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int?
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }

  package init(from decoder: any Decoder) throws {
    let names = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
    let values = try decoder.container(keyedBy: Key.self)
    guard names.count == 1, let key = values.allKeys.first else {
      let known = Key.allCases.map(\.rawValue).joined(separator: ", ")
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "one of \(known) is expected, not \(names)"))
    }
    switch key {
    case .paragraph: self = .paragraph(try values.decode(String.self, forKey: key))
    case .heading: self = .heading(try values.decode(String.self, forKey: key))
    case .note: self = .note(try values.decode(String.self, forKey: key))
    case .facts: self = .facts(try values.decode([ResultTemplate.Fact].self, forKey: key))
    case .items: self = .items(try values.decode(String.self, forKey: key))
    case .list: self = .list(try values.decode(ResultTemplate.List.self, forKey: key))
    }
  }
}
