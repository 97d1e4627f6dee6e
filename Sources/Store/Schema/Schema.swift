/// One change of the database's shape. One that was released is never edited.
struct SchemaStep: Sendable {
  let name: String
  let change: @Sendable (any SQLSession) throws -> Void

  init(_ name: String, _ change: @escaping @Sendable (any SQLSession) throws -> Void) {
    self.name = name
    self.change = change
  }
}

/// Every change of the database's shape, oldest first.
enum Schema {
  static func steps(for dialect: SQLDialect, _ key: DataKey) -> [SchemaStep] {
    switch dialect {
    case .sqlite: SQLiteSchema.steps + steps(with: key)
    case .postgresql: PostgreSQLSchema.steps + steps(with: key)
    }
  }

  /// On both databases.
  private static func steps(with key: DataKey) -> [SchemaStep] {
    [
      SchemaStep("007 object keys", ObjectKeySchema.make),
      SchemaStep("008 jobs", JobSchema.make),
      SchemaStep("009 submissions", SubmissionSchema.make),
      SchemaStep("010 folder papers", FolderPaperSchema.make),
      SchemaStep("011 sealed columns") { try SealedColumnSchema.make(with: key, $0) },
      SchemaStep("012 hall") { try HallRow.make(with: key, $0) },
      SchemaStep("013 revisions", RevisionSchema.make),
      SchemaStep("014 losses of jobs", JobLossSchema.make),
      SchemaStep("015 result roles", ResultRoleSchema.make),
    ]
  }
}
