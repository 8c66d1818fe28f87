import type { FetchBulk } from './bulk-data';
import type { DicomJsonElement } from './dicom-json';
import type { Frame } from './frame';
import { lookupTables, type LookupTable } from './lookup-table';
import { readPalette, type Palette } from './palette';
import { Tag } from './tags';

/** What all frames of an instance share, by the element that holds it. */
const palettes = new WeakMap<DicomJsonElement, Promise<Palette>>();
const tables = new WeakMap<DicomJsonElement, Promise<LookupTable[]>>();

/** The palette of a PALETTE COLOR image. */
export function paletteOf(frame: Frame, fetch: FetchBulk): Promise<Palette> {
  const { attributes } = frame;
  return once(palettes, attributes[Tag.RedPaletteColorLookupTableDescriptor], () => readPalette(attributes, fetch));
}

/** The Modality LUT, undefined when the frame has none. */
export async function modalityTable(frame: Frame, fetch: FetchBulk): Promise<LookupTable | undefined> {
  return (await sequence(frame, Tag.ModalityLUTSequence, frame.pixels.isSigned, fetch))[0];
}

/** The VOI LUTs. Their input is what the modality LUT gives, which is signed where it can be negative. */
export function voiTables(frame: Frame, fetch: FetchBulk): Promise<LookupTable[]> {
  const isSigned = frame.pixels.isSigned || frame.rescaleIntercept < 0;
  return sequence(frame, Tag.VOILUTSequence, isSigned, fetch);
}

function sequence(frame: Frame, tag: string, isSigned: boolean, fetch: FetchBulk): Promise<LookupTable[]> {
  return once(tables, frame.attributes[tag], () => lookupTables(frame.attributes, tag, isSigned, fetch));
}

/** Read once; a failure is forgotten, so that the next frame tries again. */
function once<T>(
  known: WeakMap<DicomJsonElement, Promise<T>>,
  element: DicomJsonElement | undefined,
  read: () => Promise<T>,
): Promise<T> {
  if (!element) {
    return read();
  }
  const found = known.get(element) ?? read();
  known.set(element, found);
  found.catch(() => known.delete(element));
  return found;
}
