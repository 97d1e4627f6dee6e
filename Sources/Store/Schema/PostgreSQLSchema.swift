/// The shape that SQLite's first six steps lead to, for PostgreSQL.
enum PostgreSQLSchema {
  static let steps = [
    SchemaStep("006 result pages") { session in
      for part in [time, cases, references, results, log, statusLists] {
        try session.run(script: part)
      }
    }
  ]

  private static let time = """
    CREATE FUNCTION databaseTime() RETURNS BIGINT LANGUAGE sql VOLATILE AS
      'SELECT CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT)';
    CREATE FUNCTION onlyAppended() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN RAISE EXCEPTION ''only appended to''; END';
    """

  private static let cases = """
    CREATE TABLE caseRecord (
      id TEXT PRIMARY KEY, matter TEXT, state TEXT NOT NULL, openedAt TEXT NOT NULL,
      record BYTEA NOT NULL);
    CREATE INDEX caseByState ON caseRecord(state, openedAt);
    CREATE TABLE caseEvent (
      caseID TEXT NOT NULL REFERENCES caseRecord(id), position BIGINT NOT NULL,
      at TEXT NOT NULL, by TEXT NOT NULL, what TEXT NOT NULL, detail TEXT,
      PRIMARY KEY (caseID, position));
    CREATE TRIGGER caseEventStays BEFORE UPDATE OR DELETE ON caseEvent
      FOR EACH ROW EXECUTE FUNCTION onlyAppended();
    CREATE TRIGGER caseEventIsKept BEFORE TRUNCATE ON caseEvent
      FOR EACH STATEMENT EXECUTE FUNCTION onlyAppended();
    CREATE TABLE caseCounter (day TEXT PRIMARY KEY, last BIGINT NOT NULL);
    """

  private static let references = """
    CREATE TABLE reference (
      name TEXT PRIMARY KEY, columns TEXT NOT NULL, rows BIGINT NOT NULL, importedAt TEXT NOT NULL);
    CREATE TABLE referenceRow (
      id BIGINT PRIMARY KEY, reference TEXT NOT NULL, cells TEXT NOT NULL);
    CREATE INDEX referenceRowByReference ON referenceRow(reference);
    CREATE TABLE referenceCell (
      reference TEXT NOT NULL, "column" TEXT NOT NULL, value TEXT NOT NULL, row BIGINT NOT NULL,
      PRIMARY KEY (reference, "column", value, row));
    """

  private static let results = """
    CREATE TABLE resultNumber (
      pattern TEXT NOT NULL, year BIGINT NOT NULL, sequence BIGINT NOT NULL,
      caseID TEXT NOT NULL REFERENCES caseRecord(id),
      PRIMARY KEY (pattern, year, sequence), UNIQUE (pattern, year, caseID));
    CREATE TABLE publicRecord (
      locator TEXT PRIMARY KEY, status TEXT NOT NULL, kindZh TEXT NOT NULL,
      kindEn TEXT NOT NULL, cose BYTEA NOT NULL, issuedAt TEXT NOT NULL, expiresOn TEXT,
      revokedAt TEXT, revocationReason TEXT, testAuthority BIGINT NOT NULL,
      hiddenPDF BYTEA NOT NULL, hiddenPicture BYTEA, pdfSHA256 TEXT);
    CREATE INDEX publicRecordByPDF ON publicRecord(pdfSHA256);
    CREATE TABLE handOver (
      caseID TEXT PRIMARY KEY REFERENCES caseRecord(id), createdAt TEXT NOT NULL,
      sealed BYTEA NOT NULL);
    """

  private static let log = """
    CREATE TABLE logEntry (
      position BIGINT PRIMARY KEY, entry BYTEA NOT NULL, locator TEXT UNIQUE, salt BYTEA);
    CREATE TABLE logNode (
      level BIGINT NOT NULL, position BIGINT NOT NULL, hash BYTEA NOT NULL,
      PRIMARY KEY (level, position));
    CREATE TRIGGER logEntryStays BEFORE UPDATE OF position, entry OR DELETE ON logEntry
      FOR EACH ROW EXECUTE FUNCTION onlyAppended();
    CREATE TRIGGER logEntryIsKept BEFORE TRUNCATE ON logEntry
      FOR EACH STATEMENT EXECUTE FUNCTION onlyAppended();
    CREATE TRIGGER logNodeStays BEFORE UPDATE OR DELETE ON logNode
      FOR EACH ROW EXECUTE FUNCTION onlyAppended();
    CREATE TRIGGER logNodeIsKept BEFORE TRUNCATE ON logNode
      FOR EACH STATEMENT EXECUTE FUNCTION onlyAppended();
    """

  private static let statusLists = """
    CREATE TABLE statusPlace (
      list BIGINT NOT NULL, position BIGINT NOT NULL,
      caseID TEXT NOT NULL UNIQUE REFERENCES caseRecord(id),
      revoked BIGINT NOT NULL DEFAULT 0, PRIMARY KEY (list, position));
    """
}
