import type { EventBus } from './event-bus';
import type { ImagePoint } from './measure';
import type { MouseSettings } from './settings/settings';
import { onLongPress } from './touch-gestures';

/** Wheel travel for one slice when the wheel reports pixels, as touch pads do. */
const WHEEL_STEP_PX = 40;

/** Lines a notch of the wheel reports where it reports lines. */
const LINE_PX = 40;

/** One notch of the wheel, 100 px, makes the picture larger by this factor. */
const ZOOM_PER_NOTCH = 1.15;
const NOTCH_PX = 100;

/** What a turn of the wheel does. */
export type WheelSettings = Pick<MouseSettings, 'wheel' | 'isWheelInverted'>;

/** A change of size about a place that stays where it is, CSS pixels from the corner of the picture. */
export interface Zooming {
  readonly factor: number;
  readonly about: ImagePoint;
}

/** The element of a picture, which takes the wheel, the buttons of the mouse and the keyboard. */
export function pictureElement(bus: EventBus, wheel: () => WheelSettings): HTMLElement {
  const element = document.createElement('div');
  element.className = 'viewport';
  element.tabIndex = 0;
  element.setAttribute('role', 'application');
  shieldWhileBlank(element);
  keepButtonsForTools(element);
  ringForKeyboard(element);
  scrollByWheel(element, bus, wheel);
  onLongPress(element, () => bus.emit('long-pressed', undefined));
  return element;
}

/**
 * Turns the wheel over the picture into slices, one per notch, and touch pads smoothly; with control into size, or the
 * other way round where the reader likes it so.
 */
function scrollByWheel(element: HTMLElement, bus: EventBus, settings: () => WheelSettings): void {
  let travelPx = 0;
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { wheel, isWheelInverted } = settings();
      const turned = isWheelInverted ? -event.deltaY : event.deltaY;
      const px = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? turned : turned * LINE_PX;
      // Touch pads report a pinch as a turn of the wheel with the control key.
      const isControl = event.ctrlKey || event.metaKey;
      if (wheel === 'zoom' ? !isControl : isControl) {
        bus.emit('zoom-by', zooming(element, event, px));
        return;
      }
      // A notch of a wheel is 100 px or more in one event: one slice, however long the jump.
      travelPx = Math.abs(px) >= 2 * WHEEL_STEP_PX ? Math.sign(px) * WHEEL_STEP_PX : travelPx + px;
      const steps = Math.trunc(travelPx / WHEEL_STEP_PX);
      travelPx -= steps * WHEEL_STEP_PX;
      if (steps !== 0) {
        bus.emit('scroll-by', steps);
      }
    },
    { passive: false },
  );
}

function zooming(element: HTMLElement, { clientX, clientY }: WheelEvent, px: number): Zooming {
  const { left, top } = element.getBoundingClientRect();
  return { factor: ZOOM_PER_NOTCH ** (-px / NOTCH_PX), about: { x: clientX - left, y: clientY - top } };
}

/** Marks the picture as focused only when the keyboard brought the focus, not while keys are used beside the mouse. */
function ringForKeyboard(element: HTMLElement): void {
  element.addEventListener('focus', () => element.classList.toggle('ringed', element.matches(':focus-visible')));
  element.addEventListener('mousedown', () => element.classList.remove('ringed'));
  element.addEventListener('blur', () => element.classList.remove('ringed'));
}

/** Keeps tools off a picture that is hidden behind a notice: nothing may be measured on what cannot be seen. */
function shieldWhileBlank(element: HTMLElement): void {
  for (const type of ['mousedown', 'touchstart', 'pointerdown']) {
    element.addEventListener(
      type,
      (event) => {
        if (element.classList.contains('blank')) {
          event.stopImmediatePropagation();
        }
      },
      { capture: true },
    );
  }
}

/** The right and the middle button are tools over the picture, so the browser's own use of them is off there. */
function keepButtonsForTools(element: HTMLElement): void {
  element.addEventListener('contextmenu', (event) => event.preventDefault());
  element.addEventListener('mousedown', (event) => {
    element.focus({ preventScroll: true });
    if (event.button === 1) {
      event.preventDefault();
    }
  });
}
