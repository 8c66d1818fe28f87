import { binaryOf, bulkFetcher } from './bulk-data';
import type { EventBus } from './event-bus';
import type { StoredObject } from './stored-object';

export const PDF = 'application/pdf';

/** How far the fetching of a document has got. */
export type DocumentState =
  | { readonly name: 'loading' | 'none' }
  | { readonly name: 'ready'; readonly url: string; readonly isPdf: boolean }
  | { readonly name: 'failed'; readonly reason: string };

/** The objects of a series without pictures, one of them on the screen. */
export class Documents {
  #shown = 0;
  #state: DocumentState = { name: 'none' };
  #abort = new AbortController();

  constructor(
    readonly objects: readonly StoredObject[],
    readonly bus: EventBus,
  ) {
    void this.show(0);
  }

  get shown(): StoredObject {
    return this.objects[this.#shown];
  }

  get state(): DocumentState {
    return this.#state;
  }

  /** Fetches the document inside of an object, if it has one. */
  async show(place: number): Promise<void> {
    this.close();
    this.#shown = place;
    const { document: content } = this.objects[place];
    this.#set(content ? { name: 'loading' } : { name: 'none' });
    const { signal } = this.#abort;
    try {
      const bytes = content && (await binaryOf(content.element, bulkFetcher(signal)));
      if (content && bytes && !signal.aborted) {
        // The type is ours to give: whatever the bytes are, they are never a page of this site.
        const isPdf = content.mimeType === PDF;
        const type = isPdf ? PDF : 'application/octet-stream';
        const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
        this.#set({ name: 'ready', url, isPdf });
      } else if (content && !bytes) {
        this.#set({ name: 'none' });
      }
    } catch (cause) {
      if (!signal.aborted) {
        this.#set({ name: 'failed', reason: cause instanceof Error ? cause.message : String(cause) });
      }
    }
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
