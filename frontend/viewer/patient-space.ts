import type { Frame } from './frame';
import type { ImagePoint } from './measure';
import { combine, cross, dot, norm, type Vector } from './vector';

/** Where the pixels of a frame lie in the patient (PS3.3 C.7.6.2.1.1). Positions and lengths are in mm. */
export interface ImagePlane {
  /** Frame of Reference UID (0020,0052): positions of one can be compared. '' when the file has none. */
  readonly frameOfReferenceUID: string;
  /** Centre of the first pixel. */
  readonly origin: Vector;
  /** Unit vectors: along a row, along a column, and at right angles to both. */
  readonly row: Vector;
  readonly column: Vector;
  readonly normal: Vector;
  /** Distance of rows and of columns. */
  readonly rowMm: number;
  readonly columnMm: number;
  readonly rows: number;
  readonly columns: number;
}

/** What a plane is made of. */
export type Placed = Pick<
  Frame,
  'position' | 'rowDirection' | 'columnDirection' | 'spacing' | 'pixels' | 'frameOfReferenceUID'
>;

/** Normals whose cosine is below this are not parallel (about half a degree). */
const PARALLEL = 0.99996;

/** Rows and columns whose cosine is above this are not at right angles: the file is wrong. */
const SKEWED = 0.01;

/** Undefined where the file does not say where the frame lies or what a pixel measures in the patient. */
export function imagePlane(frame: Placed): ImagePlane | undefined {
  const { position, rowDirection, columnDirection, spacing, pixels, frameOfReferenceUID } = frame;
  if (!position || !rowDirection || !columnDirection || spacing.plane !== 'patient') {
    return undefined;
  }
  const [row, column] = [unit(rowDirection), unit(columnDirection)];
  if (!row || !column || Math.abs(dot(row, column)) > SKEWED) {
    return undefined;
  }
  const { rowMm, columnMm } = spacing;
  const { rows, columns } = pixels;
  return {
    frameOfReferenceUID,
    origin: position,
    row,
    column,
    normal: unit(cross(row, column)) ?? [0, 0, 1],
    rowMm,
    columnMm,
    rows,
    columns,
  };
}

/** Position in the patient of a place in the image; the centre of the first pixel is 0.5, 0.5. */
export function toPatient({ origin, row, column, rowMm, columnMm }: ImagePlane, { x, y }: ImagePoint): Vector {
  return combine(origin, 1, combine(row, (x - 0.5) * columnMm, column, (y - 0.5) * rowMm), 1);
}

/** Place in the image below a position: its foot on the plane. */
export function toPixel({ origin, row, column, rowMm, columnMm }: ImagePlane, position: Vector): ImagePoint {
  const from = combine(position, 1, origin, -1);
  return { x: dot(from, row) / columnMm + 0.5, y: dot(from, column) / rowMm + 0.5 };
}

/** Distance of a position from the plane, mm, positive on the side that the normal points to. */
export function heightMm({ origin, normal }: ImagePlane, position: Vector): number {
  return dot(position, normal) - dot(origin, normal);
}

export function middleOf(plane: ImagePlane): Vector {
  return toPatient(plane, { x: plane.columns / 2, y: plane.rows / 2 });
}

/** Whether positions in both mean the same place of the patient. */
export function sharesSpace(a: ImagePlane, b: ImagePlane): boolean {
  return a.frameOfReferenceUID !== '' && a.frameOfReferenceUID === b.frameOfReferenceUID;
}

/** Also when they look from opposite sides. */
export function areParallel(a: ImagePlane, b: ImagePlane): boolean {
  return Math.abs(dot(a.normal, b.normal)) >= PARALLEL;
}

export type Segment = readonly [from: ImagePoint, to: ImagePoint];

/** The line, in pixels of `plane`, along which another image cuts it; undefined where the two images do not meet. */
export function cutOf(plane: ImagePlane, by: ImagePlane): Segment | undefined {
  if (areParallel(plane, by)) {
    return undefined;
  }
  const { rows, columns } = by;
  const corners = [
    { x: 0, y: 0 },
    { x: columns, y: 0 },
    { x: columns, y: rows },
    { x: 0, y: rows },
  ].map((corner) => toPatient(by, corner));
  const crossings = corners.flatMap((corner, place) => crossing(plane, corner, corners[(place + 1) % 4]));
  return crossings.length === 2
    ? inside([toPixel(plane, crossings[0]), toPixel(plane, crossings[1])], plane)
    : undefined;
}

/** Where an edge goes through the plane: [] when both its ends are on one side. */
function crossing(plane: ImagePlane, from: Vector, to: Vector): Vector[] {
  const [a, b] = [heightMm(plane, from), heightMm(plane, to)];
  return a < 0 === b < 0 ? [] : [combine(from, b / (b - a), to, -a / (b - a))];
}

/** The part of a segment that lies on the image (Liang and Barsky's clipping). */
function inside([from, to]: Segment, { rows, columns }: ImagePlane): Segment | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [start, end] = [0, 1];
  for (const [rate, room] of [
    [-dx, from.x],
    [dx, columns - from.x],
    [-dy, from.y],
    [dy, rows - from.y],
  ]) {
    if (rate === 0 && room < 0) {
      return undefined;
    }
    start = rate < 0 ? Math.max(start, room / rate) : start;
    end = rate > 0 ? Math.min(end, room / rate) : end;
  }
  const at = (share: number) => ({ x: from.x + share * dx, y: from.y + share * dy });
  return start < end ? [at(start), at(end)] : undefined;
}

function unit(vector: Vector): Vector | undefined {
  const size = norm(vector);
  return size > 0 ? [vector[0] / size, vector[1] / size, vector[2] / size] : undefined;
}
