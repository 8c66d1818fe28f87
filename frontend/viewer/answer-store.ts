/** An answer of the server as it is kept in the browser. */
export interface KeptAnswer {
  readonly contentType: string;
  readonly photometricInterpretation: string | undefined;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What was asked for: the address and what the viewer accepted there. */
export interface Question {
  readonly studyUID: string;
  readonly address: string;
  readonly accept: string;
}

interface StudyRow {
  readonly studyUID: string;
  readonly bytes: number;
  /** When the study was opened last, milliseconds since 1970. */
  readonly usedAt: number;
}

/** Each reader has a database of his own; those of others are deleted before it is opened. */
const PREFIX = 'dicom-viewer ';
const LAST_CHANGE = 'last-change';

/** Answers by study in IndexedDB, for as long as the reader is logged in and there is room. */
export class AnswerStore {
  readonly #database: IDBDatabase;
  #limitBytes: number;

  private constructor(database: IDBDatabase, limitBytes: number) {
    this.#database = database;
    this.#limitBytes = limitBytes;
  }

  /** @param reader who sees the images; what other readers of this browser left is deleted */
  static async open(reader: string, limitBytes: number): Promise<AnswerStore> {
    await forgetAnswers((name) => name !== PREFIX + reader);
    const request = indexedDB.open(PREFIX + reader, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('answers');
      request.result.createObjectStore('studies', { keyPath: 'studyUID' });
      request.result.createObjectStore('marks');
    };
    const database = await result(request);
    // Logging out in another window deletes the database, which must not wait for this one.
    database.onversionchange = () => database.close();
    return new AnswerStore(database, limitBytes);
  }

  /** What is kept of a study: the addresses with what was accepted there, as `nameOf` puts them together. */
  async namesOf(studyUID: string): Promise<Set<string>> {
    const answers = this.#database.transaction('answers').objectStore('answers');
    const keys = (await result(answers.getAllKeys(rangeOf(studyUID)))) as string[][];
    return new Set(keys.map(([, address, accept]) => nameOf({ address, accept })));
  }

  async get(question: Question): Promise<KeptAnswer | undefined> {
    const answers = this.#database.transaction('answers').objectStore('answers');
    return result<KeptAnswer | undefined>(answers.get(key(question)));
  }

  /**
   * Keeps answers of one study; the studies that were not used for longest make room.
   *
   * @returns false when the study alone needs more than there is
   */
  async put(studyUID: string, answers: readonly (readonly [Question, KeptAnswer])[]): Promise<boolean> {
    const known = await this.#study(studyUID);
    const bytes = answers.reduce((sum, [, answer]) => sum + answer.bytes.buffer.byteLength, known?.bytes ?? 0);
    if (bytes > this.#limitBytes) {
      return false;
    }
    await this.#makeRoom(studyUID, this.#limitBytes - bytes);
    noteKept(this.#database.name);
    const transaction = this.#database.transaction(['answers', 'studies'], 'readwrite');
    for (const [question, answer] of answers) {
      transaction.objectStore('answers').put(answer, key(question));
    }
    transaction.objectStore('studies').put({ studyUID, bytes, usedAt: Date.now() } satisfies StudyRow);
    await done(transaction);
    return true;
  }

  async drop(studyUID: string): Promise<void> {
    const transaction = this.#database.transaction(['answers', 'studies'], 'readwrite');
    transaction.objectStore('answers').delete(rangeOf(studyUID));
    transaction.objectStore('studies').delete(studyUID);
    await done(transaction);
  }

  async clear(): Promise<void> {
    const transaction = this.#database.transaction(['answers', 'studies', 'marks'], 'readwrite');
    [...transaction.objectStoreNames].forEach((name) => transaction.objectStore(name).clear());
    await done(transaction);
  }

  /** Number of the last change of the archive that is known here, undefined before the first. */
  async lastChange(): Promise<number | undefined> {
    const marks = this.#database.transaction('marks').objectStore('marks');
    return result<number | undefined>(marks.get(LAST_CHANGE));
  }

  async noteChange(sequence: number): Promise<void> {
    const transaction = this.#database.transaction('marks', 'readwrite');
    transaction.objectStore('marks').put(sequence, LAST_CHANGE);
    await done(transaction);
  }

  /** From now on there is so much room, and no more is taken up. */
  async limit(bytes: number): Promise<void> {
    this.#limitBytes = bytes;
    await this.#makeRoom('', bytes);
  }

  close(): void {
    this.#database.close();
  }

  async #study(studyUID: string): Promise<StudyRow | undefined> {
    const studies = this.#database.transaction('studies').objectStore('studies');
    return result<StudyRow | undefined>(studies.get(studyUID));
  }

  async #makeRoom(studyUID: string, roomBytes: number): Promise<void> {
    const studies = this.#database.transaction('studies').objectStore('studies');
    const all = await result<StudyRow[]>(studies.getAll());
    for (const other of surplus(all.filter((study) => study.studyUID !== studyUID), roomBytes)) {
      await this.drop(other.studyUID);
    }
  }
}

/** The studies that have to go so that the others fit, those that were not used for longest first. */
export function surplus<T extends Pick<StudyRow, 'bytes' | 'usedAt'>>(studies: readonly T[], roomBytes: number): T[] {
  const oldestFirst = [...studies].sort((one, other) => one.usedAt - other.usedAt);
  let bytes = studies.reduce((sum, study) => sum + study.bytes, 0);
  return oldestFirst.filter((study) => {
    const mustGo = bytes > roomBytes;
    bytes -= mustGo ? study.bytes : 0;
    return mustGo;
  });
}

/** Whether anything may be kept for a reader. Known at once, while opening the store takes as long as some pictures. */
export function mayBeKept(reader: string): boolean {
  try {
    return localStorage.getItem(PREFIX + reader) !== null;
  } catch {
    return true;
  }
}

function noteKept(name: string): void {
  try {
    localStorage.setItem(name, 'kept');
  } catch (cause) {
    console.warn('The browser will not know at once that images are kept.', cause);
  }
}

/** Deletes what readers left in this browser. */
export async function forgetAnswers(isToGo: (name: string) => boolean = () => true): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith(PREFIX) && isToGo(name)) {
      await result(indexedDB.deleteDatabase(name));
      localStorage.removeItem(name);
    }
  }
}

/** An array is greater than every string: all keys that begin with the study. */
function rangeOf(studyUID: string): IDBKeyRange {
  return IDBKeyRange.bound([studyUID], [studyUID, []]);
}

export function nameOf({ address, accept }: Pick<Question, 'address' | 'accept'>): string {
  return `${accept} ${address}`;
}

function key({ studyUID, address, accept }: Question): string[] {
  return [studyUID, address, accept];
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser cannot read what it kept.'));
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser cannot keep this.'));
  });
}
