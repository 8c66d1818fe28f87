import type { CornerstoneImage } from '../cornerstone';
import { drawPicture } from '../enhance/drawn-picture';
import { SCHEME, type Frame } from '../frame';
import { Tag } from '../tags';
import type { PlaneWish } from './mpr-engine';
import type { PlaneAnswer } from './mpr-message';
import { PADDING } from './plane-values';
import { planeAt } from './planes';

/** What belongs to a slice of the file and not to a plane that is cut through many. */
const OF_ONE_SLICE: ReadonlySet<string> = new Set([
  Tag.InstanceNumber,
  Tag.SliceLocation,
  Tag.ImagePositionPatient,
  Tag.ImageOrientationPatient,
  Tag.PixelSpacing,
  Tag.SliceThickness,
  Tag.PixelPaddingRangeLimit,
  Tag.ModalityLUTSequence,
]);

/** A plane as a frame, so that texts, letters, lengths and windows treat it as they treat an image of the file. */
export function planeFrame(source: Frame, { stack, index, slab }: PlaneWish): Frame {
  const { origin, row, column, stepMm, rows, columns } = planeAt(stack, index);
  const attributes = Object.entries(source.attributes).filter(([tag]) => !OF_ONE_SLICE.has(tag));
  return {
    ...source,
    imageId: `${SCHEME}:mpr/${source.imageId}/${stack.name}/${index}`,
    sopInstanceUID: `${stack.name} ${index}`,
    frameNumber: 1,
    frameCount: 1,
    instanceNumber: undefined,
    attributes: { ...Object.fromEntries(attributes), [Tag.PixelPaddingValue]: { vr: 'US', Value: [PADDING] } },
    position: origin,
    rowDirection: row,
    columnDirection: column,
    axes: { row, column },
    pixels: { ...source.pixels, rows, columns, bitsAllocated: 16, bitsStored: 16, highBit: 15, isSigned: false },
    spacing: { plane: 'patient', rowMm: stepMm, columnMm: stepMm },
    aspect: [stepMm, stepMm],
    ultrasoundRegions: [],
    sliceThicknessMm: slab.thicknessMm > 0 ? slab.thicknessMm : undefined,
    sliceLocationMm: tenths(origin[stack.normal.findIndex((share) => share !== 0)]),
    rescaleSlope: 1,
    rescaleIntercept: 0,
  };
}

/** As it is shown, without a sign on zero. */
function tenths(mm: number): number {
  return Math.round(mm * 10) / 10 || 0;
}

/** The picture of that frame. What lies outside of the volume is padding: it has no value and is drawn black. */
export function planeImage(frame: Frame, { indices, scale }: PlaneAnswer): CornerstoneImage {
  const { rows, columns } = frame.pixels;
  return {
    imageId: frame.imageId,
    minPixelValue: 0,
    maxPixelValue: scale.most,
    slope: scale.step,
    intercept: scale.base,
    windowCenter: 0,
    windowWidth: 0,
    getPixelData: () => indices,
    rows,
    columns,
    height: rows,
    width: columns,
    color: false,
    rowPixelSpacing: frame.aspect[0],
    columnPixelSpacing: frame.aspect[1],
    invert: frame.isInverted,
    sizeInBytes: indices.byteLength,
    padding: PADDING,
    render: drawPicture,
  };
}

/** Value of a pixel in its unit, undefined outside of the volume. @param column and row, counted from 0 */
export function planeValue(image: CornerstoneImage, column: number, row: number): number | undefined {
  const isInside = column >= 0 && row >= 0 && column < image.columns && row < image.rows;
  const index = isInside ? image.getPixelData()[row * image.columns + column] : PADDING;
  return index === PADDING ? undefined : index * image.slope + image.intercept;
}
