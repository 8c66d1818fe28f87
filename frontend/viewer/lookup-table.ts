import { binaryOf, type FetchBulk } from './bulk-data';
import { items, numbers, text, type DicomJsonDataSet } from './dicom-json';
import { Tag } from './tags';

/** A table of the Modality LUT or the VOI LUT Sequence (PS3.3 C.11.1.1 and C.11.2.1.1). */
export interface LookupTable {
  /** The value that entry 0 is for; smaller ones take entry 0 too, and those beyond the last entry the last. */
  readonly first: number;
  /** Bits of an entry. */
  readonly bits: number;
  readonly entries: Uint16Array;
  readonly explanation: string;
}

export function lookUp({ first, entries }: LookupTable, value: number): number {
  return entries[Math.min(entries.length - 1, Math.max(0, Math.round(value) - first))];
}

/** The tables of a sequence; one that is incomplete is left out, since a part of a table would falsify the picture. */
export async function lookupTables(
  attributes: DicomJsonDataSet,
  sequence: string,
  isSigned: boolean,
  fetch: FetchBulk,
): Promise<LookupTable[]> {
  const tables = await Promise.all(items(attributes, sequence).map((item) => lookupTable(item, isSigned, fetch)));
  return tables.filter((table) => table !== undefined);
}

async function lookupTable(
  item: DicomJsonDataSet,
  isSigned: boolean,
  fetch: FetchBulk,
): Promise<LookupTable | undefined> {
  const [declared, first, bits] = numbers(item, Tag.LUTDescriptor, 3) ?? [];
  if (declared === undefined || first === undefined) {
    return undefined;
  }
  const count = declared || 65536;
  const entries = await entriesOf(item, count, fetch);
  if (!entries || entries.length < count) {
    return undefined;
  }
  const widest = Math.ceil(Math.log2(entries.reduce((most, entry) => Math.max(most, entry), 1) + 1));
  return {
    // The first value has the sign of the pixels, which the VR in the file does not always tell.
    first: isSigned && first > 32767 ? first - 65536 : first,
    bits: Math.max(bits >= 8 && bits <= 16 ? bits : 16, widest),
    entries: entries.subarray(0, count),
    explanation: text(item, Tag.LUTExplanation),
  };
}

/** Entries are numbers, or words in binary, or bytes packed into words. */
async function entriesOf(item: DicomJsonDataSet, count: number, fetch: FetchBulk): Promise<Uint16Array | undefined> {
  const values = numbers(item, Tag.LUTData);
  if (values) {
    return Uint16Array.from(values);
  }
  const bytes = await binaryOf(item[Tag.LUTData], fetch);
  if (!bytes) {
    return undefined;
  }
  if (bytes.length < 2 * count) {
    return Uint16Array.from(bytes);
  }
  return Uint16Array.from({ length: count }, (_, index) => bytes[2 * index] | (bytes[2 * index + 1] << 8));
}
