// @vitest-environment happy-dom
import { render } from 'lit';
import { describe, expect, it } from 'vitest';
import { Messages } from './messages';
import { noteStrip, pictureNotes, stackNotes } from './picture-notes';

describe('pictureNotes', () => {
  const messages = new Messages();

  it('is silent about a picture of the stored frame', () => {
    expect(pictureNotes({}, messages)).toEqual([]);
  });

  it('tells what the server has done to the picture', () => {
    expect(pictureNotes({ origin: 'decoded-by-server' }, messages)).toEqual([
      'This browser cannot decode this image; the server has decoded it.',
    ]);
    expect(pictureNotes({ origin: 'rendered-by-server' }, messages)).toEqual([
      'Picture rendered by the server; grey values cannot be measured.',
    ]);
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
