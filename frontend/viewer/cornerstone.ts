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

cornerstone.imageCache.setMaximumSizeBytes(CACHE_BYTES);

export type Tools = (typeof import('cornerstone-tools/dist/cornerstoneTools.min.js'))['default'];

let tools: Promise<Tools> | undefined;

/** cornerstone-tools with its peers set, once for the page. */
export function loadTools(): Promise<Tools> {
  tools ??= setUpTools();
  return tools;
}

async function setUpTools(): Promise<Tools> {
  const [{ default: cornerstoneTools }, { default: cornerstoneMath }, { default: Hammer }] = await Promise.all([
    import('cornerstone-tools/dist/cornerstoneTools.min.js'),
    import('cornerstone-math/dist/cornerstoneMath.min.js'),
    import('hammerjs'),
  ]);
  Object.assign(cornerstoneTools.external, { cornerstone, cornerstoneMath, Hammer });
  cornerstoneTools.init({
    mouseEnabled: true,
    touchEnabled: true,
    globalToolSyncEnabled: false,
    showSVGCursors: false,
    autoResizeViewports: false,
  });
  return cornerstoneTools;
}

function isSmallDevice(): boolean {
  const { deviceMemory = 8 } = navigator as Navigator & { deviceMemory?: number };
  return deviceMemory <= 4 || globalThis.matchMedia?.('(pointer: coarse)').matches;
}
