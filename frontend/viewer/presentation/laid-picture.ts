import type { Frame } from '../frame';
import type { Messages } from '../messages';
import { ofFile, type LaidOver } from '../overlays/laid-over';
import { OverlayStore } from '../overlays/overlay-store';

/** What lies over one picture, for whoever draws it once more. */
export interface LaidPicture {
  /** Undefined while the reader wants to see the picture alone. */
  readonly over: LaidOver | undefined;
  readonly bits: OverlayStore;
  /** What has to be known of it. @param isIdentified whether people and dates may be named */
  readonly notes: (messages: Messages, isIdentified: boolean) => readonly string[];
}

/** Waits for what is not here yet. */
export async function loadLaid({ over, bits }: LaidPicture): Promise<void> {
  if (over) {
    await bits.load(over);
  }
}

export function isLaidHere({ over, bits }: LaidPicture): boolean {
  return over === undefined || bits.isHere(over);
}

/** Of a picture that no reader has looked at yet. */
export function laidByFile(frame: Frame): LaidPicture {
  const [over, bits] = [ofFile(frame), new OverlayStore()];
  const notes = (messages: Messages) => (bits.isIncomplete(over) ? [messages.get('layers.incomplete')] : []);
  return { over, bits, notes };
}

/** Of a plane through a volume, over which no file lays anything. */
export function laidByNone(notes: LaidPicture['notes']): LaidPicture {
  return { over: undefined, bits: new OverlayStore(), notes };
}
