// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onDoublePress, onLongPress } from './touch-gestures';

let element: HTMLElement;
let count: number;

beforeEach(() => {
  vi.useFakeTimers();
  element = document.createElement('div');
  count = 0;
});

afterEach(() => {
  vi.useRealTimers();
});

function pointer(type: string, at: number, x = 50, y = 50, pointerType = 'touch'): void {
  const event = new Event(type);
  Object.assign(event, { pointerType, clientX: x, clientY: y });
  Object.defineProperty(event, 'timeStamp', { value: at });
  element.dispatchEvent(event);
}

function tap(at: number, x = 50, y = 50): void {
  pointer('pointerdown', at, x, y);
  pointer('pointerup', at + 40, x, y);
}

describe('onDoublePress', () => {
  beforeEach(() => onDoublePress(element, () => count++));

  it('hears two taps that come soon and in one place', () => {
    tap(0);
    tap(200, 60, 55);
    expect(count).toBe(1);
  });

  it('hears neither slow taps nor taps in two places, nor a third one as another pair', () => {
    tap(0);
    tap(600);
    tap(1400, 200, 50);
    tap(1500, 50, 50);
    expect(count).toBe(0);
    tap(1600);
    tap(1700);
    expect(count).toBe(1);
  });

  it('hears the double click of a mouse but not the one that a browser makes of two taps', () => {
    pointer('pointerdown', 0, 50, 50, 'mouse');
    element.dispatchEvent(new Event('dblclick'));
    expect(count).toBe(1);
    tap(0);
    tap(100);
    element.dispatchEvent(new Event('dblclick'));
    expect(count).toBe(2);
  });
});

describe('onLongPress', () => {
  beforeEach(() => onLongPress(element, () => count++));

  it('hears a finger that rests', () => {
    pointer('pointerdown', 0);
    pointer('pointermove', 100, 53, 52);
    vi.advanceTimersByTime(1000);
    expect(count).toBe(1);
  });

  it.each([
    ['slips', () => pointer('pointermove', 100, 70, 50)],
    ['is lifted', () => pointer('pointerup', 100)],
    ['is taken away by the browser', () => pointer('pointercancel', 100)],
    ['is joined by another one', () => pointer('pointerdown', 100, 90, 90)],
  ])('hears none that %s', (_, act) => {
    pointer('pointerdown', 0);
    act();
    vi.advanceTimersByTime(1000);
    expect(count).toBe(0);
  });

  it('is not for the mouse', () => {
    pointer('pointerdown', 0, 50, 50, 'mouse');
    vi.advanceTimersByTime(1000);
    expect(count).toBe(0);
  });
});
