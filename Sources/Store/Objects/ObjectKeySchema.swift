/// The keys of stored documents, wrapped under the data folder's key. Without its row a document is gone.
enum ObjectKeySchema {
  static func make(_ session: any SQLSession) throws {
    let dialect = session.dialect
    try session.run(
      script: """
        CREATE TABLE objectKey (
          name TEXT PRIMARY KEY NOT NULL, wrapped \(dialect.blob) NOT NULL,
          bytes \(dialect.integer) NOT NULL) \(dialect.tableOptions);
        """)
  }
}
