import { UndecodableError, type SampleArray, type Samples } from './decode/samples';
import type { PixelFormat } from './pixel-format';

/** Two pixels of YBR_FULL_422 are kept as Y Y Cb Cr (PS3.3 C.7.6.3.1.2). */
const SUBSAMPLED = /^YBR_(FULL|PARTIAL)_422$/;

/** Bytes of one native frame (PS3.5 8.1.1). */
export function nativeLength(pixels: PixelFormat): number {
  const samples = SUBSAMPLED.test(pixels.photometricInterpretation) ? 2 : pixels.samplesPerPixel;
  return Math.ceil((pixels.rows * pixels.columns * samples * pixels.bitsAllocated) / 8);
}

/**
 * The values of an uncompressed frame, without a copy where their place in memory allows it.
 *
 * @throws UndecodableError when the bytes are too few or of a kind that is not known
 */
export function nativeSamples(bytes: Uint8Array<ArrayBuffer>, pixels: PixelFormat, isBigEndian = false): Samples {
  const expected = nativeLength(pixels);
  if (bytes.byteLength < expected) {
    throw new UndecodableError(`The image is cut off: ${bytes.byteLength} of ${expected} bytes.`);
  }
  const own = isBigEndian ? inLittleEndian(bytes.slice(0, expected + (expected % 2)), pixels) : bytes;
  if (SUBSAMPLED.test(pixels.photometricInterpretation) && pixels.bitsAllocated === 8) {
    return { values: spreadColours(own, pixels), isPlanar: false };
  }
  const values = typed(own, pixels, (expected * 8) / pixels.bitsAllocated);
  return { values, isPlanar: pixels.planarConfiguration === 1 };
}

function typed(bytes: Uint8Array<ArrayBuffer>, pixels: PixelFormat, count: number): SampleArray {
  const { bitsAllocated, isSigned, vr } = pixels;
  switch (bitsAllocated) {
    case 1:
      return singleBits(bytes, pixels.rows * pixels.columns);
    case 8:
      return isSigned ? new Int8Array(bytes.buffer, bytes.byteOffset, count) : bytes.subarray(0, count);
    case 16:
      return view(bytes, count, isSigned ? Int16Array : Uint16Array);
    case 32:
      return view(bytes, count, vr === 'OF' ? Float32Array : isSigned ? Int32Array : Uint32Array);
    case 64:
      if (vr === 'OD') {
        return view(bytes, count, Float64Array);
      }
  }
  throw new UndecodableError(`Images of ${bitsAllocated} bits a value are not supported.`);
}

interface ArrayType {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, offset: number, count: number): SampleArray;
}

function view(bytes: Uint8Array<ArrayBuffer>, count: number, Type: ArrayType): SampleArray {
  return bytes.byteOffset % Type.BYTES_PER_ELEMENT === 0
    ? new Type(bytes.buffer, bytes.byteOffset, count)
    : new Type(bytes.slice(0, count * Type.BYTES_PER_ELEMENT).buffer, 0, count);
}

/** The first pixel is in the lowest bit (PS3.5 8.1.1). */
function singleBits(bytes: Uint8Array, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, index) => (bytes[index >> 3] >> (index & 7)) & 1);
}

/** Turns every word around; bytes in OW lie in words of two (PS3.5 7.3). */
function inLittleEndian(bytes: Uint8Array<ArrayBuffer>, { bitsAllocated, vr }: PixelFormat): Uint8Array<ArrayBuffer> {
  const width = bitsAllocated > 8 ? bitsAllocated / 8 : vr === 'OW' ? 2 : 1;
  for (let at = 0; at + width <= bytes.length && width > 1; at += width) {
    bytes.subarray(at, at + width).reverse();
  }
  return bytes;
}

/** Each pair of pixels shares its colour. */
function spreadColours(bytes: Uint8Array, { rows, columns }: PixelFormat): Uint8Array {
  const spread = new Uint8Array(rows * columns * 3);
  for (let from = 0, to = 0; to < spread.length; from += 4, to += 6) {
    const [first, second, blue, red] = bytes.subarray(from, from + 4);
    spread.set([first, blue, red], to);
    if (to + 6 <= spread.length) {
      spread.set([second, blue, red], to + 3);
    }
  }
  return spread;
}
