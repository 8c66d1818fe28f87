import { reducedGeometry } from './reduction';
import { Reslicer } from './reslice';
import { indexScale, type IndexScale } from './plane-values';
import type { VolumeGeometry } from './volume';
import { reduced, rescaled, type SliceValues, type StoredSlice } from './volume-values';

/** A volume that is filled slice by slice, in any order. */
export class VolumeStore {
  readonly reslicer: Reslicer;
  readonly #geometry: VolumeGeometry;
  readonly #reduction: number;
  readonly #slices: (SliceValues | undefined)[];
  #sliceCount = 0;
  #min = Infinity;
  #max = -Infinity;
  #isWhole = true;

  /** @param geometry of the files, before the reduction */
  constructor(geometry: VolumeGeometry, reduction: number) {
    this.#geometry = geometry;
    this.#reduction = reduction;
    this.#slices = Array.from(geometry.origins, () => undefined);
    this.reslicer = new Reslicer({ geometry: reducedGeometry(geometry, reduction), slices: this.#slices });
  }

  get sliceCount(): number {
    return this.#sliceCount;
  }

  /** Of all values that are here by now. */
  get scale(): IndexScale {
    return indexScale(this.#min, this.#max, this.#isWhole);
  }

  put(place: number, slice: StoredSlice): void {
    const { columns, rows } = this.#geometry;
    if (slice.values.length !== columns * rows) {
      throw new Error(`A slice has ${slice.values.length} values instead of ${columns} x ${rows}.`);
    }
    const values = rescaled(reduced(slice, columns, rows, this.#reduction));
    const ends = [slice.minPixelValue, slice.maxPixelValue].map((value) => value * slice.slope + slice.intercept);
    this.#sliceCount += this.#slices[place] ? 0 : 1;
    this.#slices[place] = values;
    this.#min = Math.min(this.#min, ...ends);
    this.#max = Math.max(this.#max, ...ends);
    this.#isWhole &&= !(values instanceof Float32Array);
  }
}
