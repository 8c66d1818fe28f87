import type { ImageKey } from './annotation';
import type { Cell } from './cell';
import type { Guide, LinkName } from './links';
import type { ImagePoint } from './measure';
import type { Measurement } from './measurement';
import type { ImagePlane } from './patient-space';
import type { Zooming } from './picture-input';
import type { Vector } from './vector';

/** Everything the parts of the viewer tell each other. */
export interface ViewerEvents {
  /** A picture is on the screen: place in the stack, from 0. */
  'image-rendered': { readonly sliceIndex: number; readonly sopInstanceUID: string };
  /** The metadata of a series is here and its first picture is shown. */
  'series-loaded': { readonly seriesInstanceUID: string; readonly sliceCount: number };
  'measurement-completed': Measurement;
  'measurements-changed': undefined;
  'viewport-changed': undefined;
  /** Cells came, went, or changed their room. */
  'layout-changed': undefined;
  'scroll-by': number;
  'zoom-by': Zooming;
  /** The stack is asked for another place, by whomever. */
  scrolled: undefined;
  /** The reader chose another window. */
  'window-chosen': undefined;
  /** The crosshairs point at a place in the image. */
  'pointed-at': ImagePoint;
  'long-pressed': undefined;
  /** A report leads to an image. */
  'image-wanted': ImageKey;
  /** What happens in cells, for those who look at all of them. */
  'cell-scrolled': Cell;
  'cell-moved': Cell;
  'cell-windowed': Cell;
  'cell-loaded': Cell;
  'cell-pointed': { readonly cell: Cell; readonly at: ImagePoint };
  'crosshairs-moved': { readonly plane: ImagePlane; readonly position: Vector };
  'links-changed': undefined;
  /** Linked cells follow; those of other windows should too. */
  led: { readonly link: LinkName; readonly guide: Guide };
  /** Something else that is shown has changed. */
  changed: undefined;
}

type Listener<T> = (detail: T) => void;

/** The one channel between the parts, so that none needs to know another. */
export class EventBus {
  readonly #listeners = new Map<keyof ViewerEvents, Set<Listener<never>>>();

  on<K extends keyof ViewerEvents>(type: K, listener: Listener<ViewerEvents[K]>): () => void {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners.add(listener as Listener<never>));
    return () => listeners.delete(listener as Listener<never>);
  }

  /** Tells another bus of all these events too. */
  forward(types: readonly (keyof ViewerEvents)[], to: EventBus): void {
    types.forEach((type) => this.on(type, (detail: ViewerEvents[typeof type]) => to.emit(type, detail)));
  }

  emit<K extends keyof ViewerEvents>(type: K, detail: ViewerEvents[K]): void {
    for (const listener of this.#listeners.get(type) ?? []) {
      (listener as Listener<ViewerEvents[K]>)(detail);
    }
  }
}
