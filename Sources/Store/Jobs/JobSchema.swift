/// The tables of the queue.
enum JobSchema {
  /// A job is waiting, delayed, leased or dead; one that was completed is gone. At most one of a stage is there for a
  /// subject. `due` is its place in the queue. What may be begun is told by the state alone and not by the clock, so that a
  /// clock that is set back delays nothing.
  static func make(_ session: any SQLSession) throws {
    let (integer, options) = (session.dialect.integer, session.dialect.tableOptions)
    try session.run(
      script: """
        CREATE TABLE job (
          id \(session.dialect.countedKey), stage TEXT NOT NULL, subject TEXT NOT NULL,
          caseID TEXT NOT NULL REFERENCES caseRecord(id), lane TEXT NOT NULL,
          state TEXT NOT NULL, due \(integer) NOT NULL,
          notBefore \(integer) NOT NULL DEFAULT 0, delay \(integer) NOT NULL DEFAULT 0,
          attempts \(integer) NOT NULL DEFAULT 0, losses \(integer) NOT NULL DEFAULT 0,
          fence \(integer) NOT NULL DEFAULT 0, worker TEXT, leasedUntil \(integer),
          problem TEXT, UNIQUE (stage, subject)) \(options);
        CREATE INDEX jobWaiting ON job(lane, due, id) WHERE state = 'waiting';
        CREATE INDEX jobDelayed ON job(notBefore) WHERE state = 'delayed';
        CREATE INDEX jobLeased ON job(leasedUntil) WHERE state = 'leased';
        CREATE INDEX jobByCase ON job(caseID);
        CREATE TABLE jobSource (
          name TEXT PRIMARY KEY NOT NULL, nextDue \(integer) NOT NULL) \(options);
        """)
  }
}
