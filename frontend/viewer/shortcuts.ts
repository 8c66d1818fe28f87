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
  | { readonly type: 'cine' };

export type ActionName = 'clear' | 'invert' | 'rotate' | 'flip' | 'fit' | 'actual' | 'reset';

const PAGE = 10;
const ZOOM_STEP = 1.15;

export const TOOL_KEYS: Readonly<Record<ToolName, string>> = {
  window: 'W',
  scroll: 'S',
  zoom: 'Z',
  pan: 'P',
  crosshairs: 'Q',
  length: 'L',
  angle: 'A',
};

export const ACTION_KEYS: Readonly<Partial<Record<ActionName, string>>> = {
  invert: 'I',
  rotate: 'O',
  flip: 'H',
  fit: 'F',
  actual: 'X',
  reset: 'R',
};

/** Keys of what is done with cells. */
export const CELL_KEYS = { layout: 'G', link: 'J', next: 'N', maximise: 'Enter' } as const;

const COMMANDS = new Map<string, Command>([
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
  ['?', { type: 'help' }],
  ['C', { type: 'cine' }],
  [' ', { type: 'cine' }],
  ['DELETE', { type: 'removeLast' }],
  ['BACKSPACE', { type: 'removeLast' }],
  ...Array.from({ length: 9 }, (_, place) => [String(place + 1), { type: 'preset', place }] as const),
]);

/** The command of a key press, undefined when it belongs to somebody else. */
export function commandOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): Command | undefined {
  return event.ctrlKey || event.altKey || event.metaKey ? undefined : COMMANDS.get(event.key.toUpperCase());
}

function entries<K extends string>(keys: Readonly<Partial<Record<K, string>>>): [K, string][] {
  return Object.entries(keys) as [K, string][];
}
