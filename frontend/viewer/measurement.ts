import type { ToolData } from './cornerstone';
import type { Frame } from './frame';
import { angle, length, type ImagePoint, type Measured, type Unit } from './measure';
import { spacingAmong } from './pixel-spacing';

export type MeasurementKind = 'length' | 'angle';

/** A measurement as callers get it. Points are in image pixels of the frame: two of a length, three of an angle. */
export interface Measurement {
  readonly id: string;
  readonly kind: MeasurementKind;
  readonly value: number;
  readonly unit: Unit;
  readonly points: readonly ImagePoint[];
  readonly sopInstanceUID: string;
  readonly frameNumber: number;
}

/** Computed from the handles each time, so that what is shown, listed and saved cannot differ. */
export function measureOf(kind: MeasurementKind, data: ToolData, frame: Frame): Measured | undefined {
  const { start, middle, end } = data.handles;
  const spacing = spacingAmong(pointsOf(data), frame.spacing, frame.ultrasoundRegions);
  switch (kind) {
    case 'length':
      return length(start, end, spacing);
    case 'angle':
      return middle && angle(start, middle, end, spacing, frame.aspect);
  }
}

/** Undefined while it has no value yet, as an angle with one leg. */
export function measurementOf(kind: MeasurementKind, data: ToolData, frame: Frame): Measurement | undefined {
  const measured = measureOf(kind, data, frame);
  return (
    measured && {
      id: data.uuid ?? '',
      kind,
      ...measured,
      points: pointsOf(data),
      sopInstanceUID: frame.sopInstanceUID,
      frameNumber: frame.frameNumber,
    }
  );
}

function pointsOf({ handles: { start, middle, end } }: ToolData): ImagePoint[] {
  return [start, ...(middle ? [middle] : []), end].map(({ x, y }) => ({ x, y }));
}
