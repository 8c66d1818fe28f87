import { describe, expect, it } from 'vitest';
import { labelBox } from './annotation-label';

const ROOM = { width: 400, height: 300 };
const SIZE = { width: 80, height: 20 };
const figure = (left: number, top: number, right: number, bottom: number) => [
  { x: left, y: top },
  { x: right, y: bottom },
];

describe('labelBox', () => {
  it('stands to the right of its figure', () => {
    expect(labelBox(SIZE, figure(100, 100, 150, 140), ROOM, [])).toEqual({ left: 162, top: 130, ...SIZE });
  });

  it('goes to the left where there is no room on the right', () => {
    expect(labelBox(SIZE, figure(300, 100, 390, 140), ROOM, [])).toMatchObject({ left: 208 });
  });

  it('goes below a figure as wide as the picture', () => {
    const box = labelBox(SIZE, figure(5, 100, 395, 140), ROOM, []);
    expect(box.top).toBeGreaterThan(140);
  });

  it('makes way for a label that is there already', () => {
    const first = labelBox(SIZE, figure(100, 100, 150, 140), ROOM, []);
    const second = labelBox(SIZE, figure(100, 102, 150, 142), ROOM, [first]);
    expect(second.left + SIZE.width <= first.left || second.top >= first.top + SIZE.height).toBe(true);
  });

  it('makes way for another figure where it can', () => {
    const other = { left: 155, top: 100, width: 100, height: 60 };
    expect(labelBox(SIZE, figure(100, 100, 150, 140), ROOM, [], [other]).left).toBe(8);
    const all = { left: 0, top: 0, ...ROOM };
    expect(labelBox(SIZE, figure(100, 100, 150, 140), ROOM, [], [all]).left).toBe(162);
  });

  it('covers rather a figure than another label, where the picture is crowded', () => {
    const labels = [{ left: 155, top: 0, width: 245, height: 300 }];
    const figures = [{ left: 0, top: 0, width: 95, height: 300 }];
    expect(labelBox(SIZE, figure(100, 100, 150, 140), ROOM, labels, figures).left).toBe(8);
  });

  it('stays on a picture that the figure fills', () => {
    const box = labelBox(SIZE, figure(-50, -50, 450, 350), ROOM, []);
    expect(box).toMatchObject({ left: 320 });
    expect(box.top + box.height).toBeLessThanOrEqual(ROOM.height);
  });
});
