import { describe, expect, it } from 'vitest';
import { isVideo, storedObject } from './stored-object';

const sopClass = (part: string) => ({ '00080016': { Value: [`1.2.840.10008.5.1.4.1.1.${part}`] } });

describe('storedObject', () => {
  it.each([
    ['104.1', 'object.pdf'],
    ['104.2', 'object.cda'],
    ['88.33', 'object.report'],
    ['88.59', 'object.keyImages'],
    ['9.1.1', 'object.waveform'],
    ['11.1', 'object.presentation'],
    ['481.3', 'object.structures'],
    ['481.5', 'object.radiotherapy'],
    ['66.1', 'object.registration'],
    ['67', 'object.valueMap'],
    ['2', 'object.other'],
  ])('knows the kind of %s', (part, kind) => {
    expect(storedObject(sopClass(part)).kind).toBe(kind);
  });

  it('tells its name and when it was made', () => {
    const object = storedObject({
      ...sopClass('104.1'),
      '00420010': { Value: ['Discharge letter'] },
      '0008103E': { Value: ['Scanned'] },
      '00080023': { Value: ['20240229'] },
      '00080033': { Value: ['235930'] },
    });
    expect(object).toMatchObject({ title: 'Discharge letter', made: '2024-02-29 23:59' });
  });

  it('has a document only where there is one', () => {
    expect(storedObject(sopClass('88.11')).document).toBeUndefined();
    const pdf = { '00420011': { BulkDataURI: '/bulk' }, '00420012': { Value: ['application/PDF'] } };
    expect(storedObject(pdf).document).toEqual({ mimeType: 'application/pdf', element: { BulkDataURI: '/bulk' } });
  });

  it('knows a film by its colours, which pictures never have', () => {
    expect(isVideo({ '00280004': { Value: ['YBR_PARTIAL_420'] } })).toBe(true);
    expect(isVideo({ ...sopClass('77.1.1.1'), '00280004': { Value: ['YBR_FULL_422'] } })).toBe(false);
  });
});
