import type { CornerstoneImage } from './cornerstone';
import { number } from './dicom-json';
import type { Frame } from './frame';
import { lookUp } from './lookup-table';
import type { PixelFormat } from './pixel-format';
import { Tag } from './tags';
import { valueUnit } from './value-unit';

/** The values of a picture as they are measured: those of the file after its rescale, in a unit. */
export interface PixelValues {
  readonly rows: number;
  readonly columns: number;
  /** '' for numbers without unit. */
  readonly unit: string;
  /** Whether all values are whole numbers. */
  readonly isWhole: boolean;
  /** Undefined where the pixel is padding or has no number. */
  readonly at: (column: number, row: number) => number | undefined;
}

/** Undefined for colours, and for a picture that was drawn by the server: neither has values. */
export function pixelValues(frame: Frame, image: CornerstoneImage): PixelValues | undefined {
  if (image.color || image.origin === 'rendered-by-server') {
    return undefined;
  }
  const { rows, columns } = image;
  const stored = image.storedValues ?? image.getPixelData();
  const { name, factor } = valueUnit(frame.attributes);
  const isPadding = paddingOf(frame);
  const { modality } = image;
  const [slope, intercept] = image.storedValues
    ? [frame.rescaleSlope, frame.rescaleIntercept]
    : [image.slope, image.intercept];
  const inUnit = modality
    ? (value: number) => lookUp(modality, value) * factor
    : (value: number) => (value * slope + intercept) * factor;
  return {
    rows,
    columns,
    unit: name,
    isWhole: modality !== undefined || [slope, intercept, factor].every(Number.isInteger),
    at: (column, row) => {
      const value = stored[row * columns + column];
      return isPadding?.(value) || !Number.isFinite(value) ? undefined : inUnit(value);
    },
  };
}

/**
 * Pixel Padding Value, or all from it to Pixel Padding Range Limit (PS3.3 C.7.5.1.1.2), as stored.
 *
 * @returns whether a stored value only fills up the picture; undefined where none does
 */
export function paddingOf({ attributes, pixels }: Frame): ((stored: number) => boolean) | undefined {
  const value = number(attributes, Tag.PixelPaddingValue);
  if (value === undefined) {
    return undefined;
  }
  const first = withSign(value, pixels);
  const last = withSign(number(attributes, Tag.PixelPaddingRangeLimit) ?? value, pixels);
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  return (stored) => stored >= low && stored <= high;
}

/** The VR in the file does not always tell the sign that Pixel Representation does. */
function withSign(value: number, { isSigned, bitsAllocated }: PixelFormat): number {
  const range = 2 ** bitsAllocated;
  if (isSigned) {
    return value >= range / 2 ? value - range : value;
  }
  return value < 0 ? value + range : value;
}
