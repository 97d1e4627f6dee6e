/// What is known of a job that went wrong, and of a clock that was set back.
enum JobLossSchema {
  /// `deaths`: readers that this paper cost. `lease`: how long its holder may be silent. `seenAt`: the moment of the last
  /// paper of a source. `isFree`: a number that was reserved for a case, and that no paper was sealed with.
  static func make(_ session: any SQLSession) throws {
    let integer = session.dialect.integer
    try session.run(
      script: """
        ALTER TABLE job ADD COLUMN deaths \(integer) NOT NULL DEFAULT 0;
        ALTER TABLE job ADD COLUMN lease \(integer) NOT NULL DEFAULT 6000;
        ALTER TABLE resultNumber ADD COLUMN isFree \(integer) NOT NULL DEFAULT 0;
        ALTER TABLE jobSource ADD COLUMN seenAt \(integer) NOT NULL DEFAULT 0;
        """)
  }
}
