import type { EventBus } from '../event-bus';
import type { Frame } from '../frame';
import { AnnotationStore } from '../annotation-store';
import type { DrawingPorts } from '../tool-set';
import type { Windowing } from '../window-presets';
import { Mpr } from './mpr';
import { volumeOf, type VolumeRefusal } from './volume';

/** What is read when the reader asks for the planes. */
export interface MprSource {
  readonly seriesInstanceUID: string;
  readonly frames: readonly Frame[];
  /** Place of the frame on the screen in `frames`. */
  readonly shown: number;
  readonly windowing: Windowing | undefined;
}

/** Bytes a volume may take: on small devices a quarter. */
const MOST_BYTES = 640e6;

/** Whether the viewer shows the planes of a series instead of its images, or why it cannot. */
export class MprMode {
  readonly #bus: EventBus;
  readonly #drawing: DrawingPorts;
  #mpr: Mpr | undefined;
  #refusal: VolumeRefusal | undefined;
  #seriesInstanceUID: string | undefined;

  constructor(bus: EventBus, drawing: DrawingPorts) {
    this.#bus = bus;
    this.#drawing = drawing;
  }

  get mpr(): Mpr | undefined {
    return this.#mpr;
  }

  /** Of the last series it was asked for, until something else is asked for. */
  get refusal(): VolumeRefusal | undefined {
    return this.#refusal;
  }

  toggle(source: MprSource | undefined): void {
    const wasThere = this.#mpr !== undefined || this.#refusal !== undefined;
    this.leave();
    if (!wasThere && source) {
      this.#enter(source);
    }
    this.#bus.emit('layout-changed', undefined);
  }

  /** Back to the images; also when another series or study is opened. */
  leave(): void {
    if (this.#mpr || this.#refusal) {
      this.#mpr?.dispose();
      this.#mpr = this.#refusal = undefined;
      this.#bus.emit('layout-changed', undefined);
    }
  }

  /** Leaves when another series is read than the one it was asked for. */
  keepTo(seriesInstanceUID: string | undefined): void {
    if ((this.#mpr || this.#refusal) && seriesInstanceUID !== this.#seriesInstanceUID) {
      this.leave();
    }
  }

  /** No more than the reader gives to pictures. */
  get #mostBytes(): number {
    const { pictureMegabytes = Infinity } = this.#drawing.settings.now;
    return Math.min(isSmallDevice() ? MOST_BYTES / 4 : MOST_BYTES, pictureMegabytes * 1e6);
  }

  #enter({ seriesInstanceUID, frames, shown, windowing }: MprSource): void {
    this.#seriesInstanceUID = seriesInstanceUID;
    const found = volumeOf(frames);
    if (found.kind === 'refused') {
      this.#refusal = found;
      return;
    }
    const place = Math.max(0, found.frames.indexOf(frames[shown]));
    const { geometry } = found;
    this.#mpr = new Mpr(
      {
        seriesInstanceUID,
        geometry,
        frames: found.frames,
        place,
        windowing,
        // What is measured on planes belongs to no image of the study and ends with them.
        drawing: { ...this.#drawing, annotations: new AnnotationStore() },
        mostBytes: this.#mostBytes,
      },
      this.#bus,
    );
  }
}

function isSmallDevice(): boolean {
  const { deviceMemory = 8 } = navigator as Navigator & { deviceMemory?: number };
  return deviceMemory <= 4 || matchMedia('(pointer: coarse)').matches;
}
