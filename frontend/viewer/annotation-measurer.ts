import type { Annotation, Quantity } from './annotation';
import { quantitiesOf } from './annotation-values';
import type { CornerstoneImage } from './cornerstone';
import type { Frame } from './frame';
import type { PixelSpacing } from './pixel-spacing';
import { pixelValues, type PixelValues } from './pixel-values';

interface Result {
  readonly image: CornerstoneImage;
  readonly spacing: PixelSpacing;
  readonly quantities: readonly Quantity[];
}

const values = new WeakMap<CornerstoneImage, { readonly of: PixelValues | undefined }>();
const results = new WeakMap<Annotation, Result>();

/**
 * The annotation with what comes out of it on this picture: from its points each time, so that what is shown, listed
 * and saved cannot differ; kept as long as neither points, picture nor spacing change.
 */
export function measured(
  annotation: Annotation,
  frame: Frame,
  image: CornerstoneImage,
  spacing: PixelSpacing,
): Annotation {
  const known = results.get(annotation);
  if (known && known.image === image && isSameSpacing(known.spacing, spacing)) {
    return { ...annotation, quantities: known.quantities };
  }
  const quantities = quantitiesOf(annotation, { frame, spacing, values: valuesOf(frame, image) });
  results.set(annotation, { image, spacing, quantities });
  return { ...annotation, quantities };
}

function valuesOf(frame: Frame, image: CornerstoneImage): PixelValues | undefined {
  const known = values.get(image) ?? { of: pixelValues(frame, image) };
  values.set(image, known);
  return known.of;
}

function isSameSpacing(a: PixelSpacing, b: PixelSpacing): boolean {
  if (a.plane === 'none' || b.plane === 'none') {
    return a.plane === b.plane;
  }
  return a.plane === b.plane && a.rowMm === b.rowMm && a.columnMm === b.columnMm;
}
