import { describe, expect, it } from 'vitest';
import { nativeLength, nativeSamples } from './native-samples';
import type { PixelFormat } from './pixel-format';
import { storedValues } from './stored-values';

const GRAY_16: PixelFormat = {
  rows: 1,
  columns: 3,
  samplesPerPixel: 1,
  photometricInterpretation: 'MONOCHROME2',
  planarConfiguration: 0,
  bitsAllocated: 16,
  bitsStored: 16,
  highBit: 15,
  isSigned: false,
  vr: 'OW',
};

function valuesOf(bytes: Uint8Array<ArrayBuffer>, pixels: PixelFormat): number[] {
  return [...storedValues(nativeSamples(bytes, pixels).values, pixels, true)];
}

describe('nativeSamples', () => {
  it('reads little-endian words, signed or not', () => {
    expect(valuesOf(Uint8Array.of(1, 0, 0, 1, 255, 255), GRAY_16)).toEqual([1, 256, 65535]);
    expect(valuesOf(Uint8Array.of(0, 252, 255, 255, 10, 0), { ...GRAY_16, isSigned: true })).toEqual([-1024, -1, 10]);
  });

  it('reads big-endian words, and bytes that lie in them', () => {
    expect([...nativeSamples(Uint8Array.of(0, 1, 1, 0, 255, 254), GRAY_16, true).values]).toEqual([1, 256, 65534]);
    const bytes = { ...GRAY_16, bitsAllocated: 8, bitsStored: 8, highBit: 7 };
    expect([...nativeSamples(Uint8Array.of(2, 1, 0, 3), bytes, true).values]).toEqual([1, 2, 3]);
    expect([...nativeSamples(Uint8Array.of(1, 2, 3, 0), { ...bytes, vr: 'OB' }, true).values]).toEqual([1, 2, 3]);
  });

  it('does not copy words at an even place and copies them at an odd one', () => {
    const answer = Uint8Array.of(9, 9, 1, 0, 2, 0, 3, 0, 0);
    expect(nativeSamples(answer.subarray(2), GRAY_16).values.buffer).toBe(answer.buffer);
    expect([...nativeSamples(answer.subarray(1), { ...GRAY_16, columns: 2 }).values]).toEqual([0x0109, 0x0200]);
  });

  it('reads floating point numbers', () => {
    const bytes = new Uint8Array(new Float32Array([0.25, -2, NaN]).buffer);
    expect([...nativeSamples(bytes, { ...GRAY_16, bitsAllocated: 32, vr: 'OF' }).values]).toEqual([0.25, -2, NaN]);
  });

  it('unpacks single bits, the first pixel from the lowest bit', () => {
    const bits = { ...GRAY_16, columns: 8, bitsAllocated: 1, bitsStored: 1, highBit: 0 };
    expect(valuesOf(Uint8Array.of(0b1000_0011), bits)).toEqual([1, 1, 0, 0, 0, 0, 0, 1]);
  });

  it('gives each pixel the colour that two share', () => {
    const pair = { ...GRAY_16, columns: 2, samplesPerPixel: 3, bitsAllocated: 8, bitsStored: 8, highBit: 7 };
    const subsampled = { ...pair, photometricInterpretation: 'YBR_FULL_422' };
    expect(nativeLength(subsampled)).toBe(4);
    expect([...nativeSamples(Uint8Array.of(10, 20, 1, 2), subsampled).values]).toEqual([10, 1, 2, 20, 1, 2]);
  });

  it('refuses a frame that is cut off', () => {
    expect(() => nativeSamples(Uint8Array.of(1, 0, 2, 0), GRAY_16)).toThrow('4 of 6 bytes');
  });

  it('refuses what is claimed to be larger than any memory before making room for it', () => {
    expect(() => nativeSamples(Uint8Array.of(1, 0), { ...GRAY_16, rows: 65535, columns: 65535 })).toThrow('cut off');
  });
});

describe('storedValues', () => {
  it('clears overlay bits above the stored ones', () => {
    const twelve = { ...GRAY_16, bitsStored: 12, highBit: 11 };
    expect(valuesOf(Uint8Array.of(1, 0x10, 255, 0x0f, 0, 0), twelve)).toEqual([1, 4095, 0]);
  });

  it('leaves the answer of the server as it came', () => {
    const twelve = { ...GRAY_16, bitsStored: 12, highBit: 11 };
    const answer = Uint8Array.of(1, 0x10, 255, 0x0f, 0, 0);
    expect(valuesOf(answer, twelve)).toEqual([1, 4095, 0]);
    expect([...answer]).toEqual([1, 0x10, 255, 0x0f, 0, 0]);
  });

  it('takes the sign from the highest stored bit', () => {
    const twelve = { ...GRAY_16, bitsStored: 12, highBit: 11, isSigned: true };
    expect(valuesOf(Uint8Array.of(255, 0x0f, 0, 0x08, 5, 0), twelve)).toEqual([-1, -2048, 5]);
  });

  it('moves values down that are kept in the upper bits', () => {
    const upper = { ...GRAY_16, bitsStored: 12, highBit: 15 };
    expect(valuesOf(Uint8Array.of(0x10, 0, 0xf0, 0xff, 0, 0), upper)).toEqual([1, 4095, 0]);
  });

  it('gives the decoded bits of a signed image their sign', () => {
    const twelve = { ...GRAY_16, bitsStored: 12, highBit: 11, isSigned: true };
    expect([...storedValues(Uint16Array.of(0x0fff, 5), twelve, false)]).toEqual([-1, 5]);
  });

  it('reads signed bytes', () => {
    const bytes = { ...GRAY_16, bitsAllocated: 8, bitsStored: 8, highBit: 7, isSigned: true };
    expect(valuesOf(Uint8Array.of(255, 1, 128), bytes)).toEqual([-1, 1, -128]);
  });
});

describe('nativeLength', () => {
  it('counts the bytes of frames whose bits do not fill the last one', () => {
    expect(nativeLength({ ...GRAY_16, bitsAllocated: 1 })).toBe(1);
    expect(nativeLength({ ...GRAY_16, samplesPerPixel: 3, bitsAllocated: 8 })).toBe(9);
  });
});
