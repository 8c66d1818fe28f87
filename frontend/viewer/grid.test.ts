import { describe, expect, it } from 'vitest';
import { gridFor, gridName, gridNamed, GRIDS, gridsFor } from './grid';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 780 };
const LYING_PHONE = { width: 844, height: 390 };

describe('layouts', () => {
  it('are named by rows and columns', () => {
    expect(GRIDS.map(gridName)).toEqual(['1x1', '1x2', '2x1', '1x3', '2x2', '2x3', '3x3']);
    expect(gridNamed('2x3')).toEqual({ rows: 2, columns: 3 });
  });

  it.each(['', '4x4', '0x1', '2X2', '2x2x2', '-1x2'])('of the name %j are none', (name) => {
    expect(gridNamed(name)).toBeUndefined();
  });

  it('are all there on a desk', () => {
    expect(gridsFor(DESK)).toBe(GRIDS);
    expect(gridName(gridFor({ rows: 3, columns: 3 }, DESK))).toBe('3x3');
  });

  it('hold two cells at most on a phone, as it is held', () => {
    expect(gridsFor(PHONE).map(gridName)).toEqual(['1x1', '2x1']);
    expect(gridsFor(LYING_PHONE).map(gridName)).toEqual(['1x1', '1x2']);
    expect(gridName(gridFor({ rows: 1, columns: 3 }, PHONE))).toBe('2x1');
    expect(gridName(gridFor({ rows: 2, columns: 1 }, LYING_PHONE))).toBe('1x2');
    expect(gridName(gridFor({ rows: 1, columns: 1 }, PHONE))).toBe('1x1');
  });
});
