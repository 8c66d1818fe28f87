// @vitest-environment happy-dom
import { render } from 'lit';
import { describe, expect, it } from 'vitest';
import type { DicomJsonDataSet } from './dicom-json';
import { framesOfInstance } from './frame';
import { Messages } from './messages';
import { noteStrip, pictureNotes, stackNotes } from './picture-notes';

const TABLE = { vr: 'SQ', Value: [{ '00283006': { vr: 'US', Value: [0, 1] } }] };

function notesOf(more: DicomJsonDataSet): string[] {
  const [frame] = framesOfInstance(
    {
      '00080018': { Value: ['1'] },
      '00280010': { Value: [2] },
      '00280011': { Value: [2] },
      '7FE00010': { vr: 'OW' },
      ...more,
    },
    '/instances',
  );
  return pictureNotes(frame, new Messages());
}

describe('pictureNotes', () => {
  it('is silent about a picture that is shown as the file asks', () => {
    expect(notesOf({ '00281056': { Value: ['LINEAR'] } })).toEqual([]);
    expect(notesOf({ '00283000': { vr: 'SQ' }, '00283010': { vr: 'SQ', Value: [] } })).toEqual([]);
  });

  it('tells that a sigmoid curve is drawn as a straight line', () => {
    expect(notesOf({ '00281056': { Value: ['SIGMOID'] } })).toEqual([
      'Shown with a linear window; the file asks for a sigmoid curve.',
    ]);
  });

  it('tells of each lookup table that is not applied', () => {
    expect(notesOf({ '00283000': TABLE })).toEqual([expect.stringContaining('its grey values are not the intended')]);
    expect(notesOf({ '00283010': TABLE })).toEqual([expect.stringContaining('its contrast may differ')]);
    expect(notesOf({ '00283000': TABLE, '00283010': TABLE })).toHaveLength(2);
  });

  it('finds the table of a single frame in its functional group', () => {
    const window = { vr: 'SQ', Value: [{ '00283010': TABLE }] };
    expect(notesOf({ '52009230': { vr: 'SQ', Value: [{ '00289132': window }] } })).toHaveLength(1);
  });

  it('is silent about colour, which no window is applied to', () => {
    expect(notesOf({ '00280004': { Value: ['RGB'] }, '00281056': { Value: ['SIGMOID'] } })).toEqual([]);
  });
});

describe('stackNotes', () => {
  it('tells how many images are shown when some are left out, and nothing else', () => {
    expect(stackNotes(10_000, 5, new Messages())).toEqual([
      'This series claims 10005 images; only 10000 of them are shown.',
    ]);
    expect(stackNotes(10_000, 0, new Messages())).toEqual([]);
  });
});

describe('noteStrip', () => {
  it('shows every note and takes no place without any', () => {
    const place = document.createElement('div');
    render(noteStrip(['One.', 'Two.']), place);
    expect([...place.querySelectorAll('.notes p')].map((note) => note.textContent?.trim())).toEqual(['One.', 'Two.']);
    render(noteStrip([]), place);
    expect(place.children).toHaveLength(0);
  });
});
