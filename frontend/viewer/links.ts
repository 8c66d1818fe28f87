import type { Cell } from './cell';
import type { EventBus } from './event-bus';
import type { Layout } from './layout';
import { followScroll, followView, stackPlace, type Follow, type StackPlace, type View } from './linking';
import type { Placed } from './patient-space';
import type { Windowing } from './window-presets';

/** What cells can do together. */
export const LINKS = ['scroll', 'zoom', 'window'] as const;
export type LinkName = (typeof LINKS)[number];

/** What a leading cell shows: all that others need in order to follow, also in another window. */
export interface Guide {
  readonly modality: string;
  readonly place: StackPlace;
  readonly view: { readonly of: Placed; readonly view: View } | undefined;
  readonly windowing: Windowing | undefined;
}

/** Cells that follow the one that is being read: through the slices, in place and size, and in the window. */
export class Links {
  readonly #layout: Layout;
  readonly #bus: EventBus;
  #on: ReadonlySet<LinkName> = new Set();
  #isFollowing = false;

  constructor(layout: Layout, bus: EventBus) {
    this.#layout = layout;
    this.#bus = bus;
    bus.on('cell-scrolled', (cell) => this.#led('scroll', cell));
    bus.on('cell-moved', (cell) => this.#led('zoom', cell));
    bus.on('cell-windowed', (cell) => this.#led('window', cell));
    bus.on('cell-loaded', (cell) => this.#join(cell));
  }

  get on(): readonly LinkName[] {
    return [...this.#on];
  }

  isOn(link: LinkName): boolean {
    return this.#on.has(link);
  }

  /** What the leader shows. */
  get guide(): Guide | undefined {
    return guideOf(this.#layout.leader);
  }

  /** On: the other cells come to where the active one is. */
  toggle(link: LinkName): void {
    this.set(LINKS.filter((each) => (each === link) !== this.isOn(each)));
    this.#bus.emit('links-changed', undefined);
    this.#layout.lead(this.#layout.active);
    this.#led(link, this.#layout.active);
  }

  set(links: readonly LinkName[]): void {
    this.#on = new Set(links);
    this.#bus.emit('changed', undefined);
  }

  /** Follows what is done in another window, without leading it in turn. */
  follow(link: LinkName, guide: Guide): void {
    if (this.isOn(link)) {
      this.#isFollowing = true;
      this.#layout.visible.forEach((cell) => bring(link, cell, guide));
      this.#isFollowing = false;
    }
  }

  /** How a cell follows the leader through the slices; undefined when it does not. */
  followed(cell: Cell): Follow | undefined {
    const { leader, visible } = this.#layout;
    const isFollowing = this.isOn('scroll') && cell !== leader && visible.includes(cell);
    return isFollowing ? followOf(guideOf(leader), cell) : undefined;
  }

  /** Only the leader is followed: what the others do is their following. */
  #led(link: LinkName, leader: Cell): void {
    const guide = leader === this.#layout.leader && this.isOn(link) ? guideOf(leader) : undefined;
    if (guide && !this.#isFollowing) {
      this.#layout.visible.filter((cell) => cell !== leader).forEach((cell) => bring(link, cell, guide));
      this.#bus.emit('led', { link, guide });
    }
  }

  /** A series that has just been opened comes to where the others are, not they to it. */
  #join(cell: Cell): void {
    const { leader, visible } = this.#layout;
    const others = (leader === cell ? visible : [leader]).filter((other) => other !== cell && visible.includes(other));
    const guides = others.map(guideOf).filter((guide) => guide !== undefined);
    const guide = guides.find((each) => followOf(each, cell)) ?? guides.at(0);
    if (guide) {
      this.on.forEach((link) => bring(link, cell, guide));
    }
  }
}

function guideOf({ stack, series, viewport }: Cell): Guide | undefined {
  const { frame, view, windowing } = viewport;
  return (
    stack && {
      modality: series?.modality ?? '',
      place: stackPlace(stack.frames, stack.target),
      view: frame && view && { of: frame, view },
      windowing,
    }
  );
}

function bring(link: LinkName, cell: Cell, guide: Guide): void {
  switch (link) {
    case 'scroll':
      return followSlice(cell, guide);
    case 'zoom':
      return followPlace(cell, guide);
    case 'window':
      return followWindow(cell, guide);
  }
}

function followOf(guide: Guide | undefined, { stack }: Cell): Follow | undefined {
  return guide && stack && followScroll(guide.place, stack.frames, stack.target);
}

function followSlice(cell: Cell, guide: Guide): void {
  const place = followOf(guide, cell)?.place;
  if (place !== undefined) {
    void cell.stack?.scrollTo(place);
  }
}

function followPlace({ viewport }: Cell, { view }: Guide): void {
  if (viewport.frame && view) {
    viewport.look(followView(view.view, view.of, viewport.frame));
  }
}

/** Greys of different modalities have nothing in common, nor have tables of one file with another file. */
function followWindow({ viewport, series }: Cell, { windowing, modality }: Guide): void {
  if (windowing && series?.modality === modality) {
    viewport.setWindow(windowing);
  }
}
