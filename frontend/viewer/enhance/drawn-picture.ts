import { cornerstone, type CornerstoneImage, type CornerstoneViewport } from '../cornerstone';
import { colourTable, type DrawnRange } from './colour-table';
import { enhancementOf, isPlain, type Enhancement } from './enhancement';
import { filtered, type IndexArray } from './filters';

/** What Cornerstone hands to the `render` of a picture; thumbnails have no element. */
interface EnabledElement {
  readonly element?: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly image: CornerstoneImage;
  readonly viewport: CornerstoneViewport;
  renderingTools?: object;
}

/** The picture as it was drawn last, and what of it is still true. */
interface Drawing {
  readonly canvas: OffscreenCanvas;
  readonly renderingTools: object;
  image?: CornerstoneImage;
  filterKey?: string;
  values?: IndexArray;
  lookKey?: string;
}

const drawings = new WeakMap<HTMLCanvasElement, Drawing>();

/**
 * Draws a grey picture: by Cornerstone as it is, else through our own table, which knows filters, colours and what is
 * outside of a volume. The values that are measured stay those of the file.
 */
export function drawPicture(enabled: object, invalidated: boolean): void {
  const own = enabled as EnabledElement;
  const enhancement = enhancementOf(own.element);
  if (isPlain(enhancement) && own.image.padding === undefined) {
    cornerstone.renderGrayscaleImage(enabled, invalidated);
    return;
  }
  const drawing = drawings.get(own.canvas) ?? { canvas: new OffscreenCanvas(1, 1), renderingTools: {} };
  drawings.set(own.canvas, drawing);
  bringUpToDate(drawing, own.image, own.viewport, enhancement);
  place(drawing, own);
}

function bringUpToDate(
  drawing: Drawing,
  image: CornerstoneImage,
  viewport: CornerstoneViewport,
  enhancement: Enhancement,
): void {
  const { filter, strength, brightness, contrast, palette } = enhancement;
  const filterKey = `${filter} ${strength}`;
  if (drawing.image !== image || drawing.filterKey !== filterKey) {
    drawing.values = filtered(inputOf(image), filter, strength);
    Object.assign(drawing, { image, filterKey, lookKey: undefined });
  }
  const { voi, voiLUT, invert } = viewport;
  const lookKey = [voi.windowCenter, voi.windowWidth, voiLUT?.id, invert, brightness, contrast, palette].join();
  if (drawing.lookKey !== lookKey) {
    paint(drawing, image, colourTable(rangeOf(image), viewport, image.cachedLut, enhancement));
    drawing.lookKey = lookKey;
  }
}

function inputOf(image: CornerstoneImage) {
  const { columns, rows, minPixelValue: min, maxPixelValue: max, padding } = image;
  return { values: image.getPixelData() as IndexArray, columns, rows, min, max, padding };
}

function rangeOf({ minPixelValue, maxPixelValue, slope, intercept, padding }: CornerstoneImage): DrawnRange {
  return { minPixelValue, maxPixelValue, slope, intercept, padding };
}

function paint({ canvas, values }: Drawing, { columns, rows }: CornerstoneImage, table: ColourTable): void {
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns;
    canvas.height = rows;
  }
  const context = canvas.getContext('2d')!;
  const picture = new ImageData(columns, rows);
  const pixels = new Uint32Array(picture.data.buffer);
  const { first, colours } = table;
  for (let at = 0; at < pixels.length; at++) {
    pixels[at] = colours[values![at] - first];
  }
  context.putImageData(picture, 0, 0);
}

type ColourTable = ReturnType<typeof colourTable>;

/** As a colour picture with a canvas of its own, which Cornerstone puts where zoom, pan and turn want it. */
function place({ canvas, renderingTools }: Drawing, enabled: EnabledElement): void {
  const { image, viewport } = enabled;
  cornerstone.renderColorImage(
    {
      ...enabled,
      image: { ...image, color: true, getCanvas: () => canvas },
      viewport: { ...viewport, voi: { windowWidth: 255, windowCenter: 128 }, invert: false },
      renderingTools,
    },
    true,
  );
}
