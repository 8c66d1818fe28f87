import { DicomwebError, type FailureKind } from './dicomweb';
import type { EventBus } from './event-bus';
import type { Frame } from './frame';
import { isRequested, loadPicture } from './image-loader';
import { painted } from './painted';
import { Prefetch } from './prefetch';
import type { Viewport } from './viewport';

/** Why a frame cannot be seen. */
export interface FrameFailure {
  readonly frame: Frame;
  readonly reason: string;
  /** Undefined when it was loaded but cannot be shown. */
  readonly kind: FailureKind | undefined;
}

export interface StackCircumstances {
  /** Whether the picture must stay because something is being drawn on it. */
  readonly isHeld: () => boolean;
  /** Whether it is this stack that the reader is at. */
  readonly isActive: () => boolean;
  readonly omitted: number;
}

/** The pictures of one series in order, and the way through them. */
export class Stack {
  readonly #prefetch: Prefetch;
  #target = 0;
  #shown = -1;
  #asked = 0;
  #shownAsked = 0;
  #failure: FrameFailure | undefined;
  #isClosed = false;

  constructor(
    readonly frames: readonly Frame[],
    readonly viewport: Viewport,
    readonly bus: EventBus,
    readonly circumstances: StackCircumstances,
  ) {
    this.#prefetch = new Prefetch(frames, circumstances.isActive, () => bus.emit('changed', undefined));
  }

  /** Pictures that belong to the series and were left out. */
  get omitted(): number {
    return this.circumstances.omitted;
  }

  /** Place of the picture on the screen, or of the failure in its place, from 0; -1 before the first one. */
  get shown(): number {
    return this.#shown;
  }

  /** Place the reader has scrolled to; differs from `shown` while that picture loads. */
  get target(): number {
    return this.#target;
  }

  get failure(): FrameFailure | undefined {
    return this.#failure;
  }

  get isWaiting(): boolean {
    return this.#target !== this.#shown;
  }

  /** How many pictures are loaded or on their way. */
  get requestedCount(): number {
    return this.frames.reduce((count, frame) => count + (isRequested(frame) ? 1 : 0), 0);
  }

  scrollBy(steps: number): Promise<void> {
    return this.scrollTo(this.#target + steps);
  }

  /** Shows the picture at `index`, which is kept inside the stack, as soon as it is there. */
  async scrollTo(index: number): Promise<void> {
    const place = Math.min(this.frames.length - 1, Math.max(0, Math.round(index)));
    if (place === this.#target && place === this.#shown) {
      return;
    }
    const isOpening = this.#asked === 0;
    this.#target = place;
    if (!isOpening) {
      this.bus.emit('scrolled', undefined);
    }
    await this.#show(place, ++this.#asked);
  }

  /** Asks again for a picture that failed. */
  async retry(): Promise<void> {
    this.#failure = undefined;
    this.#shown = -1;
    await this.#show(this.#target, ++this.#asked);
  }

  /** Goes on loading the neighbours, from the reader's place outward, when the first picture is here. */
  prefetch(): void {
    if (this.#shown >= 0) {
      this.#prefetch.from(this.#target);
    }
  }

  /** Neighbours that could not be loaded are asked for once more. */
  resume(): void {
    this.#prefetch.forgetFailures();
    this.prefetch();
  }

  close(): void {
    this.#isClosed = true;
    this.#prefetch.stop();
  }

  async #show(place: number, asked: number): Promise<void> {
    const frame = this.frames[place];
    this.bus.emit('changed', undefined);
    try {
      const image = await loadPicture(frame, 'visible');
      if (this.circumstances.isHeld()) {
        this.#target = this.#shown;
      } else if (this.#isCurrent(asked)) {
        this.#failure = undefined;
        this.viewport.show(frame, image);
        this.#arrived(place, asked);
        this.bus.emit('image-rendered', { sliceIndex: place, sopInstanceUID: frame.sopInstanceUID });
      }
    } catch (cause) {
      if (this.#isCurrent(asked) && place === this.#target) {
        const kind = cause instanceof DicomwebError ? cause.kind : undefined;
        this.#failure = { frame, reason: cause instanceof Error ? cause.message : String(cause), kind };
        this.#arrived(place, asked);
      }
    }
  }

  /** A picture that comes late is still shown when none asked for after it has come. */
  #isCurrent(asked: number): boolean {
    return !this.#isClosed && asked > this.#shownAsked;
  }

  #arrived(place: number, asked: number): void {
    const isFirst = this.#shown < 0;
    this.#shown = place;
    this.#shownAsked = asked;
    this.bus.emit('changed', undefined);
    if (isFirst) {
      // Its neighbours would slow down its drawing.
      void painted().then(() => this.prefetch());
    } else {
      this.#prefetch.from(this.#target);
    }
  }
}
