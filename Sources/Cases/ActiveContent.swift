/// What a PDF would have a viewer do, or carries along. It is told and never run: pages are drawn and read, nothing else.
package enum ActiveContent: String, Sendable, Codable, CaseIterable {
  case javaScript = "javascript"
  /// Something happens when the file is opened; going to a page does not count.
  case openAction = "open_action"
  /// Something happens at other events: a page is shown, a field is changed.
  case additionalActions = "additional_actions"
  /// A program or file is opened.
  case launch
  case embeddedFiles = "embedded_files"
  /// A form in XML, which shows other pages to viewers that know it.
  case xfa
  /// Films, sound, three-dimensional models.
  case richMedia = "rich_media"
  /// Data are sent to an address.
  case submitForm = "submit_form"
  case importData = "import_data"
  /// Another file is opened.
  case otherFile = "other_file"

  package var zh: String {
    switch self {
    case .javaScript: "JavaScript 脚本"
    case .openAction: "打开时执行的动作"
    case .additionalActions: "由事件触发的动作"
    case .launch: "启动程序"
    case .embeddedFiles: "内嵌文件"
    case .xfa: "XFA 表单"
    case .richMedia: "多媒体"
    case .submitForm: "提交数据"
    case .importData: "导入数据"
    case .otherFile: "打开其他文件"
    }
  }

  package var en: String {
    switch self {
    case .javaScript: "JavaScript"
    case .openAction: "an action on opening"
    case .additionalActions: "actions on events"
    case .launch: "starting a program"
    case .embeddedFiles: "embedded files"
    case .xfa: "an XFA form"
    case .richMedia: "films or sound"
    case .submitForm: "sending data"
    case .importData: "importing data"
    case .otherFile: "opening other files"
    }
  }
}

extension [ActiveContent] {
  /// For an officer, in both languages.
  package var sentence: String {
    "PDF 含有主动内容（\(map(\.zh).joined(separator: "、"))），未执行；请勿在其他软件中打开。"
      + " The PDF holds active content (\(map(\.en).joined(separator: ", "))); none of it was run. "
      + "Do not open it in other programs."
  }
}
