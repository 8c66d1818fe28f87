import type { AnnotationStore } from '../annotation-store';
import type { Messages } from '../messages';
import { everyNth, fineness, hasRoomForTexts, pictureRoom, PRINT_GRIDS, usualPaper } from './print-plan';
import type { Paper, PrintGrid } from './print-plan';
import { printSheet } from './print-sheet';
import { PrintSource, type PrintSourcePorts, type Wish } from './print-source';
import { missingPicture, printedPicture, type PrintedPicture } from './printed-picture';

export type PrintWhat = 'screen' | 'keyImages' | 'series';

export interface PrintOptions {
  readonly what: PrintWhat;
  /** Of the series every n-th image. */
  readonly every: number;
  readonly grid: PrintGrid;
  readonly paper: Paper;
  readonly hasTexts: boolean;
  readonly hasMarks: boolean;
}

export interface PrintPorts extends PrintSourcePorts {
  readonly messages: Messages;
  /** Of what is on the screen, which may be planes. */
  readonly annotations: () => AnnotationStore;
  readonly imageAnnotations: () => AnnotationStore;
  readonly onChange: () => void;
}

/** Pictures printed at once, so that memory and paper last. */
export const MOST_PICTURES = 400;

/** Pictures of a series that are offered to begin with. */
const COMFORTABLE = 20;

/** Where the work is. */
export interface PrintProgress {
  readonly done: number;
  readonly of: number;
}

/** What is put on paper, and the way there: pictures are loaded and drawn, then the browser prints them. */
export class PrintJob {
  readonly source: PrintSource;
  readonly #ports: PrintPorts;
  #options: PrintOptions = {
    what: 'screen',
    every: 1,
    grid: PRINT_GRIDS[0],
    paper: usualPaper(globalThis.navigator?.language ?? ''),
    hasTexts: true,
    hasMarks: true,
  };
  #progress: PrintProgress | undefined;
  #outcome = '';
  #abort = new AbortController();

  constructor(ports: PrintPorts) {
    this.#ports = ports;
    this.source = new PrintSource(ports);
  }

  get options(): PrintOptions {
    return this.#options;
  }

  /** Undefined before and after the pictures are prepared. */
  get progress(): PrintProgress | undefined {
    return this.#progress;
  }

  /** What went wrong, '' when nothing did. */
  get outcome(): string {
    return this.#outcome;
  }

  /** Pictures of each choice. */
  get counts(): Readonly<Record<PrintWhat, number>> {
    const { screen, frames, keyImageCount } = this.source;
    return {
      screen: screen.length,
      keyImages: keyImageCount,
      series: everyNth(frames, this.#options.every).length,
    };
  }

  /** Begins with what suits the study that is open. */
  open(): void {
    const shown = this.source.screen.length;
    this.#outcome = '';
    this.#options = {
      ...this.#options,
      what: 'screen',
      every: Math.max(1, Math.ceil(this.source.frames.length / COMFORTABLE)),
      grid: roomFor(shown),
    };
  }

  /** Gives up what is being prepared. */
  close(): void {
    this.#abort.abort();
    this.#progress = undefined;
  }

  change(change: Partial<PrintOptions>): void {
    const isOther = change.what !== undefined && change.what !== this.#options.what;
    this.#options = { ...this.#options, ...change };
    if (isOther) {
      this.#options = { ...this.#options, grid: roomFor(this.counts[this.#options.what]) };
    }
    this.#outcome = '';
    this.#ports.onChange();
  }

  /** Prepares the pictures and opens the print dialog of the browser. */
  async print(): Promise<void> {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const { messages } = this.#ports;
    try {
      const pictures = await this.#pictures(signal);
      this.#progress = undefined;
      await printSheet(pictures, this.#options, messages);
    } catch (cause) {
      if (!signal.aborted) {
        this.#outcome = messages.get('export.failed', cause instanceof Error ? cause.message : String(cause));
      }
    } finally {
      if (!signal.aborted) {
        this.#progress = undefined;
        this.#ports.onChange();
      }
    }
  }

  async #pictures(signal: AbortSignal): Promise<PrintedPicture[]> {
    this.#note(0, this.counts[this.#options.what]);
    const wishes = await this.#wishes(signal);
    const pictures: PrintedPicture[] = [];
    for (const wish of wishes) {
      pictures.push(await this.#picture(wish, wishes.length));
      signal.throwIfAborted();
      this.#note(pictures.length, wishes.length);
    }
    const failed = pictures.filter(({ canvas }) => !canvas).map(({ caption }) => caption);
    this.#outcome = failed.length > 0 ? this.#ports.messages.get('print.missing', failed.join('; ')) : '';
    return pictures;
  }

  async #wishes(signal: AbortSignal): Promise<readonly Wish[]> {
    switch (this.#options.what) {
      case 'screen':
        return this.source.screen;
      case 'series':
        return everyNth(this.source.series, this.#options.every);
      case 'keyImages':
        return this.source.keyImages(signal);
    }
  }

  /** One that cannot be loaded leaves its place to a sentence. */
  async #picture(wish: Wish, count: number): Promise<PrintedPicture> {
    const { what, grid, paper, hasMarks, hasTexts } = this.#options;
    const { messages, annotations, imageAnnotations } = this.#ports;
    const store = what === 'screen' ? annotations() : imageAnnotations();
    const room = pictureRoom(paper, grid);
    const over = {
      hasMarks,
      hasTexts: hasTexts && hasRoomForTexts(grid),
      hasNotes: true,
      hasLetters: true,
      isIdentified: true,
    };
    try {
      const shot = await wish.take();
      return printedPicture(wish, shot, { room, perMm: fineness(room, count) }, over, store, messages);
    } catch {
      return missingPicture(wish, messages);
    }
  }

  #note(done: number, of: number): void {
    this.#progress = { done, of };
    this.#ports.onChange();
  }
}

/** The fewest places that hold all, or the most that there are. */
function roomFor(count: number): PrintGrid {
  return PRINT_GRIDS.find(({ columns, rows }) => columns * rows >= count) ?? PRINT_GRIDS[PRINT_GRIDS.length - 1];
}
