import Cases
import Foundation

/// What a data folder says of its hall, in `hall.json`: written on first use, and never changed.
struct HallMark: Sendable, Equatable, Codable {
  /// 32 hexadecimal digits, the same in the hall's database.
  var id: String
  var database: SQLDialect

  /// Nil where the folder says nothing yet: it is new, or of version 0.4.0 or older.
  ///
  /// - Throws: `Problem.hallMarkUnusable`.
  init?(of folder: DataFolder) throws {
    let content: Data
    do {
      content = try Data(contentsOf: folder.mark)
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      return nil
    } catch {
      throw Problem.hallMarkUnusable(folder.mark.path)
    }
    guard let mark = try? JSONDecoder().decode(Self.self, from: content) else {
      throw Problem.hallMarkUnusable(folder.mark.path)
    }
    self = mark
  }

  init(id: String, database: SQLDialect) {
    self.id = id
    self.database = database
  }

  /// Writes it where there is none; of processes that come at the same moment the first one's stays.
  ///
  /// - Throws: `Problem.unwritable`.
  func keep(in folder: DataFolder) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try DurableFile(path: folder.mark.path)
      .write(try encoder.encode(self) + Data("\n".utf8), .keepFirst)
  }
}

extension SQLDialect: Codable {}
