import { commandOf, type Command } from './shortcuts';

/** What a key press asks the viewer for, undefined when it is meant for the control that has the focus. */
export function commandIn(event: KeyboardEvent): Command | undefined {
  return isMeantForControl(event) ? undefined : commandOf(event);
}

/** Keys that a control on the way of the event uses itself. */
function isMeantForControl(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  const isControl = target instanceof Element && target.matches('button, a, select, input');
  return isControl && (event.key === ' ' || !(target as Element).matches('button, a'));
}
