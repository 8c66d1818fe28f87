/** cos((2x + 1) u pi / 16) * C(u) / 2, by 8 * x + u (ISO 10918-1 A.3.3). */
const BASIS = Float64Array.from({ length: 64 }, (_, index) => {
  const [x, u] = [index >> 3, index & 7];
  return (Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1)) / 2;
});

const columns = new Float64Array(64);

/**
 * Dequantizes a block and turns it into 8 x 8 samples, level shifted and clamped to the precision.
 *
 * @param at of the block's first coefficient
 * @param to where the samples go: eight lines, `stride` apart, the first from `place` on
 */
export function inverseDct(
  coefficients: Int16Array,
  at: number,
  quantization: Uint16Array,
  precision: number,
  to: Uint16Array,
  place: number,
  stride: number,
): void {
  const highest = (1 << precision) - 1;
  const level = 1 << (precision - 1);
  columns.fill(0);
  for (let v = 0; v < 8; v++) {
    for (let u = 0; u < 8; u++) {
      const coefficient = coefficients[at + 8 * v + u];
      if (coefficient !== 0) {
        const value = coefficient * quantization[8 * v + u];
        for (let y = 0; y < 8; y++) {
          columns[8 * y + u] += value * BASIS[8 * y + v];
        }
      }
    }
  }
  for (let y = 0; y < 8; y++) {
    for (let x = 0; x < 8; x++) {
      let sum = level + 0.5;
      for (let u = 0; u < 8; u++) {
        sum += columns[8 * y + u] * BASIS[8 * x + u];
      }
      to[place + y * stride + x] = sum < 0 ? 0 : sum > highest ? highest : sum;
    }
  }
}
