import type { ImageKey } from './annotation';
import { number, numbers, text, type DicomJsonDataSet } from './dicom-json';
import { frameAttributes } from './functional-groups';
import { imageAxes, type ImageAxes } from './orientation-letters';
import { hasPicture, pixelFormat, type PixelFormat } from './pixel-format';
import { displayAspect, pixelSpacing, sliceThicknessMm, type PixelSpacing } from './pixel-spacing';
import { isVideo } from './stored-object';
import { inSliceOrder, type Ordered, type Sortable } from './slice-order';
import { Tag } from './tags';
import { ultrasoundRegions, type UltrasoundRegion } from './ultrasound-regions';
import type { Vector } from './vector';
import { fileWindows, voiFunction, type VoiFunction, type Windowing } from './window-presets';

/** One picture of a series: a single-frame instance or one frame of a multi-frame one. */
export interface Frame extends Sortable {
  /** What Cornerstone knows it by: the scheme `frame:` and the address of the frame. */
  readonly imageId: string;
  readonly sopInstanceUID: string;
  /** Frames of the instance as its header claims. */
  readonly frameCount: number;
  readonly attributes: DicomJsonDataSet;
  readonly pixels: PixelFormat;
  readonly axes: ImageAxes | undefined;
  /** '' when the file has none. */
  readonly frameOfReferenceUID: string;
  readonly spacing: PixelSpacing;
  readonly ultrasoundRegions: readonly UltrasoundRegion[];
  readonly aspect: readonly [row: number, column: number];
  readonly sliceThicknessMm: number | undefined;
  readonly sliceLocationMm: number | undefined;
  readonly rescaleSlope: number;
  readonly rescaleIntercept: number;
  readonly fileWindow: Windowing | undefined;
  /** Whether small values are shown white. */
  readonly isInverted: boolean;
  /** Unit of the values as far as the file names one, '' otherwise. */
  readonly unit: string;
  readonly voiFunction: VoiFunction;
}

/** Of our image ids. The WADO image loader takes `dicomweb`, `wadors`, `wadouri` and `dicomfile` for itself. */
export const SCHEME = 'frame';

/** Frames taken of one series at most, beyond those of single-frame instances: a header may claim 2^31 of them. */
export const MOST_FRAMES = 10_000;

/** What measurements name the picture by. */
export function imageKeyOf({ attributes, sopInstanceUID, frameNumber }: Frame): ImageKey {
  return { seriesInstanceUID: text(attributes, Tag.SeriesInstanceUID), sopInstanceUID, frameNumber };
}

export interface SeriesFrames extends Ordered<Frame> {
  /** Frames that the headers claim and that were left out. */
  readonly omitted: number;
}

/** The pictures of a series, in order, from its metadata; instances without pixels give none. */
export function framesOfSeries(metadata: readonly DicomJsonDataSet[], instancesUrl: string): SeriesFrames {
  const frames: Frame[] = [];
  let omitted = 0;
  for (const instance of metadata) {
    const own = framesOfInstance(instance, instancesUrl, Math.max(1, MOST_FRAMES - frames.length));
    own.forEach((frame) => frames.push(frame));
    omitted += own.length > 0 ? own[0].frameCount - own.length : 0;
  }
  return { ...inSliceOrder(frames), omitted };
}

/**
 * @param instancesUrl address of the series' instances, as `/dicom-web/studies/1/series/2/instances`
 * @param most frames made, whatever the header claims
 */
export function framesOfInstance(instance: DicomJsonDataSet, instancesUrl: string, most = MOST_FRAMES): Frame[] {
  const sopInstanceUID = text(instance, Tag.SOPInstanceUID);
  if (!hasPicture(instance) || isVideo(instance) || !sopInstanceUID) {
    return [];
  }
  const frameCount = Math.max(1, Math.floor(number(instance, Tag.NumberOfFrames) ?? 1));
  const url = `${instancesUrl}/${encodeURIComponent(sopInstanceUID)}/frames/`;
  const length = Math.min(frameCount, most);
  return Array.from({ length }, (_, index) => frameOf(instance, index + 1, frameCount, url));
}

function frameOf(instance: DicomJsonDataSet, frameNumber: number, frameCount: number, url: string): Frame {
  const attributes = frameAttributes(instance, frameNumber);
  const axes = imageAxes(attributes);
  const hasDirections = numbers(attributes, Tag.ImageOrientationPatient, 6) !== undefined;
  return {
    imageId: `${SCHEME}:${url}${frameNumber}`,
    sopInstanceUID: text(attributes, Tag.SOPInstanceUID),
    frameNumber,
    frameCount,
    attributes,
    instanceNumber: number(attributes, Tag.InstanceNumber),
    position: position(attributes),
    rowDirection: hasDirections ? axes?.row : undefined,
    columnDirection: hasDirections ? axes?.column : undefined,
    pixels: pixelFormat(attributes),
    axes,
    frameOfReferenceUID: text(attributes, Tag.FrameOfReferenceUID),
    spacing: pixelSpacing(attributes),
    ultrasoundRegions: ultrasoundRegions(attributes),
    aspect: displayAspect(attributes),
    sliceThicknessMm: sliceThicknessMm(attributes),
    sliceLocationMm: number(attributes, Tag.SliceLocation),
    rescaleSlope: number(attributes, Tag.RescaleSlope) || number(attributes, Tag.DoseGridScaling) || 1,
    rescaleIntercept: number(attributes, Tag.RescaleIntercept) ?? 0,
    fileWindow: fileWindows(attributes)[0]?.windowing as Windowing | undefined,
    isInverted: isInverted(attributes),
    unit: text(attributes, Tag.Units) || text(attributes, Tag.DoseUnits),
    voiFunction: voiFunction(attributes),
  };
}

/** MONOCHROME1, or a presentation that is turned round after the window (PS3.3 C.11.6.1.2). */
function isInverted(attributes: DicomJsonDataSet): boolean {
  const isTurned = text(attributes, Tag.PresentationLUTShape) === 'INVERSE';
  return isTurned || text(attributes, Tag.PhotometricInterpretation) === 'MONOCHROME1';
}

function position(attributes: DicomJsonDataSet): Vector | undefined {
  const values = numbers(attributes, Tag.ImagePositionPatient, 3);
  return values && [values[0], values[1], values[2]];
}
