import { bulkFetcher } from '../bulk-data';
import type { CornerstoneImage } from '../cornerstone';
import type { DicomJsonElement } from '../dicom-json';
import type { LaidOver } from './laid-over';
import { overlayData } from './overlay-bits';
import type { OverlayPlane } from './overlay-plane';

export interface OverlayStorePorts {
  readonly onLoaded: () => void;
  readonly onFailed: () => void;
}

const QUIET: OverlayStorePorts = { onLoaded: () => undefined, onFailed: () => undefined };

/** The bits of overlay planes: those in the pixel data at once, Overlay Data as soon as it was asked for and came. */
export class OverlayStore {
  readonly #abort = new AbortController();
  readonly #bits = new WeakMap<DicomJsonElement, Uint8Array>();
  readonly #failed = new WeakSet<DicomJsonElement>();
  readonly #asked = new WeakMap<DicomJsonElement, Promise<void>>();

  constructor(readonly ports: OverlayStorePorts = QUIET) {}

  /** Undefined while they are not here; they are asked for then. */
  bitsOf({ data, group }: OverlayPlane, image: CornerstoneImage): Uint8Array | undefined {
    if (!data) {
      return image.embeddedOverlays?.get(group);
    }
    void this.#fetched(data);
    return this.#bits.get(data);
  }

  /** Waits until all that lies over a picture is here or cannot be had. */
  async load(over: LaidOver): Promise<void> {
    await Promise.all(dataOf(over).map((data) => this.#fetched(data)));
  }

  /** Whether there is nothing to wait for. */
  isHere(over: LaidOver): boolean {
    return dataOf(over).every((data) => this.#bits.has(data) || this.#failed.has(data));
  }

  /** Whether a plane that belongs to the picture could not be had. */
  isIncomplete(over: LaidOver): boolean {
    return dataOf(over).some((data) => this.#failed.has(data));
  }

  dispose(): void {
    this.#abort.abort();
  }

  #fetched(data: DicomJsonElement): Promise<void> {
    const asked = this.#asked.get(data) ?? this.#fetch(data);
    this.#asked.set(data, asked);
    return asked;
  }

  async #fetch(data: DicomJsonElement): Promise<void> {
    const { signal } = this.#abort;
    try {
      this.#bits.set(data, (await overlayData(data, bulkFetcher(signal))) ?? new Uint8Array());
      this.ports.onLoaded();
    } catch {
      this.#failed.add(data);
      if (!signal.aborted) {
        this.ports.onFailed();
      }
    }
  }
}

function dataOf({ planes, shutterPlane }: LaidOver): DicomJsonElement[] {
  return [...planes.map(({ plane }) => plane), shutterPlane].flatMap((plane) => plane?.data ?? []);
}
