import { cross, dot, norm, type Vector } from './vector';

/** What the order of a series is decided by. */
export interface Sortable {
  readonly instanceNumber: number | undefined;
  readonly frameNumber: number;
  readonly position: Vector | undefined;
  readonly rowDirection: Vector | undefined;
  readonly columnDirection: Vector | undefined;
}

/** Two slices nearer to each other than this many mm share a position, as the phases of a dynamic series do. */
const SAME_POSITION_MM = 0.001;

/** Normals whose cosine is below this are not parallel (about half a degree). */
const PARALLEL = 0.99996;

export interface Ordered<T> {
  readonly slices: T[];
  /** 'position' when the slices are a stack in space, each at a place of its own along the common normal. */
  readonly by: 'position' | 'number';
}

/** By position along the normal where all slices are parallel and apart, else by Instance Number and frame. */
export function inSliceOrder<T extends Sortable>(slices: readonly T[]): Ordered<T> {
  const byNumber = [...slices].sort((a, b) => numberOf(a) - numberOf(b) || a.frameNumber - b.frameNumber);
  const places = placesAlongNormal(byNumber);
  if (!places) {
    return { slices: byNumber, by: 'number' };
  }
  const byPosition = [...byNumber].sort((a, b) => places.get(a)! - places.get(b)!);
  const apart = byPosition.every(
    (slice, index) => index === 0 || places.get(slice)! - places.get(byPosition[index - 1])! > SAME_POSITION_MM,
  );
  return apart ? { slices: byPosition, by: 'position' } : { slices: byNumber, by: 'number' };
}

function placesAlongNormal<T extends Sortable>(slices: readonly T[]): Map<T, number> | undefined {
  const first = slices.length > 1 ? normalOf(slices[0]) : undefined;
  if (!first) {
    return undefined;
  }
  const places = new Map<T, number>();
  for (const slice of slices) {
    const normal = normalOf(slice);
    if (!normal || !slice.position || dot(normal, first) < PARALLEL) {
      return undefined;
    }
    places.set(slice, dot(slice.position, first));
  }
  return places;
}

function normalOf(slice: Sortable): Vector | undefined {
  if (!slice.rowDirection || !slice.columnDirection) {
    return undefined;
  }
  const normal = cross(slice.rowDirection, slice.columnDirection);
  const size = norm(normal);
  return size > 0 ? [normal[0] / size, normal[1] / size, normal[2] / size] : undefined;
}

function numberOf(slice: Sortable): number {
  return slice.instanceNumber ?? Number.MAX_SAFE_INTEGER;
}
