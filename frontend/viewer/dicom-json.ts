/** DICOM JSON model (PS3.18 Annex F): one data set, keyed by tag as eight upper-case hex digits. */
export interface DicomJsonElement {
  readonly vr?: string;
  readonly Value?: readonly unknown[];
  readonly InlineBinary?: string;
  readonly BulkDataURI?: string;
}

export type DicomJsonDataSet = Readonly<Record<string, DicomJsonElement | undefined>>;

/** First value as text, '' when absent. A person name gives its alphabetic group, else whichever there is. */
export function text(dataSet: DicomJsonDataSet, tag: string): string {
  return asText(dataSet[tag]?.Value?.[0]);
}

/** All values as text; empty values stay as '' so that positions keep their meaning. */
export function texts(dataSet: DicomJsonDataSet, tag: string): string[] {
  return (dataSet[tag]?.Value ?? []).map(asText);
}

/** First value as a finite number; IS and DS may arrive as JSON strings. */
export function number(dataSet: DicomJsonDataSet, tag: string): number | undefined {
  return asNumber(dataSet[tag]?.Value?.[0]);
}

/** All values as numbers, undefined unless every one of at least `count` values is a finite number. */
export function numbers(dataSet: DicomJsonDataSet, tag: string, count = 1): number[] | undefined {
  const values = (dataSet[tag]?.Value ?? []).map(asNumber);
  if (values.length < count || values.some((value) => value === undefined)) {
    return undefined;
  }
  return values as number[];
}

/** Items of a sequence, [] when absent. */
export function items(dataSet: DicomJsonDataSet, tag: string): DicomJsonDataSet[] {
  return (dataSet[tag]?.Value ?? []).filter((item): item is DicomJsonDataSet => isRecord(item));
}

/** Item of a sequence by its place, from 0; undefined when there is none. */
export function item(dataSet: DicomJsonDataSet, tag: string, place: number): DicomJsonDataSet | undefined {
  const found = dataSet[tag]?.Value?.[place];
  return isRecord(found) ? found : undefined;
}

/** PN for people: "FAMILY, Given Middle" from "FAMILY^Given^Middle^Prefix^Suffix" (PS3.5 6.2.1). */
export function readablePersonName(value: string): string {
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = value.split('^').map((part) => part.trim());
  const rest = [prefix, given, middle, suffix].filter(Boolean).join(' ');
  return [family, rest].filter(Boolean).join(', ');
}

/** DA 20251231 as 2025-12-31; anything else is shown as it is. */
export function readableDate(value: string): string {
  const match = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(value.trim());
  return match ? `${match[1]}-${match[2]}-${match[3]}` : value.trim();
}

/** TM 131502.33 as 13:15. */
export function readableTime(value: string): string {
  const match = /^(\d{2}):?(\d{2})/.exec(value.trim());
  return match ? `${match[1]}:${match[2]}` : '';
}

function asText(value: unknown): string {
  if (isRecord(value)) {
    return asText(value['Alphabetic'] ?? value['Ideographic'] ?? value['Phonetic']);
  }
  return value === undefined || value === null ? '' : String(value).trim();
}

function asNumber(value: unknown): number | undefined {
  const result = typeof value === 'number' ? value : typeof value === 'string' && value.trim() ? Number(value) : NaN;
  return Number.isFinite(result) ? result : undefined;
}

function isRecord(value: unknown): value is Record<string, DicomJsonElement> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
