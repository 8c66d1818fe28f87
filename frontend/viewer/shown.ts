import { cornerstone, type CornerstoneImage, type CornerstoneViewport } from './cornerstone';
import { voiOfViewport, type Voi } from './display-lut';
import type { Frame } from './frame';
import type { LookupTable } from './lookup-table';
import type { DisplayedArea } from './presentation/displayed-area';
import { startVoi, UNCHANGED } from './voi-choice';
import type { Windowing } from './window-presets';

/** A picture, its viewport and what is said of its grey values. */
export interface Shown {
  /** As it is drawn; a presentation state may have another one than the file. */
  readonly image: CornerstoneImage;
  readonly viewport: CornerstoneViewport;
  readonly windowing: Windowing | undefined;
  readonly table: LookupTable | undefined;
  /** The part that a presentation state shows, undefined for the whole picture. */
  readonly area?: DisplayedArea | undefined;
}

/** As the file asks for it, where no reader has looked at it yet. */
export function shownAsFiled(frame: Frame, image: CornerstoneImage): Shown {
  const voi = image.origin === 'rendered-by-server' ? undefined : startVoi(frame, image);
  return shownBy(cornerstone.getDefaultViewport({ width: 1, height: 1 }, image), image, voi);
}

export function shownBy(now: CornerstoneViewport, image: CornerstoneImage, voi: Voi | undefined): Shown {
  return {
    image,
    viewport: { ...now, ...voiOfViewport(image, voi ?? UNCHANGED, now.invert) },
    windowing: voi?.kind === 'window' ? voi.window : undefined,
    table: voi?.kind === 'table' ? voi.table : undefined,
  };
}
