import {
  item,
  items,
  number,
  numbers,
  readableDate,
  readablePersonName,
  readableTime,
  text,
  type DicomJsonDataSet,
} from '../dicom-json';
import { Tag } from '../tags';
import { codedText, unitText } from './coded-text';

/** One item of the content of a report and what belongs to it (PS3.3 C.17.3). */
export interface ContentItem {
  /** To the item above it: CONTAINS, HAS PROPERTIES, ...; '' of the first one. */
  readonly relationship: string;
  /** Name of the value, '' where it needs none. */
  readonly name: string;
  readonly value: ContentValue;
  readonly children: readonly ContentItem[];
}

export type ContentValue =
  | { readonly kind: 'container'; readonly isContinuous: boolean }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'number'; readonly number: string; readonly unit: string; readonly qualifier: string }
  | { readonly kind: 'object'; readonly isImage: boolean; readonly reference: ObjectReference }
  | { readonly kind: 'shape'; readonly shape: string; readonly isInSpace: boolean }
  | { readonly kind: 'times' }
  | { readonly kind: 'same'; readonly places: readonly number[] }
  | { readonly kind: 'unknown'; readonly type: string };

/** An object that a report speaks of. */
export interface ObjectReference {
  readonly sopInstanceUID: string;
  /** From 1; [] for the whole object. */
  readonly frames: readonly number[];
}

/** How much of a report is read. */
export interface Reading {
  /** Items that may still be read. */
  left: number;
  /** Whether something was left out. */
  isCut: boolean;
}

/** Nobody reads more, and a browser lays out no more in reasonable time. */
export const MOST_ITEMS = 5_000;

/** Of one item: a hundred pages. */
const MOST_LETTERS = 300_000;

/** Deeper than any template goes. */
const DEEPEST = 24;

/** An item with all that is below it, as far as the reading goes. */
export function contentItem(dataSet: DicomJsonDataSet, reading: Reading, depth = 0): ContentItem {
  const value = valueOf(dataSet);
  const isLong = value.kind === 'words' && value.words.length > MOST_LETTERS;
  reading.left--;
  reading.isCut ||= isLong;
  const below = items(dataSet, Tag.ContentSequence);
  const children: ContentItem[] = [];
  for (const child of below) {
    if (reading.left <= 0 || depth >= DEEPEST) {
      reading.isCut = true;
      break;
    }
    children.push(contentItem(child, reading, depth + 1));
  }
  return {
    relationship: text(dataSet, Tag.RelationshipType),
    name: codedText(dataSet, Tag.ConceptNameCodeSequence),
    value: isLong ? { ...value, words: `${value.words.slice(0, MOST_LETTERS)}…` } : value,
    children,
  };
}

function valueOf(dataSet: DicomJsonDataSet): ContentValue {
  // Files end a line in any of three ways.
  const words = (value: string): ContentValue => ({ kind: 'words', words: value.replace(/\r\n?/g, '\n') });
  const type = text(dataSet, Tag.ValueType);
  switch (type) {
    case 'CONTAINER':
      return { kind: 'container', isContinuous: text(dataSet, Tag.ContinuityOfContent) === 'CONTINUOUS' };
    case 'TEXT':
      return words(text(dataSet, Tag.TextValue));
    case 'CODE':
      return words(codedText(dataSet, Tag.ConceptCodeSequence));
    case 'NUM':
      return numberOf(dataSet);
    case 'PNAME':
      return words(readablePersonName(text(dataSet, Tag.PersonName)));
    case 'DATE':
      return words(readableDate(text(dataSet, Tag.Date)));
    case 'TIME':
      return words(readableTime(text(dataSet, Tag.Time)) || text(dataSet, Tag.Time));
    case 'DATETIME':
      return words(readableDateTime(text(dataSet, Tag.DateTime)));
    case 'UIDREF':
      return words(text(dataSet, Tag.UID));
    case 'IMAGE':
    case 'COMPOSITE':
    case 'WAVEFORM':
      return { kind: 'object', isImage: type === 'IMAGE', reference: referenceOf(dataSet) };
    case 'SCOORD':
    case 'SCOORD3D':
      return { kind: 'shape', shape: text(dataSet, Tag.GraphicType), isInSpace: type === 'SCOORD3D' };
    case 'TCOORD':
      return { kind: 'times' };
    default:
      return withoutType(dataSet, type);
  }
}

/** An item may stand for another one, which it names by the numbers on the way to it (C.17.3.2.5). */
function withoutType(dataSet: DicomJsonDataSet, type: string): ContentValue {
  const places = numbers(dataSet, Tag.ReferencedContentItemIdentifier);
  return places ? { kind: 'same', places } : { kind: 'unknown', type };
}

function numberOf(dataSet: DicomJsonDataSet): ContentValue {
  const measured = item(dataSet, Tag.MeasuredValueSequence, 0);
  return {
    kind: 'number',
    number: measured ? text(measured, Tag.NumericValue) : '',
    unit: measured ? unitText(measured) : '',
    qualifier: codedText(dataSet, Tag.NumericValueQualifierCodeSequence),
  };
}

function referenceOf(dataSet: DicomJsonDataSet): ObjectReference {
  const reference = item(dataSet, Tag.ReferencedSOPSequence, 0) ?? {};
  return {
    sopInstanceUID: text(reference, Tag.ReferencedSOPInstanceUID),
    frames: numbers(reference, Tag.ReferencedFrameNumber) ?? optional(number(reference, Tag.ReferencedFrameNumber)),
  };
}

function optional(frame: number | undefined): number[] {
  return frame === undefined ? [] : [frame];
}

/** The item that a reference names: the places on the way to it, from 1, of which the first is the report itself. */
export function itemAt(root: ContentItem, [, ...places]: readonly number[]): ContentItem | undefined {
  return places.reduce<ContentItem | undefined>((item, place) => item?.children[place - 1], root);
}

/** DT 20240229235930.5+0100 as 2024-02-29 23:59. */
export function readableDateTime(value: string): string {
  const date = value.slice(0, 8);
  return [readableDate(date), readableTime(value.slice(8))].filter(Boolean).join(' ');
}
