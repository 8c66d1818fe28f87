import { describe, expect, it } from 'vitest';
import { angle, area, cobbAngle, length } from './measure';
import { displayAspect, pixelSpacing } from './pixel-spacing';

const ANISOTROPIC = { plane: 'patient', rowMm: 2, columnMm: 0.5 } as const;
const NONE = { plane: 'none' } as const;

describe('length', () => {
  it('uses column spacing across and row spacing down', () => {
    expect(length({ x: 0, y: 0 }, { x: 10, y: 0 }, ANISOTROPIC)).toEqual({ value: 5, unit: 'mm' });
    expect(length({ x: 0, y: 0 }, { x: 0, y: 10 }, ANISOTROPIC)).toEqual({ value: 20, unit: 'mm' });
    expect(length({ x: 10, y: 10 }, { x: 16, y: 12 }, ANISOTROPIC).value).toBeCloseTo(5, 12);
  });

  it('stays in pixels when the spacing is unknown', () => {
    expect(length({ x: 1, y: 1 }, { x: 4, y: 5 }, NONE)).toEqual({ value: 5, unit: 'px' });
  });

  it('says when it lies on the detector plane', () => {
    const spacing = { plane: 'detector', rowMm: 0.1, columnMm: 0.1 } as const;
    const measured = length({ x: 0, y: 0 }, { x: 300, y: 400 }, spacing);
    expect(measured).toEqual({ value: 50, unit: 'mm detector' });
  });
});

describe('area', () => {
  it('takes the size of a pixel in both directions', () => {
    expect(area(10, ANISOTROPIC)).toEqual({ value: 10, unit: 'mm2' });
    const calibrated = { plane: 'calibrated', rowMm: 0.5, columnMm: 0.5 } as const;
    expect(area(10, calibrated)).toEqual({ value: 2.5, unit: 'mm2 calibrated' });
    expect(area(10, NONE)).toEqual({ value: 10, unit: 'px2' });
  });
});

describe('cobbAngle', () => {
  it('is the smaller angle between both lines, whichever way they were drawn', () => {
    const flat = [{ x: 0, y: 0 }, { x: 10, y: 0 }];
    const steep = [{ x: 0, y: 20 }, { x: 10, y: 30 }];
    expect(cobbAngle([...flat, ...steep], NONE)?.value).toBeCloseTo(45, 10);
    expect(cobbAngle([...flat, ...steep.toReversed()], NONE)?.value).toBeCloseTo(45, 10);
  });

  it('is right on pixels that are not square', () => {
    // 4 columns of 0.5 mm for 1 row of 2 mm.
    expect(cobbAngle([{ x: 0, y: 0 }, { x: 4, y: 0 }, { x: 0, y: 0 }, { x: 4, y: 1 }], ANISOTROPIC)?.value).toBeCloseTo(
      45,
      10,
    );
  });
});

describe('angle', () => {
  it('is right on pixels that are not square', () => {
    // 4 columns of 0.5 mm and 1 row of 2 mm: both legs 2 mm, at a right angle.
    expect(angle({ x: 4, y: 0 }, { x: 0, y: 0 }, { x: 0, y: 1 }, ANISOTROPIC)?.value).toBeCloseTo(90, 10);
    expect(angle({ x: 4, y: 1 }, { x: 0, y: 0 }, { x: 4, y: 0 }, ANISOTROPIC)?.value).toBeCloseTo(45, 10);
  });

  it('uses the pixel aspect when the spacing is unknown', () => {
    expect(angle({ x: 1, y: 1 }, { x: 0, y: 0 }, { x: 1, y: 0 }, NONE)?.value).toBeCloseTo(45, 10);
    expect(angle({ x: 2, y: 1 }, { x: 0, y: 0 }, { x: 2, y: 0 }, NONE, [2, 1])?.value).toBeCloseTo(45, 10);
  });

  it('is 180 degrees for a straight line and 0 for a folded one', () => {
    expect(angle({ x: -3, y: 0 }, { x: 0, y: 0 }, { x: 5, y: 0 }, NONE)?.value).toBeCloseTo(180, 10);
    expect(angle({ x: 3, y: 0 }, { x: 0, y: 0 }, { x: 5, y: 0 }, NONE)?.value).toBeCloseTo(0, 10);
  });

  it('has no value while a leg has no length', () => {
    expect(angle({ x: 0, y: 0 }, { x: 0, y: 0 }, { x: 5, y: 0 }, NONE)).toBeUndefined();
  });
});

describe('pixelSpacing', () => {
  const of = (modality: string, tags: Record<string, unknown[]>) =>
    pixelSpacing(
      Object.fromEntries(Object.entries({ '00080060': [modality], ...tags }).map(([tag, Value]) => [tag, { Value }])),
    );

  it('takes row spacing from the first value and column spacing from the second', () => {
    expect(of('CT', { '00280030': [0.7, 0.5] })).toEqual({ plane: 'patient', rowMm: 0.7, columnMm: 0.5 });
  });

  it('reads decimal strings', () => {
    expect(of('MR', { '00280030': ['0.75', '0.75'] })).toEqual({ plane: 'patient', rowMm: 0.75, columnMm: 0.75 });
  });

  it.each([[[0, 0.5]], [[-1, -1]], [[0.5]], [['a', 'b']], [[]]])('takes %j for unknown', (values) => {
    expect(of('CT', { '00280030': values })).toEqual({ plane: 'none' });
  });

  it('puts projection images on the detector plane', () => {
    expect(of('DX', { '00181164': [0.14, 0.14] })).toEqual({ plane: 'detector', rowMm: 0.14, columnMm: 0.14 });
    expect(of('CR', { '00181164': [0.1, 0.1], '00280030': [0.1, 0.1] })).toMatchObject({ plane: 'detector' });
    expect(of('CR', { '00280030': [0.1, 0.1] })).toMatchObject({ plane: 'detector' });
  });

  it('believes a calibration', () => {
    expect(of('XA', { '00181164': [0.2, 0.2], '00280030': [0.15, 0.15] })).toMatchObject({
      plane: 'patient',
      rowMm: 0.15,
    });
    expect(of('CR', { '00280030': [0.1, 0.1], '00280A02': ['FIDUCIAL'] })).toMatchObject({ plane: 'patient' });
  });

  it('shows by pixel aspect ratio when there is no spacing, without measuring by it', () => {
    const attributes = { '00080060': { Value: ['US'] }, '00280034': { Value: [4, 3] } };
    expect(displayAspect(attributes)).toEqual([4, 3]);
    expect(pixelSpacing(attributes)).toEqual({ plane: 'none' });
  });
});
