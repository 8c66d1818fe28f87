import { describe, expect, it } from 'vitest';
import type { CornerstoneImage } from '../cornerstone';
import type { DicomJsonDataSet } from '../dicom-json';
import { voiOfViewport } from '../display-lut';
import { framesOfInstance } from '../frame';
import { beforeModality, greyTables } from './grey-pipeline';
import { presentationState } from './presentation-state';
import { presented } from './presented';

const one = (value: unknown) => ({ Value: [value] });
const all = (...values: unknown[]) => ({ Value: values });
const table = (...entries: number[]) => one({ '00283002': all(entries.length, 0, 8), '00283006': all(...entries) });

const frame = framesOfInstance(
  {
    '00080018': one('1.9'),
    '0020000E': one('1.5'),
    '00280010': one(1),
    '00280011': one(4),
    '00280101': one(8),
    '00281052': one(-1000),
    '00281053': one(1),
    '00281050': one(0),
    '00281051': one(10),
    '7FE00010': {},
  },
  'https://clinic.example/instances',
)[0];

const VALUES = Uint16Array.of(0, 1, 2, 255);
const image = {
  imageId: frame.imageId,
  minPixelValue: 0,
  maxPixelValue: 255,
  slope: 1,
  intercept: -1000,
  windowCenter: 0,
  windowWidth: 10,
  getPixelData: () => VALUES,
  rows: 1,
  columns: 4,
  height: 1,
  width: 4,
  color: false,
  rowPixelSpacing: 1,
  columnPixelSpacing: 1,
  invert: false,
  sizeInBytes: 8,
} as CornerstoneImage;

/** Greys of stored values as Cornerstone gets them. */
async function greys(own: DicomJsonDataSet, of: CornerstoneImage = image): Promise<number[]> {
  const references = one({ '0020000E': one('1.5'), '00081140': one({ '00081155': one('1.9') }) });
  const state = presentationState({
    '00080016': one('1.2.840.10008.5.1.4.1.1.11.1'),
    '00080018': one('1.7'),
    '00081115': references,
    ...own,
  })!;
  const look = presented(state, await greyTables(state, [frame], () => Promise.reject(new Error('no bulk'))), frame, of);
  voiOfViewport(look.image, look.voi!, look.image.invert);
  const { lutArray } = look.image.cachedLut as { lutArray: Uint8ClampedArray };
  return [...VALUES].map((value) => lutArray[value]);
}

const windowOf = (center: number, width: number, own: DicomJsonDataSet = {}) =>
  one({ '00281050': one(center), '00281051': one(width), ...own });

describe('greys of a presentation state', () => {
  it('go by its own rescale and window, not those of the file', async () => {
    // LINEAR: ((x - 127.5) / 255 + 0.5) * 255 = x.
    expect(await greys({ '00283110': windowOf(128, 256) })).toEqual([0, 1, 2, 255]);
    expect(await greys({ '00281052': one(10), '00281053': one(2), '00283110': windowOf(128, 256) })).toEqual([10, 12, 14, 255]);
  });

  it('spread over all values that the file can hold where it has no window', async () => {
    expect(await greys({})).toEqual([0, 1, 2, 255]);
    expect(await greys({ '00281052': one(-1024), '00281053': one(1) })).toEqual([0, 1, 2, 255]);
  });

  it('take the window that names the picture', async () => {
    const elsewhere = { '00081140': one({ '00081155': one('1.8') }) };
    const here = { '00081140': one({ '00081155': one('1.9') }) };
    const windows = [windowOf(1, 2, elsewhere), windowOf(128, 256, here)].flatMap(({ Value }) => Value);
    expect(await greys({ '00283110': all(...windows) })).toEqual([0, 1, 2, 255]);
  });

  it('go through modality, window and presentation tables in turn', async () => {
    expect(await greys({ '00283000': table(9, 7, 5, 3), '00283110': windowOf(128, 256) })).toEqual([9, 7, 5, 3]);
    expect(await greys({ '00283110': one({ '00283010': table(30, 20, 10, 0) }) })).toEqual([30, 20, 10, 0]);
    // 0, 1 and 2 of 255 are nearest to the first of four entries, 255 is the last.
    expect(await greys({ '20500010': table(200, 100, 50, 25), '00283110': windowOf(128, 256) })).toEqual([200, 200, 200, 25]);
  });

  it('change places when the shape is INVERSE, whatever the file says', async () => {
    const inverse = { '20500020': one('INVERSE'), '00283110': windowOf(128, 256) };
    expect(await greys(inverse)).toEqual([255, 254, 253, 0]);
    expect(await greys(inverse, { ...image, invert: true })).toEqual([255, 254, 253, 0]);
    expect(await greys({ '00283110': windowOf(128, 256) }, { ...image, invert: true })).toEqual([0, 1, 2, 255]);
  });

  it('are refused with a table that is broken', async () => {
    await expect(greys({ '20500010': one({ '00283002': all(4, 0, 8), '00283006': all(1) }) })).rejects.toThrow('broken');
  });
});

describe('beforeModality', () => {
  it('goes back to the stored values, and keeps those that are measured', () => {
    const modality = { first: 0, bits: 8, entries: Uint16Array.of(5, 6, 7), explanation: '' };
    const stored = Uint16Array.of(2, 1, 0);
    const drawn = { ...image, modality, storedValues: stored, getPixelData: () => Uint16Array.of(7, 6, 5) };
    const before = beforeModality(drawn);
    expect(before.getPixelData()).toBe(stored);
    expect(before).toMatchObject({ slope: 1, intercept: 0, minPixelValue: 0, maxPixelValue: 2, modality, storedValues: stored });
  });
});
