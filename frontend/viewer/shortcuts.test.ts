import { describe, expect, it } from 'vitest';
import { commandOf } from './shortcuts';

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
});
