import type { MprAnswer, MprRequest, PlaneAnswer } from './mpr-message';
import { planeAt, type PlaneName, type PlaneStack } from './planes';
import type { Slab } from './slab';
import type { VolumeGeometry } from './volume';
import type { StoredSlice } from './volume-values';

/** Which plane is wanted. */
export interface PlaneWish {
  readonly stack: PlaneStack;
  readonly index: number;
  readonly slab: Slab;
}

export interface EnginePorts {
  readonly onPlane: (wish: PlaneWish, answer: PlaneAnswer) => void;
  readonly onFailure: (reason: string) => void;
}

interface Asked {
  readonly id: number;
  readonly wish: PlaneWish;
  /** What was wished for meanwhile; only the last wish counts. */
  next: PlaneWish | undefined;
}

/** The worker that keeps the volume. It cuts one plane of each name at a time: pictures come while one scrolls. */
export class MprEngine {
  readonly #ports: EnginePorts;
  readonly #worker: Worker;
  readonly #asked = new Map<PlaneName, Asked>();
  #count = 0;

  /** @param reduction how many pixels along each edge are made one */
  constructor(geometry: VolumeGeometry, reduction: number, ports: EnginePorts) {
    this.#ports = ports;
    this.#worker = new Worker(new URL('./mpr-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<MprAnswer>) => this.#take(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      ports.onFailure(event.message);
    };
    this.#post({ type: 'open', geometry, reduction });
  }

  /** @param slice given away: its memory goes to the worker */
  put(place: number, slice: StoredSlice): void {
    this.#post({ type: 'slice', place, slice }, [slice.values.buffer as ArrayBuffer]);
  }

  /** Whether a plane of this name is on its way. */
  isCutting(name: PlaneName): boolean {
    return this.#asked.has(name);
  }

  cut(wish: PlaneWish): void {
    const asked = this.#asked.get(wish.stack.name);
    if (asked) {
      asked.next = wish;
    } else {
      this.#ask(wish);
    }
  }

  /** Gives up a plane that nobody looks at any more. */
  cancel(name: PlaneName): void {
    if (this.#asked.delete(name)) {
      this.#post({ type: 'cancel', name });
    }
  }

  close(): void {
    this.#worker.terminate();
    this.#asked.clear();
  }

  #ask(wish: PlaneWish): void {
    const { stack, index, slab } = wish;
    const id = ++this.#count;
    this.#asked.set(stack.name, { id, wish, next: undefined });
    this.#post({ type: 'plane', id, name: stack.name, plane: planeAt(stack, index), slab });
  }

  #take(answer: MprAnswer): void {
    if (answer.type === 'failed') {
      this.#asked.clear();
      return this.#ports.onFailure(answer.reason);
    }
    const asked = this.#asked.get(answer.name);
    if (asked?.id === answer.id) {
      this.#asked.delete(answer.name);
      if (asked.next) {
        this.#ask(asked.next);
      }
      this.#ports.onPlane(asked.wish, answer);
    }
  }

  #post(request: MprRequest, transfer: Transferable[] = []): void {
    this.#worker.postMessage(request, transfer);
  }
}
