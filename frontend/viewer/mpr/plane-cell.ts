import type { CornerstoneImage } from '../cornerstone';
import { EventBus } from '../event-bus';
import type { Frame } from '../frame';
import { forgetFrames, registerFrames } from '../frame-registry';
import type { ImagePoint } from '../measure';
import type { Messages } from '../messages';
import { pictureElement } from '../picture-input';
import { followSettings } from '../settings/follow-settings';
import { ToolSet, type DrawingPorts, type ToolName } from '../tool-set';
import type { Vector } from '../vector';
import { Viewport } from '../viewport';
import { CrossDrag } from './cross-drag';
import type { PlaneWish } from './mpr-engine';
import type { PlaneAnswer } from './mpr-message';
import { planeFrame, planeImage, planeValue } from './plane-picture';
import { placeIn, type PlaneName, type PlaneStack } from './planes';

/** One of the three directions on the screen: the plane that is shown and the tools on it. */
export class PlaneCell {
  readonly bus = new EventBus();
  readonly element: HTMLElement = pictureElement(this.bus, () => this.drawing.settings.now.mouse);
  readonly viewport = new Viewport(this.element, this.bus);
  readonly lines = new CrossDrag(this);
  readonly tools: ToolSet;
  /** There is nothing to play. */
  readonly cine = undefined;
  readonly #source: Frame;
  readonly #frames = new Map<number, Frame>();
  #shownIndex = -1;
  readonly #endSettings: () => void;
  readonly #observer = new ResizeObserver(() => this.isVisible && this.bus.emit('layout-changed', undefined));

  /**
   * @param source an image of the volume, for everything that is true of all of them
   * @param notes what has to be known of how the planes were made
   */
  constructor(
    readonly planes: PlaneStack,
    source: Frame,
    tool: ToolName,
    readonly drawing: DrawingPorts,
    readonly notes: (messages: Messages) => readonly string[],
  ) {
    this.#source = source;
    const onWindowDrag = ({ dx, dy }: { dx: number; dy: number }) => this.viewport.dragWindow(dx, dy);
    this.tools = new ToolSet(this.element, this.bus, { ...drawing, onWindowDrag }, tool);
    this.#observer.observe(this.element);
    this.#endSettings = followSettings(this.viewport, drawing.settings);
  }

  get name(): PlaneName {
    return this.planes.name;
  }

  /** The planes that were shown, to which what was measured belongs. */
  get stack(): { readonly frames: readonly Frame[] } {
    return { frames: [...this.#frames.values()] };
  }

  get position(): { readonly index: number; readonly count: number } {
    return { index: Math.max(0, this.#shownIndex), count: this.planes.count };
  }

  /** Whether it has any room; on a phone one direction has all of it. */
  get isVisible(): boolean {
    return this.element.clientWidth > 0 && this.element.clientHeight > 0;
  }

  /** Of the plane on the screen, -1 before the first. */
  get shownIndex(): number {
    return this.#shownIndex;
  }

  get image(): CornerstoneImage | undefined {
    return this.viewport.image;
  }

  scrollBy(steps: number): void {
    if (!this.tools.isBusy) {
      this.bus.emit('scroll-by', steps);
    }
  }

  /** A measurement that is being drawn keeps its picture. */
  show(wish: PlaneWish, answer: PlaneAnswer): void {
    if (this.tools.isBusy && wish.index !== this.#shownIndex) {
      return;
    }
    const frame = planeFrame(this.#source, wish);
    if (!this.#frames.has(wish.index)) {
      this.#frames.set(wish.index, frame);
      registerFrames([frame]);
    }
    this.#shownIndex = wish.index;
    this.viewport.show(frame, planeImage(frame, answer));
    void this.tools.attach();
  }

  /** What is on the screen is no longer what it should be. */
  forget(): void {
    this.#shownIndex = -1;
  }

  /** Value at a point of the patient in the picture on the screen, undefined outside of it. */
  valueAt(point: Vector): number | undefined {
    const [column, row] = placeIn(this.planes, point);
    return this.image && planeValue(this.image, Math.round(column), Math.round(row));
  }

  /** Where a point of the patient is on the element, CSS pixels from its top left corner. */
  toCss(point: Vector): ImagePoint {
    const [column, row] = placeIn(this.planes, point);
    return this.viewport.pixelToCanvas({ x: column + 0.5, y: row + 0.5 });
  }

  dispose(): void {
    const { frames } = this.stack;
    this.#endSettings();
    this.#observer.disconnect();
    forgetFrames(frames);
    this.tools.dispose();
    this.viewport.dispose();
  }
}
