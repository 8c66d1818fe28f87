import { Documents } from './documents';
import { DicomwebError, type Dicomweb, type FailureKind, type SeriesSummary } from './dicomweb';
import type { EventBus } from './event-bus';
import { framesOfSeries, type Frame, type SeriesFrames } from './frame';
import { Cine } from './cine';
import { cineRate } from './cine-rate';
import type { DicomJsonDataSet } from './dicom-json';
import { forgetFrames, registerFrames } from './frame-registry';
import { Stack } from './stack';
import { storedObject } from './stored-object';
import { Thumbnails } from './thumbnails';
import type { Viewport } from './viewport';

/** Where the opening of a study or a series has got to. */
export type SessionPhase =
  | { readonly name: 'loading' | 'ready' | 'empty' }
  | { readonly name: 'noPictures'; readonly documents: Documents }
  | { readonly name: 'failed'; readonly kind: FailureKind; readonly detail: string };

/** Modalities of series without pictures: reports, presentation states, plans and the like. */
const WITHOUT_PICTURES = new Set([
  'SR',
  'PR',
  'KO',
  'DOC',
  'PLAN',
  'RTPLAN',
  'RTSTRUCT',
  'RTRECORD',
  'REG',
  'ECG',
  'HD',
  'AU',
  'FID',
  'RWV',
]);

/** One open study: its series, the series being read and its stack. */
export class StudySession {
  readonly thumbnails: Thumbnails;
  readonly #abort = new AbortController();
  #opened: readonly Frame[] = [];
  #seriesAbort = new AbortController();
  #phase: SessionPhase = { name: 'loading' };
  #series: readonly SeriesSummary[] = [];
  #current: SeriesSummary | undefined;
  #stack: Stack | undefined;
  #cine: Cine | undefined;

  constructor(
    readonly studyUID: string,
    readonly dicomweb: Dicomweb,
    readonly viewport: Viewport,
    readonly bus: EventBus,
    /** Whether a measurement is being drawn, when the picture must stay. */
    readonly isHeld: () => boolean,
  ) {
    this.thumbnails = new Thumbnails(dicomweb, studyUID, () => bus.emit('changed', undefined));
  }

  get phase(): SessionPhase {
    return this.#phase;
  }

  get series(): readonly SeriesSummary[] {
    return this.#series;
  }

  get current(): SeriesSummary | undefined {
    return this.#current;
  }

  get stack(): Stack | undefined {
    return this.#stack;
  }

  /** Plays the stack; undefined where there is nothing to play. */
  get cine(): Cine | undefined {
    return this.#cine;
  }

  /** Pictures of a series: exact once it is open, before that the number of its instances. */
  pictureCount(series: SeriesSummary): number | undefined {
    return series === this.#current && this.#stack ? this.#stack.frames.length : series.instanceCount;
  }

  /** Frames of every series opened so far. */
  get opened(): readonly Frame[] {
    return this.#opened;
  }

  /** Lists the series and opens the preferred one, else the first with pictures. */
  async open(preferredSeriesUID?: string): Promise<void> {
    this.#setPhase({ name: 'loading' });
    try {
      this.#series = await this.dicomweb.series(this.studyUID, this.#abort.signal);
    } catch (cause) {
      return this.#fail(cause, this.#abort.signal);
    }
    const preferred = this.#series.find(({ seriesInstanceUID }) => seriesInstanceUID === preferredSeriesUID);
    const first = preferred ?? this.#series.find(({ modality }) => !WITHOUT_PICTURES.has(modality)) ?? this.#series[0];
    if (!first) {
      return this.#setPhase({ name: 'empty' });
    }
    await this.openSeries(first.seriesInstanceUID);
    await this.thumbnails.fromServer(this.#series);
  }

  async openSeries(seriesUID: string): Promise<void> {
    const summary = this.#series.find(({ seriesInstanceUID }) => seriesInstanceUID === seriesUID);
    if (!summary || (summary === this.#current && this.#phase.name === 'ready')) {
      return;
    }
    this.#leaveSeries();
    this.#current = summary;
    this.#setPhase({ name: 'loading' });
    const { signal } = this.#seriesAbort;
    try {
      const metadata = await this.dicomweb.seriesMetadata(this.studyUID, seriesUID, signal);
      const frames = framesOfSeries(metadata, this.dicomweb.instancesUrl(this.studyUID, seriesUID));
      if (frames.slices.length === 0) {
        return this.#showObjects(metadata, signal);
      }
      await this.#start(summary, frames, signal);
    } catch (cause) {
      this.#fail(cause, signal);
    }
  }

  close(): void {
    this.#leaveSeries();
    this.#abort.abort();
    this.thumbnails.stop();
    forgetFrames(this.#opened);
  }

  async #start(summary: SeriesSummary, series: SeriesFrames, signal: AbortSignal): Promise<void> {
    const { slices: frames, by, omitted } = series;
    if (signal.aborted) {
      return;
    }
    registerFrames(frames);
    this.#opened = [...this.#opened, ...frames];
    this.#stack = new Stack(frames, this.viewport, this.bus, this.isHeld, omitted);
    this.#cine = frames.length > 1 ? this.#film(this.#stack) : undefined;
    this.#setPhase({ name: 'ready' });
    await this.#stack.scrollTo(by === 'position' ? frames.length >> 1 : 0);
    if (!signal.aborted) {
      this.bus.emit('series-loaded', { seriesInstanceUID: summary.seriesInstanceUID, sliceCount: frames.length });
      void this.thumbnails.fromFrames(summary.seriesInstanceUID, frames);
    }
  }

  #showObjects(metadata: readonly DicomJsonDataSet[], signal: AbortSignal): void {
    if (!signal.aborted) {
      const objects = metadata.map(storedObject);
      this.#setPhase(
        objects.length > 0 ? { name: 'noPictures', documents: new Documents(objects, this.bus) } : { name: 'empty' },
      );
    }
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

  #leaveSeries(): void {
    if (this.#phase.name === 'noPictures') {
      this.#phase.documents.close();
    }
    this.#seriesAbort.abort();
    this.#seriesAbort = new AbortController();
    this.#cine?.stop();
    this.#stack?.close();
    this.#stack = this.#cine = undefined;
    this.viewport.startSeries();
  }

  #fail(cause: unknown, signal: AbortSignal): void {
    if (!signal.aborted) {
      const kind = cause instanceof DicomwebError ? cause.kind : 'server';
      this.#setPhase({ name: 'failed', kind, detail: cause instanceof Error ? cause.message : String(cause) });
    }
  }

  #setPhase(phase: SessionPhase): void {
    this.#phase = phase;
    this.bus.emit('changed', undefined);
  }
}
