import { describe, expect, it } from 'vitest';
import type { PixelValues } from './pixel-values';
import { areaInPixels } from './roi-shape';
import { statistics } from './roi-statistics';

const COLUMNS = 8;

/** Each pixel has its place as its value: 10 x row + column. */
const PLACES: PixelValues = {
  rows: 6,
  columns: COLUMNS,
  unit: '',
  isWhole: true,
  at: (column, row) => 10 * row + column,
};

const box = (left: number, top: number, right: number, bottom: number) => [
  { x: left, y: top },
  { x: right, y: bottom },
];

describe('statistics', () => {
  it('counts the pixels whose centre lies inside', () => {
    const four = { mean: 26.5, sd: 5.024937810560445, min: 21, max: 32, pixels: 4 };
    expect(statistics('rectangle', box(1, 2, 3, 4), PLACES)).toEqual(four);
    expect(statistics('rectangle', box(1.4, 2.4, 3.4, 4.4), PLACES)?.pixels).toBe(4);
    expect(statistics('rectangle', box(1.6, 2.6, 3.6, 4.6), PLACES)).toMatchObject({ min: 32, max: 43, pixels: 4 });
  });

  it('takes the corners in any order', () => {
    expect(statistics('rectangle', box(3, 4, 1, 2), PLACES)).toEqual(statistics('rectangle', box(1, 2, 3, 4), PLACES));
  });

  it('leaves out what lies beyond the edges of the picture', () => {
    expect(statistics('rectangle', box(-5, -5, 1, 1), PLACES)).toMatchObject({ mean: 0, pixels: 1 });
    expect(statistics('rectangle', box(100, 100, 120, 120), PLACES)).toBeUndefined();
  });

  it('has nothing to say of a place between the centres', () => {
    expect(statistics('rectangle', box(1.6, 1.6, 2.4, 2.4), PLACES)).toBeUndefined();
  });

  it('leaves padding out', () => {
    const padded = { ...PLACES, at: (column: number, row: number) => (column === 1 ? undefined : 10 * row + column) };
    expect(statistics('rectangle', box(1, 2, 3, 4), padded)).toMatchObject({ mean: 27, pixels: 2 });
  });

  it('goes round an ellipse', () => {
    // Radii 2 and 1 about (4, 3): of the rows at 2.5 and 3.5, x from 4 - 1.73 to 4 + 1.73.
    expect(statistics('ellipse', box(2, 2, 6, 4), PLACES)).toMatchObject({ pixels: 8, min: 22, max: 35 });
    expect(statistics('ellipse', box(2.4, 2, 5.6, 4), PLACES)?.pixels).toBe(4);
  });

  it('follows an outline, holes by its own crossing left out', () => {
    const triangle = [{ x: 0, y: 0 }, { x: 4, y: 0 }, { x: 0, y: 4 }];
    // Row 0: centres below 3.5 (0.5, 1.5, 2.5), and so on.
    expect(statistics('freehand', triangle, PLACES)).toMatchObject({ pixels: 6, max: 20 });
  });

  it('keeps small differences between large values', () => {
    const large = { ...PLACES, at: (column: number) => 1e9 + (column % 2) };
    expect(statistics('rectangle', box(0, 0, 4, 2), large)?.sd).toBe(0.5);
  });

  it('costs no more than the picture when the figure is huge', () => {
    expect(statistics('rectangle', box(-1e6, -1e6, 1e6, 1e6), PLACES)?.pixels).toBe(48);
  });
});

describe('areaInPixels', () => {
  it('is that of the figure, not of its pixels', () => {
    expect(areaInPixels('rectangle', box(0.25, 0, 2.75, 2))).toBe(5);
    expect(areaInPixels('ellipse', box(0, 0, 4, 2))).toBeCloseTo(2 * Math.PI, 12);
    expect(areaInPixels('freehand', [{ x: 0, y: 0 }, { x: 4, y: 0 }, { x: 4, y: 3 }])).toBe(6);
  });

  it('does not depend on the way round or on the place', () => {
    const outline = [{ x: 1000, y: 1000 }, { x: 1004, y: 1000 }, { x: 1004, y: 1003 }];
    expect(areaInPixels('freehand', outline.toReversed())).toBe(6);
  });

  it('is none of an outline that crosses itself', () => {
    const bow = [{ x: 0, y: 0 }, { x: 4, y: 4 }, { x: 4, y: 0 }, { x: 0, y: 4 }];
    expect(areaInPixels('freehand', bow)).toBeUndefined();
  });
});
