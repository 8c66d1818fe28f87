import type { DicomJsonDataSet } from './dicom-json';
import type { Dicomweb, SeriesSummary } from './dicomweb';
import { firstToRead, hasPictures } from './first-to-read';
import type { EventBus } from './event-bus';
import { framesOfSeries, type Frame, type SeriesFrames } from './frame';
import { forgetFrames, registerFrames } from './frame-registry';
import { dropPicture } from './image-loader';
import { failedBy, type Phase } from './phase';
import { holding, type Holding } from './series-holding';
import { Thumbnails } from './thumbnails';

/** What is in a series: its pictures in order, and the metadata of everything else. */
export interface SeriesContent extends SeriesFrames {
  readonly metadata: readonly DicomJsonDataSet[];
}

/** One open study: its series, their thumbnails and the frames of those that were opened. */
export class StudySession {
  readonly thumbnails: Thumbnails;
  readonly #abort = new AbortController();
  readonly #opened = new Map<string, readonly Frame[]>();
  readonly #held = new Map<string, { readonly content: SeriesContent; readonly holders: number }>();
  #phase: Phase = { name: 'loading' };
  #series: readonly SeriesSummary[] = [];

  constructor(
    readonly studyUID: string,
    readonly dicomweb: Dicomweb,
    readonly bus: EventBus,
  ) {
    this.thumbnails = new Thumbnails(dicomweb, studyUID, () => bus.emit('changed', undefined));
  }

  /** Of the list of series. */
  get phase(): Phase {
    return this.#phase;
  }

  get series(): readonly SeriesSummary[] {
    return this.#series;
  }

  /** Frames of every series opened so far. */
  get opened(): readonly Frame[] {
    return [...this.#opened.values()].flat();
  }

  /** What a series holds, as far as it is known: by its pictures, by an object of it, else by its modality. */
  holding({ seriesInstanceUID, modality }: SeriesSummary): Holding {
    return this.#opened.has(seriesInstanceUID) ? 'images' : holding(modality, this.thumbnails.object(seriesInstanceUID));
  }

  /** How much it holds: its pictures once it was opened, else the number of its instances. */
  count({ seriesInstanceUID, instanceCount }: SeriesSummary): number | undefined {
    return this.#opened.get(seriesInstanceUID)?.length ?? instanceCount;
  }

  find(seriesUID: string): SeriesSummary | undefined {
    return this.#series.find(({ seriesInstanceUID }) => seriesInstanceUID === seriesUID);
  }

  /** The series to begin with. */
  get first(): SeriesSummary | undefined {
    return firstToRead(this.#series);
  }

  /** The first series with pictures after `last`, and then from the beginning, that is not among the `shown`. */
  next(shown: readonly SeriesSummary[], last: SeriesSummary | undefined): SeriesSummary | undefined {
    const from = last ? this.#series.indexOf(last) + 1 : 0;
    const inTurn = [...this.#series.slice(from), ...this.#series.slice(0, from)];
    return inTurn.find((series) => hasPictures(series) && !shown.includes(series));
  }

  /** Lists the series; how that went is in `phase`. */
  async open(): Promise<void> {
    this.#setPhase({ name: 'loading' });
    try {
      this.#series = await this.dicomweb.series(this.studyUID, this.#abort.signal);
      this.#setPhase({ name: this.#series.length > 0 ? 'ready' : 'empty' });
    } catch (cause) {
      if (!this.#abort.signal.aborted) {
        this.#setPhase(failedBy(cause));
      }
    }
  }

  /**
   * What a series holds: shared with those who have it on the screen, else asked for anew. Whoever takes it calls
   * `release` when he leaves it; its frames stay known until the study is closed.
   */
  async content({ seriesInstanceUID: uid }: SeriesSummary, signal: AbortSignal): Promise<SeriesContent> {
    const content = this.#held.get(uid)?.content ?? (await this.#fetch(uid, signal));
    const shared = this.#held.get(uid) ?? { content: this.#keep(uid, content), holders: 0 };
    this.#held.set(uid, { ...shared, holders: shared.holders + 1 });
    return shared.content;
  }

  release({ seriesInstanceUID: uid }: SeriesSummary): void {
    const shared = this.#held.get(uid);
    if (shared && shared.holders > 1) {
      this.#held.set(uid, { ...shared, holders: shared.holders - 1 });
    } else {
      this.#held.delete(uid);
    }
  }

  /**
   * Looks again at the study, of which the server said that it changed.
   *
   * @returns the series on the screen that hold something else now
   * @throws DicomwebError when the server does not tell; nothing has changed here then
   */
  async refresh(): Promise<ReadonlyMap<string, SeriesContent>> {
    const { signal } = this.#abort;
    const series = await this.dicomweb.series(this.studyUID, signal);
    const held = [...this.#held.keys()].filter((uid) => series.some(({ seriesInstanceUID }) => seriesInstanceUID === uid));
    const contents = await Promise.all(held.map(async (uid) => [uid, await this.#fetch(uid, signal)] as const));
    const changed = new Map(contents.filter(([uid, content]) => this.#isOther(uid, content)));
    this.#series = series.map((now) => this.#series.find((before) => isSame(before, now)) ?? now);
    for (const [uid, content] of changed) {
      const shared = this.#held.get(uid);
      if (shared) {
        dropPictures(shared.content, content);
        this.#held.set(uid, { ...shared, content: this.#keep(uid, content) });
      }
    }
    this.#setPhase({ name: series.length > 0 ? 'ready' : 'deleted' });
    return changed;
  }

  #isOther(uid: string, { metadata }: SeriesContent): boolean {
    return JSON.stringify(this.#held.get(uid)?.content.metadata) !== JSON.stringify(metadata);
  }

  close(): void {
    this.#abort.abort();
    this.thumbnails.stop();
    forgetFrames(this.opened);
  }

  async #fetch(uid: string, signal: AbortSignal): Promise<SeriesContent> {
    const metadata = await this.dicomweb.seriesMetadata(this.studyUID, uid, signal);
    signal.throwIfAborted();
    return { ...framesOfSeries(metadata, this.dicomweb.instancesUrl(this.studyUID, uid)), metadata };
  }

  #keep(uid: string, content: SeriesContent): SeriesContent {
    registerFrames(content.slices);
    forgetFrames(this.#opened.get(uid) ?? []);
    if (content.slices.length > 0) {
      this.#opened.set(uid, content.slices);
    }
    return content;
  }

  #setPhase(phase: Phase): void {
    this.#phase = phase;
    this.bus.emit('changed', undefined);
  }
}

function isSame(one: SeriesSummary, other: SeriesSummary): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Pictures of instances that are not as they were are loaded anew. */
function dropPictures(before: SeriesContent, now: SeriesContent): void {
  const known = new Map(now.slices.map(({ imageId, attributes }) => [imageId, JSON.stringify(attributes)]));
  before.slices
    .filter(({ imageId, attributes }) => known.get(imageId) !== JSON.stringify(attributes))
    .forEach(dropPicture);
}
