import type { Viewport } from '../viewport';
import type { ReaderSettings } from './reader-settings';

/** Draws a picture as the reader likes it, now and when he changes his mind. @returns ends that */
export function followSettings(viewport: Viewport, settings: ReaderSettings): () => void {
  const apply = () => viewport.interpolate(settings.now.isInterpolated);
  apply();
  return settings.onChange(apply);
}
