import { describe, expect, it } from 'vitest';
import { MprDesk } from './mpr-desk';
import type { MprAnswer, PlaneAnswer, PlaneRequest } from './mpr-message';
import { PADDING } from './plane-values';
import { planeAt, planeStacks, type PlaneName } from './planes';
import { SINGLE_PLANE } from './slab';
import type { VolumeGeometry } from './volume';

const GEOMETRY: VolumeGeometry = {
  columns: 4,
  rows: 3,
  row: [1, 0, 0],
  column: [0, 1, 0],
  normal: [0, 0, 1],
  columnMm: 1,
  rowMm: 1,
  origins: [0, 1, 2].map((z) => [0, 0, z]),
};

const STACKS = planeStacks(GEOMETRY);

/** A desk, what it answered, and whether it asked for more time. */
function desk() {
  const answers: MprAnswer[] = [];
  let isDue = false;
  const own = new MprDesk(
    (answer) => answers.push(answer),
    () => (isDue = true),
  );
  const workAll = () => {
    while (isDue) {
      isDue = false;
      own.work();
    }
  };
  own.take({ type: 'open', geometry: GEOMETRY, reduction: 1 });
  return { own, answers, workAll };
}

function slice(place: number, count = 12) {
  const values = Uint16Array.from({ length: count }, (_, at) => 100 * place + at);
  const ends = { minPixelValue: 100 * place, maxPixelValue: 100 * place + 11 };
  return { type: 'slice', place, slice: { values, slope: 1, intercept: -1000, ...ends } } as const;
}

function wish(name: PlaneName, index: number, id: number): PlaneRequest {
  return { type: 'plane', id, name, plane: planeAt(STACKS[name], index), slab: SINGLE_PLANE };
}

function units({ indices, scale }: PlaneAnswer): (number | string)[] {
  return [...indices].map((index) => (index === PADDING ? 'none' : scale.base + index * scale.step));
}

describe('the desk of the worker', () => {
  it('answers with the plane as soon as its slices are there', () => {
    const { own, answers, workAll } = desk();
    own.take(slice(0));
    own.take(slice(1));
    own.take(wish('axial', 1, 1));
    workAll();
    expect(units(answers[0] as PlaneAnswer).slice(0, 4)).toEqual([-900, -899, -898, -897]);
    own.take(wish('axial', 2, 2));
    workAll();
    expect(units(answers[1] as PlaneAnswer).every((value) => value === 'none')).toBe(true);
    own.take(slice(2));
    own.take(wish('coronal', 0, 3));
    workAll();
    expect(answers.at(-1)).toMatchObject({ id: 3, name: 'coronal', sliceCount: 3 });
    // The head is up: the first row is that of the highest slice.
    expect(units(answers[2] as PlaneAnswer).slice(0, 4)).toEqual([-800, -799, -798, -797]);
  });

  it('gives up a plane for a newer one of the same name, and one that is cancelled', () => {
    const { own, answers, workAll } = desk();
    [0, 1, 2].forEach((place) => own.take(slice(place)));
    own.take(wish('axial', 0, 1));
    own.take(wish('sagittal', 0, 2));
    own.take(wish('axial', 2, 3));
    own.take({ type: 'cancel', name: 'sagittal' });
    workAll();
    expect(answers.map((answer) => answer.type === 'plane' && answer.id)).toEqual([3]);
  });

  it('says what went wrong with a slice and goes on', () => {
    const { own, answers, workAll } = desk();
    own.take(slice(0, 5));
    expect(answers).toEqual([{ type: 'failed', reason: 'A slice has 5 values instead of 4 x 3.' }]);
    [0, 1, 2].forEach((place) => own.take(slice(place)));
    own.take(wish('axial', 0, 4));
    workAll();
    expect(answers.at(-1)).toMatchObject({ type: 'plane', id: 4 });
  });
});
