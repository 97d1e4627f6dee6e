import Cases
import PortableDocument
import Sealing

/// A PDF of another program with its signatures in the order in which they were made, each over the file as it was then.
struct PDFSignedDocument {
  struct Signature {
    /// Object number.
    let number: Int
    let dictionary: PDFDictionary
    /// The Contents string, angle brackets included.
    let hole: Range<Int>
    /// The file to the end of what is signed.
    let file: PDFFile

    /// Whether `kanhe seal` says that it made it. What says so is held to our strict profile.
    var isOurs: Bool {
      dictionary["Prop_Build"]?.dictionary?["App"]?.dictionary?["Name"] == .name("KanheSeal")
    }

    /// Of a certification, what it allows (ISO 32000-1, table 254); nil for an approval.
    var allowed: Int? {
      func resolved(_ value: PDFValue?) -> PDFValue { (try? file.resolved(value)) ?? .null }
      let transforms = (resolved(dictionary["Reference"]).array ?? [])
        .compactMap { resolved($0).dictionary }
      guard
        let transform = transforms.first(where: {
          resolved($0["TransformMethod"]) == .name("DocMDP")
        })
      else { return nil }
      return resolved(resolved(transform["TransformParams"]).dictionary?["P"]).integer ?? 2
    }
  }

  let signatures: [Signature]
  /// The whole file.
  let file: PDFFile

  /// Whether a file needs to be looked at in this way: it bears a seal of `kanhe seal`, or more than one signature.
  static func needsStates(_ bytes: [UInt8]) -> Bool {
    PDFSealMarks.contains(PDFSealMarks.ownElsewhere, bytes)
      || PDFSealMarks.offsets(of: "/ByteRange", in: bytes, limit: 2).count > 1
  }

  init(_ bytes: [UInt8]) throws(PDFRefusal) {
    do throws(PDFDefect) { file = try PDFFile(bytes) } catch { throw .init(error) }
    guard !file.isEncrypted else { throw .init(.structure("/Encrypt")) }
    let found = try Self.dictionaries(in: file)
    guard (1...Self.most).contains(found.count), bytes.count <= Self.mostBytes / found.count else {
      throw .init(.structure("\(found.count) /ByteRange"))
    }
    var signatures: [Signature] = []
    for (number, dictionary) in found {
      signatures.append(try Self.signature(number, dictionary, in: bytes))
    }
    self.signatures = signatures.sorted { $0.file.bytes.count < $1.file.bytes.count }
    try requireOrder()
  }

  /// More than any honest file has; each is judged over the whole file.
  private static let most = 16
  private static let mostBytes = 1 << 28

  /// Each signature covers those before it, its own string lies behind what they cover, and the last covers the whole file.
  private func requireOrder() throws(PDFRefusal) {
    for (earlier, later) in zip(signatures, signatures.dropFirst())
    where later.hole.lowerBound < earlier.file.bytes.count {
      throw .init(.notCovered)
    }
    guard signatures.last?.file.bytes.count == file.bytes.count else {
      throw .init(.bytesAfterEnd)
    }
    // A certification comes first (12.8.2.2); where it allows nothing, there is no other.
    let later = signatures.dropFirst()
    guard later.allSatisfy({ $0.allowed == nil }), later.isEmpty || signatures[0].allowed != 1
    else { throw .init(.structure("/DocMDP")) }
  }

  /// The signature dictionaries, which must be objects of their own.
  private static func dictionaries(
    in file: PDFFile
  ) throws(PDFRefusal) -> [(Int, PDFDictionary)] {
    var found: [(Int, PDFDictionary)] = []
    var parts = 0
    do throws(PDFDefect) {
      try file.forEachObject { (number, value) throws(PDFDefect) in
        if let dictionary = value.dictionary, dictionary["ByteRange"] != nil {
          found.append((number, dictionary))
        }
        value.forEachPart { if $0.dictionary?["ByteRange"] != nil { parts += 1 } }
      }
    } catch { throw .init(error) }
    guard parts == found.count else { throw .init(.structure("/ByteRange")) }
    return found
  }

  private static func signature(
    _ number: Int, _ dictionary: PDFDictionary, in bytes: [UInt8]
  ) throws(PDFRefusal) -> Signature {
    guard let contents = dictionary["Contents"]?.string,
      let ranges = dictionary["ByteRange"]?.integers, ranges.count == 4
    else { throw .init(.structure("/ByteRange")) }
    let (start, resume, rest) = (ranges[1], ranges[2], ranges[3])
    guard ranges[0] == 0, 0 < start, start < resume, resume < bytes.count,
      (1...bytes.count - resume).contains(rest)
    else { throw .init(.notCovered) }
    let hole = start..<resume
    // The string that is left out is the dictionary's: the same bytes at another place would be signed by themselves.
    var syntax = PDFSyntax(bytes, at: start)
    let before = bytes[..<start].reversed().drop { $0 == 32 || $0 == 10 || $0 == 13 }
    guard let string = try? syntax.value().string, string.source == hole,
      string.bytes == contents.bytes, before.starts(with: "/Contents".utf8.reversed())
    else { throw .init(.structure("/Contents")) }
    do throws(PDFDefect) {
      return Signature(
        number: number, dictionary: dictionary, hole: hole,
        file: try PDFFile(Array(bytes[..<(hole.upperBound + rest)])))
    } catch { throw .init(error) }
  }
}
