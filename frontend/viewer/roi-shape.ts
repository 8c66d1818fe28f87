import type { ImagePoint } from './measure';

export type RoiKind = 'rectangle' | 'ellipse' | 'freehand';

/** Edges in image pixels. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function isRoi(kind: string): kind is RoiKind {
  return kind === 'rectangle' || kind === 'ellipse' || kind === 'freehand';
}

export function extentOf(points: readonly ImagePoint[]): Extent {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Corners of the smallest upright rectangle around it. */
export function cornersOf(points: readonly ImagePoint[]): ImagePoint[] {
  const { left, top, right, bottom } = extentOf(points);
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** Area in square pixels of the image; undefined for an outline that crosses itself, which has none to speak of. */
export function areaInPixels(kind: RoiKind, points: readonly ImagePoint[]): number | undefined {
  const { left, top, right, bottom } = extentOf(points);
  const box = (right - left) * (bottom - top);
  switch (kind) {
    case 'rectangle':
      return box;
    case 'ellipse':
      return (Math.PI / 4) * box;
    case 'freehand':
      return crossesItself(points) ? undefined : Math.abs(shoelace(points));
  }
}

/** Where the line at height `y` is inside: pairs of beginnings and ends, a beginning inside and an end outside. */
export function spansAt(kind: RoiKind, points: readonly ImagePoint[], y: number): [from: number, to: number][] {
  const { left, top, right, bottom } = extentOf(points);
  if (y < top || y >= bottom) {
    return [];
  }
  switch (kind) {
    case 'rectangle':
      return [[left, right]];
    case 'ellipse':
      return ellipseSpan((left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2, y);
    case 'freehand':
      return outlineSpans(points, y);
  }
}

function ellipseSpan(x: number, middle: number, halfWidth: number, halfHeight: number, y: number): [number, number][] {
  const part = (y - middle) / halfHeight;
  const half = halfWidth * Math.sqrt(Math.max(0, 1 - part * part));
  return [[x - half, x + half]];
}

/** By the even-odd rule, as everywhere in imaging. */
function outlineSpans(points: readonly ImagePoint[], y: number): [number, number][] {
  const crossings: number[] = [];
  points.forEach((a, index) => {
    const b = points[(index + 1) % points.length];
    if (a.y <= y !== b.y <= y) {
      crossings.push(a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x));
    }
  });
  crossings.sort((first, second) => first - second);
  return Array.from({ length: crossings.length >> 1 }, (_, pair) => [crossings[2 * pair], crossings[2 * pair + 1]]);
}

function shoelace(points: readonly ImagePoint[]): number {
  const origin = points[0];
  const sum = points.reduce((total, a, index) => {
    const b = points[(index + 1) % points.length];
    return total + (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
  }, 0);
  return sum / 2;
}

function crossesItself(points: readonly ImagePoint[]): boolean {
  const count = points.length;
  const end = (index: number) => points[(index + 1) % count];
  for (let first = 0; first < count; first++) {
    for (let second = first + 2; second < count; second++) {
      const areNeighbours = first === 0 && second === count - 1;
      if (!areNeighbours && cross(points[first], end(first), points[second], end(second))) {
        return true;
      }
    }
  }
  return false;
}

function cross(a: ImagePoint, b: ImagePoint, c: ImagePoint, d: ImagePoint): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side(a: ImagePoint, b: ImagePoint, point: ImagePoint): number {
  return Math.sign((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x));
}
