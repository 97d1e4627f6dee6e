package import Cases

/// Why what lies in a watched folder is not taken, or not without a person.
extension Problem {
  static let notARegularFile = Problem(
    "not_a_regular_file", exit: .unusableInput,
    zh: "这是链接、管道或设备，不是普通文件。", en: "This is a link, a pipe or a device and no ordinary file.",
    remedyZh: "请放入文件本身。", remedyEn: "Put the file itself there.")

  static let hardLink = Problem(
    "hard_link", exit: .unusableInput,
    zh: "该文件另有别名（硬链接），可能在别处被改动。",
    en: "The file has another name elsewhere (a hard link) and could be changed there.",
    remedyZh: "请放入文件的副本。", remedyEn: "Put a copy there.")

  static let folderTooDeep = Problem(
    "folder_too_deep", exit: .unusableInput,
    zh: "案件子目录中还有目录。", en: "The sub-folder of a case holds another folder.",
    remedyZh: "请把一个案件的全部文件放在同一层子目录中。",
    remedyEn: "Put all files of a case into one sub-folder, without folders in it.")

  static let otherFileSystem = Problem(
    "other_file_system", exit: .unusableInput,
    zh: "子目录挂载了另一个文件系统。", en: "Another file system is mounted on the sub-folder.",
    remedyZh: "请把它单独设为监视目录。", remedyEn: "Make it a watched folder of its own.")

  static func tooManyFiles(_ count: Int, limit: Int) -> Problem {
    Problem(
      "too_many_files", exit: .unusableInput,
      zh: "一个案件有 \(count) 个文件，上限为 \(limit) 个。",
      en: "There are \(count) files in one case; the limit is \(limit).",
      remedyZh: "请分成几个案件。", remedyEn: "Divide it into several cases.")
  }

  static let changedAfterClaim = Problem(
    "changed_after_claim", exit: .other,
    zh: "文件在收取过程中仍在变化。", en: "The file was still changing while it was taken.",
    remedyZh: "将自动重新收取；如经常出现，请加长 quiet。",
    remedyEn: "It is taken anew by itself; if this happens often, make `quiet` longer.")

  static let goneBeforeTaken = Problem(
    "gone_before_taken", exit: .other,
    zh: "文件在收取之前被移走。", en: "The file went away before it could be taken.",
    remedyZh: "如需办理，请重新放入。", remedyEn: "Put it back if it is to be processed.")

  static let unfinishedFiles = Problem(
    "unfinished_files", exit: .needsPerson,
    zh: "案件子目录中有未传完的文件。", en: "The sub-folder of the case holds a file that was not finished.",
    remedyZh: "请核对材料是否齐全。", remedyEn: "Check that the papers are complete.")

  package static let sidesUnclear = Problem(
    "sides_unclear", exit: .needsPerson,
    zh: "正反面的扫描次序不成对，无法确定哪两份属于同一材料。",
    en: "Fronts and backs were not scanned in pairs: which two belong together is unclear.",
    remedyZh: "请人工核对，或重新扫描。", remedyEn: "Compare them, or scan again.")

  static let twoPagesOfOneNumber = Problem(
    "two_pages_of_one_number", exit: .needsPerson,
    zh: "同一案件中有两个文件的页号相同。", en: "Two files of the case have the same page number.",
    remedyZh: "请核对哪一个有效。", remedyEn: "Find out which one counts.")
}
