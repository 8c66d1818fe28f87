import type { ImagePoint } from './measure';
import type { PixelValues } from './pixel-values';
import { extentOf, spansAt, type RoiKind } from './roi-shape';

/** Of the pixels whose centre lies inside, padding left out; `sd` is that of all of them, not of a sample. */
export interface Statistics {
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  readonly pixels: number;
}

/** Undefined when no pixel with a value is inside. */
export function statistics(
  kind: RoiKind,
  points: readonly ImagePoint[],
  values: PixelValues,
): Statistics | undefined {
  let [pixels, sum, min, max] = [0, 0, Infinity, -Infinity];
  forEachInside(kind, points, values, (value) => {
    pixels++;
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  });
  if (pixels === 0) {
    return undefined;
  }
  const mean = sum / pixels;
  // In a second pass: squares of large values would swallow the small differences between them.
  let squares = 0;
  forEachInside(kind, points, values, (value) => (squares += (value - mean) ** 2));
  return { mean, sd: Math.sqrt(squares / pixels), min, max, pixels };
}

function forEachInside(
  kind: RoiKind,
  points: readonly ImagePoint[],
  values: PixelValues,
  visit: (value: number) => void,
): void {
  const { top, bottom } = extentOf(points);
  const lastRow = Math.min(values.rows - 1, Math.ceil(bottom - 0.5));
  for (let row = Math.max(0, Math.floor(top - 0.5)); row <= lastRow; row++) {
    for (const [from, to] of spansAt(kind, points, row + 0.5)) {
      const end = Math.min(values.columns, Math.ceil(to - 0.5));
      for (let column = Math.max(0, Math.ceil(from - 0.5)); column < end; column++) {
        const value = values.at(column, row);
        if (value !== undefined) {
          visit(value);
        }
      }
    }
  }
}
