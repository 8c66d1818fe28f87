/** How pictures are laid out on a page. */
export interface PrintGrid {
  readonly columns: number;
  readonly rows: number;
}

export const PRINT_GRIDS: readonly PrintGrid[] = [
  { columns: 1, rows: 1 },
  { columns: 1, rows: 2 },
  { columns: 2, rows: 2 },
  { columns: 2, rows: 3 },
  { columns: 3, rows: 3 },
  { columns: 3, rows: 4 },
  { columns: 4, rows: 5 },
];

export function printGridName({ columns, rows }: PrintGrid): string {
  return `${columns}x${rows}`;
}

/** Texts in the corners of smaller pictures would hide them; what they say is below each picture too. */
export function hasRoomForTexts({ columns }: PrintGrid): boolean {
  return columns <= 2;
}

/** The first, and from there every n-th one. */
export function everyNth<T>(all: readonly T[], n: number): T[] {
  return all.filter((_, place) => place % Math.max(1, n) === 0);
}

/** So many on a page, in their order. */
export function pagesOf<T>(all: readonly T[], { columns, rows }: PrintGrid): T[][] {
  const most = columns * rows;
  return Array.from({ length: Math.ceil(all.length / most) }, (_, page) => all.slice(page * most, (page + 1) * most));
}

/** Size of a sheet of paper, millimetres, upright. */
export interface Paper {
  readonly name: 'A4' | 'Letter';
  readonly widthMm: number;
  readonly heightMm: number;
}

export const PAPERS: readonly Paper[] = [
  { name: 'A4', widthMm: 210, heightMm: 297 },
  { name: 'Letter', widthMm: 215.9, heightMm: 279.4 },
];

/** Letter where offices use it, A4 in the rest of the world. */
export function usualPaper(language: string): Paper {
  return PAPERS[/-(US|CA|MX|PH|CL|CO|VE)\b/i.test(language) ? 1 : 0];
}

export const MARGIN_MM = 10;
export const HEADING_MM = 14;
export const FOOTER_MM = 8;
export const GAP_MM = 3;
export const CAPTION_MM = 9;

/** Browsers begin another page when a page is full to the last tenth of a millimetre. */
const SLACK_MM = 4;

/** Room for one picture, millimetres. */
export interface Room {
  readonly widthMm: number;
  readonly heightMm: number;
}

export function pictureRoom({ widthMm, heightMm }: Paper, { columns, rows }: PrintGrid): Room {
  const width = widthMm - 2 * MARGIN_MM;
  const height = heightMm - 2 * MARGIN_MM - HEADING_MM - FOOTER_MM - SLACK_MM;
  return {
    widthMm: (width - (columns - 1) * GAP_MM) / columns,
    heightMm: (height - (rows - 1) * GAP_MM) / rows - CAPTION_MM,
  };
}

/** What printers show, and what all pictures of a job may take up in memory. */
const MOST_PX_PER_MM = 9;
const MOST_PIXELS = 60e6;

/** Fineness of the pictures, pixels per millimetre. */
export function fineness({ widthMm, heightMm }: Room, count: number): number {
  return Math.min(MOST_PX_PER_MM, Math.sqrt(MOST_PIXELS / (widthMm * heightMm * Math.max(1, count))));
}
