/// The keys of stored documents, wrapped under the data folder's key, by a code of the document's hash. Without its row a
/// document is gone.
enum ObjectKeySchema {
  static func make(_ session: any SQLSession) throws {
    let dialect = session.dialect
    try session.run(
      script: """
        CREATE TABLE objectKey (
          document TEXT PRIMARY KEY NOT NULL, object TEXT NOT NULL UNIQUE,
          wrapped \(dialect.blob) NOT NULL) \(dialect.tableOptions);
        """)
  }
}
