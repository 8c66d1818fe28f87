import type { MprAnswer, MprRequest } from './mpr-message';
import { PlaneWork } from './plane-work';
import type { PlaneName } from './planes';
import { VolumeStore } from './volume-store';

/** Work without a look at what has come in, in ms: less than a picture of a film at 60 per second. */
const PORTION_MS = 12;

/** Keeps one volume and cuts the planes that are asked for; of planes of one name only the newest is wanted. */
export class MprDesk {
  readonly #answer: (answer: MprAnswer) => void;
  readonly #workSoon: () => void;
  readonly #works = new Map<PlaneName, PlaneWork>();
  #volume: VolumeStore | undefined;
  #isDue = false;

  /** @param workSoon has `work` called after the messages that are waiting */
  constructor(answer: (answer: MprAnswer) => void, workSoon: () => void) {
    this.#answer = answer;
    this.#workSoon = workSoon;
  }

  take(request: MprRequest): void {
    try {
      this.#take(request);
    } catch (cause) {
      this.#fail(cause);
    }
    this.#goOn();
  }

  /** Cuts for a while. */
  work(): void {
    this.#isDue = false;
    const end = performance.now() + PORTION_MS;
    const hasTime = () => performance.now() < end;
    try {
      this.#portion(hasTime);
    } catch (cause) {
      this.#fail(cause);
    }
    this.#goOn();
  }

  #take(request: MprRequest): void {
    switch (request.type) {
      case 'open':
        this.#works.clear();
        this.#volume = new VolumeStore(request.geometry, request.reduction);
        return;
      case 'slice':
        return this.#volume?.put(request.place, request.slice);
      case 'plane':
        if (this.#volume) {
          // A name that is asked for again keeps its turn, so that none waits for ever.
          this.#works.set(request.name, new PlaneWork(request, this.#volume));
        }
        return;
      case 'cancel':
        this.#works.delete(request.name);
    }
  }

  #portion(hasTime: () => boolean): void {
    for (const [name, work] of this.#works) {
      const answer = work.advance(hasTime);
      if (answer) {
        this.#works.delete(name);
        this.#answer(answer);
      }
      if (!hasTime()) {
        return;
      }
    }
  }

  #goOn(): void {
    if (this.#works.size > 0 && !this.#isDue) {
      this.#isDue = true;
      this.#workSoon();
    }
  }

  #fail(cause: unknown): void {
    this.#works.clear();
    this.#answer({ type: 'failed', reason: cause instanceof Error ? cause.message : String(cause) });
  }
}
