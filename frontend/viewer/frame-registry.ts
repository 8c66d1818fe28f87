import { cornerstone } from './cornerstone';
import type { Frame } from './frame';
import { text } from './dicom-json';
import { Tag } from './tags';

/** Frames by the id under which Cornerstone and its loader ask for their metadata. */
const frames = new Map<string, Frame>();

cornerstone.metaData.addProvider((type, imageId) => {
  const frame = frames.get(imageId);
  return frame && MODULES[type]?.(frame);
}, 100);

export function registerFrames(known: readonly Frame[]): void {
  for (const frame of known) {
    frames.set(frame.imageId, frame);
  }
}

export function forgetFrames(known: readonly Frame[]): void {
  for (const frame of known) {
    frames.delete(frame.imageId);
  }
}

export function knownFrame(imageId: string): Frame {
  const frame = frames.get(imageId);
  if (!frame) {
    throw new Error(`No metadata for ${imageId}`);
  }
  return frame;
}

const MODULES: Readonly<Record<string, (frame: Frame) => object>> = {
  imagePixelModule: ({ pixels }) => ({ ...pixels, pixelRepresentation: pixels.isSigned ? 1 : 0 }),
  imagePlaneModule: ({ spacing, pixels }) => ({
    rows: pixels.rows,
    columns: pixels.columns,
    rowPixelSpacing: spacing.plane === 'none' ? undefined : spacing.rowMm,
    columnPixelSpacing: spacing.plane === 'none' ? undefined : spacing.columnMm,
  }),
  voiLutModule: ({ fileWindow }) => ({
    windowCenter: fileWindow && [fileWindow.center],
    windowWidth: fileWindow && [fileWindow.width],
  }),
  modalityLutModule: ({ rescaleSlope, rescaleIntercept }) => ({ rescaleSlope, rescaleIntercept }),
  sopCommonModule: ({ attributes, sopInstanceUID }) => ({
    sopInstanceUID,
    sopClassUID: text(attributes, Tag.SOPClassUID),
  }),
  generalSeriesModule: ({ attributes }) => ({ modality: text(attributes, Tag.Modality) }),
};
