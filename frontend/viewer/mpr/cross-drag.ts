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
  readonly onMove: (place: ImagePoint, axes: CrossAxes) => void;
}

/** Lets the lines of a plane be dragged, whatever tool is in use: a press on a line never reaches the tools. */
export class CrossDrag {
  readonly #cell: PlaneCell;
  #ports: CrossPorts | undefined;
  #axes: CrossAxes | undefined;
  #pointerId: number | undefined;

  /** To be made before the tools of the cell, so that it hears of a press before them. */
  constructor(cell: PlaneCell) {
    this.#cell = cell;
    const { element } = cell;
    const early = { capture: true };
    element.addEventListener('pointerdown', (event) => this.#press(event), early);
    element.addEventListener('pointermove', (event) => this.#move(event), early);
    element.addEventListener('pointerup', (event) => this.#lift(event), early);
    element.addEventListener('pointercancel', (event) => this.#lift(event), early);
    for (const type of ['mousedown', 'touchstart'] as const) {
      element.addEventListener(type, (event) => this.#axes && take(event), early);
    }
  }

  tell(ports: CrossPorts): void {
    this.#ports = ports;
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
      take(event);
      this.#follow(event);
    }
  }

  #move(event: PointerEvent): void {
    if (this.#axes && event.pointerId === this.#pointerId) {
      take(event);
      this.#follow(event);
    } else if (!this.#axes && event.buttons === 0) {
      this.#cell.element.dataset['cross'] = this.#hit(event) ?? '';
    }
  }

  #lift(event: PointerEvent): void {
    if (this.#axes && event.pointerId === this.#pointerId) {
      this.#axes = undefined;
      take(event);
    }
  }

  #follow(event: PointerEvent): void {
    this.#ports?.onMove(this.#placeOf(event), this.#axes!);
  }

  #hit(event: PointerEvent): CrossAxes | undefined {
    const { x, y } = this.#placeOf(event);
    const cross = this.#ports?.crossAt();
    const reach = event.pointerType === 'touch' ? FINGER_REACH_PX : REACH_PX;
    if (!cross) {
      return undefined;
    }
    const [dx, dy] = [Math.abs(x - cross.x), Math.abs(y - cross.y)];
    if (dx < CENTRE * reach && dy < CENTRE * reach) {
      return 'both';
    }
    return dx < reach ? this.#upright : dy < reach ? this.#level : undefined;
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
}

function take(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
