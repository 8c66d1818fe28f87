import type { CornerstoneImage, CornerstoneViewport } from './cornerstone';
import type { ImagePoint } from './measure';

/**
 * Change of Cornerstone's translation that moves the picture by a way on the canvas, device pixels. It is kept
 * in pixels of the unrotated image, which are wider or higher than others where the spacing is.
 */
export function panBy(
  { x, y }: ImagePoint,
  { scale, rotation }: Pick<CornerstoneViewport, 'scale' | 'rotation'>,
  { rowPixelSpacing, columnPixelSpacing }: Pick<CornerstoneImage, 'rowPixelSpacing' | 'columnPixelSpacing'>,
): ImagePoint {
  const [cos, sin] = [Math.cos((rotation * Math.PI) / 180), Math.sin((rotation * Math.PI) / 180)];
  const finer = Math.min(rowPixelSpacing, columnPixelSpacing);
  const along = (x * cos + y * sin) / (scale * (columnPixelSpacing / finer || 1));
  const across = (y * cos - x * sin) / (scale * (rowPixelSpacing / finer || 1));
  return { x: along * cos - across * sin, y: along * sin + across * cos };
}

/** In image pixels. */
export function distance(a: ImagePoint, b: ImagePoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Lengths on the canvas that differ by less are the same, device pixels. */
const SAME_PX = 1.5;

/** Whether a picture that lies on the canvas between these corners is in its middle, as large as fits. */
export function isFitted(
  { from, to }: { readonly from: ImagePoint; readonly to: ImagePoint },
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  const isCentred = Math.abs(from.x + to.x - width) < SAME_PX && Math.abs(from.y + to.y - height) < SAME_PX;
  const [spareX, spareY] = [width - Math.abs(to.x - from.x), height - Math.abs(to.y - from.y)];
  return isCentred && Math.min(spareX, spareY) > -SAME_PX && Math.min(spareX, spareY) < SAME_PX;
}
