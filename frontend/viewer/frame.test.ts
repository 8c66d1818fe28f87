import { describe, expect, it } from 'vitest';
import type { DicomJsonDataSet } from './dicom-json';
import { framesOfInstance, framesOfSeries, MOST_FRAMES } from './frame';

const INSTANCES = 'https://clinic.example/dicom-web/studies/1/series/2/instances';

function instance(uid: string, more: DicomJsonDataSet = {}): DicomJsonDataSet {
  return {
    '00080018': { vr: 'UI', Value: [uid] },
    '00080060': { vr: 'CS', Value: ['CT'] },
    '00280010': { vr: 'US', Value: [4] },
    '00280011': { vr: 'US', Value: [6] },
    '00280100': { vr: 'US', Value: [16] },
    '00280101': { vr: 'US', Value: [12] },
    '00280103': { vr: 'US', Value: [1] },
    '7FE00010': { vr: 'OW', BulkDataURI: '../bulkdata/7FE00010' },
    ...more,
  };
}

const sequence = (...items: DicomJsonDataSet[]) => ({ vr: 'SQ', Value: items });

describe('framesOfInstance', () => {
  it('maps metadata to what decoding and measuring need', () => {
    const [frame] = framesOfInstance(
      instance('1.9', {
        '00281052': { Value: ['-1024'] },
        '00281053': { Value: [2] },
        '00281050': { Value: [40, 600] },
        '00281051': { Value: [80, 2800] },
        '00280030': { Value: [0.7, 0.5] },
      }),
      INSTANCES,
    );
    expect(frame.imageId).toBe(`frame:${INSTANCES}/1.9/frames/1`);
    expect(frame.pixels).toMatchObject({
      rows: 4,
      columns: 6,
      bitsStored: 12,
      highBit: 11,
      isSigned: true,
      samplesPerPixel: 1,
    });
    expect(frame).toMatchObject({ rescaleIntercept: -1024, rescaleSlope: 2, fileWindow: { center: 40, width: 80 } });
    expect(frame.spacing).toEqual({ plane: 'patient', rowMm: 0.7, columnMm: 0.5 });
  });

  it('gives one frame for each of a multi-frame instance', () => {
    const frames = framesOfInstance(instance('1.9', { '00280008': { Value: ['3'] } }), INSTANCES);
    expect(frames.map(({ imageId }) => imageId.slice(-9))).toEqual(['/frames/1', '/frames/2', '/frames/3']);
  });

  it('takes functional groups of the frame before shared ones and those before the top level', () => {
    const enhanced = instance('1.9', {
      '00280008': { Value: [2] },
      '00281052': { Value: [5] },
      '52009229': sequence({
        '00289110': sequence({ '00280030': { Value: [0.9, 0.9] }, '00180050': { Value: [3] } }),
        '00289145': sequence({ '00281052': { Value: [-1000] }, '00281053': { Value: [1] } }),
      }),
      '52009230': sequence(
        { '00209113': sequence({ '00200032': { Value: [0, 0, 10] } }) },
        {
          '00209113': sequence({ '00200032': { Value: [0, 0, 5] } }),
          '00289145': sequence({ '00281052': { Value: [7] } }),
        },
      ),
    });
    const [first, second] = framesOfInstance(enhanced, INSTANCES);
    expect([first.position, second.position]).toEqual([
      [0, 0, 10],
      [0, 0, 5],
    ]);
    expect([first.rescaleIntercept, second.rescaleIntercept]).toEqual([-1000, 7]);
    expect(first).toMatchObject({ sliceThicknessMm: 3, spacing: { rowMm: 0.9 } });
  });

  it('gives none for objects without pixels, even when they have rows and columns', () => {
    expect(framesOfInstance({ '00080018': { Value: ['1.2'] } }, INSTANCES)).toEqual([]);
    expect(framesOfInstance(instance('1.2', { '7FE00010': undefined }), INSTANCES)).toEqual([]);
  });

  it('makes no more frames than it shows, whatever the header claims', () => {
    const claims = (count: unknown) => framesOfInstance(instance('1.9', { '00280008': { Value: [count] } }), INSTANCES);
    expect(claims(2 ** 31 - 1)).toHaveLength(MOST_FRAMES);
    expect(claims('1e300')).toHaveLength(MOST_FRAMES);
    expect(claims(2.5)).toHaveLength(2);
  });

  it('survives nonsense in every field', () => {
    const hostile = instance('../../x?y=<b>', {
      '00280008': { Value: [-4] },
      '00281053': { Value: [0] },
      '00280030': { Value: [null, {}] },
      '00200032': { Value: ['a', 'b', 'c'] },
      '52009230': { Value: ['no item'] },
    });
    const [frame] = framesOfInstance(hostile, INSTANCES);
    expect(frame.imageId).toBe(`frame:${INSTANCES}/..%2F..%2Fx%3Fy%3D%3Cb%3E/frames/1`);
    expect(frame).toMatchObject({ rescaleSlope: 1, position: undefined, spacing: { plane: 'none' } });
  });
});

describe('framesOfSeries', () => {
  it('shares the frames it makes among the instances and counts those left out', () => {
    const huge = (uid: string) => instance(uid, { '00280008': { Value: [2 ** 31 - 1] } });
    const { slices, omitted } = framesOfSeries([huge('a'), huge('b'), instance('c')], INSTANCES);
    expect(slices).toHaveLength(MOST_FRAMES + 2);
    expect(slices.filter(({ sopInstanceUID }) => sopInstanceUID !== 'a')).toHaveLength(2);
    expect(omitted).toBe(2 * (2 ** 31 - 1) - MOST_FRAMES - 1);
  });

  it('leaves out no single-frame instance', () => {
    const many = Array.from({ length: MOST_FRAMES + 5 }, (_, index) => instance(`1.${index}`));
    const { slices, omitted } = framesOfSeries(many, INSTANCES);
    expect([slices.length, omitted]).toEqual([MOST_FRAMES + 5, 0]);
  });

  it('puts the instances of a volume into the order of their positions', () => {
    const at = (z: number): DicomJsonDataSet => ({
      '00200032': { Value: [0, 0, z] },
      '00200037': { Value: [1, 0, 0, 0, 1, 0] },
      '00200013': { Value: [1] },
    });
    const { slices, by } = framesOfSeries(
      [instance('c', at(3)), instance('a', at(1)), instance('b', at(2))],
      INSTANCES,
    );
    expect(slices.map(({ sopInstanceUID }) => sopInstanceUID)).toEqual(['a', 'b', 'c']);
    expect(by).toBe('position');
  });
});
