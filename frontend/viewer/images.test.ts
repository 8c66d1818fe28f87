import { describe, expect, it } from 'vitest';
import { colourImage, paletteImage } from './colour-image';
import type { DicomJsonDataSet } from './dicom-json';
import { fileVoi, tableVoi, voiOfViewport } from './display-lut';
import { framesOfInstance, type Frame } from './frame';
import { grayImage } from './gray-image';
import { lookupTables } from './lookup-table';

const NO_BULK = () => Promise.reject(new Error('no bulk data'));

function frameOf(more: DicomJsonDataSet): Frame {
  const [frame] = framesOfInstance(
    {
      '00080018': { Value: ['1'] },
      '00280010': { Value: [1] },
      '00280011': { Value: [2] },
      '00280100': { Value: [16] },
      '7FE00010': { vr: 'OW' },
      ...more,
    },
    '/instances',
  );
  return frame;
}

/** Greys that a picture is prepared with, by stored value from the smallest on. */
function prepared(frame: Frame, image: ReturnType<typeof grayImage>, invert = false): number[] {
  voiOfViewport(image, fileVoi(frame, image), invert);
  return [...(image.cachedLut as { lutArray: Uint8ClampedArray }).lutArray];
}

describe('grayImage', () => {
  it.each([1, -1])('covers all values where the file gives no window and its slope is %d', (slope) => {
    const frame = frameOf({ '00281052': { Value: [100] }, '00281053': { Value: [slope] } });
    // 1001 values: the LINEAR function of the standard takes a window of that width from the first to the last.
    expect(grayImage(frame, Uint16Array.of(0, 1000), undefined)).toMatchObject({
      windowCenter: 100 + slope * 500 + 0.5,
      windowWidth: 1001,
    });
  });

  it('covers the fractions of a unit that a PET or a map is made of', () => {
    const frame = frameOf({ '00281052': { Value: [0] }, '00281053': { Value: [0.0001] } });
    const image = grayImage(frame, Uint16Array.of(0, 2000), undefined);
    expect(image.windowWidth).toBeCloseTo(0.2, 9);
    expect(image.windowCenter).toBeCloseTo(0.1, 9);
    expect(fileVoi(frame, image)).toMatchObject({ curve: 'LINEAR_EXACT' });
  });

  it('spreads large and floating point numbers over what a table can be looked up with, keeping their units', () => {
    const dose = frameOf({ '3004000E': { Value: [0.001] }, '30040002': { Value: ['GY'] } });
    const image = grayImage(dose, Uint32Array.of(1000, 71_000_000), undefined);
    const [least, most] = Array.from(image.getPixelData(), (value) => value * image.slope + image.intercept);
    expect([least, most]).toEqual([1, expect.closeTo(71_000, 6)]);
    expect(dose.unit).toBe('GY');

    const map = grayImage(frameOf({}), Float32Array.of(-0.5, NaN, 0.5, Infinity), undefined);
    const values = Array.from(map.getPixelData(), (value) => value * map.slope + map.intercept);
    expect(values[0]).toBe(-0.5);
    expect(values[2]).toBeCloseTo(0.5, 6);
    expect(values[3]).toBeCloseTo(0.5, 6);
  });

  it('keeps 32-bit numbers that span no more than 16 bits as they are', () => {
    const image = grayImage(frameOf({}), Int32Array.of(-100_000, -99_998), undefined);
    expect(Array.from(image.getPixelData(), (value) => value * image.slope + image.intercept)).toEqual([
      -100_000, -99_998,
    ]);
  });

  it('puts the Modality LUT in the place of the slope', async () => {
    const table = { vr: 'SQ', Value: [{ '00283002': { Value: [3, 10, 16] }, '00283006': { Value: [5, 50, 500] } }] };
    const frame = frameOf({ '00283000': table, '00281053': { Value: [7] } });
    const [modality] = await lookupTables(frame.attributes, '00283000', false, NO_BULK);
    const image = grayImage(frame, Uint16Array.of(0, 11), modality);
    expect([...(image.getPixelData() as Uint16Array)]).toEqual([5, 50]);
    expect([image.slope, image.intercept]).toEqual([1, 0]);
  });

  it('shows small values white for MONOCHROME1 and for an inverse presentation', () => {
    expect(frameOf({ '00280004': { Value: ['MONOCHROME1'] } }).isInverted).toBe(true);
    expect(frameOf({ '20500020': { Value: ['INVERSE'] } }).isInverted).toBe(true);
    expect(frameOf({ '20500020': { Value: ['IDENTITY'] } }).isInverted).toBe(false);
  });
});

describe('voiOfViewport', () => {
  it('draws the sigmoid of the standard', () => {
    const frame = frameOf({
      '00281050': { Value: [2] },
      '00281051': { Value: [4] },
      '00281056': { Value: ['SIGMOID'] },
    });
    const image = grayImage(frame, Uint16Array.of(0, 4), undefined);
    const greys = [0, 1, 2, 3, 4].map((value) => 255 / (1 + Math.exp((-4 * (value - 2)) / 4)));
    expect(prepared(frame, image)).toEqual(greys.map((grey) => Math.round(grey)));
    expect(prepared(frame, image, true)).toEqual(greys.map((grey) => Math.round(255 - grey)));
  });

  it('draws by the VOI LUT of a file without a window, and by its window otherwise', async () => {
    const item = { '00283002': { Value: [2, -1, 8] }, '00283006': { Value: [255, 51] } };
    const frame = frameOf({ '00283010': { vr: 'SQ', Value: [item] } });
    const voiTables = await lookupTables(frame.attributes, '00283010', true, NO_BULK);
    const image = { ...grayImage(frame, Int16Array.of(-2, 1), undefined), voiTables };
    expect(fileVoi(frame, image)).toEqual(tableVoi(voiTables[0]));
    expect(prepared(frame, image)).toEqual([255, 255, 51, 51]);
    const windowed = frameOf({ '00281050': { Value: [2] }, '00281051': { Value: [4] } });
    expect(fileVoi(windowed, image)).toMatchObject({ kind: 'window', window: { center: 2, width: 4 } });
  });

  it('gives each table a name of its own, so that a change of tables is drawn', async () => {
    const item = { '00283002': { Value: [2, 0, 8] }, '00283006': { Value: [0, 255] } };
    const frame = frameOf({ '00283010': { vr: 'SQ', Value: [item, { ...item, '00283006': { Value: [255, 0] } }] } });
    const [one, other] = await lookupTables(frame.attributes, '00283010', false, NO_BULK);
    const image = grayImage(frame, Uint16Array.of(0, 1), undefined);
    const [first, second, again] = [one, other, one].map((table) => voiOfViewport(image, tableVoi(table), false));
    expect(first.voiLUT?.id).not.toBe(second.voiLUT?.id);
    expect(first.voiLUT?.id).toBe(again.voiLUT?.id);
  });
});

describe('lookupTables', () => {
  it('reads words and packed bytes, and leaves a table out that is cut off', async () => {
    const binary = (...bytes: number[]) => ({ vr: 'OW', InlineBinary: btoa(String.fromCharCode(...bytes)) });
    const words = { '00283002': { Value: [2, 65535, 16] }, '00283006': binary(1, 2, 3, 4) };
    const packed = { '00283002': { Value: [3, 0, 8] }, '00283006': binary(9, 8, 7, 0) };
    const cut = { '00283002': { Value: [0, 0, 16] }, '00283006': binary(1, 2) };
    const attributes = { '00283000': { vr: 'SQ', Value: [words, packed, cut] } };
    const tables = await lookupTables(attributes, '00283000', true, NO_BULK);
    expect(tables.map(({ first, entries }) => [first, ...entries])).toEqual([
      [-1, 513, 1027],
      [0, 9, 8, 7],
    ]);
  });
});

const COLOUR = { '00280002': { Value: [3] }, '00280100': { Value: [8] } };

describe('colourImage', () => {
  const rgba = (frame: Frame, values: number[], isPlanar = false) => {
    const image = colourImage(frame, { values: Uint8Array.from(values), isPlanar }, frame.pixels);
    return [...(image.getPixelData() as Uint8ClampedArray)];
  };

  it('takes colours by pixel and by plane', () => {
    const frame = frameOf({ ...COLOUR, '00280004': { Value: ['RGB'] } });
    expect(rgba(frame, [1, 2, 3, 4, 5, 6])).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
    expect(rgba(frame, [1, 4, 2, 5, 3, 6], true)).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
  });

  it('turns luminance and colour differences into RGB', () => {
    const full = frameOf({ ...COLOUR, '00280004': { Value: ['YBR_FULL'] } });
    expect(rgba(full, [76, 85, 255, 255, 128, 128])).toEqual([254, 0, 0, 255, 255, 255, 255, 255]);
    const partial = frameOf({ ...COLOUR, '00280004': { Value: ['YBR_PARTIAL_422'] } });
    expect(rgba(partial, [235, 128, 128, 16, 128, 128])).toEqual([255, 255, 255, 255, 0, 0, 0, 255]);
    const insideStream = frameOf({ ...COLOUR, '00280004': { Value: ['YBR_RCT'] } });
    expect(rgba(insideStream, [1, 2, 3, 4, 5, 6])).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
  });

  it('brings 16 bits down to 8', () => {
    const frame = frameOf({ ...COLOUR, '00280004': { Value: ['RGB'] }, '00280100': { Value: [16] } });
    const image = colourImage(
      frame,
      { values: Uint16Array.of(65535, 256, 255, 0, 32768, 4660), isPlanar: false },
      frame.pixels,
    );
    expect([...(image.getPixelData() as Uint8ClampedArray)]).toEqual([255, 1, 0, 255, 0, 128, 18, 255]);
  });

  it('refuses colours that nobody defined', () => {
    const frame = frameOf({ ...COLOUR, '00280004': { Value: ['HSV'] } });
    expect(() => rgba(frame, [1, 2, 3, 4, 5, 6])).toThrow('HSV');
  });
});

describe('paletteImage', () => {
  it('keeps to the first and the last colour outside of the palette', () => {
    const palette = { first: 10, red: Uint8Array.of(1, 2), green: Uint8Array.of(3, 4), blue: Uint8Array.of(5, 6) };
    const image = paletteImage(frameOf({}), Uint16Array.of(9, 12), palette);
    expect([...(image.getPixelData() as Uint8ClampedArray)]).toEqual([1, 3, 5, 255, 2, 4, 6, 255]);
  });
});
