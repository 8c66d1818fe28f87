import type { Command } from '../shortcuts';
import { canBeChosen, nameOf, type CommandName, type KeyName } from './keymap';
import type { ReaderSettings } from './reader-settings';
import { DEFAULTS } from './settings';

/** What the reader is asked while he puts a command on another key. */
export type KeyQuestion =
  | { readonly kind: 'press'; readonly name: CommandName; readonly reserved?: KeyName }
  | { readonly kind: 'conflict'; readonly name: CommandName; readonly key: KeyName; readonly owner: Command };

/** The work on the settings: which command waits for its new key. */
export class SettingsDesk {
  #question: KeyQuestion | undefined;

  constructor(
    readonly settings: ReaderSettings,
    readonly onChange: () => void,
  ) {}

  get question(): KeyQuestion | undefined {
    return this.#question;
  }

  /** The next key that is pressed is for this command. */
  ask(name: CommandName): void {
    this.#set({ kind: 'press', name });
  }

  /** Nothing is asked any more. */
  leave(): void {
    this.#set(undefined);
  }

  /** @returns whether the key was taken, so that it does nothing else */
  take(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
    const question = this.#question;
    if (question?.kind !== 'press') {
      return false;
    }
    const key = event.key.toUpperCase();
    if (key === 'ESCAPE') {
      this.leave();
    } else if (isHeldDown(key)) {
      return true;
    } else if (event.ctrlKey || event.metaKey || event.altKey || !canBeChosen(key)) {
      this.#set({ ...question, reserved: key });
    } else {
      this.#put(question.name, key);
    }
    return true;
  }

  /** Takes the key away from the command that has it. */
  takeOver(): void {
    if (this.#question?.kind === 'conflict') {
      this.#keep(this.#question.name, this.#question.key);
    }
  }

  resetKey(name: CommandName): void {
    this.settings.change({ keys: this.settings.keys.withDefault(name) });
    this.leave();
  }

  resetAll(): void {
    this.settings.change(DEFAULTS);
    this.leave();
  }

  #put(name: CommandName, key: KeyName): void {
    const owner = this.settings.keys.command(key);
    if (owner && nameOf(owner) !== name) {
      this.#set({ kind: 'conflict', name, key, owner });
    } else {
      this.#keep(name, key);
    }
  }

  #keep(name: CommandName, key: KeyName): void {
    this.settings.change({ keys: this.settings.keys.with(name, key) });
    this.leave();
  }

  #set(question: KeyQuestion | undefined): void {
    this.#question = question;
    this.onChange();
  }
}

/** Keys that are pressed before another one. */
function isHeldDown(key: KeyName): boolean {
  return key === 'SHIFT' || key === 'CONTROL' || key === 'ALT' || key === 'META' || key === 'ALTGRAPH';
}
