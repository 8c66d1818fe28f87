import type { DicomJsonDataSet } from '../dicom-json';
import { request } from '../dicomweb';
import type { EventBus } from '../event-bus';
import { SCHEME, type Frame } from '../frame';
import { loadTagDictionary } from './tag-dictionary';
import { tagRows, type TagRow, type TagTexts } from './tag-rows';

/** How far the listing of an object has got. */
export type TagPhase =
  | { readonly name: 'loading' }
  | { readonly name: 'ready'; readonly rows: readonly TagRow[] }
  | { readonly name: 'failed'; readonly reason: string };

/** A reader who scrolls is not followed with a request for every image, ms. */
const REST_MS = 250;

/** Lists the attributes of the object that is on the screen, as long as the panel is open. */
export class TagBrowser {
  readonly #bus: EventBus;
  readonly #texts: () => TagTexts;
  readonly #shown: () => Frame | undefined;
  #isOpen = false;
  #phase: TagPhase = { name: 'loading' };
  #object = '';
  #abort = new AbortController();
  #search = '';
  #unfolded: ReadonlySet<string> = new Set();

  /** @param shown the frame on the screen */
  constructor(bus: EventBus, shown: () => Frame | undefined, texts: () => TagTexts) {
    this.#bus = bus;
    this.#shown = shown;
    this.#texts = texts;
    bus.on('image-rendered', () => this.#follow());
    bus.on('changed', () => this.#follow());
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get phase(): TagPhase {
    return this.#phase;
  }

  /** SOP Instance UID of what is listed, '' while nothing is. */
  get object(): string {
    return this.#object;
  }

  get search(): string {
    return this.#search;
  }

  set search(text: string) {
    this.#search = text;
    this.#changed();
  }

  /** Paths of the sequences and items that show what is in them. */
  get unfolded(): ReadonlySet<string> {
    return this.#unfolded;
  }

  toggle(): void {
    this.#isOpen = !this.#isOpen;
    this.#follow(0);
    this.#changed();
  }

  close(): void {
    if (this.#isOpen) {
      this.toggle();
    }
  }

  fold(path: string): void {
    const unfolded = new Set(this.#unfolded);
    if (!unfolded.delete(path)) {
      unfolded.add(path);
    }
    this.#unfolded = unfolded;
    this.#changed();
  }

  #follow(afterMs = REST_MS): void {
    const frame = this.#isOpen ? this.#shown() : undefined;
    if ((frame?.sopInstanceUID ?? '') === this.#object) {
      return;
    }
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#object = frame?.sopInstanceUID ?? '';
    if (frame) {
      const { signal } = this.#abort;
      setTimeout(() => void this.#list(frame, signal), afterMs);
    }
  }

  async #list(frame: Frame, signal: AbortSignal): Promise<void> {
    try {
      const [dictionary, dataSet] = await Promise.all([loadTagDictionary(), metadataOf(frame, signal)]);
      this.#arrive({ name: 'ready', rows: tagRows(dataSet, dictionary, this.#texts()) }, signal);
    } catch (cause) {
      this.#arrive({ name: 'failed', reason: cause instanceof Error ? cause.message : String(cause) }, signal);
    }
  }

  #arrive(phase: TagPhase, signal: AbortSignal): void {
    if (!signal.aborted) {
      this.#phase = phase;
      this.#changed();
    }
  }

  #changed(): void {
    this.#bus.emit('viewport-changed', undefined);
  }
}

/** All that the server tells of the object, which is more than the viewer needs to show it. */
async function metadataOf(frame: Frame, signal: AbortSignal): Promise<DicomJsonDataSet> {
  signal.throwIfAborted();
  const address = frame.imageId.slice(SCHEME.length + 1).replace(/\/frames\/\d+$/, '/metadata');
  const answer = (await (await request(address, 'application/dicom+json', signal)).json()) as DicomJsonDataSet[];
  return answer[0] ?? {};
}
