import { describe, expect, it } from 'vitest';
import { SHORTCUTS } from './shortcut-list';
import { ACTION_KEYS, CELL_KEYS, commandOf, HAND_KEYS, PANEL_KEYS, TOOL_KEYS } from './shortcuts';

const press = (key: string, more = {}) => commandOf({ key, ctrlKey: false, altKey: false, metaKey: false, ...more });

describe('commandOf', () => {
  it('chooses tools by letter in either case', () => {
    expect(press('l')).toEqual({ type: 'tool', tool: 'length' });
    expect(press('L')).toEqual({ type: 'tool', tool: 'length' });
  });

  it('scrolls by slice and by page', () => {
    expect([press('ArrowDown'), press('PageUp')]).toEqual([
      { type: 'scroll', steps: 1 },
      { type: 'scroll', steps: -10 },
    ]);
  });

  it('leaves the browser its own shortcuts', () => {
    expect(press('r', { ctrlKey: true })).toBeUndefined();
    expect(press('ArrowLeft', { altKey: true })).toBeUndefined();
  });

  it('numbers the presets from 1', () => {
    expect(press('1')).toEqual({ type: 'preset', place: 0 });
    expect(press('0')).toBeUndefined();
  });

  it('gives no key two meanings', () => {
    const keys = [TOOL_KEYS, ACTION_KEYS, CELL_KEYS, HAND_KEYS].flatMap((group) => Object.values(group));
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
    expect(keys.filter((key) => ['C', '?', '+', '-'].includes(key))).toEqual([]);
  });

  it('opens the help and what belongs to the cells', () => {
    expect(['?', 'g', 'j', 'n', 'Enter'].map((key) => press(key)?.type)).toEqual([
      'help',
      'layouts',
      'links',
      'nextCell',
      'maximise',
    ]);
  });

  it('is all in the list that the help shows', () => {
    const listed = SHORTCUTS.flatMap(({ entries }) => entries.flatMap(({ keys }) => keys));
    for (const key of [TOOL_KEYS, ACTION_KEYS, CELL_KEYS, HAND_KEYS].flatMap((group) => Object.values(group))) {
      expect(listed).toContain(key);
    }
    expect(listed).toEqual(expect.arrayContaining([...Object.values(PANEL_KEYS), 'Ctrl Z', 'Ctrl Y', 'Esc', '?']));
  });
});
