import { number, text, type DicomJsonDataSet } from './dicom-json';
import { Tag } from './tags';

/** How the pixels of a frame are stored (PS3.3 C.7.6.3). */
export interface PixelFormat {
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: number;
  readonly photometricInterpretation: string;
  readonly planarConfiguration: number;
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly isSigned: boolean;
  /** VR of the pixel data: OF and OD are floating point (PS3.3 C.7.6.24), OW decides how big endian bytes lie. */
  readonly vr: string;
}

const PIXELS = [
  { tag: Tag.PixelData, bits: undefined, vr: 'OW' },
  { tag: Tag.FloatPixelData, bits: 32, vr: 'OF' },
  { tag: Tag.DoubleFloatPixelData, bits: 64, vr: 'OD' },
] as const;

/** Spectra, doses without a grid and bare headers have rows and columns too: the pixels themselves decide. */
export function hasPicture(instance: DicomJsonDataSet): boolean {
  const hasPixels = PIXELS.some(({ tag }) => instance[tag]);
  return hasPixels && (number(instance, Tag.Rows) ?? 0) > 0 && (number(instance, Tag.Columns) ?? 0) > 0;
}

export function pixelFormat(attributes: DicomJsonDataSet): PixelFormat {
  const kept = PIXELS.find(({ tag }) => attributes[tag]) ?? PIXELS[0];
  const bitsAllocated = kept.bits ?? number(attributes, Tag.BitsAllocated) ?? 16;
  const bitsStored = kept.bits ?? number(attributes, Tag.BitsStored) ?? bitsAllocated;
  return {
    rows: number(attributes, Tag.Rows) ?? 0,
    columns: number(attributes, Tag.Columns) ?? 0,
    samplesPerPixel: number(attributes, Tag.SamplesPerPixel) ?? 1,
    photometricInterpretation: text(attributes, Tag.PhotometricInterpretation) || 'MONOCHROME2',
    planarConfiguration: number(attributes, Tag.PlanarConfiguration) ?? 0,
    bitsAllocated,
    bitsStored,
    highBit: kept.bits ? kept.bits - 1 : (number(attributes, Tag.HighBit) ?? bitsStored - 1),
    isSigned: number(attributes, Tag.PixelRepresentation) === 1,
    vr: attributes[kept.tag]?.vr ?? kept.vr,
  };
}

export function isGray(pixels: PixelFormat): boolean {
  return pixels.samplesPerPixel === 1 && pixels.photometricInterpretation.startsWith('MONOCHROME');
}
