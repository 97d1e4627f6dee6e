import CPostgreSQL
import Cases

/// Where a database is: `postgresql://user@host/database`, or libpq's `host=… dbname=…`. What it leaves out comes from
/// PGHOST, PGUSER … and ~/.pgpass.
package struct PostgreSQLAddress: Sendable {
  let text: String

  /// - Throws: `Problem.badDatabaseAddress`; also where it holds a password, which everybody on the machine could see.
  package init(_ text: String) throws {
    var message: UnsafeMutablePointer<CChar>?
    let parts = PQconninfoParse(text, &message)
    defer {
      PQconninfoFree(parts)
      PQfreemem(message)
    }
    guard var part = parts else {
      throw Problem.badDatabaseAddress(zh: "无法识别", en: "it cannot be read")
    }
    while part.pointee.keyword != nil {
      // libpq marks with an asterisk what should not be shown.
      if part.pointee.val != nil, part.pointee.dispchar?.pointee == CChar(UInt8(ascii: "*")) {
        throw Problem.badDatabaseAddress(
          zh: "其中含有密码，会被本机其他用户看到", en: "it holds a password, which others on this machine can see")
      }
      part += 1
    }
    self.text = text
  }
}
