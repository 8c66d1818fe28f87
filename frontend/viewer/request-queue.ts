/** Lower runs first. What the reader looks at never waits behind what he may look at next. */
export type Priority = 'visible' | 'thumbnail' | 'neighbour' | 'elsewhere';

const RANK: Readonly<Record<Priority, number>> = { visible: 0, thumbnail: 1, neighbour: 2, elsewhere: 3 };

interface Waiting {
  readonly rank: number;
  readonly start: () => Promise<void>;
  readonly abort: AbortController;
  readonly refuse: (reason: unknown) => void;
}

export interface Ticket<T> {
  readonly promise: Promise<T>;
  /** Stops the request, on the wire too; the promise is rejected with an AbortError. */
  readonly cancel: () => void;
}

/** Runs at most `limit` requests at a time, the most urgent first and among equals the oldest. */
export class RequestQueue {
  readonly #waiting: Waiting[] = [];
  #running = 0;

  /** @param reserved how many of the places only visible pictures may take */
  constructor(
    readonly limit: number,
    readonly reserved = 1,
  ) {}

  get running(): number {
    return this.#running;
  }

  get length(): number {
    return this.#waiting.length;
  }

  add<T>(priority: Priority, run: (signal: AbortSignal) => Promise<T>): Ticket<T> {
    const abort = new AbortController();
    const promise = new Promise<T>((resolve, refuse) => {
      const start = () => run(abort.signal).then(resolve, refuse);
      this.#waiting.push({ rank: RANK[priority], start, abort, refuse });
    });
    this.#next();
    return { promise, cancel: () => this.#cancel(abort) };
  }

  #next(): void {
    while (this.#running < this.limit) {
      const job = this.#take();
      if (!job) {
        return;
      }
      this.#running++;
      void job.start().finally(() => {
        this.#running--;
        this.#next();
      });
    }
  }

  #take(): Waiting | undefined {
    const best = this.#waiting.reduce<Waiting | undefined>((a, b) => (a && a.rank <= b.rank ? a : b), undefined);
    const isHeldBack = best && best.rank > 0 && this.#running >= this.limit - this.reserved;
    if (!best || isHeldBack) {
      return undefined;
    }
    this.#waiting.splice(this.#waiting.indexOf(best), 1);
    return best;
  }

  #cancel(abort: AbortController): void {
    const place = this.#waiting.findIndex((job) => job.abort === abort);
    abort.abort();
    if (place >= 0) {
      this.#waiting.splice(place, 1)[0].refuse(abort.signal.reason);
    }
  }
}
