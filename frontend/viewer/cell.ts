import { Cine } from './cine';
import { cineRate } from './cine-rate';
import type { SeriesSummary } from './dicomweb';
import { Documents } from './documents';
import { PLAIN, setEnhancement } from './enhance/enhancement';
import { EventBus } from './event-bus';
import { painted } from './painted';
import { failedBy, type Phase } from './phase';
import { pictureElement } from './picture-input';
import { PictureLayers } from './presentation/picture-layers';
import { followSettings } from './settings/follow-settings';
import { Stack } from './stack';
import { storedObject } from './stored-object';
import type { SeriesContent, StudySession } from './study-session';
import { ToolSet, type DrawingPorts, type ToolName } from './tool-set';
import { Viewport } from './viewport';

/** Where the reading of a series in a cell has got to; 'vacant' until one is put there. */
export type CellPhase = Phase | { readonly name: 'vacant' };

/** Time between two looks whether a measurement is still being drawn, in milliseconds. */
const BUSY_MS = 200;

export interface CellPorts {
  readonly tool: ToolName;
  readonly drawing: DrawingPorts;
  /** Whether the reader is here: the neighbours of this cell's picture are then loaded before those of others. */
  readonly isActive: () => boolean;
}

/** One place of the layout: a picture, the tools on it and the series that is read there. */
export class Cell {
  readonly bus = new EventBus();
  /** The picture alone; texts and notices lie over it. */
  readonly element = pictureElement(this.bus, () => this.ports.drawing.settings.now.mouse);
  readonly viewport = new Viewport(this.element, this.bus);
  /** Before the tools, so that what is measured is drawn on top. */
  readonly layers = new PictureLayers(this.element, this.viewport, this.bus);
  readonly tools: ToolSet;
  #session: StudySession | undefined;
  #series: SeriesSummary | undefined;
  #phase: CellPhase = { name: 'vacant' };
  #stack: Stack | undefined;
  #cine: Cine | undefined;
  #abort = new AbortController();
  readonly #endSettings: () => void;

  constructor(readonly ports: CellPorts) {
    const { tool, drawing } = ports;
    const onWindowDrag = ({ dx, dy }: { dx: number; dy: number }) => this.viewport.dragWindow(dx, dy);
    this.tools = new ToolSet(this.element, this.bus, { ...drawing, onWindowDrag }, tool);
    // The tools are the larger part of the program: the first picture does not wait for them.
    this.bus.on('series-loaded', () => void painted().then(() => this.tools.attach()));
    this.bus.on('scroll-by', (steps) => this.scrollBy(steps));
    this.bus.on('zoom-by', ({ factor, about }) => this.viewport.zoomBy(factor, about));
    this.#endSettings = followSettings(this.viewport, drawing.settings);
  }

  get series(): SeriesSummary | undefined {
    return this.#series;
  }

  get phase(): CellPhase {
    return this.#phase;
  }

  get stack(): Stack | undefined {
    return this.#stack;
  }

  /** Where in the stack the picture on the screen is. */
  get position(): { readonly index: number; readonly count: number } | undefined {
    return this.#stack && { index: Math.max(0, this.#stack.shown), count: this.#stack.frames.length };
  }

  /** Plays the stack; undefined where there is nothing to play. */
  get cine(): Cine | undefined {
    return this.#cine;
  }

  /** Whether there is no picture to be seen, but perhaps one below a notice. */
  get isBlank(): boolean {
    return !this.viewport.image || this.#stack?.failure !== undefined;
  }

  /** Shows a series, until another one is opened here or the cell is left. */
  async open(session: StudySession, series: SeriesSummary): Promise<void> {
    if (series === this.#series && this.#phase.name === 'ready') {
      return;
    }
    this.leave();
    this.#session = session;
    this.#series = series;
    this.#setPhase({ name: 'loading' });
    const { signal } = this.#abort;
    try {
      const content = await session.content(series, signal);
      whenAborted(signal, () => session.release(series));
      if (!signal.aborted) {
        await (content.slices.length > 0 ? this.#start(content, signal) : this.#showObjects(content));
      }
    } catch (cause) {
      if (!signal.aborted) {
        this.#setPhase(failedBy(cause));
      }
    }
  }

  /** The series holds other pictures than before: the reader stays where he is. */
  async renew(series: SeriesSummary, content: SeriesContent): Promise<void> {
    const { signal } = this.#abort;
    while (this.tools.isBusy && !signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
    }
    if (signal.aborted || !this.#session) {
      return;
    }
    const read = this.#stack?.frames[this.#stack.target]?.imageId;
    const place = content.slices.findIndex(({ imageId }) => imageId === read);
    if (place < 0) {
      const session = this.#session;
      this.leave();
      return this.open(session, series);
    }
    this.#series = series;
    const wasPlaying = this.#cine?.isPlaying ?? false;
    this.#cine?.stop();
    this.#stack?.close();
    const stack = this.#take(content);
    await stack.scrollTo(place);
    if (wasPlaying) {
      this.#cine?.toggle();
    }
  }

  /** Looks for presentation states of the pictures, which may come to the study later than they did. */
  findStates(): void {
    if (this.#session && this.#stack) {
      void this.layers.find(this.#session, this.#stack.frames);
    }
  }

  /** The server is there again: what could not be loaded is asked for once more. */
  resume(): void {
    if (this.#phase.name === 'failed' && this.#phase.kind === 'network') {
      void this.retry();
    } else if (this.#stack?.failure?.kind === 'network') {
      void this.#stack.retry();
    }
    this.#stack?.resume();
  }

  /** Once more from the beginning, after a failure. */
  async retry(): Promise<void> {
    if (this.#session && this.#series) {
      await this.open(this.#session, this.#series);
    }
  }

  /** Ends what is under way and gives back the series; the cell is vacant then. */
  leave(): void {
    if (this.#phase.name === 'noPictures') {
      this.#phase.documents.close();
    }
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#cine?.stop();
    this.#stack?.close();
    this.#stack = this.#cine = this.#series = this.#session = undefined;
    setEnhancement(this.element, PLAIN);
    this.layers.startSeries();
    this.viewport.startSeries();
    this.#setPhase({ name: 'vacant' });
  }

  dispose(): void {
    this.leave();
    this.layers.dispose();
    this.#endSettings();
    this.tools.dispose();
    this.viewport.dispose();
  }

  /** By hand. Not while a measurement is being drawn: it belongs to the picture it was begun on. */
  scrollBy(steps: number): void {
    this.#cine?.stop();
    if (!this.tools.isBusy) {
      void this.#stack?.scrollBy(steps);
    }
  }

  /** By hand, to a place of the stack. */
  scrollTo(place: number): void {
    this.#cine?.stop();
    void this.#stack?.scrollTo(place);
  }

  async #start(content: SeriesContent, signal: AbortSignal): Promise<void> {
    const { slices: frames, by } = content;
    const stack = this.#take(content);
    this.#setPhase({ name: 'ready' });
    await stack.scrollTo(by === 'position' ? frames.length >> 1 : 0);
    const uid = this.#series?.seriesInstanceUID;
    if (!signal.aborted && uid !== undefined) {
      this.bus.emit('series-loaded', { seriesInstanceUID: uid, sliceCount: frames.length });
      void this.#session?.thumbnails.fromFrames(uid, frames);
      this.findStates();
    }
  }

  #take({ slices: frames, omitted }: SeriesContent): Stack {
    const stack = new Stack(frames, this.viewport, this.bus, {
      isHeld: () => this.tools.isBusy,
      isActive: this.ports.isActive,
      omitted,
    });
    this.#stack = stack;
    this.#cine = frames.length > 1 ? this.#film(stack) : undefined;
    return stack;
  }

  #showObjects({ metadata }: SeriesContent): void {
    const objects = metadata.map(storedObject);
    const isHere = (series: string) => this.#session?.find(series) !== undefined;
    this.#setPhase(
      objects.length > 0
        ? { name: 'noPictures', documents: new Documents(objects, this.bus, isHere) }
        : { name: 'empty' },
    );
  }

  #film(stack: Stack): Cine {
    const reel = {
      length: stack.frames.length,
      get shown() {
        return stack.shown;
      },
      goTo: (place: number) => stack.scrollTo(place),
    };
    return new Cine(reel, cineRate(stack.frames[0].attributes), () => this.bus.emit('changed', undefined));
  }

  #setPhase(phase: CellPhase): void {
    this.#phase = phase;
    this.bus.emit('changed', undefined);
  }
}

function whenAborted(signal: AbortSignal, run: () => void): void {
  if (signal.aborted) {
    run();
  } else {
    signal.addEventListener('abort', run, { once: true });
  }
}
