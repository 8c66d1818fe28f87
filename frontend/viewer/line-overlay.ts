import { nothing, svg, html, type TemplateResult } from 'lit';
import type { ImagePoint } from './measure';
import type { ReferenceLine } from './reference-lines';

/** How far the arms of the cross stay away from the place itself, which must be seen; CSS pixels. */
const GAP_PX = 10;

export interface LineOverlay {
  readonly lines: readonly ReferenceLine[];
  /** Place of the crosshairs in the image. */
  readonly cross: ImagePoint | undefined;
  /** From image pixels to CSS pixels of the cell. */
  readonly toCss: (point: ImagePoint) => ImagePoint;
}

/** Reference lines and crosshairs over a picture; they let the mouse through. */
export function lineOverlay({ lines, cross, toCss }: LineOverlay): TemplateResult | typeof nothing {
  if (lines.length === 0 && !cross) {
    return nothing;
  }
  return html`
    <svg class="lines" aria-hidden="true">
      ${lines.map(({ segment: [from, to], of }) => line(toCss(from), toCss(to), of === 'edge' ? 'edge-slice' : of))}
      ${cross ? arms(toCss(cross)) : nothing}
    </svg>
  `;
}

/** A dark line below a bright one stays visible on bone and on air. */
function line(from: ImagePoint, to: ImagePoint, kind: string): TemplateResult {
  const trace = `M${from.x} ${from.y}L${to.x} ${to.y}`;
  return svg`<path class="halo" d=${trace} /><path class=${kind} d=${trace} />`;
}

function arms({ x, y }: ImagePoint): TemplateResult {
  const far = 1e4;
  const across = `M${x - far} ${y}H${x - GAP_PX}M${x + GAP_PX} ${y}H${x + far}`;
  const trace = `${across}M${x} ${y - far}V${y - GAP_PX}M${x} ${y + GAP_PX}V${y + far}`;
  return svg`<path class="halo" d=${trace} /><path class="cross" d=${trace} />`;
}
