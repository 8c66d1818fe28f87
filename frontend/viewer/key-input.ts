import type { Keymap } from './settings/keymap';
import { commandOf, type Command } from './shortcuts';

/** What a key press asks for, undefined when it is meant for the control or the dialog that has the focus. */
export function commandIn(event: KeyboardEvent, keys: Keymap): Command | undefined {
  return isMeantForControl(event) ? undefined : commandOf(event, (name) => keys.command(name));
}

/** Keys that a control on the way of the event uses itself. */
function isMeantForControl(event: KeyboardEvent): boolean {
  const path = event.composedPath();
  const [target] = path;
  const isControl = target instanceof Element && target.matches('button, a, select, input, textarea, video, [contenteditable]');
  const isUsed = isControl && (event.key === ' ' || event.key === 'Enter' || !target.matches('button, a'));
  return isUsed || path.some((node) => node instanceof HTMLDialogElement);
}
