import { cornerstone, type CornerstoneImage } from './cornerstone';
import type { DicomJsonDataSet } from './dicom-json';
import type { Dicomweb, SeriesSummary } from './dicomweb';
import { framesOfInstance, type Frame } from './frame';
import { forgetFrames, registerFrames } from './frame-registry';
import { loadPicture } from './image-loader';
import { painted } from './painted';
import { fileVoi, voiOfViewport } from './display-lut';
import { rangeWindow } from './window-presets';

/** Side of a thumbnail in device pixels: 88 CSS pixels on a fine screen. */
const SIDE = 176;

export type Thumbnail = HTMLCanvasElement | 'none';

/** Pictures that stand for series: the middle frame of the middle instance, rendered here with its own window. */
export class Thumbnails {
  readonly #made = new Map<string, Thumbnail>();
  /** Series whose picture is there or on its way. */
  readonly #begun = new Set<string>();
  readonly #abort = new AbortController();
  readonly #frames: Frame[] = [];
  readonly #objects = new Map<string, DicomJsonDataSet>();

  constructor(
    readonly dicomweb: Dicomweb,
    readonly studyUID: string,
    readonly onMade: () => void,
  ) {}

  /** Undefined while it is being made. */
  get(seriesUID: string): Thumbnail | undefined {
    return this.#made.get(seriesUID);
  }

  /** An object that stands for its series since it is no picture, undefined where none is known. */
  object(seriesUID: string): DicomJsonDataSet | undefined {
    return this.#objects.get(seriesUID);
  }

  /** From a series whose frames are known already. */
  async fromFrames(seriesUID: string, frames: readonly Frame[]): Promise<void> {
    const middle = frames[frames.length >> 1];
    await this.#keep(seriesUID, middle);
  }

  /** One series after the other, so that they do not crowd out the picture being read. */
  async fromServer(series: readonly SeriesSummary[]): Promise<void> {
    for (const { seriesInstanceUID, instanceCount } of series) {
      if (!this.#abort.signal.aborted && !this.#begun.has(seriesInstanceUID)) {
        await this.#keep(seriesInstanceUID, await this.#middleFrame(seriesInstanceUID, instanceCount ?? 1));
      }
    }
  }

  stop(): void {
    this.#abort.abort();
    forgetFrames(this.#frames);
  }

  async #middleFrame(seriesUID: string, instanceCount: number): Promise<Frame | undefined> {
    const offset = Math.floor(instanceCount / 2);
    const instance = await this.dicomweb
      .instanceMetadata(this.studyUID, seriesUID, offset, this.#abort.signal)
      .catch(() => undefined);
    const frames = instance ? framesOfInstance(instance, this.dicomweb.instancesUrl(this.studyUID, seriesUID)) : [];
    if (instance && frames.length === 0) {
      this.#objects.set(seriesUID, instance);
    }
    registerFrames(frames);
    this.#frames.push(...frames);
    return frames[frames.length >> 1];
  }

  async #keep(seriesUID: string, frame: Frame | undefined): Promise<void> {
    this.#begun.add(seriesUID);
    const image = frame && (await loadPicture(frame, 'thumbnail').catch(() => undefined));
    await painted(); // It may be the picture that the reader is waiting for.
    if (!this.#abort.signal.aborted) {
      this.#made.set(seriesUID, frame && image ? render(frame, image) : 'none');
      this.onMade();
    }
  }
}

function render(frame: Frame, image: CornerstoneImage): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  // A copy without the lookup table kept on the image, which belongs to the window of the viewport.
  const copy: CornerstoneImage = { ...image, cachedLut: undefined };
  const start = cornerstone.getDefaultViewport(canvas, image);
  const voi = image.color
    ? ({ kind: 'window', window: rangeWindow(0, 255), curve: 'LINEAR' } as const)
    : fileVoi(frame, image);
  // Cornerstone would make the table anew, and it knows windows only.
  copy.render = image.color ? undefined : (element) => cornerstone.renderGrayscaleImage(element, false);
  cornerstone.renderToCanvas(canvas, copy, { ...start, ...voiOfViewport(copy, voi, start.invert) });
  return canvas;
}
