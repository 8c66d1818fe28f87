import type { Frame } from './frame';
import type { ImagePoint } from './measure';
import { areParallel, sharesSpace, toPatient, toPixel, type Placed } from './patient-space';
import { planeOf, sliceAtPlane } from './slice-search';

/** How a stack follows another one. */
export interface Follow {
  /** 'position' in the patient; 'number' where the files do not say how the two lie to each other. */
  readonly by: 'position' | 'number';
  readonly place: number;
  /** Whether the leader's slice is within this stack; otherwise `place` is only its end. */
  readonly isInside: boolean;
}

/** Where a stack is scrolled to: all that others need in order to follow, also in another window. */
export interface StackPlace {
  readonly slice: Placed;
  /** Part of the way through the stack, 0 to 1; undefined for a single image. */
  readonly share: number | undefined;
}

export function stackPlace(frames: readonly Frame[], place: number): StackPlace {
  return { slice: frames[place], share: frames.length > 1 ? place / (frames.length - 1) : undefined };
}

/**
 * Where a stack goes when another one is scrolled. By position in one Frame of Reference; slices there that are not
 * parallel do not follow at all: reference lines show how they lie. By share of the stack elsewhere.
 *
 * @param near place the following stack is at
 */
export function followScroll(leader: StackPlace, frames: readonly Frame[], near: number): Follow | undefined {
  const { slice, share } = leader;
  const [plane, own] = [planeOf(slice), planeOf(frames[Math.max(0, near)])];
  if (plane && own && sharesSpace(plane, own)) {
    const found = sliceAtPlane(frames, plane, near);
    return found && { by: 'position', ...found };
  }
  return frames.length > 1 && share !== undefined
    ? { by: 'number', place: Math.round(share * (frames.length - 1)), isInside: true }
    : undefined;
}

/** What of an image is in the middle of its cell, and how large. */
export interface View {
  readonly center: ImagePoint;
  /** Pixels of the screen per image pixel along the finer spacing. */
  readonly scale: number;
}

/** The view of a frame that shows as much as another view does of another frame: of the patient, where that is known. */
export function followView(view: View, from: Placed, to: Placed): View {
  const [a, b] = [planeOf(from), planeOf(to)];
  if (a && b && sharesSpace(a, b) && areParallel(a, b)) {
    return { center: toPixel(b, toPatient(a, view.center)), scale: view.scale * (finerMm(to) / finerMm(from)) };
  }
  const step = pixelRatio(from, to);
  return {
    center: {
      x: to.pixels.columns / 2 + (view.center.x - from.pixels.columns / 2) * step.x,
      y: to.pixels.rows / 2 + (view.center.y - from.pixels.rows / 2) * step.y,
    },
    scale: hasSizes(from, to) ? view.scale * (finerMm(to) / finerMm(from)) : view.scale / step.x,
  };
}

/** Pixels of the one image that are as long as a pixel of the other: in mm, else as shares of the image. */
function pixelRatio(from: Placed, to: Placed): ImagePoint {
  if (from.spacing.plane !== 'none' && to.spacing.plane !== 'none') {
    return { x: from.spacing.columnMm / to.spacing.columnMm, y: from.spacing.rowMm / to.spacing.rowMm };
  }
  return { x: to.pixels.columns / from.pixels.columns, y: to.pixels.rows / from.pixels.rows };
}

function hasSizes(...frames: readonly Placed[]): boolean {
  return frames.every(({ spacing }) => spacing.plane !== 'none');
}

function finerMm({ spacing }: Placed): number {
  return spacing.plane === 'none' ? 1 : Math.min(spacing.rowMm, spacing.columnMm);
}
