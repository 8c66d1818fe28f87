import { describe, expect, it } from 'vitest';
import { hasSamples } from '../decode/sample-files';
import { planeAt, planeStacks, PLANE_NAMES, type PlaneStack } from './planes';
import { cut, numpyPlanes, pythonWithPydicom, sampleVolume } from './sample-volume';
import { SINGLE_PLANE, slabOffsetsMm, type Slab } from './slab';

/**
 * A value may differ by this much from that of numpy, in its unit: headers give directions with seven figures, which the
 * viewer brings to length 1 and numpy does not, and at an edge of bone a millionth of a pixel is a tenth of a unit.
 */
const MOST_DIFFERENCE = 0.1;
const MOST_MEAN_DIFFERENCE = 0.001;

/** Pixels that only one of the two takes to be outside, as part of all: those at an edge, within rounding. */
const MOST_EDGE_SHARE = 0.0005;

interface Wish {
  readonly stack: PlaneStack;
  readonly index: number;
  readonly slab: Slab;
}

const describeMpr = describe.skipIf(!hasSamples() || !pythonWithPydicom());

describeMpr.each([
  ['series-ct/head-phantom-1mm'],
  ['series-ct/head-tilted-irregular'],
  ['series-mr/t1-3d-7t'],
  ['series-mr/t1-2d-sagittal'],
])('planes through %s', (folder) => {
  it('carry the values that numpy computes from the files', { timeout: 120_000 }, () => {
    const { geometry, store } = sampleVolume(folder);
    const stacks = planeStacks(geometry);
    const wishes = PLANE_NAMES.flatMap((name) => wishesFor(stacks[name]));
    const theirs = numpyPlanes(folder, wishes.map(forNumpy));
    let at = 0;
    for (const { stack, index, slab } of wishes) {
      const ours = cut(store.reslicer, stack, index, slab);
      const found = compare(ours, theirs.subarray(at, at + ours.length));
      const what = `${stack.name} ${index} ${JSON.stringify(slab)}`;
      expect(found.largest, what).toBeLessThanOrEqual(MOST_DIFFERENCE);
      expect(found.mean, what).toBeLessThanOrEqual(MOST_MEAN_DIFFERENCE);
      expect(found.edgeShare, what).toBeLessThanOrEqual(MOST_EDGE_SHARE);
      expect(found.compared, what).toBeGreaterThan(1000);
      at += ours.length;
    }
    expect(at).toBe(theirs.length);
  });
});

/** A plane and a slab of three layers, of another projection for each direction. */
function wishesFor(stack: PlaneStack): Wish[] {
  const projection = stack.name === 'axial' ? 'mip' : stack.name === 'coronal' ? 'mean' : 'minip';
  return [
    { stack, index: Math.floor(stack.count * 0.37), slab: SINGLE_PLANE },
    { stack, index: stack.count >> 1, slab: { thicknessMm: 2 * stack.stepMm, projection } },
  ];
}

function forNumpy({ stack, index, slab }: Wish): object {
  const offsetsMm = slabOffsetsMm(slab.thicknessMm, stack.stepMm);
  return { ...planeAt(stack, index), offsetsMm, projection: slab.projection };
}

function compare(ours: Float32Array, theirs: Float32Array) {
  let [largest, sum, compared, edge] = [0, 0, 0, 0];
  for (let at = 0; at < ours.length; at++) {
    if (Number.isNaN(ours[at]) !== Number.isNaN(theirs[at])) {
      edge++;
    } else if (!Number.isNaN(ours[at])) {
      const difference = Math.abs(ours[at] - theirs[at]);
      largest = Math.max(largest, difference);
      sum += difference;
      compared++;
    }
  }
  return { largest, mean: sum / Math.max(1, compared), edgeShare: edge / ours.length, compared };
}
