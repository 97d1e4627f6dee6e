/// How texts are compared: full-width ASCII (U+FF01 to U+FF5E) becomes half-width and all white space goes; case,
/// punctuation and look-alikes are left alone.
func normalized(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
    let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
    scalars.append(isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
  }
  return String(scalars)
}

/// The fewest characters to insert, delete or replace to make one text of the other (Levenshtein).
func editDistance(_ one: String, _ other: String) -> Int {
  let columns = Array(other.unicodeScalars)
  var row = Array(0...columns.count)
  for (index, scalar) in one.unicodeScalars.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for column in columns.indices {
      let replaced = diagonal + (scalar == columns[column] ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(diagonal + 1, row[column] + 1, replaced)
    }
  }
  return row[columns.count]
}
