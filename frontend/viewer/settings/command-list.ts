import type { Messages } from '../messages';
import { defaultMessages, type MessageKey } from '../messages';
import { SHORTCUTS } from '../shortcut-list';
import { DEFAULT_KEYS, type Command } from '../shortcuts';
import { defaultKeysOf, keyLabel, nameOf, type CommandName } from './keymap';

/** A command that a key can be put on, with what it is called. */
export interface ListedCommand {
  readonly name: CommandName;
  readonly label: string;
}

export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly ListedCommand[];
}

/** What keys do, in the groups of the help. */
export function commandGroups(messages: Messages): CommandGroup[] {
  const commands = new Map([...DEFAULT_KEYS.values()].map((command) => [nameOf(command), command]));
  const groups = SHORTCUTS.map(({ title }) => ({ title, commands: [] as ListedCommand[] }));
  for (const [name, command] of commands) {
    const group = groups.find(({ title }) => title === titleOf(name));
    group?.commands.push({ name, label: labelOf(command, messages) });
  }
  return groups
    .filter((group) => group.commands.length > 0)
    .map((group) => ({ title: messages.get(group.title), commands: group.commands }));
}

export function labelOf(command: Command, messages: Messages): string {
  const name = nameOf(command);
  switch (command.type) {
    case 'tool':
      return messages.get(`tool.${command.tool}`);
    case 'action':
      return messages.get(`action.${command.action}`);
    case 'preset':
      return messages.get('command.preset', command.place + 1);
    case 'zoom':
      return messages.get(command.factor > 1 ? 'command.zoom.larger' : 'command.zoom.smaller');
    default:
      return ownLabel(name, messages);
  }
}

/** A text of its own, else that of the help for one of its keys. */
function ownLabel(name: CommandName, messages: Messages): string {
  const key = `command.${name}`;
  const isOwn = Object.hasOwn(defaultMessages, key);
  return isOwn ? messages.get(key as MessageKey) : messages.get(entryOf(name)?.text ?? 'action.help');
}

function entryOf(name: CommandName) {
  const keys = defaultKeysOf(name).map(keyLabel);
  return SHORTCUTS.flatMap(({ entries }) => entries).find((entry) => entry.keys.some((key) => keys.includes(key)));
}

/** Those that the help does not list one by one are of the picture. */
function titleOf(name: CommandName): MessageKey {
  const entry = entryOf(name);
  return SHORTCUTS.find(({ entries }) => entry && entries.includes(entry))?.title ?? 'help.image';
}
