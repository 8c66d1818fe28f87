import { cornerstone } from './cornerstone';
import type { Frame } from './frame';
import { cancelPicture, isRequested, loadPicture } from './image-loader';
import { prefetchOrder } from './prefetch-order';

/** Requests of neighbours at a time; one more place of the queue stays free for the visible picture. */
const LANES = 5;

/** Share of the cache that neighbours may fill, so that they never push out what is being read. */
const CACHE_SHARE = { neighbour: 0.9, elsewhere: 0.6 } as const;

/** Neighbours on their way, of all stacks: they will take up room of the cache that is still free. */
const underWay = new Set<Frame>();

/** Loads the rest of a stack, from where the reader is outward, until all is there or the cache is full. */
export class Prefetch {
  readonly #frames: readonly Frame[];
  readonly #isActive: () => boolean;
  readonly #onLoaded: () => void;
  readonly #tried = new Set<Frame>();
  readonly #loading = new Set<Frame>();
  #center = 0;
  #isStopped = false;

  /** @param isActive whether the reader is at this stack; others come after it */
  constructor(frames: readonly Frame[], isActive: () => boolean, onLoaded: () => void) {
    this.#frames = frames;
    this.#isActive = isActive;
    this.#onLoaded = onLoaded;
  }

  /** Goes on from another place of the stack. */
  from(center: number): void {
    this.#center = center;
    while (!this.#isStopped && this.#loading.size < LANES && this.#startNext());
  }

  /** What was tried in vain is tried again. */
  forgetFailures(): void {
    this.#tried.clear();
  }

  /** Ends what is under way; pictures that are loaded stay in the cache. */
  stop(): void {
    this.#isStopped = true;
    for (const frame of this.#loading) {
      cancelPicture(frame);
    }
  }

  get #priority(): 'neighbour' | 'elsewhere' {
    return this.#isActive() ? 'neighbour' : 'elsewhere';
  }

  #startNext(): boolean {
    const frame = this.#next();
    if (!frame) {
      return false;
    }
    this.#tried.add(frame);
    this.#loading.add(frame);
    underWay.add(frame);
    void loadPicture(frame, this.#priority)
      .then(this.#onLoaded, () => undefined)
      .finally(() => {
        this.#loading.delete(frame);
        underWay.delete(frame);
        this.from(this.#center);
      });
    return true;
  }

  #next(): Frame | undefined {
    const { maximumSizeInBytes, cacheSizeInBytes } = cornerstone.imageCache.getCacheInfo();
    const coming = [...underWay].reduce((bytes, frame) => bytes + pictureBytes(frame), 0);
    if (cacheSizeInBytes + coming > maximumSizeInBytes * CACHE_SHARE[this.#priority]) {
      return undefined;
    }
    const index = prefetchOrder(this.#center, this.#frames.length).find((place) => this.#isWanted(this.#frames[place]));
    return index === undefined ? undefined : this.#frames[index];
  }

  #isWanted(frame: Frame): boolean {
    return !this.#tried.has(frame) && !isRequested(frame);
  }
}

/** Of a decoded picture; colour is kept with four bytes a pixel. */
function pictureBytes({ pixels: { rows, columns, samplesPerPixel, bitsAllocated } }: Frame): number {
  return rows * columns * (samplesPerPixel === 1 ? Math.max(1, bitsAllocated / 8) : 4);
}
