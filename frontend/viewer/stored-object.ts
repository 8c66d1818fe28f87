import { item, readableDate, readableTime, text, type DicomJsonDataSet, type DicomJsonElement } from './dicom-json';
import type { MessageKey } from './messages';
import { hasContent } from './structured-report/structured-report';
import { Tag } from './tags';

/** A document inside of an object (PS3.3 C.24.2). */
export interface EncapsulatedDocument {
  readonly mimeType: string;
  readonly element: DicomJsonElement;
}

/** Something of a series that is no picture: a report, a plan, a curve. */
export interface StoredObject {
  readonly sopInstanceUID: string;
  readonly kind: MessageKey;
  readonly title: string;
  /** When it was made, '' when the file does not say. */
  readonly made: string;
  readonly document: EncapsulatedDocument | undefined;
  /** The stream of a film, undefined for everything else. */
  readonly film: DicomJsonElement | undefined;
  /** The object itself, where it has content to be read. */
  readonly report: DicomJsonDataSet | undefined;
}

/** Kinds by the beginning of the SOP Class UID after the common root (PS3.6 Annex A), special ones before general. */
const STORAGE = '1.2.840.10008.5.1.4.1.1.';
const KINDS: readonly (readonly [start: string, kind: MessageKey])[] = [
  ['104.1', 'object.pdf'],
  ['104.2', 'object.cda'],
  ['104.', 'object.model'],
  ['88.59', 'object.keyImages'],
  ['88.', 'object.report'],
  ['9.', 'object.waveform'],
  ['11.', 'object.presentation'],
  ['481.3', 'object.structures'],
  ['481.', 'object.radiotherapy'],
  ['66.1', 'object.registration'],
  ['66.2', 'object.registration'],
  ['66.3', 'object.registration'],
  ['67', 'object.valueMap'],
  ['77.1.1.1', 'object.video'],
  ['77.1.2.1', 'object.video'],
  ['77.1.4.1', 'object.video'],
];

/** MPEG and H.264 streams alone keep one colour for four pixels (PS3.3 C.7.6.3.1.2). */
const OF_VIDEO = 'YBR_PARTIAL_420';

/** Whether the pixels are a film in one stream, which has no frames to be got one by one. */
export function isVideo(instance: DicomJsonDataSet): boolean {
  return text(instance, Tag.PhotometricInterpretation) === OF_VIDEO;
}

export function storedObject(instance: DicomJsonDataSet): StoredObject {
  return {
    sopInstanceUID: text(instance, Tag.SOPInstanceUID),
    kind: kindOf(instance),
    title: titleOf(instance),
    made: madeAt(instance),
    document: documentOf(instance),
    film: isVideo(instance) ? instance[Tag.PixelData] : undefined,
    report: hasContent(instance) ? instance : undefined,
  };
}

function kindOf(instance: DicomJsonDataSet): MessageKey {
  const sopClass = text(instance, Tag.SOPClassUID);
  const part = sopClass.startsWith(STORAGE) ? sopClass.slice(STORAGE.length) : '';
  const found = KINDS.find(([start]) => part === start || part.startsWith(start.endsWith('.') ? start : `${start}.`));
  return isVideo(instance) ? 'object.video' : (found?.[1] ?? 'object.other');
}

/** What the object calls itself, most telling first. */
function titleOf(instance: DicomJsonDataSet): string {
  const concept = item(instance, Tag.ConceptNameCodeSequence, 0) ?? {};
  const names = [
    text(instance, Tag.DocumentTitle),
    text(concept, Tag.CodeMeaning),
    text(instance, Tag.ContentDescription),
    text(instance, Tag.ContentLabel),
    text(instance, Tag.StructureSetLabel),
    text(instance, Tag.RTPlanLabel),
    text(instance, Tag.SeriesDescription),
  ];
  return names.find(Boolean) ?? '';
}

function madeAt(instance: DicomJsonDataSet): string {
  const day = [Tag.ContentDate, Tag.AcquisitionDate, Tag.SeriesDate, Tag.StudyDate].map((tag) => text(instance, tag));
  const time = [Tag.ContentTime, Tag.SeriesTime, Tag.StudyTime].map((tag) => text(instance, tag));
  const date = day.find(Boolean);
  return date ? [readableDate(date), readableTime(time.find(Boolean) ?? '')].filter(Boolean).join(' ') : '';
}

function documentOf(instance: DicomJsonDataSet): EncapsulatedDocument | undefined {
  const element = instance[Tag.EncapsulatedDocument];
  return element && { element, mimeType: text(instance, Tag.MIMETypeOfEncapsulatedDocument).toLowerCase() };
}
