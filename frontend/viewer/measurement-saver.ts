import type { Annotation } from './annotation';
import type { AnnotationStore } from './annotation-store';
import { annotationOf, isKnown, SaveError, type MeasurementApi, type SavedMeasurement } from './measurement-api';

/**
 * How the saving goes. 'local': this user may not save, what is drawn stays here. 'failed': it is tried again until it
 * succeeds; 'session': as soon as somebody has logged in.
 */
export type SaveState = 'loading' | 'saved' | 'saving' | 'failed' | 'session' | 'local';

/** What went wrong once and for all, for the reader to know. */
export type SaveNotice =
  | { readonly kind: 'changed-by-other'; readonly name: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Waits between attempts, seconds; the last one goes on. */
const WAITS_S = [1, 2, 5, 10, 30];

export interface SaverPorts {
  readonly store: AnnotationStore;
  readonly api: MeasurementApi;
  readonly isReadOnly: boolean;
  readonly onState: () => void;
  readonly onNotice: (notice: SaveNotice) => void;
}

/**
 * Keeps the server's measurements of a study as the store's are: what is drawn, changed, removed or taken back here is
 * so there, one after the other, tried again until it succeeds. Nothing is lost without a word.
 */
export class MeasurementSaver {
  readonly #saved = new Map<string, SavedMeasurement>();
  readonly #waiting = new Set<string>();
  readonly #endListening: () => void;
  /** The connection is back, or somebody may have logged in on another page. */
  readonly #onBack = () => {
    if (this.#state === 'failed' || this.#state === 'session') {
      this.retry();
    }
  };
  #state: SaveState = 'loading';
  #isLoaded = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWorking = false;
  #isClosed = false;
  /** What still had to be sent when the study was left, as it was then. */
  #left: ReadonlyMap<string, Annotation | undefined> = new Map();

  constructor(readonly ports: SaverPorts) {
    this.#endListening = ports.store.onCommitted((changed) => this.#want(changed));
    ['online', 'focus'].forEach((type) => globalThis.addEventListener?.(type, this.#onBack));
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Whether something is drawn that the server does not have yet. */
  get hasUnsaved(): boolean {
    return this.#waiting.size > 0 && this.#state !== 'local';
  }

  /** Who drew it, and who changed it last; undefined for what was not saved yet. */
  authorOf(id: string): { readonly author: string; readonly changer: string } | undefined {
    const saved = this.#saved.get(id);
    return saved && { author: saved.createdByName, changer: saved.modifiedByName };
  }

  /** Fetches what was saved before, and goes on with what waits. */
  async load(): Promise<void> {
    try {
      const found = await this.ports.api.all();
      if (!this.#isClosed) {
        this.#adopt(found, this.#waiting);
        this.#isLoaded = true;
        this.#failures = 0;
        this.#rest();
        await this.#work();
      }
    } catch (failure) {
      this.#failed(failure);
    }
  }

  /** Tries again at once. */
  retry(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void (this.#isLoaded ? this.#work() : this.load());
  }

  /** The study is left, and its annotations are about to go: what waits is sent all the same. */
  close(): void {
    this.#left = new Map([...this.#waiting].map((id) => [id, this.ports.store.get(id)]));
    this.#isClosed = true;
    if (this.#isLoaded) {
      void this.#work();
    }
    clearTimeout(this.#timer);
    this.#endListening();
    ['online', 'focus'].forEach((type) => globalThis.removeEventListener?.(type, this.#onBack));
  }

  /** @param own ids of what is newer here than there */
  #adopt(found: readonly SavedMeasurement[], own: ReadonlySet<string>): void {
    const known = found.filter(isKnown);
    this.#saved.clear();
    known.forEach((saved) => this.#saved.set(saved.key, saved));
    this.ports.store.adopt(known.map(annotationOf), own);
  }

  #want(changed: readonly Annotation[]): void {
    if (this.#state !== 'local' && !this.ports.isReadOnly) {
      changed.forEach(({ id }) => this.#waiting.add(id));
      if (this.#timer === undefined && this.#isLoaded) {
        void this.#work();
      }
    }
  }

  /** One after the other, so that a change never overtakes the one before. */
  async #work(): Promise<void> {
    if (this.#isWorking || this.#waiting.size === 0) {
      return;
    }
    this.#isWorking = true;
    this.#set('saving');
    try {
      for (let id = first(this.#waiting); id !== undefined; id = first(this.#waiting)) {
        await this.#save(id);
        this.#failures = 0;
      }
      this.#rest();
    } catch (failure) {
      this.#failed(failure);
    } finally {
      this.#isWorking = false;
    }
  }

  async #save(id: string): Promise<void> {
    const now = this.#present(id);
    const saved = this.#saved.get(id);
    try {
      await this.#send(id, now, saved);
      // What was changed while it was on its way goes once more.
      if (this.#present(id) === now) {
        this.#waiting.delete(id);
      }
    } catch (failure) {
      if (!(failure instanceof SaveError) || !(await this.#isSettled(id, failure))) {
        throw failure;
      }
    }
  }

  #present(id: string): Annotation | undefined {
    return this.#isClosed ? this.#left.get(id) : this.ports.store.get(id);
  }

  async #send(id: string, now: Annotation | undefined, saved: SavedMeasurement | undefined): Promise<void> {
    const { api } = this.ports;
    if (now) {
      this.#saved.set(id, await (saved ? api.change(saved, now) : api.add(now)));
    } else if (saved) {
      await api.remove(saved);
      this.#saved.delete(id);
    }
  }

  /** Failures that another attempt would not change. */
  async #isSettled(id: string, failure: SaveError): Promise<boolean> {
    switch (failure.kind) {
      case 'stale':
      case 'gone':
        return this.#saved.has(id) ? this.#takeTheirs(id) : this.#refused(id, failure);
      case 'refused':
        return this.#refused(id, failure);
      case 'forbidden':
        this.#waiting.clear();
        this.#set('local');
        return true;
      case 'later':
      case 'session':
        return false;
    }
  }

  /** It stays on the picture, and the reader is told that it is nowhere else. */
  #refused(id: string, { message }: SaveError): true {
    this.#waiting.delete(id);
    this.ports.onNotice({ kind: 'refused', reason: message });
    return true;
  }

  /** Somebody else changed or removed it: what they made of it is shown, and the reader is told. */
  async #takeTheirs(id: string): Promise<true> {
    const found = await this.ports.api.all();
    this.#waiting.delete(id);
    if (this.#isClosed) {
      return true;
    }
    this.ports.store.forgetSteps(id);
    this.#adopt(found, this.#waiting);
    this.ports.onNotice({ kind: 'changed-by-other', name: this.#saved.get(id)?.modifiedByName ?? '' });
    return true;
  }

  #rest(): void {
    if (this.#state !== 'local') {
      this.#set(this.ports.isReadOnly ? 'local' : 'saved');
    }
  }

  #failed(failure: unknown): void {
    if (this.#isClosed) {
      return;
    }
    clearTimeout(this.#timer);
    if (failure instanceof SaveError && failure.kind === 'session') {
      this.#timer = undefined;
      return this.#set('session');
    }
    const wait = WAITS_S[Math.min(this.#failures++, WAITS_S.length - 1)];
    this.#timer = setTimeout(() => this.retry(), wait * 1000);
    this.#set('failed');
  }

  #set(state: SaveState): void {
    this.#state = state;
    if (!this.#isClosed) {
      this.ports.onState();
    }
  }
}

function first(ids: ReadonlySet<string>): string | undefined {
  return ids.values().next().value;
}
