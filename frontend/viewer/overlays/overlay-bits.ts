import { binaryOf, type FetchBulk } from '../bulk-data';
import type { DicomJsonElement } from '../dicom-json';
import type { SampleArray } from '../decode/samples';
import type { OverlayPlane } from './overlay-plane';

/** Bits of a plane in the pixel data by the group of its attributes, eight in a byte, lowest first. */
export type EmbeddedOverlays = ReadonlyMap<number, Uint8Array>;

/** What all frames of an instance share, by the element that holds it. */
const fetched = new WeakMap<DicomJsonElement, Promise<Uint8Array | undefined>>();

/** Overlay Data, fetched once; a failure is forgotten, so that the next look tries again. */
export function overlayData(element: DicomJsonElement, fetch: FetchBulk): Promise<Uint8Array | undefined> {
  const found = fetched.get(element) ?? binaryOf(element, fetch);
  fetched.set(element, found);
  found.catch(() => fetched.delete(element));
  return found;
}

/** Bits from `bit` on; 0 beyond the end of the data, so that a plane cut short is shown as far as it goes. */
export function bitAt(bits: Uint8Array, bit: number): number {
  return ((bits[bit >> 3] ?? 0) >> (bit & 7)) & 1;
}

/** Where the bits of a frame of the plane begin; frames follow each other without a gap (PS3.3 C.9.2.1.2). */
export function firstBit({ rows, columns }: OverlayPlane, place: number): number {
  return place * rows * columns;
}

/**
 * Planes in the bits of the pixel data that hold no sample (PS3.5 8.1.2 of 2004, retired).
 *
 * @param words as they lie in the file
 */
export function embeddedOverlays(planes: readonly OverlayPlane[], words: SampleArray): EmbeddedOverlays | undefined {
  const inPixels = planes.filter(({ bitPosition }) => bitPosition > 0 && bitPosition < 8 * words.BYTES_PER_ELEMENT);
  if (inPixels.length === 0 || words instanceof Float32Array || words instanceof Float64Array) {
    return undefined;
  }
  return new Map(inPixels.map(({ group, bitPosition }) => [group, bitsOf(words, bitPosition)]));
}

function bitsOf(words: SampleArray, position: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(words.length / 8));
  for (let index = 0; index < words.length; index++) {
    bits[index >> 3] |= ((words[index] >> position) & 1) << (index & 7);
  }
  return bits;
}
