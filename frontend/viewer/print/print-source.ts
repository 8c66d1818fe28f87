import { isSameImage, type Annotation } from '../annotation';
import type { Cell } from '../cell';
import type { Reading } from '../desk';
import { enhancementOf, PLAIN } from '../enhance/enhancement';
import { screenOf, shotOf } from '../export/reading-shot';
import type { Shot } from '../export/snapshot';
import type { Frame } from '../frame';
import { loadPicture } from '../image-loader';
import type { PlaneName } from '../mpr/planes';
import { laidByFile, loadLaid } from '../presentation/laid-picture';
import { shownAsFiled } from '../shown';
import type { StudySession } from '../study-session';

/** A picture that is wanted on paper. */
export interface Wish {
  /** What is known of it before it is loaded. */
  readonly frame: Frame;
  readonly index: number;
  readonly count: number;
  readonly plane?: PlaneName | undefined;
  readonly take: () => Promise<Shot>;
  /** Of the canvas that it was zoomed on, pixels; undefined where all of the picture is wanted. */
  readonly from: { readonly width: number; readonly height: number } | undefined;
}

export interface PrintSourcePorts {
  /** Everything with a picture that is on the screen. */
  readonly readings: () => readonly Reading[];
  /** The places of the layout, that of the reader first. */
  readonly cells: () => readonly Cell[];
  readonly session: () => StudySession | undefined;
  readonly keyImages: () => readonly Annotation[];
}

/** The pictures that can be printed. */
export class PrintSource {
  constructor(readonly ports: PrintSourcePorts) {}

  /** As zoomed as they are. */
  get screen(): Wish[] {
    return this.ports.readings().flatMap((reading) => {
      const shot = shotOf(reading);
      const from = reading.viewport.isFitted ? undefined : screenOf(reading);
      return shot ? [{ ...shot, from, take: () => complete(shot) }] : [];
    });
  }

  get keyImageCount(): number {
    return this.ports.keyImages().length;
  }

  /** Of the series that is being read. */
  get frames(): readonly Frame[] {
    return this.ports.cells()[0]?.stack?.frames ?? [];
  }

  get series(): Wish[] {
    return this.frames.map((frame, index) => this.#wish(frame, index, this.frames.length));
  }

  /** Series by series as they are listed; series that were not opened yet are asked for. */
  async keyImages(signal: AbortSignal): Promise<Wish[]> {
    const session = this.ports.session();
    const wishes: Wish[] = [];
    for (const series of session?.series ?? []) {
      const own = this.ports.keyImages().filter((each) => each.seriesInstanceUID === series.seriesInstanceUID);
      if (session && own.length > 0) {
        const { slices } = await session.content(series, signal);
        session.release(series);
        const all = slices.map((frame, index) => this.#wish(frame, index, slices.length));
        wishes.push(...all.filter(({ frame }) => own.some((each) => isSameImage(each, frame))));
      }
    }
    return wishes;
  }

  #wish(frame: Frame, index: number, count: number): Wish {
    return { frame, index, count, from: undefined, take: () => this.#take(frame, index, count) };
  }

  /** As in the place where its series is read, else as the file says. */
  async #take(frame: Frame, index: number, count: number): Promise<Shot> {
    const stored = await loadPicture(frame, 'visible');
    const cell = this.ports.cells().find(({ stack }) => stack?.frames.includes(frame));
    const { image, viewport, ...shown } = cell ? cell.viewport.lookOf(frame, stored) : shownAsFiled(frame, stored);
    const enhancement = cell ? enhancementOf(cell.element) : PLAIN;
    const laid = cell ? cell.layers.laidOn(frame) : laidByFile(frame);
    return complete({ frame, index, count, look: { image, viewport, enhancement }, laid, ...shown });
  }
}

/** With all that lies over it, as far as it can be had. */
async function complete(shot: Shot): Promise<Shot> {
  await loadLaid(shot.laid);
  return shot;
}
