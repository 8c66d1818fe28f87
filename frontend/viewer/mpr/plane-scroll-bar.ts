import { html, type TemplateResult } from 'lit';
import type { Messages } from '../messages';
import type { Mpr } from './mpr';
import type { PlaneCell } from './plane-cell';
import { placeIn, pointOf } from './planes';

/** At the edge of a plane: where in its direction the reader is, to be dragged or pressed. */
export function planeScrollBar(cell: PlaneCell, mpr: Mpr, messages: Messages): TemplateResult {
  const { count } = cell.planes;
  const index = mpr.indexIn(cell);
  // Assigned through the property, which a strict style-src allows and an attribute would not be.
  const height = `max(${100 / count}%, 14px)`;
  const thumb = `top: calc(${count > 1 ? index / (count - 1) : 0} * (100% - ${height})); height: ${height}`;
  const follow = (event: PointerEvent) => goTo(event, cell, mpr);
  return html`
    <div
      class="scroll-bar"
      role="slider"
      tabindex="-1"
      aria-orientation="vertical"
      aria-label=${messages.get('scroll.name')}
      aria-valuemin="1"
      aria-valuemax=${count}
      aria-valuenow=${index + 1}
      @pointerdown=${follow}
      @pointermove=${(event: PointerEvent) => event.buttons === 1 && follow(event)}
    >
      <span class="thumb" .style=${thumb}></span>
    </div>
  `;
}

function goTo(event: PointerEvent, { planes }: PlaneCell, mpr: Mpr): void {
  const bar = event.currentTarget as HTMLElement;
  const { top, height } = bar.getBoundingClientRect();
  bar.setPointerCapture(event.pointerId);
  event.preventDefault();
  const [column, row] = placeIn(planes, mpr.point);
  mpr.moveTo(pointOf(planes, column, row, Math.floor(((event.clientY - top) / height) * planes.count)));
}
