import { cornerstone } from './cornerstone';
import { text } from './dicom-json';
import type { Frame } from './frame';
import { Tag } from './tags';

/** Frames by the id under which Cornerstone and its loader ask for their metadata, with how many hold them. */
const frames = new Map<string, { readonly frame: Frame; readonly holders: number }>();

cornerstone.metaData.addProvider((type, imageId) => {
  const known = frames.get(imageId);
  return known && MODULES[type]?.(known.frame);
}, 100);

/** Makes frames known until `forgetFrames` was called as often. */
export function registerFrames(known: readonly Frame[]): void {
  for (const frame of known) {
    frames.set(frame.imageId, { frame, holders: (frames.get(frame.imageId)?.holders ?? 0) + 1 });
  }
}

export function forgetFrames(known: readonly Frame[]): void {
  for (const { imageId } of known) {
    const entry = frames.get(imageId);
    if (entry && entry.holders > 1) {
      frames.set(imageId, { ...entry, holders: entry.holders - 1 });
    } else {
      frames.delete(imageId);
    }
  }
}

/** Undefined for a picture that does not come from a file. */
export function findFrame(imageId: string): Frame | undefined {
  return frames.get(imageId)?.frame;
}

export function knownFrame(imageId: string): Frame {
  const known = frames.get(imageId);
  if (!known) {
    throw new Error(`No metadata for ${imageId}`);
  }
  return known.frame;
}

/** What cornerstone-tools asks for. */
const MODULES: Readonly<Record<string, (frame: Frame) => object>> = {
  imagePlaneModule: ({ spacing, pixels }) => ({
    rows: pixels.rows,
    columns: pixels.columns,
    rowPixelSpacing: spacing.plane === 'none' ? undefined : spacing.rowMm,
    columnPixelSpacing: spacing.plane === 'none' ? undefined : spacing.columnMm,
  }),
  sopCommonModule: ({ attributes, sopInstanceUID }) => ({
    sopInstanceUID,
    sopClassUID: text(attributes, Tag.SOPClassUID),
  }),
  generalSeriesModule: ({ attributes }) => ({ modality: text(attributes, Tag.Modality) }),
};
