import { items, numbers, text, type DicomJsonDataSet } from '../dicom-json';
import type { Frame } from '../frame';
import { Tag } from '../tags';

type Named = Pick<Frame, 'sopInstanceUID' | 'frameNumber'>;

/** Whether the Referenced Image Sequence of an item names a picture; one without references concerns all. */
export function concerns(holder: DicomJsonDataSet, frame: Named): boolean {
  const references = items(holder, Tag.ReferencedImageSequence);
  return references.length === 0 || references.some((reference) => names(reference, frame));
}

/** Without frame numbers a reference is to all frames of the image (PS3.3 Table 10-3). */
function names(reference: DicomJsonDataSet, { sopInstanceUID, frameNumber }: Named): boolean {
  const frames = numbers(reference, Tag.ReferencedFrameNumber);
  return text(reference, Tag.ReferencedSOPInstanceUID) === sopInstanceUID && (frames?.includes(frameNumber) ?? true);
}

/** The item of a sequence that holds for a picture, the first of several. */
export function itemFor(dataSet: DicomJsonDataSet, sequence: string, frame: Named): DicomJsonDataSet | undefined {
  return items(dataSet, sequence).find((each) => concerns(each, frame));
}
