import type { ToolName } from './tool-set';

/** What a key does. Steps are slices; a preset is its place in the list of presets. */
export type Command =
  | { readonly type: 'tool'; readonly tool: ToolName }
  | { readonly type: 'action'; readonly action: ActionName }
  | { readonly type: 'scroll'; readonly steps: number }
  | { readonly type: 'end'; readonly edge: 'first' | 'last' }
  | { readonly type: 'preset'; readonly place: number }
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'removeLast' }
  | { readonly type: 'layouts' | 'links' | 'nextCell' | 'maximise' | 'help' }
  | { readonly type: 'mpr' | 'tags' }
  | { readonly type: 'cine' }
  | { readonly type: 'magnify' | 'fullScreen' };

export type ActionName =
  | 'clear'
  | 'invert'
  | 'rotate'
  | 'flip'
  | 'fit'
  | 'actual'
  | 'reset'
  | 'undo'
  | 'redo'
  | 'keyImage'
  | 'measurements';

const PAGE = 10;
const ZOOM_STEP = 1.15;

export const TOOL_KEYS: Readonly<Partial<Record<ToolName, string>>> = {
  window: 'W',
  scroll: 'S',
  zoom: 'Z',
  pan: 'P',
  crosshairs: 'Q',
  length: 'L',
  angle: 'A',
  bidirectional: 'B',
  ellipse: 'E',
  freehand: 'D',
  probe: 'V',
  text: 'T',
  eraser: 'U',
};

export const ACTION_KEYS: Readonly<Partial<Record<ActionName, string>>> = {
  invert: 'I',
  rotate: 'O',
  flip: 'H',
  fit: 'F',
  actual: 'X',
  reset: 'R',
  keyImage: 'K',
  measurements: 'Y',
};

/** Keys with Ctrl or Cmd held, as everywhere on the computer. */
const WITH_CONTROL = new Map<string, Command>([
  ['Z', { type: 'action', action: 'undo' }],
  ['SHIFT Z', { type: 'action', action: 'redo' }],
  ['Y', { type: 'action', action: 'redo' }],
]);

/** Keys of what is done with cells. */
export const CELL_KEYS = { layout: 'G', link: 'J', next: 'N', maximise: 'Enter' } as const;

/** Keys of what takes the place of the pictures or stands beside them. */
export const PANEL_KEYS = { mpr: 'M', tags: '#' } as const;

/** Keys of what the hands do beside the picture. */
export const HAND_KEYS = { magnify: '.', fullScreen: 'F11' } as const;

/** What keys do unless a reader has chosen otherwise. */
export const DEFAULT_KEYS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ...entries(TOOL_KEYS).map(([tool, key]) => [key, { type: 'tool', tool }] as const),
  ...entries(ACTION_KEYS).map(([action, key]) => [key, { type: 'action', action }] as const),
  ['ARROWUP', { type: 'scroll', steps: -1 }],
  ['ARROWLEFT', { type: 'scroll', steps: -1 }],
  ['ARROWDOWN', { type: 'scroll', steps: 1 }],
  ['ARROWRIGHT', { type: 'scroll', steps: 1 }],
  ['PAGEUP', { type: 'scroll', steps: -PAGE }],
  ['PAGEDOWN', { type: 'scroll', steps: PAGE }],
  ['HOME', { type: 'end', edge: 'first' }],
  ['END', { type: 'end', edge: 'last' }],
  ['+', { type: 'zoom', factor: ZOOM_STEP }],
  ['=', { type: 'zoom', factor: ZOOM_STEP }],
  ['-', { type: 'zoom', factor: 1 / ZOOM_STEP }],
  [CELL_KEYS.layout, { type: 'layouts' }],
  [CELL_KEYS.link, { type: 'links' }],
  [CELL_KEYS.next, { type: 'nextCell' }],
  [CELL_KEYS.maximise.toUpperCase(), { type: 'maximise' }],
  [PANEL_KEYS.mpr, { type: 'mpr' }],
  [PANEL_KEYS.tags, { type: 'tags' }],
  [HAND_KEYS.magnify, { type: 'magnify' }],
  [HAND_KEYS.fullScreen, { type: 'fullScreen' }],
  ['?', { type: 'help' }],
  ['C', { type: 'cine' }],
  [' ', { type: 'cine' }],
  ['DELETE', { type: 'removeLast' }],
  ['BACKSPACE', { type: 'removeLast' }],
  ...Array.from({ length: 9 }, (_, place) => [String(place + 1), { type: 'preset', place }] as const),
]);

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'> & { readonly shiftKey?: boolean };

/**
 * The command of a key press, undefined when it belongs to somebody else.
 *
 * @param commandOn what the reader has on a key, in capitals
 */
export function commandOf(
  { key, ctrlKey, altKey, metaKey, shiftKey }: KeyPress,
  commandOn = (name: string) => DEFAULT_KEYS.get(name),
): Command | undefined {
  const name = key.toUpperCase();
  if (ctrlKey || metaKey) {
    return altKey ? undefined : WITH_CONTROL.get(shiftKey ? `SHIFT ${name}` : name);
  }
  return altKey ? undefined : commandOn(name);
}

function entries<K extends string>(keys: Readonly<Partial<Record<K, string>>>): [K, string][] {
  return Object.entries(keys) as [K, string][];
}
