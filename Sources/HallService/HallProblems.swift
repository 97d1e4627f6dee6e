package import Cases

extension Problem {
  package static func badListenAddress(_ text: String) -> Problem {
    Problem(
      "bad_listen_address", exit: .wrongArguments,
      zh: "监听地址「\(text)」无效。", en: "'\(text)' is no address to listen on.",
      remedyZh: "请写成 地址:端口，例如 127.0.0.1:8080。",
      remedyEn: "Write ADDRESS:PORT, such as 127.0.0.1:8080.")
  }

  package static func tokensNeeded(_ address: String) -> Problem {
    Problem(
      "tokens_needed", exit: .configuration,
      zh: "在 \(address) 上监听会向其他机器开放，但尚未设置 API 令牌。",
      en: "Listening on \(address) opens the service to other machines, and no API token is set.",
      remedyZh: "请设置至少 24 个字符的令牌，或改用 127.0.0.1。",
      remedyEn: "Set a token of at least 24 characters, or listen on 127.0.0.1.")
  }

  package static func badProxy(_ text: String) -> Problem {
    Problem(
      "bad_proxy", exit: .configuration,
      zh: "「\(text)」不是 IP 地址。", en: "'\(text)' is no IP address.",
      remedyZh: "请在 service.proxies 中填写反向代理的 IP 地址，逗号分隔。",
      remedyEn: "Put the proxies' IP addresses into service.proxies, separated by commas.")
  }

  package static func cannotListen(_ address: String, _ reason: String) -> Problem {
    Problem(
      "cannot_listen", exit: .access,
      zh: "无法在 \(address) 上监听（\(reason)）。", en: "Cannot listen on \(address) (\(reason)).",
      remedyZh: "请检查该地址是否可用、端口是否被占用。",
      remedyEn: "Check that the address is this machine's and that the port is free.")
  }

  static let unsupportedUpload = Problem(
    "unsupported_media_type", exit: .wrongArguments,
    zh: "不支持的内容类型。", en: "This content type is not taken.",
    remedyZh: "请直接发送图片或 PDF，或用 multipart/form-data 发送一个文件。",
    remedyEn: "Send a picture or PDF as it is, or one file as multipart/form-data.")

  static let badUpload = Problem(
    "bad_upload", exit: .wrongArguments,
    zh: "上传内容不是恰好一个文件。", en: "The upload does not hold exactly one file.",
    remedyZh: "请在 multipart/form-data 中只放一个文件。",
    remedyEn: "Put exactly one file into the multipart/form-data.")

  static let tokenMissing = Problem(
    "token_missing", exit: .access,
    zh: "缺少有效的 API 令牌。", en: "A valid API token is missing.",
    remedyZh: "请在 Authorization: Bearer 中提供令牌。",
    remedyEn: "Give it as Authorization: Bearer.")

  static let foreignOrigin = Problem(
    "foreign_origin", exit: .access,
    zh: "请求来自其他网站，已拒绝。", en: "The request comes from another site and is refused.",
    remedyZh: "请从本机程序直接调用。", remedyEn: "Call the service from a program on this machine.")

  static let tooBusy = Problem(
    "too_busy", exit: .other,
    zh: "正在处理的文件已达上限。", en: "As many files as may be are in work.",
    remedyZh: "请稍后重试。", remedyEn: "Try again in a moment.")
}
