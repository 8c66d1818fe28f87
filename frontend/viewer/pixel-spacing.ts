import { number, numbers, text, type DicomJsonDataSet } from './dicom-json';
import type { ImagePoint } from './measure';
import { Tag } from './tags';
import { planeOf, ultrasoundRegions, type UltrasoundRegion } from './ultrasound-regions';

/**
 * What a pixel measures. 'patient': millimetres in the patient. 'detector': millimetres on the detector plane of a
 * projection image, larger than in the patient by an unknown magnification (PS3.3 10.7.1.3). 'calibrated':
 * millimetres by a length that a person gave. 'none': unknown.
 */
export type PixelSpacing =
  | { readonly plane: 'patient' | 'detector' | 'calibrated'; readonly rowMm: number; readonly columnMm: number }
  | { readonly plane: 'none' };

const PROJECTION = new Set(['CR', 'DX', 'MG', 'RF', 'XA', 'RG', 'PX', 'IO', 'XC']);

/** Spacing of a whole picture: unknown when ultrasound regions each have their own, see `spacingAmong`. */
export function pixelSpacing(attributes: DicomJsonDataSet): PixelSpacing {
  return ultrasoundRegions(attributes).length > 0 ? { plane: 'none' } : declaredSpacing(attributes);
}

/** Spacing that holds for all of these points of a picture. */
export function spacingAmong(
  points: readonly ImagePoint[],
  spacing: PixelSpacing,
  regions: readonly UltrasoundRegion[],
): PixelSpacing {
  const plane = planeOf(regions, points);
  return plane ? { plane: 'patient', ...plane } : spacing;
}

/** Row spacing is the distance between rows, so it belongs to vertical distances (PS3.3 10.7.1.1). */
function declaredSpacing(attributes: DicomJsonDataSet): PixelSpacing {
  const spacing = positivePair(attributes, Tag.PixelSpacing);
  const imager = positivePair(attributes, Tag.ImagerPixelSpacing);
  if (!PROJECTION.has(text(attributes, Tag.Modality))) {
    return spacing ? millimetres('patient', spacing) : imager ? millimetres('detector', imager) : { plane: 'none' };
  }
  if (spacing && isCalibrated(attributes, spacing, imager)) {
    return millimetres('patient', spacing);
  }
  const uncalibrated = imager ?? spacing;
  return uncalibrated ? millimetres('detector', uncalibrated) : { plane: 'none' };
}

/** Height to width of one pixel as shown, from the spacing or else Pixel Aspect Ratio (0028,0034). */
export function displayAspect(attributes: DicomJsonDataSet): readonly [row: number, column: number] {
  const spacing = declaredSpacing(attributes);
  if (spacing.plane !== 'none') {
    return [spacing.rowMm, spacing.columnMm];
  }
  return positivePair(attributes, Tag.PixelAspectRatio) ?? [1, 1];
}

/** Thickness of the slice in mm, undefined when not given or not positive. */
export function sliceThicknessMm(attributes: DicomJsonDataSet): number | undefined {
  const thickness = number(attributes, Tag.SliceThickness);
  return thickness !== undefined && thickness > 0 ? thickness : undefined;
}

type Pair = readonly [number, number];

function isCalibrated(attributes: DicomJsonDataSet, spacing: Pair, imager: Pair | undefined): boolean {
  const declared = text(attributes, Tag.PixelSpacingCalibrationType) !== '';
  return declared || (imager !== undefined && (imager[0] !== spacing[0] || imager[1] !== spacing[1]));
}

function positivePair(attributes: DicomJsonDataSet, tag: string): Pair | undefined {
  const values = numbers(attributes, tag, 2);
  return values && values[0] > 0 && values[1] > 0 ? [values[0], values[1]] : undefined;
}

function millimetres(plane: 'patient' | 'detector', [rowMm, columnMm]: Pair): PixelSpacing {
  return { plane, rowMm, columnMm };
}
