import { bitAt, firstBit } from './overlay-bits';
import { frameOfOverlay, type OverlayPlane } from './overlay-plane';

/** Red, green and blue from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A plane and its bits. */
export interface PaintedPlane {
  readonly plane: OverlayPlane;
  readonly bits: Uint8Array;
  readonly colour: Colour;
}

/** A part of the picture with something on it, in pixels of the picture. */
export interface OverlayPicture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How many pixels of the picture along an edge are one here. */
  readonly step: number;
  /** Four bytes a pixel. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is below a region has to be seen. */
const REGION_ALPHA = 110;
const DRAWN_ALPHA = 255;

/** Larger ones are coarser, so that no picture takes more than 64 MB for what lies over it. */
const MOST_PIXELS = 16_000_000;

/**
 * The planes of a frame in their colours, as far as they are inside of the picture.
 *
 * @param step pixels of the picture that become one, so that thin lines stay visible where the picture is shown smaller
 * @returns undefined when there is nothing to be seen
 */
export function overlayPicture(
  planes: readonly PaintedPlane[],
  size: Size,
  frameNumber: number,
  step = 1,
): OverlayPicture | undefined {
  const drawn = planes.flatMap((painted) => {
    const place = frameOfOverlay(painted.plane, frameNumber);
    const start = place === undefined ? -1 : firstBit(painted.plane, place);
    const box = start < 0 ? undefined : usedBox(painted, start, size);
    return box ? [{ painted, start, box }] : [];
  });
  if (drawn.length === 0) {
    return undefined;
  }
  const picture = blank(unionOf(drawn.map(({ box }) => box)), step);
  drawn.forEach(({ painted, start, box }) => paint(picture, painted, start, box));
  return picture;
}

/** Smallest box, inside of the picture, of the bits that are set. */
function usedBox({ plane, bits }: PaintedPlane, start: number, size: Size): Box | undefined {
  const inside = insideOf(plane, size, Math.ceil((8 * bits.length - start) / plane.columns));
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let row = inside.top; row < inside.bottom; row++) {
    const line = start + (row - plane.top) * plane.columns - plane.left;
    for (let column = inside.left; column < inside.right; column++) {
      if (bitAt(bits, line + column)) {
        left = Math.min(left, column);
        right = Math.max(right, column + 1);
        top = Math.min(top, row);
        bottom = row + 1;
      }
    }
  }
  return bottom > 0 ? { left, top, right, bottom } : undefined;
}

/**
 * The part of a plane that lies on the picture and has bits: whatever its header claims, no more than that is looked at.
 */
function insideOf({ top, left, rows, columns }: OverlayPlane, size: Size, rowsWithBits: number): Box {
  return {
    left: Math.max(0, left),
    top: Math.max(0, top),
    right: Math.min(size.columns, left + columns),
    bottom: Math.min(size.rows, top + Math.min(rows, rowsWithBits)),
  };
}

function unionOf(boxes: readonly Box[]): Box {
  return boxes.reduce((a, b) => ({
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }));
}

function blank({ left, top, right, bottom }: Box, wanted: number): OverlayPicture {
  const step = Math.max(wanted, Math.ceil(Math.sqrt(((right - left) * (bottom - top)) / MOST_PIXELS)));
  const width = Math.ceil((right - left) / step);
  const height = Math.ceil((bottom - top) / step);
  return { left, top, width, height, step, rgba: new Uint8ClampedArray(4 * width * height) };
}

function paint(picture: OverlayPicture, { plane, bits, colour }: PaintedPlane, start: number, box: Box): void {
  const { left, top, width, step, rgba } = picture;
  const alpha = plane.isRegion ? REGION_ALPHA : DRAWN_ALPHA;
  for (let row = box.top; row < box.bottom; row++) {
    const line = start + (row - plane.top) * plane.columns - plane.left;
    const to = Math.floor((row - top) / step) * width;
    for (let column = box.left; column < box.right; column++) {
      if (bitAt(bits, line + column)) {
        const at = 4 * (to + Math.floor((column - left) / step));
        rgba[at] = colour[0];
        rgba[at + 1] = colour[1];
        rgba[at + 2] = colour[2];
        rgba[at + 3] = alpha;
      }
    }
  }
}
