import { describe, expect, it } from 'vitest';
import type { SampleArray } from '../decode/samples';
import { PADDING, indexScale, writeIndices } from './plane-values';
import { reducedGeometry, reductionFor } from './reduction';
import { volumeOfFunction } from './sample-volume';
import type { VolumeGeometry } from './volume';
import { reduced, rescaled } from './volume-values';

function stored(values: SampleArray, slope = 1, intercept = 0) {
  const [minPixelValue, maxPixelValue] = [Math.min(...values), Math.max(...values)];
  return { values, slope, intercept, minPixelValue, maxPixelValue };
}

describe('values of a slice', () => {
  it('of a CT become Hounsfield units in the same memory', () => {
    const values = Uint16Array.of(0, 1024, 4095);
    const units = rescaled(stored(values, 1, -1024));
    expect(units).toEqual(Int16Array.of(-1024, 0, 3071));
    expect(units.buffer).toBe(values.buffer);
  });

  it('stay whole where 16 bits hold them', () => {
    expect(rescaled(stored(Uint16Array.of(0, 65535)))).toEqual(Uint16Array.of(0, 65535));
    expect(rescaled(stored(Int16Array.of(-32768, 5)))).toEqual(Int16Array.of(-32768, 5));
    expect(rescaled(stored(Uint8Array.of(3, 255), 2, -10))).toEqual(Int16Array.of(-4, 500));
    expect(rescaled(stored(Int16Array.of(-5, 5), -1, 0))).toEqual(Int16Array.of(5, -5));
  });

  it('become fractions where nothing else is exact', () => {
    expect(rescaled(stored(Uint16Array.of(1, 3), 0.5, 0.25))).toEqual(Float32Array.of(0.75, 1.75));
    expect(rescaled(stored(Int16Array.of(-32768, 32767), 1, -1024))).toEqual(Float32Array.of(-33792, 31743));
  });
});

describe('indices of a plane', () => {
  it('give whole units back exactly and keep padding apart', () => {
    const scale = indexScale(-1024, 3071, true);
    const to = new Uint16Array(5);
    writeIndices(Float32Array.of(-1024, 0.25, NaN, 40, 3071), scale, to, 0);
    expect([...to].map((index) => (index === PADDING ? 'padding' : scale.base + index * scale.step))).toEqual([
      -1024,
      0.25,
      'padding',
      40,
      3071,
    ]);
    expect(scale.most).toBe(to[4]);
  });

  it.each([
    [-32768, 32767, true],
    [0, 65535, true],
    [0, 0.003, false],
    [-1e6, 1e6, false],
    [7, 7, true],
  ])('hold values from %d to %d', (min, max, isWhole) => {
    const scale = indexScale(min, max, isWhole);
    const to = new Uint16Array(2);
    writeIndices(Float32Array.of(min, max), scale, to, 0);
    expect(to[1]).toBeLessThan(PADDING);
    expect(Math.abs(scale.base + to[0] * scale.step - min)).toBeLessThanOrEqual(scale.step / 2);
    expect(Math.abs(scale.base + to[1] * scale.step - max)).toBeLessThanOrEqual(scale.step);
  });
});

describe('a volume that is too large for the device', () => {
  const geometry: VolumeGeometry = {
    columns: 12,
    rows: 8,
    row: [1, 0, 0],
    column: [0, 1, 0],
    normal: [0, 0, 1],
    columnMm: 0.5,
    rowMm: 0.75,
    origins: [0, 1, 2].map((z) => [10, 20, z]),
  };

  it('is reduced just enough', () => {
    expect(reductionFor(geometry, 12 * 8 * 3 * 2)).toBe(1);
    expect(reductionFor(geometry, 12 * 8 * 3 * 2 - 1)).toBe(2);
    expect(reductionFor(geometry, (12 * 8 * 3 * 2) / 5)).toBe(4);
  });

  it('stays at its place in the patient', () => {
    const fewer = reducedGeometry(geometry, 2);
    expect(fewer).toMatchObject({ columns: 6, rows: 4, columnMm: 1, rowMm: 1.5 });
    expect(fewer.origins[1]).toEqual([10.25, 20.375, 1]);
    const slice = stored(Float32Array.from({ length: 96 }, (_, at) => at % 12));
    const { values } = reduced(slice, 12, 8, 2);
    expect([...values.slice(0, 6)]).toEqual([0.5, 2.5, 4.5, 6.5, 8.5, 10.5]);
    const line = new Float32Array(1);
    volumeOfFunction(fewer, ([x]) => (x - 10) / 0.5).readLine([12, 21, 1], [1, 0, 0], line);
    expect(line[0]).toBeCloseTo(4, 5);
  });
});
