import type { CornerstoneImage } from './cornerstone';
import { curveOf, fileVoi, tableVoi, type Voi } from './display-lut';
import type { Frame } from './frame';
import type { LookupTable } from './lookup-table';
import { fullWindow, rangeWindow, type Windowing } from './window-presets';

/** Part of the window's width that one pixel of dragging changes it by: fine in a brain window, quick in a bone one. */
const DRAG_SHARE = 1 / 250;

/** Colour is shown as it is: 0 black, 255 full. */
const WHOLE = rangeWindow(0, 255);
export const UNCHANGED: Voi = { kind: 'window', window: WHOLE, curve: 'LINEAR' };

/** What the first picture of a series is shown by. */
export function startVoi(frame: Frame, image: CornerstoneImage): Voi {
  return image.color ? UNCHANGED : fileVoi(frame, image);
}

/** The reader's choice, else what the file asks for, else what the series was begun with. */
export function voiInUse(
  frame: Frame,
  image: CornerstoneImage,
  chosen: Windowing | LookupTable | undefined,
  start: Voi | undefined,
): Voi | undefined {
  if (chosen) {
    return chosenVoi(chosen, frame, image);
  }
  const isOfFile = !image.color && (frame.fileWindow !== undefined || (image.voiTables?.length ?? 0) > 0);
  return isOfFile ? fileVoi(frame, image) : start;
}

/** The window that covers all values of a picture. */
export function wholeRange(frame: Frame | undefined, image: CornerstoneImage): Windowing {
  return image.color ? WHOLE : fullWindow(image, frame ? curveOf(frame, image) : 'LINEAR');
}

/** Right widens the window, down raises its centre, which darkens the picture. */
export function draggedWindow(now: Windowing, dx: number, dy: number): Windowing {
  const perPixel = Math.max(now.width * DRAG_SHARE, smallestStep(now));
  return { center: now.center + dy * perPixel, width: Math.max(now.width + dx * perPixel, smallestStep(now)) };
}

function chosenVoi(chosen: Windowing | LookupTable, frame: Frame, image: CornerstoneImage): Voi {
  return 'entries' in chosen
    ? tableVoi(chosen)
    : { kind: 'window', window: chosen, curve: image.color ? 'LINEAR' : curveOf(frame, image) };
}

/** PET and maps have windows of a fraction of a unit; elsewhere whole units are fine. */
function smallestStep({ width }: Windowing): number {
  return width >= 4 ? 0.5 : width / 100;
}
