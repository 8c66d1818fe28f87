import type { CornerstoneImage, CornerstoneViewport } from './cornerstone';
import type { Frame } from './frame';
import type { LookupTable } from './lookup-table';
import { lookUp } from './lookup-table';
import { cornerstoneVoi, fullWindow, isFractional, type VoiFunction, type Windowing } from './window-presets';

/** How values become grey: by a window and its function, or by a table of the file (PS3.3 C.11.2). */
export type Voi = (
  | { readonly kind: 'window'; readonly window: Windowing; readonly curve: VoiFunction }
  | { readonly kind: 'table'; readonly window: Windowing; readonly table: LookupTable }
) & {
  /** What a presentation state does before and after it. */
  readonly pipeline?: GreyPipeline | undefined;
};

/** The steps around window or table, where they are not those of the file. */
export interface GreyPipeline {
  /** Names it, so that Cornerstone sees when it is another. */
  readonly id: string;
  /** From a value in units of the file to what the window is laid on. */
  readonly fromUnits: (value: number) => number;
  /** From what the window gives, 0 to 1, to the grey, 0 to 1. */
  readonly toGrey: (share: number) => number;
}

type Range = Pick<CornerstoneImage, 'minPixelValue' | 'maxPixelValue' | 'slope' | 'intercept' | 'unitRange'>;

/** Windows narrower than this many units make no sense of LINEAR, which takes one off (PS3.3 C.11.2.1.2.1). */
const NARROW = 2;

/** The function of the file; LINEAR is for whole units, so fractions in a narrow window are taken exactly. */
export function curveOf(frame: Frame, image: Range): VoiFunction {
  const { voiFunction, fileWindow } = frame;
  const width = fileWindow?.width ?? fullWindow(image, 'LINEAR_EXACT').width;
  return voiFunction === 'LINEAR' && isFractional(image) && width < NARROW ? 'LINEAR_EXACT' : voiFunction;
}

/** What the file asks for: its first window, else its first table, else the range of its values. */
export function fileVoi(frame: Frame, image: Range & Pick<CornerstoneImage, 'voiTables'>): Voi {
  const curve = curveOf(frame, image);
  const table = image.voiTables?.[0];
  return !frame.fileWindow && table
    ? tableVoi(table)
    : { kind: 'window', window: frame.fileWindow ?? fullWindow(image, curve), curve };
}

/** @returns the table with the window that spans it, for whoever goes on from there by hand */
export function tableVoi(table: LookupTable): Voi {
  const width = table.entries.length;
  return { kind: 'table', table, window: { center: table.first + width / 2, width } };
}

/** The part of a Cornerstone viewport that draws a picture so; what Cornerstone cannot do is prepared on the image. */
export function voiOfViewport(
  image: CornerstoneImage,
  voi: Voi,
  invert: boolean,
): Pick<CornerstoneViewport, 'voi' | 'voiLUT'> {
  const own = image.color ? undefined : ownCurve(voi);
  if (!own) {
    const curve = voi.kind === 'window' && voi.curve !== 'SIGMOID' ? voi.curve : 'LINEAR';
    return { voi: cornerstoneVoi(voi.window, curve), voiLUT: undefined };
  }
  const { center: windowCenter, width: windowWidth } = voi.window;
  const voiLUT = { id: own.id };
  image.cachedLut = { lutArray: greys(image, own.grey, invert), windowCenter, windowWidth, invert, voiLUT };
  return { voi: { windowCenter, windowWidth }, voiLUT };
}

interface Curve {
  /** Names the curve, so that Cornerstone sees when it is another. */
  readonly id: string;
  /** From 0 to 1 for a value in units. */
  readonly grey: (value: number) => number;
}

const ids = new WeakMap<LookupTable, string>();
let tablesSeen = 0;

function ownCurve(voi: Voi): Curve | undefined {
  const { pipeline } = voi;
  if (!pipeline) {
    return curveOfVoi(voi);
  }
  const { id, grey } = curveOfVoi(voi) ?? lineOf(voi.window, voi.kind === 'window' ? voi.curve : 'LINEAR');
  return { id: `${pipeline.id} ${id}`, grey: (value) => pipeline.toGrey(grey(pipeline.fromUnits(value))) };
}

/** PS3.3 C.11.2.1.2.1 and C.11.2.1.3.2. */
function lineOf(window: Windowing, curve: VoiFunction): Curve {
  const { windowCenter, windowWidth } = cornerstoneVoi(window, curve);
  const grey = (value: number) => Math.min(1, Math.max(0, (value - windowCenter) / windowWidth + 0.5));
  return { id: curve, grey };
}

function curveOfVoi(voi: Voi): Curve | undefined {
  if (voi.kind === 'table') {
    const { table } = voi;
    const id = ids.get(table) ?? `table ${++tablesSeen}`;
    ids.set(table, id);
    const white = 2 ** table.bits - 1;
    return { id, grey: (value) => lookUp(table, value) / white };
  }
  const { center, width } = voi.window;
  // PS3.3 C.11.2.1.3.1.
  return voi.curve === 'SIGMOID'
    ? { id: 'sigmoid', grey: (value) => 1 / (1 + Math.exp((-4 * (value - center)) / width)) }
    : undefined;
}

/** Greys of all stored values, the first that of the smallest or of 0, as Cornerstone lays them. */
function greys(image: CornerstoneImage, grey: Curve['grey'], invert: boolean): Uint8ClampedArray {
  const first = Math.min(0, image.minPixelValue);
  const lut = new Uint8ClampedArray(image.maxPixelValue - first + 1);
  for (let stored = image.minPixelValue; stored <= image.maxPixelValue; stored++) {
    const shown = 255 * grey(stored * image.slope + image.intercept);
    lut[stored - first] = invert ? 255 - shown : shown;
  }
  return lut;
}
