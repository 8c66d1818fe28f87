import type { Annotation, AnnotationKind, Quantity } from './annotation';
import type { ImagePoint } from './measure';

/** A measurement as callers get it, and as it is saved. Points are in image pixels of the frame. */
export interface Measurement {
  readonly id: string;
  readonly kind: AnnotationKind;
  /** The main result; undefined for what has none, as an arrow. */
  readonly value: number | undefined;
  readonly unit: string;
  /** All results, the main one first. */
  readonly values: readonly Quantity[];
  readonly points: readonly ImagePoint[];
  readonly label: string;
  readonly seriesInstanceUID: string;
  readonly sopInstanceUID: string;
  readonly frameNumber: number;
}

export function measurementOf(annotation: Annotation): Measurement {
  const { id, kind, quantities, label, seriesInstanceUID, sopInstanceUID, frameNumber } = annotation;
  return {
    id,
    kind,
    value: quantities[0]?.value,
    unit: quantities[0]?.unit ?? '',
    values: quantities,
    points: annotation.points.map(({ x, y }) => ({ x, y })),
    label,
    seriesInstanceUID,
    sopInstanceUID,
    frameNumber,
  };
}
