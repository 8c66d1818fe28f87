import type { Frame } from './frame';
import {
  areParallel,
  heightMm,
  imagePlane,
  middleOf,
  sharesSpace,
  type ImagePlane,
  type Placed,
} from './patient-space';
import type { Vector } from './vector';

/** Slices nearer to each other than this share a position, as the phases of a dynamic series do. */
const SAME_POSITION_MM = 0.001;

/** The slice nearest to a position. */
export interface NearestSlice {
  /** In the stack, from 0. */
  readonly place: number;
  /** Whether the position lies in the slice or between it and the next one, not beyond the end of the stack. */
  readonly isInside: boolean;
}

const planes = new WeakMap<Placed, { readonly plane: ImagePlane | undefined }>();

/** The plane of a frame, computed once. */
export function planeOf(frame: Placed): ImagePlane | undefined {
  const known = planes.get(frame) ?? { plane: imagePlane(frame) };
  planes.set(frame, known);
  return known.plane;
}

/**
 * The slice of a stack nearest to a position in the patient.
 *
 * @param near place of the stack that wins among slices of one position
 * @param isWanted which planes are in question
 */
export function nearestSlice(
  frames: readonly Frame[],
  position: Vector,
  near: number,
  isWanted: (plane: ImagePlane) => boolean,
): NearestSlice | undefined {
  let best: { place: number; distance: number } | undefined;
  frames.forEach((frame, place) => {
    const plane = planeOf(frame);
    if (plane && isWanted(plane)) {
      const found = { place, distance: Math.abs(heightMm(plane, position)) };
      best = best && !isBetter(found, best, near) ? best : found;
    }
  });
  return best && { place: best.place, isInside: isInside(frames, best.place, position) };
}

/** The slice of a stack that a slice of another one lies in; undefined when none is parallel to it in its space. */
export function sliceAtPlane(frames: readonly Frame[], plane: ImagePlane, near: number): NearestSlice | undefined {
  return nearestSlice(
    frames,
    middleOf(plane),
    near,
    (other) => sharesSpace(plane, other) && areParallel(plane, other),
  );
}

/** Whether a position belongs to a slice of a stack: nearer to it than to the next, and not beyond the end. */
export function isInside(frames: readonly Frame[], place: number, position: Vector): boolean {
  const plane = planeOf(frames[place]);
  if (!plane) {
    return false;
  }
  const height = heightMm(plane, position);
  const gaps = gapsMm(frames, plane);
  const toNext = height > 0 ? gaps.above : gaps.below;
  const reach = toNext ?? Math.max(frames[place].sliceThicknessMm ?? 0, gaps.above ?? gaps.below ?? 0);
  return Math.abs(height) <= reach / 2 + SAME_POSITION_MM;
}

function isBetter(
  a: { place: number; distance: number },
  b: { place: number; distance: number },
  near: number,
): boolean {
  const gain = b.distance - a.distance;
  const isSame = Math.abs(gain) <= SAME_POSITION_MM;
  return isSame ? Math.abs(a.place - near) < Math.abs(b.place - near) : gain > 0;
}

/** Distance to the next parallel slices on both sides, undefined at an end of the stack. */
function gapsMm(
  frames: readonly Frame[],
  plane: ImagePlane,
): { readonly above: number | undefined; readonly below: number | undefined } {
  let [above, below] = [Infinity, Infinity];
  for (const frame of frames) {
    const other = planeOf(frame);
    const height = other && areParallel(plane, other) ? heightMm(plane, middleOf(other)) : 0;
    above = height > SAME_POSITION_MM ? Math.min(above, height) : above;
    below = height < -SAME_POSITION_MM ? Math.min(below, -height) : below;
  }
  return { above: Number.isFinite(above) ? above : undefined, below: Number.isFinite(below) ? below : undefined };
}
