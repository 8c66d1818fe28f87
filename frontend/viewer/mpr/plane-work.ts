import type { PlaneAnswer, PlaneRequest } from './mpr-message';
import { writeIndices, type IndexScale } from './plane-values';
import { SlabReader } from './slab';
import type { VolumeStore } from './volume-store';

/** A plane that is cut out of the volume in portions, so that a newer wish can come in between. */
export class PlaneWork {
  readonly #request: PlaneRequest;
  readonly #reader: SlabReader;
  readonly #scale: IndexScale;
  readonly #sliceCount: number;
  readonly #indices: Uint16Array<ArrayBuffer>;
  #row = 0;

  constructor(request: PlaneRequest, volume: VolumeStore) {
    const { plane, slab } = request;
    this.#request = request;
    this.#reader = new SlabReader(volume.reslicer, plane, slab);
    this.#scale = volume.scale;
    this.#sliceCount = volume.sliceCount;
    this.#indices = new Uint16Array(plane.columns * plane.rows);
  }

  /** Goes on while `hasTime`. @returns the answer once all rows are cut */
  advance(hasTime: () => boolean): PlaneAnswer | undefined {
    const { columns, rows } = this.#request.plane;
    do {
      writeIndices(this.#reader.readRow(this.#row), this.#scale, this.#indices, this.#row * columns);
    } while (++this.#row < rows && hasTime());
    return this.#row < rows ? undefined : this.#answer();
  }

  #answer(): PlaneAnswer {
    const { id, name } = this.#request;
    return { type: 'plane', id, name, indices: this.#indices, scale: this.#scale, sliceCount: this.#sliceCount };
  }
}
