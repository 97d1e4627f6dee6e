/// Why something could not be looked at or done: a stable code, what happened, and what to do, in both languages.
///
/// A verdict about a document is never a problem: it is a value with reasons.
package struct Problem: Error, Sendable, Equatable, Codable {
  /// Stable, lower case with underscores.
  package var code: String
  package var zh: String
  package var en: String
  package var remedyZh: String
  package var remedyEn: String
  package var exit: ExitStatus

  package init(
    _ code: String, exit: ExitStatus, zh: String, en: String, remedyZh: String, remedyEn: String
  ) {
    self.code = code
    self.exit = exit
    self.zh = zh
    self.en = en
    self.remedyZh = remedyZh
    self.remedyEn = remedyEn
  }

  /// Both languages in one sentence each: what a terminal or a JSON reader sees.
  package var message: String { "\(zh)\(remedyZh) \(en) \(remedyEn)" }

  enum CodingKeys: String, CodingKey {
    case code, message
    case zh = "message_zh"
    case en = "message_en"
    case remedyZh = "remedy_zh"
    case remedyEn = "remedy_en"
    case exit
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    code = try values.decode(String.self, forKey: .code)
    zh = try values.decode(String.self, forKey: .zh)
    en = try values.decode(String.self, forKey: .en)
    remedyZh = try values.decode(String.self, forKey: .remedyZh)
    remedyEn = try values.decode(String.self, forKey: .remedyEn)
    exit = try values.decode(ExitStatus.self, forKey: .exit)
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(code, forKey: .code)
    try values.encode(message, forKey: .message)
    try values.encode(zh, forKey: .zh)
    try values.encode(en, forKey: .en)
    try values.encode(remedyZh, forKey: .remedyZh)
    try values.encode(remedyEn, forKey: .remedyEn)
    try values.encode(exit, forKey: .exit)
  }
}

/// How a `kanhe` command ends. The numbers are a contract.
/// Thrown by a command that ends with it and has said why.
package enum ExitStatus: Int32, Error, Sendable, Codable, CaseIterable {
  case done = 0
  case wrongArguments = 1
  case unusableInput = 2
  case missingDependency = 3
  case needsPerson = 4
  case access = 5
  case notGenuine = 6
  case couldNotTell = 7
  case encryptedInput = 8
  case configuration = 9
  case other = 15
  case interrupted = 130

  /// What a batch ends with: the first of these that one of its parts ended with.
  private static let order: [ExitStatus] = [
    .interrupted, .configuration, .missingDependency, .access, .unusableInput, .encryptedInput,
    .needsPerson,
  ]

  package static func ofBatch(_ parts: some Sequence<ExitStatus>) -> ExitStatus {
    let seen = Set(parts)
    if let first = order.first(where: seen.contains) { return first }
    return seen.first { $0 != .done } ?? .done
  }
}
