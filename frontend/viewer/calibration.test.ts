import { describe, expect, it } from 'vitest';
import type { Annotation } from './annotation';
import { calibratedSpacing, canCalibrate, typedMillimetres } from './calibration';
import { framesOfInstance, type Frame } from './frame';

function frameOf(more: Record<string, unknown[]>, frames = 1): Frame[] {
  const picture = { '00080018': ['9'], '00080060': ['OT'], '00280010': [4], '00280011': [4], '7FE00010': [] };
  const tags = { ...picture, '00280008': [frames], ...more };
  return framesOfInstance(
    Object.fromEntries(Object.entries(tags).map(([tag, Value]) => [tag, { Value }])),
    '/instances',
  );
}

const calibration = (lengthMm: number, x: number, y: number): Annotation => ({
  id: 'c',
  kind: 'calibration',
  seriesInstanceUID: '1',
  sopInstanceUID: '9',
  frameNumber: 1,
  points: [
    { x: 0, y: 0 },
    { x, y },
  ],
  label: '',
  quantities: [{ name: 'length', value: lengthMm, unit: 'mm' }],
});

describe('calibration', () => {
  it('gives the pixels their size, of all frames of the instance', () => {
    const [, second] = frameOf({}, 2);
    const square = { plane: 'calibrated', rowMm: 1, columnMm: 1 };
    expect(calibratedSpacing(second, [calibration(50, 30, 40)])).toEqual(square);
  });

  it('keeps the shape of pixels that are not square', () => {
    const [frame] = frameOf({ '00280034': [2, 1] });
    expect(calibratedSpacing(frame, [calibration(20, 10, 0)])).toEqual({ plane: 'calibrated', rowMm: 4, columnMm: 2 });
  });

  it('takes the last of several', () => {
    const [frame] = frameOf({});
    expect(calibratedSpacing(frame, [calibration(50, 30, 40), calibration(100, 30, 40)])).toMatchObject({ rowMm: 2 });
  });

  it('replaces millimetres on the detector, but not in the patient', () => {
    const [onDetector] = frameOf({ '00080060': ['CR'], '00181164': [0.1, 0.1] });
    const [inPatient] = frameOf({ '00080060': ['CT'], '00280030': [0.5, 0.5] });
    expect(calibratedSpacing(onDetector, [calibration(10, 10, 0)])).toMatchObject({ plane: 'calibrated', rowMm: 1 });
    expect(calibratedSpacing(inPatient, [calibration(10, 10, 0)])).toMatchObject({ plane: 'patient', rowMm: 0.5 });
    expect([canCalibrate(onDetector), canCalibrate(inPatient)]).toEqual([true, false]);
  });

  it('is none by a line of no length, nor by that of another instance', () => {
    const [frame] = frameOf({});
    expect(calibratedSpacing(frame, [calibration(50, 0, 0)])).toEqual({ plane: 'none' });
    expect(calibratedSpacing(frame, [{ ...calibration(50, 3, 4), sopInstanceUID: '8' }])).toEqual({ plane: 'none' });
  });
});

describe('typedMillimetres', () => {
  it('takes a point or a comma', () => {
    expect([typedMillimetres(' 25.4 '), typedMillimetres('25,4'), typedMillimetres('7')]).toEqual([25.4, 25.4, 7]);
  });

  it.each(['', '0', '-3', '1e5', 'abc', '12 mm', '99999999', 'NaN'])('takes %j for no length', (typed) => {
    expect(typedMillimetres(typed)).toBeUndefined();
  });
});
