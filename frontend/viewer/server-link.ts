import { AnswerStore, mayBeKept } from './answer-store';
import { answers } from './answers';
import { StudyWatch } from './study-watch';

export interface ServerLinkPorts {
  /** Studies that changed, or all of them; rejected when that could not be dealt with, to be told again. */
  readonly onChanges: (studies: ReadonlySet<string> | 'all') => Promise<void>;
  readonly onConnection: (isConnected: boolean) => void;
}

export interface ServerLinkSettings {
  /** Address of the changes, such as `/api/changes`. */
  readonly changes: string;
  /** Number of the last change before anything was asked for, undefined where the page does not say. */
  readonly since: number | undefined;
  /** Who sees the images: what was seen is kept for him in the browser; undefined to keep nothing. */
  readonly reader: string | undefined;
  readonly limitBytes: number;
  /** When the first picture is there: until then nothing is begun that it does not need. */
  readonly firstPicture: Promise<void>;
}

/** Keeps the viewer and what it has in the browser true to the archive, and notices when the server is away. */
export class ServerLink {
  readonly #ports: ServerLinkPorts;
  #limitBytes: number;
  #watch: StudyWatch | undefined;
  #store: AnswerStore | undefined;
  #isClosed = false;

  constructor(settings: ServerLinkSettings, ports: ServerLinkPorts) {
    this.#ports = ports;
    this.#limitBytes = settings.limitBytes;
    const { reader, firstPicture } = settings;
    const isUnused = reader === undefined || !mayBeKept(reader);
    answers.keepIn(isUnused ? firstPicture.then(() => this.#begin(settings)) : this.#begin(settings), isUnused);
  }

  /** Room for what is kept in the browser. */
  limit(bytes: number): void {
    if (bytes !== this.#limitBytes) {
      this.#limitBytes = bytes;
      this.#store?.limit(bytes).catch((cause: unknown) => console.warn('Kept images could not be deleted.', cause));
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#watch?.stop();
    answers.keepIn(Promise.resolve(undefined));
    this.#store?.close();
  }

  /** The store is read only after it was told what had changed since it was used last, or while the server is away. */
  async #begin({ changes, since, reader }: ServerLinkSettings): Promise<AnswerStore | undefined> {
    if (this.#isClosed) {
      return undefined;
    }
    this.#store = reader === undefined ? undefined : await opened(reader, this.#limitBytes);
    // The reader's wish may have come while the store was opened.
    await this.#store?.limit(this.#limitBytes);
    const watch = new StudyWatch(changes, await this.#lastKnown(since), {
      onChanges: (studies) => this.#forget(studies),
      onCaughtUp: async (last) => this.#store?.noteChange(last),
      onConnection: (isConnected) => this.#ports.onConnection(isConnected),
    });
    if (this.#isClosed) {
      return undefined;
    }
    this.#watch = watch;
    const isKnown = await watch.look();
    void watch.follow();
    return isKnown === false ? undefined : this.#store;
  }

  /** What was used before knows how far it followed; what is new is as old as the page. */
  async #lastKnown(since: number | undefined): Promise<number | undefined> {
    const known = await this.#store?.lastChange();
    if (known === undefined && since !== undefined) {
      await this.#store?.noteChange(since);
    }
    return known ?? since;
  }

  async #forget(studies: ReadonlySet<string> | 'all'): Promise<void> {
    await answers.forget(studies);
    if (studies === 'all') {
      await this.#store?.clear();
    } else {
      for (const studyUID of studies) {
        await this.#store?.drop(studyUID);
      }
    }
    await this.#ports.onChanges(studies);
  }
}

/** A browser in private mode may keep nothing: the viewer works without. */
async function opened(reader: string, limitBytes: number): Promise<AnswerStore | undefined> {
  try {
    return await AnswerStore.open(reader, limitBytes);
  } catch (cause) {
    console.warn('Images cannot be kept in this browser.', cause);
    return undefined;
  }
}
