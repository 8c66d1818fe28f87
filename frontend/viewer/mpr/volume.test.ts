import { describe, expect, it } from 'vitest';
import type { DicomJsonDataSet } from '../dicom-json';
import { framesOfInstance, type Frame } from '../frame';
import { Tag } from '../tags';
import { sliceSpacing, volumeOf } from './volume';

interface Changes {
  readonly z?: number;
  readonly y?: number;
  readonly columns?: number;
  readonly orientation?: readonly number[];
  readonly extra?: DicomJsonDataSet;
}

let made = 0;

function slice({ z = 0, y = 0, columns = 8, orientation = [1, 0, 0, 0, 1, 0], extra = {} }: Changes): Frame {
  const element = (...Value: (string | number)[]) => ({ vr: 'DS', Value });
  const instance = {
    [Tag.SOPInstanceUID]: element(`1.2.${++made}`),
    [Tag.Modality]: element('CT'),
    [Tag.FrameOfReferenceUID]: element('1.2.3'),
    [Tag.Rows]: element(6),
    [Tag.Columns]: element(columns),
    [Tag.PixelSpacing]: element(0.5, 0.75),
    [Tag.ImagePositionPatient]: element(-2, y, z),
    [Tag.ImageOrientationPatient]: element(...orientation),
    [Tag.PixelData]: element(),
    ...extra,
  };
  return framesOfInstance(instance, '')[0];
}

function stack(heights: readonly number[], changes: Changes = {}): Frame[] {
  return heights.map((z) => slice({ ...changes, z }));
}

describe('a series is a volume', () => {
  it('in the order along the normal, with its spacing', () => {
    const found = volumeOf(stack([4, 0, 2, 6]));
    expect(found.kind === 'volume' && found.frames.map(({ position }) => position![2])).toEqual([0, 2, 4, 6]);
    expect(found).toMatchObject({ geometry: { columns: 8, rows: 6, columnMm: 0.75, rowMm: 0.5, normal: [0, 0, 1] } });
  });

  it('whose uneven steps and tilt are told', () => {
    const tan = Math.tan(Math.PI / 9);
    const found = volumeOf([0, 1, 5, 9].map((z) => slice({ z, y: z * tan })));
    const spacing = found.kind === 'volume' ? sliceSpacing(found.geometry) : undefined;
    expect(spacing).toMatchObject({ smallestMm: 1, largestMm: 4, isEven: false });
    expect(spacing?.tiltDegrees).toBeCloseTo(20, 6);
  });

  it('with even steps in spite of rounding in the headers', () => {
    const found = volumeOf(stack([0, 1.001, 2, 2.999]));
    expect(found.kind === 'volume' && sliceSpacing(found.geometry)).toMatchObject({ isEven: true, tiltDegrees: 0 });
  });
});

describe('a series is no volume', () => {
  const three = [0, 2, 4];
  const colour = { [Tag.SamplesPerPixel]: { Value: [3] }, [Tag.PhotometricInterpretation]: { Value: ['RGB'] } };
  const localizer = { [Tag.ImageType]: { Value: ['ORIGINAL', 'PRIMARY', 'LOCALIZER'] } };

  it.each([
    ['fewSlices', stack([0, 2])],
    ['colour', stack(three, { extra: colour })],
    ['projection', stack(three, { extra: { [Tag.Modality]: { Value: ['CR'] } } })],
    ['projection', [...stack(three), slice({ z: 6, extra: localizer })]],
    ['noPosition', [...stack(three), slice({ z: 6, extra: { [Tag.ImagePositionPatient]: undefined } })]],
    ['noPosition', [...stack(three), slice({ z: 6, extra: { [Tag.PixelSpacing]: undefined } })]],
    ['noPosition', stack(three, { orientation: [1, 0, 0, 0.5, 0.8, 0] })],
    ['frames', [...stack(three), slice({ z: 6, extra: { [Tag.FrameOfReferenceUID]: { Value: ['9'] } } })]],
    ['orientations', [...stack(three), slice({ z: 6, orientation: [0, 1, 0, 0, 0, -1] })]],
    ['sizes', [...stack(three), slice({ z: 6, columns: 16 })]],
    ['sizes', [...stack(three), slice({ z: 6, extra: { [Tag.PixelSpacing]: { Value: [1, 0.75] } } })]],
    ['duplicates', stack([0, 2, 2, 4])],
    ['gap', stack([0, 2, 4, 40, 42])],
  ])('%s', (reason, frames) => {
    expect(volumeOf(frames)).toMatchObject({ kind: 'refused', reason });
  });

  it('and the gap is named', () => {
    expect(volumeOf(stack([0, 2, 4, 40, 42]))).toMatchObject({ values: ['36.0', 3, 4] });
  });
});
