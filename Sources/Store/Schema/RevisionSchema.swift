/// Which version of a record a change began with, and which stored papers somebody named.
enum RevisionSchema {
  static func make(_ session: any SQLSession) throws {
    let integer = session.dialect.integer
    try session.run(
      script: """
        ALTER TABLE caseRecord ADD COLUMN revision \(integer) NOT NULL DEFAULT 0;
        ALTER TABLE objectKey ADD COLUMN isNamed \(integer) NOT NULL DEFAULT 0;
        ALTER TABLE objectKey ADD COLUMN touchedAt \(integer) NOT NULL DEFAULT 0;
        CREATE INDEX objectKeyUnnamed ON objectKey(touchedAt) WHERE isNamed = 0;
        """)
  }
}
