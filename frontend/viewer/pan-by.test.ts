import { describe, expect, it } from 'vitest';
import { panBy } from './pan-by';

const square = { rowPixelSpacing: 0.5, columnPixelSpacing: 0.5 };
const oblong = { rowPixelSpacing: 2, columnPixelSpacing: 1 };

function expectWay(found: { x: number; y: number }, x: number, y: number): void {
  expect(found.x).toBeCloseTo(x);
  expect(found.y).toBeCloseTo(y);
}

describe('panBy', () => {
  it('counts in pixels of the image', () => {
    expectWay(panBy({ x: 30, y: -10 }, { scale: 2, rotation: 0 }, square), 15, -5);
  });

  it('knows that oblong pixels are higher than wide', () => {
    expectWay(panBy({ x: 30, y: 30 }, { scale: 3, rotation: 0 }, oblong), 10, 5);
  });

  it('knows that they lie on their side when the picture is rotated', () => {
    expectWay(panBy({ x: 30, y: 30 }, { scale: 3, rotation: 90 }, oblong), 5, 10);
  });

  it('takes pixels of unknown size as square', () => {
    const unknown = { rowPixelSpacing: NaN, columnPixelSpacing: NaN };
    expectWay(panBy({ x: 8, y: 4 }, { scale: 4, rotation: 180 }, unknown), 2, 1);
  });
});
