import type { CornerstoneImage } from './cornerstone';
import { UndecodableError, type SampleArray, type Samples } from './decode/samples';
import type { Frame } from './frame';
import type { Palette } from './palette';
import type { PixelFormat } from './pixel-format';

type Pixels = Uint8ClampedArray<ArrayBuffer>;

/** A colour picture of samples with three values a pixel. */
export function colourImage(frame: Frame, samples: Samples, pixels: PixelFormat): CornerstoneImage {
  const { photometricInterpretation, samplesPerPixel, rows, columns } = pixels;
  if (samplesPerPixel !== 3 || !/^(RGB|YBR_)/.test(photometricInterpretation)) {
    throw new UndecodableError(`Images stored as ${photometricInterpretation} are not supported.`);
  }
  const rgba = new Uint8ClampedArray(rows * columns * 4);
  spread(samples, bitsOf(samples.values, pixels), rgba);
  if ((samples.colour ?? colourOf(photometricInterpretation)) === 'YBR') {
    (photometricInterpretation.startsWith('YBR_PARTIAL') ? fromPartialYbr : fromFullYbr)(rgba);
  }
  return imageOfColours(frame, rgba);
}

/** A picture of values that name the entries of a palette. */
export function paletteImage(frame: Frame, stored: SampleArray, palette: Palette): CornerstoneImage {
  const { first, red, green, blue } = palette;
  const rgba = new Uint8ClampedArray(stored.length * 4);
  for (let at = 0, to = 0; at < stored.length; at++, to += 4) {
    const entry = Math.min(red.length - 1, Math.max(0, stored[at] - first));
    rgba[to] = red[entry];
    rgba[to + 1] = green[entry];
    rgba[to + 2] = blue[entry];
    rgba[to + 3] = 255;
  }
  return imageOfColours(frame, rgba);
}

/** @param rgba four bytes a pixel, as a canvas keeps them */
export function imageOfColours(frame: Frame, rgba: Pixels): CornerstoneImage {
  const { rows, columns } = frame.pixels;
  return {
    imageId: frame.imageId,
    minPixelValue: 0,
    maxPixelValue: 255,
    slope: 1,
    intercept: 0,
    windowCenter: 128,
    windowWidth: 256,
    getPixelData: () => rgba,
    rows,
    columns,
    height: rows,
    width: columns,
    color: true,
    rgba: true,
    rowPixelSpacing: frame.aspect[0],
    columnPixelSpacing: frame.aspect[1],
    invert: false,
    sizeInBytes: rgba.byteLength,
  };
}

/** YBR_RCT and YBR_ICT are what a JPEG 2000 stream does inside; its decoder gives RGB (PS3.3 C.7.6.3.1.2). */
function colourOf(photometricInterpretation: string): 'RGB' | 'YBR' {
  return ['RGB', 'YBR_RCT', 'YBR_ICT'].includes(photometricInterpretation) ? 'RGB' : 'YBR';
}

/** A lossy decoder may give bytes for an image that allocates more. */
function bitsOf(values: SampleArray, { bitsStored }: PixelFormat): number {
  return Math.min(bitsStored, 8 * values.BYTES_PER_ELEMENT);
}

function spread({ values, isPlanar }: Samples, bits: number, rgba: Pixels): void {
  const pixels = rgba.length / 4;
  const [step, plane] = isPlanar ? [1, pixels] : [3, 1];
  const scale = 2 ** Math.max(0, bits - 8);
  for (let at = 0, from = 0, to = 0; at < pixels; at++, from += step, to += 4) {
    rgba[to] = Math.floor(values[from] / scale);
    rgba[to + 1] = Math.floor(values[from + plane] / scale);
    rgba[to + 2] = Math.floor(values[from + 2 * plane] / scale);
    rgba[to + 3] = 255;
  }
}

/** CCIR 601 with the full range of a byte (PS3.3 C.7.6.3.1.2); the array rounds and clamps. */
function fromFullYbr(rgba: Pixels): void {
  for (let at = 0; at < rgba.length; at += 4) {
    const [y, cb, cr] = [rgba[at], rgba[at + 1] - 128, rgba[at + 2] - 128];
    rgba[at] = y + 1.402 * cr;
    rgba[at + 1] = y - 0.344136 * cb - 0.714136 * cr;
    rgba[at + 2] = y + 1.772 * cb;
  }
}

/** CCIR 601 with head and foot room: Y from 16 to 235, colours from 16 to 240. */
function fromPartialYbr(rgba: Pixels): void {
  for (let at = 0; at < rgba.length; at += 4) {
    const [y, cb, cr] = [1.164384 * (rgba[at] - 16), rgba[at + 1] - 128, rgba[at + 2] - 128];
    rgba[at] = y + 1.596027 * cr;
    rgba[at + 1] = y - 0.391762 * cb - 0.812968 * cr;
    rgba[at + 2] = y + 2.017232 * cb;
  }
}
