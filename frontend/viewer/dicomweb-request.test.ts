import { describe, expect, it } from 'vitest';
import { bytesOf } from './dicomweb-request';

/** A body that comes in pieces. */
function answer(pieces: readonly string[], headers: Record<string, string>, type?: 'bytes'): Response {
  const left = [...pieces];
  const source = {
    type,
    pull: (controller: ReadableByteStreamController | ReadableStreamDefaultController) => {
      const piece = left.shift();
      if (piece === undefined) {
        controller.close();
        (controller as ReadableByteStreamController).byobRequest?.respond(0);
      } else {
        controller.enqueue(new TextEncoder().encode(piece));
      }
    },
  };
  return new Response(new ReadableStream(source as UnderlyingByteSource), { headers });
}

const words = async (response: Response) => new TextDecoder().decode(await bytesOf(response));

describe('bytesOf', () => {
  it('puts the pieces one behind the other', async () => {
    expect(await words(answer(['one ', 'two ', 'three'], { 'Content-Length': '13' }, 'bytes'))).toBe('one two three');
  });

  it('reads what has no length, another one after it was unpacked, or cannot be read into a buffer', async () => {
    expect(await words(answer(['one ', 'two'], {}, 'bytes'))).toBe('one two');
    const packed = { 'Content-Length': '3', 'Content-Encoding': 'gzip' };
    expect(await words(answer(['one ', 'two'], packed, 'bytes'))).toBe('one two');
    expect(await words(answer(['one ', 'two'], { 'Content-Length': '7' }))).toBe('one two');
    expect(await words(answer([], { 'Content-Length': '0' }, 'bytes'))).toBe('');
  });

  it('takes no part for the whole', async () => {
    await expect(bytesOf(answer(['one'], { 'Content-Length': '7' }, 'bytes'))).rejects.toThrow('3 of 7 bytes');
  });
});
