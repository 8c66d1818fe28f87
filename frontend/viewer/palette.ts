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
  [Tag.RedPaletteColorLookupTableDescriptor, Tag.RedPaletteColorLookupTableData],
  [Tag.GreenPaletteColorLookupTableDescriptor, Tag.GreenPaletteColorLookupTableData],
  [Tag.BluePaletteColorLookupTableDescriptor, Tag.BluePaletteColorLookupTableData],
] as const;

/** @param fetchBulk gets the bytes behind a BulkDataURI; tables may be inline too */
export async function readPalette(
  attributes: DicomJsonDataSet,
  fetchBulk: (uri: string) => Promise<Uint8Array>,
): Promise<Palette> {
  const [red, green, blue] = await Promise.all(
    COLOURS.map(async ([descriptor, data]) => {
      const [entries, , bits] = numbers(attributes, descriptor, 3) ?? [];
      const element = attributes[data];
      const bytes = element?.InlineBinary
        ? fromBase64(element.InlineBinary)
        : element?.BulkDataURI && (await fetchBulk(element.BulkDataURI));
      if (entries === undefined || !bytes) {
        throw new Error('The image has no colour palette.');
      }
      return eightBitTable(bytes, entries || 65536, bits);
    }),
  );
  return { first: numbers(attributes, COLOURS[0][0], 3)?.[1] ?? 0, red, green, blue };
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
  if (isPacked) {
    return bytes.slice(0, entries);
  }
  const words = Array.from({ length: entries }, (_, index) => bytes[2 * index] | (bytes[2 * index + 1] << 8));
  const isWide = words.some((word) => word > 255);
  return Uint8Array.from(words, (word) => (isWide ? word >> 8 : word));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
