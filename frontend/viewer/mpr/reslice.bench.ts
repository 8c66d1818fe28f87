import { bench, describe } from 'vitest';
import { planeStacks, PLANE_NAMES } from './planes';
import { Reslicer } from './reslice';
import { cut } from './sample-volume';
import type { VolumeGeometry } from './volume';

/** A CT of 600 slices of 512 x 512, 315 MB: how long a plane takes. `vitest bench --run --config ... mpr` */
const GEOMETRY: VolumeGeometry = {
  columns: 512,
  rows: 512,
  row: [1, 0, 0],
  column: [0, 1, 0],
  normal: [0, 0, 1],
  columnMm: 0.7,
  rowMm: 0.7,
  origins: Array.from({ length: 600 }, (_, place) => [-179, -179, place] as const),
};

const slices = GEOMETRY.origins.map((_, place) =>
  Int16Array.from({ length: 512 * 512 }, (_, at) => ((at * 31 + place * 977) & 4095) - 1024),
);
const reslicer = new Reslicer({ geometry: GEOMETRY, slices });
const stacks = planeStacks(GEOMETRY);

describe.each(PLANE_NAMES)('%s', (name) => {
  const stack = stacks[name];
  let index = 0;

  bench(`plane of ${stack.columns} x ${stack.rows}`, () => {
    index = (index + 7) % stack.count;
    cut(reslicer, stack, index);
  });

  bench('slab of 10 mm, maximum', () => {
    cut(reslicer, stack, stack.count >> 1, { thicknessMm: 10, projection: 'mip' });
  });
});
