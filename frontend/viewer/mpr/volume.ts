import { text, texts } from '../dicom-json';
import type { Frame } from '../frame';
import { isGray } from '../pixel-format';
import { Tag } from '../tags';
import { combine, cross, dot, norm, type Vector } from '../vector';

/** Where the values of parallel slices lie in the patient (PS3.3 C.7.6.2.1.1). Distances are in mm. */
export interface VolumeGeometry {
  readonly columns: number;
  readonly rows: number;
  /** Unit vector along which the column number grows. */
  readonly row: Vector;
  /** Unit vector along which the row number grows. */
  readonly column: Vector;
  /** Unit vector at right angles to both; slices are in its order. */
  readonly normal: Vector;
  /** Distance of neighbouring columns. */
  readonly columnMm: number;
  /** Distance of neighbouring rows. */
  readonly rowMm: number;
  /** Centre of the first pixel of each slice. */
  readonly origins: readonly Vector[];
}

/** Why images are no volume: last part of a message key, and the values to fill in. */
export interface VolumeRefusal {
  readonly reason:
    | 'fewSlices'
    | 'colour'
    | 'projection'
    | 'noPosition'
    | 'orientations'
    | 'sizes'
    | 'frames'
    | 'duplicates'
    | 'gap';
  readonly values: readonly (string | number)[];
}

export type VolumeFinding =
  | { readonly kind: 'volume'; readonly geometry: VolumeGeometry; readonly frames: readonly Frame[] }
  | ({ readonly kind: 'refused' } & VolumeRefusal);

/** Below three there is nothing to cut through. */
const FEWEST_SLICES = 3;

/** Directions whose cosine is below this are not the same (about half a degree). */
const PARALLEL = 0.99996;

/** Rows and columns whose cosine is above this are not at right angles (about a twentieth of a degree). */
const SKEWED = 0.001;

/** Slices nearer to each other than this share a position, in mm. */
const SAME_POSITION_MM = 0.01;

/** A step this many times the usual one is no spacing any more: what lies between was never seen. */
const GAP = 4;

/** Modalities whose images are shadows, which have no place in depth. */
const PROJECTIONS = new Set(['CR', 'DX', 'MG', 'RF', 'XA', 'RG', 'PX', 'IO', 'XC', 'US', 'IVUS', 'ES', 'OP', 'SM']);

/** Kinds of images inside of a series that are no slices (PS3.3 C.7.6.1.1.2, value 3 and the following). */
const NO_SLICES = new Set(['LOCALIZER', 'PROJECTION IMAGE', 'SCOUT']);

/** The frames of a series as a volume in slice order, or why they are none. */
export function volumeOf(frames: readonly Frame[]): VolumeFinding {
  const [first] = frames;
  const refusal = refusalOf(frames);
  if (refusal) {
    return { kind: 'refused', ...refusal };
  }
  const row = unit(first.rowDirection!);
  const normal = unit(cross(row, first.columnDirection!));
  const column = cross(normal, row);
  const inOrder = [...frames].sort((a, b) => dot(a.position!, normal) - dot(b.position!, normal));
  const spacing = first.spacing.plane === 'none' ? undefined : first.spacing;
  const geometry = {
    columns: first.pixels.columns,
    rows: first.pixels.rows,
    row,
    column,
    normal,
    columnMm: spacing?.columnMm ?? 1,
    rowMm: spacing?.rowMm ?? 1,
    origins: inOrder.map(({ position }) => position!),
  };
  const uneven = stepRefusal(stepsMm(geometry));
  return uneven ? { kind: 'refused', ...uneven } : { kind: 'volume', geometry, frames: inOrder };
}

/** Distances of neighbouring slices along the normal. */
export function stepsMm({ origins, normal }: Pick<VolumeGeometry, 'origins' | 'normal'>): number[] {
  return origins.slice(1).map((origin, before) => dot(combine(origin, 1, origins[before], -1), normal));
}

/** What a reader should know of how the slices lie. */
export interface SliceSpacing {
  readonly smallestMm: number;
  readonly largestMm: number;
  readonly isEven: boolean;
  /** Angle between the way from slice to slice and the normal, 0 without a tilt of the gantry. */
  readonly tiltDegrees: number;
}

/** Steps that differ by less than this part of the smallest one are called even. */
const EVEN = 0.01;

/** Less is rounding in the header. */
const LEAST_TILT_DEGREES = 0.1;

export function sliceSpacing(geometry: VolumeGeometry): SliceSpacing {
  const steps = stepsMm(geometry);
  const [smallestMm, largestMm] = [Math.min(...steps), Math.max(...steps)];
  const way = combine(geometry.origins.at(-1)!, 1, geometry.origins[0], -1);
  const cosine = Math.min(1, dot(way, geometry.normal) / norm(way));
  const tiltDegrees = (Math.acos(cosine) * 180) / Math.PI;
  return {
    smallestMm,
    largestMm,
    isEven: largestMm - smallestMm <= EVEN * smallestMm,
    tiltDegrees: tiltDegrees < LEAST_TILT_DEGREES ? 0 : tiltDegrees,
  };
}

function refusalOf(frames: readonly Frame[]): VolumeRefusal | undefined {
  const [first] = frames;
  if (frames.length < FEWEST_SLICES) {
    return refused('fewSlices', frames.length);
  }
  if (frames.some(({ pixels }) => !isGray(pixels))) {
    return refused('colour');
  }
  if (frames.some(isProjection)) {
    return refused('projection');
  }
  if (!frames.every(hasPlace)) {
    return refused('noPosition');
  }
  if (new Set(frames.map(({ frameOfReferenceUID }) => frameOfReferenceUID)).size > 1) {
    return refused('frames');
  }
  if (!frames.every((frame) => isParallel(frame, first))) {
    return refused('orientations');
  }
  return frames.every((frame) => isSameGrid(frame, first)) ? undefined : refused('sizes');
}

function isProjection({ attributes, spacing }: Frame): boolean {
  const isShadow = PROJECTIONS.has(text(attributes, Tag.Modality)) || spacing.plane === 'detector';
  return isShadow || texts(attributes, Tag.ImageType).some((value) => NO_SLICES.has(value));
}

function hasPlace({ position, rowDirection, columnDirection, spacing }: Frame): boolean {
  if (!position || !rowDirection || !columnDirection || spacing.plane !== 'patient') {
    return false;
  }
  const lengths = norm(rowDirection) * norm(columnDirection);
  return lengths > 0 && Math.abs(dot(rowDirection, columnDirection)) < SKEWED * lengths;
}

function isParallel(a: Frame, b: Frame): boolean {
  return (
    dot(unit(a.rowDirection!), unit(b.rowDirection!)) > PARALLEL &&
    dot(unit(a.columnDirection!), unit(b.columnDirection!)) > PARALLEL
  );
}

function isSameGrid(a: Frame, b: Frame): boolean {
  const isSameSize = a.pixels.rows === b.pixels.rows && a.pixels.columns === b.pixels.columns;
  const isLarge = a.pixels.rows > 1 && a.pixels.columns > 1;
  return isSameSize && isLarge && isSameSpacing(a, b);
}

function isSameSpacing({ spacing: a }: Frame, { spacing: b }: Frame): boolean {
  return (
    a.plane !== 'none' &&
    b.plane !== 'none' &&
    Math.abs(a.rowMm - b.rowMm) < EVEN * b.rowMm &&
    Math.abs(a.columnMm - b.columnMm) < EVEN * b.columnMm
  );
}

function stepRefusal(steps: readonly number[]): VolumeRefusal | undefined {
  const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1];
  const gap = steps.findIndex((step) => step > GAP * usual);
  if (steps.some((step) => step < SAME_POSITION_MM)) {
    return refused('duplicates');
  }
  return gap < 0 ? undefined : refused('gap', steps[gap].toFixed(1), gap + 1, gap + 2);
}

function refused(reason: VolumeRefusal['reason'], ...values: (string | number)[]): VolumeRefusal {
  return { reason, values };
}

function unit(direction: Vector): Vector {
  const size = norm(direction);
  return [direction[0] / size, direction[1] / size, direction[2] / size];
}
