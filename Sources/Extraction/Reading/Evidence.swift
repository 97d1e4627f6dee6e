import Foundation

/// What speaks for a reading and against it: all that its probability is computed from.
struct Evidence: Equatable {
  /// The least confidence that the reader of the value had in one of its characters, 0 to 1.
  var confidence = 0.0
  /// Models, trained apart, that saw this value, and those that saw another one that might be right by its form.
  var agreeing = 1
  var dissenting = 0
  /// The character reader's least score of the characters taken, 0 to 1, and the least distance from a score to that
  /// of the next character; nil where it did not read the print.
  var characterScore: Double?
  var characterMargin: Double?
  /// How much better its cut into characters is than any other, and how soft the print; the worst line's.
  var cutting: Double?
  var blur: Double?
  /// Characters that only one of two readers saw, or on which they differ although both know what was taken.
  var unexplained = 0
  /// Characters taken that the line reader's model does not have: on these it has no say.
  var unknown = 0
  /// Whether print was left over beside or under the value.
  var unreadPrint = 0
  /// Whether the value has a form that few values have: a check character that is right, a code on its list, an
  /// address that begins with divisions that lie in one another.
  var isKnown = false

  /// Whether as many others as the type needs saw the same. On a character that the reader of lines does not have, the reader of
  /// characters is alone, and only its score speaks.
  func isCorroborated(for type: FieldType) -> Bool {
    if type.isText {
      return characterScore != nil && unexplained == 0 && unreadPrint == 0
        && (type != .vehicleModel || agreeing >= type.votesNeeded)
    }
    return agreeing >= type.votesNeeded && dissenting == 0 && unreadPrint == 0
  }

  /// By the names that `Models/calibration.yaml` weighs. Probabilities are given as log-odds.
  func features(for type: FieldType) -> [String: Double] {
    var features: [String: Double] = [
      "corroborated": isCorroborated(for: type) ? 1 : 0,
      "confidence": Self.logOdds(confidence),
      "agreeing": Double(min(agreeing, 4) - 1),
      "dissenting": Double(min(dissenting, 2)),
      "unexplained": Double(min(unexplained, 3)),
      "unknown": Double(min(unknown, 2)),
      "unread_print": Double(min(unreadPrint, 1)),
      "seen_by_characters": characterScore == nil ? 0 : 1,
      "known": isKnown ? 1 : 0,
    ]
    if let characterScore { features["character_score"] = Self.logOdds(characterScore) }
    if let characterMargin { features["character_margin"] = characterMargin }
    if let cutting { features["cutting"] = min(cutting, 3) }
    if let blur { features["blur"] = min(blur, 0.12) }
    return features
  }

  /// Beyond one in two thousand no reader's own word means anything.
  private static func logOdds(_ probability: Double) -> Double {
    let bounded = min(0.9995, max(0.0005, probability))
    return log(bounded / (1 - bounded))
  }
}
