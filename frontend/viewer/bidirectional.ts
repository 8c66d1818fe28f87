import type { ImagePoint } from './measure';

/** Height and width of a pixel in any one unit, so that what is perpendicular is so in the patient. */
export type Aspect = readonly [row: number, column: number];

/** Part of the long axis that the short one has at first. */
const FIRST_SHARE = 0.5;

/** Long axis from a to b, short axis from c to d, each given by its ends. */
export type Axes = readonly [a: ImagePoint, b: ImagePoint, c: ImagePoint, d: ImagePoint];

/** The long axis with a short one across its middle, perpendicular to it as measured in the patient. */
export function withShortAxis(a: ImagePoint, b: ImagePoint, aspect: Aspect): Axes {
  const half = (FIRST_SHARE * distance(a, b, aspect)) / 2;
  return across(a, b, 0.5, half, -half, aspect);
}

/**
 * What becomes of both axes when one of their ends is moved: the short one keeps its place along the long one, its
 * two parts and its right angle; moving its end moves it along.
 *
 * @param end which point is moved, 0 to 3
 */
export function moveEnd(axes: Axes, end: number, to: ImagePoint, aspect: Aspect): Axes {
  const [a, b, c, d] = axes;
  if (end < 2) {
    const moved = end === 0 ? ([to, b] as const) : ([a, to] as const);
    return across(...moved, place(a, b, c, aspect), offset(a, b, c, aspect), offset(a, b, d, aspect), aspect);
  }
  const along = Math.min(1, Math.max(0, place(a, b, to, aspect)));
  const other = offset(a, b, end === 2 ? d : c, aspect);
  const own = offset(a, b, to, aspect);
  return across(a, b, along, end === 2 ? own : other, end === 2 ? other : own, aspect);
}

function across(
  a: ImagePoint,
  b: ImagePoint,
  along: number,
  first: number,
  second: number,
  [row, column]: Aspect,
): Axes {
  const length = distance(a, b, [row, column]) || 1;
  const foot = { x: a.x + along * (b.x - a.x), y: a.y + along * (b.y - a.y) };
  const [ux, uy] = [((b.x - a.x) * column) / length, ((b.y - a.y) * row) / length];
  const at = (off: number) => ({ x: foot.x - (off * uy) / column, y: foot.y + (off * ux) / row });
  return [a, b, at(first), at(second)];
}

/** Where the foot of a point lies on the long axis: 0 at a, 1 at b. */
function place(a: ImagePoint, b: ImagePoint, point: ImagePoint, [row, column]: Aspect): number {
  const [dx, dy] = [(b.x - a.x) * column, (b.y - a.y) * row];
  const squared = dx * dx + dy * dy;
  return squared === 0 ? 0.5 : ((point.x - a.x) * column * dx + (point.y - a.y) * row * dy) / squared;
}

/** Distance of a point from the long axis, positive on one side of it. */
function offset(a: ImagePoint, b: ImagePoint, point: ImagePoint, [row, column]: Aspect): number {
  const [dx, dy] = [(b.x - a.x) * column, (b.y - a.y) * row];
  const length = Math.hypot(dx, dy) || 1;
  return (dx * (point.y - a.y) * row - dy * (point.x - a.x) * column) / length;
}

function distance(a: ImagePoint, b: ImagePoint, [row, column]: Aspect): number {
  return Math.hypot((b.x - a.x) * column, (b.y - a.y) * row);
}
