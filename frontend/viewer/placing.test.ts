import { describe, expect, it } from 'vitest';
import { isFitted, panBy } from './placing';

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

describe('isFitted', () => {
  const room = { width: 400, height: 300 };

  it('is a picture in the middle that reaches two edges, turned or not', () => {
    expect(isFitted({ from: { x: 50, y: 0 }, to: { x: 350, y: 300 } }, room)).toBe(true);
    expect(isFitted({ from: { x: 400, y: 200 }, to: { x: 0, y: 100 } }, room)).toBe(true);
    expect(isFitted({ from: { x: 50.4, y: 0.3 }, to: { x: 349.6, y: 299.7 } }, room)).toBe(true);
  });

  it('is none that is smaller, larger or moved', () => {
    expect(isFitted({ from: { x: 100, y: 50 }, to: { x: 300, y: 250 } }, room)).toBe(false);
    expect(isFitted({ from: { x: -50, y: -50 }, to: { x: 450, y: 350 } }, room)).toBe(false);
    expect(isFitted({ from: { x: 60, y: 0 }, to: { x: 360, y: 300 } }, room)).toBe(false);
  });
});
