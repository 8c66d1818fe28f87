import type { Cell } from './cell';
import type { EventBus } from './event-bus';
import type { Layout } from './layout';
import type { ImagePoint } from './measure';
import { sharesSpace, toPatient, toPixel, type ImagePlane } from './patient-space';
import { isInside, nearestSlice, planeOf } from './slice-search';
import type { Vector } from './vector';

/** One place of the patient, found again in every cell of its Frame of Reference. */
export class Crosshairs {
  readonly #layout: Layout;
  readonly #bus: EventBus;
  #plane: ImagePlane | undefined;
  #position: Vector | undefined;

  constructor(layout: Layout, bus: EventBus) {
    this.#layout = layout;
    this.#bus = bus;
    bus.on('cell-pointed', ({ cell, at }) => this.#point(cell, at));
  }

  /** In mm in the patient, undefined while the tool is not in use or points at nothing. */
  get position(): Vector | undefined {
    return this.#layout.tool === 'crosshairs' ? this.#position : undefined;
  }

  /** Where the position is in the picture of a cell, undefined when that slice does not hold it. */
  in({ stack, viewport, isBlank }: Cell): ImagePoint | undefined {
    const position = isBlank ? undefined : this.position;
    const plane = viewport.frame && planeOf(viewport.frame);
    if (!position || !plane || !stack || !this.#isOfSpace(plane) || !isInside(stack.frames, stack.shown, position)) {
      return undefined;
    }
    const at = toPixel(plane, position);
    return at.x >= 0 && at.y >= 0 && at.x <= plane.columns && at.y <= plane.rows ? at : undefined;
  }

  /**
   * Finds a position in every cell.
   *
   * @param plane that it was pointed at in
   * @param origin the cell that stays as it is
   */
  show(plane: ImagePlane, position: Vector, origin?: Cell): void {
    this.#plane = plane;
    this.#position = position;
    this.#layout.cells.filter((cell) => cell !== origin).forEach((cell) => this.#bring(cell));
    this.#bus.emit('changed', undefined);
  }

  clear(): void {
    this.#plane = this.#position = undefined;
  }

  #point(cell: Cell, at: ImagePoint): void {
    const plane = cell.viewport.frame && planeOf(cell.viewport.frame);
    if (plane) {
      this.show(plane, toPatient(plane, at), cell);
      this.#bus.emit('crosshairs-moved', { plane, position: toPatient(plane, at) });
    }
  }

  #bring({ stack }: Cell): void {
    if (stack && this.#position) {
      const isWanted = (plane: ImagePlane) => this.#isOfSpace(plane);
      const found = nearestSlice(stack.frames, this.#position, stack.target, isWanted);
      if (found?.isInside) {
        void stack.scrollTo(found.place);
      }
    }
  }

  /** The picture that was pointed at is in its own space even when the file does not name that. */
  #isOfSpace(plane: ImagePlane): boolean {
    return plane === this.#plane || (this.#plane !== undefined && sharesSpace(plane, this.#plane));
  }
}
