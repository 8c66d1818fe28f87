import type { Annotation } from './annotation';
import { handlesOf, pathsOf } from './annotation-figure';
import type { ImagePoint } from './measure';

/** How near, in CSS pixels, a press takes hold of something: of a handle, and of a line. */
export interface Reach {
  readonly handlePx: number;
  readonly linePx: number;
}

export const MOUSE_REACH: Reach = { handlePx: 9, linePx: 7 };
export const FINGER_REACH: Reach = { handlePx: 24, linePx: 16 };

/** What lies under a press: a figure as a whole, or one of its handles. */
export interface Hit {
  readonly annotation: Annotation;
  readonly handle: number | undefined;
}

/** Place on the screen, CSS pixels. */
export type OnScreen = (point: ImagePoint) => ImagePoint;

/** Edges of a label on the screen, CSS pixels. */
export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The figure under a place of the screen: the nearest handle in reach before any line, what was drawn last before what
 * lies below it. Of a text, and of a point, the label can be taken too.
 */
export function hitAt(
  at: ImagePoint,
  annotations: readonly Annotation[],
  onScreen: OnScreen,
  reach: Reach,
  labels: ReadonlyMap<string, LabelBox> = new Map(),
): Hit | undefined {
  const lastFirst = [...annotations].reverse();
  return (
    nearestHandle(at, lastFirst, onScreen, reach.handlePx) ??
    whole(lastFirst.find((annotation) => isOnLine(at, annotation, onScreen, reach.linePx))) ??
    whole(lastFirst.find((annotation) => isOnLabel(at, annotation, labels)))
  );
}

function nearestHandle(
  at: ImagePoint,
  annotations: readonly Annotation[],
  onScreen: OnScreen,
  reachPx: number,
): Hit | undefined {
  let nearest: Hit | undefined;
  let distance = reachPx;
  for (const annotation of annotations) {
    handlesOf(annotation).forEach((handle, index) => {
      const { x, y } = onScreen(handle);
      const away = Math.hypot(x - at.x, y - at.y);
      if (away < distance) {
        [nearest, distance] = [{ annotation, handle: index }, away];
      }
    });
  }
  return nearest;
}

function isOnLine(at: ImagePoint, annotation: Annotation, onScreen: OnScreen, reachPx: number): boolean {
  return pathsOf(annotation).some(({ points, isDashed }) => {
    const path = points.map(onScreen);
    return !isDashed && path.slice(1).some((end, index) => distanceToSegment(at, path[index], end) < reachPx);
  });
}

function isOnLabel({ x, y }: ImagePoint, { id, kind }: Annotation, labels: ReadonlyMap<string, LabelBox>): boolean {
  const box = kind === 'text' || kind === 'probe' ? labels.get(id) : undefined;
  return (
    box !== undefined && x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height
  );
}

function whole(annotation: Annotation | undefined): Hit | undefined {
  return annotation && { annotation, handle: undefined };
}

function distanceToSegment(point: ImagePoint, from: ImagePoint, to: ImagePoint): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared;
  const clamped = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - clamped * dx, point.y - from.y - clamped * dy);
}
