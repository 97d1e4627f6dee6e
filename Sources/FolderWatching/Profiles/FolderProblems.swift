import Cases

/// What is wrong with a watched folder or its profile.
extension Problem {
  static func badFolders(_ reason: String) -> Problem {
    Problem(
      "bad_folders", exit: .configuration,
      zh: "folders.yaml 有误：\(reason)。", en: "folders.yaml is wrong: \(reason).",
      remedyZh: "请按 Docs/Intake.md 更正。", remedyEn: "Correct it as Docs/Intake.md says.")
  }

  static func noSuchFolder(_ path: String, _ reason: String) -> Problem {
    Problem(
      "no_such_folder", exit: .configuration,
      zh: "监视目录 \(path) 打不开（\(reason)）。",
      en: "The watched folder \(path) cannot be opened (\(reason)).",
      remedyZh: "请先建立该目录；若为网络共享，请在 folders.yaml 中注明 mounted: true。",
      remedyEn: "Make it first; where it is a share, say mounted: true in folders.yaml.")
  }

  static func overlappingFolders(_ one: String, _ other: String) -> Problem {
    Problem(
      "overlapping_folders", exit: .configuration,
      zh: "目录 \(one) 与 \(other) 相同或互相包含，文件会被重复收取。",
      en:
        "The folders \(one) and \(other) are the same or one inside the other: files would be taken twice.",
      remedyZh: "请让每个监视目录、失败目录和数据目录彼此分开。",
      remedyEn: "Keep watched folders, failure folders and the data folder apart from each other.")
  }

  static func folderAway(_ path: String, _ reason: String) -> Problem {
    Problem(
      "folder_away", exit: .access,
      zh: "监视目录 \(path) 暂时不可用（\(reason)），正在等待它恢复。",
      en: "The watched folder \(path) is away (\(reason)); it is waited for.",
      remedyZh: "请检查网络共享是否已挂载。", remedyEn: "Check that the share is mounted.")
  }

  static func folderNotWritable(_ path: String, _ reason: String) -> Problem {
    Problem(
      "folder_not_writable", exit: .access,
      zh: "没有在监视目录 \(path) 中读写的权限（\(reason)）。",
      en: "There is no permission to read and write in the watched folder \(path) (\(reason)).",
      remedyZh: "请让运行服务的用户拥有该目录的读写权限。",
      remedyEn: "Let the user that the service runs as read and write there.")
  }

  static func folderInUse(_ path: String) -> Problem {
    Problem(
      "folder_in_use", exit: .access,
      zh: "另一个进程正在收取目录 \(path)。", en: "Another process takes papers from \(path).",
      remedyZh: "每个目录只应由一个服务监视。", remedyEn: "Let one service only watch a folder.")
  }
}
