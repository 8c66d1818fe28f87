import type { KeptText } from './kept-text';
import type { ReportContent, WorkingCopy } from './report';
import { ReportError, type Draft, type FailureKind, type Receipt } from './report-api';

/** A pause in typing after which the text goes to the server, ms. */
const PAUSE_MS = 2_000;

/** Waits between attempts, ms; the last one goes on. */
const WAITS_MS = [2_000, 5_000, 10_000];

export type SaveState =
  /** At the server, if only beside the report; `at` is undefined when nothing was typed since the last version. */
  | { readonly name: 'saved'; readonly at: Date | undefined }
  | { readonly name: 'typing' }
  | { readonly name: 'saving' }
  /** In this browser only, or not even there. */
  | {
      readonly name: 'failed';
      readonly kind: Exclude<FailureKind, 'conflict'>;
      readonly reason: string;
      readonly isKept: boolean;
    }
  /** The same person has typed elsewhere; nothing is sent until it is settled. */
  | { readonly name: 'conflict' };

export interface AutosavePorts {
  readonly send: (draft: Draft) => Promise<Receipt>;
  readonly kept: Pick<KeptText, 'put' | 'remove'>;
  readonly onState: (state: SaveState) => void;
  readonly onOtherWindow: (copy: WorkingCopy) => void;
  /** Somebody has saved a version meanwhile. */
  readonly onNewerVersion: (version: number) => void;
}

/** Brings what is typed to the server: one request at a time, tried again until it is there; kept in the browser till then. */
export class Autosave {
  #content: ReportContent;
  #acknowledged: ReportContent | undefined;
  #basedOnVersion: number;
  #revision: number;
  #state: SaveState = { name: 'saved', at: undefined };
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isKept = true;
  #isHeld = false;
  #isClosed = false;
  readonly #onBack = () => {
    if (this.#state.name === 'failed') {
      void this.flush();
    }
  };

  /** @param start what the server has */
  constructor(
    readonly ports: AutosavePorts,
    start: Draft,
  ) {
    this.#content = this.#acknowledged = start.content;
    this.#basedOnVersion = start.basedOnVersion;
    this.#revision = start.revision;
    ['online', 'focus'].forEach((type) => globalThis.addEventListener?.(type, this.#onBack));
  }

  get state(): SaveState {
    return this.#state;
  }

  get content(): ReportContent {
    return this.#content;
  }

  get basedOnVersion(): number {
    return this.#basedOnVersion;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Whether everything typed is at the server. */
  get isSent(): boolean {
    return this.#content === this.#acknowledged;
  }

  /** Whether something would be lost with the page. */
  get isAtRisk(): boolean {
    return !this.isSent && !this.#isKept;
  }

  change(content: ReportContent): void {
    this.#content = content;
    this.#keep();
    if (!this.#isHeld) {
      if (this.#state.name === 'saved') {
        this.#set({ name: 'typing' });
      }
      if (this.#state.name !== 'failed') {
        this.#schedule(PAUSE_MS);
      }
    }
  }

  /** Sends at once; done when everything is there, or when it failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#isHeld && !this.isSent) {
      this.#running ??= this.#work().finally(() => (this.#running = undefined));
    }
    await this.#running;
  }

  /** Nothing more is sent once this is done, until `resume`: the text is about to become a version. */
  async hold(): Promise<void> {
    this.#isHeld = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Goes on from what the server has now; anything else in `content` is sent. */
  resume(start: Draft, content: ReportContent = start.content): void {
    this.#isHeld = false;
    this.#failures = 0;
    this.#basedOnVersion = start.basedOnVersion;
    this.#revision = start.revision;
    this.#acknowledged = start.content;
    this.#content = content;
    if (this.isSent) {
      this.ports.kept.remove();
      this.#set({ name: 'saved', at: new Date() });
    } else {
      this.#keep();
      void this.flush();
    }
  }

  /** As it was before `hold`. */
  release(): void {
    this.#isHeld = false;
    void this.flush();
  }

  /** What cannot be sent now stays in the browser for the next time the report is opened. */
  close(): void {
    void this.flush();
    this.#isClosed = true;
    clearTimeout(this.#timer);
    ['online', 'focus'].forEach((type) => globalThis.removeEventListener?.(type, this.#onBack));
  }

  async #work(): Promise<void> {
    try {
      let receipt: Receipt | undefined;
      while (!this.isSent && !this.#isHeld) {
        this.#set({ name: 'saving' });
        receipt = await this.#send(this.#content);
      }
      this.#failures = 0;
      if (receipt && !this.#isHeld) {
        this.#set({ name: 'saved', at: new Date() });
      }
    } catch (failure) {
      this.#failed(failure instanceof ReportError ? failure : new ReportError('later', ''));
    }
  }

  async #send(content: ReportContent): Promise<Receipt> {
    const receipt = await this.ports.send({
      basedOnVersion: this.#basedOnVersion,
      revision: this.#revision,
      content,
    });
    this.#revision = receipt.revision;
    this.#acknowledged = content;
    if (this.isSent) {
      this.ports.kept.remove();
    }
    if (receipt.newestVersion > this.#basedOnVersion) {
      this.ports.onNewerVersion(receipt.newestVersion);
    }
    return receipt;
  }

  #failed(failure: ReportError): void {
    if (failure.conflict?.reason === 'OTHER_WINDOW') {
      this.#isHeld = true;
      this.#set({ name: 'conflict' });
      return this.ports.onOtherWindow(failure.conflict.newest.copy);
    }
    const kind = failure.kind === 'conflict' ? 'refused' : failure.kind;
    this.#set({ name: 'failed', kind, reason: failure.message, isKept: this.#isKept });
    if (kind === 'later' || kind === 'session') {
      this.#schedule(WAITS_MS[Math.min(this.#failures++, WAITS_MS.length - 1)]);
    } else {
      this.#schedule(WAITS_MS.at(-1)!);
    }
  }

  #keep(): void {
    const draft = { basedOnVersion: this.#basedOnVersion, revision: this.#revision, content: this.#content };
    this.#isKept = this.ports.kept.put({ ...draft, at: Date.now() });
  }

  #schedule(waitMs: number): void {
    clearTimeout(this.#timer);
    if (!this.#isClosed) {
      this.#timer = setTimeout(() => void this.flush(), waitMs);
    }
  }

  #set(state: SaveState): void {
    this.#state = state;
    this.ports.onState(state);
  }
}
