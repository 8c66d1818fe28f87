import { describe, expect, it } from 'vitest';
import { PALETTE_NAMES, paletteTable } from './colour-palettes';
import { colourTable } from './colour-table';
import { adjustedGrey, greyBelow, isFiltered, isPlain, PLAIN } from './enhancement';
import { filtered, type FilterInput } from './filters';

const RANGE = { minPixelValue: -1000, maxPixelValue: 1000, slope: 1, intercept: 0, padding: undefined };
const LOOK = { voi: { windowCenter: 0, windowWidth: 200 }, invert: false };

function channels(colour: number): number[] {
  return [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255, colour >>> 24];
}

function square(values: number[], padding?: number): FilterInput {
  const columns = Math.sqrt(values.length);
  return { values: Uint16Array.from(values), columns, rows: columns, min: 0, max: 1000, padding };
}

/** 9 x 9 with the left half dark, the right half bright, and one bright pixel in the dark half. */
const STEP = Array.from({ length: 81 }, (_, at) => (at === 4 * 9 + 1 ? 500 : at % 9 < 5 ? 100 : 300));

describe('the table that a picture is drawn by', () => {
  it('is the window where nothing else is asked for', () => {
    const { first, colours } = colourTable(RANGE, LOOK, undefined, PLAIN);
    const greyOf = (value: number) => channels(colours[value - first]);
    expect(greyOf(-100)).toEqual([0, 0, 0, 255]);
    expect(greyOf(0)).toEqual([128, 128, 128, 255]);
    expect(greyOf(100)).toEqual([255, 255, 255, 255]);
    expect(greyOf(50)).toEqual([191, 191, 191, 255]);
  });

  it('turns greys round but leaves the outside of the image black', () => {
    const range = { ...RANGE, minPixelValue: 0, padding: 65535 };
    const { colours } = colourTable(range, { ...LOOK, invert: true }, undefined, PLAIN);
    expect(channels(colours[1000])).toEqual([0, 0, 0, 255]);
    expect(channels(colours[0])).toEqual([128, 128, 128, 255]);
    expect(channels(colours[65535])).toEqual([0, 0, 0, 255]);
  });

  it('takes the curve of the file where the viewer has one', () => {
    const lutArray = Uint8ClampedArray.from({ length: 2001 }, (_, at) => at % 256);
    const { colours } = colourTable(RANGE, { ...LOOK, voiLUT: { id: 'table 1' } }, { lutArray }, PLAIN);
    expect(channels(colours[300])[0]).toBe(44);
  });

  it('adds brightness and contrast after the window', () => {
    const bright = colourTable(RANGE, LOOK, undefined, { ...PLAIN, brightness: 50 });
    expect(channels(bright.colours[1000])[0]).toBe(Math.round(127.5 + 63.75));
    const hard = colourTable(RANGE, LOOK, undefined, { ...PLAIN, contrast: 100 });
    expect(channels(hard.colours[1000 + 20])[0]).toBe(Math.round(127.5 + 4 * 25.5));
  });
});

describe('the palettes', () => {
  it.each(PALETTE_NAMES)('%s go from dark to light or from blue to red without a jump', (name) => {
    const table = paletteTable(name);
    for (let at = 3; at < table.length; at++) {
      expect(Math.abs(table[at] - table[at - 3]), `entry ${at}`).toBeLessThanOrEqual(10);
    }
  });

  it('have no two alike', () => {
    expect(new Set(PALETTE_NAMES.map((name) => paletteTable(name).join())).size).toBe(PALETTE_NAMES.length);
  });
});

describe('filters', () => {
  it('leave an even picture as it is, edges aside, which are none', () => {
    const even = square(Array(81).fill(123));
    expect(filtered(even, 'smooth', 2)).toEqual(even.values);
    expect(filtered(even, 'sharpen', 3)).toEqual(even.values);
    expect([...filtered(even, 'edges', 3)].every((value) => value === 0)).toBe(true);
  });

  it('smooth a spot and keep the sum of its values', () => {
    const spot = square(Array.from({ length: 81 }, (_, at) => (at === 40 ? 256 : 0)));
    const soft = filtered(spot, 'smooth', 1);
    expect(soft[40]).toBe(36);
    expect(soft[39]).toBe(24);
    expect([...soft].reduce((sum, value) => sum + value, 0)).toBe(256);
  });

  it('sharpen a step by overshooting to both sides', () => {
    const sharp = filtered(square(STEP), 'sharpen', 1);
    expect(sharp[7 * 9 + 4]).toBeLessThan(100);
    expect(sharp[7 * 9 + 5]).toBeGreaterThan(300);
  });

  it('find the step as an edge, in proportion to its height', () => {
    const edge = filtered(square(STEP), 'edges', 1);
    expect(edge[7 * 9 + 4]).toBe(200);
    expect(edge[7 * 9 + 7]).toBe(0);
  });

  it('change neither the values of the file nor what is padding, and stay in the range', () => {
    const input = square([...STEP.slice(0, 80), 65535], 65535);
    const before = [...input.values];
    for (const filter of ['smooth', 'sharpen', 'edges'] as const) {
      const drawn = filtered(input, filter, 3);
      expect(drawn[80]).toBe(65535);
      expect(Math.max(...drawn.slice(0, 80))).toBeLessThanOrEqual(1000);
    }
    expect([...input.values]).toEqual(before);
  });
});

describe('an enhancement', () => {
  it('is plain until something is chosen, and colours alone change no differences', () => {
    expect(isPlain(PLAIN)).toBe(true);
    expect(isPlain({ ...PLAIN, palette: 'pet' })).toBe(false);
    expect(isFiltered({ ...PLAIN, palette: 'pet' })).toBe(false);
    expect(isFiltered({ ...PLAIN, brightness: 1 })).toBe(true);
  });

  it('keeps greys between black and white', () => {
    expect(adjustedGrey(200, { ...PLAIN, brightness: 100 })).toBe(255);
    expect(adjustedGrey(20, { ...PLAIN, contrast: 100 })).toBe(0);
    expect(adjustedGrey(77, PLAIN)).toBe(77);
    const both = { ...PLAIN, brightness: 30, contrast: -40 };
    expect(greyBelow(adjustedGrey(100, both), both)).toBeCloseTo(100, 9);
  });
});
