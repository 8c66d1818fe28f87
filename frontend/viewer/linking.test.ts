import { describe, expect, it } from 'vitest';
import { followScroll, followView, stackPlace } from './linking';
import { SAGITTAL, slice, stackOf, TILTED } from './test-slices';

const thin = stackOf({}, Array.from({ length: 41 }, (_, place) => place));
const thick = stackOf({ position: [5, 5, 0] }, [0, 8, 16, 24, 32, 40]);

describe('followScroll', () => {
  it('goes by position where stacks of one space are parallel, however many slices they have', () => {
    expect(followScroll(stackPlace(thin, 17), thick, 0)).toEqual({ by: 'position', place: 2, isInside: true });
    expect(followScroll(stackPlace(thick, 4), thin, 0)).toEqual({ by: 'position', place: 32, isInside: true });
  });

  it('says when the leader is beyond the end', () => {
    const short = stackOf({}, [10, 11, 12]);
    expect(followScroll(stackPlace(thin, 40), short, 0)).toEqual({ by: 'position', place: 2, isInside: false });
  });

  it('does not go by number where positions say that the planes cross', () => {
    expect(followScroll(stackPlace(thin, 3), stackOf(SAGITTAL, [0, 5, 10]), 0)).toBeUndefined();
    expect(followScroll(stackPlace(thin, 3), stackOf(TILTED, [0, 5, 10]), 0)).toBeUndefined();
  });

  it('goes by share of the stack where the two have no common space, and says so', () => {
    const other = stackOf({ frameOfReferenceUID: '7.7' }, [0, 5, 10, 15, 20]);
    expect(followScroll(stackPlace(thin, 20), other, 0)).toEqual({ by: 'number', place: 2, isInside: true });
    const unplaced = [0, 1, 2].map(() => ({ ...slice(), position: undefined }));
    expect(followScroll(stackPlace(thin, 40), unplaced, 0)?.place).toBe(2);
  });

  it('leaves a single image alone', () => {
    expect(followScroll(stackPlace(thin, 3), [slice({ frameOfReferenceUID: '7.7' })], 0)).toBeUndefined();
  });
});

describe('followView', () => {
  it('shows the same place of the patient at the same size in mm', () => {
    const from = slice({ position: [0, 0, 5], spacing: [1, 1] });
    const to = slice({ position: [-20, 10, 5], spacing: [0.5, 0.5], rows: 300, columns: 300 });
    const view = followView({ center: { x: 50.5, y: 40.5 }, scale: 3 }, from, to);
    expect(view).toEqual({ center: { x: 140.5, y: 60.5 }, scale: 1.5 });
  });

  it('counts oblong pixels by their finer side', () => {
    const view = followView({ center: { x: 100, y: 50 }, scale: 2 }, slice(), slice({ spacing: [0.5, 2] }));
    expect(view.scale).toBe(1);
  });

  it('keeps the distance from the middle in mm where planes cross', () => {
    const to = slice({ ...SAGITTAL, spacing: [2, 2], rows: 80, columns: 60 });
    const view = followView({ center: { x: 110, y: 70 }, scale: 1 }, slice(), to);
    expect(view).toEqual({ center: { x: 35, y: 50 }, scale: 2 });
  });

  it('keeps the share of the picture where the size of a pixel is not known', () => {
    const to = { ...slice({ rows: 200, columns: 400 }), spacing: { plane: 'none' } as const };
    const view = followView({ center: { x: 150, y: 25 }, scale: 4 }, slice(), to);
    expect(view).toEqual({ center: { x: 300, y: 50 }, scale: 2 });
  });
});
