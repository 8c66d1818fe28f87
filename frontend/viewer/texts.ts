/** Texts by key: the caller's first, then the default. */
export class Texts<Key extends string> {
  #own: Partial<Record<string, string>> = {};

  constructor(readonly defaults: Readonly<Record<Key, string>>) {}

  /** @param own texts by key, as an object or as its JSON; anything else leaves the defaults */
  set(own: unknown): void {
    const parsed = typeof own === 'string' ? parse(own) : own;
    this.#own = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, string>) : {};
  }

  get(key: Key, ...values: readonly (string | number)[]): string {
    const pattern = this.#own[key] ?? this.defaults[key];
    return pattern.replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? ''));
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
