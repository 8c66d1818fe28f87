import { binaryOf, type FetchBulk } from './bulk-data';
import { numbers, type DicomJsonDataSet } from './dicom-json';
import { Tag } from './tags';

/** Colours of a PALETTE COLOR image, 8 bits each; `first` is the stored value of entry 0 (PS3.3 C.7.6.3.1.5). */
export interface Palette {
  readonly first: number;
  readonly red: Uint8Array;
  readonly green: Uint8Array;
  readonly blue: Uint8Array;
}

const COLOURS = [
  {
    descriptor: Tag.RedPaletteColorLookupTableDescriptor,
    plain: Tag.RedPaletteColorLookupTableData,
    segmented: Tag.SegmentedRedPaletteColorLookupTableData,
  },
  {
    descriptor: Tag.GreenPaletteColorLookupTableDescriptor,
    plain: Tag.GreenPaletteColorLookupTableData,
    segmented: Tag.SegmentedGreenPaletteColorLookupTableData,
  },
  {
    descriptor: Tag.BluePaletteColorLookupTableDescriptor,
    plain: Tag.BluePaletteColorLookupTableData,
    segmented: Tag.SegmentedBluePaletteColorLookupTableData,
  },
] as const;

/** @param fetch gets the bytes behind a BulkDataURI; tables may be inline too */
export async function readPalette(attributes: DicomJsonDataSet, fetch: FetchBulk): Promise<Palette> {
  const [red, green, blue] = await Promise.all(
    COLOURS.map(async ({ descriptor, plain, segmented }) => {
      const [entries, , bits] = numbers(attributes, descriptor, 3) ?? [];
      const bytes = await binaryOf(attributes[plain], fetch);
      const segments = bytes ? undefined : await binaryOf(attributes[segmented], fetch);
      if (entries === undefined || !(bytes ?? segments)) {
        throw new Error('The image has no colour palette.');
      }
      const count = entries || 65536;
      return bytes ? eightBitTable(bytes, count, bits) : eightBitValues(expandSegments(segments!, count, bits), bits);
    }),
  );
  return { first: numbers(attributes, COLOURS[0].descriptor, 3)?.[1] ?? 0, red, green, blue };
}

/**
 * One colour's table as bytes. Entries of 8 bits lie packed in words or, from some senders, in a word each; entries of
 * 16 bits are brought to 8 unless their values show that they are 8-bit ones in disguise.
 */
export function eightBitTable(bytes: Uint8Array, entries: number, bits: number): Uint8Array {
  const isPacked = bits === 8 && bytes.byteLength < entries * 2;
  if (bytes.byteLength < (isPacked ? entries : entries * 2)) {
    throw new Error('The colour palette of the image is cut off.');
  }
  return isPacked ? bytes.slice(0, entries) : eightBitValues(words(bytes).subarray(0, entries), 16);
}

const DISCRETE = 0;
const LINEAR = 1;
const INDIRECT = 2;

/**
 * A segmented table in full (PS3.3 C.7.9.2): entries as they are, straight lines from the entry before to the value
 * given, and repetitions of segments that lie elsewhere in the data.
 */
export function expandSegments(bytes: Uint8Array, entries: number, bits: number): Uint16Array {
  const data = bits === 8 ? Uint16Array.from(bytes) : words(bytes);
  const table = new Uint16Array(entries);
  let filled = 0;
  const add = (value: number) => {
    if (filled < entries) {
      table[filled++] = value;
    }
  };
  const segment = (at: number, mayRepeat: boolean): number => {
    const [kind, length] = [data[at], data[at + 1]];
    if (kind === DISCRETE && at + 2 + length <= data.length) {
      data.subarray(at + 2, at + 2 + length).forEach(add);
      return at + 2 + length;
    }
    if (kind === LINEAR && at + 3 <= data.length && filled > 0) {
      const [from, to] = [table[filled - 1], data[at + 2]];
      Array.from({ length }, (_, step) => add(Math.round(from + ((to - from) * (step + 1)) / length)));
      return at + 3;
    }
    if (kind === INDIRECT && mayRepeat && at + 4 <= data.length) {
      // The offset counts bytes, its lower half first.
      let place = (data[at + 2] + 65536 * data[at + 3]) / (bits === 8 ? 1 : 2);
      for (let left = length; left > 0; left--) {
        place = segment(place, false);
      }
      return at + 4;
    }
    throw new Error('The colour palette of the image is damaged.');
  };
  for (let at = 0; at + 1 < data.length && filled < entries; ) {
    at = segment(at, true);
  }
  if (filled < entries) {
    throw new Error('The colour palette of the image is cut off.');
  }
  return table;
}

function words(bytes: Uint8Array): Uint16Array {
  return Uint16Array.from({ length: bytes.length >> 1 }, (_, index) => bytes[2 * index] | (bytes[2 * index + 1] << 8));
}

function eightBitValues(values: Uint16Array, bits: number): Uint8Array {
  const isWide = bits > 8 && values.some((value) => value > 255);
  return Uint8Array.from(values, (value) => (isWide ? value >> 8 : value));
}
