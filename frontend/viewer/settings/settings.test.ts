import { describe, expect, it, vi } from 'vitest';
import type { Preferences } from '../preferences';
import { ReaderSettings } from './reader-settings';
import { DEFAULTS, settingsOf } from './settings';

describe('settingsOf', () => {
  it.each([undefined, null, 7, 'x', [], {}, { keys: 3, mouse: 'left', layouts: [], magnification: '2' }])(
    'takes %j for nothing',
    (kept) => expect(settingsOf(kept)).toEqual(DEFAULTS),
  );

  it('takes what makes sense and leaves the rest', () => {
    const kept = {
      version: 99,
      keys: { 'tool.window': ['8', 7, 'ESCAPE'], 'tool.zoom': 'Z', 'tool.pan': Array.from({ length: 1000 }, () => 'A') },
      mouse: { middle: 'window', right: 'eraser', wheel: 'sideways', isWheelInverted: true },
      isInterpolated: false,
      magnification: 1e9,
      pictureMegabytes: 256,
      keptMegabytes: -1,
      layouts: { CT: '2x2', MR: '9x9', '<b>': '1x2' },
      somethingNew: true,
    };
    expect(settingsOf(kept)).toEqual({
      keys: { 'tool.window': ['8'] },
      mouse: { middle: 'window', right: 'zoom', wheel: 'scroll', isWheelInverted: true },
      isInterpolated: false,
      magnification: 2,
      pictureMegabytes: 256,
      keptMegabytes: undefined,
      layouts: { CT: '2x2' },
    });
  });

  it('comes back from JSON as it was', () => {
    const settings = settingsOf({ ...DEFAULTS, keys: { cine: [] }, magnification: 4, layouts: { US: '1x2' } });
    expect(settingsOf(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });
});

describe('ReaderSettings', () => {
  const kept = (value: unknown) => {
    const put = vi.fn();
    return { put, preferences: { get: () => Promise.resolve(value), put } as unknown as Preferences };
  };

  it('brings back what was kept, and tells of it', async () => {
    const { preferences } = kept({ magnification: 4 });
    const settings = new ReaderSettings(() => preferences);
    const told = vi.fn();
    settings.onChange(told);
    await settings.open();
    expect([settings.now.magnification, told.mock.calls.length]).toEqual([4, 1]);
  });

  it('keeps each change, and never lets what was kept before come over it', async () => {
    const { preferences, put } = kept({ magnification: 4 });
    const settings = new ReaderSettings(() => preferences);
    const opened = settings.open();
    settings.change({ magnification: 3 });
    await opened;
    expect(settings.now.magnification).toBe(3);
    expect(put).toHaveBeenCalledWith('viewer.settings', { version: 1, ...DEFAULTS, magnification: 3 });
  });

  it('lasts as long as the page where nothing is kept', async () => {
    const settings = new ReaderSettings();
    await settings.open();
    settings.change({ keys: { cine: ['8'] } });
    expect(settings.keys.command('8')).toEqual({ type: 'cine' });
  });
});
