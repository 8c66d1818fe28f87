import cornerstone from 'cornerstone-core/dist/cornerstone.min.js';
import type { CornerstoneImage, CornerstoneViewport, ImageLoadObject } from 'cornerstone-core/dist/cornerstone.min.js';

/**
 * The one door to Cornerstone, whose enabled elements, image cache and tool state are global to the page. The tools
 * come later than the core, so that the first picture does not wait for them.
 */
export { cornerstone };
export type { CornerstoneImage, CornerstoneViewport, ImageLoadObject };
export type * from 'cornerstone-tools/dist/cornerstoneTools.min.js';

/** Decoded pictures kept, bytes: a 600-slice CT needs 315 MB; small devices get less. */
const CACHE_BYTES = isSmallDevice() ? 256e6 : 768e6;

limitPictures(undefined);

/** @param megabytes room for decoded pictures of the page; undefined: as suits the device */
export function limitPictures(megabytes: number | undefined): void {
  const bytes = megabytes === undefined ? CACHE_BYTES : megabytes * 1e6;
  if (cornerstone.imageCache.getCacheInfo().maximumSizeInBytes !== bytes) {
    cornerstone.imageCache.setMaximumSizeBytes(bytes);
  }
}

export type Tools = (typeof import('cornerstone-tools/dist/cornerstoneTools.min.js'))['default'];

function isSmallDevice(): boolean {
  const { deviceMemory = 8 } = navigator as Navigator & { deviceMemory?: number };
  return deviceMemory <= 4 || globalThis.matchMedia?.('(pointer: coarse)').matches;
}
