// Products of matrices of bytes, exact, with the dot products of bytes that processors have since 2019, or without.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Weights lie so that one vector holds 4 inputs of each of 16 outputs: block of 16 outputs, group of 4 inputs, output,
// input.
#define BYTE_PRODUCTS_OUTPUTS 16
#define BYTE_PRODUCTS_INPUTS 4

// Inputs of one row may lie in several runs (the three lines that a 3 × 3 convolution sees).
typedef struct {
  const uint8_t *inputs;
  // From one row to the next, and from one run of a row to the next, in bytes.
  size_t row_stride, run_stride;
  // Runs of a row, and groups of 4 inputs in each.
  size_t runs, groups;
  const int8_t *weights;
  // Blocks of 16 outputs.
  size_t blocks;
  // Row by row, 16 × blocks sums each.
  int32_t *sums;
} ByteProducts;

static inline uint32_t byte_products_group(const uint8_t *inputs) {
  uint32_t group;
  memcpy(&group, inputs, sizeof group);
  return group;
}

// Any processor.
static inline void byte_products_plain(const ByteProducts *p, size_t rows) {
  const size_t columns = p->blocks * BYTE_PRODUCTS_OUTPUTS;
  memset(p->sums, 0, rows * columns * sizeof(int32_t));
  for (size_t row = 0; row < rows; row++)
    for (size_t block = 0; block < p->blocks; block++) {
      const int8_t *weights = p->weights + block * p->runs * p->groups * 64;
      int32_t *sums = p->sums + row * columns + block * BYTE_PRODUCTS_OUTPUTS;
      for (size_t run = 0; run < p->runs; run++) {
        const uint8_t *inputs = p->inputs + row * p->row_stride + run * p->run_stride;
        for (size_t group = 0; group < p->groups; group++, inputs += 4, weights += 64)
          for (size_t output = 0; output < BYTE_PRODUCTS_OUTPUTS; output++)
            for (size_t input = 0; input < 4; input++)
              sums[output] += inputs[input] * weights[output * 4 + input];
      }
    }
}

#if defined(__x86_64__)
#include <immintrin.h>

// One tile: `R` rows times `B` blocks, both constant where it is called, so that all sums stay in registers.
#define BYTE_PRODUCTS_TILE(name, features, vector, lanes, zero, load, spread, accumulate, store)              \
  static inline __attribute__((always_inline, target(features))) void name(                                  \
    const ByteProducts *p, size_t row, size_t block, const int R, const int B) {                              \
    enum { parts = BYTE_PRODUCTS_OUTPUTS / lanes };                                                           \
    const size_t columns = p->blocks * BYTE_PRODUCTS_OUTPUTS, depth = p->runs * p->groups * 64;               \
    vector sums[8][8];                                                                                        \
    _Pragma("unroll") for (int r = 0; r < R; r++)                                                             \
      _Pragma("unroll") for (int b = 0; b < B * parts; b++) sums[r][b] = zero();                              \
    const int8_t *weights = p->weights + block * depth;                                                       \
    for (size_t run = 0; run < p->runs; run++) {                                                              \
      const uint8_t *inputs = p->inputs + row * p->row_stride + run * p->run_stride;                          \
      for (size_t group = 0; group < p->groups; group++, inputs += 4, weights += 64) {                        \
        vector loaded[8];                                                                                     \
        _Pragma("unroll") for (int b = 0; b < B * parts; b++)                                                 \
          loaded[b] = load((const void *)(weights + (b / parts) * depth + (b % parts) * lanes * 4));          \
        _Pragma("unroll") for (int r = 0; r < R; r++) {                                                       \
          const vector seen = spread((int)byte_products_group(inputs + r * p->row_stride));                   \
          _Pragma("unroll") for (int b = 0; b < B * parts; b++)                                               \
            sums[r][b] = accumulate(sums[r][b], seen, loaded[b]);                                             \
        }                                                                                                     \
      }                                                                                                       \
    }                                                                                                         \
    _Pragma("unroll") for (int r = 0; r < R; r++)                                                             \
      _Pragma("unroll") for (int b = 0; b < B * parts; b++)                                                   \
        store((void *)(p->sums + (row + r) * columns + block * BYTE_PRODUCTS_OUTPUTS + b * lanes), sums[r][b]); \
  }

#define BYTE_PRODUCTS_WIDE "avx512f,avx512bw,avx512vnni"
BYTE_PRODUCTS_TILE(
  byte_products_wide_tile, BYTE_PRODUCTS_WIDE, __m512i, 16, _mm512_setzero_si512, _mm512_loadu_si512,
  _mm512_set1_epi32, _mm512_dpbusd_epi32, _mm512_storeu_si512)

// Four products of bytes and their sum: by way of 16 bits, where nothing overflows.
static inline __attribute__((always_inline, target("avx2"))) __m256i byte_products_by_halves(
  __m256i sum, __m256i inputs, __m256i weights) {
  const __m256i low = _mm256_set1_epi16(0xFF);
  const __m256i even = _mm256_madd_epi16(
    _mm256_and_si256(inputs, low), _mm256_srai_epi16(_mm256_slli_epi16(weights, 8), 8));
  const __m256i odd = _mm256_madd_epi16(_mm256_srli_epi16(inputs, 8), _mm256_srai_epi16(weights, 8));
  return _mm256_add_epi32(sum, _mm256_add_epi32(even, odd));
}

BYTE_PRODUCTS_TILE(
  byte_products_half_tile, "avx2", __m256i, 8, _mm256_setzero_si256, _mm256_loadu_si256, _mm256_set1_epi32,
  byte_products_by_halves, _mm256_storeu_si256)

// All rows, in tiles as large as there are registers for.
#define BYTE_PRODUCTS_ALL(name, tile, features, many, pair, single)                                          \
  static inline __attribute__((target(features))) void name(const ByteProducts *p, size_t rows) {            \
    size_t row = 0, block;                                                                                    \
    for (; row + many <= rows; row += many) {                                                                 \
      for (block = 0; block + pair <= p->blocks; block += pair) tile(p, row, block, many, pair);              \
      for (; block < p->blocks; block++) tile(p, row, block, many, 1);                                        \
    }                                                                                                         \
    for (; row + 2 <= rows; row += 2) {                                                                       \
      for (block = 0; block + pair <= p->blocks; block += pair) tile(p, row, block, 2, pair);                 \
      for (; block < p->blocks; block++) tile(p, row, block, 2, 1);                                           \
    }                                                                                                         \
    for (; row < rows; row++) {                                                                               \
      for (block = 0; block + single <= p->blocks; block += single) tile(p, row, block, 1, single);           \
      for (; block < p->blocks; block++) tile(p, row, block, 1, 1);                                           \
    }                                                                                                         \
  }

BYTE_PRODUCTS_ALL(byte_products_wide, byte_products_wide_tile, BYTE_PRODUCTS_WIDE, 6, 4, 8)
BYTE_PRODUCTS_ALL(byte_products_half, byte_products_half_tile, "avx2", 4, 1, 2)
#endif

// Computes the sums of `rows` rows.
static inline void byte_products(const ByteProducts *p, size_t rows) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")) return byte_products_wide(p, rows);
  if (__builtin_cpu_supports("avx2")) return byte_products_half(p, rows);
#endif
  byte_products_plain(p, rows);
}
