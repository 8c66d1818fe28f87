import { number, numbers, text } from '../dicom-json';
import type { Frame } from '../frame';
import type { ImagePoint } from '../measure';
import type { Turn } from '../orientation-letters';
import { Tag } from '../tags';
import type { FromDisplay } from './graphic';
import { itemFor } from './image-references';
import type { PresentationState } from './presentation-state';

/** The part of a picture that is to be seen, and how large (PS3.3 C.10.4). Edges are in image pixels. */
export interface DisplayedArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly size: 'fit' | 'true size' | { readonly magnification: number };
  /** Height of a pixel in widths of a pixel, undefined when the state leaves it to the image. */
  readonly aspect: number | undefined;
}

/** The whole picture where the state has no usable area. */
export function displayedArea({ attributes }: PresentationState, frame: Frame): DisplayedArea {
  const { rows, columns } = frame.pixels;
  const whole = { left: 0, top: 0, right: columns, bottom: rows, size: 'fit', aspect: undefined } as const;
  const area = itemFor(attributes, Tag.DisplayedAreaSelectionSequence, frame);
  const from = area && numbers(area, Tag.DisplayedAreaTopLeftHandCorner, 2);
  const to = area && numbers(area, Tag.DisplayedAreaBottomRightHandCorner, 2);
  if (!from || !to) {
    return whole;
  }
  const mode = text(area, Tag.PresentationSizeMode);
  const magnification = number(area, Tag.PresentationPixelMagnificationRatio) ?? 0;
  return {
    // The corners are pixels, both of them inside; a turned picture may have them the other way round.
    left: Math.min(from[0], to[0]) - 1,
    top: Math.min(from[1], to[1]) - 1,
    right: Math.max(from[0], to[0]),
    bottom: Math.max(from[1], to[1]),
    size: mode === 'TRUE SIZE' ? 'true size' : mode === 'MAGNIFY' && magnification > 0 ? { magnification } : 'fit',
    aspect: aspectOf(numbers(area, Tag.PresentationPixelSpacing, 2) ?? numbers(area, Tag.PresentationPixelAspectRatio, 2)),
  };
}

export function isWhole({ left, top, right, bottom }: DisplayedArea, { pixels }: Frame): boolean {
  return left === 0 && top === 0 && right === pixels.columns && bottom === pixels.rows;
}

/** Fractions count from the corner that is seen top left, after the picture was turned. */
export function fromDisplay(area: DisplayedArea, { rotation, hflip, vflip }: Turn): FromDisplay {
  const { left, top, right, bottom } = area;
  const isOnSide = rotation % 180 !== 0;
  // Where a way to the right on the screen, and one down, lead in the image.
  const turned = TURNED[rotation] ?? TURNED[0];
  const isMirrored = hflip !== vflip;
  const across = isMirrored ? negative(turned.right) : turned.right;
  const width = isOnSide ? bottom - top : right - left;
  const height = isOnSide ? right - left : bottom - top;
  const start = {
    x: across.x + turned.down.x > 0 ? left : right,
    y: across.y + turned.down.y > 0 ? top : bottom,
  };
  return ({ x, y }: ImagePoint) => ({
    x: start.x + across.x * x * width + turned.down.x * y * height,
    y: start.y + across.y * x * width + turned.down.y * y * height,
  });
}

const TURNED: Readonly<Record<number, { readonly right: ImagePoint; readonly down: ImagePoint }>> = {
  0: { right: { x: 1, y: 0 }, down: { x: 0, y: 1 } },
  90: { right: { x: 0, y: -1 }, down: { x: 1, y: 0 } },
  180: { right: { x: -1, y: 0 }, down: { x: 0, y: -1 } },
  270: { right: { x: 0, y: 1 }, down: { x: -1, y: 0 } },
};

function negative({ x, y }: ImagePoint): ImagePoint {
  return { x: -x, y: -y };
}

/** Vertical, then horizontal, as spacing and ratio both have it. */
function aspectOf(values: readonly number[] | undefined): number | undefined {
  const aspect = values ? values[0] / values[1] : NaN;
  return aspect > 0.01 && aspect < 100 ? aspect : undefined;
}
