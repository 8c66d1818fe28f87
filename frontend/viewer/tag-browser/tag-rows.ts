import type { DicomJsonDataSet, DicomJsonElement } from '../dicom-json';
import type { TagDictionary } from './tag-dictionary';

/** An attribute of an object, or an item of a sequence, as it is listed. */
export interface TagRow {
  /** Where it is in the object, such as `00081140/0/00081150`. */
  readonly path: string;
  /** As `(0010,0020)`, '' for an item. */
  readonly tag: string;
  /** Of the dictionary; of a private attribute its creator in brackets. */
  readonly name: string;
  readonly vr: string;
  readonly value: string;
  readonly isPrivate: boolean;
  /** Of a sequence, its items; of an item, its attributes. */
  readonly rows: readonly TagRow[];
}

/** Words for what has no value that could be written down. */
export interface TagTexts {
  readonly items: (count: number) => string;
  readonly item: (place: number) => string;
  readonly bytes: (count: number) => string;
  readonly apart: string;
  readonly more: (count: number) => string;
}

/** Items of a sequence that are listed at most. */
const MOST_ITEMS = 500;

/** Deeper than this no standard object goes; a hostile one may. */
const DEEPEST = 16;

export function tagRows(dataSet: DicomJsonDataSet, dictionary: TagDictionary, texts: TagTexts): TagRow[] {
  return rowsOf(dataSet, '', dictionary, texts, 0);
}

function rowsOf(
  dataSet: DicomJsonDataSet,
  parent: string,
  dictionary: TagDictionary,
  texts: TagTexts,
  depth: number,
): TagRow[] {
  return Object.entries(dataSet)
    .filter((entry): entry is [string, DicomJsonElement] => isElement(entry[1]))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, element]) => ({
      path: parent + tag,
      tag: `(${tag.slice(0, 4)},${tag.slice(4)})`,
      name: nameOf(tag, dataSet, dictionary),
      vr: element.vr ?? '',
      value: valueText(element, texts),
      isPrivate: isPrivate(tag),
      rows: depth < DEEPEST ? itemRows(element, `${parent}${tag}/`, dictionary, texts, depth) : [],
    }));
}

function itemRows(
  { vr, Value = [] }: DicomJsonElement,
  parent: string,
  dictionary: TagDictionary,
  texts: TagTexts,
  depth: number,
): TagRow[] {
  if (vr !== 'SQ') {
    return [];
  }
  const listed = Value.slice(0, MOST_ITEMS).map((item, place) => ({
    path: `${parent}${place}`,
    tag: '',
    name: texts.item(place + 1),
    vr: '',
    value: '',
    isPrivate: false,
    rows: rowsOf(isElement(item) ? (item as DicomJsonDataSet) : {}, `${parent}${place}/`, dictionary, texts, depth + 1),
  }));
  const left = Value.length - listed.length;
  const nothing = { tag: '', vr: '', name: '', isPrivate: false, rows: [] };
  return left > 0 ? [...listed, { ...nothing, path: `${parent}more`, value: texts.more(left) }] : listed;
}

/** Groups with an odd number are private (PS3.5 7.8). */
function isPrivate(tag: string): boolean {
  return Number.parseInt(tag.slice(0, 4), 16) % 2 === 1;
}

/** A private attribute belongs to the creator that has reserved its block (PS3.5 7.8.1). */
function nameOf(tag: string, dataSet: DicomJsonDataSet, dictionary: TagDictionary): string {
  if (!isPrivate(tag)) {
    return dictionary.keyword(tag);
  }
  const isCreator = /^....00[1-9A-F]./.test(tag);
  const creator = dataSet[`${tag.slice(0, 4)}00${tag.slice(4, 6)}`]?.Value?.[0];
  return isCreator ? 'PrivateCreator' : creator === undefined ? '' : `[${String(creator)}]`;
}

function valueText({ vr, Value, InlineBinary, BulkDataURI }: DicomJsonElement, texts: TagTexts): string {
  if (BulkDataURI !== undefined) {
    return texts.apart;
  }
  if (InlineBinary !== undefined) {
    return texts.bytes(Math.floor((InlineBinary.replace(/=+$/, '').length * 3) / 4));
  }
  const values = Value ?? [];
  return vr === 'SQ' ? texts.items(values.length) : values.map(plain).join('\\');
}

function plain(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (typeof value !== 'object') {
    return String(value);
  }
  const { Alphabetic, Ideographic, Phonetic } = value as Record<string, string | undefined>;
  return [Alphabetic, Ideographic, Phonetic].map((group) => group ?? '').join('=').replace(/=+$/, '');
}

function isElement(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface ShownRow extends TagRow {
  readonly depth: number;
  readonly isOpen: boolean;
}

/**
 * The rows in the order they are read: without a search those whose sequences are open, with one those that match and
 * the sequences they are in.
 */
export function shownRows(rows: readonly TagRow[], open: ReadonlySet<string>, search: string): ShownRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length > 0 ? matching(rows, words, 0) : unfolded(rows, open, 0);
}

function unfolded(rows: readonly TagRow[], open: ReadonlySet<string>, depth: number): ShownRow[] {
  return rows.flatMap((row) => {
    const isOpen = row.rows.length > 0 && open.has(row.path);
    return [{ ...row, depth, isOpen }, ...(isOpen ? unfolded(row.rows, open, depth + 1) : [])];
  });
}

function matching(rows: readonly TagRow[], words: readonly string[], depth: number): ShownRow[] {
  return rows.flatMap((row) => {
    const inside = matching(row.rows, words, depth + 1);
    return inside.length > 0 || isMatch(row, words) ? [{ ...row, depth, isOpen: inside.length > 0 }, ...inside] : [];
  });
}

/** The tag is found with and without its brackets and comma, a keyword also by its words. */
function isMatch({ tag, name, vr, value }: TagRow, words: readonly string[]): boolean {
  const spaced = name.replace(/([a-z])([A-Z])/g, '$1 $2');
  const all = [tag, tag.replace(/[(),]/g, ''), name, spaced, vr, value].join('\n').toLowerCase();
  return words.every((word) => all.includes(word));
}

/** All rows as lines of text, for the clipboard. */
export function rowsAsText(rows: readonly TagRow[], depth = 0): string {
  return rows
    .map((row) => {
      const line = [row.tag, row.vr, row.name, row.value].filter(Boolean).join(' ');
      return `${'  '.repeat(depth)}${line}\n${rowsAsText(row.rows, depth + 1)}`;
    })
    .join('');
}
