import { number, numbers, text, type DicomJsonDataSet, type DicomJsonElement } from '../dicom-json';

/** One plane of single bits that lies over a picture (PS3.3 C.9.2). */
export interface OverlayPlane {
  /** Of its attributes: 0x6000, 0x6002, ... 0x601E. */
  readonly group: number;
  readonly rows: number;
  readonly columns: number;
  /** Place of its first bit in the picture, from 0; may be outside of it. */
  readonly top: number;
  readonly left: number;
  /** Frames of the picture it lies over, from 1, one after the other. */
  readonly firstFrame: number;
  readonly frameCount: number;
  /** Marks a region of the picture instead of drawing something. */
  readonly isRegion: boolean;
  readonly label: string;
  /** Bit of each sample of the pixel data that holds it, as files before 2007 did; 0 where it has data of its own. */
  readonly bitPosition: number;
  readonly data: DicomJsonElement | undefined;
}

const FIRST_GROUP = 0x6000;
const LAST_GROUP = 0x601e;

/** A plane may be larger than its picture, but no file has reason for more. */
const MOST_EDGE = 65_535;

/** The planes that a data set describes and that can be drawn; others are left out. */
export function overlayPlanes(attributes: DicomJsonDataSet): OverlayPlane[] {
  const planes: OverlayPlane[] = [];
  for (let group = FIRST_GROUP; group <= LAST_GROUP; group += 2) {
    const plane = overlayPlane(attributes, group);
    if (plane) {
      planes.push(plane);
    }
  }
  return planes;
}

/** Which of the plane's frames lies over a frame of the picture, from 0; undefined when none does. */
export function frameOfOverlay({ firstFrame, frameCount }: OverlayPlane, frameNumber: number): number | undefined {
  const place = frameCount === Infinity ? 0 : frameNumber - firstFrame;
  return place >= 0 && place < frameCount ? place : undefined;
}

/** Attribute of an overlay group, as the DICOM JSON model names it. */
export function overlayTag(group: number, element: string): string {
  return group.toString(16).toUpperCase().padStart(4, '0') + element;
}

function overlayPlane(attributes: DicomJsonDataSet, group: number): OverlayPlane | undefined {
  const tag = (element: string) => overlayTag(group, element);
  const rows = number(attributes, tag('0010')) ?? 0;
  const columns = number(attributes, tag('0011')) ?? 0;
  const isDrawable = rows > 0 && columns > 0 && rows <= MOST_EDGE && columns <= MOST_EDGE;
  const data = attributes[tag('3000')];
  const bitPosition = number(attributes, tag('0102')) ?? 0;
  if (!isDrawable || (!data && bitPosition <= 0)) {
    return undefined;
  }
  const [top, left] = numbers(attributes, tag('0050'), 2) ?? [1, 1];
  return {
    group,
    rows: Math.floor(rows),
    columns: Math.floor(columns),
    top: Math.round(top) - 1,
    left: Math.round(left) - 1,
    ...framesOf(attributes, tag),
    isRegion: text(attributes, tag('0040')) === 'R',
    label: text(attributes, tag('1500')) || text(attributes, tag('0022')),
    bitPosition: data ? 0 : bitPosition,
    data,
  };
}

/**
 * A plane that does not say where its frames belong has one, which lies over all of the picture's (PS3.3 C.9.2); those
 * in the pixel data lie there with the frame they belong to.
 */
function framesOf(
  attributes: DicomJsonDataSet,
  tag: (element: string) => string,
): Pick<OverlayPlane, 'firstFrame' | 'frameCount'> {
  const count = Math.max(1, Math.floor(number(attributes, tag('0015')) ?? 1));
  const first = number(attributes, tag('0051'));
  const isForAll = !attributes[tag('3000')] || (first === undefined && count === 1);
  return isForAll ? { firstFrame: 1, frameCount: Infinity } : { firstFrame: first ?? 1, frameCount: count };
}
