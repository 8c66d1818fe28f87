import { describe, expect, it } from 'vitest';
import { POINTS_TO_PLACE, type FigureKind } from './annotation';
import { Draft } from './draft';

const SQUARE = [1, 1] as const;
const at = (x: number, y: number) => ({ x, y });

/** Presses at one place, drags to the other and lets go. */
function drag(draft: Draft, from: { x: number; y: number }, to: { x: number; y: number }, isFirst: boolean): void {
  if (!isFirst) {
    draft.press(from);
  }
  draft.move(to, true);
  draft.release(to, true);
}

function click(draft: Draft, place: { x: number; y: number }): void {
  draft.move(place, false);
  draft.press(place);
  draft.release(place, false);
}

describe('Draft', () => {
  it('takes a line from a drag', () => {
    const draft = new Draft('length', at(1, 1), SQUARE);
    draft.move(at(5, 5), true);
    expect(draft.points).toEqual([at(1, 1), at(5, 5)]);
    expect(draft.isComplete).toBe(false);
    draft.release(at(6, 5), true);
    expect(draft.points).toEqual([at(1, 1), at(6, 5)]);
    expect(draft.isComplete).toBe(true);
  });

  it('takes a line from two clicks, showing it meanwhile', () => {
    const draft = new Draft('length', at(1, 1), SQUARE);
    draft.release(at(1, 1), false);
    draft.move(at(3, 3), false);
    expect(draft.points).toEqual([at(1, 1), at(3, 3)]);
    click(draft, at(4, 4));
    expect([draft.isComplete, draft.points]).toEqual([true, [at(1, 1), at(4, 4)]]);
  });

  it('lets the last point be moved as long as the button is down', () => {
    const draft = new Draft('length', at(1, 1), SQUARE);
    draft.release(at(1, 1), false);
    draft.press(at(4, 4));
    draft.move(at(9, 4), true);
    expect(draft.points).toEqual([at(1, 1), at(9, 4)]);
  });

  it('takes an angle from a drag and a click', () => {
    const draft = new Draft('angle', at(0, 0), SQUARE);
    drag(draft, at(0, 0), at(5, 0), true);
    expect(draft.isComplete).toBe(false);
    click(draft, at(5, 5));
    expect([draft.isComplete, draft.points]).toEqual([true, [at(0, 0), at(5, 0), at(5, 5)]]);
  });

  it('takes two lines of a Cobb angle from two drags', () => {
    const draft = new Draft('cobb', at(0, 0), SQUARE);
    drag(draft, at(0, 0), at(5, 0), true);
    drag(draft, at(0, 9), at(5, 8), false);
    expect([draft.isComplete, draft.points]).toEqual([true, [at(0, 0), at(5, 0), at(0, 9), at(5, 8)]]);
  });

  it('gives a long axis its short one', () => {
    const draft = new Draft('bidirectional', at(0, 0), SQUARE);
    drag(draft, at(0, 0), at(8, 0), true);
    expect(draft.points).toEqual([at(0, 0), at(8, 0), at(4, 2), at(4, -2)]);
  });

  it('follows a drag with an outline and closes it at the end', () => {
    const draft = new Draft('freehand', at(0, 0), SQUARE);
    [at(4, 0), at(4, 4), at(0, 4)].forEach((place) => draft.move(place, true));
    draft.release(at(0, 3), true);
    expect([draft.isComplete, draft.points]).toEqual([true, [at(0, 0), at(4, 0), at(4, 4), at(0, 4)]]);
  });

  it('takes an outline corner by corner, until it is closed', () => {
    const draft = new Draft('freehand', at(0, 0), SQUARE);
    draft.release(at(0, 0), false);
    click(draft, at(4, 0));
    draft.close();
    expect([draft.isComplete, draft.closingPoint]).toEqual([false, undefined]);
    click(draft, at(4, 4));
    expect(draft.closingPoint).toEqual(at(0, 0));
    draft.close();
    expect([draft.isComplete, draft.points.length]).toEqual([true, 3]);
  });

  it('keeps no more points than the server does', () => {
    const draft = new Draft('freehand', at(0, 0), SQUARE);
    Array.from({ length: 5_000 }, (_, step) => draft.move(at(step, step % 2), true));
    draft.release(at(0, 0), true);
    expect(draft.points.length).toBe(2_000);
  });

  it('takes the last point back, but not the first', () => {
    const draft = new Draft('cobb', at(0, 0), SQUARE);
    draft.press(at(5, 0));
    draft.takeBack();
    draft.takeBack();
    expect(draft.points[0]).toEqual(at(0, 0));
    expect(draft.points.length).toBe(2);
  });

  it.each(Object.entries(POINTS_TO_PLACE).filter(([, count]) => count === 1))('%s needs one press', (kind) => {
    expect(new Draft(kind as FigureKind, at(1, 1), SQUARE).isComplete).toBe(true);
  });
});
