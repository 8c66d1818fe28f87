import type { EventBus } from './event-bus';
import { LINKS, type Guide, type LinkName } from './links';
import type { ImagePlane } from './patient-space';
import type { ReadingRoom } from './reading-room';
import type { Vector } from './vector';

/** What windows that show one study say to each other. */
type Word =
  /** A window has come, or a series in it, and wants to know where the others are. */
  | { readonly type: 'hello' }
  | { readonly type: 'links'; readonly on: readonly LinkName[] }
  | { readonly type: 'led'; readonly link: LinkName; readonly guide: Guide }
  | { readonly type: 'pointed'; readonly plane: ImagePlane; readonly position: Vector };

/** Opens this page once more for another monitor; asked again, the same window comes back with what is open here. */
export function openSecondWindow(): void {
  const { availWidth, availHeight } = screen;
  const size = `width=${Math.round(availWidth * 0.8)},height=${Math.round(availHeight * 0.8)}`;
  window.open(location.href, 'dicom-viewer-second', `popup,${size}`)?.focus();
}

/** Keeps the windows of this browser that show one study in step, as on a second monitor. */
export class OtherWindows {
  readonly #room: ReadingRoom;
  #channel: BroadcastChannel | undefined;

  constructor(room: ReadingRoom, bus: EventBus) {
    this.#room = room;
    bus.on('links-changed', () => this.#say({ type: 'links', on: room.links.on }));
    bus.on('crosshairs-moved', (point) => this.#say({ type: 'pointed', ...point }));
    // The window without the focus follows, and says nothing of it.
    bus.on('led', ({ link, guide }) => document.hasFocus() && this.#lead(link, guide));
    // Among several cells a new series joins those beside it.
    bus.on('cell-loaded', () => room.layout.visible.length === 1 && this.#say({ type: 'hello' }));
  }

  /** Joins those who show this study; nobody when undefined. */
  join(studyUID: string | undefined): void {
    this.#channel?.close();
    this.#channel = studyUID === undefined ? undefined : new BroadcastChannel(`dicom-viewer ${studyUID}`);
    this.#channel?.addEventListener('message', ({ data }) => this.#hear(data as Word));
    this.#say({ type: 'hello' });
  }

  #say(word: Word): void {
    this.#channel?.postMessage(word);
  }

  #lead(link: LinkName, guide: Guide): void {
    this.#say({ type: 'led', link, guide: sendable(guide) });
  }

  #tellWhere(): void {
    const { on, guide } = this.#room.links;
    if (on.length > 0) {
      this.#say({ type: 'links', on });
    }
    if (guide) {
      on.forEach((link) => this.#lead(link, guide));
    }
  }

  #hear(word: Word): void {
    const { layout, links, crosshairs } = this.#room;
    switch (word.type) {
      case 'hello':
        return this.#tellWhere();
      case 'links':
        return links.set(LINKS.filter((link) => word.on.includes(link)));
      case 'led':
        return links.follow(word.link, word.guide);
      case 'pointed':
        layout.useTool('crosshairs');
        return crosshairs.show(word.plane, word.position);
    }
  }
}

/** Without the metadata of the images, which would be cloned with every step. */
function sendable({ modality, place, view, windowing }: Guide): Guide {
  return {
    modality,
    place: { ...place, slice: placed(place.slice) },
    view: view && { ...view, of: placed(view.of) },
    windowing: windowing && { center: windowing.center, width: windowing.width },
  };
}

function placed(slice: Guide['place']['slice']): Guide['place']['slice'] {
  const { position, rowDirection, columnDirection, spacing, pixels, frameOfReferenceUID } = slice;
  return { position, rowDirection, columnDirection, spacing, pixels, frameOfReferenceUID };
}
