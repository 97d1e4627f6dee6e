package import Cases

extension Problem {
  package static func noSuchCase(_ id: String) -> Problem {
    Problem(
      "no_such_case", exit: .wrongArguments,
      zh: "没有案件「\(id)」。", en: "There is no case '\(id)'.",
      remedyZh: "请用 kanhe case list 查看。", remedyEn: "See kanhe case list.")
  }

  static func damagedRecord(_ id: String) -> Problem {
    Problem(
      "damaged_record", exit: .other,
      zh: "案件 \(id) 的记录已损坏，无法读取。",
      en: "The record of the case \(id) is damaged and cannot be read.",
      remedyZh: "请从备份恢复。", remedyEn: "Restore it from a backup.")
  }

  package static func caseExists(_ id: String) -> Problem {
    Problem(
      "case_exists", exit: .wrongArguments,
      zh: "案件「\(id)」已存在。", en: "The case '\(id)' exists already.",
      remedyZh: "请使用其他编号。", remedyEn: "Use another id.")
  }

  package static func badCaseID(_ id: String) -> Problem {
    Problem(
      "bad_case_id", exit: .wrongArguments,
      zh: "「\(id)」不能用作案件编号。", en: "'\(id)' cannot be the id of a case.",
      remedyZh: "请用字母、数字、点、下划线和连字符，以字母或数字开头。",
      remedyEn:
        "Use letters, digits, dots, underscores and hyphens, and begin with a letter or digit.")
  }

  package static func caseChanged(_ id: String) -> Problem {
    Problem(
      "case_changed", exit: .other,
      zh: "案件 \(id) 同时被他人更改，本次更改未保存。",
      en: "The case \(id) was changed by somebody else meanwhile; this change was not stored.",
      remedyZh: "请重新打开后再试。", remedyEn: "Load it again and repeat the change.")
  }

  package static func noSuchResult(_ locator: String) -> Problem {
    Problem(
      "no_such_result", exit: .wrongArguments,
      zh: "没有结果「\(locator)」。", en: "There is no result '\(locator)'.",
      remedyZh: "请核对编号。", remedyEn: "Check the number.")
  }

  package static func nothingToHandOver(_ id: String) -> Problem {
    Problem(
      "nothing_to_hand_over", exit: .wrongArguments,
      zh: "案件 \(id) 没有待交付的结果：尚未签发，或已交付并清除。",
      en:
        "The case \(id) has no result to hand over: none was issued, or it was handed over and erased.",
      remedyZh: "请用 kanhe case show 查看。", remedyEn: "See kanhe case show.")
  }

  package static func stillToBeDelivered(_ id: String) -> Problem {
    Problem(
      "still_to_be_delivered", exit: .wrongArguments,
      zh: "案件 \(id) 的结果尚未送达结果文件夹，现在不能清除。",
      en:
        "The result of the case \(id) is not in its folder of results yet, and cannot be erased now.",
      remedyZh: "请稍后再确认；如一直未送达，请用 kanhe job list 查看原因。",
      remedyEn: "Confirm it later; where it does not get there, see kanhe job list for the cause.")
  }

  package static func newerSchema(_ path: String) -> Problem {
    Problem(
      "newer_schema", exit: .configuration,
      zh: "数据目录 \(path) 由更新版本的 kanhe 建立。",
      en: "The data folder \(path) was made by a newer version of kanhe.",
      remedyZh: "请升级 kanhe。", remedyEn: "Upgrade kanhe.")
  }

  /// The reason is what the database says of itself, and never a value of a row.
  package static func databaseFault(_ reason: String) -> Problem {
    Problem(
      "database_fault", exit: .other,
      zh: "数据库操作失败（\(reason)）。", en: "The database failed (\(reason)).",
      remedyZh: "请检查磁盘空间和权限，再运行 kanhe doctor。",
      remedyEn: "Check free space and permissions, then run kanhe doctor.")
  }

  /// The reason is libpq's: host, port and cause.
  package static func databaseUnreachable(_ reason: String) -> Problem {
    Problem(
      "database_unreachable", exit: .access,
      zh: "无法连接数据库（\(reason)）。", en: "The database cannot be reached (\(reason)).",
      remedyZh: "请检查 --database 地址、网络和数据库服务；密码放在 ~/.pgpass 或环境变量 PGPASSWORD 中。",
      remedyEn:
        "Check the address given as --database, the network and the server; passwords belong into ~/.pgpass or PGPASSWORD."
    )
  }

  package static func badDatabaseAddress(zh: String, en: String) -> Problem {
    Problem(
      "bad_database_address", exit: .configuration,
      zh: "数据库地址不可用：\(zh)。", en: "The database address cannot be used: \(en).",
      remedyZh: "格式为 postgresql://用户@主机/库；密码放在 ~/.pgpass 或环境变量 PGPASSWORD 中。",
      remedyEn:
        "It reads postgresql://user@host/database; passwords belong into ~/.pgpass or PGPASSWORD.")
  }

  /// The answer to a commit was lost: it is stored whole, or not at all.
  package static func commitUnknown(_ reason: String) -> Problem {
    Problem(
      "commit_unknown", exit: .other,
      zh: "数据库连接在提交时中断（\(reason)），不知道更改是否已保存。",
      en:
        "The connection to the database was lost while committing (\(reason)); whether the change was stored is not known.",
      remedyZh: "请查看案件后再决定是否重试。", remedyEn: "Look at the case before you repeat the change.")
  }

  package static func backupTool(_ name: String) -> Problem {
    Problem(
      "backup_tool", exit: .missingDependency,
      zh: "\(name) 未安装或未成功。", en: "\(name) is not installed, or did not succeed.",
      remedyZh: "请安装 postgresql-client，并查看其上方的错误信息。",
      remedyEn: "Install postgresql-client, and see what it said above.")
  }

  package static func dataKeyUnusable(_ path: String, _ reason: String) -> Problem {
    Problem(
      "data_key_unusable", exit: .configuration,
      zh: "数据密钥 \(path) 不可用（\(reason)）。", en: "The data key \(path) cannot be used (\(reason)).",
      remedyZh: "请从备份恢复该文件，或从该大厅的其他机器复制，权限应为 0600。",
      remedyEn:
        "Restore it from a backup, or copy it from another machine of the hall, with mode 0600.")
  }

  package static func damagedObject(_ name: String) -> Problem {
    Problem(
      "damaged_object", exit: .other,
      zh: "存储的文件 \(name) 缺失或已损坏。", en: "The stored file \(name) is missing or damaged.",
      remedyZh: "请从备份恢复。", remedyEn: "Restore it from a backup.")
  }

  package static func badReference(_ name: String, zh: String, en: String) -> Problem {
    Problem(
      "bad_reference", exit: .unusableInput,
      zh: "参照数据 \(name) 未导入：\(zh)。", en: "The reference \(name) was not imported: \(en).",
      remedyZh: "原有数据未改动；请更正文件后重新导入。",
      remedyEn: "What was there before is unchanged; correct the file and import it again.")
  }
}
