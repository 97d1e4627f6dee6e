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

  /// Made on first use. Whoever comes at the same moment gets the same.
  func makeObjectKey(of document: String) throws -> ObjectKey {
    if let key = try objectKey(of: document) { return key }
    let code = code(of: document)
    let object = hexadecimal((0..<16).map { _ in UInt8.random(in: 0...255) })
    let wrapped = try DocumentKey().wrapped(of: code, with: dataKey)
    return try write { session in
      try session.execute(
        """
        INSERT INTO objectKey (document, object, wrapped) VALUES (?, ?, ?)
        ON CONFLICT (document) DO NOTHING
        """, [code, object, wrapped])
      guard let key = try objectKey(of: document, session) else {
        throw Problem.internalFault("a key that was stored is not there")
      }
      return key
    }
  }

  /// - Returns: the name of the object that nobody can open any more.
  func eraseObjectKey(of document: String) throws -> String? {
    try write {
      try $0.value(
        "DELETE FROM objectKey WHERE document = ? RETURNING object", [code(of: document)])
    }
  }

  /// Of all documents.
  func objectNames() throws -> Set<String> {
    Set(try read { try $0.values("SELECT object FROM objectKey", as: String.self) })
  }

  private func objectKey(of document: String, _ session: any SQLSession) throws -> ObjectKey? {
    let code = code(of: document)
    let row = try session.row("SELECT object, wrapped FROM objectKey WHERE document = ?", [code])
    guard let row else { return nil }
    guard let key = DocumentKey(unwrapping: try row.value("wrapped"), of: code, with: dataKey)
    else {
      throw Problem.dataKeyUnusable("data.key", "another key")
    }
    return ObjectKey(object: try row.value("object"), key: key)
  }

  /// Without the data key nobody can tell from the database whether a certain document was handed in.
  private func code(of document: String) -> String {
    dataKey.code(of: document, for: "object key")
  }
}
