/// A case may be given a notice before its result: places, numbers and what waits to be handed over are known by case and
/// role. Whatever was there before is a final result; of which case it is, `issuedResult` does not say.
enum ResultRoleSchema {
  static func make(_ session: any SQLSession) throws {
    let (integer, blob) = (session.dialect.integer, session.dialect.blob)
    let options = session.dialect.tableOptions
    try session.run(
      script: """
        ALTER TABLE resultNumber ADD COLUMN role TEXT NOT NULL DEFAULT 'final';
        ALTER TABLE statusPlace RENAME TO oldStatusPlace;
        CREATE TABLE statusPlace (
          list \(integer) NOT NULL, position \(integer) NOT NULL,
          caseID TEXT NOT NULL REFERENCES caseRecord(id), role TEXT NOT NULL,
          revoked \(integer) NOT NULL DEFAULT 0,
          PRIMARY KEY (list, position), UNIQUE (caseID, role)) \(options);
        INSERT INTO statusPlace (list, position, caseID, role, revoked)
          SELECT list, position, caseID, 'final', revoked FROM oldStatusPlace;
        DROP TABLE oldStatusPlace;
        ALTER TABLE handOver RENAME TO oldHandOver;
        CREATE TABLE handOver (
          caseID TEXT NOT NULL REFERENCES caseRecord(id), role TEXT NOT NULL,
          createdAt TEXT NOT NULL, sealed \(blob) NOT NULL, PRIMARY KEY (caseID, role)) \(options);
        INSERT INTO handOver (caseID, role, createdAt, sealed)
          SELECT caseID, 'final', createdAt, sealed FROM oldHandOver;
        DROP TABLE oldHandOver;
        CREATE TABLE issuedResult (
          caseID TEXT NOT NULL REFERENCES caseRecord(id), role TEXT NOT NULL,
          locator TEXT UNIQUE REFERENCES publicRecord(locator), PRIMARY KEY (caseID, role)) \(options);
        INSERT INTO issuedResult (caseID, role, locator)
          SELECT id, 'final', NULL FROM caseRecord WHERE state = 'issued';
        """)
  }
}
