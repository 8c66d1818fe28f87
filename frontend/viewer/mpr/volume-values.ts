import type { SampleArray } from '../decode/samples';

/** Values of one slice in their unit: whole numbers where nothing is lost by it, which halves the memory. */
export type SliceValues = Int16Array | Uint16Array | Float32Array;

/** A slice as its picture keeps it, and how that becomes units (PS3.3 C.11.1.1.2). */
export interface StoredSlice {
  readonly values: SampleArray;
  readonly slope: number;
  readonly intercept: number;
  readonly minPixelValue: number;
  readonly maxPixelValue: number;
}

type WholeArray = typeof Int16Array | typeof Uint16Array;

/** Values after the rescale. The memory of 16-bit values is used again. */
export function rescaled({ values, slope, intercept, minPixelValue, maxPixelValue }: StoredSlice): SliceValues {
  const Whole = wholeArray(values, slope, intercept, minPixelValue, maxPixelValue);
  if (!Whole) {
    return Float32Array.from(values, (value) => value * slope + intercept);
  }
  if (slope === 1 && intercept === 0 && values instanceof Whole) {
    return values;
  }
  const isRoomy = values.BYTES_PER_ELEMENT === 2;
  const whole = isRoomy
    ? new Whole(values.buffer as ArrayBuffer, values.byteOffset, values.length)
    : new Whole(values.length);
  for (let at = 0; at < values.length; at++) {
    whole[at] = values[at] * slope + intercept;
  }
  return whole;
}

function wholeArray(
  values: SampleArray,
  slope: number,
  intercept: number,
  min: number,
  max: number,
): WholeArray | undefined {
  if (!Number.isInteger(slope) || !Number.isInteger(intercept) || !isWhole(values)) {
    return undefined;
  }
  const ends = [min * slope + intercept, max * slope + intercept];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  return least >= -32768 && most <= 32767 ? Int16Array : least >= 0 && most <= 65535 ? Uint16Array : undefined;
}

function isWhole(values: SampleArray): boolean {
  return !(values instanceof Float32Array || values instanceof Float64Array);
}

/**
 * The slice with `factor` x `factor` pixels made one by their mean, rounded to whole stored values; what is left at the
 * right and the lower edge is dropped.
 */
export function reduced(slice: StoredSlice, columns: number, rows: number, factor: number): StoredSlice {
  if (factor === 1) {
    return slice;
  }
  const [width, height] = [Math.floor(columns / factor), Math.floor(rows / factor)];
  const { values } = slice;
  const isFraction = !isWhole(values);
  const fewer = new (values.constructor as new (length: number) => SampleArray)(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const mean = blockSum(values, columns, x * factor, y * factor, factor) / (factor * factor);
      fewer[at] = isFraction ? mean : Math.round(mean);
    }
  }
  return { ...slice, values: fewer };
}

function blockSum(values: SampleArray, columns: number, left: number, top: number, size: number): number {
  let sum = 0;
  for (let y = top; y < top + size; y++) {
    for (let at = y * columns + left; at < y * columns + left + size; at++) {
      sum += values[at];
    }
  }
  return sum;
}
