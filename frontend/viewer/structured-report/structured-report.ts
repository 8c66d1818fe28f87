import { items, readableDate, readablePersonName, readableTime, text, type DicomJsonDataSet } from '../dicom-json';
import { Tag } from '../tags';
import { codedText } from './coded-text';
import { contentItem, MOST_ITEMS, readableDateTime, type ContentItem } from './content-item';

/** A report whose content is a tree of items (PS3.3 A.35), or a selection of images (Key Object Selection). */
export interface StructuredReport {
  /** Whom it is about: name, ID and date of birth. */
  readonly patient: string;
  readonly title: string;
  readonly made: string;
  readonly isPreliminary: boolean;
  /** Undefined where the object does not say, as a selection of images does not. */
  readonly isComplete: boolean | undefined;
  readonly isVerified: boolean | undefined;
  /** Who has signed it, and when. */
  readonly verifiedBy: readonly string[];
  readonly authors: readonly string[];
  readonly root: ContentItem;
  /** Whether it is larger than what is read of it. */
  readonly isCut: boolean;
  /** Series of the objects that it speaks of, by SOP Instance UID. */
  readonly series: ReadonlyMap<string, string>;
}

/** References looked at; more than the images of any study. */
const MOST_REFERENCES = 100_000;

const read = new WeakMap<DicomJsonDataSet, StructuredReport>();

/** Whether an object has content to be read. */
export function hasContent(attributes: DicomJsonDataSet): boolean {
  return items(attributes, Tag.ContentSequence).length > 0;
}

export function structuredReport(attributes: DicomJsonDataSet): StructuredReport {
  const report = read.get(attributes) ?? reportOf(attributes);
  read.set(attributes, report);
  return report;
}

function reportOf(attributes: DicomJsonDataSet): StructuredReport {
  const reading = { left: MOST_ITEMS, isCut: false };
  const root = contentItem(attributes, reading);
  return {
    patient: patientOf(attributes),
    title: codedText(attributes, Tag.ConceptNameCodeSequence),
    made: [readableDate(text(attributes, Tag.ContentDate)), readableTime(text(attributes, Tag.ContentTime))]
      .filter(Boolean)
      .join(' '),
    isPreliminary: text(attributes, Tag.PreliminaryFlag) === 'PRELIMINARY',
    isComplete: flag(attributes, Tag.CompletionFlag, 'COMPLETE'),
    isVerified: flag(attributes, Tag.VerificationFlag, 'VERIFIED'),
    verifiedBy: items(attributes, Tag.VerifyingObserverSequence).map(verifier).filter(Boolean),
    authors: items(attributes, Tag.AuthorObserverSequence).map(author).filter(Boolean),
    root,
    isCut: reading.isCut,
    series: seriesOf(attributes),
  };
}

function patientOf(attributes: DicomJsonDataSet): string {
  const name = readablePersonName(text(attributes, Tag.PatientName));
  return [name, text(attributes, Tag.PatientID), readableDate(text(attributes, Tag.PatientBirthDate))]
    .filter(Boolean)
    .join(' · ');
}

function flag(attributes: DicomJsonDataSet, tag: string, yes: string): boolean | undefined {
  const value = text(attributes, tag);
  return value ? value === yes : undefined;
}

function verifier(observer: DicomJsonDataSet): string {
  return [
    readablePersonName(text(observer, Tag.VerifyingObserverName)),
    text(observer, Tag.VerifyingOrganization),
    readableDateTime(text(observer, Tag.VerificationDateTime)),
  ]
    .filter(Boolean)
    .join(', ');
}

function author(observer: DicomJsonDataSet): string {
  return [readablePersonName(text(observer, Tag.PersonName)), text(observer, Tag.InstitutionName)]
    .filter(Boolean)
    .join(', ');
}

/** The evidence lists every object by study and series (C.17.2.1), which the items themselves do not. */
function seriesOf(attributes: DicomJsonDataSet): ReadonlyMap<string, string> {
  const series = new Map<string, string>();
  const study = text(attributes, Tag.StudyInstanceUID);
  const evidence = [Tag.CurrentRequestedProcedureEvidenceSequence, Tag.PertinentOtherEvidenceSequence];
  for (const entry of evidence.flatMap((tag) => items(attributes, tag))) {
    if (text(entry, Tag.StudyInstanceUID) !== study) {
      continue;
    }
    for (const each of items(entry, Tag.ReferencedSeriesSequence)) {
      for (const object of items(each, Tag.ReferencedSOPSequence)) {
        if (series.size < MOST_REFERENCES) {
          series.set(text(object, Tag.ReferencedSOPInstanceUID), text(each, Tag.SeriesInstanceUID));
        }
      }
    }
  }
  return series;
}
