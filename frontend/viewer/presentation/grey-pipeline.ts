import type { FetchBulk } from '../bulk-data';
import type { CornerstoneImage } from '../cornerstone';
import { item, items, number, text, type DicomJsonDataSet } from '../dicom-json';
import type { GreyPipeline, Voi } from '../display-lut';
import type { Frame } from '../frame';
import { lookUp, lookupTables, type LookupTable } from '../lookup-table';
import { Tag } from '../tags';
import { fileWindows, fullWindow, rangeWindow, voiFunction, type Windowing } from '../window-presets';
import { concerns, itemFor } from './image-references';
import type { PresentationState } from './presentation-state';

/** The tables of a state, all of them here before the first picture is shown by it. */
export interface GreyTables {
  readonly modality: LookupTable | undefined;
  readonly presentation: LookupTable | undefined;
  readonly voi: ReadonlyMap<DicomJsonDataSet, LookupTable | undefined>;
}

/**
 * Fetches the tables that a state has for these pictures.
 *
 * @throws when one of them is broken or cannot be had: a part of a state would be another picture
 */
export async function greyTables(
  { attributes }: PresentationState,
  frames: readonly Frame[],
  fetch: FetchBulk,
): Promise<GreyTables> {
  const isSigned = frames.some(({ pixels }) => pixels.isSigned);
  const isVoiSigned = isSigned || (number(attributes, Tag.RescaleIntercept) ?? 0) < 0;
  const inUse = items(attributes, Tag.SoftcopyVOILUTSequence).filter((voi) =>
    frames.some((frame) => concerns(voi, frame)),
  );
  const tables = await Promise.all(inUse.map((voi) => tableOf(voi, Tag.VOILUTSequence, isVoiSigned, fetch)));
  return {
    modality: await tableOf(attributes, Tag.ModalityLUTSequence, isSigned, fetch),
    presentation: await tableOf(attributes, Tag.PresentationLUTSequence, false, fetch),
    voi: new Map(inUse.map((voi, index) => [voi, tables[index]])),
  };
}

async function tableOf(
  holder: DicomJsonDataSet,
  sequence: string,
  isSigned: boolean,
  fetch: FetchBulk,
): Promise<LookupTable | undefined> {
  const [table] = await lookupTables(holder, sequence, isSigned, fetch);
  if (!table && item(holder, sequence, 0)) {
    throw new Error('A lookup table of the presentation state is broken.');
  }
  return table;
}

/** The picture for the state: where a Modality LUT of the file was applied to it, the stored values before that. */
export function beforeModality(image: CornerstoneImage): CornerstoneImage {
  const { modality, storedValues } = image;
  if (!modality || !storedValues || (storedValues as Uint16Array).BYTES_PER_ELEMENT > 2) {
    return image;
  }
  const values = storedValues as Uint16Array;
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const stored = { slope: 1, intercept: 0, minPixelValue: min, maxPixelValue: max, unitRange: undefined };
  return { ...image, ...stored, getPixelData: () => values };
}

/** How stored values become greys by the state alone (PS3.4 N.2): what the file says of it does not count. */
function pipelineOf(
  state: PresentationState,
  { modality, presentation }: GreyTables,
  frame: Frame,
  image: CornerstoneImage,
): GreyPipeline {
  const { slope, intercept } = rescaleOf(state);
  const ofFile = { slope: frame.rescaleSlope, intercept: frame.rescaleIntercept };
  const own = image.modality ? { slope: 1, intercept: 0 } : ofFile;
  return {
    id: state.sopInstanceUID,
    fromUnits: (value) => {
      const stored = (value - own.intercept) / own.slope;
      return modality ? lookUp(modality, stored) : stored * slope + intercept;
    },
    toGrey: (share) => (presentation ? through(presentation, share) : share),
  };
}

/** The window or the table of the state for a picture; without one every value that the file can hold gets its grey. */
export function stateVoi(
  state: PresentationState,
  tables: GreyTables,
  frame: Frame,
  image: CornerstoneImage,
): Voi {
  const voi = itemFor(state.attributes, Tag.SoftcopyVOILUTSequence, frame);
  const table = voi && tables.voi.get(voi);
  const window = voi && (fileWindows(voi)[0]?.windowing as Windowing | undefined);
  const pipeline = pipelineOf(state, tables, frame, image);
  if (table && !window) {
    const width = table.entries.length;
    return { kind: 'table', table, window: { center: table.first + width / 2, width }, pipeline };
  }
  return window
    ? { kind: 'window', window, curve: voiFunction(voi), pipeline }
    : { kind: 'window', window: wholeWindow(state, tables, frame, image), curve: 'LINEAR_EXACT', pipeline };
}

/** Whether white and black change places after everything else. */
export function isInverse({ attributes }: PresentationState): boolean {
  return text(attributes, Tag.PresentationLUTShape) === 'INVERSE';
}

function wholeWindow(
  state: PresentationState,
  { modality }: GreyTables,
  frame: Frame,
  image: CornerstoneImage,
): Windowing {
  if (modality) {
    return rangeWindow(0, 2 ** modality.bits - 1, 'LINEAR_EXACT');
  }
  const { bitsStored, isSigned } = frame.pixels;
  if (bitsStored > 16) {
    return fullWindow(image, 'LINEAR_EXACT');
  }
  const { slope, intercept } = rescaleOf(state);
  const first = isSigned ? -(2 ** (bitsStored - 1)) : 0;
  const ends = [first, first + 2 ** bitsStored - 1].map((stored) => stored * slope + intercept);
  return rangeWindow(Math.min(...ends), Math.max(...ends), 'LINEAR_EXACT');
}

function rescaleOf({ attributes }: PresentationState): { slope: number; intercept: number } {
  return { slope: number(attributes, Tag.RescaleSlope) || 1, intercept: number(attributes, Tag.RescaleIntercept) ?? 0 };
}

/** A Presentation LUT is entered with what the window gives, spread over its entries (PS3.3 C.11.6.1). */
function through({ entries, bits }: LookupTable, share: number): number {
  const place = Math.round(Math.min(1, Math.max(0, share)) * (entries.length - 1));
  return entries[place] / (2 ** bits - 1);
}
