import { cornerstone, type ToolEvent } from '../cornerstone';
import { ratioOf } from '../fine-canvas';
import type { Frame } from '../frame';
import { LayerDrawing, placementBy } from './layer-drawing';
import type { LaidOver } from './laid-over';
import { OverlayStore } from './overlay-store';

export interface FileLayerPorts {
  /** Of a picture on the element; undefined for one that does not come from a file. */
  readonly frameOf: (imageId: string) => Frame | undefined;
  /** What lies over it now, undefined while the reader wants to see the picture alone. */
  readonly over: (frame: Frame) => LaidOver | undefined;
  readonly onChange: () => void;
}

/** Draws what files lay over the picture of an element each time that picture is drawn, below the measurements. */
export class FileLayer {
  /** Overlays appear as soon as they are here. */
  readonly bits = new OverlayStore({ onLoaded: () => this.redraw(), onFailed: () => this.ports.onChange() });
  #drawing: LayerDrawing | undefined;

  constructor(
    readonly element: HTMLElement,
    readonly ports: FileLayerPorts,
  ) {
    element.addEventListener(cornerstone.EVENTS.IMAGE_RENDERED, this.#onRendered);
  }

  redraw(): void {
    if (cornerstone.getEnabledElement(this.element).image) {
      cornerstone.updateImage(this.element);
    }
  }

  dispose(): void {
    this.bits.dispose();
    this.element.removeEventListener(cornerstone.EVENTS.IMAGE_RENDERED, this.#onRendered);
  }

  readonly #onRendered = (event: Event): void => {
    const { image, canvasContext, viewport } = (event as unknown as ToolEvent).detail;
    const frame = this.ports.frameOf(image.imageId);
    const over = frame && this.ports.over(frame);
    if (frame && over) {
      const { element } = this;
      const placement = placementBy((place) => cornerstone.pixelToCanvas(element, place), image);
      const ground = { frame, image, placement, unit: ratioOf(element), isSharp: viewport.pixelReplication };
      this.#drawing ??= new LayerDrawing(canvasContext);
      this.#drawing.draw(over, ground, this.bits);
    }
  };
}
