import type { Reading } from '../desk';
import { enhancementOf } from '../enhance/enhancement';
import { laidByNone } from '../presentation/laid-picture';
import type { Sheet, Shot } from './snapshot';

/** What is on the screen at one place, undefined while there is no picture. */
export function shotOf({ element, viewport, position, name, layers, notes }: Reading): Shot | undefined {
  const { frame, image, drawn, windowing, table, area } = viewport;
  if (!frame || !image || !drawn || !position || element.classList.contains('blank')) {
    return undefined;
  }
  const look = { image, viewport: drawn, enhancement: enhancementOf(element) };
  const laid = layers?.laidOn(frame) ?? laidByNone((messages) => notes?.(messages) ?? []);
  return { frame, look, laid, area, ...position, windowing, table, plane: name };
}

/** The canvas that it is on. */
export function screenOf({ element }: Reading): Sheet {
  const canvas = element.querySelector('canvas');
  return { width: canvas?.width ?? 1, height: canvas?.height ?? 1, unit: globalThis.devicePixelRatio || 1 };
}
