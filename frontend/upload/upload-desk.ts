import { render } from 'lit';
import { chosenIn, droppedIn, type Chosen } from './chosen';
import type { DocumentQuestion } from './document-dialog';
import { refused, type Outcome } from './fate';
import { StudySearch, type FoundStudy } from './study-search';
import { UploadApi, type UploadStatus } from './upload-api';
import { UploadMessages } from './upload-messages';
import { UploadQueue } from './upload-queue';
import { Speed } from './speed';
import { uploadStyles } from './upload-styles';
import { uploadView } from './upload-view';

/** Nobody reads faster, and 50,000 files change the numbers all the time; ms. */
const DRAW_EVERY = 150;
const SEARCH_AFTER = 300;
/** The watch looks once a second; s. */
const IDLE_SLACK = 3;
const DRAGS = ['dragover', 'dragleave', 'drop'] as const;
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * `<upload-desk api="api" dicomweb="dicom-web" viewer="viewer/">`: files of this computer on their way into the archive.
 * `study` names the study that documents belong to, `messages` are texts as JSON by the keys of `upload-messages.ts`.
 */
export class UploadDesk extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly messages = new UploadMessages();
  readonly speed = new Speed();
  readonly arrived = new Map<string, FoundStudy>();
  /** The study that documents belong to unless somebody says otherwise. */
  chosenStudy: FoundStudy | undefined;
  queue!: UploadQueue;
  unfinished: readonly UploadStatus[] = [];
  filter: Outcome | undefined;
  question: DocumentQuestion | undefined;
  isOver = false;
  /** Files found in folders that are being looked into; undefined when none is. */
  reading: number | undefined;
  scrolled = { top: 0, height: 600 };
  #api = new UploadApi('');
  #search = new StudySearch('');
  #timer = 0;
  #searchTimer = 0;
  #asked = new Set<string>();
  #lastInput = Date.now();

  readonly #onInput = () => {
    this.#lastInput = Date.now();
  };
  /** Who waits for a long upload is not logged out in the middle of it. */
  readonly #onProgress = () => {
    this.#onInput();
    globalThis.dispatchEvent(new Event('upload-progress'));
  };
  /** On all of the page: a file that misses the marked place would be opened instead of it, and end what is under way. */
  readonly #onDrag = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      this.#setOver(event.type === 'dragover');
      if (event.type === 'drop') {
        void this.drop(event.dataTransfer.items);
      }
    }
  };
  readonly #onLeave = (event: BeforeUnloadEvent) => {
    if (!this.#isIdle && (this.queue.isBusy || this.queue.documents.length > 0)) {
      event.preventDefault();
    }
  };

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [uploadStyles()];
  }

  connectedCallback(): void {
    this.messages.set(this.getAttribute('messages') ?? '');
    this.#api = new UploadApi(this.getAttribute('api') ?? '');
    this.#search = new StudySearch(this.getAttribute('dicomweb') ?? '');
    this.queue ??= new UploadQueue({
      api: this.#api,
      onChange: () => this.changed(),
      onProgress: this.#onProgress,
      unreadable: this.messages.get('reason.unreadable'),
    });
    globalThis.addEventListener('beforeunload', this.#onLeave);
    INPUTS.forEach((name) => globalThis.addEventListener(name, this.#onInput, { capture: true, passive: true }));
    DRAGS.forEach((name) => globalThis.addEventListener(name, this.#onDrag));
    void this.#lookForUnfinished();
    void this.#lookForStudy();
    this.drawNow();
  }

  disconnectedCallback(): void {
    globalThis.removeEventListener('beforeunload', this.#onLeave);
    INPUTS.forEach((name) => globalThis.removeEventListener(name, this.#onInput, { capture: true }));
    DRAGS.forEach((name) => globalThis.removeEventListener(name, this.#onDrag));
    clearTimeout(this.#timer);
    clearTimeout(this.#searchTimer);
    this.#timer = 0;
    // The framework takes an element off the page and puts it back while it builds a screen.
    queueMicrotask(() => {
      if (!this.isConnected && this.queue.isBusy) {
        this.queue.pause();
      }
    });
  }

  #setOver(isOver: boolean): void {
    if (this.isOver !== isOver) {
      this.isOver = isOver;
      this.changed();
    }
  }

  /** Nobody is there: the page is left because the session ends, and no question may keep it on the screen. */
  get #isIdle(): boolean {
    const seconds = Number(document.querySelector('idle-watch')?.getAttribute('seconds') ?? Infinity);
    return Date.now() - this.#lastInput > (seconds - IDLE_SLACK) * 1_000;
  }

  async #lookForUnfinished(): Promise<void> {
    this.unfinished = await this.#api.own().catch(() => []);
    this.changed();
  }

  async #lookForStudy(): Promise<void> {
    const study = this.getAttribute('study');
    this.chosenStudy = study ? await this.#search.one(study).catch(() => undefined) : undefined;
    this.changed();
  }

  discardUnfinished(): void {
    const discarded = this.unfinished;
    this.unfinished = [];
    discarded.forEach(({ id }) => void this.#api.discard(id).catch(() => undefined));
    this.changed();
  }

  choose(files: readonly Chosen[]): void {
    const again = new Set(files.map(({ path, file }) => `${file.size} ${path}`));
    this.unfinished = this.unfinished.filter(({ size, path }) => !again.has(`${size} ${path}`));
    this.speed.begin(this.queue.sentBytes, this.queue.isBusy);
    this.queue.add(files);
  }

  chooseFrom(field: HTMLInputElement): void {
    this.choose(chosenIn(field.files ?? []));
    field.value = '';
  }

  async drop(items: DataTransferItemList): Promise<void> {
    this.reading = 0;
    const unreadable = await droppedIn(items, (files) => {
      this.reading = (this.reading ?? 0) + files.length;
      this.choose(files);
    });
    this.reading = undefined;
    unreadable.forEach((path) => this.queue.fates.add(refused(path, this.messages.get('reason.unreadable'))));
    this.changed();
  }

  /** Asks about all documents that wait. */
  ask(): void {
    const known = this.chosenStudy;
    const found = known && [known];
    this.question = { files: [...this.queue.documents], isNew: false, found, study: known?.uid ?? '' };
    this.changed();
  }

  answer(change: Partial<DocumentQuestion> | undefined): void {
    this.question = change && this.question && { ...this.question, ...change };
    this.changed();
  }

  search(words: string): void {
    clearTimeout(this.#searchTimer);
    this.#searchTimer = window.setTimeout(() => {
      const found = words.trim() ? this.#search.of(words).catch(() => 'failed' as const) : Promise.resolve(undefined);
      void found.then((studies) => this.answer({ found: studies }));
    }, SEARCH_AFTER);
  }

  login(): void {
    location.assign(new URL('login', document.baseURI));
  }

  /** What the studies are called, once for each. */
  #name(studies: Iterable<string>): void {
    for (const uid of studies) {
      if (!this.#asked.has(uid)) {
        this.#asked.add(uid);
        void this.#search.one(uid).then(
          (study) => {
            if (study) {
              this.arrived.set(uid, study);
              this.changed();
            }
          },
          () => this.#asked.delete(uid),
        );
      }
    }
  }

  changed(): void {
    this.#timer ||= window.setTimeout(() => {
      this.#timer = 0;
      this.drawNow();
    }, DRAW_EVERY);
  }

  drawNow(): void {
    if (this.isConnected) {
      this.speed.note(this.queue.sentBytes);
      this.#name([...this.queue.fates.studies.keys()].slice(0, 50));
      render(uploadView(this), this.#root);
    }
  }
}

customElements.define('upload-desk', UploadDesk);
