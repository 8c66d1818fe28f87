import type { FilterName } from './enhancement';

/** Values that are drawn by a table: stored ones, or the indices of a plane. */
export type IndexArray = Uint8Array | Int8Array | Uint16Array | Int16Array;

export interface FilterInput {
  readonly values: IndexArray;
  readonly columns: number;
  readonly rows: number;
  readonly min: number;
  readonly max: number;
  /** The value that stands for nothing, where there is one. */
  readonly padding: number | undefined;
}

/** How much of what smoothing takes away is put on top, for one step of strength. */
const SHARPEN_SHARE = 0.9;

/** The slope across a pixel for one step of strength: the Sobel operator gives eight times the difference. */
const EDGE_SHARE = 1 / 4;

/** The same kind of values, filtered and kept from `min` to `max`. For edges, `min` is where there are none. */
export function filtered(input: FilterInput, filter: FilterName, strength: number): IndexArray {
  switch (filter) {
    case 'none':
      return input.values;
    case 'smooth':
      return written(input, smoothed(prepared(input), input.columns, input.rows, strength));
    case 'sharpen':
      return written(input, sharpened(prepared(input), input.columns, input.rows, strength));
    case 'edges':
      return written(input, edges(prepared(input), input, strength));
  }
}

/** Padding takes part as the smallest value: it lies outside, where there is nothing. */
function prepared({ values, padding, min }: FilterInput): Float32Array {
  const prepared = Float32Array.from(values);
  if (padding !== undefined) {
    for (let at = 0; at < prepared.length; at++) {
      if (values[at] === padding) prepared[at] = min;
    }
  }
  return prepared;
}

function written({ values, min, max, padding }: FilterInput, result: Float32Array): IndexArray {
  const drawn = values.slice();
  for (let at = 0; at < drawn.length; at++) {
    if (values[at] !== padding) {
      drawn[at] = Math.round(Math.min(max, Math.max(min, result[at])));
    }
  }
  return drawn;
}

/** Binomial weights 1 4 6 4 1 along rows, then along columns; the pixels at an edge stand for those beyond it. */
function smoothed(values: Float32Array, columns: number, rows: number, passes: number): Float32Array {
  let result = values;
  for (let pass = 0; pass < passes; pass++) {
    result = alongColumns(alongRows(result, columns, rows), columns, rows);
  }
  return result;
}

function alongRows(values: Float32Array, columns: number, rows: number): Float32Array {
  const result = new Float32Array(values.length);
  const last = columns - 1;
  for (let y = 0, start = 0; y < rows; y++, start += columns) {
    for (let x = 0; x < columns; x++) {
      const one = values[start + (x > 0 ? x - 1 : 0)] + values[start + (x < last ? x + 1 : last)];
      const two = values[start + (x > 1 ? x - 2 : 0)] + values[start + (x < last - 1 ? x + 2 : last)];
      result[start + x] = (6 * values[start + x] + 4 * one + two) / 16;
    }
  }
  return result;
}

function alongColumns(values: Float32Array, columns: number, rows: number): Float32Array {
  const result = new Float32Array(values.length);
  const last = rows - 1;
  const line = (y: number) => Math.min(last, Math.max(0, y)) * columns;
  for (let y = 0; y < rows; y++) {
    const [up2, up1, here, down1, down2] = [line(y - 2), line(y - 1), line(y), line(y + 1), line(y + 2)];
    for (let x = 0; x < columns; x++) {
      const one = values[up1 + x] + values[down1 + x];
      const two = values[up2 + x] + values[down2 + x];
      result[here + x] = (6 * values[here + x] + 4 * one + two) / 16;
    }
  }
  return result;
}

/** Unsharp mask. */
function sharpened(values: Float32Array, columns: number, rows: number, strength: number): Float32Array {
  const soft = smoothed(values, columns, rows, 1);
  const share = SHARPEN_SHARE * strength;
  for (let at = 0; at < soft.length; at++) {
    soft[at] = values[at] + share * (values[at] - soft[at]);
  }
  return soft;
}

/** Length of the gradient (Sobel), counted from the smallest value. */
function edges(values: Float32Array, { columns, rows, min }: FilterInput, strength: number): Float32Array {
  const result = new Float32Array(values.length);
  const share = EDGE_SHARE * strength;
  for (let y = 0; y < rows; y++) {
    const [up, here, down] = [Math.max(0, y - 1) * columns, y * columns, Math.min(rows - 1, y + 1) * columns];
    for (let x = 0; x < columns; x++) {
      const left = x > 0 ? x - 1 : 0;
      const right = x < columns - 1 ? x + 1 : x;
      const dx =
        values[up + right] + 2 * values[here + right] + values[down + right] -
        values[up + left] - 2 * values[here + left] - values[down + left];
      const dy =
        values[down + left] + 2 * values[down + x] + values[down + right] -
        values[up + left] - 2 * values[up + x] - values[up + right];
      result[here + x] = min + share * Math.sqrt(dx * dx + dy * dy);
    }
  }
  return result;
}
