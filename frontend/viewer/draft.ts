import { POINTS_TO_PLACE, type FigureKind } from './annotation';
import { withShortAxis, type Aspect } from './bidirectional';
import type { ImagePoint } from './measure';

/** Points of an outline at most; the server keeps no more. */
const MOST_POINTS = 2_000;

/** Points that an outline needs at least. */
const FEWEST_OUTLINE = 3;

/**
 * A figure while it is being drawn. Points are placed by pressing, dragging and letting go, or by a click each; both
 * can be mixed. A freehand outline follows the drag and closes when let go, or takes a corner with each click until it is
 * closed on purpose.
 */
export class Draft {
  readonly #placed: ImagePoint[];
  #following: ImagePoint;
  #isClosed = false;

  constructor(
    readonly kind: FigureKind,
    at: ImagePoint,
    readonly aspect: Aspect,
  ) {
    this.#placed = [at];
    this.#following = at;
  }

  get isComplete(): boolean {
    return this.#isClosed || this.#placed.length >= POINTS_TO_PLACE[this.kind];
  }

  /** Points as they would be if the pointer stayed where it is. */
  get points(): readonly ImagePoint[] {
    const points = this.isComplete ? this.#placed : [...this.#placed, this.#following];
    return this.kind === 'bidirectional' && points.length === 2
      ? withShortAxis(points[0], points[1], this.aspect)
      : points;
  }

  /** The place where an outline began, to be closed there; undefined while that would make none. */
  get closingPoint(): ImagePoint | undefined {
    return this.kind === 'freehand' && this.#placed.length >= FEWEST_OUTLINE ? this.#placed[0] : undefined;
  }

  press(at: ImagePoint): void {
    if (!this.isComplete) {
      this.#placed.push(at);
      this.#following = at;
    }
  }

  move(at: ImagePoint, isPressed: boolean): void {
    this.#following = at;
    if (!isPressed) {
      return;
    }
    if (this.kind === 'freehand') {
      this.#trace(at);
    } else if (this.isComplete) {
      this.#placed[this.#placed.length - 1] = at;
    }
  }

  /** @param hasDragged whether the pointer moved between pressing and letting go */
  release(at: ImagePoint, hasDragged: boolean): void {
    if (!hasDragged) {
      return;
    }
    if (this.kind === 'freehand') {
      this.close();
    } else if (!this.isComplete) {
      this.#placed.push(at);
    }
  }

  /** Takes the point of the last press back. */
  takeBack(): void {
    if (this.#placed.length > 1) {
      this.#placed.pop();
    }
  }

  /** Closes an outline where it is. */
  close(): void {
    this.#isClosed = this.kind === 'freehand' && this.#placed.length >= FEWEST_OUTLINE;
  }

  #trace(at: ImagePoint): void {
    if (this.#placed.length < MOST_POINTS) {
      this.#placed.push(at);
    }
  }
}
