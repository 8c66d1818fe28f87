import type { PaletteName } from './colour-palettes';

export type FilterName = 'none' | 'smooth' | 'sharpen' | 'edges';

export const FILTER_NAMES: readonly FilterName[] = ['none', 'smooth', 'sharpen', 'edges'];

/** How strong a filter is at the most; 1 is the least. */
export const MOST_STRENGTH = 3;

/** How far brightness and contrast go to both sides of 0. */
export const MOST_CHANGE = 100;

/** What is done to a picture when it is drawn. The values of the file stay what they are. */
export interface Enhancement {
  readonly filter: FilterName;
  /** From 1 to 3. */
  readonly strength: number;
  /** From -100 to 100, in steps of a hundredth of black to white. */
  readonly brightness: number;
  /** From -100 to 100: up to a quarter and up to four times the differences of grey. */
  readonly contrast: number;
  readonly palette: PaletteName;
}

export const PLAIN: Enhancement = { filter: 'none', strength: 1, brightness: 0, contrast: 0, palette: 'grey' };

export function isPlain(enhancement: Enhancement): boolean {
  return !isFiltered(enhancement) && enhancement.palette === 'grey';
}

/** Whether the picture shows other differences than the file has; a palette alone only names them by colours. */
export function isFiltered({ filter, brightness, contrast }: Enhancement): boolean {
  return filter !== 'none' || brightness !== 0 || contrast !== 0;
}

/** @param grey as the window gives it, 0 to 255 @returns the grey that is shown */
export function adjustedGrey(grey: number, { brightness, contrast }: Enhancement): number {
  const factor = 4 ** (contrast / MOST_CHANGE);
  const shown = (grey - 127.5) * factor + 127.5 + (brightness / MOST_CHANGE) * 127.5;
  return Math.min(255, Math.max(0, shown));
}

/** The grey before brightness and contrast that is shown as `shown`: the other way round. */
export function greyBelow(shown: number, { brightness, contrast }: Enhancement): number {
  const factor = 4 ** (contrast / MOST_CHANGE);
  return (shown - 127.5 - (brightness / MOST_CHANGE) * 127.5) / factor + 127.5;
}

const enhancements = new WeakMap<HTMLElement, Enhancement>();

/** How the picture of an element of Cornerstone's is enhanced; an element that is none has no enhancement. */
export function enhancementOf(element: HTMLElement | undefined): Enhancement {
  return (element && enhancements.get(element)) ?? PLAIN;
}

export function setEnhancement(element: HTMLElement, enhancement: Enhancement): void {
  enhancements.set(element, enhancement);
}
