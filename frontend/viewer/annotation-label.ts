import type { LabelBox } from './annotation-hit';
import type { ImagePoint } from './measure';

/** Distance of a label from the figure it belongs to, CSS pixels. */
const GAP = 12;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where a label goes: to the right of its figure if there is room, else left, below or above; over no other label, and
 * over no figure where it can be helped. If there is no such place, as far right as the picture reaches.
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
  const xs = figure.map(({ x }) => x);
  const ys = figure.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const beside = figure.reduce((most, point) => (point.x > most.x ? point : most)).y - size.height / 2;
  const middle = (left + right - size.width) / 2;
  const places = [
    { left: right + GAP, top: beside },
    { left: left - GAP - size.width, top: beside },
    { left: middle, top: bottom + GAP },
    { left: middle, top: top - GAP - size.height },
    { left: right + GAP, top: bottom },
    { left: right + GAP, top: top - size.height },
  ].map((place) => ({ ...place, ...size }));
  const inRoom = places.filter((box) => isInside(box, room));
  const isFree = (others: readonly LabelBox[]) => (box: LabelBox) => !others.some((other) => overlap(box, other));
  const free = inRoom.filter(isFree(taken));
  return free.find(isFree(avoided)) ?? free[0] ?? inRoom[0] ?? kept(places[0], room);
}

/** The smallest box around points on the screen. */
export function boxAround(points: readonly ImagePoint[]): LabelBox {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

function isInside({ left, top, width, height }: LabelBox, room: Size): boolean {
  return left >= 0 && top >= 0 && left + width <= room.width && top + height <= room.height;
}

function overlap(a: LabelBox, b: LabelBox): boolean {
  return (
    a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height
  );
}

function kept(box: LabelBox, room: Size): LabelBox {
  return {
    ...box,
    left: Math.max(0, Math.min(box.left, room.width - box.width)),
    top: Math.max(0, Math.min(box.top, room.height - box.height)),
  };
}
