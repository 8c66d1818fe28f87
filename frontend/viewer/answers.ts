import { nameOf, type AnswerStore, type KeptAnswer, type Question } from './answer-store';
import { DicomwebError, request } from './dicomweb-request';

/** Answers written to the store in one go, so that writing never holds up the pictures for long. */
const BYTES_AT_ONCE = 8 << 20;

/** Pause between two writings, in milliseconds. */
const PAUSE_MS = 20;

/**
 * The way to the server's answers. With a store, frames are asked for only once, and what the server says of a study is
 * read from the store while it cannot be reached.
 */
export class Answers {
  #store: Promise<AnswerStore | undefined> = Promise.resolve(undefined);
  #waiting: (readonly [Question, KeptAnswer])[] = [];
  #writing: Promise<void> | undefined;
  /** Raised when something changed: what was asked for before is not kept. */
  #epoch = 0;
  /** What was in the store of each study when it was first asked for. */
  readonly #names = new Map<string, Promise<Set<string>>>();
  /** Studies that have no room in the store. */
  readonly #tooLarge = new Set<string>();

  /** @param store ready when nothing in it is older than what the server has; undefined to keep nothing */
  keepIn(store: Promise<AnswerStore | undefined>): void {
    this.#store = store.catch(() => undefined);
    this.#waiting = [];
    this.#names.clear();
    this.#tooLarge.clear();
  }

  /** What does not change as long as its study does not: the stored frames. */
  async lasting(address: string, accept: string, signal: AbortSignal): Promise<KeptAnswer> {
    const question = questionOf(address, accept);
    return (await this.#kept(question)) ?? this.#fromServer(question, signal);
  }

  /** What the server says now; what it said last while it cannot be reached. */
  async current(address: string, accept: string, signal: AbortSignal): Promise<KeptAnswer> {
    const question = questionOf(address, accept);
    try {
      return await this.#fromServer(question, signal);
    } catch (cause) {
      const kept = cause instanceof DicomwebError && cause.kind === 'network' && (await this.#kept(question));
      if (!kept) {
        throw cause;
      }
      return kept;
    }
  }

  /** Studies that changed: nothing that was asked for before is kept any more. What is in the store is the caller's. */
  async forget(studies: ReadonlySet<string> | 'all'): Promise<void> {
    const isGone = (studyUID: string) => studies === 'all' || studies.has(studyUID);
    this.#epoch++;
    this.#waiting = this.#waiting.filter(([question]) => !isGone(question.studyUID));
    await this.#writing;
    for (const studyUID of [...this.#names.keys(), ...this.#tooLarge].filter(isGone)) {
      this.#names.delete(studyUID);
      this.#tooLarge.delete(studyUID);
    }
  }

  async #kept(question: Question): Promise<KeptAnswer | undefined> {
    const store = await this.#store;
    if (!store || question.studyUID === '') {
      return undefined;
    }
    const names = await this.#namesOf(store, question.studyUID);
    return names.has(nameOf(question)) ? store.get(question).catch(() => undefined) : undefined;
  }

  #namesOf(store: AnswerStore, studyUID: string): Promise<Set<string>> {
    const names = this.#names.get(studyUID) ?? store.namesOf(studyUID).catch(() => new Set<string>());
    this.#names.set(studyUID, names);
    return names;
  }

  async #fromServer(question: Question, signal: AbortSignal): Promise<KeptAnswer> {
    const epoch = this.#epoch;
    const response = await request(question.address, question.accept, signal);
    const answer: KeptAnswer = {
      contentType: response.headers.get('Content-Type') ?? '',
      photometricInterpretation: response.headers.get('Photometric-Interpretation') ?? undefined,
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
    if (response.status === 200 && epoch === this.#epoch) {
      this.#keep(question, answer);
    }
    return answer;
  }

  #keep(question: Question, answer: KeptAnswer): void {
    if (question.studyUID !== '' && !this.#tooLarge.has(question.studyUID)) {
      this.#waiting.push([question, answer]);
      void this.#write();
    }
  }

  /** The store is awaited outside of what `forget` waits for: the store may wait for `forget`. */
  async #write(): Promise<void> {
    const store = await this.#store;
    if (store) {
      this.#writing ??= this.#writeAll(store).finally(() => (this.#writing = undefined));
    } else {
      this.#waiting = [];
    }
  }

  async #writeAll(store: AnswerStore): Promise<void> {
    while (this.#waiting.length > 0) {
      await pause();
      await this.#writeSome(store);
    }
  }

  async #writeSome(store: AnswerStore): Promise<void> {
    const studyUID = this.#waiting[0]?.[0].studyUID ?? '';
    const some = this.#take(studyUID);
    if (await store.put(studyUID, some).catch(() => false)) {
      const names = await this.#namesOf(store, studyUID);
      some.forEach(([question]) => names.add(nameOf(question)));
    } else {
      this.#tooLarge.add(studyUID);
      this.#dropWaiting(studyUID);
    }
  }

  /** The next answers of one study that are written together. */
  #take(studyUID: string): (readonly [Question, KeptAnswer])[] {
    let bytes = 0;
    const end = this.#waiting.findIndex(([question, answer]) => {
      const isFull = bytes > BYTES_AT_ONCE || question.studyUID !== studyUID;
      bytes += answer.bytes.byteLength;
      return isFull;
    });
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : end);
  }

  #dropWaiting(studyUID: string): void {
    this.#waiting = this.#waiting.filter(([question]) => question.studyUID !== studyUID);
  }
}

/** For the pictures, which Cornerstone asks for without a word of who wants them. */
export const answers = new Answers();

function questionOf(address: string, accept: string): Question {
  const { pathname, search } = new URL(address, document.baseURI);
  return { studyUID: /\/studies\/([^/?]+)/.exec(pathname)?.[1] ?? '', address: pathname + search, accept };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
