import { describe, expect, it } from 'vitest';
import { Messages } from './messages';
import { countText, holding } from './series-holding';

const object = (sopClass: string, own: object = {}) => ({ '00080016': { Value: [sopClass] }, ...own });

describe('holding', () => {
  it.each([
    ['CT', 'images'],
    ['', 'images'],
    ['SR', 'reports'],
    ['PR', 'looks'],
    ['DOC', 'documents'],
    ['RTPLAN', 'objects'],
  ])('of the modality %s is %s', (modality, expected) => {
    expect(holding(modality, undefined)).toBe(expected);
  });

  it.each([
    ['a PDF', object('1.2.840.10008.5.1.4.1.1.104.1'), 'documents'],
    ['a report', object('1.2.840.10008.5.1.4.1.1.88.11'), 'reports'],
    ['a video', object('1.2.840.10008.5.1.4.1.1.77.1.1.1', { '00280004': { Value: ['YBR_PARTIAL_420'] } }), 'videos'],
    ['something new', object('1.2.3'), 'objects'],
  ])('is told by the object where it is known: %s', (_, known, expected) => {
    expect(holding('OT', known)).toBe(expected);
  });
});

describe('countText', () => {
  const messages = new Messages();

  it('counts in the word that fits', () => {
    expect(countText(1, 'reports', messages)).toBe('1 report');
    expect(countText(3, 'looks', messages)).toBe('3 saved looks');
    expect(countText(0, 'images', messages)).toBe('0 images');
    expect(countText(undefined, 'images', messages)).toBe('');
  });
});
