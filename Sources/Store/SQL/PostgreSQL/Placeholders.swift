/// `?` as PostgreSQL writes it, `$1`, `$2` … in their order. Not in quotes, and not in comments.
func numberedPlaceholders(_ sql: String) -> String {
  var numbered: [UInt8] = []
  numbered.reserveCapacity(sql.utf8.count + 16)
  var (count, end): (Int, [UInt8]) = (0, [])
  var previous: UInt8 = 0
  for byte in sql.utf8 {
    switch byte {
    case _ where !end.isEmpty:
      if byte == end.last { end = [] }
      numbered.append(byte)
    case UInt8(ascii: "?"):
      count += 1
      numbered += Array("$\(count)".utf8)
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      end = [byte]
      numbered.append(byte)
    case UInt8(ascii: "-") where previous == byte:
      end = [UInt8(ascii: "\n")]
      numbered.append(byte)
    default: numbered.append(byte)
    }
    previous = byte
  }
  return String(decoding: numbered, as: UTF8.self)
}
