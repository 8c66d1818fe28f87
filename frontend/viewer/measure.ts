import type { PixelSpacing } from './pixel-spacing';

/** A position in the image: x along the row in columns, y down in rows, 0,0 at the corner of the first pixel. */
export interface ImagePoint {
  readonly x: number;
  readonly y: number;
}

/** 'mm detector' is a length on the detector plane of a projection image, 'px' one in pixels of unknown size. */
export type Unit = 'mm' | 'mm detector' | 'px' | 'deg';

export interface Measured {
  readonly value: number;
  readonly unit: Unit;
}

/** Distance in the image plane, rows and columns each with their own spacing. */
export function length(from: ImagePoint, to: ImagePoint, spacing: PixelSpacing): Measured {
  const { row, column } = pixelSize(spacing);
  return { value: Math.hypot((to.x - from.x) * column, (to.y - from.y) * row), unit: lengthUnit(spacing) };
}

/**
 * Angle at `vertex` in degrees, 0 to 180; undefined while a leg has no length. A detector plane is magnified evenly, so
 * its angles hold; without any spacing pixels count as `aspect` tells (square by default).
 */
export function angle(
  from: ImagePoint,
  vertex: ImagePoint,
  to: ImagePoint,
  spacing: PixelSpacing,
  aspect: readonly [row: number, column: number] = [1, 1],
): Measured | undefined {
  const { row, column } = spacing.plane === 'none' ? { row: aspect[0], column: aspect[1] } : pixelSize(spacing);
  const [ax, ay] = [(from.x - vertex.x) * column, (from.y - vertex.y) * row];
  const [bx, by] = [(to.x - vertex.x) * column, (to.y - vertex.y) * row];
  if ((ax === 0 && ay === 0) || (bx === 0 && by === 0)) {
    return undefined;
  }
  const radians = Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by));
  return { value: (radians * 180) / Math.PI, unit: 'deg' };
}

/** As shown beside a measurement: 23.4 mm, 118.0 px, 42.1°. `detector` is the word for a detector-plane length. */
export function readableMeasure({ value, unit }: Measured, detector: string): string {
  const digits = value.toFixed(1);
  switch (unit) {
    case 'deg':
      return `${digits}°`;
    case 'mm detector':
      return `${digits} mm ${detector}`;
    case 'mm':
    case 'px':
      return `${digits} ${unit}`;
  }
}

function pixelSize(spacing: PixelSpacing): { row: number; column: number } {
  return spacing.plane === 'none' ? { row: 1, column: 1 } : { row: spacing.rowMm, column: spacing.columnMm };
}

function lengthUnit(spacing: PixelSpacing): Unit {
  switch (spacing.plane) {
    case 'patient':
      return 'mm';
    case 'detector':
      return 'mm detector';
    case 'none':
      return 'px';
  }
}
