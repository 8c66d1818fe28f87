import { describe, expect, it } from 'vitest';
import { framesOfInstance } from '../frame';
import { Messages } from '../messages';
import { layersNotes } from './layers-notes';
import type { PictureLayers } from './picture-layers';
import { presentationState } from './presentation-state';

const one = (value: unknown) => ({ Value: [value] });

const frame = framesOfInstance(
  { '00080018': one('1.9'), '0020000E': one('1.5'), '00280010': one(10), '00280011': one(10), '7FE00010': {} },
  'https://clinic.example/instances',
)[0];

function notes(own: object, layers: Partial<PictureLayers> = {}, image = '1.9', isIdentified = true): string[] {
  const references = one({ '0020000E': one('1.5'), '00081140': one({ '00081155': one(image) }) });
  const chosen = presentationState({
    '00080016': one('1.2.840.10008.5.1.4.1.1.11.1'),
    '00700080': one('LOOK'),
    '00081115': references,
    ...own,
  });
  const plain = { chosen, isShown: true, failure: undefined, has: () => true, isIncomplete: () => false };
  return layersNotes({ ...plain, ...layers } as unknown as PictureLayers, frame, new Messages(), isIdentified);
}

describe('layersNotes', () => {
  it('names the state that is in use and who saved it', () => {
    expect(notes({})).toEqual(['Shown as saved: LOOK.']);
    expect(notes({ '00700084': one('Roe^Jane') })).toEqual(['Shown as saved: LOOK (Roe, Jane).']);
  });

  it('names nobody where nobody is to be named', () => {
    const own = { '00700084': one('Roe^Jane'), '00700082': one('20240229') };
    expect(notes(own, {}, '1.9', false)).toEqual(['Shown as saved: Presentation state.']);
  });

  it('says when the state is not for this image', () => {
    expect(notes({}, {}, '1.8')[0]).toContain('is not for this image');
  });

  it('says what of the state cannot be done', () => {
    const area = { '00700052': { Value: [1, 1] }, '00700053': { Value: [5, 5] }, '00700100': one('TRUE SIZE') };
    expect(notes({ '0070005A': one(area) })[1]).toContain('true size');
    expect(notes({ '00286100': one({}) })[1]).toContain('mask');
  });

  it('says what is hidden, missing or failed, and nothing of an ordinary picture', () => {
    const none = { chosen: undefined };
    expect(notes({}, { ...none, isShown: false })).toEqual(['Overlays, shutter and graphics are hidden.']);
    expect(notes({}, { ...none, isIncomplete: () => true })).toEqual(['An overlay of this image could not be loaded.']);
    expect(notes({}, { ...none, failure: 'Broken.' })).toEqual(['The saved look could not be applied. Broken.']);
    expect(notes({}, none)).toEqual([]);
  });
});
