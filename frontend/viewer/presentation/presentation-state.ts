import { items, number, readableDate, readablePersonName, readableTime, text, type DicomJsonDataSet } from '../dicom-json';
import type { Frame } from '../frame';
import type { Turn } from '../orientation-letters';
import { Tag } from '../tags';
import { concerns } from './image-references';

/** A Softcopy Presentation State (PS3.3 A.33): how somebody left certain pictures for others to see. */
export interface PresentationState {
  readonly sopInstanceUID: string;
  readonly label: string;
  readonly description: string;
  readonly creator: string;
  /** When it was saved, '' when the file does not say. */
  readonly made: string;
  /** Whether it says how values become greys; those for colours do not. */
  readonly isGrey: boolean;
  readonly turn: Turn;
  readonly attributes: DicomJsonDataSet;
}

const GRAYSCALE = '1.2.840.10008.5.1.4.1.1.11.1';
const COLOR = '1.2.840.10008.5.1.4.1.1.11.2';

/** Undefined for other objects, such as states that blend several pictures into one. */
export function presentationState(attributes: DicomJsonDataSet): PresentationState | undefined {
  const sopClass = text(attributes, Tag.SOPClassUID);
  if (sopClass !== GRAYSCALE && sopClass !== COLOR) {
    return undefined;
  }
  const date = readableDate(text(attributes, Tag.PresentationCreationDate));
  const time = readableTime(text(attributes, Tag.PresentationCreationTime));
  return {
    sopInstanceUID: text(attributes, Tag.SOPInstanceUID),
    label: text(attributes, Tag.ContentLabel),
    description: text(attributes, Tag.ContentDescription),
    creator: readablePersonName(text(attributes, Tag.ContentCreatorName)),
    made: [date, time].filter(Boolean).join(' '),
    isGrey: sopClass === GRAYSCALE,
    turn: turnOf(attributes),
    attributes,
  };
}

/** Whether the state was saved for a picture. */
export function isFor({ attributes }: PresentationState, frame: Frame): boolean {
  const inSeries = text(frame.attributes, Tag.SeriesInstanceUID);
  return items(attributes, Tag.ReferencedSeriesSequence).some(
    (series) =>
      text(series, Tag.SeriesInstanceUID) === inSeries &&
      items(series, Tag.ReferencedImageSequence).length > 0 &&
      concerns(series, frame),
  );
}

/** Rotated clockwise first, then mirrored as it is seen (PS3.3 C.10.6). */
function turnOf(attributes: DicomJsonDataSet): Turn {
  const rotation = (((number(attributes, Tag.ImageRotation) ?? 0) % 360) + 360) % 360;
  const isMirrored = text(attributes, Tag.ImageHorizontalFlip) === 'Y';
  const isUpright = rotation % 180 === 0;
  return { rotation: rotation % 90 === 0 ? rotation : 0, hflip: isMirrored && isUpright, vflip: isMirrored && !isUpright };
}
