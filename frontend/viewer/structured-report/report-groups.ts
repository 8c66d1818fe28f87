import type { ContentItem } from './content-item';

/** Items that are read together. */
export type Group =
  | { readonly kind: 'one'; readonly item: ContentItem }
  /** Measured values, one below the other. */
  | { readonly kind: 'table'; readonly items: readonly ContentItem[] }
  /** Images one after the other. */
  | { readonly kind: 'images'; readonly items: readonly ContentItem[] };

/** Neighbours of one sort make a table or a row of links. */
export function grouped(items: readonly ContentItem[]): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < items.length;) {
    const run = runFrom(items, at);
    groups.push(groupOf(run));
    at += run.length;
  }
  return groups;
}

/** Sentences made of items: single values, among them words, that belong in one line (PS3.3 C.17.3.2.1). */
export function isFlowing({ value, children }: ContentItem): boolean {
  const isFlow = value.kind === 'container' && value.isContinuous && children.length > 1;
  return isFlow && children.every(isSingle) && children.some(({ value: { kind } }) => kind === 'words');
}

function isSingle({ relationship, value, children }: ContentItem): boolean {
  return relationship === 'CONTAINS' && children.length === 0 && (value.kind === 'words' || value.kind === 'number');
}

function runFrom(items: readonly ContentItem[], start: number): ContentItem[] {
  const first = items[start];
  const isAlike = (other: ContentItem) => sortOf(other) === sortOf(first) && sortOf(first) !== 'other';
  let end = start + 1;
  while (end < items.length && isAlike(items[end])) {
    end++;
  }
  return items.slice(start, end);
}

function groupOf(run: readonly ContentItem[]): Group {
  const sort = sortOf(run[0]);
  return run[0].value.kind === 'number' && run.length > 1
    ? { kind: 'table', items: run }
    : sort === 'image'
      ? { kind: 'images', items: run }
      : { kind: 'one', item: run[0] };
}

/** Links in a row are those of one name with nothing said about them. */
function sortOf({ relationship, name, value, children }: ContentItem): string {
  return value.kind === 'number' && (relationship === 'CONTAINS' || relationship === 'HAS PROPERTIES')
    ? relationship
    : value.kind === 'object' && value.isImage && children.length === 0 && !name && relationship === 'CONTAINS'
      ? 'image'
      : 'other';
}
