import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from './messages';
import type { Stack } from './stack';

/** A slim bar at the edge of the picture: where in the stack the reader is, to be dragged or pressed. */
export function scrollBar(
  stack: Stack,
  goTo: (place: number) => void,
  messages: Messages,
): TemplateResult | typeof nothing {
  const count = stack.frames.length;
  if (count < 2) {
    return nothing;
  }
  // Assigned through the property, which a strict style-src allows and an attribute would not be.
  const height = `max(${100 / count}%, 14px)`;
  const thumb = `top: calc(${stack.target / (count - 1)} * (100% - ${height})); height: ${height}`;
  const loaded = `height: ${(stack.requestedCount / count) * 100}%`;
  return html`
    <div
      class="scroll-bar"
      role="slider"
      tabindex="-1"
      aria-orientation="vertical"
      aria-label=${messages.get('scroll.name')}
      aria-valuemin="1"
      aria-valuemax=${count}
      aria-valuenow=${stack.target + 1}
      @pointerdown=${(event: PointerEvent) => follow(event, stack, goTo)}
      @pointermove=${(event: PointerEvent) => event.buttons === 1 && follow(event, stack, goTo)}
    >
      <span class="loaded" .style=${loaded}></span>
      <span class="thumb" .style=${thumb}></span>
    </div>
  `;
}

function follow(event: PointerEvent, stack: Stack, goTo: (place: number) => void): void {
  const bar = event.currentTarget as HTMLElement;
  const { top, height } = bar.getBoundingClientRect();
  bar.setPointerCapture(event.pointerId);
  event.preventDefault();
  goTo(Math.floor(((event.clientY - top) / height) * stack.frames.length));
}
