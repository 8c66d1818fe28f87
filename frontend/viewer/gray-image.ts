import type { CornerstoneImage } from './cornerstone';
import type { SampleArray } from './decode/samples';
import { fileVoi } from './display-lut';
import type { Frame } from './frame';
import { lookUp, type LookupTable } from './lookup-table';
import { paddingOf } from './pixel-values';
import { rangeOf } from './stored-values';

/** Values that Cornerstone's lookup table can be indexed by. */
type IndexArray = Uint8Array | Int8Array | Uint16Array | Int16Array;

/** The largest index: what other numbers are spread over. */
const MOST = 65535;

/** How index values become values in the unit of the picture. */
interface Indexed {
  readonly values: IndexArray;
  readonly min: number;
  readonly max: number;
  readonly slope: number;
  readonly intercept: number;
}

/** A grey picture of stored values. @param modality the Modality LUT Sequence of the frame, which wins over a slope */
export function grayImage(frame: Frame, stored: SampleArray, modality: LookupTable | undefined): CornerstoneImage {
  const { rows, columns } = frame.pixels;
  const { values, min, max, slope, intercept } = modality
    ? indexed(Uint16Array.from(stored, (value) => lookUp(modality, value)), 1, 0)
    : indexed(stored, frame.rescaleSlope, frame.rescaleIntercept);
  const image = {
    imageId: frame.imageId,
    minPixelValue: min,
    maxPixelValue: max,
    slope,
    intercept,
    windowCenter: 0,
    windowWidth: 0,
    getPixelData: () => values,
    rows,
    columns,
    height: rows,
    width: columns,
    color: false,
    rowPixelSpacing: frame.aspect[0],
    columnPixelSpacing: frame.aspect[1],
    invert: frame.isInverted,
    sizeInBytes: values.byteLength,
    unitRange: rangeWithoutPadding(frame, stored, modality),
  };
  const { window } = fileVoi(frame, image);
  return { ...image, ...measured(stored, values, modality), windowCenter: window.center, windowWidth: window.width };
}

/** What only fills up the picture has no part in the window that shows all of it; few pictures are ever asked. */
function rangeWithoutPadding(
  frame: Frame,
  stored: SampleArray,
  modality: LookupTable | undefined,
): CornerstoneImage['unitRange'] {
  const isPadding = paddingOf(frame);
  const inUnit = (value: number) =>
    modality ? lookUp(modality, value) : value * frame.rescaleSlope + frame.rescaleIntercept;
  return isPadding && (() => {
    const { min, max } = finiteRange(stored.filter((value) => !isPadding(value)));
    return [inUnit(min), inUnit(max)];
  });
}

/** What is measured are the stored values, also where others are drawn. */
function measured(
  stored: SampleArray,
  drawn: IndexArray,
  modality: LookupTable | undefined,
): Pick<CornerstoneImage, 'storedValues' | 'modality'> & { sizeInBytes: number } {
  return stored === drawn
    ? { sizeInBytes: drawn.byteLength }
    : { storedValues: stored, modality, sizeInBytes: drawn.byteLength + stored.byteLength };
}

function indexed(stored: SampleArray, slope: number, intercept: number): Indexed {
  if (stored.BYTES_PER_ELEMENT <= 2) {
    return { values: stored as IndexArray, ...rangeOf(stored), slope, intercept };
  }
  const { min, max } = finiteRange(stored);
  const isFine = !Number.isInteger(min) || max - min > MOST || !stored.every(Number.isInteger);
  const step = isFine && max > min ? (max - min) / MOST : 1;
  const values = Uint16Array.from(stored, (value) =>
    value > max ? Math.round((max - min) / step) : value >= min ? Math.round((value - min) / step) : 0,
  );
  return { values, ...rangeOf(values), slope: slope * step, intercept: intercept + slope * min };
}

/** Maps keep NaN and infinities where there is nothing to tell. */
function finiteRange(values: SampleArray): { min: number; max: number } {
  const { min, max } = rangeOf(values);
  if (Number.isFinite(min) && Number.isFinite(max)) {
    return { min, max };
  }
  const finite = values.filter(Number.isFinite);
  return finite.length > 0 ? rangeOf(finite) : { min: 0, max: 0 };
}
