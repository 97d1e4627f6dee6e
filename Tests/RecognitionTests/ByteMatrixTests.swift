import CVectorLoops
import Foundation
import Testing

@testable import Recognition

struct ByteMatrixTests {
  /// Numbers of outputs, inputs of a run, runs, rows; none of them suits the vectors.
  @Test(arguments: [(1, 4, 1, 1), (16, 12, 1, 9), (40, 96, 3, 7), (130, 20, 1, 13), (17, 7, 1, 2)])
  func sumsAreExact(_ outputs: Int, _ run: Int, _ runs: Int, _ count: Int) {
    let weights = (0..<outputs * run * runs).map { Int8(truncatingIfNeeded: $0 * $0 &* 37 + 11) }
    let stride = run * runs + 4
    let inputs = (0..<count * stride + 16).map { UInt8(truncatingIfNeeded: $0 &* $0 * 29 + 7) }
    let matrix = ByteMatrix(rows: weights, outputs: outputs, runs: runs)
    var sums = [Int32](repeating: -1, count: count * matrix.columns)
    matrix.multiply(inputs, count: count, rowStride: stride, runStride: run, into: &sums)
    for row in 0..<count {
      for output in 0..<matrix.columns {
        var expected = 0
        if output < outputs {
          for place in 0..<run * runs {
            expected +=
              Int(inputs[row * stride + place]) * Int(weights[output * run * runs + place])
          }
        }
        #expect(Int(sums[row * matrix.columns + output]) == expected)
      }
    }
  }

  /// What one processor computes with, another may lack.
  @Test func everyWidthOfVectorGivesTheSame() {
    let weights = (0..<64 * 40).map { Int8(truncatingIfNeeded: $0 * $0 &* 37 + 11) }
    let inputs = (0..<9 * 40).map { UInt8(truncatingIfNeeded: $0 &* $0 * 29 + 7) }
    var results: [[Int32]] = []
    let levels = [byte_products, byte_products_plain]
    for level in levels {
      var sums = [Int32](repeating: -1, count: 9 * 64)
      inputs.withUnsafeBufferPointer { inputs in
        weights.withUnsafeBufferPointer { weights in
          sums.withUnsafeMutableBufferPointer { sums in
            var products = ByteProducts(
              inputs: inputs.baseAddress, row_stride: 40, run_stride: 0, runs: 1, groups: 10,
              weights: weights.baseAddress, blocks: 4, sums: sums.baseAddress)
            level(&products, 9)
          }
        }
      }
      results.append(sums)
    }
    #expect(results[0] == results[1])
  }

  @Test func anLSTMStepIsWhatItsFormulaSays() {
    let width = 16
    let sums = (0..<4 * width).map { Int32($0 * 7919 % 20_011 - 10_000) }
    let scales = [Float](repeating: 3e-4, count: 4 * width)
    let biases = (0..<4 * width).map { Float($0 % 5) / 10 - 0.2 }
    var cells = (0..<width).map { Float($0) / 8 - 1 }
    let before = cells
    var outputs = [UInt8](repeating: 0, count: width)
    lstm_step(sums, scales, biases, width, &cells, &outputs)
    for index in 0..<width {
      func gate(_ number: Int) -> Double {
        let place = number * width + index
        return Double(sums[place]) * Double(scales[place]) + Double(biases[place])
      }
      func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
      let cell = tanh(gate(0)) * logistic(gate(1)) + logistic(gate(2)) * Double(before[index])
      #expect(abs(Double(cells[index]) - cell) < 1e-4)
      let output = 127 * tanh(cell) * logistic(gate(3)) + 128
      #expect(abs(Double(outputs[index]) - output) < 0.51)
    }
  }

  @Test func probabilitiesAddUpToOneAndWhatFillsUpHasNone() {
    var logits = (0..<32).map { Float($0 % 7) }
    for index in 20..<32 { logits[index] = -1e9 }
    var powers = [Float](repeating: 0, count: 32)
    var probabilities = [Float](repeating: 0, count: 32)
    add_softmax(logits, 1, 1, 32, &powers, &probabilities)
    #expect(abs(probabilities.reduce(0, +) - 1) < 1e-5)
    #expect(probabilities[20...].allSatisfy { $0 < 1e-30 })
    #expect(abs(probabilities[6] / probabilities[5] - exp(Float(1))) < 1e-4)
  }
}
