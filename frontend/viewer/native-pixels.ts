import type { PixelFormat } from './frame';

export type GrayPixels = Uint8Array | Int8Array | Uint16Array | Int16Array;

export interface NativePixels {
  readonly values: GrayPixels;
  readonly min: number;
  readonly max: number;
}

/** Bytes of one native frame (PS3.5 8.1.1). */
export function nativeLength(pixels: PixelFormat): number {
  return Math.ceil((pixels.rows * pixels.columns * pixels.samplesPerPixel * pixels.bitsAllocated) / 8);
}

/** Whether the bytes can be shown without a decoder: one sample of 1, 8 or 16 bits a pixel, grey. */
export function isPlainGray(pixels: PixelFormat): boolean {
  return (
    pixels.samplesPerPixel === 1 &&
    pixels.photometricInterpretation.startsWith('MONOCHROME') &&
    (pixels.bitsAllocated === 8 || pixels.bitsAllocated === 16 || isWholeBytesOfBits(pixels)) &&
    pixels.highBit === pixels.bitsStored - 1
  );
}

/** The bytes as numbers, without a copy where their place in memory allows it; bits above Bits Stored are cleared. */
export function nativePixels(bytes: Uint8Array<ArrayBuffer>, pixels: PixelFormat): NativePixels {
  const expected = nativeLength(pixels);
  if (bytes.byteLength < expected) {
    throw new Error(`The image is cut off: ${bytes.byteLength} of ${expected} bytes.`);
  }
  const values = typed(bytes, pixels);
  const range = rangeOf(values);
  if (pixels.bitsStored < pixels.bitsAllocated && !fits(range, pixels)) {
    keepStoredBits(values, pixels);
    return { values, ...rangeOf(values) };
  }
  return { values, ...range };
}

export function rangeOf(values: ArrayLike<number>): { min: number; max: number } {
  let min = Infinity;
  let max = -Infinity;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

/** Single bits, as of segmentations; other frames than whole bytes may begin inside a byte (PS3.5 8.1.1). */
function isWholeBytesOfBits(pixels: PixelFormat): boolean {
  return pixels.bitsAllocated === 1 && (pixels.rows * pixels.columns) % 8 === 0;
}

function typed(bytes: Uint8Array<ArrayBuffer>, pixels: PixelFormat): GrayPixels {
  const count = pixels.rows * pixels.columns;
  if (pixels.bitsAllocated === 1) {
    return Uint8Array.from({ length: count }, (_, index) => (bytes[index >> 3] >> (index & 7)) & 1);
  }
  if (pixels.bitsAllocated === 8) {
    const Type = pixels.isSigned ? Int8Array : Uint8Array;
    return new Type(bytes.buffer, bytes.byteOffset, count);
  }
  const Type = pixels.isSigned ? Int16Array : Uint16Array;
  return bytes.byteOffset % 2 === 0
    ? new Type(bytes.buffer, bytes.byteOffset, count)
    : new Type(bytes.slice(0, count * 2).buffer, 0, count);
}

function fits({ min, max }: { min: number; max: number }, { bitsStored, isSigned }: PixelFormat): boolean {
  return isSigned ? min >= -(2 ** (bitsStored - 1)) && max < 2 ** (bitsStored - 1) : min >= 0 && max < 2 ** bitsStored;
}

/** Old images keep overlay planes above the stored bits; a signed value takes its sign from the highest stored bit. */
function keepStoredBits(values: GrayPixels, { bitsStored, isSigned }: PixelFormat): void {
  const unused = 32 - bitsStored;
  for (let index = 0; index < values.length; index++) {
    values[index] = isSigned ? (values[index] << unused) >> unused : (values[index] << unused) >>> unused;
  }
}
