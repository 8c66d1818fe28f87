import { describe, expect, it } from 'vitest';
import type { DicomJsonDataSet } from './dicom-json';
import { framesOfInstance, type Frame } from './frame';
import { grayImage } from './gray-image';
import { imageOfColours } from './colour-image';
import { pixelValues } from './pixel-values';
import type { SampleArray } from './decode/samples';

function frameOf(more: Record<string, unknown[]>): Frame {
  const picture = {
    '00080018': ['1'],
    '00080060': ['CT'],
    '00280010': [1],
    '00280011': [3],
    '00280100': [16],
    '7FE00010': [],
    ...more,
  };
  const dataSet: DicomJsonDataSet = Object.fromEntries(
    Object.entries(picture).map(([tag, Value]) => [tag, { Value }]),
  );
  return framesOfInstance(dataSet, '/instances')[0];
}

function read(frame: Frame, stored: SampleArray): (number | undefined)[] {
  const values = pixelValues(frame, grayImage(frame, stored, undefined));
  return [0, 1, 2].map((column) => values?.at(column, 0));
}

describe('pixelValues', () => {
  it('are those of the file after its rescale, fractions kept', () => {
    const frame = frameOf({ '00281052': [-1024], '00281053': [1.5] });
    expect(read(frame, Int16Array.of(0, 1, -3))).toEqual([-1024, -1022.5, -1028.5]);
  });

  it('leave padding out, whatever sign its VR gives it', () => {
    const signed = { '00280103': [1], '00281052': [-1000] };
    expect(read(frameOf({ ...signed, '00280120': [-2000] }), Int16Array.of(-2000, 0, 5))).toEqual([
      undefined,
      -1000,
      -995,
    ]);
    expect(read(frameOf({ ...signed, '00280120': [63536] }), Int16Array.of(-2000, 0, 5))[0]).toBeUndefined();
  });

  it('leave a whole range of padding out', () => {
    const frame = frameOf({ '00280120': [10], '00280121': [20] });
    expect(read(frame, Uint16Array.of(9, 15, 21))).toEqual([9, undefined, 21]);
  });

  it('are exact where the picture is drawn by coarser steps', () => {
    const frame = frameOf({ '00280100': [32], '7FE00008': [], '00281053': [2] });
    const stored = Float32Array.of(0.125, 1e6, NaN);
    expect(read(frame, stored)).toEqual([0.25, 2e6, undefined]);
  });

  it('go through the Modality LUT', () => {
    const frame = frameOf({});
    const table = { first: 0, bits: 16, entries: Uint16Array.of(7, 70, 700), explanation: '' };
    const values = pixelValues(frame, grayImage(frame, Uint16Array.of(2, 1, 0), table));
    expect([0, 1, 2].map((column) => values?.at(column, 0))).toEqual([700, 70, 7]);
  });

  it('are not there in colours and in pictures that the server drew', () => {
    const frame = frameOf({});
    expect(pixelValues(frame, imageOfColours(frame, new Uint8ClampedArray(12)))).toBeUndefined();
    const drawn = { ...grayImage(frame, Uint16Array.of(1, 2, 3), undefined), origin: 'rendered-by-server' as const };
    expect(pixelValues(frame, drawn)).toBeUndefined();
  });
});
