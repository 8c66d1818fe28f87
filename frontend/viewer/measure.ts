import type { PixelSpacing } from './pixel-spacing';

/** A position in the image: x along the row in columns, y down in rows, 0,0 at the corner of the first pixel. */
export interface ImagePoint {
  readonly x: number;
  readonly y: number;
}

/**
 * 'mm detector' is a length on the detector plane of a projection image, 'mm calibrated' one by a length that a person
 * gave, 'px' one in pixels of unknown size.
 */
export type LengthUnit = 'mm' | 'mm detector' | 'mm calibrated' | 'px';
export type AreaUnit = 'mm2' | 'mm2 detector' | 'mm2 calibrated' | 'px2';
export type Unit = LengthUnit | 'deg';

export interface Measured {
  readonly value: number;
  readonly unit: Unit;
}

type Aspect = readonly [row: number, column: number];

/** Distance in the image plane, rows and columns each with their own spacing. */
export function length(from: ImagePoint, to: ImagePoint, spacing: PixelSpacing): Measured {
  const { row, column } = pixelSize(spacing);
  return { value: Math.hypot((to.x - from.x) * column, (to.y - from.y) * row), unit: lengthUnit(spacing) };
}

/** @param pixels area in square pixels */
export function area(pixels: number, spacing: PixelSpacing): { readonly value: number; readonly unit: AreaUnit } {
  const { row, column } = pixelSize(spacing);
  return { value: pixels * row * column, unit: areaUnit(spacing) };
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
  aspect: Aspect = [1, 1],
): Measured | undefined {
  const radians = between(vector(vertex, from, spacing, aspect), vector(vertex, to, spacing, aspect));
  return radians === undefined ? undefined : { value: (radians * 180) / Math.PI, unit: 'deg' };
}

/** Cobb angle: the smaller one between two lines, 0 to 90 degrees, whichever way they were drawn. */
export function cobbAngle(
  [a, b, c, d]: readonly ImagePoint[],
  spacing: PixelSpacing,
  aspect: Aspect = [1, 1],
): Measured | undefined {
  const radians = between(vector(a, b, spacing, aspect), vector(c, d, spacing, aspect));
  const degrees = radians === undefined ? undefined : (radians * 180) / Math.PI;
  return degrees === undefined ? undefined : { value: Math.min(degrees, 180 - degrees), unit: 'deg' };
}

type Direction = readonly [x: number, y: number];

function vector(from: ImagePoint, to: ImagePoint, spacing: PixelSpacing, aspect: Aspect): Direction {
  const { row, column } = spacing.plane === 'none' ? { row: aspect[0], column: aspect[1] } : pixelSize(spacing);
  return [(to.x - from.x) * column, (to.y - from.y) * row];
}

function between([ax, ay]: Direction, [bx, by]: Direction): number | undefined {
  const isPoint = (ax === 0 && ay === 0) || (bx === 0 && by === 0);
  return isPoint ? undefined : Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by));
}

function pixelSize(spacing: PixelSpacing): { row: number; column: number } {
  return spacing.plane === 'none' ? { row: 1, column: 1 } : { row: spacing.rowMm, column: spacing.columnMm };
}

function lengthUnit(spacing: PixelSpacing): LengthUnit {
  switch (spacing.plane) {
    case 'patient':
      return 'mm';
    case 'detector':
    case 'calibrated':
      return `mm ${spacing.plane}`;
    case 'none':
      return 'px';
  }
}

function areaUnit(spacing: PixelSpacing): AreaUnit {
  switch (spacing.plane) {
    case 'patient':
      return 'mm2';
    case 'detector':
    case 'calibrated':
      return `mm2 ${spacing.plane}`;
    case 'none':
      return 'px2';
  }
}
