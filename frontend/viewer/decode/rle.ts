import { cutOff, damaged, type FrameShape, type Samples } from './samples';

/** Header of a frame: the number of segments and where each of up to fifteen begins (PS3.5 G.5). */
const HEADER_BYTES = 64;
const MOST_SEGMENTS = 15;

/** Two bytes become 128 at most. */
const MOST_RATIO = 64;

/** RLE Lossless (PS3.5 Annex G): a segment for each byte of each sample, the most significant byte first. */
export function decodeRle(bytes: Uint8Array, shape: FrameShape): Samples {
  if (bytes.byteLength < HEADER_BYTES) {
    throw cutOff();
  }
  const width = shape.bitsAllocated / 8;
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const count = header.getUint32(0, true);
  if (![1, 2, 4].includes(width) || count !== width * shape.samplesPerPixel || count > MOST_SEGMENTS) {
    throw damaged();
  }
  const pixels = shape.rows * shape.columns;
  if (pixels * count > bytes.byteLength * MOST_RATIO) {
    throw cutOff();
  }
  const plain = new Uint8Array(pixels * count);
  for (let segment = 0; segment < count; segment++) {
    const from = header.getUint32(4 * (segment + 1), true);
    const to = segment + 1 < count ? header.getUint32(4 * (segment + 2), true) : bytes.byteLength;
    if (from < HEADER_BYTES || to > bytes.byteLength || from > to) {
      throw damaged();
    }
    const sample = Math.floor(segment / width);
    const place = width - 1 - (segment % width);
    unpack(bytes.subarray(from, to), plain, sample * pixels * width + place, width, pixels);
  }
  return { values: typed(plain, width), isPlanar: true };
}

/** PackBits (PS3.5 G.3.2), every `step`th byte of `to` from `at` on; what is over the last pixel is padding. */
function unpack(packed: Uint8Array, to: Uint8Array, at: number, step: number, pixels: number): void {
  const end = at + pixels * step;
  let from = 0;
  while (at < end) {
    if (from + 1 >= packed.length) {
      throw cutOff();
    }
    const control = packed[from++];
    if (control < 128) {
      for (let left = control + 1; left > 0 && at < end && from < packed.length; left--, at += step) {
        to[at] = packed[from++];
      }
    } else if (control > 128) {
      const value = packed[from++];
      for (let left = 257 - control; left > 0 && at < end; left--, at += step) {
        to[at] = value;
      }
    }
  }
}

function typed(plain: Uint8Array<ArrayBuffer>, width: number): Samples['values'] {
  return width === 1 ? plain : width === 2 ? new Uint16Array(plain.buffer) : new Uint32Array(plain.buffer);
}
