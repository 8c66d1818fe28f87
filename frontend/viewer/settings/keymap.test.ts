import { describe, expect, it } from 'vitest';
import { commandOf, DEFAULT_KEYS } from '../shortcuts';
import { canBeChosen, Keymap, nameOf } from './keymap';

const press = (keymap: Keymap, key: string) =>
  commandOf({ key, ctrlKey: false, altKey: false, metaKey: false }, (name) => keymap.command(name));

describe('Keymap', () => {
  it('is as the program comes until something is changed', () => {
    const keymap = new Keymap();
    expect([...DEFAULT_KEYS].every(([key, command]) => keymap.command(key) === command)).toBe(true);
    expect(keymap.inPlaceOf('W')).toBe('W');
    expect(keymap.inPlaceOf('PgUp')).toBe('PgUp');
    expect(keymap.inPlaceOf('…')).toBe('…');
  });

  it('puts a command on another key, for which the old ones do nothing any more', () => {
    const keymap = new Keymap(new Keymap().with('zoom.1.15', '*'));
    expect(press(keymap, '*')).toEqual({ type: 'zoom', factor: 1.15 });
    expect([press(keymap, '+'), press(keymap, '=')]).toEqual([undefined, undefined]);
    expect(keymap.inPlaceOf('+')).toBe('*');
    expect(keymap.inPlaceOf('−')).toBe('−');
  });

  it('gives a key to one command alone', () => {
    const keymap = new Keymap(new Keymap().with('tool.window', 'L'));
    expect(press(keymap, 'l')).toEqual({ type: 'tool', tool: 'window' });
    expect(keymap.keysOf('tool.length')).toEqual([]);
    expect(keymap.inPlaceOf('L')).toBeUndefined();
    expect(keymap.inPlaceOf('W')).toBe('L');
  });

  it('takes only the one key from a command that has two', () => {
    const keymap = new Keymap(new Keymap().with('tool.window', 'ARROWLEFT'));
    expect(keymap.keysOf('scroll.-1')).toEqual(['ARROWUP']);
    expect(press(keymap, 'ArrowUp')).toEqual({ type: 'scroll', steps: -1 });
  });

  it('goes back to the default key of one command, which another gives up', () => {
    const taken = new Keymap(new Keymap().with('tool.window', 'L'));
    const back = new Keymap(taken.withDefault('tool.length'));
    expect(press(back, 'l')).toEqual({ type: 'tool', tool: 'length' });
    expect(back.keysOf('tool.window')).toEqual([]);
    expect(new Keymap(back.withDefault('tool.window')).changes).toEqual({});
  });

  it('keeps nothing for a command that has its default key again', () => {
    const changes = new Keymap(new Keymap().with('tool.window', '8')).with('tool.window', 'W');
    expect(Object.keys(changes)).toEqual(['preset.7']);
  });

  it('lets the reader win over a key that a later version gives to something else', () => {
    const keymap = new Keymap({ 'tool.angle': ['W'], 'no.longer.there': ['A'] });
    expect(press(keymap, 'w')).toEqual({ type: 'tool', tool: 'angle' });
    expect(keymap.keysOf('tool.window')).toEqual([]);
    expect(press(keymap, 'a')).toBeUndefined();
  });

  it('names every command differently', () => {
    const commands = new Map([...DEFAULT_KEYS.values()].map((command) => [JSON.stringify(command), nameOf(command)]));
    expect(new Set(commands.values()).size).toBe(commands.size);
  });

  it.each(['ESCAPE', 'TAB', 'SHIFT', 'DEAD', 'F5', ''])('leaves %s to browsers and dialogs', (key) => {
    expect(canBeChosen(key)).toBe(false);
  });
});
