import type { Chosen } from './chosen';
import { Fates, refused, type Fate } from './fate';
import { fileKind, type FileKind } from './file-kind';
import { UploadError, type DocumentDetails, type UploadApi } from './upload-api';

/** Smaller files come in a single request. */
export const SMALL = 8 << 20;
const PIECE = 4 << 20;
const AT_A_TIME = 3;
const LONGEST_WAIT = 30_000;
/** Between two looks at what becomes of a ZIP, in ms. */
const LOOK_EVERY = 500;

/** One file on its way. */
export interface Item extends Chosen {
  readonly document?: DocumentDetails;
  /** Bytes that are at the server. */
  sent: number;
  /** All of it is there, and is being taken into the archive. */
  isWorkedOn: boolean;
  /** Its fate is told, whatever happens to it now. */
  isTold?: boolean;
  /** It is all there, and could not be taken in when that was tried last. */
  isHeld?: boolean;
  id?: string;
  abort?: AbortController;
}

/** Why nothing goes on, though something is left to do. */
export type Hold =
  | { readonly kind: 'paused' }
  | { readonly kind: 'session' }
  | { readonly kind: 'full'; readonly message: string }
  | { readonly kind: 'away'; readonly since: number; readonly message: string };

export interface QueueOptions {
  readonly api: Pick<UploadApi, 'single' | 'begin' | 'append' | 'fates' | 'discard'>;
  readonly onChange: () => void;
  /** Something got on: bytes have arrived, or are being taken in. */
  readonly onProgress?: () => void;
  /** Texts of the reasons that are found here. */
  readonly unreadable: string;
  readonly kindOf?: (file: Blob) => Promise<FileKind>;
  /** Resolves after some ms, earlier when the network is back. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Brings files to the server, some at a time, until each has its fate, whatever the network does meanwhile. */
export class UploadQueue {
  readonly fates = new Fates();
  /** Documents of which it is not known whom they belong to. */
  readonly documents: Chosen[] = [];
  readonly active = new Set<Item>();
  /** How many fates of an upload are known, by its id. */
  readonly #told = new Map<string, { next: number }>();
  #waiting: Item[] = [];
  #next = 0;
  #hold: Hold | undefined;
  #totalFiles = 0;
  #totalBytes = 0;
  #doneFiles = 0;
  #doneBytes = 0;

  constructor(readonly options: QueueOptions) {}

  get hold(): Hold | undefined {
    return this.#hold;
  }

  get totalFiles(): number {
    return this.#totalFiles;
  }

  get totalBytes(): number {
    return this.#totalBytes;
  }

  get doneFiles(): number {
    return this.#doneFiles;
  }

  get sentBytes(): number {
    return [...this.active].reduce((sum, item) => sum + item.sent, this.#doneBytes);
  }

  get isBusy(): boolean {
    return this.active.size > 0 || this.#next < this.#waiting.length;
  }

  add(files: readonly Chosen[], document?: (file: Chosen) => DocumentDetails): void {
    if (!this.isBusy) {
      this.#totalFiles = this.#totalBytes = this.#doneFiles = this.#doneBytes = this.#next = 0;
      this.#waiting = [];
    }
    for (const { path, file } of files) {
      this.#waiting.push({ path, file, sent: 0, isWorkedOn: false, ...(document && { document: document({ path, file }) }) });
      this.#totalFiles += 1;
      this.#totalBytes += file.size;
    }
    this.#pump();
  }

  /** Takes the documents out of those that wait for somebody to say whom they belong to. */
  takeDocuments(): Chosen[] {
    const taken = this.documents.splice(0);
    this.options.onChange();
    return taken;
  }

  pause(): void {
    this.#stop({ kind: 'paused' });
  }

  resume(): void {
    this.#hold = undefined;
    this.#pump();
  }

  /** Forgets what is not done; what is in the archive already stays there. */
  cancel(): void {
    const ids = [...this.active, ...this.#waiting.slice(this.#next)].map(({ id }) => id);
    this.#waiting = [];
    this.#next = 0;
    this.active.forEach((item) => item.abort?.abort());
    this.active.clear();
    this.#hold = undefined;
    ids.filter((id) => id !== undefined).forEach((id) => void this.options.api.discard(id).catch(() => undefined));
    this.options.onChange();
  }

  /** Those that were on their way come first when it goes on. */
  #stop(hold: Hold): void {
    const stopped = [...this.active].filter(({ isTold }) => !isTold);
    stopped.forEach((item) => this.active.delete(item));
    this.#hold = hold;
    this.#waiting = [...stopped, ...this.#waiting.slice(this.#next)];
    this.#next = 0;
    stopped.forEach((item) => item.abort?.abort());
    this.options.onChange();
  }

  #pump(): void {
    while (!this.#isHeld && this.active.size < AT_A_TIME && this.#next < this.#waiting.length) {
      const item = this.#waiting[this.#next++];
      this.active.add(item);
      void this.#bring(item);
    }
    this.options.onChange();
  }

  get #isHeld(): boolean {
    return this.#hold !== undefined && this.#hold.kind !== 'away';
  }

  async #bring(item: Item): Promise<void> {
    const abort = (item.abort = new AbortController());
    for (let attempt = 0; !abort.signal.aborted; attempt++) {
      const before = item.sent;
      try {
        await this.#attempt(item, abort.signal);
        this.#done(item, abort.signal);
        return;
      } catch (failure) {
        if (abort.signal.aborted || !(await this.#goesOn(item, failure, attempt, abort.signal))) {
          return;
        }
        attempt = item.sent > before ? -1 : attempt; // it got on: the next wait is short again
      }
    }
  }

  #done(item: Item, signal: AbortSignal): void {
    if (!signal.aborted) {
      this.active.delete(item);
      this.#doneFiles += 1;
      this.#doneBytes += item.file.size;
      this.#pump();
    }
  }

  /** @returns whether to try the same file again */
  async #goesOn(item: Item, failure: unknown, attempt: number, signal: AbortSignal): Promise<boolean> {
    const kind = failure instanceof UploadError ? failure.kind : 'refused';
    const message = failure instanceof UploadError ? failure.message : this.options.unreadable;
    switch (kind) {
      case 'session':
        this.#stop({ kind });
        return false;
      case 'full':
        this.#stop({ kind, message });
        return false;
      case 'refused':
        this.#tell(refused(item.path, message), signal);
        item.isTold = true;
        this.#done(item, signal);
        return false;
      case 'place':
      case 'gone':
      case 'later':
        await this.#waitFor(kind === 'later', message, attempt, signal);
        return !signal.aborted;
    }
  }

  /** A piece at the wrong place needs a new look only, another part on its way some time as well. */
  async #waitFor(isAway: boolean, message: string, attempt: number, signal: AbortSignal): Promise<void> {
    if (isAway) {
      this.#hold = { kind: 'away', since: this.#hold?.kind === 'away' ? this.#hold.since : Date.now(), message };
      this.options.onChange();
    }
    await this.#wait(Math.min(LONGEST_WAIT, 1_000 * 2 ** attempt), signal);
  }

  #wait(ms: number, signal: AbortSignal): Promise<void> {
    return (this.options.wait ?? waitOnline)(ms, signal);
  }

  /** The server answers. */
  #isThere(): void {
    if (this.#hold?.kind === 'away') {
      this.#hold = undefined;
    }
  }

  async #attempt(item: Item, signal: AbortSignal): Promise<void> {
    const kind = item.document ? undefined : await (this.options.kindOf ?? fileKind)(item.file);
    if (kind && kind !== 'object' && kind !== 'zip' && !item.path.includes('/')) {
      signal.throwIfAborted();
      item.isTold = true;
      this.documents.push({ path: item.path, file: item.file });
    } else if (!item.document && kind !== 'zip' && item.file.size < SMALL) {
      const fate = await this.options.api.single(item.path, await item.file.arrayBuffer(), signal);
      this.#isThere();
      this.options.onProgress?.();
      this.#tell(fate, signal);
      item.isTold = !signal.aborted;
    } else {
      await this.#inPieces(item, signal);
    }
  }

  async #inPieces(item: Item, signal: AbortSignal): Promise<void> {
    const { api } = this.options;
    const { path, file, document } = item;
    const about = { path, size: file.size, lastModified: file.lastModified, ...(document && { document }) };
    let status = await api.begin(about, signal).catch((failure: unknown) => {
      throw failure instanceof UploadError && failure.kind === 'place' ? new UploadError('refused', failure.message) : failure;
    });
    this.#isThere();
    item.id = status.id;
    // One that is held is tried again by an empty piece, and no more than once before the next pause.
    for (let isHeld = status.state === 'HELD'; isHeld || status.state === 'RECEIVING'; isHeld = false) {
      item.sent = status.offset;
      this.options.onChange();
      const piece = await file.slice(status.offset, status.offset + PIECE).arrayBuffer();
      status = await api.append(status.id, status.offset, piece, signal);
      this.#isThere();
      if (piece.byteLength > 0) {
        this.options.onProgress?.();
      }
    }
    item.sent = file.size;
    item.isWorkedOn = true;
    await this.#untilDone(item, status.id, signal);
    await api.discard(status.id).catch(() => undefined);
  }

  /** Tells the fates of the files in it; those told before the network broke are not told twice. */
  async #untilDone(item: Item, id: string, signal: AbortSignal): Promise<void> {
    const told = this.#toldOf(id);
    for (;;) {
      const list = await this.options.api.fates(id, told.next, signal);
      this.#isThere();
      list.files.forEach((fate) => this.#tell(fate, signal));
      told.next = list.next;
      item.isHeld = list.files.length === 0 && (item.isHeld || list.state === 'HELD');
      if (!item.isHeld) {
        this.options.onProgress?.();
      }
      if (list.state === 'HELD') {
        item.isWorkedOn = false;
        throw new UploadError('later', list.message);
      }
      if (list.state === 'DONE' && list.files.length === 0) {
        item.isTold = !signal.aborted;
        return;
      }
      if (list.files.length === 0) {
        await this.#wait(LOOK_EVERY, signal);
      }
    }
  }

  #toldOf(id: string): { next: number } {
    const told = this.#told.get(id) ?? { next: 0 };
    this.#told.set(id, told);
    return told;
  }

  #tell(fate: Fate, signal: AbortSignal): void {
    if (!signal.aborted) {
      this.fates.add(fate);
      this.options.onChange();
    }
  }
}

function waitOnline(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      globalThis.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    globalThis.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
