/** The index that stands for "outside of the volume" in the values of a plane. */
export const PADDING = 65535;

/** The largest index of a value. */
const MOST = PADDING - 1;

/** Whole units are kept to an eighth at the finest, so that what lies between voxels is not rounded away. */
const FINEST_STEP = 1 / 8;

/** How indices become units: `base + index * step`. */
export interface IndexScale {
  readonly base: number;
  readonly step: number;
  /** Index of the largest value of the volume. */
  readonly most: number;
}

/**
 * Spreads the values of a volume over the indices of a Cornerstone picture. Steps of whole units are powers of two, so
 * that what is on a voxel comes out exactly as the file has it.
 */
export function indexScale(min: number, max: number, isWhole: boolean): IndexScale {
  const range = max - min;
  if (!(range > 0)) {
    return { base: Number.isFinite(min) ? min : 0, step: 1, most: 0 };
  }
  const step = isWhole ? Math.max(FINEST_STEP, 2 ** Math.ceil(Math.log2(range / MOST))) : range / MOST;
  return { base: min, step, most: Math.min(MOST, Math.round(range / step)) };
}

/** Writes a row of values as indices; NaN becomes padding. */
export function writeIndices(line: Float32Array, { base, step, most }: IndexScale, to: Uint16Array, at: number): void {
  const perUnit = 1 / step;
  for (let index = 0; index < line.length; index++) {
    const place = (line[index] - base) * perUnit + 0.5;
    to[at + index] = place === place ? (place < 0 ? 0 : place > most + 0.5 ? most : place) : PADDING;
  }
}
