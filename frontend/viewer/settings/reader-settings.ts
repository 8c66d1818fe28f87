import type { Preferences } from '../preferences';
import { Keymap } from './keymap';
import { DEFAULTS, settingsOf, type Settings } from './settings';

const KEY = 'viewer.settings';

/** How the reader likes the viewer: in use at once, and kept where the page says where. */
export class ReaderSettings {
  #now = DEFAULTS;
  #keys = new Keymap();
  #isTouched = false;
  readonly #listeners = new Set<() => void>();

  /** @param preferences where they are kept, undefined where they last as long as the page */
  constructor(public preferences: () => Preferences | undefined = () => undefined) {}

  get now(): Settings {
    return this.#now;
  }

  get keys(): Keymap {
    return this.#keys;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Brings back what was kept, unless something was changed meanwhile. */
  async open(): Promise<void> {
    const kept = await this.preferences()?.get(KEY);
    if (kept !== undefined && !this.#isTouched) {
      this.#use(settingsOf(kept));
    }
  }

  change(change: Partial<Settings>): void {
    this.#isTouched = true;
    this.#use({ ...this.#now, ...change });
    this.preferences()?.put(KEY, { version: 1, ...this.#now });
  }

  #use(settings: Settings): void {
    this.#now = settings;
    this.#keys = new Keymap(settings.keys);
    this.#listeners.forEach((listener) => listener());
  }
}
