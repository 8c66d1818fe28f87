import { describe, expect, it } from 'vitest';
import { inSliceOrder, type Sortable } from './slice-order';
import type { Vector } from './vector';

interface Slice extends Sortable {
  readonly name: string;
}

const AXIAL = { rowDirection: [1, 0, 0] as Vector, columnDirection: [0, 1, 0] as Vector };

function slice(
  name: string,
  instanceNumber: number | undefined,
  position: Vector | undefined,
  more: object = AXIAL,
): Slice {
  return {
    name,
    instanceNumber,
    frameNumber: 1,
    position,
    rowDirection: undefined,
    columnDirection: undefined,
    ...more,
  };
}

function names({ slices }: { slices: readonly Slice[] }): string {
  return slices.map(({ name }) => name).join(' ');
}

describe('inSliceOrder', () => {
  it('sorts by position along the normal, whatever the instance numbers say', () => {
    const ordered = inSliceOrder([
      slice('top', 1, [0, 0, 10]),
      slice('bottom', 3, [0, 0, -5]),
      slice('middle', 2, [0, 0, 2]),
    ]);
    expect(names(ordered)).toBe('bottom middle top');
    expect(ordered.by).toBe('position');
  });

  it('projects oblique positions onto the normal', () => {
    const tilted = { rowDirection: [1, 0, 0] as Vector, columnDirection: [0, 0.8, -0.6] as Vector };
    // The normal is (0, 0.6, 0.8): the second slice lies lower in z but farther along it.
    const ordered = inSliceOrder([slice('far', 1, [0, 10, -1], tilted), slice('near', 2, [0, 0, 1], tilted)]);
    expect(names(ordered)).toBe('near far');
  });

  it('falls back to instance number and frame when positions repeat, as in dynamic series', () => {
    const ordered = inSliceOrder([slice('b', 2, [0, 0, 0]), slice('a', 1, [0, 0, 5]), slice('c', 3, [0, 0, 5])]);
    expect(names(ordered)).toBe('a b c');
    expect(ordered.by).toBe('number');
  });

  it('falls back to instance number when the slices are not parallel, as in localizers', () => {
    const sagittal = { rowDirection: [0, 1, 0] as Vector, columnDirection: [0, 0, -1] as Vector };
    expect(names(inSliceOrder([slice('b', 2, [0, 0, 0], sagittal), slice('a', 1, [0, 0, 5])]))).toBe('a b');
  });

  it('keeps slices without any number last and in the order they came', () => {
    const ordered = inSliceOrder([
      slice('x', undefined, undefined),
      slice('y', undefined, undefined),
      slice('a', 7, undefined),
    ]);
    expect(names(ordered)).toBe('a x y');
  });

  it('sorts frames of one instance by frame number', () => {
    const frames = [3, 1, 2].map((frameNumber) => ({ ...slice(`f${frameNumber}`, 1, undefined), frameNumber }));
    expect(names(inSliceOrder(frames))).toBe('f1 f2 f3');
  });

  it('gives nothing for nothing', () => {
    expect(inSliceOrder([]).slices).toEqual([]);
  });
});
