import { isFigure, type Annotation, type FigureKind } from './annotation';
import { moveEnd, type Aspect, type Axes } from './bidirectional';
import type { ImagePoint } from './measure';
import { cornersOf, extentOf } from './roi-shape';

/** Lines of a figure, in image pixels. */
export interface Path {
  readonly points: readonly ImagePoint[];
  /** Dashed lines only help the eye. */
  readonly isDashed?: boolean;
}

const ELLIPSE_STEPS = 72;

/** An outline of more corners was drawn by hand: none of them is worth moving alone. */
const MOST_HANDLES = 24;

export function pathsOf({ kind, points }: Annotation): Path[] {
  switch (kind) {
    case 'length':
    case 'calibration':
    case 'arrow':
    case 'angle':
      return [{ points }];
    case 'cobb':
      return cobbPaths(points);
    case 'bidirectional':
      return [{ points: points.slice(0, 2) }, { points: points.slice(2) }];
    case 'rectangle':
      return [{ points: closed(cornersOf(points)) }];
    case 'ellipse':
      return [{ points: ellipse(points) }];
    case 'freehand':
      return [{ points: closed(points) }];
    case 'probe':
    case 'text':
    case 'key-image':
      return [];
  }
}

/** Places where the figure can be taken hold of. */
export function handlesOf({ kind, points }: Annotation): readonly ImagePoint[] {
  switch (kind) {
    case 'rectangle':
      return cornersOf(points);
    case 'ellipse':
      return ellipseEnds(points);
    case 'freehand':
      return points.length <= MOST_HANDLES ? points : [];
    case 'text':
    case 'key-image':
      return [];
    default:
      return points;
  }
}

/** The same figure with one of its handles elsewhere. */
export function withHandleAt(annotation: Annotation, handle: number, to: ImagePoint, aspect: Aspect): Annotation {
  return isFigure(annotation) ? { ...annotation, points: moved(annotation, handle, to, aspect) } : annotation;
}

export function shifted(annotation: Annotation, dx: number, dy: number): Annotation {
  return { ...annotation, points: annotation.points.map(({ x, y }) => ({ x: x + dx, y: y + dy })) };
}

function moved(
  annotation: Annotation & { kind: FigureKind },
  handle: number,
  to: ImagePoint,
  aspect: Aspect,
): readonly ImagePoint[] {
  const { points } = annotation;
  switch (annotation.kind) {
    case 'rectangle': {
      const opposite = cornersOf(points)[(handle + 2) % 4];
      return [opposite, to];
    }
    case 'ellipse':
      return movedEllipse(points, handle, to);
    case 'bidirectional':
      return moveEnd(points as unknown as Axes, handle, to, aspect);
    default:
      return points.map((point, index) => (index === handle ? to : point));
  }
}

/** Each end moves its own edge alone. */
function movedEllipse(points: readonly ImagePoint[], handle: number, { x, y }: ImagePoint): ImagePoint[] {
  const { left, top, right, bottom } = extentOf(points);
  const edges = { left, top, right, bottom, [['top', 'right', 'bottom', 'left'][handle]]: handle % 2 === 0 ? y : x };
  return [
    { x: edges.left, y: edges.top },
    { x: edges.right, y: edges.bottom },
  ];
}

/** Top, right, bottom, left. */
function ellipseEnds(points: readonly ImagePoint[]): ImagePoint[] {
  const { left, top, right, bottom } = extentOf(points);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [
    { x, y: top },
    { x: right, y },
    { x, y: bottom },
    { x: left, y },
  ];
}

function ellipse(points: readonly ImagePoint[]): ImagePoint[] {
  const { left, top, right, bottom } = extentOf(points);
  return Array.from({ length: ELLIPSE_STEPS + 1 }, (_, step) => {
    const turn = (2 * Math.PI * step) / ELLIPSE_STEPS;
    return {
      x: (left + right) / 2 + ((right - left) / 2) * Math.cos(turn),
      y: (top + bottom) / 2 + ((bottom - top) / 2) * Math.sin(turn),
    };
  });
}

function cobbPaths(points: readonly ImagePoint[]): Path[] {
  const lines = [{ points: points.slice(0, 2) }, { points: points.slice(2) }].filter((line) => line.points.length > 1);
  return lines.length < 2
    ? lines
    : [...lines, { points: lines.map(({ points: [a, b] }) => middle(a, b)), isDashed: true }];
}

function middle(a: ImagePoint, b: ImagePoint): ImagePoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function closed(points: readonly ImagePoint[]): ImagePoint[] {
  return points.length > 0 ? [...points, points[0]] : [];
}
