import type { PixelSpacing } from '../pixel-spacing';

/** A line of a known length. */
export interface ScaleBar {
  /** Of the width of the picture. */
  readonly share: number;
  readonly lengthMm: number;
  readonly plane: 'patient' | 'detector' | 'calibrated';
}

/** At most this much of the width is the line. */
const MOST_SHARE = 0.4;

/**
 * The longest of 1, 2, 5, 10, ... mm that is not too long for the picture; undefined where pixels have no known size.
 *
 * @param scale pixels of the canvas for the finer edge of a pixel of the image
 * @param width of the canvas, pixels
 */
export function scaleBar(spacing: PixelSpacing, scale: number, width: number): ScaleBar | undefined {
  if (spacing.plane === 'none') {
    return undefined;
  }
  const widthMm = (width / scale) * Math.min(spacing.rowMm, spacing.columnMm);
  const mostMm = widthMm * MOST_SHARE;
  const power = 10 ** Math.floor(Math.log10(mostMm));
  const lengthMm = [5, 2, 1].map((digit) => digit * power).find((length) => length <= mostMm) ?? power;
  const isUseful = Number.isFinite(lengthMm) && lengthMm > 0;
  return isUseful ? { share: lengthMm / widthMm, lengthMm, plane: spacing.plane } : undefined;
}

/** As rulers have it: 5 mm, 2 cm. */
export function readableLength(lengthMm: number): string {
  return lengthMm >= 10 ? `${lengthMm / 10} cm` : `${Number(lengthMm.toPrecision(2))} mm`;
}
