import { describe, expect, it } from 'vitest';
import { wrapped } from './text-on-picture';

const lines = (text: string, most: number) => wrapped(text, most, (part) => part.length);

describe('wrapped', () => {
  it('goes on in the next line where the room ends', () => {
    expect(lines('Shown as saved: Bone', 8)).toEqual(['Shown as', 'saved:', 'Bone']);
    expect(lines('Shown as saved', 99)).toEqual(['Shown as saved']);
  });

  it('keeps every word, and a long one whole', () => {
    expect(lines('a pneumonoultramicroscopic b', 5)).toEqual(['a', 'pneumonoultramicroscopic', 'b']);
    expect(lines('', 5)).toEqual(['']);
  });
});
