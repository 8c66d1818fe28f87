import { dot, type Vector } from '../vector';
import type { VolumeGeometry } from './volume';
import type { SliceValues } from './volume-values';

export interface Volume {
  readonly geometry: VolumeGeometry;
  /** In the order of `geometry.origins`; undefined while a slice is not there. */
  readonly slices: readonly (SliceValues | undefined)[];
}

/** What rounding in headers may put outside of the outermost slices, in mm. */
const SLICE_EDGE_MM = 1e-4;

/** The same for the outermost pixels, in pixels. */
const PIXEL_EDGE = 1e-4;

/** Less than this from pixel to pixel along the normal is rounding: the line stays between two slices. */
const LEVEL_MM = 1e-9;

/** Less than this part of the way to the next slice is rounding too. */
const LEVEL_SHARE = 1e-6;

/**
 * Reads values between those of a volume: trilinear in the cell of eight neighbours of the files. Each pair of slices has
 * its own distance and its own shift along rows and columns, so that uneven spacing and a tilted gantry come out where
 * they are in the patient.
 */
export class Reslicer {
  readonly #slices: Volume['slices'];
  readonly #geometry: VolumeGeometry;
  /** Of each slice along the normal, in mm. */
  readonly #places: Float64Array;
  /** Of the first pixel of each slice along rows, in columns, and along columns, in rows. */
  readonly #lefts: Float64Array;
  readonly #tops: Float64Array;

  constructor({ geometry, slices }: Volume) {
    const { origins, row, column, normal, columnMm, rowMm } = geometry;
    this.#geometry = geometry;
    this.#slices = slices;
    this.#places = Float64Array.from(origins, (origin) => dot(origin, normal));
    this.#lefts = Float64Array.from(origins, (origin) => dot(origin, row) / columnMm);
    this.#tops = Float64Array.from(origins, (origin) => dot(origin, column) / rowMm);
  }

  /** Fills `line` with the values at `start`, `start + step` and so on, in mm; NaN where the volume has none. */
  readLine(start: Vector, step: Vector, line: Float32Array): void {
    const { row, column, normal, columnMm, rowMm } = this.#geometry;
    const rise = dot(step, normal);
    const way: Way = {
      z: dot(start, normal),
      dz: Math.abs(rise) < LEVEL_MM ? 0 : rise,
      u: dot(start, row) / columnMm,
      du: dot(step, row) / columnMm,
      v: dot(start, column) / rowMm,
      dv: dot(step, column) / rowMm,
    };
    for (let at = 0; at < line.length; ) {
      const below = this.#sliceBelow(way.z + at * way.dz);
      const end = Math.min(line.length, Math.max(at + 1, this.#pixelAfter(way, below)));
      this.#between(below, way, at, end, line);
      at = end;
    }
  }

  /** The last slice below `z`, but for the highest one; -1 before the first and the number of slices past the last. */
  #sliceBelow(z: number): number {
    const places = this.#places;
    const last = places.length - 1;
    if (!(z >= places[0] - SLICE_EDGE_MM)) {
      return -1;
    }
    if (z > places[last] + SLICE_EDGE_MM) {
      return places.length;
    }
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (places[middle] <= z) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The first pixel of the line that is no longer above the slice `below` and below the next one. */
  #pixelAfter({ z, dz }: Way, below: number): number {
    const places = this.#places;
    const last = places.length - 1;
    if (dz === 0) {
      return Infinity;
    }
    if (dz > 0) {
      const inside = below >= last - 1 ? places[last] + SLICE_EDGE_MM : places[below + 1];
      const upper = below < 0 ? places[0] - SLICE_EDGE_MM : inside;
      return below > last ? Infinity : Math.ceil((upper - z) / dz);
    }
    const lower = below > last ? places[last] + SLICE_EDGE_MM : below === 0 ? places[0] - SLICE_EDGE_MM : places[below];
    return below < 0 ? Infinity : Math.floor((lower - z) / dz) + 1;
  }

  #between(below: number, way: Way, from: number, to: number, line: Float32Array): void {
    const { columns, rows } = this.#geometry;
    const gap = this.#places[below + 1] - this.#places[below];
    const shiftU = this.#lefts[below + 1] - this.#lefts[below];
    const shiftV = this.#tops[below + 1] - this.#tops[below];
    const dt = way.dz / gap;
    const t = (way.z + from * way.dz - this.#places[below]) / gap;
    // A line that lies in a slice has its values from that slice alone.
    const near = this.#slices[dt === 0 && t > 1 - LEVEL_SHARE ? below + 1 : below];
    const far = this.#slices[dt === 0 && t < LEVEL_SHARE ? below : below + 1];
    if (!near || !far) {
      line.fill(NaN, from, to);
      return;
    }
    const du = way.du - dt * shiftU;
    const dv = way.dv - dt * shiftV;
    const u = way.u + from * way.du - this.#lefts[below] - t * shiftU;
    const v = way.v + from * way.dv - this.#tops[below] - t * shiftV;
    const count = to - from;
    const first = Math.max(entry(u, du, columns - 1, count), entry(v, dv, rows - 1, count));
    const past = Math.max(first, Math.min(exit(u, du, columns - 1, count), exit(v, dv, rows - 1, count)));
    line.fill(NaN, from, from + first);
    blend(near, far, columns, rows, line, from + first, from + past, {
      u: u + first * du,
      du,
      v: v + first * dv,
      dv,
      t: t + first * dt,
      dt,
    });
    line.fill(NaN, from + past, to);
  }
}

/** A line through the volume: along the normal in mm, along rows in columns and along columns in rows. */
interface Way {
  readonly z: number;
  readonly dz: number;
  readonly u: number;
  readonly du: number;
  readonly v: number;
  readonly dv: number;
}

/** A line between two slices: column, row and share of the upper slice, each with its change from pixel to pixel. */
interface Course {
  readonly u: number;
  readonly du: number;
  readonly v: number;
  readonly dv: number;
  readonly t: number;
  readonly dt: number;
}

/** Steps until `start + steps * change` is inside 0 to `most`, `count` when it never is. */
function entry(start: number, change: number, most: number, count: number): number {
  const [low, high] = [-PIXEL_EDGE, most + PIXEL_EDGE];
  if (start >= low && start <= high) {
    return 0;
  }
  const bound = start < low ? low : high;
  const steps = Math.ceil((bound - start) / change);
  return steps >= 0 && steps < count ? steps : count;
}

/** Steps after which `start + steps * change` is past 0 to `most`. */
function exit(start: number, change: number, most: number, count: number): number {
  if (change === 0) {
    return count;
  }
  const bound = change > 0 ? most + PIXEL_EDGE : -PIXEL_EDGE;
  return Math.min(count, Math.max(0, Math.floor((bound - start) / change) + 1));
}

/** Every pixel costs eight reads and nothing else: no call, no object, no test of an edge that `entry` has passed. */
function blend(
  near: SliceValues,
  far: SliceValues,
  columns: number,
  rows: number,
  line: Float32Array,
  from: number,
  to: number,
  { u: startU, du, v: startV, dv, t: startT, dt }: Course,
): void {
  const [lastX, lastY] = [columns - 2, rows - 2];
  let [u, v, t] = [startU, startV, startT];
  for (let at = from; at < to; at++, u += du, v += dv, t += dt) {
    let x = u | 0;
    let y = v | 0;
    if (x > lastX) x = lastX;
    if (y > lastY) y = lastY;
    const fx = u - x;
    const fy = v - y;
    const here = y * columns + x;
    const under = here + columns;
    const nearUpper = near[here] + fx * (near[here + 1] - near[here]);
    const nearLower = near[under] + fx * (near[under + 1] - near[under]);
    const farUpper = far[here] + fx * (far[here + 1] - far[here]);
    const farLower = far[under] + fx * (far[under + 1] - far[under]);
    const nearValue = nearUpper + fy * (nearLower - nearUpper);
    const farValue = farUpper + fy * (farLower - farUpper);
    line[at] = nearValue + t * (farValue - nearValue);
  }
}
