import type { LabelBox } from './annotation-hit';
import type { ImagePoint } from './measure';

/** Distance of a label from the figure it belongs to, CSS pixels. */
const GAP = 12;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A label over another one cannot be read; over its own figure it hides what is measured. */
const LABEL_WEIGHT = 20;
const OWN_WEIGHT = 4;

/**
 * Where a label goes: to the right of its figure, else left, below, above or at a corner, wherever it covers the least
 * of other labels, of its own figure and of others.
 *
 * @param figure points of the figure on the screen, at least one
 * @param taken  other labels
 * @param avoided other figures
 */
export function labelBox(
  size: Size,
  figure: readonly ImagePoint[],
  room: Size,
  taken: readonly LabelBox[],
  avoided: readonly LabelBox[] = [],
): LabelBox {
  const own = boxAround(figure);
  const cost = (box: LabelBox) =>
    LABEL_WEIGHT * covered(box, taken) + OWN_WEIGHT * covered(box, [own]) + covered(box, avoided);
  const places = placesAround(size, figure, own, room).map((box) => ({ box, cost: cost(box) }));
  return places.reduce((best, place) => (place.cost < best.cost ? place : best)).box;
}

/** In the order in which they are liked, all of them on the picture. */
function placesAround(size: Size, figure: readonly ImagePoint[], own: LabelBox, room: Size): LabelBox[] {
  const beside = figure.reduce((most, point) => (point.x > most.x ? point : most)).y - size.height / 2;
  const [right, left] = [own.left + own.width + GAP, own.left - GAP - size.width];
  const [below, above] = [own.top + own.height + GAP, own.top - GAP - size.height];
  const middle = own.left + (own.width - size.width) / 2;
  return [
    { left: right, top: beside },
    { left, top: beside },
    { left: middle, top: below },
    { left: middle, top: above },
    { left: right, top: below },
    { left: right, top: above },
    { left, top: below },
    { left, top: above },
  ].map((place) => kept({ ...place, ...size }, room));
}

/** The smallest box around points on the screen. */
export function boxAround(points: readonly ImagePoint[]): LabelBox {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** Area of the box that lies over others, in square CSS pixels. */
function covered(box: LabelBox, others: readonly LabelBox[]): number {
  return others.reduce((sum, other) => {
    const width = Math.min(box.left + box.width, other.left + other.width) - Math.max(box.left, other.left);
    const height = Math.min(box.top + box.height, other.top + other.height) - Math.max(box.top, other.top);
    return sum + Math.max(0, width) * Math.max(0, height);
  }, 0);
}

function kept(box: LabelBox, room: Size): LabelBox {
  return {
    ...box,
    left: Math.max(0, Math.min(box.left, room.width - box.width)),
    top: Math.max(0, Math.min(box.top, room.height - box.height)),
  };
}
