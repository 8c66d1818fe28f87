import { items, number, type DicomJsonDataSet } from './dicom-json';
import type { ImagePoint } from './measure';
import { Tag } from './tags';

/** Part of an ultrasound picture with a meaning of its own (PS3.3 C.8.5.5), as an image, a curve or a scale. */
export interface UltrasoundRegion {
  /** Edges in image pixels: the first pixel begins at 0, so that right and bottom lie behind the last pixel. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** A plane where both directions are lengths; 'other': time, velocity or something unknown; 'none': no picture. */
  readonly content: UltrasoundPlane | 'other' | 'none';
}

export interface UltrasoundPlane {
  readonly rowMm: number;
  readonly columnMm: number;
}

/** Values of Region Spatial Format (PS3.3 C.8.5.5.1.1). */
const NO_FORMAT = 0;
const TWO_DIMENSIONAL = 1;
const GRAPHICS = 5;

/** Value of Physical Units X and Y Direction (PS3.3 C.8.5.5.1.15). */
const CENTIMETRES = 3;

const MM_PER_CM = 10;

/** Items of Sequence of Ultrasound Regions, [] for a picture without it. */
export function ultrasoundRegions(attributes: DicomJsonDataSet): UltrasoundRegion[] {
  return items(attributes, Tag.SequenceOfUltrasoundRegions).map((region) => ({
    left: number(region, Tag.RegionLocationMinX0) ?? NaN,
    top: number(region, Tag.RegionLocationMinY0) ?? NaN,
    right: (number(region, Tag.RegionLocationMaxX1) ?? NaN) + 1,
    bottom: (number(region, Tag.RegionLocationMaxY1) ?? NaN) + 1,
    content: content(region),
  }));
}

/**
 * Size of the pixels that all points share. Undefined when no two-dimensional region holds all of them, when one of
 * them lies in a curve as well, or when regions that hold them disagree: nobody could say then which one is meant.
 */
export function planeOf(
  regions: readonly UltrasoundRegion[],
  points: readonly ImagePoint[],
): UltrasoundPlane | undefined {
  const curves = regions.filter(({ content }) => content === 'other');
  const isDoubtful = curves.some((curve) => points.some((point) => holds(curve, point)));
  const planes = regions
    .filter((region) => points.every((point) => holds(region, point)))
    .map(({ content }) => content)
    .filter((content) => typeof content !== 'string');
  const first = planes[0];
  const agree = planes.every(({ rowMm, columnMm }) => rowMm === first.rowMm && columnMm === first.columnMm);
  return agree && !isDoubtful ? first : undefined;
}

function content(region: DicomJsonDataSet): UltrasoundRegion['content'] {
  const format = number(region, Tag.RegionSpatialFormat);
  if (format === NO_FORMAT || format === GRAPHICS) {
    return 'none';
  }
  const units = [number(region, Tag.PhysicalUnitsXDirection), number(region, Tag.PhysicalUnitsYDirection)];
  const isPlane = format === TWO_DIMENSIONAL && units.every((unit) => unit === CENTIMETRES);
  // A negative step tells that the values fall along the axis; its size is that of the pixel all the same.
  const columnMm = Math.abs(number(region, Tag.PhysicalDeltaX) ?? 0) * MM_PER_CM;
  const rowMm = Math.abs(number(region, Tag.PhysicalDeltaY) ?? 0) * MM_PER_CM;
  return isPlane && columnMm > 0 && rowMm > 0 ? { rowMm, columnMm } : 'other';
}

function holds({ left, top, right, bottom }: UltrasoundRegion, { x, y }: ImagePoint): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
