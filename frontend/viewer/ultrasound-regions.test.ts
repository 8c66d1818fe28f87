import { describe, expect, it } from 'vitest';
import type { AnnotationKind, Quantity } from './annotation';
import { quantitiesOf } from './annotation-values';
import type { DicomJsonDataSet } from './dicom-json';
import { framesOfInstance, type Frame } from './frame';
import type { ImagePoint } from './measure';

interface Region {
  at?: [left: number, top: number, right: number, bottom: number];
  format?: number;
  units?: [number, number];
  delta?: [x: unknown, y: unknown];
}

/** An image of tissue, 100 columns and rows, with pixels of 0.2 mm across and 0.5 mm down, unless told otherwise. */
function region({ at = [0, 0, 99, 99], format = 1, units = [3, 3], delta = [0.02, 0.05] }: Region = {}) {
  const values = { '00186012': format, '00186024': units[0], '00186026': units[1] };
  const place = { '00186018': at[0], '0018601A': at[1], '0018601C': at[2], '0018601E': at[3] };
  const all = { ...values, ...place, '0018602C': delta[0], '0018602E': delta[1] };
  return Object.fromEntries(Object.entries(all).map(([tag, value]) => [tag, { Value: [value] }]));
}

const TISSUE = region();
const DOPPLER = region({ at: [0, 100, 99, 199], format: 3, units: [4, 7], delta: [0.01, 1] });

function frameOf(regions: DicomJsonDataSet[], more: DicomJsonDataSet = {}) {
  const [frame] = framesOfInstance(
    {
      '00080018': { Value: ['1'] },
      '00080060': { Value: ['US'] },
      '00280010': { Value: [200] },
      '00280011': { Value: [200] },
      '00280100': { Value: [8] },
      '00186011': { Value: regions },
      '7FE00010': { vr: 'OB' },
      ...more,
    },
    '/instances',
  );
  return frame;
}

function measured(kind: AnnotationKind, points: ImagePoint[], frame: Frame): Omit<Quantity, 'name'> | undefined {
  const place = { id: '1', seriesInstanceUID: '1', sopInstanceUID: '1', frameNumber: 1, label: '', quantities: [] };
  const [first] = quantitiesOf({ ...place, kind, points }, { frame, spacing: frame.spacing, values: undefined });
  return first && { value: first.value, unit: first.unit };
}

function lengthOf(regions: DicomJsonDataSet[], start: ImagePoint, end: ImagePoint, more?: DicomJsonDataSet) {
  return measured('length', [start, end], frameOf(regions, more));
}

describe('a length on an ultrasound picture', () => {
  it('is in millimetres inside an image region, by its step in each direction', () => {
    expect(lengthOf([TISSUE], { x: 10, y: 10 }, { x: 60, y: 10 })).toEqual({ value: 10, unit: 'mm' });
    expect(lengthOf([TISSUE], { x: 10, y: 10 }, { x: 10, y: 60 })).toEqual({ value: 25, unit: 'mm' });
  });

  it('counts the whole last pixel to the region', () => {
    expect(lengthOf([TISSUE], { x: 0, y: 0 }, { x: 100, y: 0 })).toEqual({ value: 20, unit: 'mm' });
    expect(lengthOf([TISSUE], { x: 0, y: 0 }, { x: 100.1, y: 0 })?.unit).toBe('px');
  });

  it('is in pixels when one end lies outside of all regions, whatever Pixel Spacing says', () => {
    const spacing = { '00280030': { Value: [0.3, 0.3] } };
    expect(lengthOf([TISSUE], { x: 50, y: 50 }, { x: 150, y: 50 }, spacing)).toEqual({ value: 100, unit: 'px' });
    expect(lengthOf([TISSUE], { x: 150, y: 50 }, { x: 160, y: 50 }, spacing)).toEqual({ value: 10, unit: 'px' });
  });

  it('is in pixels from one region to another, and by its own step in each', () => {
    const beside = region({ at: [100, 0, 199, 99], delta: [0.1, 0.1] });
    const two = [TISSUE, beside];
    expect(lengthOf(two, { x: 50, y: 50 }, { x: 150, y: 50 })).toEqual({ value: 100, unit: 'px' });
    expect(lengthOf(two, { x: 50, y: 50 }, { x: 60, y: 50 })).toEqual({ value: 2, unit: 'mm' });
    expect(lengthOf(two, { x: 150, y: 50 }, { x: 160, y: 50 })).toEqual({ value: 10, unit: 'mm' });
  });

  it('is in pixels on a Doppler curve', () => {
    expect(lengthOf([TISSUE, DOPPLER], { x: 10, y: 110 }, { x: 20, y: 110 })).toEqual({ value: 10, unit: 'px' });
  });

  it('is in pixels where a curve lies over the image', () => {
    const over = region({ at: [0, 50, 99, 99], format: 3, units: [4, 7] });
    expect(lengthOf([TISSUE, over], { x: 10, y: 60 }, { x: 20, y: 60 })?.unit).toBe('px');
    expect(lengthOf([TISSUE, over], { x: 10, y: 10 }, { x: 20, y: 10 })?.unit).toBe('mm');
  });

  it('is in millimetres in a colour box of the same step, and in pixels where the steps disagree', () => {
    const box = (delta: [number, number]) => region({ at: [20, 20, 40, 40], delta });
    expect(lengthOf([TISSUE, box([0.02, 0.05])], { x: 25, y: 25 }, { x: 35, y: 25 })).toEqual({ value: 2, unit: 'mm' });
    expect(lengthOf([TISSUE, box([0.03, 0.05])], { x: 25, y: 25 }, { x: 35, y: 25 })?.unit).toBe('px');
  });

  it('takes a step downwards or to the left by its size', () => {
    const falling = region({ delta: [0.02, -0.05] });
    expect(lengthOf([falling], { x: 10, y: 10 }, { x: 10, y: 20 })).toEqual({ value: 5, unit: 'mm' });
  });

  it.each([
    ['M mode', { format: 2 }],
    ['one direction in seconds', { units: [4, 3] }],
    ['no size', { delta: [0, 0.05] }],
    ['nonsense for a size', { delta: ['x', null] }],
    ['no place', { at: [undefined, 0, 99, 99] }],
  ] as [string, Region][])('is in pixels in a region with %s', (_, wrong) => {
    expect(lengthOf([region(wrong)], { x: 10, y: 10 }, { x: 20, y: 10 })).toEqual({ value: 10, unit: 'px' });
  });
});

describe('an angle on an ultrasound picture', () => {
  it('follows the step of the region in each direction', () => {
    const points = [{ x: 35, y: 10 }, { x: 10, y: 10 }, { x: 35, y: 20 }];
    expect(measured('angle', points, frameOf([TISSUE]))?.value).toBeCloseTo(45, 9);
  });
});

describe('an area on an ultrasound picture', () => {
  it('is in millimetres where the whole figure lies in one region', () => {
    const inside = [{ x: 10, y: 10 }, { x: 20, y: 20 }];
    expect(measured('rectangle', inside, frameOf([TISSUE]))).toEqual({ value: 10, unit: 'mm2' });
    const beyond = [{ x: 10, y: 90 }, { x: 20, y: 110 }];
    expect(measured('rectangle', beyond, frameOf([TISSUE, DOPPLER]))).toEqual({ value: 200, unit: 'px2' });
  });
});
