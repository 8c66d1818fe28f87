/** How long a change waits for the next one, so that a drag is saved once. */
const PAUSE_MS = 800;

/**
 * What a reader is used to, kept at the server by key. It is a convenience: what cannot be loaded is as if it had never
 * been kept, and nobody is bothered by it.
 */
export class Preferences {
  readonly root: string;
  readonly #waiting = new Map<string, unknown>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: string) {
    this.root = root.replace(/\/+$/, '');
  }

  /** Undefined when nothing is kept, or nobody answers. */
  async get(key: string): Promise<unknown> {
    try {
      const response = await fetch(this.#address(key), { credentials: 'same-origin' });
      return response.status === 200 ? ((await response.json()) as unknown) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps a value soon; a newer one of the same key takes its place. */
  put(key: string, value: unknown): void {
    this.#waiting.set(key, value);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE_MS);
  }

  /** Keeps at once what waits, as when the page is left. */
  flush(): void {
    clearTimeout(this.#timer);
    for (const [key, value] of this.#waiting) {
      void fetch(this.#address(key), {
        method: 'PUT',
        credentials: 'same-origin',
        keepalive: true,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(value),
      }).catch(() => undefined);
    }
    this.#waiting.clear();
  }

  #address(key: string): string {
    return `${this.root}/${encodeURIComponent(key)}`;
  }
}
