import type { Desk, Reading } from '../desk';
import { enhancementOf } from '../enhance/enhancement';
import type { ImagePoint } from '../measure';
import { PictureDrawing } from '../picture-drawing';
import type { ReaderSettings } from '../settings/reader-settings';
import { isViewTool } from '../view-tools';

/** Across, CSS pixels. */
const SIZE_PX = 240;

/** How far above a finger the middle is, so that the hand does not hide it, CSS pixels. */
const FINGER_PX = 150;

/** Where the pointer is on the page. */
type Pointer = Pick<PointerEvent, 'clientX' | 'clientY' | 'pointerType'>;

/**
 * A round glass that follows the mouse while its key is held, or the mouse and the finger while the tool is: what is
 * below the pointer, enlarged from the pixels of the image and not from those of the screen.
 */
export class Magnifier {
  readonly element = document.createElement('div');
  readonly #drawing = new PictureDrawing(SIZE_PX, SIZE_PX);
  #pointer: Pointer | undefined;
  #isKeyHeld = false;
  #isPressed = false;
  #isDue = false;
  readonly #end = new AbortController();

  /** @param readings everything with a picture that can be pointed at */
  constructor(
    readonly room: HTMLElement,
    readonly readings: () => readonly Reading[],
    readonly desk: () => Desk,
    readonly settings: ReaderSettings,
  ) {
    this.element.className = 'magnifier';
    this.element.setAttribute('aria-hidden', 'true');
    this.element.hidden = true;
    this.element.append(this.#drawing.canvas);
    const quiet = { capture: true, passive: true, signal: this.#end.signal };
    room.addEventListener('pointermove', (event) => this.#follow(event), quiet);
    room.addEventListener('pointerdown', (event) => this.#press(event), quiet);
    for (const type of ['pointerup', 'pointercancel', 'pointerleave'] as const) {
      room.addEventListener(type, () => this.#lift(), quiet);
    }
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  /** The key is down. */
  hold(): void {
    this.#isKeyHeld = true;
    this.refresh();
  }

  /** The key is up, or the window has lost the keyboard. */
  release(): void {
    this.#isKeyHeld = false;
    this.refresh();
  }

  /** The picture below has changed. */
  refresh(): void {
    if (!this.#isDue) {
      this.#isDue = true;
      requestAnimationFrame(() => this.#show());
    }
  }

  dispose(): void {
    this.#end.abort();
    this.release();
  }

  #follow(event: PointerEvent): void {
    this.#pointer = event;
    if (this.#isWanted || this.isShown) {
      this.refresh();
    }
  }

  #press(event: PointerEvent): void {
    this.#pointer = event;
    // With a second finger the picture is moved.
    this.#isPressed = event.isPrimary && this.#isTool(event.button) && this.#pointed() !== undefined;
    this.refresh();
  }

  #lift(): void {
    if (this.#isPressed) {
      this.#isPressed = false;
      this.refresh();
    }
  }

  /** Whether a button of the mouse holds the magnifier; the left one and the finger have the tool in use. */
  #isTool(button: number): boolean {
    const { middle, right } = this.settings.now.mouse;
    const { tool } = this.desk();
    const held = [isViewTool(tool) ? tool : undefined, middle, right][button];
    return held === 'magnify';
  }

  get #isWanted(): boolean {
    return this.#isKeyHeld || this.#isPressed;
  }

  /** The picture below the pointer and the place on it, CSS pixels from its corner. */
  #pointed(): { readonly reading: Reading; readonly place: ImagePoint } | undefined {
    const pointer = this.#pointer;
    for (const reading of pointer ? this.readings() : []) {
      const { left, top, right, bottom } = reading.element.getBoundingClientRect();
      const { clientX: x, clientY: y } = pointer!;
      const isInside = x >= left && x < right && y >= top && y < bottom;
      if (isInside && reading.viewport.image && !reading.element.classList.contains('blank')) {
        return { reading, place: { x: x - left, y: y - top } };
      }
    }
    return undefined;
  }

  #show(): void {
    this.#isDue = false;
    const pointed = this.#isWanted ? this.#pointed() : undefined;
    this.element.hidden = !pointed;
    if (pointed) {
      this.#draw(pointed.reading, pointed.place);
      this.#place();
    }
  }

  #draw({ element, viewport, layers }: Reading, place: ImagePoint): void {
    const { frame, image, drawn } = viewport;
    if (image && drawn) {
      const { canvas } = this.#drawing;
      const size = Math.round(SIZE_PX * (globalThis.devicePixelRatio || 1));
      if (canvas.width !== size) {
        canvas.width = canvas.height = size;
      }
      const enlarged = { ...drawn, scale: drawn.scale * this.settings.now.magnification };
      const look = { image, viewport: enlarged, enhancement: enhancementOf(element) };
      this.#drawing.drawAt(look, viewport.canvasToPixel(place), { x: size / 2, y: size / 2 });
      if (frame && layers) {
        this.#drawing.drawLaid(frame, layers.laidOn(frame), globalThis.devicePixelRatio || 1);
      }
    }
  }

  /** Around the mouse; above a finger, and never where nobody sees it. */
  #place(): void {
    const { left, top, width } = this.room.getBoundingClientRect();
    const { clientX, clientY, pointerType } = this.#pointer!;
    const half = SIZE_PX / 2;
    const [x, y] = [clientX - left, clientY - top];
    const isFinger = pointerType === 'touch';
    const middle = isFinger
      ? { x: Math.min(Math.max(x, half), width - half), y: Math.max(y - FINGER_PX, half) }
      : { x, y };
    this.element.style.transform = `translate(${middle.x - half}px, ${middle.y - half}px)`;
  }
}
