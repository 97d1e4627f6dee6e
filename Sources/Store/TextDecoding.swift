import Foundation

/// The text of a file that says nothing of its encoding: UTF-8 with or without a byte order mark, else GB 18030, which
/// Chinese spreadsheets write. Nil for anything else.
func decodedText(_ bytes: [UInt8]) -> String? {
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  let content = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
  guard !content.contains(0) else { return nil }
  if let text = String(validating: content, as: UTF8.self) { return text }
  // kCFStringEncodingGB_18030_2000 as an NSStringEncoding.
  let gb18030 = String.Encoding(rawValue: 0x8000_0632)
  return String(data: Data(content), encoding: gb18030)
}
