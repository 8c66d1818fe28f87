import { combine, cross, dot, type Vector } from '../vector';
import { stepsMm, type VolumeGeometry } from './volume';

export type PlaneName = 'axial' | 'coronal' | 'sagittal';

export const PLANE_NAMES: readonly PlaneName[] = ['axial', 'coronal', 'sagittal'];

/** A picture that is cut out of a volume: square pixels in a plane of the patient, distances in mm. */
export interface Plane {
  /** Centre of its first pixel. */
  readonly origin: Vector;
  /** Unit vector along which the column number grows. */
  readonly row: Vector;
  /** Unit vector along which the row number grows. */
  readonly column: Vector;
  /** Distance of neighbouring pixels, along rows and columns alike. */
  readonly stepMm: number;
  readonly columns: number;
  readonly rows: number;
}

/** All parallel planes through a volume, as far from each other as their pixels are. */
export interface PlaneStack extends Plane {
  readonly name: PlaneName;
  /** Unit vector from plane to plane; `origin` belongs to the first. */
  readonly normal: Vector;
  readonly count: number;
}

/** As doctors look at them: from the feet, from the front and from the left, the head up. */
const DIRECTIONS: Readonly<Record<PlaneName, readonly [row: Vector, column: Vector]>> = {
  axial: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  coronal: [
    [1, 0, 0],
    [0, 0, -1],
  ],
  sagittal: [
    [0, 1, 0],
    [0, 0, -1],
  ],
};

/** Pixels along an edge at most, whatever the finest spacing asks for. */
const MOST_PIXELS = 1536;

/** What rounding may take from the last pixel, as part of a pixel. */
const ROUNDING = 1e-6;

/** Planes along the axes of the patient, in steps of the finest spacing, covering every value of the volume. */
export function planeStacks(geometry: VolumeGeometry): Readonly<Record<PlaneName, PlaneStack>> {
  const corners = cornersOf(geometry);
  const least = [0, 1, 2].map((axis) => Math.min(...corners.map((corner) => corner[axis])));
  const most = [0, 1, 2].map((axis) => Math.max(...corners.map((corner) => corner[axis])));
  const extents = least.map((start, axis) => most[axis] - start);
  const stepMm = Math.max(finestMm(geometry), Math.max(...extents) / (MOST_PIXELS - 1));
  const stack = (name: PlaneName) => stackOf(name, least, most, stepMm);
  return { axial: stack('axial'), coronal: stack('coronal'), sagittal: stack('sagittal') };
}

export function planeAt({ origin, normal, stepMm, ...stack }: PlaneStack, index: number): Plane {
  const { row, column, columns, rows } = stack;
  return { origin: combine(origin, 1, normal, index * stepMm), row, column, stepMm, columns, rows };
}

/** Place of a point of the patient: column and row of the pixel and number of the plane, none of them rounded. */
export function placeIn(stack: PlaneStack, point: Vector): readonly [column: number, row: number, index: number] {
  const way = combine(point, 1, stack.origin, -1);
  const { row, column, normal, stepMm } = stack;
  return [dot(way, row) / stepMm, dot(way, column) / stepMm, dot(way, normal) / stepMm];
}

export function pointOf(stack: PlaneStack, column: number, row: number, index: number): Vector {
  const inPlane = combine(stack.row, column * stack.stepMm, stack.column, row * stack.stepMm);
  return combine(planeAt(stack, index).origin, 1, inPlane, 1);
}

/** The centre of the nearest pixel of all three stacks, so that each shows the very same place. */
export function onGrid(stack: PlaneStack, point: Vector): Vector {
  const [column, row, index] = placeIn(stack, point);
  return pointOf(
    stack,
    within(Math.round(column), stack.columns),
    within(Math.round(row), stack.rows),
    within(Math.round(index), stack.count),
  );
}

function within(place: number, count: number): number {
  return Math.min(count - 1, Math.max(0, place));
}

function finestMm(geometry: VolumeGeometry): number {
  return Math.min(geometry.columnMm, geometry.rowMm, ...stepsMm(geometry));
}

function cornersOf({ origins, row, column, columns, rows, columnMm, rowMm }: VolumeGeometry): Vector[] {
  const across = [0, (columns - 1) * columnMm];
  const down = [0, (rows - 1) * rowMm];
  return origins.flatMap((origin) =>
    across.flatMap((x) => down.map((y) => combine(origin, 1, combine(row, x, column, y), 1))),
  );
}

function stackOf(name: PlaneName, least: readonly number[], most: readonly number[], stepMm: number): PlaneStack {
  const [row, column] = DIRECTIONS[name];
  const normal = cross(row, column);
  const count = (direction: Vector) => {
    const axis = direction.findIndex((share) => share !== 0);
    return Math.floor((most[axis] - least[axis]) / stepMm + ROUNDING) + 1;
  };
  // All stacks count from the lower corner, so that their pixels are the same points.
  const start = (axis: number) => {
    const direction = [row, column, normal].find((each) => each[axis] !== 0)!;
    return direction[axis] > 0 ? least[axis] : least[axis] + (count(direction) - 1) * stepMm;
  };
  return {
    name,
    origin: [start(0), start(1), start(2)],
    row,
    column,
    normal,
    stepMm,
    columns: count(row),
    rows: count(column),
    count: count(normal),
  };
}
