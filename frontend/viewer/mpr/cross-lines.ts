import { svg, html, type TemplateResult } from 'lit';
import type { ImagePoint } from '../measure';
import type { Mpr } from './mpr';
import type { PlaneCell } from './plane-cell';
import { placeIn, type PlaneName } from './planes';

/** How far the lines stay away from the point itself, which must be seen; CSS pixels. */
const GAP_PX = 12;

/** Where the other two planes cut this one, in their colours, with the edges of a slab. They let the mouse through. */
export function crossLines(cell: PlaneCell, mpr: Mpr): TemplateResult {
  const others = mpr.cells.filter((other) => other !== cell);
  return html`<svg class="cross-lines" aria-hidden="true">${others.map((other) => cutBy(other, cell, mpr))}</svg>`;
}

function cutBy(other: PlaneCell, cell: PlaneCell, mpr: Mpr): TemplateResult {
  const half = mpr.slab.thicknessMm / 2;
  const edges = half > other.planes.stepMm ? [-half, half] : [];
  return svg`
    ${edges.map((mm) => edge(ends(cell, other, mpr, mm), other.name))}
    ${line(ends(cell, other, mpr, 0), cell.toCss(mpr.point), other.name)}
  `;
}

type Ends = readonly [from: ImagePoint, to: ImagePoint];

/** The line in which `other` cuts the plane of `cell`, across the whole picture; `mm` beside it. */
function ends({ planes, viewport }: PlaneCell, other: PlaneCell, { point }: Mpr, mm: number): Ends {
  const { normal } = other.planes;
  const beside = point.map((value, axis) => value + mm * normal[axis]) as unknown as typeof point;
  const [column, row] = placeIn(planes, beside);
  const isUpright = planes.row.some((share, axis) => share !== 0 && normal[axis] !== 0);
  const css = (x: number, y: number) => viewport.pixelToCanvas({ x, y });
  return isUpright
    ? [css(column + 0.5, 0), css(column + 0.5, planes.rows)]
    : [css(0, row + 0.5), css(planes.columns, row + 0.5)];
}

function line([from, to]: Ends, centre: ImagePoint, name: PlaneName): TemplateResult {
  const size = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [((to.x - from.x) / size) * GAP_PX, ((to.y - from.y) / size) * GAP_PX];
  const first = `M${from.x} ${from.y}L${centre.x - dx} ${centre.y - dy}`;
  const trace = `${first}M${centre.x + dx} ${centre.y + dy}L${to.x} ${to.y}`;
  return svg`<path class="halo" d=${trace} /><path class=${name} d=${trace} />`;
}

function edge([from, to]: Ends, name: PlaneName): TemplateResult {
  return svg`<path class="slab ${name}" d=${`M${from.x} ${from.y}L${to.x} ${to.y}`} />`;
}

/** For readers of coordinates: the point that the three planes share, in the patient's directions. */
export function pointText(mpr: Mpr): string {
  const letters = [
    ['L', 'R'],
    ['P', 'A'],
    ['H', 'F'],
  ];
  return mpr.point
    .map((value, axis) => ({ mm: Math.abs(value).toFixed(1), letter: letters[axis][value < -0.05 ? 1 : 0] }))
    .map(({ mm, letter }) => `${letter} ${mm}`)
    .join('  ');
}

/** A whole number for Hounsfield units and large values, three figures where values are small. */
export function valueText(value: number, unit: string): string {
  const isWhole = unit === 'HU' || Math.abs(value) >= 100 || Number.isInteger(value);
  const figures = isWhole ? String(Math.round(value)) : value.toPrecision(3);
  return [figures, unit].filter(Boolean).join(' ');
}

