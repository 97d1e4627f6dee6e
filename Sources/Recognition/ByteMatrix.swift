import CVectorLoops

/// One matrix of signed bytes, laid out for exact products with rows of unsigned bytes.
struct ByteMatrix {
  /// Sums that come out of a row of inputs; those past the matrix's own outputs, up to a multiple of 16, are 0.
  let columns: Int
  /// Inputs of a run, a multiple of 4.
  private let run: Int
  private let runs: Int
  private let weights: [Int8]

  /// - Parameters:
  ///   - rows: Output by output its weights, `runs` × as many as a run has inputs.
  ///   - runs: Stretches of memory that the inputs of one row lie in.
  init(rows: [Int8], outputs: Int, runs: Int = 1) {
    let (wide, deep) = (Int(BYTE_PRODUCTS_OUTPUTS), Int(BYTE_PRODUCTS_INPUTS))
    let inputs = outputs > 0 ? rows.count / outputs / runs : 0
    let blocks = (outputs + wide - 1) / wide
    let groups = (inputs + deep - 1) / deep
    columns = blocks * wide
    run = groups * deep
    self.runs = runs
    var packed = [Int8](repeating: 0, count: blocks * wide * runs * groups * deep)
    for output in 0..<outputs {
      let block = output / wide * runs * groups
      for place in 0..<runs {
        for input in 0..<inputs {
          let group = (block + place * groups + input / deep) * wide + output % wide
          packed[group * deep + input % deep] = rows[(output * runs + place) * inputs + input]
        }
      }
    }
    weights = packed
  }

  /// Writes `columns` sums for each of `count` rows.
  ///
  /// - Parameters:
  ///   - rowStride: Bytes from one row of inputs to the next.
  ///   - runStride: Bytes from one run of a row to the next.
  func multiply(
    _ inputs: UnsafePointer<UInt8>, count: Int, rowStride: Int, runStride: Int = 0,
    into sums: UnsafeMutablePointer<Int32>
  ) {
    weights.withUnsafeBufferPointer { weights in
      var products = ByteProducts(
        inputs: inputs, row_stride: rowStride, run_stride: runStride, runs: runs,
        groups: run / Int(BYTE_PRODUCTS_INPUTS), weights: weights.baseAddress,
        blocks: columns / Int(BYTE_PRODUCTS_OUTPUTS), sums: sums)
      byte_products(&products, count)
    }
  }
}
