import type { Cell } from './cell';
import type { EventBus } from './event-bus';
import type { Layout } from './layout';
import { followScroll, followView, type Follow } from './linking';

/** What cells can do together. */
export const LINKS = ['scroll', 'zoom', 'window'] as const;
export type LinkName = (typeof LINKS)[number];

/** Cells that follow the one that is being read: through the slices, in place and size, and in the window. */
export class Links {
  readonly #layout: Layout;
  readonly #bus: EventBus;
  readonly #on = new Set<LinkName>();

  constructor(layout: Layout, bus: EventBus) {
    this.#layout = layout;
    this.#bus = bus;
    bus.on('cell-scrolled', (cell) => this.#led('scroll', cell));
    bus.on('cell-moved', (cell) => this.#led('zoom', cell));
    bus.on('cell-windowed', (cell) => this.#led('window', cell));
    bus.on('cell-loaded', (cell) => this.#join(cell));
  }

  isOn(link: LinkName): boolean {
    return this.#on.has(link);
  }

  /** On: the other cells come to where the active one is. */
  toggle(link: LinkName): void {
    if (!this.#on.delete(link)) {
      this.#on.add(link);
      this.#layout.lead(this.#layout.active);
      this.#led(link, this.#layout.active);
    }
    this.#bus.emit('changed', undefined);
  }

  /** How a cell follows the leader through the slices; undefined when it does not. */
  follow(cell: Cell): Follow | undefined {
    const leader = this.#layout.leader;
    const isFollowing = this.isOn('scroll') && cell !== leader && this.#layout.visible.includes(cell);
    return isFollowing ? followOf(leader, cell) : undefined;
  }

  /** Only the leader is followed: what the others do is their following. */
  #led(link: LinkName, leader: Cell): void {
    if (leader === this.#layout.leader && this.isOn(link)) {
      this.#layout.visible.filter((cell) => cell !== leader).forEach((cell) => this.#bring(link, cell, leader));
    }
  }

  /** A series that has just been opened comes to where the others are, not they to it. */
  #join(cell: Cell): void {
    const { leader, visible } = this.#layout;
    const guide = leader !== cell ? leader : visible.find((other) => other !== cell && followOf(other, cell));
    if (guide && visible.includes(guide)) {
      [...this.#on].forEach((link) => this.#bring(link, cell, guide));
    }
  }

  #bring(link: LinkName, cell: Cell, leader: Cell): void {
    switch (link) {
      case 'scroll':
        return followSlice(cell, leader);
      case 'zoom':
        return followPlace(cell, leader);
      case 'window':
        return followWindow(cell, leader);
    }
  }
}

function followOf({ stack }: Cell, cell: Cell): Follow | undefined {
  return stack && cell.stack && followScroll({ frames: stack.frames, place: stack.target }, cell.stack.frames, cell.stack.target);
}

function followSlice(cell: Cell, leader: Cell): void {
  const place = followOf(leader, cell)?.place;
  if (place !== undefined) {
    void cell.stack?.scrollTo(place);
  }
}

function followPlace({ viewport }: Cell, leader: Cell): void {
  const [from, to, view] = [leader.viewport.frame, viewport.frame, leader.viewport.view];
  if (from && to && view) {
    viewport.look(followView(view, from, to));
  }
}

/** Greys of different modalities have nothing in common, nor have tables of one file with another file. */
function followWindow({ viewport, series }: Cell, leader: Cell): void {
  const { windowing } = leader.viewport;
  if (windowing && series?.modality === leader.series?.modality) {
    viewport.setWindow(windowing);
  }
}
