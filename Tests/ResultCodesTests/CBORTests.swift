import ResultCodes
import Testing

@Suite struct CBORTests {
  @Test(arguments: [
    ("00", CBOR.integer(0)), ("17", .integer(23)), ("1818", .integer(24)),
    ("190100", .integer(256)), ("1a00010000", .integer(65_536)),
    ("1b0000000100000000", .integer(4_294_967_296)), ("20", .integer(-1)),
    ("3903e7", .integer(-1000)), ("3b7fffffffffffffff", .integer(.min)), ("40", .bytes([])),
    ("4401020304", .bytes([1, 2, 3, 4])), ("63c3bc61", .text("üa")),
    ("8201820203", .array([.integer(1), .array([.integer(2), .integer(3)])])),
    ("a201022003", .map([1: .integer(2), -1: .integer(3)])),
  ])
  func readsAndWrites(_ text: String, _ item: CBOR) throws {
    #expect(hex(item.encoded) == text)
    #expect(try CBOR(decoding: item.encoded) == item)
  }

  @Test(arguments: [
    ("", CBORFault.cutShort), ("18", .cutShort), ("42ff", .cutShort), ("8201", .cutShort),
    ("5b7fffffffffffffff", .cutShort), ("9b00000001ffffffff", .cutShort),
    ("bb00000001ffffffff", .cutShort), ("0000", .trailingBytes), ("8181818181f6", .tooDeep),
    ("1817", .notShortest), ("1900ff", .notShortest), ("1a0000ffff", .notShortest),
    ("1b00000000ffffffff", .notShortest), ("5801ff", .notShortest),
    ("9f00ff", .indefiniteLength), ("5f4101ff", .indefiniteLength), ("bf0000ff", .indefiniteLength),
    ("1c", .unsupportedType), ("f6", .unsupportedType), ("f4", .unsupportedType),
    ("f93c00", .unsupportedType), ("d28440a04040", .unsupportedType),
    ("1b8000000000000000", .integerTooLarge), ("3b8000000000000000", .integerTooLarge),
    ("61ff", .invalidText), ("62c080", .invalidText), ("63eda080", .invalidText),
    ("a220000100", .keysOutOfOrder), ("a201000101", .keysOutOfOrder),
  ])
  func refusesWhatIsNotDeterministic(_ text: String, _ fault: CBORFault) {
    #expect(throws: fault) { try CBOR(decoding: bytes(hex: text)) }
  }
}
