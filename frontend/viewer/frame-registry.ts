import { cornerstone } from './cornerstone';
import { text } from './dicom-json';
import type { Frame } from './frame';
import type { Palette } from './palette';
import { Tag } from './tags';

/** Frames by the id under which Cornerstone and its loader ask for their metadata, with how many hold them. */
const frames = new Map<string, { readonly frame: Frame; readonly holders: number }>();

/** Palettes fetched for pictures that are being decoded. */
const palettes = new Map<string, Palette>();

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

/** Makes the palette known to the decoder for as long as `use` runs. */
export async function withPalette<T>(frame: Frame, palette: Palette, use: () => Promise<T>): Promise<T> {
  palettes.set(frame.imageId, palette);
  try {
    return await use();
  } finally {
    palettes.delete(frame.imageId);
  }
}

export function knownFrame(imageId: string): Frame {
  const known = frames.get(imageId);
  if (!known) {
    throw new Error(`No metadata for ${imageId}`);
  }
  return known.frame;
}

const MODULES: Readonly<Record<string, (frame: Frame) => object>> = {
  imagePixelModule: ({ pixels, imageId }) => ({
    ...pixels,
    pixelRepresentation: pixels.isSigned ? 1 : 0,
    ...paletteModule(palettes.get(imageId)),
  }),
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

function paletteModule(palette: Palette | undefined): object {
  if (!palette) {
    return {};
  }
  const descriptor = [palette.red.length, palette.first, 8];
  return {
    redPaletteColorLookupTableDescriptor: descriptor,
    greenPaletteColorLookupTableDescriptor: descriptor,
    bluePaletteColorLookupTableDescriptor: descriptor,
    redPaletteColorLookupTableData: palette.red,
    greenPaletteColorLookupTableData: palette.green,
    bluePaletteColorLookupTableData: palette.blue,
  };
}
