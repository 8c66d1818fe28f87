import { describe, expect, it } from 'vitest';
import { moveEnd, withShortAxis, type Aspect, type Axes } from './bidirectional';

const ANISOTROPIC: Aspect = [2, 0.5];

function inMm([a, b, c, d]: Axes, [row, column]: Aspect) {
  const side = (from: typeof a, to: typeof a) => [(to.x - from.x) * column, (to.y - from.y) * row];
  const [long, short] = [side(a, b), side(c, d)];
  const dot = long[0] * short[0] + long[1] * short[1];
  return { long: Math.hypot(...long), short: Math.hypot(...short), dot };
}

describe('bidirectional', () => {
  it.each([[[1, 1] as const], [ANISOTROPIC]])('has axes perpendicular in the patient at aspect %j', (aspect) => {
    const axes = withShortAxis({ x: 10, y: 20 }, { x: 70, y: 33 }, aspect);
    const { long, short, dot } = inMm(axes, aspect);
    expect(dot).toBeCloseTo(0, 9);
    expect(short).toBeCloseTo(long / 2, 9);
  });

  it('keeps the right angle and both parts when the long axis is turned', () => {
    const before = withShortAxis({ x: 0, y: 0 }, { x: 40, y: 0 }, ANISOTROPIC);
    const after = moveEnd(before, 1, { x: 0, y: 10 }, ANISOTROPIC);
    expect(inMm(after, ANISOTROPIC).dot).toBeCloseTo(0, 9);
    expect(inMm(after, ANISOTROPIC).short).toBeCloseTo(inMm(before, ANISOTROPIC).short, 9);
  });

  it('moves the short axis along with its end and leaves its other part', () => {
    const axes = withShortAxis({ x: 0, y: 0 }, { x: 8, y: 0 }, [1, 1]);
    expect(moveEnd(axes, 2, { x: 2, y: 5 }, [1, 1])).toEqual([
      { x: 0, y: 0 },
      { x: 8, y: 0 },
      { x: 2, y: 5 },
      { x: 2, y: -2 },
    ]);
  });

  it('keeps the short axis on the long one', () => {
    const axes = withShortAxis({ x: 0, y: 0 }, { x: 8, y: 0 }, [1, 1]);
    expect(moveEnd(axes, 3, { x: 20, y: -3 }, [1, 1])[2]).toEqual({ x: 8, y: 2 });
  });

  it('survives a long axis of no length', () => {
    const axes = withShortAxis({ x: 3, y: 3 }, { x: 3, y: 3 }, [1, 1]);
    expect(axes.flatMap(({ x, y }) => [x, y]).every(Number.isFinite)).toBe(true);
  });
});
