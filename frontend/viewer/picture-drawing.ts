import { cornerstone, type CornerstoneImage, type CornerstoneViewport } from './cornerstone';
import { setEnhancement, type Enhancement } from './enhance/enhancement';
import type { Frame } from './frame';
import type { ImagePoint } from './measure';
import { LayerDrawing, placementBy } from './overlays/layer-drawing';
import { panBy } from './placing';
import type { LaidPicture } from './presentation/laid-picture';

/** How a picture is shown: its window, place and turn, and what is done to it. */
export interface Look {
  readonly image: CornerstoneImage;
  readonly viewport: CornerstoneViewport;
  readonly enhancement: Enhancement;
}

/** A picture on a canvas of its own, drawn as in a cell: to be saved, printed or magnified. */
export class PictureDrawing {
  readonly canvas = document.createElement('canvas');
  /** Where Cornerstone keeps the windowed pixels, so that a picture that only moves is not windowed again. */
  readonly #renderingTools = {};
  #look: Look | undefined;
  #layers: LayerDrawing | undefined;

  constructor(width: number, height: number) {
    this.canvas.width = width;
    this.canvas.height = height;
  }

  draw(look: Look): void {
    this.#look = look;
    const context = this.canvas.getContext('2d')!;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#000';
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    setEnhancement(this.canvas, look.enhancement);
    const enabled = this.#enabled(look);
    const { image } = look;
    if (image.render) {
      image.render(enabled, false);
    } else if (image.color) {
      cornerstone.renderColorImage(enabled, false);
    } else {
      cornerstone.renderGrayscaleImage(enabled, false);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
  }

  /** Draws it with a place of the image at a place of the canvas. */
  drawAt(look: Look, place: ImagePoint, at: ImagePoint): void {
    const viewport = { ...look.viewport, translation: { x: 0, y: 0 } };
    const now = this.#place({ ...look, viewport }, place);
    const translation = panBy({ x: at.x - now.x, y: at.y - now.y }, viewport, look.image);
    this.draw({ ...look, viewport: { ...viewport, translation } });
  }

  /** Draws what files lay over the picture that was drawn last. @param unit pixels of the canvas per CSS pixel */
  drawLaid(frame: Frame, { over, bits }: LaidPicture, unit: number): void {
    if (this.#look && over) {
      const { image, viewport } = this.#look;
      const placement = placementBy((place) => this.pixelToCanvas(place), image);
      this.#layers ??= new LayerDrawing(this.canvas.getContext('2d')!);
      this.#layers.draw(over, { frame, image, placement, unit, isSharp: viewport.pixelReplication }, bits);
    }
  }

  /** Place on the canvas of a place in the image that was drawn last. */
  pixelToCanvas(place: ImagePoint): ImagePoint {
    return this.#look ? this.#place(this.#look, place) : place;
  }

  #place(look: Look, { x, y }: ImagePoint): ImagePoint {
    return cornerstone.internal.getTransform(this.#enabled(look)).transformPoint(x, y);
  }

  #enabled({ image, viewport }: Look): object {
    const { canvas } = this;
    return { element: canvas, canvas, image, viewport, renderingTools: this.#renderingTools, options: {}, layers: [] };
  }
}

/** A part of a picture, edges in its pixels. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All of a picture, or the part that is to be shown: at most half a picture more on each side. */
export function shownPart({ columns, rows }: CornerstoneImage, part: Part | undefined): Part {
  const { left, top, right, bottom } = part ?? { left: 0, top: 0, right: columns, bottom: rows };
  return {
    left: Math.max(left, -columns / 2),
    top: Math.max(top, -rows / 2),
    right: Math.min(right, 1.5 * columns),
    bottom: Math.min(bottom, 1.5 * rows),
  };
}

export function middleOf({ left, top, right, bottom }: Part): ImagePoint {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Pixels that a picture takes up when each of the finer ones is as large as one of the canvas. */
export function shownSize(
  { columnPixelSpacing, rowPixelSpacing }: CornerstoneImage,
  { left, top, right, bottom }: Part,
  rotation: number,
): { readonly width: number; readonly height: number } {
  const finer = Math.min(rowPixelSpacing, columnPixelSpacing);
  const width = Math.max(1, Math.round((right - left) * (columnPixelSpacing / finer || 1)));
  const height = Math.max(1, Math.round((bottom - top) * (rowPixelSpacing / finer || 1)));
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}
