import { DEFAULT_KEYS, type Command } from '../shortcuts';

/** A key as `KeyboardEvent.key` names it, in capitals. */
export type KeyName = string;

/** What a command is kept under, the same in every version of the program: `tool.window`, `scroll.-1`. */
export type CommandName = string;

/** Keys of the commands that have others than by default. */
export type KeyChanges = Readonly<Record<CommandName, readonly KeyName[]>>;

/** Keys that browsers, dialogs and the page around the viewer need themselves, or that say nothing alone. */
const RESERVED = new Set(
  'ESCAPE TAB SHIFT CONTROL ALT ALTGRAPH META CAPSLOCK CONTEXTMENU DEAD PROCESS UNIDENTIFIED F2 F5 F12'.split(' '),
);

/** How keys are printed on keyboards, where that is not their name. */
const PRINTED: Readonly<Record<KeyName, string>> = {
  ARROWUP: '↑',
  ARROWDOWN: '↓',
  ARROWLEFT: '←',
  ARROWRIGHT: '→',
  PAGEUP: 'PgUp',
  PAGEDOWN: 'PgDn',
  HOME: 'Home',
  END: 'End',
  ENTER: 'Enter',
  DELETE: 'Del',
  BACKSPACE: '⌫',
  INSERT: 'Ins',
  ' ': 'Space',
  '-': '−',
};

export function nameOf(command: Command): CommandName {
  return Object.values(command).join('.');
}

export function keyLabel(key: KeyName): string {
  return PRINTED[key] ?? key;
}

/** Whether a command may be put on the key. */
export function canBeChosen(key: KeyName): boolean {
  return key.length > 0 && !RESERVED.has(key);
}

/** Which key does what for one reader: as the program comes, with his changes. */
export class Keymap {
  readonly #commands: ReadonlyMap<KeyName, Command>;

  constructor(readonly changes: KeyChanges = {}) {
    this.#commands = commandsOf(changes);
  }

  /** In capitals. */
  command(key: KeyName): Command | undefined {
    return this.#commands.get(key);
  }

  keysOf(name: CommandName): KeyName[] {
    return [...this.#commands].filter(([, command]) => nameOf(command) === name).map(([key]) => key);
  }

  /** What is to be pressed now for what a key does by default, as printed on keys; undefined when nothing is. */
  inPlaceOf(printed: string): string | undefined {
    const command = DEFAULT_KEYS.get(keyOf(printed));
    const name = command && nameOf(command);
    if (name === undefined || !Object.hasOwn(this.changes, name)) {
      return this.#isTaken(keyOf(printed), name) ? undefined : printed;
    }
    const [key] = this.keysOf(name);
    return key === undefined ? undefined : keyLabel(key);
  }

  /** The command alone gets the key; another that had it loses it. */
  with(name: CommandName, key: KeyName): KeyChanges {
    const owner = this.command(key);
    const isOthers = owner && nameOf(owner) !== name;
    const rest = isOthers ? { [nameOf(owner)]: this.keysOf(nameOf(owner)).filter((each) => each !== key) } : {};
    return withoutDefaults({ ...this.changes, ...rest, [name]: [key] });
  }

  /** As the program comes: commands that took one of these keys meanwhile lose it. */
  withDefault(name: CommandName): KeyChanges {
    const keys = defaultKeysOf(name);
    const others = Object.entries(this.changes).filter(([other]) => other !== name);
    return Object.fromEntries(others.map(([other, own]) => [other, own.filter((key) => !keys.includes(key))]));
  }

  #isTaken(key: KeyName, name: CommandName | undefined): boolean {
    const now = this.command(key);
    return name !== undefined && (now === undefined || nameOf(now) !== name);
  }
}

export function defaultKeysOf(name: CommandName): KeyName[] {
  return [...DEFAULT_KEYS].filter(([, command]) => nameOf(command) === name).map(([key]) => key);
}

/** Chosen keys go before those that a command has by default. */
function commandsOf(changes: KeyChanges): Map<KeyName, Command> {
  const byName = new Map([...DEFAULT_KEYS.values()].map((command) => [nameOf(command), command]));
  const chosen = Object.entries(changes).flatMap(([name, keys]) =>
    keys.map((key) => [key, byName.get(name)] as const));
  const commands = new Map<KeyName, Command>();
  for (const [key, command] of chosen) {
    if (command && !commands.has(key)) {
      commands.set(key, command);
    }
  }
  for (const [key, command] of DEFAULT_KEYS) {
    if (!Object.hasOwn(changes, nameOf(command)) && !commands.has(key)) {
      commands.set(key, command);
    }
  }
  return commands;
}

function withoutDefaults(changes: KeyChanges): KeyChanges {
  const isOther = ([name, keys]: [string, readonly KeyName[]]) => keys.join() !== defaultKeysOf(name).join();
  return Object.fromEntries(Object.entries(changes).filter(isOther));
}

function keyOf(printed: string): KeyName {
  const found = Object.entries(PRINTED).find(([, label]) => label === printed);
  return found ? found[0] : printed.toUpperCase();
}
