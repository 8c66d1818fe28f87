import { cornerstone, type CornerstoneImage, type CornerstoneViewport } from './cornerstone';
import type { EventBus } from './event-bus';
import { cssToPixel, pixelToCss, ratioOf, useDevicePixels } from './fine-canvas';
import type { Frame } from './frame';
import type { View } from './linking';
import type { ImagePoint } from './measure';
import { distance, isFitted, panBy } from './placing';
import type { Turn } from './orientation-letters';
import { voiOfViewport, type Voi } from './display-lut';
import type { LookupTable } from './lookup-table';
import type { DisplayedArea } from './presentation/displayed-area';
import type { Presented, SavedLook } from './presentation/presented';
import { shownBy, type Shown } from './shown';
import { draggedWindow, startVoi, UNCHANGED, voiInUse, wholeRange } from './voi-choice';
import type { Windowing } from './window-presets';

/** Pixels of the screen for one of the image at the most, where it is enlarged by hand. */
const MOST_SCALE = 30;

/** One picture on the screen: how it is windowed, placed and turned. */
export class Viewport {
  readonly #element: HTMLElement;
  readonly #bus: EventBus;
  readonly #observer: ResizeObserver;
  readonly #endWatch: () => void;
  #frame: Frame | undefined;
  #image: CornerstoneImage | undefined;
  /** The picture as its file has it. */
  #stored: CornerstoneImage | undefined;
  #look: SavedLook | undefined;
  #presented: Presented | undefined;
  /** Where the picture was put to show the area of a presentation state. */
  #areaPlace: string | undefined;
  #chosen: Windowing | LookupTable | undefined;
  #default: Voi | undefined;
  #isInterpolated = true;

  constructor(element: HTMLElement, bus: EventBus) {
    this.#element = element;
    this.#bus = bus;
    this.#endWatch = useDevicePixels(element, () => this.resize());
    cornerstone.enable(element);
    element.addEventListener(cornerstone.EVENTS.IMAGE_RENDERED, () => bus.emit('viewport-changed', undefined));
    this.#observer = new ResizeObserver(() => this.resize());
    this.#observer.observe(element);
  }

  get frame(): Frame | undefined {
    return this.#frame;
  }

  get image(): CornerstoneImage | undefined {
    return this.#image;
  }

  /** Pixels of the screen per image pixel along the finer spacing. */
  get scale(): number {
    return this.#viewport?.scale ?? 1;
  }

  get turn(): Turn {
    return this.#viewport ?? { rotation: 0, hflip: false, vflip: false };
  }

  get isInverted(): boolean {
    const inverted = this.#viewport?.invert ?? false;
    return inverted !== (this.#image?.invert ?? false);
  }

  /** The window in use, undefined while there is none to change or a table of the file is in its place. */
  get windowing(): Windowing | undefined {
    const voi = this.#voi;
    return voi?.kind === 'window' ? voi.window : undefined;
  }

  /** The table in use instead of a window. */
  get table(): LookupTable | undefined {
    const voi = this.#voi;
    return voi?.kind === 'table' ? voi.table : undefined;
  }

  /** Whether the picture has values that a window can be laid on. */
  get canWindow(): boolean {
    return this.#image !== undefined && this.#image.origin !== 'rendered-by-server';
  }

  /** Everything that says how it is drawn, undefined while there is no picture. */
  get drawn(): CornerstoneViewport | undefined {
    return this.#viewport;
  }

  /** The part that the presentation state in use shows, undefined when it is the whole picture or no longer on the screen. */
  get area(): DisplayedArea | undefined {
    const presented = this.#presented;
    return presented && !presented.isWhole && this.#isAtArea ? presented.area : undefined;
  }

  /** How another picture of the series would be shown here. */
  lookOf(frame: Frame, stored: CornerstoneImage): Shown {
    const presented = this.#look?.(frame, stored);
    const image = presented?.image ?? stored;
    const isSameLook = presented?.id === this.#presented?.id;
    const start = { ...cornerstone.getDefaultViewport({ width: 1, height: 1 }, image), ...presented?.turn };
    const now = (isSameLook && this.#viewport) || { ...start, pixelReplication: !this.#isInterpolated };
    const area = presented && !presented.isWhole ? presented.area : undefined;
    return { ...shownBy(now, image, this.#voiOf(frame, image, presented)), area };
  }

  /** @param isOn whether enlarged pixels run into each other instead of being squares */
  interpolate(isOn: boolean): void {
    this.#isInterpolated = isOn;
    this.#update({ pixelReplication: !isOn });
  }

  /** Starts a series: window, place and turn of the one before are forgotten. */
  startSeries(): void {
    this.#frame = this.#image = this.#chosen = this.#default = undefined;
    this.#stored = this.#look = this.#presented = undefined;
  }

  show(frame: Frame, stored: CornerstoneImage): void {
    const presented = this.#look?.(frame, stored);
    const image = presented?.image ?? stored;
    const isFirst = this.#image === undefined;
    const isOtherSize = this.#image?.width !== image.width || this.#image?.height !== image.height;
    const isOtherLook = presented?.id !== this.#presented?.id;
    const isOtherArea = presented !== undefined && !isSameArea(presented.area, this.#presented?.area);
    this.#frame = frame;
    this.#stored = stored;
    this.#image = image;
    this.#presented = presented;
    this.#default ??= startVoi(frame, stored);
    if (isFirst || isOtherLook) {
      const canvas = cornerstone.getEnabledElement(this.#element).canvas;
      const start = cornerstone.getDefaultViewport(canvas, image);
      cornerstone.displayImage(this.#element, image, {
        ...start,
        ...presented?.turn,
        ...this.#drawnBy(start.invert),
        pixelReplication: !this.#isInterpolated,
      });
    } else {
      cornerstone.displayImage(this.#element, image, this.#drawnBy(this.#viewport?.invert ?? false));
    }
    if (isFirst || isOtherSize || isOtherLook || isOtherArea) {
      this.#bringArea(presented);
    }
  }

  /** Shows this and all further pictures as somebody left them; undefined for the look of their files. */
  present(look: SavedLook | undefined): void {
    this.#look = look;
    this.#chosen = undefined;
    if (this.#frame && this.#stored) {
      this.show(this.#frame, this.#stored);
      this.#bus.emit('viewport-changed', undefined);
    }
  }

  setWindow(windowing: Windowing | 'range' | LookupTable): void {
    if (this.#image && this.canWindow) {
      this.#chosen = windowing === 'range' ? wholeRange(this.#frame, this.#image) : windowing;
      this.#redraw();
      this.#bus.emit('window-chosen', undefined);
    }
  }

  /** Right widens the window, down raises its centre, which darkens the picture. */
  dragWindow(dx: number, dy: number): void {
    const now = this.#voi?.window;
    if (now && this.canWindow) {
      this.setWindow(draggedWindow(now, dx, dy));
    }
  }

  invert(): void {
    this.#redraw({ invert: !this.#viewport?.invert });
  }

  rotateRight(): void {
    this.#update({ rotation: (this.turn.rotation + 90) % 360 });
    this.fit();
  }

  /** Mirrors what is seen left to right, also when the picture is rotated. */
  flip(): void {
    const isUpright = this.turn.rotation % 180 === 0;
    this.#update(isUpright ? { hflip: !this.turn.hflip } : { vflip: !this.turn.vflip });
  }

  fit(): void {
    if (this.#image) {
      cornerstone.fitToWindow(this.#element);
    }
  }

  /** One image pixel on one pixel of the screen, centred as well as whole pixels allow, so that none is blurred. */
  actualSize(): void {
    this.#update({ scale: 1, translation: { x: 0, y: 0 } });
    if (this.#image) {
      const origin = cornerstone.pixelToCanvas(this.#element, { x: 0, y: 0 });
      this.#update({ translation: { x: Math.round(origin.x) - origin.x, y: Math.round(origin.y) - origin.y } });
    }
  }

  /** @param about stays where it is, CSS pixels from the corner; the middle of the picture when left out */
  zoomBy(factor: number, about?: ImagePoint): void {
    const fixed = this.#image && about && this.canvasToPixel(about);
    this.#update({ scale: clampedScale(this.scale * factor, this.scale) });
    if (about && fixed) {
      this.#bring(fixed, about);
    }
  }

  /** What is in the middle and how large, undefined while there is no picture. */
  get view(): View | undefined {
    return this.#image && { center: this.canvasToPixel(this.#middle), scale: this.scale };
  }

  look({ center, scale }: View): void {
    const now = this.view;
    const isThere = now && Math.abs(now.scale / scale - 1) < 1e-6 && distance(now.center, center) * scale < 0.01;
    if (now && !isThere) {
      this.#update({ scale: clampedScale(scale) });
      this.#bring(center, this.#middle);
    }
  }

  /** Everything as when the series was opened. */
  reset(): void {
    if (this.#image) {
      this.#chosen = undefined;
      const upright = { rotation: 0, hflip: false, vflip: false };
      this.#redraw({ invert: this.#image.invert, ...(this.#presented?.turn ?? upright) });
      this.#bringArea(this.#presented);
      this.#bus.emit('window-chosen', undefined);
    }
  }

  /**
   * The room has another size: a picture that filled it does so again, any other keeps its size and what is in the
   * middle. Not while it is hidden: Cornerstone could not find back from a canvas without size.
   */
  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#element;
    const { canvas } = cornerstone.getEnabledElement(this.#element);
    const isSame = canvas.width === width && canvas.height === height;
    if (width > 0 && height > 0 && !isSame) {
      const hadRoom = canvas.width > 0 && canvas.height > 0;
      const isAtArea = this.#isAtArea;
      const [isFitted, isActual, before] = [!hadRoom || this.isFitted, this.#isActual, this.#viewport];
      cornerstone.resize(this.#element, isFitted);
      if (isAtArea) {
        this.#bringArea(this.#presented);
        return;
      }
      if (before && !isFitted) {
        // Cornerstone would scale it with its room.
        this.#update({ scale: before.scale, translation: before.translation });
      }
      if (isActual) {
        this.actualSize();
      }
    }
  }

  /** Draws the same once more, with what was measured on it meanwhile. */
  refresh(): void {
    if (this.#image) {
      cornerstone.updateImage(this.#element);
    }
  }

  /** Canvas position, CSS pixels from its top left corner, of a position in the image. */
  pixelToCanvas(point: ImagePoint): ImagePoint {
    return pixelToCss(this.#element, point);
  }

  canvasToPixel(point: ImagePoint): ImagePoint {
    return cssToPixel(this.#element, point);
  }

  dispose(): void {
    this.#endWatch();
    this.#observer.disconnect();
    cornerstone.disable(this.#element);
  }

  /** Whether the picture just fills its room. Cornerstone does not see that where pixels are oblong. */
  get isFitted(): boolean {
    const image = this.#image;
    if (!image) {
      return false;
    }
    const { width, height } = cornerstone.getEnabledElement(this.#element).canvas;
    const from = cornerstone.pixelToCanvas(this.#element, { x: 0, y: 0 });
    const to = cornerstone.pixelToCanvas(this.#element, { x: image.columns, y: image.rows });
    return isFitted({ from, to }, { width, height });
  }

  /** Whether its pixels are those of the screen and it is in the middle. */
  get #isActual(): boolean {
    const viewport = this.#viewport;
    const isInTheMiddle = viewport && Math.abs(viewport.translation.x) < 1 && Math.abs(viewport.translation.y) < 1;
    return isInTheMiddle === true && viewport.scale === 1;
  }

  /** Of the element, CSS pixels. */
  get #middle(): ImagePoint {
    const ratio = ratioOf(this.#element);
    return { x: this.#element.clientWidth / ratio / 2, y: this.#element.clientHeight / ratio / 2 };
  }

  /** Moves the picture until a place of it is at a place of the element, CSS pixels. */
  #bring(place: ImagePoint, to: ImagePoint): void {
    const [viewport, image] = [this.#viewport, this.#image];
    if (viewport && image) {
      const at = this.pixelToCanvas(place);
      const ratio = ratioOf(this.#element);
      const way = panBy({ x: (to.x - at.x) * ratio, y: (to.y - at.y) * ratio }, viewport, image);
      const { x, y } = viewport.translation;
      this.#update({ translation: { x: x + way.x, y: y + way.y } });
    }
  }

  /** The part that a presentation state shows, as large as it says; else the whole picture. */
  #bringArea(presented: Presented | undefined): void {
    const size = presented?.area.size;
    this.#areaPlace = undefined;
    if (!presented || (presented.isWhole && typeof size !== 'object')) {
      return this.fit();
    }
    const { left, top, right, bottom } = presented.area;
    const from = this.pixelToCanvas({ x: left, y: top });
    const to = this.pixelToCanvas({ x: right, y: bottom });
    const ratio = ratioOf(this.#element);
    const room = { x: this.#element.clientWidth / ratio, y: this.#element.clientHeight / ratio };
    const growth = Math.min(room.x / Math.abs(to.x - from.x), room.y / Math.abs(to.y - from.y));
    const scale = typeof size === 'object' ? size.magnification : this.scale * growth;
    this.look({ center: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
    this.#areaPlace = this.#place;
  }

  /** Whether the picture is where it was put to show the area of a presentation state. */
  get #isAtArea(): boolean {
    return this.#areaPlace !== undefined && this.#areaPlace === this.#place;
  }

  /** Tells whether the picture was moved meanwhile. */
  get #place(): string {
    return JSON.stringify([this.scale, this.#viewport?.translation]);
  }

  get #viewport(): CornerstoneViewport | undefined {
    return this.#image && cornerstone.getViewport(this.#element);
  }

  get #voi(): Voi | undefined {
    const [image, frame] = [this.#image, this.#frame];
    return image && frame && this.#voiOf(frame, image, this.#presented);
  }

  /** The reader's choice, else what a presentation state or the file asks for, else the range of the first picture shown. */
  #voiOf(frame: Frame, image: CornerstoneImage, presented: Presented | undefined): Voi | undefined {
    if (image.origin === 'rendered-by-server') {
      return undefined;
    }
    const voi = presented?.voi;
    if (!voi) {
      return voiInUse(frame, image, this.#chosen, this.#default);
    }
    const chosen = this.#chosen && voiInUse(frame, image, this.#chosen, undefined);
    return chosen ? { ...chosen, pipeline: voi.pipeline } : voi;
  }

  #drawnBy(invert: boolean): Partial<CornerstoneViewport> {
    return this.#image ? voiOfViewport(this.#image, this.#voi ?? UNCHANGED, invert) : {};
  }

  #redraw(change: Partial<CornerstoneViewport> = {}): void {
    this.#update({ ...change, ...this.#drawnBy(change.invert ?? this.#viewport?.invert ?? false) });
  }

  #update(change: Partial<CornerstoneViewport>): void {
    if (this.#image) {
      cornerstone.setViewport(this.#element, change);
      this.#bus.emit('viewport-changed', undefined);
    }
  }
}

function isSameArea(a: DisplayedArea, b: DisplayedArea | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** @param now a tiny picture that fills its room may be larger already, and does not shrink when it is to grow */
function clampedScale(scale: number, now = 0): number {
  return Math.min(Math.max(MOST_SCALE, now), Math.max(0.05, scale));
}
