/// The tables of what was handed in.
enum SubmissionSchema {
  static func make(_ session: any SQLSession) throws {
    let dialect = session.dialect
    try session.run(
      script: """
        CREATE TABLE document (
          id TEXT PRIMARY KEY NOT NULL, caseID TEXT NOT NULL REFERENCES caseRecord(id),
          position \(dialect.integer) NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
          bytes \(dialect.integer) NOT NULL, source TEXT NOT NULL, counter TEXT,
          state TEXT NOT NULL, sameAs TEXT REFERENCES document(id),
          arrivedAt \(dialect.integer) NOT NULL, reading \(dialect.blob)) \(dialect.tableOptions);
        CREATE INDEX documentByCase ON document(caseID, position);
        CREATE INDEX documentByContent ON document(sha256, source);
        CREATE TABLE submissionKey (
          key TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL,
          caseID TEXT NOT NULL REFERENCES caseRecord(id),
          arrivedAt \(dialect.integer) NOT NULL) \(dialect.tableOptions);
        CREATE TABLE delivery (
          caseID TEXT PRIMARY KEY NOT NULL REFERENCES caseRecord(id), folder TEXT NOT NULL,
          deliveredAt \(dialect.integer)) \(dialect.tableOptions);
        CREATE TABLE paperClaim (
          position \(dialect.countedKey), id TEXT NOT NULL UNIQUE, folder TEXT NOT NULL,
          state TEXT NOT NULL, files \(dialect.integer) NOT NULL, claim \(dialect.blob) NOT NULL,
          ending \(dialect.blob), caseID TEXT REFERENCES caseRecord(id)) \(dialect.tableOptions);
        CREATE INDEX paperClaimByCase ON paperClaim(caseID);
        CREATE INDEX paperClaimByFolder ON paperClaim(folder) WHERE state = 'open';
        CREATE TABLE voidNumber (
          pattern TEXT NOT NULL, year \(dialect.integer) NOT NULL,
          sequence \(dialect.integer) NOT NULL, caseID TEXT NOT NULL REFERENCES caseRecord(id),
          at \(dialect.integer) NOT NULL,
          PRIMARY KEY (pattern, year, sequence)) \(dialect.tableOptions);
        """)
  }
}
