import type { CornerstoneImage } from '../cornerstone';
import type { SampleArray } from '../decode/samples';
import type { Frame } from '../frame';
import { loadPicture } from '../image-loader';
import { prefetchOrder } from '../prefetch-order';
import type { StoredSlice } from './volume-values';

/** Pictures asked for at a time; those in the cache are there at once. */
const LANES = 5;

/** Copying goes on for so long before the page gets its turn, ms. */
const PORTION_MS = 12;

export interface FeedPorts {
  /** @param slice with memory of its own, which may be given away */
  readonly onSlice: (place: number, slice: StoredSlice) => void;
  readonly onProgress: () => void;
}

/** Takes the decoded pictures of a series, those that are loaded and those still to come, from a place outward. */
export class VolumeFeed {
  readonly #frames: readonly Frame[];
  readonly #ports: FeedPorts;
  #loaded = 0;
  #failed = 0;
  #isStopped = false;
  #portionEnd = 0;

  constructor(frames: readonly Frame[], ports: FeedPorts) {
    this.#frames = frames;
    this.#ports = ports;
  }

  get loaded(): number {
    return this.#loaded;
  }

  get failed(): number {
    return this.#failed;
  }

  get isDone(): boolean {
    return this.#loaded + this.#failed === this.#frames.length;
  }

  /** Ends when every frame was tried or after `stop`. */
  async from(center: number): Promise<void> {
    const places = prefetchOrder(center, this.#frames.length)[Symbol.iterator]();
    await Promise.all(Array.from({ length: LANES }, () => this.#lane(places)));
  }

  /** What is under way is loaded to its end, for the stack may be waiting for it too. */
  stop(): void {
    this.#isStopped = true;
  }

  async #lane(places: Iterator<number>): Promise<void> {
    for (let next = places.next(); !next.done && !this.#isStopped; next = places.next()) {
      await this.#take(next.value);
      await this.#letThePageWork();
    }
  }

  async #take(place: number): Promise<void> {
    const image = await loadPicture(this.#frames[place], 'neighbour').catch(() => undefined);
    if (this.#isStopped) {
      return;
    }
    if (image && hasValues(image)) {
      this.#loaded++;
      this.#ports.onSlice(place, sliceOf(image));
    } else {
      this.#failed++;
    }
    this.#ports.onProgress();
  }

  /** Promises that are kept already would otherwise follow each other without a break. */
  async #letThePageWork(): Promise<void> {
    if (performance.now() > this.#portionEnd) {
      await new Promise((resolve) => setTimeout(resolve));
      this.#portionEnd = performance.now() + PORTION_MS;
    }
  }
}

/** A picture that the server has drawn has greys and no values. */
function hasValues({ color, origin }: CornerstoneImage): boolean {
  return !color && origin !== 'rendered-by-server';
}

function sliceOf({ getPixelData, slope, intercept, minPixelValue, maxPixelValue }: CornerstoneImage): StoredSlice {
  const values = (getPixelData() as SampleArray).slice();
  return { values, slope, intercept, minPixelValue, maxPixelValue };
}
