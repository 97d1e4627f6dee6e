/// A file in `Models/codes/`: the values of a list, or codes with their names.
struct CodeList: Decodable {
  /// Everything that may be printed: the values, or the names.
  let values: Set<String>
  /// Code to name, where the list has both.
  let names: [String: String]

  private enum CodingKeys: String, CodingKey { case values, names }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    names = try container.decodeIfPresent([String: String].self, forKey: .names) ?? [:]
    values =
      names.isEmpty
      ? try container.decode(Set<String>.self, forKey: .values) : Set(names.values)
  }
}
