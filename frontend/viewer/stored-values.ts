import type { SampleArray } from './decode/samples';
import type { PixelFormat } from './pixel-format';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Of pictures, which never change once they have their values. */
const ranges = new WeakMap<ArrayLike<number>, Range>();

/** Smallest and largest value; asked for again, it costs nothing. */
export function rangeOf(values: ArrayLike<number>): Range {
  const range = ranges.get(values) ?? rangeOfAll(values);
  ranges.set(values, range);
  return range;
}

function rangeOfAll(values: ArrayLike<number>): Range {
  let min = Infinity;
  let max = -Infinity;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

/**
 * The numbers that the samples stand for: with the sign of Pixel Representation, and without what old images keep
 * outside of the stored bits, such as overlay planes.
 *
 * @param samples as their bits lie in memory, or as a decoder gives them, which keeps the stored bits alone
 * @param isWords whether they are the words of the file, in which High Bit may be above the stored bits
 */
export function storedValues(samples: SampleArray, pixels: PixelFormat, isWords: boolean): SampleArray {
  if (samples instanceof Float32Array || samples instanceof Float64Array) {
    return samples;
  }
  const values = pixels.isSigned ? asSigned(samples) : samples;
  const width = 8 * values.BYTES_PER_ELEMENT;
  const stored = Math.min(pixels.bitsStored, width);
  const above = isWords ? Math.min(width - stored, Math.max(0, pixels.highBit + 1 - stored)) : 0;
  if (above > 0 || (stored < width && !fits(values, stored))) {
    return storedBits(values, stored, above);
  }
  return values;
}

function asSigned(values: Exclude<SampleArray, Float32Array | Float64Array>): SampleArray {
  const { byteOffset, length } = values;
  const buffer = values.buffer as ArrayBuffer;
  if (values instanceof Uint8Array) {
    return new Int8Array(buffer, byteOffset, length);
  }
  if (values instanceof Uint16Array) {
    return new Int16Array(buffer, byteOffset, length);
  }
  return values instanceof Uint32Array ? new Int32Array(buffer, byteOffset, length) : values;
}

/** Whether all values can be told by so many bits. */
function fits(values: SampleArray, bits: number): boolean {
  const { min, max } = rangeOf(values);
  return isSignedArray(values) ? min >= -(2 ** (bits - 1)) && max < 2 ** (bits - 1) : max < 2 ** bits;
}

/**
 * A signed value takes its sign from the highest stored bit. In an array of its own: the samples may lie in the answer of
 * the server, which is kept as it came.
 */
function storedBits(values: SampleArray, bits: number, above: number): SampleArray {
  const unused = 32 - bits;
  const isSigned = isSignedArray(values);
  return values.map((value) => {
    const shifted = (value >> above) << unused;
    return isSigned ? shifted >> unused : shifted >>> unused;
  });
}

function isSignedArray(values: SampleArray): boolean {
  return values instanceof Int8Array || values instanceof Int16Array || values instanceof Int32Array;
}
