import { DicomwebError, request } from './dicomweb-request';

/** Time between two questions for changes, in milliseconds: a new slice is to be seen within two seconds. */
const PERIOD_MS = 1_500;

/** An answer that takes longer does not come any more, in milliseconds. */
const PATIENCE_MS = 10_000;

/** What `/api/changes` answers. */
interface Changes {
  readonly last: number;
  /** False when the server has forgotten some of the changes. */
  readonly complete: boolean;
  /** Whether there are more to be asked for at once. */
  readonly more: boolean;
  readonly changes: readonly { readonly kind: 'NEW' | 'CHANGED' | 'DELETED'; readonly studyInstanceUID: string }[];
}

/** What follows from a change, in the order in which it is called. */
export interface WatchPorts {
  /** Studies that changed, or all when the server does not know any more which. */
  readonly onChanges: (studies: ReadonlySet<string> | 'all') => Promise<void>;
  /** Everything up to this number has been dealt with. */
  readonly onCaughtUp: (last: number) => Promise<void>;
  readonly onConnection: (isConnected: boolean) => void;
}

/** Asks the server again and again what has changed, as long as the page can be seen. */
export class StudyWatch {
  readonly #address: string;
  readonly #ports: WatchPorts;
  readonly #abort = new AbortController();
  #last: number | undefined;
  #isConnected = true;

  /**
   * @param address of the changes, such as `/api/changes`
   * @param since number of the last change that is known, undefined for none
   */
  constructor(address: string, since: number | undefined, ports: WatchPorts) {
    this.#address = address;
    this.#last = since;
    this.#ports = ports;
  }

  /** Looks once: whether the server could say what has changed, undefined when it cannot be reached. */
  async look(): Promise<boolean | undefined> {
    try {
      while (await this.#askOnce());
      this.#setConnected(true);
      return true;
    } catch (cause) {
      if (this.#abort.signal.aborted) {
        return false;
      }
      const kind = cause instanceof DicomwebError ? cause.kind : 'server';
      if (kind === 'session') {
        this.stop(); // A new session begins with a new page.
      }
      this.#setConnected(kind !== 'network');
      return kind === 'network' ? undefined : false;
    }
  }

  /** Goes on looking until it is stopped. */
  async follow(): Promise<void> {
    while (!this.#abort.signal.aborted) {
      await pause(PERIOD_MS, this.#abort.signal);
      if (!document.hidden && !this.#abort.signal.aborted) {
        await this.look();
      }
    }
  }

  stop(): void {
    this.#abort.abort();
  }

  async #askOnce(): Promise<boolean> {
    const address = this.#last === undefined ? this.#address : `${this.#address}?since=${this.#last}`;
    const signal = AbortSignal.any([this.#abort.signal, AbortSignal.timeout(PATIENCE_MS)]);
    const answer = (await (await request(address, 'application/json', signal)).json()) as Changes;
    const studies = new Set(answer.changes.map(({ studyInstanceUID }) => studyInstanceUID));
    if (!answer.complete) {
      await this.#ports.onChanges('all');
    } else if (studies.size > 0) {
      await this.#ports.onChanges(studies);
    }
    if (answer.last !== this.#last) {
      await this.#ports.onCaughtUp(answer.last);
    }
    this.#last = answer.last;
    return answer.more;
  }

  #setConnected(isConnected: boolean): void {
    if (isConnected !== this.#isConnected) {
      this.#isConnected = isConnected;
      this.#ports.onConnection(isConnected);
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
