import { describe, expect, it } from 'vitest';
import { closes, shutterOf } from './shutter';

const one = (value: unknown) => ({ Value: [value] });
const all = (...values: unknown[]) => ({ Value: values });

const RECTANGLE = { '00181602': one(11), '00181604': one(190), '00181606': one(21), '00181608': one(80) };

describe('shutterOf', () => {
  it('counts edges and centres from one', () => {
    const shutter = shutterOf({
      '00181600': all('RECTANGULAR', 'CIRCULAR'),
      ...RECTANGLE,
      '00181610': all(50, 100),
      '00181612': one(40),
    });
    expect(shutter?.rectangle).toEqual({ left: 10, top: 20, right: 190, bottom: 80 });
    expect(shutter?.circle).toEqual({ center: { x: 99.5, y: 49.5 }, radius: 40 });
    expect(shutter?.grey).toBe(0);
  });

  it('takes the corners of a polygon as rows and columns', () => {
    const shutter = shutterOf({ '00181600': one('POLYGONAL'), '00181620': all(1, 1, 1, 50, 40, 25) });
    expect(shutter?.polygon).toEqual([
      { x: 0.5, y: 0.5 },
      { x: 49.5, y: 0.5 },
      { x: 24.5, y: 39.5 },
    ]);
  });

  it('has the brightness of its P-Value', () => {
    expect(shutterOf({ '00181600': one('RECTANGULAR'), ...RECTANGLE, '00181622': one(65535) })?.grey).toBe(255);
  });

  it.each([
    ['a shape without edges', { '00181600': one('RECTANGULAR') }],
    ['edges the wrong way round', { '00181600': one('RECTANGULAR'), ...RECTANGLE, '00181604': one(2) }],
    ['a circle of nothing', { '00181600': one('CIRCULAR'), '00181610': all(1, 1), '00181612': one(0) }],
    ['a polygon of two corners', { '00181600': one('POLYGONAL'), '00181620': all(1, 1, 2, 2) }],
    ['an unknown shape', { '00181600': one('STAR') }],
    ['an overlay that cannot be one', { '00181600': one('BITMAP'), '00181623': one(5) }],
  ])('is none for %s', (_, attributes) => {
    expect(shutterOf(attributes)).toBeUndefined();
  });

  it('closes nothing when it is as large as the picture', () => {
    const open = { '00181602': one(0), '00181604': one(200), '00181606': one(0), '00181608': one(100) };
    const shutter = shutterOf({ '00181600': one('RECTANGULAR'), ...open })!;
    expect(closes(shutter, 100, 200)).toBe(false);
    expect(closes(shutter, 101, 200)).toBe(true);
  });
});
