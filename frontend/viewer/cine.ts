import { clampRate } from './cine-rate';

/** A wait for a picture this long, in milliseconds, was for the network: the film goes on from there, skipping none. */
const STALL_MS = 200;

/** What is played. */
export interface Reel {
  readonly length: number;
  /** Place on the screen, from 0. */
  readonly shown: number;
  /** Shows the picture at this place as soon as it is there. */
  readonly goTo: (place: number) => Promise<void>;
}

/** When the next picture may be drawn; the time is in milliseconds. */
export type NextDrawing = () => Promise<number>;

/** Plays a stack in a loop. Where drawing is slower than the film, pictures are left out, never shown late. */
export class Cine {
  #rate: number;
  /** Of the play that is going on; a later one makes it end. */
  #play = 0;
  #isPlaying = false;
  /** The picture that was on the screen at this time. */
  #from = 0;
  #since = 0;

  constructor(
    readonly reel: Reel,
    rate: number,
    readonly onChange: () => void,
    readonly nextDrawing: NextDrawing = () => new Promise((resolve) => requestAnimationFrame(resolve)),
  ) {
    this.#rate = rate;
  }

  get isPlaying(): boolean {
    return this.#isPlaying;
  }

  /** Frames per second. */
  get rate(): number {
    return this.#rate;
  }

  set rate(framesPerSecond: number) {
    this.#rate = clampRate(framesPerSecond);
    this.#from = this.reel.shown;
    this.#since = NaN;
    this.onChange();
  }

  toggle(): void {
    if (this.#isPlaying) {
      this.stop();
    } else {
      void this.play();
    }
  }

  stop(): void {
    if (this.#isPlaying) {
      this.#play++;
      this.#isPlaying = false;
      this.onChange();
    }
  }

  /** Until it is stopped. */
  async play(): Promise<void> {
    const own = ++this.#play;
    this.#isPlaying = true;
    this.#begin(this.reel.shown, NaN);
    this.onChange();
    while (own === this.#play) {
      await this.#draw(await this.nextDrawing());
    }
  }

  async #draw(now: number): Promise<void> {
    if (Number.isNaN(this.#since)) {
      this.#since = now;
    }
    const { length } = this.reel;
    const place = (this.#from + Math.floor(((now - this.#since) * this.#rate) / 1000)) % length;
    if (this.#isPlaying && place !== this.reel.shown) {
      const before = performance.now();
      await this.reel.goTo(place);
      if (performance.now() - before > STALL_MS) {
        this.#begin(place, NaN);
      }
    }
  }

  #begin(place: number, now: number): void {
    this.#from = Math.max(0, place);
    this.#since = now;
  }
}
