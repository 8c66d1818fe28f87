import { describe, expect, it } from 'vitest';
import { number, numbers, readableDate, readablePersonName, readableTime, text } from './dicom-json';

describe('text', () => {
  it('gives the alphabetic group of a name, else another', () => {
    expect(
      text({ '00100010': { vr: 'PN', Value: [{ Alphabetic: 'Yamada^Tarou', Ideographic: '山田^太郎' }] } }, '00100010'),
    ).toBe('Yamada^Tarou');
    expect(text({ '00100010': { vr: 'PN', Value: [{ Ideographic: '山田^太郎' }] } }, '00100010')).toBe('山田^太郎');
  });

  it('is empty for absent, empty and null values', () => {
    expect(['a', 'b', 'c'].map((tag) => text({ a: {}, b: { Value: [null] }, c: { Value: [] } }, tag))).toEqual([
      '',
      '',
      '',
    ]);
  });
});

describe('numbers', () => {
  it('reads numbers and their strings, and nothing that is not finite', () => {
    expect(number({ a: { Value: ['1.5e1'] } }, 'a')).toBe(15);
    expect(number({ a: { Value: ['NaN'] } }, 'a')).toBeUndefined();
    expect(number({ a: { Value: [''] } }, 'a')).toBeUndefined();
    expect(numbers({ a: { Value: [1, 'x'] } }, 'a')).toBeUndefined();
    expect(numbers({ a: { Value: [1] } }, 'a', 2)).toBeUndefined();
  });
});

describe('readable texts', () => {
  it('writes names for people', () => {
    expect(readablePersonName('Doe^Jane^M^Dr^PhD')).toBe('Doe, Dr Jane M PhD');
    expect(readablePersonName('Doe^^^^')).toBe('Doe');
    expect(readablePersonName('^Jane')).toBe('Jane');
  });

  it('writes dates and times, old spellings too', () => {
    expect(readableDate('20251231')).toBe('2025-12-31');
    expect(readableDate('2025.12.31')).toBe('2025-12-31');
    expect(readableDate('unknown')).toBe('unknown');
    expect(readableTime('131502.33')).toBe('13:15');
    expect(readableTime('')).toBe('');
  });
});
