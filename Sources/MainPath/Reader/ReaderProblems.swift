package import Cases

extension Problem {
  /// Strict operation was asked for, and this machine does not give every wall.
  package static func readerNotConfined(_ gaps: [Confinement.Gap]) -> Problem {
    Problem(
      "reader_not_confined", exit: .missingDependency,
      zh: "本机不能完全隔离读取进程（缺少：\(gaps.map(\.wall.zh).joined(separator: "、"))）。",
      en: "This machine cannot confine readers completely (missing: "
        + gaps.map { "\($0.wall.en) (\($0.reason))" }.joined(separator: "; ") + ").",
      remedyZh: "请运行 kanhe doctor 查看，并允许用户命名空间、Landlock 和 seccomp；或不使用严格模式。",
      remedyEn:
        "See kanhe doctor; allow user namespaces, Landlock and seccomp, or do without strict operation."
    )
  }

  /// A file took more of the processor than one file may.
  static func readerUsedUp(seconds: Int) -> Problem {
    Problem(
      "reader_used_up", exit: .unusableInput,
      zh: "读取该文件占用处理器超过 \(seconds) 秒，已停止。",
      en: "Reading this file took more than \(seconds) seconds of processor time and was stopped.",
      remedyZh: "请以较低分辨率重新扫描。", remedyEn: "Scan it again at a lower resolution.")
  }
}
