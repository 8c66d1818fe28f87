import { describe, expect, it } from 'vitest';
import type { PixelFormat } from './frame';
import { isPlainGray, nativeLength, nativePixels } from './native-pixels';

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
};

describe('nativePixels', () => {
  it('reads little-endian words with their range', () => {
    const { values, min, max } = nativePixels(Uint8Array.of(1, 0, 0, 1, 255, 255), GRAY_16);
    expect([...values]).toEqual([1, 256, 65535]);
    expect([min, max]).toEqual([1, 65535]);
  });

  it('reads signed words', () => {
    const { values, min } = nativePixels(Uint8Array.of(0, 252, 255, 255, 10, 0), { ...GRAY_16, isSigned: true });
    expect([...values]).toEqual([-1024, -1, 10]);
    expect(min).toBe(-1024);
  });

  it('does not copy words at an even place and copies them at an odd one', () => {
    const answer = Uint8Array.of(9, 9, 1, 0, 2, 0, 3, 0, 0);
    expect(nativePixels(answer.subarray(2), GRAY_16).values.buffer).toBe(answer.buffer);
    expect([...nativePixels(answer.subarray(1), { ...GRAY_16, columns: 2 }).values]).toEqual([0x0109, 0x0200]);
  });

  it('clears overlay bits above the stored ones', () => {
    const twelve = { ...GRAY_16, bitsStored: 12, highBit: 11 };
    expect([...nativePixels(Uint8Array.of(1, 0x10, 255, 0x0f, 0, 0), twelve).values]).toEqual([1, 4095, 0]);
  });

  it('takes the sign from the highest stored bit', () => {
    const twelve = { ...GRAY_16, bitsStored: 12, highBit: 11, isSigned: true };
    expect([...nativePixels(Uint8Array.of(255, 0x0f, 0, 0x08, 5, 0), twelve).values]).toEqual([-1, -2048, 5]);
  });

  it('reads signed bytes', () => {
    const bytes = { ...GRAY_16, bitsAllocated: 8, bitsStored: 8, highBit: 7, isSigned: true };
    expect([...nativePixels(Uint8Array.of(255, 1, 128), bytes).values]).toEqual([-1, 1, -128]);
  });

  it('unpacks single bits, the first pixel from the lowest bit', () => {
    const bits = { ...GRAY_16, columns: 8, bitsAllocated: 1, bitsStored: 1, highBit: 0 };
    expect(isPlainGray(bits)).toBe(true);
    expect([...nativePixels(Uint8Array.of(0b1000_0011), bits).values]).toEqual([1, 1, 0, 0, 0, 0, 0, 1]);
  });

  it('refuses a frame that is cut off', () => {
    expect(() => nativePixels(Uint8Array.of(1, 0, 2, 0), GRAY_16)).toThrow('4 of 6 bytes');
  });
});

describe('isPlainGray', () => {
  it('leaves colour, floats, single bits and shifted bits to the decoder', () => {
    expect(isPlainGray(GRAY_16)).toBe(true);
    expect(isPlainGray({ ...GRAY_16, photometricInterpretation: 'PALETTE COLOR' })).toBe(false);
    expect(isPlainGray({ ...GRAY_16, samplesPerPixel: 3, photometricInterpretation: 'RGB' })).toBe(false);
    expect(isPlainGray({ ...GRAY_16, bitsAllocated: 32 })).toBe(false);
    expect(isPlainGray({ ...GRAY_16, bitsAllocated: 1, bitsStored: 1, highBit: 0 })).toBe(false);
    expect(isPlainGray({ ...GRAY_16, bitsStored: 12, highBit: 15 })).toBe(false);
  });

  it('counts the bytes of frames whose bits do not fill the last one', () => {
    expect(nativeLength({ ...GRAY_16, bitsAllocated: 1 })).toBe(1);
    expect(nativeLength({ ...GRAY_16, samplesPerPixel: 3, bitsAllocated: 8 })).toBe(9);
  });
});
