/// Input that cannot be used. One place, so that a code means one thing everywhere.
extension Problem {
  package static let emptyFile = Problem(
    "empty_file", exit: .unusableInput,
    zh: "文件为空。", en: "The file is empty.",
    remedyZh: "请重新扫描或重新上传。", remedyEn: "Scan or upload it again.")

  package static let unknownFormat = Problem(
    "unknown_format", exit: .unusableInput,
    zh: "文件内容不是可识别的图片或PDF。", en: "The content is no picture or PDF that can be read.",
    remedyZh: "请提供 JPEG、PNG、TIFF、WebP、BMP 或 PDF 文件。",
    remedyEn: "Provide a JPEG, PNG, TIFF, WebP, BMP or PDF file.")

  package static let heifPicture = Problem(
    "heif_picture", exit: .unusableInput,
    zh: "这是 HEIC/HEIF 照片，不能读取。", en: "This is a HEIC/HEIF photo, which is not read.",
    remedyZh: "请另存为 JPEG 后提交；苹果手机可在“设置 › 相机 › 格式”中选择“兼容性最佳”。",
    remedyEn:
      "Save it as JPEG; on an iPhone choose Settings › Camera › Formats › Most Compatible.")

  package static let animatedPicture = Problem(
    "animated_picture", exit: .unusableInput,
    zh: "这是动画图片，不能读取。", en: "This is an animated picture, which is not read.",
    remedyZh: "请提交静态图片。", remedyEn: "Submit a still picture.")

  package static let unsupportedBMP = Problem(
    "unsupported_bmp", exit: .unusableInput,
    zh: "该 BMP 图片经过压缩或采用少见的像素格式，不能读取。",
    en: "This BMP is compressed or has unusual pixels and is not read.",
    remedyZh: "请另存为 24 位 BMP、PNG 或 JPEG。", remedyEn: "Save it as 24-bit BMP, PNG or JPEG.")

  package static let truncatedImage = Problem(
    "truncated_image", exit: .unusableInput,
    zh: "图片不完整，传输或保存时被截断。", en: "The picture is cut short.",
    remedyZh: "请等待传输完成后重新提交。", remedyEn: "Wait for the transfer to finish and submit it again.")

  package static let damagedImage = Problem(
    "damaged_image", exit: .unusableInput,
    zh: "图片已损坏，无法解码。", en: "The picture is damaged and cannot be decoded.",
    remedyZh: "请重新扫描。", remedyEn: "Scan it again.")

  package static let truncatedPDF = Problem(
    "truncated_pdf", exit: .unusableInput,
    zh: "PDF 文件不完整，结尾缺失。", en: "The PDF is cut short: its end is missing.",
    remedyZh: "请等待传输完成后重新提交。", remedyEn: "Wait for the transfer to finish and submit it again.")

  package static let damagedPDF = Problem(
    "damaged_pdf", exit: .unusableInput,
    zh: "PDF 文件已损坏，无法打开。", en: "The PDF is damaged and cannot be opened.",
    remedyZh: "请重新导出该 PDF。", remedyEn: "Export the PDF again.")

  package static let encryptedPDF = Problem(
    "encrypted_pdf", exit: .encryptedInput,
    zh: "PDF 文件已加密。", en: "The PDF is encrypted.",
    remedyZh: "请去除密码后重新提交。", remedyEn: "Remove the password and submit it again.")

  package static let noPages = Problem(
    "no_pages", exit: .unusableInput,
    zh: "PDF 文件没有页面。", en: "The PDF has no pages.",
    remedyZh: "请重新导出该 PDF。", remedyEn: "Export the PDF again.")

  package static func tooManyPixels(_ width: Int, _ height: Int, limit: Int) -> Problem {
    Problem(
      "too_many_pixels", exit: .unusableInput,
      zh: "图片过大：\(width)×\(height) 像素，上限为 \(limit / 1_000_000) 百万像素。",
      en:
        "The picture is too large: \(width)×\(height) pixels; the limit is \(limit / 1_000_000) megapixels.",
      remedyZh: "请以 300 dpi 重新扫描。", remedyEn: "Scan it again at 300 dpi.")
  }

  package static func tooManyBytes(_ count: Int, limit: Int) -> Problem {
    Problem(
      "too_many_bytes", exit: .unusableInput,
      zh: "文件过大：\(count) 字节，上限为 \(limit) 字节。",
      en: "The file is too large: \(count) bytes; the limit is \(limit) bytes.",
      remedyZh: "请降低分辨率或拆分文件。", remedyEn: "Lower the resolution or split the file.")
  }

  package static func tooManyPages(_ count: Int, limit: Int) -> Problem {
    Problem(
      "too_many_pages", exit: .unusableInput,
      zh: "页数过多：\(count) 页，上限为 \(limit) 页。",
      en: "Too many pages: \(count); the limit is \(limit).",
      remedyZh: "请拆分文件。", remedyEn: "Split the file.")
  }

  package static func tooManyObjects(limit: Int) -> Problem {
    Problem(
      "too_many_objects", exit: .unusableInput,
      zh: "PDF 文件过于复杂：对象多于 \(limit) 个。",
      en: "The PDF is too complex: it has more than \(limit) objects.",
      remedyZh: "请打印后扫描，或拆分文件。", remedyEn: "Print and scan it, or split the file.")
  }

  package static func expandsTooFar(megabytes limit: Int) -> Problem {
    Problem(
      "expands_too_far", exit: .unusableInput,
      zh: "PDF 文件解压后超过 \(limit) MB。", en: "Expanded, the PDF takes more than \(limit) MB.",
      remedyZh: "请打印后扫描。", remedyEn: "Print and scan it.")
  }

  package static let notADocument = Problem(
    "not_a_document", exit: .unusableInput,
    zh: "页面上没有可识别的证件或表单。", en: "No document that is known here was found on the page.",
    remedyZh: "请确认提交的材料正确且正面朝上。", remedyEn: "Check that the right material was submitted, face up.")

  package static func unknownKind(_ kind: String, known: [String]) -> Problem {
    Problem(
      "unknown_kind", exit: .wrongArguments,
      zh: "未知的材料种类「\(kind)」。", en: "Unknown kind of document '\(kind)'.",
      remedyZh: "可用种类：\(known.joined(separator: "、"))。",
      remedyEn: "Known kinds: \(known.joined(separator: ", ")).")
  }

  package static func unknownMatter(_ matter: String, known: [String]) -> Problem {
    Problem(
      "unknown_matter", exit: .wrongArguments,
      zh: "未知的事项「\(matter)」。", en: "Unknown matter '\(matter)'.",
      remedyZh: "可用事项：\(known.joined(separator: "、"))。",
      remedyEn: "Known matters: \(known.joined(separator: ", ")).")
  }

  package static func unreadableFile(_ reason: String) -> Problem {
    Problem(
      "unreadable_file", exit: .access,
      zh: "无法读取文件（\(reason)）。", en: "The file cannot be read (\(reason)).",
      remedyZh: "请检查路径和权限。", remedyEn: "Check the path and its permissions.")
  }
}

/// What is wrong with this machine or its settings, not with a document.
extension Problem {
  package static func missingLanguage(_ language: String, folder: String) -> Problem {
    Problem(
      "missing_language", exit: .missingDependency,
      zh: "在 \(folder) 中找不到 Tesseract 语言模型 \(language)。",
      en: "The Tesseract model \(language) was not found in \(folder).",
      remedyZh: "请运行 Scripts/install-libraries。", remedyEn: "Run Scripts/install-libraries.")
  }

  package static func missingFont(_ family: String) -> Problem {
    Problem(
      "missing_font", exit: .missingDependency,
      zh: "找不到字体 \(family)。", en: "The font \(family) was not found.",
      remedyZh: "请运行 Scripts/install-libraries。", remedyEn: "Run Scripts/install-libraries.")
  }

  package static func modelsNotFound(_ searched: [String]) -> Problem {
    Problem(
      "models_not_found", exit: .configuration,
      zh: "找不到 Models 目录（已查找：\(searched.joined(separator: "、"))）。",
      en: "The Models folder was not found (looked at: \(searched.joined(separator: ", "))).",
      remedyZh: "请用 --models 或 KANHE_MODELS 指明。", remedyEn: "Name it with --models or KANHE_MODELS."
    )
  }

  package static func badModel(_ file: String, _ reason: String) -> Problem {
    Problem(
      "bad_model", exit: .configuration,
      zh: "模型文件 \(file) 有误：\(reason)。", en: "The model file \(file) is wrong: \(reason).",
      remedyZh: "请更正该文件。", remedyEn: "Correct the file.")
  }

  package static func unwritable(_ path: String, _ reason: String) -> Problem {
    Problem(
      "unwritable_output", exit: .access,
      zh: "无法写入 \(path)（\(reason)）。", en: "Cannot write to \(path) (\(reason)).",
      remedyZh: "请换一个可写的目录。", remedyEn: "Choose a folder that can be written to.")
  }

  /// It had not seen a file yet.
  package static func readerNotStarted(_ how: String) -> Problem {
    Problem(
      "reader_not_started", exit: .missingDependency,
      zh: "无法启动读取进程（\(how)）。", en: "A reader could not be started (\(how)).",
      remedyZh: "请运行 kanhe doctor，并检查内存和进程数限制。",
      remedyEn: "Run kanhe doctor, and look at memory and the limit of processes.")
  }

  package static func readerDied(_ how: String) -> Problem {
    Problem(
      "reader_died", exit: .other,
      zh: "读取该文件的进程意外结束（\(how)）。", en: "The process reading this file ended unexpectedly (\(how)).",
      remedyZh: "原文件未改动；请重试，或交由人工处理。",
      remedyEn: "The file is untouched; try again or hand it to an officer.")
  }

  package static func readerTimedOut(seconds: Int) -> Problem {
    Problem(
      "reader_timed_out", exit: .unusableInput,
      zh: "读取该文件超过 \(seconds) 秒，已停止。",
      en: "Reading this file took more than \(seconds) seconds and was stopped.",
      remedyZh: "请以较低分辨率重新扫描。", remedyEn: "Scan it again at a lower resolution.")
  }

  package static func internalFault(_ what: String) -> Problem {
    Problem(
      "internal", exit: .other,
      zh: "内部错误：\(what)。", en: "Internal fault: \(what).",
      remedyZh: "请附日志报告该问题。", remedyEn: "Report it with the log.")
  }
}
