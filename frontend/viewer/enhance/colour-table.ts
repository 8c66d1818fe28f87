import type { CornerstoneViewport } from '../cornerstone';
import type { StoredRange } from '../window-presets';
import { paletteTable } from './colour-palettes';
import { adjustedGrey, type Enhancement } from './enhancement';

export interface DrawnRange extends StoredRange {
  /** Index that is outside of the image, where there is one. */
  readonly padding: number | undefined;
}

/** Pixels as a canvas keeps them, for the value `first` and those after it. */
export interface ColourTable {
  readonly first: number;
  readonly colours: Uint32Array;
}

type Look = Pick<CornerstoneViewport, 'voi' | 'voiLUT' | 'invert'>;

const OPAQUE = 0xff000000;

/** @param cachedLut greys of a curve of the file, which wins over the window where `look` names one */
export function colourTable(
  range: DrawnRange,
  look: Look,
  cachedLut: object | undefined,
  enhancement: Enhancement,
): ColourTable {
  const { minPixelValue: min, maxPixelValue: max, padding } = range;
  const greyOf = greys(range, look, cachedLut, enhancement);
  const palette = paletteTable(enhancement.palette);
  const colours = new Uint32Array(Math.max(max, padding ?? max) - min + 1).fill(OPAQUE);
  for (let value = min; value <= max; value++) {
    const at = 3 * Math.round(adjustedGrey(greyOf(value), enhancement));
    // Little endian, as every machine with a browser is: red is the lowest byte.
    colours[value - min] = (OPAQUE | (palette[at + 2] << 16) | (palette[at + 1] << 8) | palette[at]) >>> 0;
  }
  if (padding !== undefined) {
    colours[padding - min] = OPAQUE;
  }
  return { first: min, colours };
}

function greys(
  range: DrawnRange,
  { voi, voiLUT, invert }: Look,
  cachedLut: object | undefined,
  { filter }: Enhancement,
): (value: number) => number {
  const { slope, intercept, minPixelValue: min } = range;
  const inverted = (grey: number) => (invert ? 255 - grey : grey);
  if (filter === 'edges') {
    // Differences have no level: none is black, one as large as the window is white.
    return (value) => inverted(clamped(((value - min) * Math.abs(slope) * 255) / voi.windowWidth));
  }
  const { lutArray } = (cachedLut ?? {}) as { readonly lutArray?: ArrayLike<number> };
  if (voiLUT && lutArray) {
    const first = Math.min(0, min);
    return (value) => lutArray[value - first];
  }
  return (value) =>
    inverted(clamped(((value * slope + intercept - voi.windowCenter) / voi.windowWidth + 0.5) * 255));
}

function clamped(grey: number): number {
  return Math.min(255, Math.max(0, grey));
}
