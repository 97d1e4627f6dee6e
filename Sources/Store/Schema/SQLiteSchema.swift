/// How the SQLite database came to the shape that `PostgreSQLSchema` begins with. None of these is ever edited.
enum SQLiteSchema {
  static let steps = [
    SchemaStep("001 cases", cases),
    SchemaStep("002 references", references),
    SchemaStep("003 results", results),
    SchemaStep("004 log", log),
    SchemaStep("005 status lists", statusLists),
    SchemaStep("006 result pages", resultPages),
  ]

  /// Records as JSON, with what lists are made of beside it. Events are kept apart, because they are only ever appended.
  private static func cases(_ session: any SQLSession) throws {
    try session.run(
      script: """
        CREATE TABLE caseRecord (
          id TEXT PRIMARY KEY NOT NULL, matter TEXT, state TEXT NOT NULL, openedAt TEXT NOT NULL,
          record BLOB NOT NULL) STRICT;
        CREATE INDEX caseByState ON caseRecord(state, openedAt);
        CREATE TABLE caseEvent (
          caseID TEXT NOT NULL REFERENCES caseRecord(id), position INTEGER NOT NULL,
          at TEXT NOT NULL, by TEXT NOT NULL, what TEXT NOT NULL, detail TEXT,
          PRIMARY KEY (caseID, position)) STRICT, WITHOUT ROWID;
        CREATE TRIGGER caseEventStays BEFORE UPDATE ON caseEvent
          BEGIN SELECT RAISE(ABORT, 'events are only appended'); END;
        CREATE TRIGGER caseEventIsKept BEFORE DELETE ON caseEvent
          BEGIN SELECT RAISE(ABORT, 'events are only appended'); END;
        CREATE TABLE caseCounter (day TEXT PRIMARY KEY NOT NULL, last INTEGER NOT NULL) STRICT;
        """)
  }

  /// Rows of imported references, and every cell in the normal form that it is looked up by.
  private static func references(_ session: any SQLSession) throws {
    try session.run(
      script: """
        CREATE TABLE reference (
          name TEXT PRIMARY KEY NOT NULL, columns TEXT NOT NULL, rows INTEGER NOT NULL,
          importedAt TEXT NOT NULL) STRICT;
        CREATE TABLE referenceRow (
          id INTEGER PRIMARY KEY, reference TEXT NOT NULL, cells TEXT NOT NULL) STRICT;
        CREATE INDEX referenceRowByReference ON referenceRow(reference);
        CREATE TABLE referenceCell (
          reference TEXT NOT NULL, column TEXT NOT NULL, value TEXT NOT NULL, row INTEGER NOT NULL,
          PRIMARY KEY (reference, column, value, row)) STRICT, WITHOUT ROWID;
        """)
  }

  /// The public side names no case; the hall side holds ciphertext only.
  private static func results(_ session: any SQLSession) throws {
    try session.run(
      script: """
        CREATE TABLE resultNumber (
          pattern TEXT NOT NULL, year INTEGER NOT NULL, sequence INTEGER NOT NULL,
          caseID TEXT NOT NULL REFERENCES caseRecord(id),
          PRIMARY KEY (pattern, year, sequence), UNIQUE (pattern, year, caseID)) STRICT;
        CREATE TABLE publicRecord (
          locator TEXT PRIMARY KEY NOT NULL, status TEXT NOT NULL, kindZh TEXT NOT NULL,
          kindEn TEXT NOT NULL, cose BLOB NOT NULL, issuedAt TEXT NOT NULL, expiresOn TEXT,
          revokedAt TEXT, revocationReason TEXT, testAuthority INTEGER NOT NULL,
          hiddenPDF BLOB NOT NULL) STRICT;
        CREATE TABLE handOver (
          caseID TEXT PRIMARY KEY NOT NULL REFERENCES caseRecord(id), createdAt TEXT NOT NULL,
          sealed BLOB NOT NULL) STRICT;
        """)
  }

  /// The log of issued results: complete subtrees, which never change, and entries, of which only the salt and whose they
  /// are can be erased. What was issued before there was a log is logged in the order of issue.
  private static func log(_ session: any SQLSession) throws {
    try session.run(
      script: """
        CREATE TABLE logEntry (
          position INTEGER PRIMARY KEY, entry BLOB NOT NULL, locator TEXT UNIQUE, salt BLOB) STRICT;
        CREATE TABLE logNode (
          level INTEGER NOT NULL, position INTEGER NOT NULL, hash BLOB NOT NULL,
          PRIMARY KEY (level, position)) STRICT, WITHOUT ROWID;
        CREATE TRIGGER logEntryStays BEFORE UPDATE OF position, entry ON logEntry
          BEGIN SELECT RAISE(ABORT, 'the log is only appended to'); END;
        CREATE TRIGGER logEntryIsKept BEFORE DELETE ON logEntry
          BEGIN SELECT RAISE(ABORT, 'the log is only appended to'); END;
        CREATE TRIGGER logNodeStays BEFORE UPDATE ON logNode
          BEGIN SELECT RAISE(ABORT, 'the log is only appended to'); END;
        CREATE TRIGGER logNodeIsKept BEFORE DELETE ON logNode
          BEGIN SELECT RAISE(ABORT, 'the log is only appended to'); END;
        """)
    let issued = try session.rows(
      "SELECT locator, cose FROM publicRecord ORDER BY issuedAt, locator")
    for row in issued {
      try CaseStore.log(row.value("cose"), at: row.value("locator"), session)
    }
  }

  /// Places on the lists that say what was revoked. A place that was given stays given, to whatever came of the case.
  private static func statusLists(_ session: any SQLSession) throws {
    try session.run(
      script: """
        CREATE TABLE statusPlace (
          list INTEGER NOT NULL, position INTEGER NOT NULL,
          caseID TEXT NOT NULL UNIQUE REFERENCES caseRecord(id),
          revoked INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY (list, position)) STRICT, WITHOUT ROWID;
        """)
  }

  /// What the page of a result needs: the encrypted picture of its first page, and the hash by which a PDF is found.
  private static func resultPages(_ session: any SQLSession) throws {
    try session.run(
      script: """
        ALTER TABLE publicRecord ADD COLUMN hiddenPicture BLOB;
        ALTER TABLE publicRecord ADD COLUMN pdfSHA256 TEXT;
        CREATE INDEX publicRecordByPDF ON publicRecord(pdfSHA256);
        UPDATE publicRecord SET pdfSHA256 = (
          SELECT json_extract(CAST(record AS TEXT), '$.result.pdf_sha256') FROM caseRecord
          WHERE json_extract(CAST(record AS TEXT), '$.result.locator') = publicRecord.locator);
        """)
  }
}
