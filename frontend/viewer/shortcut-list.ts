import type { MessageKey } from './messages';
import { ACTION_KEYS, CELL_KEYS, HAND_KEYS, PANEL_KEYS, TOOL_KEYS, type ActionName } from './shortcuts';
import type { ToolName } from './tool-set';

/** One line of the help: what it does and the keys or gestures for it, any of which will do. */
export interface ShortcutEntry {
  readonly text: MessageKey;
  /** Keys as printed on them; a gesture is the key of its message. */
  readonly keys: readonly string[];
  readonly gesture?: MessageKey;
}

export interface ShortcutGroup {
  readonly title: MessageKey;
  readonly entries: readonly ShortcutEntry[];
}

/** Everything that a hand can do without looking for a button. */
export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'help.tools',
    entries: Object.entries(TOOL_KEYS).map(([tool, key]) => ({ text: `tool.${tool as ToolName}`, keys: [key] })),
  },
  {
    title: 'help.image',
    entries: [
      ...Object.entries(ACTION_KEYS).map(([action, key]) => ({
        text: `action.${action as ActionName}` as const,
        keys: [key],
      })),
      { text: 'action.presets', keys: ['1', '…', '9'] },
      { text: 'help.zoom', keys: ['+', '−'] },
      { text: 'help.magnify', keys: [HAND_KEYS.magnify] },
      { text: 'help.removeLast', keys: ['Del'] },
      { text: 'action.undo', keys: ['Ctrl Z'] },
      { text: 'action.redo', keys: ['Ctrl Y'] },
    ],
  },
  {
    title: 'help.slices',
    entries: [
      { text: 'help.scroll', keys: ['↑', '↓', '←', '→'] },
      { text: 'help.page', keys: ['PgUp', 'PgDn'] },
      { text: 'help.ends', keys: ['Home', 'End'] },
      { text: 'cine.name', keys: ['C', 'Space'] },
    ],
  },
  {
    title: 'help.cells',
    entries: [
      { text: 'action.layout', keys: [CELL_KEYS.layout] },
      { text: 'help.next', keys: [CELL_KEYS.next] },
      { text: 'help.maximise', keys: [CELL_KEYS.maximise] },
      { text: 'action.link', keys: [CELL_KEYS.link] },
      { text: 'mpr.action', keys: [PANEL_KEYS.mpr] },
      { text: 'tags.action', keys: [PANEL_KEYS.tags] },
      { text: 'screen.fill', keys: [HAND_KEYS.fullScreen] },
      { text: 'action.help', keys: ['?'] },
      { text: 'help.escape', keys: ['Esc'] },
    ],
  },
  {
    title: 'help.mouse',
    entries: [
      { text: 'help.useTool', keys: [], gesture: 'help.left' },
      { text: 'tool.zoom', keys: [], gesture: 'help.right' },
      { text: 'tool.pan', keys: [], gesture: 'help.middle' },
      { text: 'help.scroll', keys: [], gesture: 'help.wheel' },
      { text: 'help.zoomThere', keys: ['Ctrl'], gesture: 'help.wheel' },
      { text: 'help.maximise', keys: [], gesture: 'help.double' },
      { text: 'help.drop', keys: [], gesture: 'help.drag' },
    ],
  },
  {
    title: 'help.touch',
    entries: [
      { text: 'help.useTool', keys: [], gesture: 'help.finger' },
      { text: 'tool.pan', keys: [], gesture: 'help.twoFingers' },
      { text: 'tool.zoom', keys: [], gesture: 'help.pinch' },
      { text: 'help.maximise', keys: [], gesture: 'help.doubleTap' },
      { text: 'action.presets', keys: [], gesture: 'help.longPress' },
    ],
  },
];
