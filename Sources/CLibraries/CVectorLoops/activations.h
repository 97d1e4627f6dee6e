// What networks do with sums: scales, biases, nonlinear functions, and bytes again.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef float WideFloats __attribute__((ext_vector_type(16)));
typedef int32_t WideInts __attribute__((ext_vector_type(16)));
typedef uint8_t WideBytes __attribute__((ext_vector_type(16)));

#define WIDE_LOOP static inline __attribute__((always_inline))

WIDE_LOOP WideFloats wide_floats(const float *from) {
  WideFloats values;
  memcpy(&values, from, sizeof values);
  return values;
}

WIDE_LOOP WideFloats wide_sums(const int32_t *from) {
  WideInts values;
  memcpy(&values, from, sizeof values);
  return __builtin_convertvector(values, WideFloats);
}

WIDE_LOOP WideFloats wide_within(WideFloats x, float least, float most) {
  return __builtin_elementwise_min(__builtin_elementwise_max(x, (WideFloats)least), (WideFloats)most);
}

// e to a power from -80 to 80, within 1e-6: by 2^n times a polynomial (Cephes expf).
WIDE_LOOP WideFloats wide_exp(WideFloats power) {
  const WideFloats x = wide_within(power, -80, 80);
  // Adding 1.5 * 2^23 leaves a whole number in the lowest bits.
  const WideFloats rounded = x * 1.44269504f + 12582912.0f;
  const WideFloats n = rounded - 12582912.0f;
  const WideFloats r = x - n * 0.693359375f + n * 2.1219444e-4f;
  WideFloats p = 1.98756915e-4f;
  p = p * r + 1.39819995e-3f;
  p = p * r + 8.3334519e-3f;
  p = p * r + 4.1665796e-2f;
  p = p * r + 1.66666655e-1f;
  p = p * r + 5.0000001e-1f;
  // Same bits, other type.
  const WideInts scale = ((WideInts)rounded + 127) << 23;
  return (p * r * r + r + 1) * (WideFloats)scale;
}

WIDE_LOOP WideFloats wide_logistic(WideFloats x) { return 1.0f / (1.0f + wide_exp(-x)); }
WIDE_LOOP WideFloats wide_tanh(WideFloats x) { return 2.0f / (1.0f + wide_exp(-2.0f * x)) - 1.0f; }

// Halves upwards; values from 0 to 255.
WIDE_LOOP void wide_store_bytes(uint8_t *to, WideFloats x) {
  const WideBytes bytes = __builtin_convertvector(__builtin_convertvector(x + 0.5f, WideInts), WideBytes);
  memcpy(to, &bytes, sizeof bytes);
}

// -1 to 1 as 1 to 255.
WIDE_LOOP void wide_store_activation(uint8_t *to, WideFloats x) {
  wide_store_bytes(to, wide_within(x * 127.0f, -127, 127) + 128.0f);
}

// One step of an LSTM with `width` cells, a multiple of 16: the sums of cell inputs, input, forget and output gates side by
// side become outputs from -1 to 1 as bytes.
WIDE_LOOP void lstm_step_loop(
  const int32_t *sums, const float *scales, const float *biases, size_t width, float *cells, uint8_t *outputs) {
  for (size_t i = 0; i < width; i += 16) {
#define LSTM_GATE(place) (wide_sums(sums + place + i) * wide_floats(scales + place + i) + wide_floats(biases + place + i))
    const WideFloats input = wide_tanh(LSTM_GATE(0)) * wide_logistic(LSTM_GATE(width));
    const WideFloats kept = wide_logistic(LSTM_GATE(2 * width)) * wide_floats(cells + i);
    const WideFloats cell = wide_within(kept + input, -100, 100);
    memcpy(cells + i, &cell, sizeof cell);
    wide_store_activation(outputs + i, wide_tanh(cell) * wide_logistic(LSTM_GATE(3 * width)));
#undef LSTM_GATE
  }
}

// tanh of `width` sums as bytes, scaled and biased.
WIDE_LOOP void tanh_loop(
  const int32_t *sums, const float *scales, const float *biases, size_t width, uint8_t *outputs) {
  for (size_t i = 0; i < width; i += 16)
    wide_store_activation(
      outputs + i, wide_tanh(wide_sums(sums + i) * wide_floats(scales + i) + wide_floats(biases + i)));
}

// Rows of `width` sums, scaled, biased and, where rectified, at least 0. Returns the largest magnitude among them.
WIDE_LOOP float scaled_loop(
  const int32_t *sums, const float *scales, const float *biases, float factor, size_t rows, size_t width,
  int rectified, float *values) {
  WideFloats largest = 0;
  for (size_t row = 0; row < rows; row++)
    for (size_t i = 0; i < width; i += 16) {
      WideFloats value = wide_sums(sums + row * width + i) * (wide_floats(scales + i) * factor) + wide_floats(biases + i);
      if (rectified) value = __builtin_elementwise_max(value, (WideFloats)0.0f);
      largest = __builtin_elementwise_max(largest, __builtin_elementwise_abs(value));
      memcpy(values + row * width + i, &value, sizeof value);
    }
  float most = 0;
  for (int i = 0; i < 16; i++) most = largest[i] > most ? largest[i] : most;
  return most;
}

// Values times a factor plus the byte that stands for 0; both keep the results within 0 to 255. `count` is a multiple of 16.
WIDE_LOOP void bytes_loop(const float *values, float factor, float zero, size_t count, uint8_t *bytes) {
  for (size_t i = 0; i < count; i += 16) wide_store_bytes(bytes + i, wide_floats(values + i) * factor + zero);
}

// Of every 2 × 2 rows of `width` sums the largest: two lines of `rows` rows each become one of half as many.
WIDE_LOOP void largest_loop(const int32_t *upper, const int32_t *lower, size_t rows, size_t width, int32_t *largest) {
  for (size_t row = 0; row + 1 < rows; row += 2)
    for (size_t i = 0; i < width; i += 16) {
      WideInts a, b, c, d;
      memcpy(&a, upper + row * width + i, sizeof a);
      memcpy(&b, upper + (row + 1) * width + i, sizeof b);
      memcpy(&c, lower + row * width + i, sizeof c);
      memcpy(&d, lower + (row + 1) * width + i, sizeof d);
      const WideInts most =
        __builtin_elementwise_max(__builtin_elementwise_max(a, b), __builtin_elementwise_max(c, d));
      memcpy(largest + row / 2 * width + i, &most, sizeof most);
    }
}

// Probabilities from logits times a steepness, added to others with a weight. `count` is a multiple of 16; logits that stand
// for nothing are far below all others.
WIDE_LOOP void softmax_loop(
  const float *logits, float steepness, float weight, size_t count, float *powers, float *probabilities) {
  WideFloats largest = wide_floats(logits), sums = 0;
  for (size_t i = 16; i < count; i += 16) largest = __builtin_elementwise_max(largest, wide_floats(logits + i));
  float most = largest[0], total = 0;
  for (int i = 1; i < 16; i++) most = largest[i] > most ? largest[i] : most;
  for (size_t i = 0; i < count; i += 16) {
    const WideFloats power = wide_exp((wide_floats(logits + i) - most) * steepness);
    sums += power;
    memcpy(powers + i, &power, sizeof power);
  }
  for (int i = 0; i < 16; i++) total += sums[i];
  for (size_t i = 0; i < count; i += 16) {
    const WideFloats sum = wide_floats(probabilities + i) + wide_floats(powers + i) * (weight / total);
    memcpy(probabilities + i, &sum, sizeof sum);
  }
}

// Each loop once for every width that processors have.
#if defined(__x86_64__)
#define WIDEST(result, name, loop, parameters, arguments)                                                         \
  static inline __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq"))) result name##_512 parameters {      \
    return loop arguments;                                                                                        \
  }                                                                                                               \
  static inline __attribute__((target("avx2,fma"))) result name##_256 parameters { return loop arguments; }       \
  static inline result name parameters {                                                                          \
    if (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) return name##_512 arguments;    \
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return name##_256 arguments;             \
    return loop arguments;                                                                                        \
  }
#else
#define WIDEST(result, name, loop, parameters, arguments)                                                         \
  static inline result name parameters { return loop arguments; }
#endif

WIDEST(
  void, lstm_step, lstm_step_loop,
  (const int32_t *sums, const float *scales, const float *biases, size_t width, float *cells, uint8_t *outputs),
  (sums, scales, biases, width, cells, outputs))
WIDEST(
  void, tanh_bytes, tanh_loop,
  (const int32_t *sums, const float *scales, const float *biases, size_t width, uint8_t *outputs),
  (sums, scales, biases, width, outputs))
WIDEST(
  float, scaled_values, scaled_loop,
  (const int32_t *sums, const float *scales, const float *biases, float factor, size_t rows, size_t width, int rectified,
   float *values),
  (sums, scales, biases, factor, rows, width, rectified, values))
WIDEST(
  void, value_bytes, bytes_loop, (const float *values, float factor, float zero, size_t count, uint8_t *bytes),
  (values, factor, zero, count, bytes))
WIDEST(
  void, largest_of_four, largest_loop,
  (const int32_t *upper, const int32_t *lower, size_t rows, size_t width, int32_t *largest),
  (upper, lower, rows, width, largest))
WIDEST(
  void, add_softmax, softmax_loop,
  (const float *logits, float steepness, float weight, size_t count, float *powers, float *probabilities),
  (logits, steepness, weight, count, powers, probabilities))
