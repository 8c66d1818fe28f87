import { describe, expect, it } from 'vitest';
import type { DicomJsonDataSet } from './dicom-json';
import { frameAttributes } from './functional-groups';

const sequence = (...items: DicomJsonDataSet[]) => ({ vr: 'SQ', Value: items });

const PLANE = {
  '00209113': sequence({ '00200032': { Value: [1, 2, 3] } }),
  '00209116': sequence({ '00200037': { Value: [1, 0, 0, 0, 1, 0] } }),
  '00289110': sequence({ '00280030': { Value: [0.5, 0.5] } }),
  '00289145': sequence({ '00281052': { Value: [-1024] }, '00281053': { Value: [1] } }),
};

const CONTRADICTION = sequence({
  '00080018': { Value: ['9.9.9'] },
  '00200032': { Value: [9, 9, 9] },
  '00200037': { Value: [0, 1, 0, 1, 0, 0] },
  '00280030': { Value: [9, 9] },
  '00281052': { Value: [99] },
  '00281053': { Value: [9] },
});

const PLANE_OF_FRAME = {
  '00080018': { Value: ['1.2'] },
  '00200032': { Value: [1, 2, 3] },
  '00200037': { Value: [1, 0, 0, 0, 1, 0] },
  '00280030': { Value: [0.5, 0.5] },
  '00281052': { Value: [-1024] },
  '00281053': { Value: [1] },
};

describe('frameAttributes', () => {
  it.each([
    ['private group of a frame', { '52009230': sequence({ ...PLANE, '2005140F': CONTRADICTION }) }],
    ['shared private group', { '52009229': sequence({ ...PLANE, '2005140E': CONTRADICTION }) }],
    ['reference to another image', { '52009230': sequence({ ...PLANE, '00081140': CONTRADICTION }) }],
    ['derivation that follows the macros', { '52009230': sequence({ ...PLANE, '00409096': CONTRADICTION }) }],
  ])('is not changed by a %s that contradicts the standard macros', (_, groups) => {
    expect(frameAttributes({ '00080018': { Value: ['1.2'] }, ...groups }, 1)).toMatchObject(PLANE_OF_FRAME);
  });

  it('takes from a macro only what belongs to it', () => {
    const measures = sequence({ '00280030': { Value: [0.5, 0.5] }, '00080018': { Value: ['9.9.9'] } });
    const attributes = frameAttributes(
      { '00080018': { Value: ['1.2'] }, '52009229': sequence({ '00289110': measures }) },
      1,
    );
    expect(attributes['00080018']).toEqual({ Value: ['1.2'] });
    expect(attributes['00280030']).toEqual({ Value: [0.5, 0.5] });
  });

  it('reads the window of a frame', () => {
    const window = sequence({ '00281050': { Value: [40] }, '00281051': { Value: [80] } });
    expect(frameAttributes({ '52009230': sequence({ '00289132': window }) }, 1)).toMatchObject({
      '00281050': { Value: [40] },
      '00281051': { Value: [80] },
    });
  });

  it('keeps the place of a frame behind an item that is damaged', () => {
    const position = (z: number) => ({ '00209113': sequence({ '00200032': { Value: [0, 0, z] } }) });
    const groups = { '52009230': { vr: 'SQ', Value: [position(1), null, position(3)] } };
    expect(frameAttributes(groups, 2)).toEqual(groups);
    expect(frameAttributes(groups, 3)['00200032']).toEqual({ Value: [0, 0, 3] });
  });
});
