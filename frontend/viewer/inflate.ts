import { damaged } from './decode/samples';

/** Deflate cannot make more of a byte than this (RFC 1951: 258 bytes for two bits). */
const MOST_RATIO = 1032;

/**
 * Undoes Deflated Image Frame Compression (PS3.5 A.4.12, RFC 1951).
 *
 * @param most bytes made, whatever the stream holds
 */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const plain = new Uint8Array(Math.min(most, bytes.byteLength * MOST_RATIO));
  let filled = 0;
  try {
    for (let chunk = await reader.read(); !chunk.done && filled < plain.length; chunk = await reader.read()) {
      const part = chunk.value.subarray(0, plain.length - filled);
      plain.set(part, filled);
      filled += part.length;
    }
  } catch {
    // A padding byte behind the stream is an error to the browser; what came before it is whole.
    if (filled < most) {
      throw damaged();
    }
  }
  await reader.cancel().catch(() => undefined);
  return plain.subarray(0, filled);
}
