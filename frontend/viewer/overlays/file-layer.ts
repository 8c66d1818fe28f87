import { bulkFetcher } from '../bulk-data';
import { cornerstone, type CornerstoneImage, type ToolEvent } from '../cornerstone';
import type { DicomJsonElement } from '../dicom-json';
import { ratioOf } from '../fine-canvas';
import type { Frame } from '../frame';
import { GraphicPen } from '../presentation/graphic-pen';
import { overlayData } from './overlay-bits';
import { overlayPicture, type Colour, type OverlayPicture, type PaintedPlane } from './overlay-picture';
import type { OverlayPlane } from './overlay-plane';
import type { LaidOver } from './laid-over';
import { drawShutter, type Placement } from './shutter-drawing';

export interface FileLayerPorts {
  /** Of a picture on the element; undefined for one that does not come from a file. */
  readonly frameOf: (imageId: string) => Frame | undefined;
  /** What lies over it now, undefined while the reader wants to see the picture alone. */
  readonly over: (frame: Frame) => LaidOver | undefined;
  readonly onChange: () => void;
}

/** From so many screen pixels a bit on its edges are drawn sharp. */
const SHARP_SCALE = 3;

/** Planes that were painted last, and for what. */
interface Painted {
  readonly key: readonly unknown[];
  readonly canvas: OffscreenCanvas | undefined;
  readonly picture: OverlayPicture | undefined;
}

/** Draws what files lay over the picture of an element each time that picture is drawn, below the measurements. */
export class FileLayer {
  readonly #abort = new AbortController();
  /** Overlay Data as far as it is here. */
  readonly #bits = new WeakMap<DicomJsonElement, Uint8Array>();
  readonly #failed = new WeakSet<DicomJsonElement>();
  readonly #asked = new WeakSet<DicomJsonElement>();
  #overlay: Painted | undefined;
  #closed: Painted | undefined;

  constructor(
    readonly element: HTMLElement,
    readonly ports: FileLayerPorts,
  ) {
    element.addEventListener(cornerstone.EVENTS.IMAGE_RENDERED, this.#onRendered);
  }

  /** Whether a plane that belongs to the picture could not be had. */
  isIncomplete({ planes, shutterPlane }: LaidOver): boolean {
    return [...planes.map(({ plane }) => plane), shutterPlane].some(
      (plane) => plane?.data !== undefined && this.#failed.has(plane.data),
    );
  }

  redraw(): void {
    if (cornerstone.getEnabledElement(this.element).image) {
      cornerstone.updateImage(this.element);
    }
  }

  dispose(): void {
    this.#abort.abort();
    this.element.removeEventListener(cornerstone.EVENTS.IMAGE_RENDERED, this.#onRendered);
  }

  readonly #onRendered = (event: Event): void => {
    const { image, canvasContext } = (event as unknown as ToolEvent).detail;
    const frame = this.ports.frameOf(image.imageId);
    const over = frame && this.ports.over(frame);
    if (frame && over) {
      canvasContext.save();
      this.#draw(canvasContext, frame, image, over);
      canvasContext.restore();
    }
  };

  #draw(context: CanvasRenderingContext2D, frame: Frame, image: CornerstoneImage, over: LaidOver): void {
    const placement = this.#placement(image);
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (over.shutter) {
      const { grey } = over.shutter;
      const { rows, columns, rowPixelSpacing, columnPixelSpacing } = image;
      drawShutter(context, over.shutter, placement, { rows, columns, aspect: rowPixelSpacing / columnPixelSpacing });
      const closing = over.shutterPlane ? [{ plane: over.shutterPlane, colour: [grey, grey, grey] as const }] : [];
      this.#closed = this.#planes(context, frame, image, closing, placement, this.#closed);
    }
    this.#overlay = this.#planes(context, frame, image, over.planes, placement, this.#overlay);
    if (over.graphics.length > 0) {
      const ratio = ratioOf(this.element);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      new GraphicPen(context, placement.map((value) => value / ratio) as unknown as Placement).drawAll(over.graphics);
    }
  }

  /** Three places tell it, whatever the picture was turned and moved by. */
  #placement({ columns, rows }: CornerstoneImage): Placement {
    const origin = cornerstone.pixelToCanvas(this.element, { x: 0, y: 0 });
    const right = cornerstone.pixelToCanvas(this.element, { x: columns, y: 0 });
    const below = cornerstone.pixelToCanvas(this.element, { x: 0, y: rows });
    return [
      (right.x - origin.x) / columns,
      (right.y - origin.y) / columns,
      (below.x - origin.x) / rows,
      (below.y - origin.y) / rows,
      origin.x,
      origin.y,
    ];
  }

  #planes(
    context: CanvasRenderingContext2D,
    frame: Frame,
    image: CornerstoneImage,
    planes: LaidOver['planes'],
    placement: Placement,
    before: Painted | undefined,
  ): Painted | undefined {
    const here = planes.flatMap(({ plane, colour }) => this.#withBits(plane, colour, image));
    if (here.length === 0) {
      return undefined;
    }
    const [a, b, c, d] = placement;
    const step = Math.max(1, Math.floor(1 / Math.min(Math.hypot(a, b), Math.hypot(c, d)) + 0.01));
    const key = [image.imageId, step, ...here.flatMap(({ bits, colour }) => [bits, colour.join()])];
    const isSame = before?.key.length === key.length && key.every((part, index) => part === before.key[index]);
    const painted = isSame ? before : { key, ...painting(overlayPicture(here, image, frame.frameNumber, step)) };
    lay(context, painted, placement);
    return painted;
  }

  #withBits(plane: OverlayPlane, colour: Colour, image: CornerstoneImage): PaintedPlane[] {
    const bits = plane.data ? this.#bits.get(plane.data) : image.embeddedOverlays?.get(plane.group);
    if (!bits && plane.data) {
      this.#fetch(plane.data);
    }
    return bits ? [{ plane, bits, colour }] : [];
  }

  /** It appears as soon as it is here. */
  #fetch(data: DicomJsonElement): void {
    if (this.#asked.has(data)) {
      return;
    }
    this.#asked.add(data);
    overlayData(data, bulkFetcher(this.#abort.signal)).then(
      (bits) => {
        this.#bits.set(data, bits ?? new Uint8Array());
        this.redraw();
      },
      () => {
        if (!this.#abort.signal.aborted) {
          this.#failed.add(data);
          this.ports.onChange();
        }
      },
    );
  }
}

function painting(picture: OverlayPicture | undefined): Pick<Painted, 'canvas' | 'picture'> {
  if (!picture) {
    return { canvas: undefined, picture };
  }
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d')!.putImageData(new ImageData(picture.rgba, picture.width, picture.height), 0, 0);
  return { canvas, picture };
}

/** Much enlarged, single bits have sharp edges; letters read better without. */
function lay(context: CanvasRenderingContext2D, { canvas, picture }: Painted, placement: Placement): void {
  if (canvas && picture) {
    const { left, top, width, height, step } = picture;
    context.save();
    context.setTransform(...placement);
    context.imageSmoothingEnabled = Math.hypot(placement[0], placement[1]) * step < SHARP_SCALE;
    context.drawImage(canvas, left, top, width * step, height * step);
    context.restore();
  }
}
