import { describe, expect, it } from 'vitest';
import { eightBitTable, expandSegments, readPalette } from './palette';

const table = (...bytes: number[]) => ({ vr: 'OW', InlineBinary: btoa(String.fromCharCode(...bytes)) });
const descriptor = (...Value: number[]) => ({ vr: 'US', Value });

describe('readPalette', () => {
  it('reads inline and bulk tables', async () => {
    const attributes = {
      '00281101': descriptor(2, 10, 16),
      '00281102': descriptor(2, 10, 16),
      '00281103': descriptor(2, 10, 16),
      '00281201': table(0, 0, 0, 255),
      '00281202': table(0, 128, 0, 64),
      '00281203': { BulkDataURI: '/bulk/blue' },
    };
    const palette = await readPalette(attributes, async (uri) =>
      uri === '/bulk/blue' ? Uint8Array.of(0, 1, 0, 2) : Uint8Array.of(),
    );
    expect(palette).toEqual({
      first: 10,
      red: Uint8Array.of(0, 255),
      green: Uint8Array.of(128, 64),
      blue: Uint8Array.of(1, 2),
    });
  });

  it('says when there is none', async () => {
    await expect(readPalette({}, async () => Uint8Array.of())).rejects.toThrow('no colour palette');
  });
});

describe('eightBitTable', () => {
  it('reads packed 8-bit entries and 8-bit entries in words', () => {
    expect(eightBitTable(Uint8Array.of(1, 2, 3, 0), 3, 8)).toEqual(Uint8Array.of(1, 2, 3));
    expect(eightBitTable(Uint8Array.of(1, 0, 2, 0), 2, 8)).toEqual(Uint8Array.of(1, 2));
  });

  it('keeps 8-bit values that are declared as 16-bit ones', () => {
    expect(eightBitTable(Uint8Array.of(7, 0, 200, 0), 2, 16)).toEqual(Uint8Array.of(7, 200));
  });

  it('refuses a table that is cut off', () => {
    expect(() => eightBitTable(Uint8Array.of(1, 2), 256, 16)).toThrow('cut off');
  });
});

describe('expandSegments', () => {
  const words = (...values: number[]) => new Uint8Array(new Uint16Array(values).buffer);

  it('takes entries, draws lines and repeats segments', () => {
    const data = words(0, 2, 100, 200, 1, 4, 600, 2, 1, 0, 0);
    expect([...expandSegments(data, 8, 16)]).toEqual([100, 200, 300, 400, 500, 600, 100, 200]);
  });

  it('refuses data that end too early, name no segment or repeat repetitions', () => {
    expect(() => expandSegments(words(0, 1, 7), 2, 16)).toThrow('cut off');
    expect(() => expandSegments(words(9, 1, 7), 2, 16)).toThrow('damaged');
    expect(() => expandSegments(words(0, 1, 7, 2, 1, 6, 0), 2, 16)).toThrow('damaged');
  });
});
