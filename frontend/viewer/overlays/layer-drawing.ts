import type { CornerstoneImage } from '../cornerstone';
import type { Frame } from '../frame';
import type { ImagePoint } from '../measure';
import { GraphicPen } from '../presentation/graphic-pen';
import type { LaidOver } from './laid-over';
import { overlayPicture, type OverlayPicture, type PaintedPlane } from './overlay-picture';
import type { OverlayStore } from './overlay-store';
import { drawShutter, type Placement } from './shutter-drawing';

/** What is drawn over, and where. */
export interface LayerGround {
  readonly frame: Frame;
  readonly image: CornerstoneImage;
  /** How places of the picture come onto the canvas. */
  readonly placement: Placement;
  /** Pixels of the canvas per CSS pixel: how large words and how thick lines are. */
  readonly unit: number;
  /** Whether the pixels of the picture are squares, so that bits are too. */
  readonly isSharp: boolean;
}

/** From so many pixels of the canvas a bit on its edges are drawn sharp. */
const SHARP_SCALE = 3;

/** Planes that were painted last, and for what. */
interface Painted {
  readonly key: readonly unknown[];
  readonly canvas: OffscreenCanvas | undefined;
  readonly picture: OverlayPicture | undefined;
}

/** Draws what files lay over pictures; what was painted for one is kept until another is drawn. */
export class LayerDrawing {
  #overlay: Painted | undefined;
  #closed: Painted | undefined;

  constructor(readonly context: CanvasRenderingContext2D) {}

  /** Shutter, overlays, graphics: the last on top. Bits that are not here yet are left out. */
  draw(over: LaidOver, ground: LayerGround, bits: OverlayStore): void {
    const { context } = this;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (over.shutter) {
      this.#drawShutter(over, over.shutter, ground, bits);
    }
    this.#overlay = this.#planes(over.planes, ground, bits, this.#overlay);
    if (over.graphics.length > 0) {
      const { placement, unit } = ground;
      context.setTransform(unit, 0, 0, unit, 0, 0);
      new GraphicPen(context, placement.map((value) => value / unit) as unknown as Placement).drawAll(over.graphics);
    }
    context.restore();
  }

  #drawShutter(
    { shutterPlane }: LaidOver,
    shutter: NonNullable<LaidOver['shutter']>,
    ground: LayerGround,
    bits: OverlayStore,
  ): void {
    const { grey } = shutter;
    const { rows, columns, rowPixelSpacing, columnPixelSpacing } = ground.image;
    const below = { rows, columns, aspect: rowPixelSpacing / columnPixelSpacing };
    drawShutter(this.context, shutter, ground.placement, below);
    const closing = shutterPlane ? [{ plane: shutterPlane, colour: [grey, grey, grey] as const }] : [];
    this.#closed = this.#planes(closing, ground, bits, this.#closed);
  }

  #planes(
    planes: LaidOver['planes'],
    { frame, image, placement, isSharp }: LayerGround,
    store: OverlayStore,
    before: Painted | undefined,
  ): Painted | undefined {
    const here = planes.flatMap(({ plane, colour }): PaintedPlane[] => {
      const bits = store.bitsOf(plane, image);
      return bits ? [{ plane, bits, colour }] : [];
    });
    if (here.length === 0) {
      return undefined;
    }
    const [a, b, c, d] = placement;
    const step = Math.max(1, Math.floor(1 / Math.min(Math.hypot(a, b), Math.hypot(c, d)) + 0.01));
    const key = [image.imageId, step, ...here.flatMap(({ bits, colour }) => [bits, colour.join()])];
    const isSame = before?.key.length === key.length && key.every((part, index) => part === before.key[index]);
    const painted = isSame ? before : { key, ...painting(overlayPicture(here, image, frame.frameNumber, step)) };
    lay(this.context, painted, placement, isSharp);
    return painted;
  }
}

/** Three places tell it, whatever the picture was turned and moved by. */
export function placementBy(
  toCanvas: (place: ImagePoint) => ImagePoint,
  { columns, rows }: Pick<CornerstoneImage, 'columns' | 'rows'>,
): Placement {
  const origin = toCanvas({ x: 0, y: 0 });
  const right = toCanvas({ x: columns, y: 0 });
  const below = toCanvas({ x: 0, y: rows });
  return [
    (right.x - origin.x) / columns,
    (right.y - origin.y) / columns,
    (below.x - origin.x) / rows,
    (below.y - origin.y) / rows,
    origin.x,
    origin.y,
  ];
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
function lay(
  context: CanvasRenderingContext2D,
  { canvas, picture }: Painted,
  placement: Placement,
  isSharp: boolean,
): void {
  if (canvas && picture) {
    const { left, top, width, height, step } = picture;
    const scale = Math.hypot(placement[0], placement[1]) * step;
    context.save();
    context.setTransform(...placement);
    context.imageSmoothingEnabled = scale < (isSharp ? 1 : SHARP_SCALE);
    context.drawImage(canvas, left, top, width * step, height * step);
    context.restore();
  }
}
