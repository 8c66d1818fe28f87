import { nameOf, type AnswerStore, type KeptAnswer, type Question } from './answer-store';
import { DicomwebError, request } from './dicomweb-request';

/** Answers written to the store in one go, so that writing never holds up the pictures for long. */
const BYTES_AT_ONCE = 8 << 20;

/** How long nothing was asked for before answers are written, in milliseconds: writing beside it would slow down the loading. */
const LULL_MS = 200;

/** Pause before each writing, in milliseconds. */
const PAUSE_MS = 40;

/** Nobody waits longer for what is asked for only to be kept, in milliseconds. */
const AGAIN_MS = 30_000;

/** What waits for a lull at most, in bytes. Most of it is in memory anyway, as the pictures that are shown. */
const MOST_WAITING_BYTES = 400 << 20;

interface Answered {
  readonly answer: KeptAnswer;
  /** Whether it is worth keeping: there is all that was asked for. */
  readonly isWhole: boolean;
  /** How often the study had changed when it was asked. */
  readonly changes: number;
}

/**
 * The way to the server's answers. With a store, frames are asked for only once, and what the server says of a study is
 * read from the store while it cannot be reached.
 */
export class Answers {
  #store: Promise<AnswerStore | undefined> = Promise.resolve(undefined);
  /** Whether the next picture is the first one, and the store is not open yet. */
  #isInHurry = false;
  /** Whether the store is not open yet, and nothing in it. */
  #isUnused = false;
  #waiting: (readonly [Question, KeptAnswer])[] = [];
  #isWriting = false;
  #written: Promise<void> = Promise.resolve();
  #underWay = 0;
  #answeredAt = 0;
  /** How often each study changed, and all together: what was asked for before is not kept. */
  readonly #changes = new Map<string, number>();
  #changesOfAll = 0;
  /** What was in the store of each study when it was first asked for. */
  readonly #names = new Map<string, Promise<Set<string>>>();
  /** Studies that have no room in the store. */
  readonly #tooLarge = new Set<string>();
  readonly #ahead = new Map<string, Promise<Answered>>();

  /**
   * @param store ready when nothing in it is older than what the server has; undefined to keep nothing
   * @param isUnused whether nothing is kept yet, as far as is known
   */
  keepIn(store: Promise<AnswerStore | undefined>, isUnused = false): void {
    const opened = store.catch(() => undefined);
    this.#store = opened;
    this.#isInHurry = true;
    this.#isUnused = isUnused;
    void opened.then(() => this.#store === opened && (this.#isInHurry = this.#isUnused = false));
    this.#waiting = [];
    this.#names.clear();
    this.#tooLarge.clear();
  }

  /** What does not change as long as its study does not: the stored frames. */
  async lasting(address: string, accept: string, signal: AbortSignal): Promise<KeptAnswer> {
    if (this.#isUnused) {
      return this.current(address, accept, signal);
    }
    const question = questionOf(address, accept);
    if (this.#isInHurry) {
      this.#isInHurry = false;
      return this.#whicheverIsFirst(question, signal);
    }
    return (await this.#kept(question)) ?? this.#fromServer(question, signal);
  }

  /** Asks for what somebody is about to ask for as `current`: who does so first has this answer. */
  ahead(address: string, accept: string, signal: AbortSignal): Promise<KeptAnswer> {
    const question = questionOf(address, accept);
    const answered = this.#ask(question, signal);
    this.#ahead.set(nameOf(question), answered);
    return answered.then(({ answer }) => answer);
  }

  /** What the server says now; what it said last while it cannot be reached. */
  async current(address: string, accept: string, signal: AbortSignal): Promise<KeptAnswer> {
    const question = questionOf(address, accept);
    try {
      return await this.#fromServer(question, signal, this.#takeAhead(question));
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
    if (studies === 'all') {
      this.#changesOfAll++;
    } else {
      studies.forEach((studyUID) => this.#changes.set(studyUID, (this.#changes.get(studyUID) ?? 0) + 1));
    }
    this.#waiting = this.#waiting.filter(([question]) => !isGone(question.studyUID));
    await this.#written;
    for (const studyUID of [...this.#names.keys(), ...this.#tooLarge].filter(isGone)) {
      this.#names.delete(studyUID);
      this.#tooLarge.delete(studyUID);
    }
  }

  #takeAhead(question: Question): Promise<Answered> | undefined {
    const answered = this.#ahead.get(nameOf(question));
    this.#ahead.delete(nameOf(question));
    return answered;
  }

  /** The first picture does not wait until the store is open. */
  async #whicheverIsFirst(question: Question, signal: AbortSignal): Promise<KeptAnswer> {
    const tooLate = new AbortController();
    const asked = this.#fromServer(question, AbortSignal.any([signal, tooLate.signal]));
    const kept = this.#kept(question).then((answer) => answer ?? asked);
    try {
      return await Promise.any([asked, kept]);
    } catch (cause) {
      throw (cause as AggregateError).errors[0];
    } finally {
      tooLate.abort();
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

  async #fromServer(
    question: Question,
    signal: AbortSignal,
    answered = this.#ask(question, signal),
  ): Promise<KeptAnswer> {
    const { answer, isWhole, changes } = await answered;
    if (isWhole) {
      void this.#keepIfNewer(changes, question, answer);
    }
    return answer;
  }

  async #ask(question: Question, signal: AbortSignal): Promise<Answered> {
    const changes = this.#changesOf(question);
    this.#underWay++;
    try {
      const response = await request(question.address, question.accept, signal);
      const answer: KeptAnswer = {
        contentType: response.headers.get('Content-Type') ?? '',
        photometricInterpretation: response.headers.get('Photometric-Interpretation') ?? undefined,
        bytes: new Uint8Array(await response.arrayBuffer()),
      };
      return { answer, isWhole: response.status === 200, changes };
    } finally {
      this.#underWay--;
      this.#answeredAt = performance.now();
    }
  }

  #changesOf({ studyUID }: Question): number {
    return this.#changesOfAll + (this.#changes.get(studyUID) ?? 0);
  }

  /** What may be older than a change is asked for once more: without it the study would not be whole in the store. */
  async #keepIfNewer(changes: number, question: Question, answer: KeptAnswer): Promise<void> {
    await this.#store; // Only then it is known what had changed.
    if (changes === this.#changesOf(question)) {
      this.#keep(question, answer);
    } else {
      void this.#fromServer(question, AbortSignal.timeout(AGAIN_MS)).catch(() => undefined);
    }
  }

  #keep(question: Question, answer: KeptAnswer): void {
    if (question.studyUID !== '' && !this.#tooLarge.has(question.studyUID)) {
      this.#waiting.push([question, answer]);
      void this.#write();
    }
  }

  async #write(): Promise<void> {
    if (!this.#isWriting) {
      this.#isWriting = true;
      while (this.#waiting.length > 0) {
        await this.#lull();
        await this.#writeNext();
      }
      this.#isWriting = false;
    }
  }

  async #lull(): Promise<void> {
    do {
      await pause();
    } while (!this.#isQuiet() && this.#waitingBytes() < MOST_WAITING_BYTES);
  }

  #isQuiet(): boolean {
    return this.#underWay === 0 && performance.now() - this.#answeredAt >= LULL_MS;
  }

  #waitingBytes(): number {
    return this.#waiting.reduce((sum, [, { bytes }]) => sum + bytes.byteLength, 0);
  }

  /** The store is awaited outside of what `forget` waits for: the store may wait for `forget`. */
  async #writeNext(): Promise<void> {
    const store = await this.#store;
    if (!store) {
      this.#waiting = [];
    } else if (this.#waiting.length > 0) {
      this.#written = this.#writeSome(store);
      await this.#written;
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
