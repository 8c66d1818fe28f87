import { combine } from '../vector';
import type { VolumeGeometry } from './volume';

/** Bytes of a value at the most frequent: whole numbers of 16 bits. */
const VALUE_BYTES = 2;

/** How many pixels along each edge have to become one for the volume to fit: 1, 2, 4 and so on. */
export function reductionFor({ columns, rows, origins }: VolumeGeometry, mostBytes: number): number {
  const bytes = columns * rows * origins.length * VALUE_BYTES;
  return 2 ** Math.max(0, Math.ceil(Math.log2(Math.sqrt(bytes / mostBytes))));
}

/** The geometry of a volume whose pixels were made one by `factor` x `factor`. */
export function reducedGeometry(geometry: VolumeGeometry, factor: number): VolumeGeometry {
  const { columns, rows, row, column, columnMm, rowMm, origins } = geometry;
  if (factor === 1) {
    return geometry;
  }
  const half = (factor - 1) / 2;
  const shift = combine(row, half * columnMm, column, half * rowMm);
  return {
    ...geometry,
    columns: Math.floor(columns / factor),
    rows: Math.floor(rows / factor),
    columnMm: columnMm * factor,
    rowMm: rowMm * factor,
    origins: origins.map((origin) => combine(origin, 1, shift, 1)),
  };
}
