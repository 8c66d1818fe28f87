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
