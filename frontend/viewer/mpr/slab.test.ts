import { describe, expect, it } from 'vitest';
import type { Vector } from '../vector';
import { planeStacks } from './planes';
import { cut, volumeOfFunction } from './sample-volume';
import { slabOffsetsMm } from './slab';
import type { VolumeGeometry } from './volume';

const GEOMETRY: VolumeGeometry = {
  columns: 10,
  rows: 10,
  row: [1, 0, 0],
  column: [0, 1, 0],
  normal: [0, 0, 1],
  columnMm: 1,
  rowMm: 1,
  origins: Array.from({ length: 9 }, (_, z) => [0, 0, z] as Vector),
};

describe('a slab', () => {
  const stack = planeStacks(GEOMETRY).axial;
  const slopes = volumeOfFunction(GEOMETRY, ([x, , z]) => 100 * x + z);

  it.each([
    ['mip', 4 + 2],
    ['minip', 4 - 2],
    ['mean', 4],
  ] as const)('shows by %s what lies 2 mm to both sides', (projection, expected) => {
    const values = cut(slopes, stack, 4, { thicknessMm: 4, projection });
    expect(values[0]).toBeCloseTo(expected, 4);
    expect(values[7]).toBeCloseTo(700 + expected, 3);
  });

  it('counts nothing outside of the volume', () => {
    const at = (projection: 'mip' | 'minip' | 'mean') => cut(slopes, stack, 8, { thicknessMm: 4, projection })[0];
    expect([at('mip'), at('minip'), at('mean')]).toEqual([8, 6, 7]);
  });

  it('finds the one bright voxel in its depth, and the mean of what is there', () => {
    const spot = volumeOfFunction(GEOMETRY, ([x, y, z]) => (x === 3 && y === 5 && z === 6 ? 900 : 0));
    expect(cut(spot, stack, 4, { thicknessMm: 4, projection: 'mip' })[53]).toBe(900);
    expect(cut(spot, stack, 4, { thicknessMm: 4, projection: 'mean' })[53]).toBe(180);
    expect(cut(spot, stack, 4, { thicknessMm: 2, projection: 'mip' })[53]).toBe(0);
  });
});

describe('the depth of a slab', () => {
  it('is read in steps of the pixels, the same to both sides, and never beyond the thickness', () => {
    expect(slabOffsetsMm(0, 0.5)).toEqual([0]);
    expect(slabOffsetsMm(0.9, 0.5)).toEqual([0]);
    expect(slabOffsetsMm(1, 0.5)).toEqual([-0.5, 0, 0.5]);
    expect(slabOffsetsMm(2.4, 0.5)).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(slabOffsetsMm(-5, 0.5)).toEqual([0]);
  });
});
