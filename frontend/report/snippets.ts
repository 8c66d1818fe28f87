import type { Snippet } from './report';

/** A part of a text that gives way to another. */
export interface Expansion {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const WORD = /(?:^|\s)(\.\S{1,40})$/u;

/** What the short word before the cursor stands for; undefined when it stands for nothing. */
export function expansionAt(text: string, cursor: number, snippets: readonly Snippet[]): Expansion | undefined {
  const word = WORD.exec(text.slice(0, cursor))?.[1];
  const found = word && snippets.find(({ shortcut }) => shortcut.toLowerCase() === word.toLowerCase());
  return found ? { from: cursor - word.length, to: cursor, text: found.text } : undefined;
}
