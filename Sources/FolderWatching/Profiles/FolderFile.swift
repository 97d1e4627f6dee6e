package import Cases
package import Foundation
import Yams

/// `folders.yaml` in the data folder: the watched folders and what is known of each.
package enum FolderFile {
  package static let name = "folders.yaml"

  /// The folders that it names; none where there is no such file.
  /// - Throws: `bad_folders` with the place of the fault; `no_such_folder`.
  package static func folders(in dataFolder: URL) throws(Problem) -> [WatchedFolder] {
    let file = dataFolder.appending(path: name)
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    let entries: [FolderProfile]
    do {
      let text = try String(contentsOf: file, encoding: .utf8)
      entries = try YAMLDecoder().decode(FolderList.self, from: text).folders
    } catch {
      throw .badFolders(reason(of: error))
    }
    var folders: [WatchedFolder] = []
    for entry in entries { folders.append(try entry.folder()) }
    return folders
  }

  private static func reason(of error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "the value of '\(place(context))' is of the wrong type"
    case DecodingError.dataCorrupted(let context):
      "\(place(context)): \(context.debugDescription)"
    default: "\(error)"
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    context.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
      .joined(separator: ".")
  }
}

private struct FolderList: Decodable {
  let folders: [FolderProfile]

  private enum CodingKeys: String, CodingKey, CaseIterable { case folders }

  init(from decoder: any Decoder) throws {
    try decoder.refuseKeys(otherThan: CodingKeys.self)
    folders = try decoder.container(keyedBy: CodingKeys.self)
      .decode([FolderProfile].self, forKey: .folders)
  }
}

extension Decoder {
  /// A setting that is ignored in silence is worse than none.
  func refuseKeys<Keys: CodingKey & CaseIterable>(otherThan keys: Keys.Type) throws {
    let known = Set(Keys.allCases.map(\.stringValue))
    for key in try container(keyedBy: AnyKey.self).allKeys where !known.contains(key.stringValue) {
      throw DecodingError.dataCorrupted(
        .init(codingPath: codingPath, debugDescription: "unknown key '\(key.stringValue)'"))
    }
  }
}

private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
