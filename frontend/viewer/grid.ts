/** How many cells stand below and beside each other. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
}

export const SINGLE: Grid = { rows: 1, columns: 1 };

/** The layouts on offer, the smallest first. */
export const GRIDS: readonly Grid[] = [
  SINGLE,
  { rows: 1, columns: 2 },
  { rows: 2, columns: 1 },
  { rows: 1, columns: 3 },
  { rows: 2, columns: 2 },
  { rows: 2, columns: 3 },
  { rows: 3, columns: 3 },
];

/** As it is written in the attribute `layout`: rows x columns. */
export function gridName({ rows, columns }: Grid): string {
  return `${rows}x${columns}`;
}

/** The layout of this name, undefined when it is none of those on offer. */
export function gridNamed(name: string): Grid | undefined {
  return GRIDS.find((grid) => gridName(grid) === name);
}

export function cellCount({ rows, columns }: Grid): number {
  return rows * columns;
}

/** What there is for all cells and tools together, CSS pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Below these a room is that of a phone, upright or lying. */
const NARROW_PX = 700;
const LOW_PX = 500;

/** The layout that comes nearest to the one wanted: on a phone two cells at most, above or beside each other. */
export function gridFor(wanted: Grid, room: Room): Grid {
  return isSmall(room) && cellCount(wanted) > 1 ? pairIn(room) : wanted;
}

export function gridsFor(room: Room): readonly Grid[] {
  return isSmall(room) ? [SINGLE, pairIn(room)] : GRIDS;
}

function isSmall({ width, height }: Room): boolean {
  return width < NARROW_PX || height < LOW_PX;
}

function pairIn({ width, height }: Room): Grid {
  return height > width ? { rows: 2, columns: 1 } : { rows: 1, columns: 2 };
}
