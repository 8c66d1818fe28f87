import { describe, expect, it } from 'vitest';
import { wrapped } from './film';

const bytes = (...values: number[]) => new Blob([Uint8Array.from(values)], { type: 'text/html' });

describe('wrapped', () => {
  it.each([
    ['MP4', [0, 0, 0, 32, 0x66, 0x74, 0x79, 0x70, 0x69], 'video/mp4', 'mp4'],
    ['MPEG program stream', [0, 0, 1, 0xba, 0x21], 'video/mpeg', 'mpg'],
    ['MPEG video', [0, 0, 1, 0xb3], 'video/mpeg', 'mpg'],
    ['MPEG transport stream', [0x47, 0x40], 'video/mp2t', 'ts'],
    ['a page', [0x3c, 0x68, 0x74, 0x6d, 0x6c], 'application/octet-stream', 'bin'],
    ['nothing', [], 'application/octet-stream', 'bin'],
  ])('knows %s by its first bytes, whatever the server calls it', async (_, head, type, extension) => {
    const film = await wrapped(bytes(...head));
    expect(film.extension).toBe(extension);
    expect(film.blob.type).toBe(type);
    expect(film.blob.size).toBe(head.length);
  });
});
