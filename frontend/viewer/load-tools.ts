import { cornerstoneInCssPixels } from './fine-canvas';
import type { Tools } from './cornerstone';

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
  Object.assign(cornerstoneTools.external, { cornerstone: cornerstoneInCssPixels, cornerstoneMath, Hammer });
  cornerstoneTools.init({
    mouseEnabled: true,
    touchEnabled: true,
    globalToolSyncEnabled: false,
    showSVGCursors: false,
    autoResizeViewports: false,
  });
  return cornerstoneTools;
}
