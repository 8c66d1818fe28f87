import type { ImagePoint } from '../measure';
import type { PlaneCell } from './plane-cell';

/** Which of the lines follow: the upright one, the level one or both. */
export type CrossAxes = 'column' | 'row' | 'both';

/** How near to a line the pointer takes hold of it, CSS pixels; a finger is broader. */
const REACH_PX = 6;
const FINGER_REACH_PX = 18;

/** Both lines are taken hold of within this many times the reach of one. */
const CENTRE = 2;

export interface CrossPorts {
  /** Where the lines meet on the element, CSS pixels from its top left corner. */
  readonly crossAt: () => ImagePoint;
  /** Whether the crosshairs go wherever the picture is pressed. */
  readonly isWholePicture: () => boolean;
  readonly onMove: (place: ImagePoint, axes: CrossAxes) => void;
}

/**
 * Lets the crosshairs of a plane be dragged. While a tool is in the hand, a press on a line never reaches it; while the
 * crosshairs are, the tools have nothing to do with one finger, and two fingers are theirs.
 */
export class CrossDrag {
  readonly #cell: PlaneCell;
  readonly #ports: CrossPorts;
  #axes: CrossAxes | undefined;
  #pointerId: number | undefined;

  constructor(cell: PlaneCell, ports: CrossPorts) {
    this.#cell = cell;
    this.#ports = ports;
    const { element } = cell;
    const early = { capture: true };
    element.addEventListener('pointerdown', (event) => this.#press(event), early);
    element.addEventListener('pointermove', (event) => this.#move(event), early);
    element.addEventListener('pointerup', (event) => this.#lift(event), early);
    element.addEventListener('pointercancel', (event) => this.#lift(event), early);
    for (const type of ['mousedown', 'touchstart'] as const) {
      element.addEventListener(type, (event) => this.#axes && this.#take(event), early);
    }
  }

  #press(event: PointerEvent): void {
    if (this.#axes) {
      this.#axes = undefined;
      return;
    }
    const axes = event.button === 0 ? this.#hit(event) : undefined;
    if (axes && this.#cell.image) {
      this.#axes = axes;
      this.#pointerId = event.pointerId;
      this.#cell.element.setPointerCapture(event.pointerId);
      this.#cell.element.focus({ preventScroll: true });
      this.#take(event);
      this.#follow(event);
    }
  }

  #move(event: PointerEvent): void {
    if (this.#axes && event.pointerId === this.#pointerId) {
      this.#take(event);
      this.#follow(event);
    } else if (!this.#axes && event.buttons === 0) {
      this.#cell.element.dataset['cross'] = this.#hit(event) ?? '';
    }
  }

  #lift(event: PointerEvent): void {
    if (this.#axes && event.pointerId === this.#pointerId) {
      this.#axes = undefined;
      this.#take(event);
    }
  }

  #follow(event: PointerEvent): void {
    this.#ports.onMove(this.#placeOf(event), this.#axes!);
  }

  #hit(event: PointerEvent): CrossAxes | undefined {
    const { x, y } = this.#placeOf(event);
    const cross = this.#ports.crossAt();
    const reach = event.pointerType === 'touch' ? FINGER_REACH_PX : REACH_PX;
    const [dx, dy] = [Math.abs(x - cross.x), Math.abs(y - cross.y)];
    if (dx < CENTRE * reach && dy < CENTRE * reach) {
      return 'both';
    }
    return dx < reach ? this.#upright : dy < reach ? this.#level : this.#ports.isWholePicture() ? 'both' : undefined;
  }

  /** In a picture that is turned by a quarter the line along the rows stands upright. */
  get #upright(): CrossAxes {
    return this.#cell.viewport.turn.rotation % 180 === 0 ? 'column' : 'row';
  }

  get #level(): CrossAxes {
    return this.#cell.viewport.turn.rotation % 180 === 0 ? 'row' : 'column';
  }

  #placeOf(event: PointerEvent): ImagePoint {
    const { left, top } = this.#cell.element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  #take(event: Event): void {
    if (!this.#ports.isWholePicture()) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }
}
