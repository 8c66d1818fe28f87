import { describe, expect, it } from 'vitest';
import { imagePlane, toPixel, type ImagePlane } from './patient-space';
import { isInside, nearestSlice, planeOf, sliceAtPlane } from './slice-search';
import { SAGITTAL, slice, stackOf, TILTED } from './test-slices';
import { combine, type Vector } from './vector';

/** Heights along the normal of the tilted CT of the sample set: 4.0, then 1.1, then 7.0 mm apart. */
const IRREGULAR = [0, 4.002, 8.004, 9.085, 16.084, 23.083];

const all = () => true;

describe('nearestSlice', () => {
  it('finds the slice of an uneven stack by distance, not by number', () => {
    const frames = stackOf(TILTED, IRREGULAR);
    const between = imagePlane(slice({ ...TILTED, position: stackOf(TILTED, [12.4])[0].position })) as ImagePlane;
    expect(nearestSlice(frames, between.origin, 0, all)).toEqual({ place: 3, isInside: true });
  });

  it('says when the position is beyond the end of the stack', () => {
    const frames = stackOf({ thicknessMm: 2 }, [0, 5, 10]);
    expect(nearestSlice(frames, [3, 3, 12.4], 0, all)).toEqual({ place: 2, isInside: true });
    expect(nearestSlice(frames, [3, 3, 12.6], 0, all)).toEqual({ place: 2, isInside: false });
    expect(nearestSlice(frames, [3, 3, -900], 0, all)).toEqual({ place: 0, isInside: false });
  });

  it('stays in the phase that is being read where several share a position', () => {
    const phases = [...stackOf({}, [0, 5]), ...stackOf({}, [0, 5])];
    expect(nearestSlice(phases, [0, 0, 5], 0, all)?.place).toBe(1);
    expect(nearestSlice(phases, [0, 0, 5], 3, all)?.place).toBe(3);
  });

  it('leaves out slices whose place is not known', () => {
    const unplaced = { ...slice(), position: undefined };
    expect(nearestSlice([unplaced], [0, 0, 0], 0, all)).toBeUndefined();
    expect(isInside([unplaced], 0, [0, 0, 0])).toBe(false);
  });
});

describe('the oblique MR of the demo', () => {
  /** As the program makes it: 36 slices of 256 x 256 pixels of 0.86 mm, 4.5 mm apart, around the isocentre. */
  const [tilt, turn] = [(18 * Math.PI) / 180, (7 * Math.PI) / 180];
  const row: Vector = [Math.cos(turn), Math.sin(turn), 0];
  const column: Vector = [-Math.sin(turn) * Math.cos(tilt), Math.cos(turn) * Math.cos(tilt), -Math.sin(tilt)];
  const half = (-255 * 0.86) / 2;
  const heights = Array.from({ length: 36 }, (_, place) => (place - 17.5) * 4.5);
  const shape = { row, column, position: combine(row, half, column, half), spacing: [0.86, 0.86] as const };
  const frames = stackOf({ ...shape, rows: 256, columns: 256, thicknessMm: 4.5 }, heights);

  it('has the isocentre between its two middle slices, in the middle of their pixels', () => {
    expect(nearestSlice(frames, [0, 0, 0], 0, all)).toEqual({ place: 17, isInside: true });
    expect(nearestSlice(frames, [0, 0, 0], 30, all)?.place).toBe(18);
    const { x, y } = toPixel(planeOf(frames[17])!, [0, 0, 0]);
    expect([x, y].map((value) => value.toFixed(6))).toEqual(['128.000000', '128.000000']);
  });

  it('finds a place 30 mm towards the head by the slope of its slices', () => {
    const place = nearestSlice(frames, [0, 0, 30], 0, all)!.place;
    // 30 mm along the head-foot axis are 30 mm * cos 18 degrees along the normal.
    expect(place).toBe(Math.round(17.5 + (30 * Math.cos(tilt)) / 4.5));
  });

  it('ends where its last slice does', () => {
    const beyond = combine([0, 0, 0], 0, [0, 0, 1], (18.1 * 4.5) / Math.cos(tilt));
    expect(nearestSlice(frames, beyond, 0, all)).toEqual({ place: 35, isInside: false });
  });
});

describe('sliceAtPlane', () => {
  const leader = imagePlane(slice({ position: [40, 40, 9] })) as ImagePlane;

  it('finds the parallel slice at the same height, wherever its first pixel is', () => {
    expect(sliceAtPlane(stackOf({ position: [-300, 90, 0] }, [0, 3, 6, 9, 12]), leader, 0)?.place).toBe(3);
  });

  it('also in a stack that runs the other way', () => {
    const down = stackOf({ row: [-1, 0, 0] }, [0, 3, 6, 9]).map((frame) => frame);
    const up = imagePlane(slice({ position: [0, 0, -6] })) as ImagePlane;
    expect(sliceAtPlane(down, up, 0)?.place).toBe(2);
  });

  it('finds none in another space or at an angle', () => {
    expect(sliceAtPlane(stackOf({ frameOfReferenceUID: '7.7' }, [0, 9]), leader, 0)).toBeUndefined();
    expect(sliceAtPlane(stackOf({ ...SAGITTAL }, [0, 9]), leader, 0)).toBeUndefined();
  });
});
