package import Cases

extension Problem {
  package static func noSuchHall(_ path: String) -> Problem {
    Problem(
      "no_such_hall", exit: .wrongArguments,
      zh: "\(path) 不是数据目录。", en: "There is no hall in \(path).",
      remedyZh: "请检查 --data；数据在 PostgreSQL 中时还须用 --database 指明。",
      remedyEn: "Check --data; where the hall lies in PostgreSQL, say so with --database.")
  }

  package static func databaseNotNamed(_ path: String) -> Problem {
    Problem(
      "database_not_named", exit: .configuration,
      zh: "数据目录 \(path) 的数据库在 PostgreSQL 中，而未指明其地址。",
      en: "The hall of \(path) lies in PostgreSQL, and no address was given.",
      remedyZh: "请用 --database 或 KANHE_STORE_DATABASE 指明。",
      remedyEn: "Give it with --database or KANHE_STORE_DATABASE.")
  }

  package static func databaseCannotChange(_ path: String) -> Problem {
    Problem(
      "database_cannot_change", exit: .configuration,
      zh: "数据目录 \(path) 的数据在其中的 SQLite 里，不能改用 PostgreSQL。",
      en: "The hall of \(path) lies in the folder's own SQLite, and cannot be moved to PostgreSQL.",
      remedyZh: "请去掉 --database 和 store.database；要使用 PostgreSQL，请用新的数据目录开始。",
      remedyEn:
        "Leave --database and store.database out; to use PostgreSQL, begin with a new data folder.")
  }

  package static func anotherHall(_ path: String) -> Problem {
    Problem(
      "another_hall", exit: .configuration,
      zh: "数据目录 \(path) 与该数据库不属于同一个大厅，未作任何更改。",
      en: "The data folder \(path) and the database are of two halls; nothing was changed.",
      remedyZh: "请检查 --data 和 --database；恢复时，目录和数据库须来自同一个备份。",
      remedyEn:
        "Check --data and --database; folder and database are restored from one and the same backup."
    )
  }

  package static func databaseWithoutHall(_ path: String) -> Problem {
    Problem(
      "database_without_hall", exit: .configuration,
      zh: "数据目录 \(path) 已有数据，而该数据库是空的或较旧，其中没有这个大厅；未作任何更改。",
      en:
        "The data folder \(path) is in use, and the database is empty or older and has not its hall; nothing was changed.",
      remedyZh: "数据在 PostgreSQL 中时，请用 --database 指明正确的库；数据库遗失时，请从备份恢复。",
      remedyEn:
        "Where the hall lies in PostgreSQL, name the right database with --database; one that was lost is restored from a backup."
    )
  }

  package static func hallMarkUnusable(_ path: String) -> Problem {
    Problem(
      "hall_mark_unusable", exit: .configuration,
      zh: "文件 \(path) 无法读取或内容有误，不知道该目录属于哪个数据库。",
      en: "The file \(path), which says which database the folder belongs to, cannot be read.",
      remedyZh: "请检查权限，或从备份恢复该文件。", remedyEn: "Check its permissions, or restore it from a backup.")
  }

  /// - Parameter count: of papers.
  package static func unknownObjects(_ count: Int) -> Problem {
    Problem(
      "unknown_objects", exit: .other,
      zh: "存储目录中有 \(count) 个文件是数据库不知道的，多于它知道的；未删除任何文件。",
      en:
        "The database knows nothing of \(count) stored files, more than it knows of; none was removed.",
      remedyZh: "请检查数据库是否为该目录的，是否由较早的备份恢复。",
      remedyEn: "See whether this is the folder's database, and not from an older backup.")
  }
}
