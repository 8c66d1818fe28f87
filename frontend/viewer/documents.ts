import { binaryOf, bulkFetcher } from './bulk-data';
import type { EventBus } from './event-bus';
import { fetchFilm } from './film';
import type { StoredObject } from './stored-object';
import type { ObjectReference } from './structured-report/content-item';

export const PDF = 'application/pdf';

/** How far the fetching of a document has got. */
export type DocumentState =
  | { readonly name: 'loading' | 'none' }
  | { readonly name: 'ready'; readonly url: string; readonly content: Content }
  | { readonly name: 'failed'; readonly reason: string };

/** What was fetched, and the end of a file name for it. */
export interface Content {
  readonly kind: 'pdf' | 'film' | 'file';
  readonly extension: string;
}

/** The objects of a series without pictures, one of them on the screen. */
export class Documents {
  #shown = 0;
  #state: DocumentState = { name: 'none' };
  #isUnplayable = false;
  #abort = new AbortController();

  /** @param isHere whether a series is part of the study */
  constructor(
    readonly objects: readonly StoredObject[],
    readonly bus: EventBus,
    readonly isHere: (seriesInstanceUID: string) => boolean,
  ) {
    void this.show(0);
  }

  get shown(): StoredObject {
    return this.objects[this.#shown];
  }

  get state(): DocumentState {
    return this.#state;
  }

  /** Whether the browser has tried to play the film in vain. */
  get isUnplayable(): boolean {
    return this.#isUnplayable;
  }

  /** Fetches the document or film inside of an object, if it has one. */
  async show(place: number): Promise<void> {
    this.close();
    this.#shown = place;
    this.#isUnplayable = false;
    const object = this.objects[place];
    this.#set(object.document || object.film ? { name: 'loading' } : { name: 'none' });
    const { signal } = this.#abort;
    try {
      const fetched = await contentOf(object, signal);
      if (!signal.aborted) {
        this.#set(fetched ? { name: 'ready', url: URL.createObjectURL(fetched.blob), content: fetched } : { name: 'none' });
      }
    } catch (cause) {
      if (!signal.aborted) {
        this.#set({ name: 'failed', reason: cause instanceof Error ? cause.message : String(cause) });
      }
    }
  }

  /** The browser cannot play the film. */
  giveUp(): void {
    this.#isUnplayable = true;
    this.bus.emit('changed', undefined);
  }

  /** Asks for an image that a report speaks of. */
  jump(seriesInstanceUID: string, { sopInstanceUID, frames }: ObjectReference): void {
    this.bus.emit('image-wanted', { seriesInstanceUID, sopInstanceUID, frameNumber: frames[0] ?? 1 });
  }

  /** Lets go of what is fetched. */
  close(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    if (this.#state.name === 'ready') {
      URL.revokeObjectURL(this.#state.url);
      this.#state = { name: 'none' };
    }
  }

  #set(state: DocumentState): void {
    this.#state = state;
    this.bus.emit('changed', undefined);
  }
}

async function contentOf(
  { document, film }: StoredObject,
  signal: AbortSignal,
): Promise<(Content & { readonly blob: Blob }) | undefined> {
  if (film) {
    return { kind: 'film', ...(await fetchFilm(film, signal)) };
  }
  const bytes = document && (await binaryOf(document.element, bulkFetcher(signal)));
  if (!bytes) {
    return undefined;
  }
  // The type is ours to give: whatever the bytes are, they are never a page of this site.
  const isPdf = document.mimeType === PDF;
  const blob = new Blob([bytes as BlobPart], { type: isPdf ? PDF : 'application/octet-stream' });
  return isPdf ? { kind: 'pdf', extension: 'pdf', blob } : { kind: 'file', extension: 'xml', blob };
}
