import type { Annotation } from './annotation';
import type { Frame } from './frame';
import type { ImagePoint } from './measure';
import type { PixelSpacing } from './pixel-spacing';

/** Longest length that anybody would give, a room and more. */
const LONGEST_MM = 10_000;

/** Whether the size of the pixels may be given by hand: not where the file tells what they measure in the patient. */
export function canCalibrate({ spacing, ultrasoundRegions }: Frame): boolean {
  const hasRegion = ultrasoundRegions.some(({ content }) => typeof content !== 'string');
  return spacing.plane !== 'patient' && !hasRegion;
}

/** Spacing by the calibration that was made last on this instance, of which all frames share it; else its own. */
export function calibratedSpacing(frame: Frame, annotations: readonly Annotation[]): PixelSpacing {
  const calibration = annotations.findLast(
    ({ kind, sopInstanceUID }) => kind === 'calibration' && sopInstanceUID === frame.sopInstanceUID,
  );
  const lengthMm = calibration?.quantities[0]?.value;
  return lengthMm && canCalibrate(frame) ? spacingBy(calibration.points, lengthMm, frame) : frame.spacing;
}

function spacingBy([from, to]: readonly ImagePoint[], lengthMm: number, { aspect, spacing }: Frame): PixelSpacing {
  const [row, column] = aspect;
  const drawn = Math.hypot((to.x - from.x) * column, (to.y - from.y) * row);
  const factor = lengthMm / drawn;
  return drawn > 0 ? { plane: 'calibrated', rowMm: row * factor, columnMm: column * factor } : spacing;
}

/** Millimetres that somebody typed, with a point or a comma; undefined when it is no length. */
export function typedMillimetres(typed: string): number | undefined {
  const value = /^\d+([.,]\d+)?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : NaN;
  return value > 0 && value <= LONGEST_MM ? value : undefined;
}
