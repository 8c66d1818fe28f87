import { describe, expect, it } from 'vitest';
import { cornerstoneVoi, fileWindows, rangeWindow, windowPresets } from './window-presets';

const FILE = {
  '00281050': { Value: [40, '600'] },
  '00281051': { Value: [80, '2800'] },
  '00281055': { Value: ['HEAD', ''] },
};

/** What Cornerstone makes of a value, as in its getVOILut. */
function shown(value: number, voi: { windowCenter: number; windowWidth: number }): number {
  return Math.min(255, Math.max(0, ((value - voi.windowCenter) / voi.windowWidth + 0.5) * 255));
}

describe('windowPresets', () => {
  it('offers the windows of the file first, those of CT next and the full range last', () => {
    const presets = windowPresets({ '00080060': { Value: ['CT'] }, ...FILE });
    expect(presets[0]).toMatchObject({ label: 'HEAD', windowing: { center: 40, width: 80 } });
    expect(presets[1]).toMatchObject({ windowing: { center: 600, width: 2800 } });
    expect(presets.map(({ message }) => message)).toContain('preset.ct.lung');
    expect(presets.at(-1)).toEqual({ message: 'preset.range', windowing: 'range' });
  });

  it('offers no Hounsfield windows for MR', () => {
    expect(windowPresets({ '00080060': { Value: ['MR'] } })).toEqual([{ message: 'preset.range', windowing: 'range' }]);
  });
});

describe('fileWindows', () => {
  it('leaves out repeated, incomplete and impossible pairs', () => {
    const windows = fileWindows({ '00281050': { Value: [40, 40, 10, 20] }, '00281051': { Value: [80, 80, 0] } });
    expect(windows.map(({ windowing }) => windowing)).toEqual([{ center: 40, width: 80 }]);
  });

  it('is empty for an image without a window or with nonsense in it', () => {
    expect(fileWindows({})).toEqual([]);
    expect(fileWindows({ '00281050': { Value: ['x'] }, '00281051': { Value: [80] } })).toEqual([]);
  });
});

describe('cornerstoneVoi', () => {
  it('makes Cornerstone follow the LINEAR function of the standard', () => {
    const voi = cornerstoneVoi({ center: 40, width: 80 }, 'LINEAR');
    for (const value of [0, 1, 20, 39.5, 40, 60, 79]) {
      const standard = ((value - 39.5) / 79 + 0.5) * 255;
      expect(shown(value, voi)).toBeCloseTo(Math.min(255, Math.max(0, standard)), 9);
    }
  });

  it('leaves LINEAR_EXACT as it is', () => {
    expect(cornerstoneVoi({ center: 0.5, width: 0.25 }, 'LINEAR_EXACT')).toEqual({
      windowCenter: 0.5,
      windowWidth: 0.25,
    });
  });

  it('survives the narrowest window: black up to the threshold, white above', () => {
    const voi = cornerstoneVoi({ center: 100, width: 1 }, 'LINEAR');
    expect(shown(99, voi)).toBe(0);
    expect(shown(100, voi)).toBe(255);
  });
});

describe('rangeWindow', () => {
  it('shows the smallest value black and the largest white', () => {
    const voi = cornerstoneVoi(rangeWindow(-1024, 3071), 'LINEAR');
    expect(shown(-1024, voi)).toBeCloseTo(0, 9);
    expect(shown(3071, voi)).toBeCloseTo(255, 9);
  });

  it.each(['LINEAR', 'LINEAR_EXACT'] as const)('shows nothing but one value black: %s', (curve) => {
    expect(shown(7, cornerstoneVoi(rangeWindow(7, 7, curve), curve))).toBeCloseTo(0, 9);
  });

  it('leaves 8-bit colour unchanged', () => {
    const voi = cornerstoneVoi(rangeWindow(0, 255), 'LINEAR');
    const onCanvas = Uint8ClampedArray.from({ length: 256 }, (_, value) => shown(value, voi));
    expect([...onCanvas]).toEqual(Array.from({ length: 256 }, (_, value) => value));
  });
});
