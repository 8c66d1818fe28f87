import { describe, expect, it } from 'vitest';
import {
  areParallel,
  cutOf,
  heightMm,
  imagePlane,
  sharesSpace,
  toPatient,
  toPixel,
  type ImagePlane,
} from './patient-space';
import { OBLIQUE, SAGITTAL, slice, TILTED, type SliceShape } from './test-slices';
import type { Vector } from './vector';

const plane = (shape: SliceShape = {}) => imagePlane(slice(shape)) as ImagePlane;

function expectNear(found: readonly number[], expected: readonly number[], digits = 6): void {
  expected.forEach((value, axis) => expect(found[axis]).toBeCloseTo(value, digits));
}

describe('imagePlane', () => {
  it('is not known without position, orientation or size of the pixels in the patient', () => {
    const placed = slice();
    expect(imagePlane({ ...placed, position: undefined })).toBeUndefined();
    expect(imagePlane({ ...placed, rowDirection: undefined })).toBeUndefined();
    expect(imagePlane({ ...placed, spacing: { plane: 'none' } })).toBeUndefined();
    expect(imagePlane({ ...placed, spacing: { plane: 'detector', rowMm: 1, columnMm: 1 } })).toBeUndefined();
  });

  it('is not known when rows and columns are not at right angles', () => {
    expect(imagePlane(slice({ column: [0.5, 0.8, 0] }))).toBeUndefined();
    expect(imagePlane(slice({ row: [0, 0, 0] }))).toBeUndefined();
  });
});

describe('positions', () => {
  /** Reference: origin + column index * column spacing * row + row index * row spacing * column, by numpy. */
  it.each<[string, SliceShape, Vector]>([
    ['tilted CT', TILTED, [-27.34375999999999, -67.97462079306719, 42.1039882382032]],
    ['oblique MR with oblong pixels', OBLIQUE, [45.97212328438333, -67.0362326362594, -18.56556020205431]],
    ['sagittal MR', SAGITTAL, [0, 73.125, 8.125]],
  ])('of pixel 200, 120 of the %s are those of the reference', (_, shape, expected) => {
    expectNear(toPatient(plane(shape), { x: 200.5, y: 120.5 }), expected, 4);
  });

  it.each([TILTED, OBLIQUE, SAGITTAL])('lead back to the pixel', (shape) => {
    const own = plane(shape);
    const { x, y } = toPixel(own, toPatient(own, { x: 12.25, y: 211.75 }));
    expectNear([x, y], [12.25, 211.75], 3);
    expect(heightMm(own, toPatient(own, { x: 12.25, y: 211.75 }))).toBeCloseTo(0, 4);
  });

  it('count the centre of the first pixel as its position', () => {
    expectNear(toPatient(plane({ position: [7, 8, 9] }), { x: 0.5, y: 0.5 }), [7, 8, 9]);
  });

  it('above the plane are at the height along the normal', () => {
    expect(heightMm(plane({ position: [0, 0, 10] }), [55, -7, 13.5])).toBeCloseTo(3.5);
    expect(heightMm(plane(SAGITTAL), [4.8, 0, 0])).toBeCloseTo(-4.8);
  });
});

describe('spaces', () => {
  it('are the same only by a Frame of Reference that the files name', () => {
    expect(sharesSpace(plane(), plane())).toBe(true);
    expect(sharesSpace(plane(), plane({ frameOfReferenceUID: '9.9' }))).toBe(false);
    const unnamed = { ...plane(), frameOfReferenceUID: '' };
    expect(sharesSpace(unnamed, unnamed)).toBe(false);
  });

  it('have parallel planes also where these look from opposite sides', () => {
    expect(areParallel(plane(), plane({ row: [-1, 0, 0] }))).toBe(true);
    expect(areParallel(plane(), plane(TILTED))).toBe(false);
  });
});

describe('cutOf', () => {
  const transverse = plane({ position: [-99.5, -49.5, 20] });

  it('is a column of a transverse image for a sagittal one', () => {
    const sagittal = plane({ position: [10.5, -60, 80], row: [0, 1, 0], column: [0, 0, -1], rows: 120, columns: 120 });
    const [from, to] = cutOf(transverse, sagittal)!;
    expectNear([from.x, to.x], [110.5, 110.5]);
    expectNear([from.y, to.y].sort((a, b) => a - b), [0, 100]);
  });

  it('reaches as far as the cutting image does', () => {
    const short = plane({ position: [10, -20, 80], row: [0, 1, 0], column: [0, 0, -1], rows: 120, columns: 30 });
    const [from, to] = cutOf(transverse, short)!;
    expectNear([from.y, to.y].sort((a, b) => a - b), [29.5, 59.5]);
  });

  it('of the tilted CT by a sagittal image climbs with the gantry', () => {
    const sagittal = plane({ position: [0, -130, 130], row: [0, 1, 0], column: [0, 0, -1], rows: 260, columns: 260 });
    const tilted = plane(TILTED);
    const [from, to] = cutOf(sagittal, tilted)!;
    const slope = (to.y - from.y) / (to.x - from.x);
    expect((Math.atan(slope) * 180) / Math.PI).toBeCloseTo(18.5, 1);
    for (const end of [from, to]) {
      expect(heightMm(tilted, toPatient(sagittal, end))).toBeCloseTo(0, 4);
    }
  });

  it('is none for parallel images and for those that do not meet', () => {
    expect(cutOf(transverse, plane({ position: [0, 0, 30] }))).toBeUndefined();
    const above = plane({ position: [10, -60, 300], row: [0, 1, 0], column: [0, 0, -1] });
    expect(cutOf(transverse, above)).toBeUndefined();
    const beside = plane({ position: [500, -60, 80], row: [0, 1, 0], column: [0, 0, -1] });
    expect(cutOf(transverse, beside)).toBeUndefined();
  });
});
