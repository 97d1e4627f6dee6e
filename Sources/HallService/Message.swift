/// A page that says one thing, with the state that it stands for.
struct Message {
  let state: String
  let titleZh: String
  let titleEn: String
  let textZh: String
  let textEn: String

  static let notFound = Message(
    state: "unreadable", titleZh: "没有此结果", titleEn: "There is no such result",
    textZh: "请检查网址或 25 位查询编号；如确认无误，请向出具机关核实。",
    textEn:
      "Check the address or the 25 digits. If they are right, ask the authority that issued the paper."
  )
  static let unavailable = Message(
    state: "unverifiable", titleZh: "无法确认", titleEn: "Cannot be confirmed now",
    textZh: "暂时查不到登记，这不表示结果有误。请稍后再试。",
    textEn:
      "The register cannot be asked at the moment. That says nothing about the result. Try again later."
  )
  static let tooMany = Message(
    state: "unverifiable", titleZh: "请求过于频繁", titleEn: "Too many requests",
    textZh: "您所在网络的请求过多，这不表示结果有误。请稍后再试。",
    textEn:
      "Too much was asked for from your network. That says nothing about the result. Try again in a while."
  )
  static let mismatch = Message(
    state: "mismatch", titleZh: "与登记不符", titleEn: "Does not match the register",
    textZh: "二维码内容不完整、被改动，或不属于这个结果。请勿采信，并向出具机关核实。",
    textEn:
      "The code is incomplete, was changed, or belongs to another result. Do not rely on it; ask the authority that issued it."
  )
  static let unreadable = Message(
    state: "unreadable", titleZh: "无法识别", titleEn: "Cannot be recognised",
    textZh: "二维码缺少 # 之后的内容，或格式较新。请重新扫描，或向出具机关核实。",
    textEn:
      "The code lacks what stands behind #, or has a newer format. Scan it again, or ask the authority that issued it."
  )
}
