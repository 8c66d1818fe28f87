import { FEWEST_POINTS, type Annotation, type Quantity, type QuantityName } from './annotation';
import type { Frame } from './frame';
import { angle, area, cobbAngle, length, type ImagePoint, type Measured } from './measure';
import { spacingAmong, type PixelSpacing } from './pixel-spacing';
import type { PixelValues } from './pixel-values';
import { areaInPixels, cornersOf, type RoiKind } from './roi-shape';
import { statistics } from './roi-statistics';

/** What an annotation is measured on. */
export interface MeasuredOn {
  readonly frame: Frame;
  /** Of the whole picture; ultrasound regions have their own. */
  readonly spacing: PixelSpacing;
  /** Undefined where the picture has none, as in colours. */
  readonly values: PixelValues | undefined;
}

/** Everything that comes out of an annotation, the main result first; [] while or where there is nothing. */
export function quantitiesOf(annotation: Annotation, on: MeasuredOn): readonly Quantity[] {
  return annotation.points.length < FEWEST_POINTS[annotation.kind] ? [] : results(annotation, on);
}

function results({ kind, points, quantities }: Annotation, on: MeasuredOn): readonly Quantity[] {
  switch (kind) {
    case 'length':
      return named('length', lengthOf(points[0], points[1], on));
    case 'angle':
      return named('angle', angle(points[0], points[1], points[2], spacingOf(points, on), on.frame.aspect));
    case 'cobb':
      return named('angle', cobbAngle(points, spacingOf(points, on), on.frame.aspect));
    case 'bidirectional':
      return [
        ...named('longAxis', lengthOf(points[0], points[1], on)),
        ...named('shortAxis', lengthOf(points[2], points[3], on)),
      ];
    case 'rectangle':
    case 'ellipse':
    case 'freehand':
      return [...areaOf(kind, points, on), ...statisticsOf(kind, points, on)];
    case 'probe':
      return valueAt(points[0], on);
    case 'calibration':
      // The length is what a person gave.
      return quantities;
    case 'arrow':
    case 'text':
    case 'key-image':
      return [];
  }
}

function lengthOf(from: ImagePoint, to: ImagePoint, on: MeasuredOn): Measured {
  return length(from, to, spacingOf([from, to], on));
}

function spacingOf(points: readonly ImagePoint[], { frame, spacing }: MeasuredOn): PixelSpacing {
  return spacingAmong(points, spacing, frame.ultrasoundRegions);
}

function areaOf(kind: RoiKind, points: readonly ImagePoint[], on: MeasuredOn): Quantity[] {
  const pixels = areaInPixels(kind, points);
  const measured = pixels === undefined ? undefined : area(pixels, spacingOf(cornersOf(points), on));
  return measured ? [{ name: 'area', ...measured }] : [];
}

function statisticsOf(kind: RoiKind, points: readonly ImagePoint[], { values }: MeasuredOn): Quantity[] {
  const found = values && statistics(kind, points, values);
  if (!found) {
    return [];
  }
  const { unit } = values;
  return [
    { name: 'mean', value: found.mean, unit },
    { name: 'sd', value: found.sd, unit },
    { name: 'min', value: found.min, unit },
    { name: 'max', value: found.max, unit },
    { name: 'pixels', value: found.pixels, unit: '' },
  ];
}

function valueAt({ x, y }: ImagePoint, { values }: MeasuredOn): Quantity[] {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const isInside = values && column >= 0 && row >= 0 && column < values.columns && row < values.rows;
  const value = isInside ? values.at(column, row) : undefined;
  return values && value !== undefined ? [{ name: 'value', value, unit: values.unit }] : [];
}

function named(name: QuantityName, measured: Measured | undefined): Quantity[] {
  return measured ? [{ name, ...measured }] : [];
}
