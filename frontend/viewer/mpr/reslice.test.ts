import { describe, expect, it } from 'vitest';
import { combine, dot, type Vector } from '../vector';
import { planeAt, planeStacks, PLANE_NAMES, pointOf } from './planes';
import { Reslicer } from './reslice';
import { cut, volumeOfFunction } from './sample-volume';
import type { VolumeGeometry } from './volume';

/** Trilinear interpolation gives a linear function back exactly, wherever the slices lie. */
const linear = ([x, y, z]: Vector) => 3 * x - 2 * y + 0.5 * z + 40;

const AXIAL: VolumeGeometry = {
  columns: 24,
  rows: 20,
  row: [1, 0, 0],
  column: [0, 1, 0],
  normal: [0, 0, 1],
  columnMm: 1.5,
  rowMm: 1.25,
  origins: [0, 2, 4, 6, 8, 10].map((z) => [-12, -9, z] as Vector),
};

const [COS, SIN] = [Math.cos(0.3), Math.sin(0.3)];

/** Slices a gantry has tilted by 0.3 rad, put on a table that moves along the patient by different ways. */
const TILTED_UNEVEN: VolumeGeometry = {
  ...AXIAL,
  column: [0, COS, -SIN],
  normal: [0, SIN, COS],
  origins: [0, 1, 3.5, 10, 11, 18].map((z) => [-12, -9, z] as Vector),
};

/** Turned about two axes, as slices of an MR are. */
const OBLIQUE: VolumeGeometry = {
  ...AXIAL,
  row: [COS, SIN, 0],
  column: [-SIN * COS, COS * COS, -SIN],
  normal: [-SIN * SIN, COS * SIN, COS],
  origins: [0, 2, 4, 6, 8, 10].map((along) => combine([-SIN * SIN, COS * SIN, COS], along, [5, -3, 20], 1)),
};

describe.each([
  ['axial slices', AXIAL],
  ['tilted slices at uneven distances', TILTED_UNEVEN],
  ['oblique slices', OBLIQUE],
])('planes through %s', (_, geometry) => {
  it.each(PLANE_NAMES)('the %s ones give a linear function back at every pixel inside', (name) => {
    const stack = planeStacks(geometry)[name];
    const reslicer = volumeOfFunction(geometry, linear);
    let inside = 0;
    for (const index of [0, stack.count >> 2, stack.count >> 1, stack.count - 1]) {
      cut(reslicer, stack, index).forEach((value, at) => {
        const point = pointOf(stack, at % stack.columns, Math.floor(at / stack.columns), index);
        if (!Number.isNaN(value)) {
          inside++;
          expect(value).toBeCloseTo(linear(point), 3);
        }
        expect(Number.isNaN(value), `${point}`).toBe(!isInside(geometry, point));
      });
    }
    expect(inside).toBeGreaterThan(100);
  });
});

describe('a line through a volume', () => {
  it('reads the values of the file where it meets them', () => {
    const reslicer = volumeOfFunction(AXIAL, ([x, y, z]) => x * x + 7 * y * y - 3 * z);
    const line = new Float32Array(24);
    reslicer.readLine([-12, -9 + 1.25 * 7, 4], [1.5, 0, 0], line);
    line.forEach((value, at) => expect(value).toBeCloseTo((-12 + 1.5 * at) ** 2 + 7 * (-0.25) ** 2 - 12, 3));
  });

  it('runs backwards as well as forwards', () => {
    const reslicer = volumeOfFunction(TILTED_UNEVEN, linear);
    const [there, back] = [new Float32Array(60), new Float32Array(60)];
    const [start, step]: [Vector, Vector] = [
      [0, 2, -6],
      [0.1, -0.05, 0.45],
    ];
    reslicer.readLine(start, step, there);
    reslicer.readLine(combine(start, 1, step, 59), combine(step, -1, step, 0), back);
    back.reverse().forEach((value, at) => {
      expect(Number.isNaN(value)).toBe(Number.isNaN(there[at]));
      if (!Number.isNaN(value)) expect(value).toBeCloseTo(there[at], 3);
    });
    expect(there.filter((value) => !Number.isNaN(value)).length).toBeGreaterThan(20);
  });

  it('is empty outside of the volume and beside a slice that is not there', () => {
    const full = volumeOfFunction(AXIAL, () => 1);
    const line = new Float32Array(5);
    full.readLine([-100, 0, 4], [1, 0, 0], line);
    expect([...line].every(Number.isNaN)).toBe(true);
    const slices = AXIAL.origins.map((_, place) => (place === 2 ? undefined : new Int16Array(24 * 20).fill(1)));
    new Reslicer({ geometry: AXIAL, slices }).readLine([0, 0, 1], [0, 0, 2], line);
    expect([...line]).toEqual([1, NaN, NaN, 1, 1]);
  });

  it('reaches the outermost pixels in spite of rounding', () => {
    const reslicer = volumeOfFunction(AXIAL, linear);
    const line = new Float32Array(2);
    reslicer.readLine([-12 - 1e-9, -9 - 1e-9, 10 + 1e-9], [1.5 * 23 + 2e-9, 0, 0], line);
    expect(line[0]).toBeCloseTo(linear([-12, -9, 10]), 3);
    expect(line[1]).toBeCloseTo(linear([22.5, -9, 10]), 3);
  });
});

describe('the pixels of the planes', () => {
  it('are the same points in all three directions', () => {
    const { axial, coronal, sagittal } = planeStacks(AXIAL);
    const reslicer = volumeOfFunction(AXIAL, ([x, y, z]) => x * y + z * z);
    const [i, j, k] = [9, 6, 4];
    const inAxial = cut(reslicer, axial, k)[j * axial.columns + i];
    const inCoronal = cut(reslicer, coronal, j)[(coronal.rows - 1 - k) * coronal.columns + i];
    const inSagittal = cut(reslicer, sagittal, sagittal.count - 1 - i)[(sagittal.rows - 1 - k) * sagittal.columns + j];
    expect(inAxial).toBeCloseTo(inCoronal, 4);
    expect(inAxial).toBeCloseTo(inSagittal, 4);
    expect(planeAt(axial, k).origin[2]).toBeCloseTo(k * axial.stepMm, 9);
  });
});

/** Worked out apart from the code under test: between two slices and within their shifted pixels. */
function isInside({ origins, row, column, normal, columns, rows, columnMm, rowMm }: VolumeGeometry, point: Vector) {
  const height = dot(point, normal);
  const heights = origins.map((origin) => dot(origin, normal));
  const edge = 1e-4;
  if (height < heights[0] - edge || height > heights.at(-1)! + edge) {
    return false;
  }
  const above = Math.min(heights.length - 1, Math.max(1, heights.findIndex((each) => each > height + 1e-12)));
  const upper = heights[above] > height ? above : heights.length - 1;
  const share = (height - heights[upper - 1]) / (heights[upper] - heights[upper - 1]);
  const way = combine(point, 1, combine(origins[upper - 1], 1 - share, origins[upper], share), -1);
  const [u, v] = [dot(way, row) / columnMm, dot(way, column) / rowMm];
  return u >= -edge && u <= columns - 1 + edge && v >= -edge && v <= rows - 1 + edge;
}
