import Cases

/// Reads pictures of single lines with one of Tesseract's models. Not `Sendable`: an engine belongs to one reader.
final class LineEngine {
  private let network: LineNetwork
  private let codes: LineCodes
  private var trees: [String: CodeTree] = [:]

  /// A percentage point for each twentieth of a logarithm: Tesseract's way to make confidences of certainties.
  private static let confidencePerCertainty = 0.05
  /// Alphabets in use at the same time.
  private static let mostTrees = 16

  init(_ model: LanguageModel) throws(Problem) {
    let bytes = [UInt8](model.bytes)
    guard let network = TrainedData.component(.network, of: bytes).flatMap(LineModel.init),
      let characters = TrainedData.component(.characters, of: bytes),
      let recoder = TrainedData.component(.recoder, of: bytes),
      let codes = LineCodes(characters: characters, recoder: recoder, null: network.null)
    else { throw .damagedLanguage(model.name) }
    self.network = LineNetwork(network)
    self.codes = codes
  }

  /// Rows of the pictures that it reads best: nothing is scaled.
  var height: Int { network.model.height }

  /// The characters of pictures that hold one line each. Only those of the alphabet may come out; empty means any.
  func glyphs(in lines: [GreyImage], alphabet: String, spaces: Bool) -> [[Glyph]] {
    let enlarged = lines.map { $0.isEmpty ? $0 : $0.enlarged(toHeight: height) }
    return zip(lines, network.probabilities(of: enlarged)).map { line, probabilities in
      probabilities.map { glyphs($0, in: line, alphabet: alphabet, spaces: spaces) } ?? []
    }
  }

  private func glyphs(
    _ probabilities: LineProbabilities, in line: GreyImage, alphabet: String, spaces: Bool
  ) -> [Glyph] {
    let tree = tree(of: alphabet)
    let path = LinePath(probabilities, tree: tree, null: network.model.null)
    let scale = Double(line.width) / Double(probabilities.steps)
    return path.characters.indices.compactMap { index in
      let character = path.characters[index]
      let text = codes.characters[character.number]
      if text == " " && !spaces { return nil }
      let others = probabilities.characters(
        in: character.steps, tree: tree, null: network.model.null)
      return Glyph(
        text: text, box: box(of: index, in: path, scale: scale, line: line),
        confidence: confidence(Double(character.certainty)),
        alternatives: others.filter { $0.number != character.number }
          .map {
            Alternative(
              value: codes.characters[$0.number], probability: confidence(-Double($0.rating)))
          }
          .filter { $0.probability > 0.001 && $0.value != " " }.prefix(4).map(\.self))
    }
  }

  private func confidence(_ certainty: Double) -> Double {
    min(1, max(0, 1 + Self.confidencePerCertainty * certainty))
  }

  /// Halfway to the neighbours on both sides.
  private func box(of index: Int, in path: LinePath, scale: Double, line: GreyImage) -> Box {
    let characters = path.characters
    func middle(_ before: Int) -> Double {
      let (end, start) = (
        characters[before].sure.upperBound, characters[before + 1].sure.lowerBound
      )
      return Double(end + (start - end) / 2) * scale
    }
    return Box(
      left: index > 0 ? middle(index - 1) : 0, top: 0,
      right: index + 1 < characters.count ? middle(index) : Double(line.width),
      bottom: Double(line.height))
  }

  private func tree(of alphabet: String) -> CodeTree {
    if let tree = trees[alphabet] { return tree }
    if trees.count >= Self.mostTrees { trees.removeAll() }
    let tree = codes.tree(of: alphabet)
    trees[alphabet] = tree
    return tree
  }
}
