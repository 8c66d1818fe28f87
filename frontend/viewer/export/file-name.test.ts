import { describe, expect, it } from 'vitest';
import type { DicomJsonDataSet } from '../dicom-json';
import { framesOfInstance } from '../frame';
import { dicomName, pictureName } from './file-name';
import { withoutIdentity } from './identity';

function frame(name: string, more: DicomJsonDataSet = {}) {
  const [made] = framesOfInstance(
    {
      '00080018': { Value: ['1.2.3'] },
      '00080060': { Value: ['CT'] },
      '00080020': { Value: ['20260101'] },
      '00100010': { vr: 'PN', Value: [{ Alphabetic: name }] },
      '00100020': { Value: ['4/7'] },
      '00200011': { Value: [3] },
      '00280010': { Value: [1] },
      '00280011': { Value: [2] },
      '7FE00010': { vr: 'OW' },
      ...more,
    } as DicomJsonDataSet,
    '/instances',
  );
  return made;
}

describe('pictureName', () => {
  it('tells patient, series and place', () => {
    const made = pictureName({ frame: frame('Müller^Anna'), index: 11 }, true, 'png');
    expect(made).toMatch(/^.*Müller.*_4-7_CT_series-3_image-12\.png$/);
  });

  it('tells the direction of a plane', () => {
    const plane = { frame: frame(''), index: 4, plane: 'coronal' } as const;
    expect(pictureName(plane, false, 'png')).toBe('CT_series-3_coronal-5.png');
  });

  it('tells nobody who the patient is when that is wanted', () => {
    expect(pictureName({ frame: frame('Müller^Anna'), index: 0 }, false, 'jpg')).toBe('CT_series-3_image-1.jpg');
  });

  it.each(['../../etc/passwd', 'a\\b:c*d?e"f<g>h|i', 'a\u0000b\u202Egnp.exe', '.hidden ', '😀'.repeat(500)])(
    'is a name and no way out of the folder: %j',
    (name) => {
      const made = pictureName({ frame: frame(name), index: 0 }, true, 'png');
      expect(made).toMatch(/^[\p{L}\p{M}\p{N}_-]+\.png$/u);
      expect(made.length).toBeLessThan(140);
    },
  );

  it('is no name of a device', () => {
    const bare = frame('', { '00080060': { Value: ['CON'] }, '00100020': {}, '00200011': {} });
    expect(pictureName({ frame: bare, index: 0 }, true, 'png')).toBe('CON-_image-1.png');
  });
});

describe('dicomName', () => {
  it('is the UID and nothing else', () => {
    expect(dicomName('1.2.3')).toBe('1.2.3.dcm');
    expect(dicomName('/../x')).toBe('...dcm');
    expect(dicomName('abc')).toBe('image.dcm');
  });
});

describe('withoutIdentity', () => {
  it('leaves nothing of the patient and of the day', () => {
    const left = JSON.stringify(withoutIdentity(frame('Müller^Anna')).attributes);
    expect(left).not.toMatch(/Müller|4\/7|2026/);
    expect(left).toContain('CT');
  });
});
