/// One setting: its key, what it is when nobody sets it, and what it does.
///
/// A setting comes from the environment (`KANHE_SERVICE_PUBLIC_URL`), else from `settings.json` in the data folder,
/// else from here.
package struct Setting<Value: Sendable>: Sendable {
  package let key: String
  package let standard: Value
  package let zh: String
  package let en: String

  init(_ key: String, _ standard: Value, zh: String, en: String) {
    self.key = key
    self.standard = standard
    self.zh = zh
    self.en = en
  }
}

/// Every setting there is, once.
package enum KnownSettings {
  package static let publicURL = Setting(
    "service.publicURL", "http://127.0.0.1:8080",
    zh: "二维码中的网址主机部分；未设置时仅供本机使用。",
    en: "Scheme and host in the QR code; unset, codes work on this machine only.")
  package static let listen = Setting(
    "service.listen", "127.0.0.1:8080",
    zh: "服务监听的地址和端口。", en: "Address and port that the service listens on.")
  package static let tokens = Setting(
    "service.tokens", "",
    zh: "访问 /v1 的令牌，逗号分隔；监听本机以外的地址时必须设置。",
    en: "Tokens for /v1, separated by commas; needed to listen on any address but this machine's.")
  package static let requestsPerMinute = Setting(
    "service.requestsPerMinute", 1_200,
    zh: "每个地址每分钟对公开页面的请求上限；0 表示不限。本机的请求不计。",
    en:
      "Most requests of one address for the public pages in a minute; 0 means any number. This machine's do not count."
  )
  package static let proxies = Setting(
    "service.proxies", "",
    zh: "前置反向代理的 IP 地址，逗号分隔；仅采信它们给出的 X-Forwarded-For。",
    en:
      "IP addresses of the proxies in front, separated by commas; only their X-Forwarded-For is believed."
  )
  package static let timestampURL = Setting(
    "tsa.url", "",
    zh: "时间戳服务（RFC 3161）的网址；空则不加时间戳。",
    en: "Address of the time-stamping authority (RFC 3161); empty means no time stamps.")
  package static let timestampTrust = Setting(
    "tsa.trust", "",
    zh: "受信任的时间戳机构根证书文件（PEM，可多个）。",
    en: "File with the root certificates of trusted time-stamping authorities (PEM, one or more).")
  package static let timestampBytes = Setting(
    "tsa.tokenBytes", 4608,
    zh: "文件中为时间戳预留的字节数。", en: "Bytes kept in the file for a time stamp.")
  package static let database = Setting(
    "store.database", "",
    zh: "PostgreSQL 地址（postgresql://用户@主机/库，不含密码）；空则用数据目录中的 SQLite。",
    en: "postgresql://user@host/database, no password; empty means SQLite in the data folder.")
  package static let leaseSeconds = Setting(
    "engine.leaseSeconds", 6,
    zh: "办理进程失去联系多少秒后，由他人接手其任务。",
    en: "Seconds without a sign of life after which others take up a worker's jobs.")
  package static let attempts = Setting(
    "engine.attempts", 3,
    zh: "任务失败多少次后交由人工。", en: "Attempts after which a person must look.")
  package static let handOverDays = Setting(
    "keep.handOverDays", 30,
    zh: "未领取的结果（PDF 与密钥）在本机保留的天数。",
    en: "Days for which a result that nobody fetched is kept here, PDF and secret.")
  package static let papersPerMinute = Setting(
    "engine.papersPerMinute", 0,
    zh: "每个来源（目录、HTTP）每分钟最多办理的材料数；0 表示不限。",
    en: "Most papers of one source (a folder, HTTP) in a minute; 0 means as many as come.")
  package static let mostJobs = Setting(
    "engine.mostJobs", 10_000,
    zh: "等待办理的任务上限；超过时 HTTP 服务暂不接收新案件。",
    en: "Most jobs that may wait; with more, the HTTP service takes no new cases for a while.")
  package static let readerCount = Setting(
    "reader.count", 0,
    zh: "读取进程数；0 表示与处理器核数相同。", en: "Number of reader processes; 0 means one for each core.")
  package static let readerTimeout = Setting(
    "reader.timeoutSeconds", 120,
    zh: "单个文件的读取时限（秒）。", en: "Seconds after which reading a file is given up.")
  package static let readerMemory = Setting(
    "reader.memoryMegabytes", 4096,
    zh: "单个读取进程的内存上限（MB）。", en: "Most memory of a reader process, in megabytes.")
  package static let readerCPU = Setting(
    "reader.cpuSeconds", 120,
    zh: "读取单个文件的处理器时间上限（秒）。", en: "Most processor time for reading one file, in seconds.")
  package static let readerStrict = Setting(
    "reader.strict", false,
    zh: "本机不能完全隔离读取进程时拒绝运行（true 或 false）。",
    en: "Refuse to run where readers cannot be confined completely (true or false).")
  package static let tessdata = Setting(
    "reader.tessdata", "",
    zh: "Tesseract 模型目录；空则自动查找。", en: "Folder of Tesseract's models; empty means the usual places.")
  package static let largestFile = Setting(
    "limits.bytes", 64 << 20,
    zh: "单个文件的字节上限。", en: "Largest file in bytes.")
  package static let largestPicture = Setting(
    "limits.pixels", 120_000_000,
    zh: "单页图片的像素上限。", en: "Largest picture in pixels.")
  package static let mostPages = Setting(
    "limits.pages", 200,
    zh: "单个文件的页数上限。", en: "Most pages in a file.")
  package static let mostObjects = Setting(
    "limits.objects", 200_000,
    zh: "单个 PDF 的对象数上限。", en: "Most objects in a PDF.")
  package static let largestExpansion = Setting(
    "limits.expandedMegabytes", 256,
    zh: "单个 PDF 解压后的上限（MB，图片除外）。", en: "Most megabytes that a PDF expands to, pictures apart.")
  package static let mostWaiting = Setting(
    "watch.waiting", 500,
    zh: "等待读取的文件达到此数时，监视目录暂停收取。",
    en: "Documents waiting to be read at which watched folders are no longer emptied.")
  package static let mostWaitingBatch = Setting(
    "watch.waitingBatch", 100,
    zh: "同上，适用于批量通道；应小于 watch.waiting，为窗口留出余量。",
    en: "The same for the batch lane: fewer, so that there is room for who stands at the counter.")
  package static let freeMegabytes = Setting(
    "watch.freeMegabytes", 512,
    zh: "数据盘剩余空间低于此值（MB）时，监视目录暂停收取。",
    en: "Megabytes to stay free on the data folder's disk; else watched folders are not emptied.")
}
