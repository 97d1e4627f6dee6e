extension ReadingWarning.Code {
  /// What a person is told.
  package var label: Label {
    switch self {
    case .copy: Label(zh: "疑似复印件", en: "it looks like a photocopy")
    case .reshoot: Label(zh: "疑似翻拍屏幕", en: "it looks like a photograph of a screen")
    case .glare: Label(zh: "反光", en: "glare")
    case .blur: Label(zh: "模糊", en: "blurred")
    case .dark: Label(zh: "过暗", en: "too dark")
    case .borderCut: Label(zh: "边缘未拍全", en: "its edge is outside of the picture")
    case .occluded: Label(zh: "有遮挡", en: "something lies on it")
    case .lowResolution: Label(zh: "分辨率过低", en: "too few pixels")
    case .rotated: Label(zh: "方向不正", en: "not upright")
    case .wrongSide: Label(zh: "证件正反面不符", en: "the other side was wanted")
    case .expired: Label(zh: "已过有效期", en: "expired")
    case .notADocument: Label(zh: "未识别到材料", en: "no document was recognised")
    }
  }
}
