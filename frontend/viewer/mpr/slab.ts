import { combine, cross, type Vector } from '../vector';
import type { Plane } from './planes';
import type { Reslicer } from './reslice';

/** What a pixel shows of the values that lie behind each other in a slab: the largest, the smallest or their mean. */
export type Projection = 'mip' | 'minip' | 'mean';

export interface Slab {
  /** 0 for a single plane. */
  readonly thicknessMm: number;
  readonly projection: Projection;
}

export const SINGLE_PLANE: Slab = { thicknessMm: 0, projection: 'mip' };

/** What rounding may take from the thickness, as part of a step. */
const ROUNDING = 1e-6;

/** Distances from the plane that are read, in mm, as dense as the pixels and the same to both sides. */
export function slabOffsetsMm(thicknessMm: number, stepMm: number): number[] {
  const each = Math.floor(Math.max(0, thicknessMm) / (2 * stepMm) + ROUNDING);
  return Array.from({ length: 2 * each + 1 }, (_, index) => (index - each) * stepMm);
}

/** Reads a plane or a slab line by line, into memory of its own that is used again for every line. */
export class SlabReader {
  readonly #reslicer: Reslicer;
  readonly #plane: Plane;
  readonly #projection: Projection;
  readonly #offsets: readonly Vector[];
  readonly #line: Float32Array;
  readonly #read: Float32Array;
  readonly #counts: Uint16Array;

  constructor(reslicer: Reslicer, plane: Plane, slab: Slab) {
    const normal = cross(plane.row, plane.column);
    this.#reslicer = reslicer;
    this.#plane = plane;
    this.#projection = slab.projection;
    this.#offsets = slabOffsetsMm(slab.thicknessMm, plane.stepMm).map((mm) => combine(normal, mm, normal, 0));
    this.#line = new Float32Array(plane.columns);
    this.#read = new Float32Array(plane.columns);
    this.#counts = new Uint16Array(plane.columns);
  }

  /** @returns the values of a row, NaN where the volume has none; valid until the next call */
  readRow(row: number): Float32Array {
    const { origin, row: across, column, stepMm } = this.#plane;
    const start = combine(origin, 1, column, row * stepMm);
    const step = combine(across, stepMm, across, 0);
    if (this.#offsets.length === 1) {
      this.#reslicer.readLine(start, step, this.#line);
      return this.#line;
    }
    this.#line.fill(NaN);
    this.#counts.fill(0);
    for (const offset of this.#offsets) {
      this.#reslicer.readLine(combine(start, 1, offset, 1), step, this.#read);
      this.#gather();
    }
    if (this.#projection === 'mean') {
      divide(this.#line, this.#counts);
    }
    return this.#line;
  }

  #gather(): void {
    switch (this.#projection) {
      case 'mip':
        return keepLargest(this.#line, this.#read);
      case 'minip':
        return keepSmallest(this.#line, this.#read);
      case 'mean':
        return add(this.#line, this.#read, this.#counts);
    }
  }
}

// Comparisons with NaN are false: what is not there neither wins nor, once something is there, stays.

function keepLargest(kept: Float32Array, read: Float32Array): void {
  for (let at = 0; at < kept.length; at++) {
    const value = read[at];
    if (value === value && !(kept[at] >= value)) kept[at] = value;
  }
}

function keepSmallest(kept: Float32Array, read: Float32Array): void {
  for (let at = 0; at < kept.length; at++) {
    const value = read[at];
    if (value === value && !(kept[at] <= value)) kept[at] = value;
  }
}

function add(sums: Float32Array, read: Float32Array, counts: Uint16Array): void {
  for (let at = 0; at < sums.length; at++) {
    const value = read[at];
    if (value === value) {
      sums[at] = counts[at] === 0 ? value : sums[at] + value;
      counts[at]++;
    }
  }
}

function divide(sums: Float32Array, counts: Uint16Array): void {
  for (let at = 0; at < sums.length; at++) {
    if (counts[at] > 1) sums[at] /= counts[at];
  }
}
