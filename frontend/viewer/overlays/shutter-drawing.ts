import type { ImagePoint } from '../measure';
import type { Shutter } from './shutter';

/** How places of the picture come onto the canvas: x and y by a, c, e and b, d, f, as a canvas transform has them. */
export type Placement = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Beyond any screen. */
const FAR = 1e5;

/** The picture below: its size in pixels, and the height of a pixel in widths of a pixel. */
export interface Below {
  readonly rows: number;
  readonly columns: number;
  readonly aspect: number;
}

/** Closes all of the picture but what the shapes leave: each of them covers what is outside of itself. */
export function drawShutter(
  context: CanvasRenderingContext2D,
  { rectangle, circle, polygon, grey }: Shutter,
  placement: Placement,
  { rows, columns, aspect }: Below,
): void {
  const shapes: Path2D[] = [];
  if (rectangle) {
    const { left, top, right, bottom } = rectangle;
    const path = new Path2D();
    path.rect(left, top, right - left, bottom - top);
    shapes.push(path);
  }
  if (circle) {
    const path = new Path2D();
    // The radius is in pixels along a row (PS3.3 C.7.6.11).
    path.ellipse(circle.center.x, circle.center.y, circle.radius, circle.radius / aspect, 0, 0, 2 * Math.PI);
    shapes.push(path);
  }
  if (polygon) {
    shapes.push(outline(polygon));
  }
  context.save();
  context.clip(placed(frameOf(rows, columns), placement));
  context.fillStyle = `rgb(${grey}, ${grey}, ${grey})`;
  shapes.forEach((shape) => context.fill(outside(shape, placement), 'evenodd'));
  context.restore();
}

function outline(points: readonly ImagePoint[]): Path2D {
  const path = new Path2D();
  points.forEach(({ x, y }) => path.lineTo(x, y));
  path.closePath();
  return path;
}

function frameOf(rows: number, columns: number): Path2D {
  const path = new Path2D();
  path.rect(0, 0, columns, rows);
  return path;
}

function placed(shape: Path2D, placement: Placement): Path2D {
  const path = new Path2D();
  path.addPath(shape, new DOMMatrix([...placement]));
  return path;
}

function outside(shape: Path2D, placement: Placement): Path2D {
  const path = placed(shape, placement);
  path.rect(-FAR, -FAR, 2 * FAR, 2 * FAR);
  return path;
}
