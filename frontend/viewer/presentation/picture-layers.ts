import { bulkFetcher } from '../bulk-data';
import type { EventBus } from '../event-bus';
import type { Frame } from '../frame';
import { findFrame } from '../frame-registry';
import { FileLayer } from '../overlays/file-layer';
import { isAnything, ofFile, type LaidOver } from '../overlays/laid-over';
import type { StudySession } from '../study-session';
import type { Viewport } from '../viewport';
import { greyTables, type GreyTables } from './grey-pipeline';
import type { LaidPicture } from './laid-picture';
import { layersNotes } from './layers-notes';
import { isFor, type PresentationState } from './presentation-state';
import { statesFor } from './presentation-states';
import { presented } from './presented';
import { layersOf } from './state-layers';

/** What files lay over the pictures of one cell, and the presentation state they are shown by. */
export class PictureLayers {
  readonly #layer: FileLayer;
  readonly #viewport: Viewport;
  readonly #bus: EventBus;
  #laid = new WeakMap<Frame, LaidOver>();
  #abort = new AbortController();
  #isShown = true;
  #states: readonly PresentationState[] = [];
  #chosen: PresentationState | undefined;
  #failure: string | undefined;
  /** Choices so far: a state whose tables come late does not take the place of one chosen after it. */
  #choices = 0;

  constructor(element: HTMLElement, viewport: Viewport, bus: EventBus) {
    this.#viewport = viewport;
    this.#bus = bus;
    this.#layer = new FileLayer(element, {
      frameOf: findFrame,
      over: (frame) => (this.#isShown ? this.over(frame) : undefined),
      onChange: () => bus.emit('changed', undefined),
    });
  }

  /** Whether overlays, shutters and graphics are shown where there are any. */
  get isShown(): boolean {
    return this.#isShown;
  }

  /** Presentation states that were saved for pictures of the series. */
  get states(): readonly PresentationState[] {
    return this.#states;
  }

  /** The one the pictures are shown by, undefined for the look of the files themselves. */
  get chosen(): PresentationState | undefined {
    return this.#chosen;
  }

  /** Why the state that was chosen last is not shown. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** What lies over a picture, shown or not. */
  over(frame: Frame): LaidOver {
    const state = this.#chosen;
    if (!state || !isFor(state, frame)) {
      return ofFile(frame);
    }
    const laid = this.#laid.get(frame) ?? layersOf(state, frame);
    this.#laid.set(frame, laid);
    return laid;
  }

  /** Whether there is anything to show or to hide on a picture. */
  has(frame: Frame): boolean {
    return isAnything(this.over(frame));
  }

  isIncomplete(frame: Frame): boolean {
    return this.#layer.bits.isIncomplete(this.over(frame));
  }

  /** What lies over a picture now, to be drawn elsewhere as it is here. */
  laidOn(frame: Frame): LaidPicture {
    return {
      over: this.#isShown ? this.over(frame) : undefined,
      bits: this.#layer.bits,
      notes: (messages, isIdentified) => layersNotes(this, frame, messages, isIdentified),
    };
  }

  toggle(): void {
    this.#isShown = !this.#isShown;
    this.#layer.redraw();
    this.#bus.emit('changed', undefined);
  }

  /** Looks for the states of a series; it is shown by none of them until one is chosen. */
  async find(session: StudySession, frames: readonly Frame[]): Promise<void> {
    const { signal } = this.#abort;
    const states = await statesFor(session, frames);
    if (!signal.aborted) {
      this.#states = states;
      this.#bus.emit('changed', undefined);
    }
  }

  /** Shows the pictures by a state as soon as its tables are here, or by their files again. */
  async choose(state: PresentationState | undefined, frames: readonly Frame[]): Promise<void> {
    const { signal } = this.#abort;
    const choice = ++this.#choices;
    const isCurrent = () => !signal.aborted && choice === this.#choices;
    this.#failure = undefined;
    try {
      const concerned = state ? frames.filter((frame) => isFor(state, frame)) : [];
      const tables = state?.isGrey ? await greyTables(state, concerned, bulkFetcher(signal)) : undefined;
      if (isCurrent()) {
        this.#apply(state, tables);
      }
    } catch (cause) {
      if (isCurrent()) {
        this.#failure = cause instanceof Error ? cause.message : String(cause);
        this.#bus.emit('changed', undefined);
      }
    }
  }

  /** Another series, or none: nothing is chosen any more. */
  startSeries(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#isShown = true;
    this.#states = [];
    this.#failure = undefined;
    this.#chosen = undefined;
  }

  dispose(): void {
    this.#abort.abort();
    this.#layer.dispose();
  }

  #apply(state: PresentationState | undefined, tables: GreyTables | undefined): void {
    this.#chosen = state;
    this.#isShown = true;
    this.#laid = new WeakMap();
    this.#viewport.present(
      state && ((frame, image) => (isFor(state, frame) ? presented(state, tables, frame, image) : undefined)),
    );
    this.#bus.emit('changed', undefined);
  }
}
