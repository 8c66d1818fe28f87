import { cornerstone } from './cornerstone';
import type { ImagePoint } from './measure';

/** Device pixels per CSS pixel of an element of Cornerstone's, as laid out by `useDevicePixels`. */
const ratios = new WeakMap<HTMLElement, number>();

/**
 * Gives the picture every pixel of a fine screen. Cornerstone makes its canvas as large as its element, so the element
 * is laid out that many times too large and shown smaller. Screens and the browser's zoom may change meanwhile.
 *
 * @returns ends the watch for such changes
 */
export function useDevicePixels(element: HTMLElement, onChange: () => void): () => void {
  let end = () => undefined as void;
  const apply = () => {
    const ratio = globalThis.devicePixelRatio || 1;
    ratios.set(element, ratio);
    element.style.width = element.style.height = `${100 * ratio}%`;
    element.style.transform = ratio === 1 ? '' : `scale(${1 / ratio})`;
    const query = matchMedia(`(resolution: ${ratio}dppx)`);
    const change = () => {
      apply();
      onChange();
    };
    query.addEventListener('change', change, { once: true });
    end = () => query.removeEventListener('change', change);
  };
  apply();
  return () => end();
}

export function ratioOf(element: HTMLElement): number {
  return ratios.get(element) ?? 1;
}

/** Place on the element, CSS pixels from its top left corner, of a place in the image. */
export function pixelToCss(element: HTMLElement, { x, y }: ImagePoint): ImagePoint {
  const canvas = cornerstone.pixelToCanvas(element, { x, y });
  const ratio = ratioOf(element);
  return { x: canvas.x / ratio, y: canvas.y / ratio };
}

export function cssToPixel(element: HTMLElement, { x, y }: ImagePoint): ImagePoint {
  const ratio = ratioOf(element);
  return cornerstone.canvasToPixel(element, { x: x * ratio, y: y * ratio });
}

/** Cornerstone for the tools, which take the page, the mouse and the canvas to have pixels of one size. */
export const cornerstoneInCssPixels: object = Object.create(cornerstone, {
  pixelToCanvas: { value: pixelToCss },
  canvasToPixel: { value: cssToPixel },
  pageToPixel: {
    value: (element: HTMLElement, pageX: number, pageY: number) => {
      const { left, top } = element.getBoundingClientRect();
      return cssToPixel(element, { x: pageX - left - window.scrollX, y: pageY - top - window.scrollY });
    },
  },
});
