import { readableDate, readablePersonName, readableTime, text, type DicomJsonDataSet } from './dicom-json';
import type { Frame } from './frame';
import type { LookupTable } from './lookup-table';
import type { Messages } from './messages';
import { Tag } from './tags';
import { dot, cross } from './vector';
import type { Windowing } from './window-presets';

/** Lines of text in the four corners of the picture. */
export interface CornerTexts {
  readonly topLeft: readonly string[];
  readonly topRight: readonly string[];
  readonly bottomLeft: readonly string[];
  readonly bottomRight: readonly string[];
}

export interface Shown {
  readonly frame: Frame;
  readonly index: number;
  readonly count: number;
  readonly windowing: Windowing | undefined;
  /** Table of the file in use instead of a window. */
  readonly table: LookupTable | undefined;
  readonly scale: number;
}

/** What is said about the picture that is shown, never about one that is still loading. */
export function cornerTexts(shown: Shown, messages: Messages): CornerTexts {
  const { attributes } = shown.frame;
  return {
    topLeft: lines(...patient(attributes, messages)),
    topRight: lines(...study(attributes, messages)),
    bottomLeft: lines(...slice(shown, messages)),
    bottomRight: lines(...display(shown, messages)),
  };
}

function patient(attributes: DicomJsonDataSet, messages: Messages): string[] {
  const birth = text(attributes, Tag.PatientBirthDate);
  const person = [birth && messages.get('text.born', readableDate(birth)), text(attributes, Tag.PatientSex)];
  return [
    readablePersonName(text(attributes, Tag.PatientName)),
    text(attributes, Tag.PatientID),
    [...person, readableAge(text(attributes, Tag.PatientAge))].filter(Boolean).join(' · '),
  ];
}

function study(attributes: DicomJsonDataSet, messages: Messages): string[] {
  const number = text(attributes, Tag.SeriesNumber);
  const description = text(attributes, Tag.SeriesDescription) || (number && messages.get('rail.series', number));
  const date = [Tag.StudyDate, Tag.SeriesDate, Tag.AcquisitionDate, Tag.ContentDate].map((tag) =>
    text(attributes, tag),
  );
  const time = text(attributes, Tag.StudyTime) || text(attributes, Tag.SeriesTime);
  return [
    text(attributes, Tag.StudyDescription),
    [text(attributes, Tag.Modality), description].filter(Boolean).join(' · '),
    [readableDate(date.find(Boolean) ?? ''), readableTime(time)].filter(Boolean).join(' '),
  ];
}

function slice({ frame, index, count }: Shown, messages: Messages): string[] {
  const isOneOfSeveral = frame.frameCount > 1 && frame.frameCount !== count;
  const location = frame.sliceLocationMm ?? alongNormalMm(frame);
  return [
    spacingNote(frame, messages),
    [
      location !== undefined ? messages.get('text.location', location.toFixed(1)) : '',
      frame.sliceThicknessMm ? messages.get('text.thickness', trimmed(frame.sliceThicknessMm)) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    isOneOfSeveral ? messages.get('text.frame', frame.frameNumber, frame.frameCount) : '',
    messages.get('text.slice', index + 1, count),
  ];
}

function display({ frame, windowing, table, scale }: Shown, messages: Messages): string[] {
  const window = windowing ? messages.get('text.window', trimmed(windowing.width), trimmed(windowing.center)) : '';
  const grey = table ? table.explanation || messages.get('preset.table') : window;
  const withUnit = [grey, grey && readableUnit(frame.unit)].filter(Boolean).join(' ');
  return [messages.get('text.zoom', Math.round(scale * 100)), withUnit];
}

/** Gray where the file says how much energy a kilogram took up; the other units are read as they are. */
function readableUnit(unit: string): string {
  return unit === 'GY' ? 'Gy' : unit === 'NONE' || unit === 'RELATIVE' ? '' : unit;
}

function spacingNote({ spacing, ultrasoundRegions }: Frame, messages: Messages): string {
  if (ultrasoundRegions.some(({ content }) => typeof content !== 'string')) {
    return messages.get('text.regions');
  }
  switch (spacing.plane) {
    case 'patient':
      return '';
    case 'calibrated':
      return messages.get('text.calibratedLengths');
    case 'detector':
      return messages.get('text.detectorPlane');
    case 'none':
      return messages.get('text.noSpacing');
  }
}

/** Place of the slice along its normal, for images without Slice Location. */
function alongNormalMm({ position, rowDirection, columnDirection }: Frame): number | undefined {
  return position && rowDirection && columnDirection ? dot(position, cross(rowDirection, columnDirection)) : undefined;
}

/** AS 045Y as 45 Y (PS3.5 6.2). */
function readableAge(age: string): string {
  const match = /^0*(\d+)([DWMY])$/.exec(age);
  return match ? `${match[1]} ${match[2]}` : '';
}

/** Whole numbers from 10 on, at most two decimals below. */
function trimmed(value: number): string {
  return String(Math.abs(value) >= 10 ? Math.round(value) : Number(value.toFixed(2)));
}

function lines(...texts: string[]): string[] {
  return texts.filter(Boolean);
}
