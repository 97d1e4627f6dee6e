import Cases

/// The key of a document, and the name of the object that is sealed with it: made at random with the key, so that it says
/// nothing, and so that what is stored anew is another object than what is being forgotten.
struct ObjectKey {
  let object: String
  let key: DocumentKey
}

extension CaseStore {
  /// Nil where there is none: the document was never stored, or it was forgotten.
  ///
  /// - Throws: `Problem.dataKeyUnusable` where it is wrapped under another key than the folder's.
  func objectKey(of document: String) throws -> ObjectKey? {
    try read { try objectKey(of: document, $0) }
  }

  /// Made on first use; whoever comes at the same moment gets the same. One that nobody has named yet is safe from being
  /// forgotten for another day.
  func makeObjectKey(of document: String) throws -> ObjectKey {
    let code = objectCode(of: document)
    let isNamed = try read {
      try $0.value("SELECT isNamed FROM objectKey WHERE document = ?", [code], as: Bool.self)
    }
    if isNamed == true, let key = try objectKey(of: document) { return key }
    let object = hexadecimal((0..<16).map { _ in UInt8.random(in: 0...255) })
    let wrapped = try DocumentKey().wrapped(of: code, with: dataKey)
    return try write { session in
      try session.execute(
        """
        INSERT INTO objectKey (document, object, wrapped, isNamed, touchedAt)
        VALUES (?, ?, ?, 0, ?)
        ON CONFLICT (document) DO UPDATE SET touchedAt = excluded.touchedAt
        """, [code, object, wrapped, try session.now])
      guard let key = try objectKey(of: document, session) else {
        throw Problem.internalFault("a key that was stored is not there")
      }
      return key
    }
  }

  /// Somebody has a right to the document from now on: it is not forgotten.
  func nameObject(of document: String, _ session: any SQLSession) throws {
    try session.execute(
      "UPDATE objectKey SET isNamed = 1 WHERE document = ? AND isNamed = 0",
      [objectCode(of: document)])
  }

  /// Erases the keys of documents that were stored so long ago and that no case names.
  ///
  /// - Parameter age: milliseconds.
  /// - Returns: the names of the objects that nobody can open any more.
  func eraseUnnamedKeys(olderThan age: Int64) throws -> [String] {
    let found = try read { session in
      try session.values(
        "SELECT document FROM objectKey WHERE isNamed = 0 AND touchedAt < ?",
        [try session.now - age], as: String.self)
    }
    guard !found.isEmpty else { return [] }
    // The papers themselves have the last word. While one of them is damaged, nobody knows what it is, and nothing goes.
    let (papers, damaged) = try contents()
    guard damaged == 0 else { return [] }
    let named = Set(papers.map(objectCode))
    return try write { session in
      let limit = try session.now - age
      for code in found where named.contains(code) {
        try session.execute("UPDATE objectKey SET isNamed = 1 WHERE document = ?", [code])
      }
      return try found.filter { !named.contains($0) }.flatMap { code in
        // Somebody may have handed it in meanwhile.
        try session.values(
          """
          DELETE FROM objectKey WHERE document = ? AND isNamed = 0 AND touchedAt < ?
          RETURNING object
          """, [code, limit], as: String.self)
      }
    }
  }

  /// Of all documents.
  func objectNames() throws -> Set<String> {
    Set(try read { try $0.values("SELECT object FROM objectKey", as: String.self) })
  }

  private func objectKey(of document: String, _ session: any SQLSession) throws -> ObjectKey? {
    let code = objectCode(of: document)
    let row = try session.row("SELECT object, wrapped FROM objectKey WHERE document = ?", [code])
    guard let row else { return nil }
    guard let key = DocumentKey(unwrapping: try row.value("wrapped"), of: code, with: dataKey)
    else {
      throw Problem.dataKeyUnusable("data.key", "another key")
    }
    return ObjectKey(object: try row.value("object"), key: key)
  }

  /// Without the data key nobody can tell from the database whether a certain document was handed in.
  private func objectCode(of document: String) -> String {
    dataKey.code(of: document, for: "object key")
  }
}
