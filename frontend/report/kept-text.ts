import type { Draft } from './report-api';

/** What was typed and is not at the server yet. */
export interface KeptDraft extends Draft {
  /** Milliseconds since 1970. */
  readonly at: number;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Text of one reader in one report, kept in the browser until the server has it. It stays when the login page deletes
 * images: the server may be away or the session over for hours.
 */
export class KeptText {
  readonly #name: string;
  #mine: string | undefined;

  constructor(
    reader: string,
    reportId: number,
    readonly store: Store = localStorage,
  ) {
    this.#name = `report-text ${reader} ${reportId}`;
  }

  /** Undefined when there is nothing that can be read. */
  get(): KeptDraft | undefined {
    try {
      const kept = JSON.parse(this.store.getItem(this.#name) ?? 'null') as KeptDraft | null;
      return kept && typeof kept.content?.findings === 'string' ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  /** @returns whether there was room */
  put(draft: KeptDraft): boolean {
    try {
      this.#mine = JSON.stringify(draft);
      this.store.setItem(this.#name, this.#mine);
      return true;
    } catch {
      return false;
    }
  }

  /** What another window has put here since stays. */
  remove(): void {
    if (this.#mine === undefined || this.store.getItem(this.#name) === this.#mine) {
      this.store.removeItem(this.#name);
    }
  }
}
