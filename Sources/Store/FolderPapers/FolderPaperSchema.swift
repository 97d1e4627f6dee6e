/// What becomes of papers of watched folders after they were read: parts of stacks, sides of cards, what is given back.
enum FolderPaperSchema {
  static func make(_ session: any SQLSession) throws {
    let dialect = session.dialect
    try session.run(
      script: """
        ALTER TABLE document ADD COLUMN partOf TEXT REFERENCES document(id);
        ALTER TABLE document ADD COLUMN pages TEXT;
        CREATE INDEX documentByStack ON document(partOf) WHERE partOf IS NOT NULL;
        ALTER TABLE paperClaim ADD COLUMN givenUp \(dialect.blob);
        CREATE INDEX paperClaimGivenUp ON paperClaim(folder) WHERE givenUp IS NOT NULL;
        CREATE TABLE cardSide (
          caseID TEXT PRIMARY KEY NOT NULL REFERENCES caseRecord(id), counter TEXT NOT NULL,
          side TEXT NOT NULL, completed \(dialect.integer) NOT NULL,
          arrivedAt \(dialect.integer) NOT NULL) \(dialect.tableOptions);
        CREATE INDEX cardSideByCounter ON cardSide(counter, completed);
        """)
  }
}
