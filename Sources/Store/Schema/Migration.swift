import Cases

extension SQLDatabase {
  /// Takes the steps that were not taken yet, all or none.
  ///
  /// - Throws: `Problem.newerSchema` where steps were taken that this version does not know; `.databaseFault`.
  func migrate(_ steps: [SchemaStep], at place: String) throws {
    try write { session in
      try session.lock(.schema)
      // GRDB took the first steps, and gave the table its name.
      try session.run(
        script: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      let taken = try Set(
        session.values("SELECT identifier FROM grdb_migrations", as: String.self))
      guard taken.isSubset(of: steps.map(\.name)) else { throw Problem.newerSchema(place) }
      for step in steps where !taken.contains(step.name) {
        try step.change(session)
        try session.execute("INSERT INTO grdb_migrations (identifier) VALUES (?)", [step.name])
      }
    }
  }
}
