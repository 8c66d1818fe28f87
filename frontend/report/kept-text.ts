import { newId } from '../viewer/annotation';
import type { Draft } from './report-api';

/** What was typed and is not at the server yet. */
export interface KeptDraft extends Draft {
  /** Milliseconds since 1970. */
  readonly at: number;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Text of one reader in one report, kept in the browser until the server has it; each window keeps its own. It stays when
 * the login page deletes images: the server may be away or the session over for hours.
 */
export class KeptText {
  readonly #prefix: string;
  readonly #mine: string;
  /** Under which name the text was that this window goes on with. */
  #found: string | undefined;

  constructor(
    reader: string,
    reportId: number,
    readonly store: Store = localStorage,
  ) {
    this.#prefix = `report-text ${reader} ${reportId} `;
    this.#mine = this.#prefix + newId();
  }

  /** What was typed last in any window; undefined when there is nothing that can be read. */
  get(): KeptDraft | undefined {
    const all = this.#names().map((name) => [name, this.#read(name)] as const);
    const newest = all.reduce((best, each) => ((each[1]?.at ?? -1) > (best?.[1]?.at ?? -1) ? each : best), all[0]);
    this.#found = newest?.[0];
    return newest?.[1];
  }

  /** @returns whether there was room */
  put(draft: KeptDraft): boolean {
    try {
      this.store.setItem(this.#mine, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  /** What other windows have is theirs, but for the text that this one went on with. */
  remove(): void {
    this.store.removeItem(this.#mine);
    if (this.#found !== undefined) {
      this.store.removeItem(this.#found);
      this.#found = undefined;
    }
  }

  #names(): string[] {
    const all = Array.from({ length: this.store.length }, (_, place) => this.store.key(place) ?? '');
    return all.filter((name) => name.startsWith(this.#prefix));
  }

  #read(name: string): KeptDraft | undefined {
    try {
      const kept = JSON.parse(this.store.getItem(name) ?? 'null') as KeptDraft | null;
      return kept && typeof kept.content?.findings === 'string' ? kept : undefined;
    } catch {
      return undefined;
    }
  }
}
