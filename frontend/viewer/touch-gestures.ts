/** Longest time between two taps of a double tap, and how far apart they may be in CSS pixels. */
const DOUBLE_TAP_MS = 350;
const DOUBLE_TAP_PX = 30;

/** How long a finger rests for a long press, and how far it may slip meanwhile. */
const LONG_PRESS_MS = 550;
const SLIP_PX = 8;

interface Tap {
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

/** Calls for a double click of the mouse and for a double tap of a finger. */
export function onDoublePress(element: HTMLElement, run: () => void): void {
  let isTouch = false;
  let last: Tap | undefined;
  element.addEventListener('pointerdown', ({ pointerType }) => (isTouch = pointerType === 'touch'), { capture: true });
  // A browser may make a double click of two taps: those are counted below.
  element.addEventListener('dblclick', () => isTouch || run());
  element.addEventListener('pointerup', (event) => {
    if (event.pointerType === 'touch') {
      const tap = { at: event.timeStamp, x: event.clientX, y: event.clientY };
      const isSecond = last !== undefined && isDouble(last, tap);
      last = isSecond ? undefined : tap;
      if (isSecond) {
        run();
      }
    }
  });
}

/** Calls when one finger rests on the element without slipping. */
export function onLongPress(element: HTMLElement, run: () => void): void {
  let fingers = 0;
  let start: Tap | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => clearTimeout(timer);
  element.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch') {
      end();
      fingers++;
      start = { at: event.timeStamp, x: event.clientX, y: event.clientY };
      timer = fingers === 1 ? setTimeout(run, LONG_PRESS_MS) : undefined;
    }
  });
  element.addEventListener('pointermove', (event) => {
    if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > SLIP_PX) {
      end();
    }
  });
  for (const type of ['pointerup', 'pointercancel'] as const) {
    element.addEventListener(type, ({ pointerType }) => {
      fingers = pointerType === 'touch' ? Math.max(0, fingers - 1) : fingers;
      end();
    });
  }
}

function isDouble(first: Tap, second: Tap): boolean {
  const isSoon = second.at - first.at <= DOUBLE_TAP_MS;
  return isSoon && Math.hypot(second.x - first.x, second.y - first.y) <= DOUBLE_TAP_PX;
}
