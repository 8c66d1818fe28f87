import { describe, expect, it } from 'vitest';
import { mediaTypeParameters, onlyPart } from './multipart';
import { isNative, transferSyntaxOf } from './transfer-syntax';

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function text(body: Uint8Array): string {
  return String.fromCharCode(...body);
}

describe('onlyPart', () => {
  it('gives headers and body', () => {
    const part = onlyPart(
      bytes('--b0\r\nContent-Type: application/octet-stream\r\nContent-Length: 4\r\n\r\nabcd\r\n--b0--\r\n'),
    );
    expect(part.headers.get('content-type')).toBe('application/octet-stream');
    expect(text(part.body)).toBe('abcd');
  });

  it('skips a preamble and tolerates a missing end of line', () => {
    expect(text(onlyPart(bytes('\r\n--b\r\nA: 1\r\n\r\nxy\r\n--b--')).body)).toBe('xy');
  });

  it('keeps bytes that look like a boundary inside the body', () => {
    const body = 'pixels\r\n--b0 and --b0-- and \r\n\r\n more';
    expect(text(onlyPart(bytes(`--b0\r\nA: 1\r\n\r\n${body}\r\n--b0--`)).body)).toBe(body);
  });

  it('does not copy the body', () => {
    const all = bytes('--b\r\nA: 1\r\n\r\nabcd\r\n--b--');
    expect(onlyPart(all).body.buffer).toBe(all.buffer);
  });

  it.each([
    ['no boundary at all', 'just text'],
    ['headers without an end', '--b\r\nContent-Type: x'],
    ['a body without an end', '--b\r\nA: 1\r\n\r\nabcd'],
    ['nothing', ''],
  ])('refuses %s with a reason', (_, answer) => {
    expect(() => onlyPart(bytes(answer))).toThrow(/answer of the server/);
  });
});

describe('mediaTypeParameters', () => {
  it('reads quoted and plain values', () => {
    const parameters = mediaTypeParameters(
      'multipart/related; type="application/octet-stream";Boundary=x-1; transfer-syntax=1.2.3',
    );
    expect(Object.fromEntries(parameters)).toEqual({
      type: 'application/octet-stream',
      boundary: 'x-1',
      'transfer-syntax': '1.2.3',
    });
  });
});

describe('transferSyntaxOf', () => {
  it('believes the part before the answer', () => {
    expect(
      transferSyntaxOf('application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1', 'multipart/related', true),
    ).toBe('1.2.840.10008.1.2.1');
    expect(
      transferSyntaxOf('application/octet-stream', 'multipart/related; transfer-syntax=1.2.840.10008.1.2.5', false),
    ).toBe('1.2.840.10008.1.2.5');
  });

  it('finds it inside a quoted type, as Orthanc writes it', () => {
    const answer =
      'multipart/related; type="application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.70"; boundary=x';
    expect(transferSyntaxOf('application/octet-stream', answer, false)).toBe('1.2.840.10008.1.2.4.70');
  });

  it('does not take the star of the request for a syntax', () => {
    expect(transferSyntaxOf('application/octet-stream; transfer-syntax=*', '', true)).toBe('1.2.840.10008.1.2.1');
  });

  it('knows what image types mean', () => {
    expect(transferSyntaxOf('image/jp2', 'multipart/related', false)).toBe('1.2.840.10008.1.2.4.90');
  });

  it('refuses to guess how a compressed frame is compressed', () => {
    expect(() => transferSyntaxOf('application/octet-stream', 'multipart/related', false)).toThrow(/compressed/);
  });

  it('counts big endian as native too', () => {
    expect(isNative('1.2.840.10008.1.2.1')).toBe(true);
    expect(isNative('1.2.840.10008.1.2.2')).toBe(true);
    expect(isNative('1.2.840.10008.1.2.4.90')).toBe(false);
  });
});
