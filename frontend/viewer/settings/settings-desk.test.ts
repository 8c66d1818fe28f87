import { beforeEach, describe, expect, it } from 'vitest';
import { Messages } from '../messages';
import { DEFAULT_KEYS } from '../shortcuts';
import { commandGroups } from './command-list';
import { ReaderSettings } from './reader-settings';
import { SettingsDesk } from './settings-desk';

let settings: ReaderSettings;
let desk: SettingsDesk;

const press = (key: string, more = {}) => desk.take({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

beforeEach(() => {
  settings = new ReaderSettings();
  desk = new SettingsDesk(settings, () => undefined);
});

describe('SettingsDesk', () => {
  it('takes no key that it has not asked for', () => {
    expect(press('x')).toBe(false);
  });

  it('puts the next key on the command', () => {
    desk.ask('tool.window');
    press('ö');
    expect(settings.keys.keysOf('tool.window')).toEqual(['Ö']);
    expect(desk.question).toBeUndefined();
  });

  it('asks before it takes a key away, and leaves it when told so', () => {
    desk.ask('tool.window');
    press('l');
    expect(desk.question).toMatchObject({ kind: 'conflict', key: 'L', owner: { type: 'tool', tool: 'length' } });
    desk.leave();
    expect(settings.keys.changes).toEqual({});
  });

  it('takes it away when told so', () => {
    desk.ask('tool.window');
    press('l');
    desk.takeOver();
    expect(settings.keys.command('L')).toEqual({ type: 'tool', tool: 'window' });
    expect(settings.keys.keysOf('tool.length')).toEqual([]);
  });

  it('leaves everything as it is by Escape, and waits on while Shift is down', () => {
    desk.ask('tool.window');
    press('Shift');
    expect(desk.question).toMatchObject({ kind: 'press' });
    press('Escape');
    expect([desk.question, settings.keys.changes]).toEqual([undefined, {}]);
  });

  it.each([
    ['Tab', {}],
    ['t', { ctrlKey: true }],
  ])('asks for another key than %s, which belongs to the browser', (key, more) => {
    desk.ask('tool.window');
    press(key, more);
    expect(desk.question).toMatchObject({ kind: 'press', reserved: key.toUpperCase() });
  });

  it('brings everything back to how it came', () => {
    settings.change({ magnification: 6, keys: { cine: [] } });
    desk.resetAll();
    expect(settings.now).toMatchObject({ magnification: 2, keys: {} });
  });
});

describe('commandGroups', () => {
  it('lists every command once, each with a name of its own', () => {
    const listed = commandGroups(new Messages()).flatMap(({ commands }) => commands);
    expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length);
    expect(listed.length).toBe(new Set([...DEFAULT_KEYS.values()].map((command) => JSON.stringify(command))).size);
    expect(new Set(listed.map(({ label }) => label)).size).toBe(listed.length);
  });
});
