import { describe, expect, it } from 'vitest';
import { prefetchOrder } from './prefetch-order';

describe('prefetchOrder', () => {
  it('goes outward from the reader', () => {
    expect(prefetchOrder(3, 7)).toEqual([3, 4, 2, 5, 1, 6, 0]);
  });

  it('goes on to one side at an end of the stack', () => {
    expect(prefetchOrder(0, 4)).toEqual([0, 1, 2, 3]);
    expect(prefetchOrder(3, 4)).toEqual([3, 2, 1, 0]);
  });

  it('names every slice once', () => {
    expect([...prefetchOrder(417, 600)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 600 }, (_, index) => index),
    );
  });

  it('is empty for an empty stack', () => {
    expect(prefetchOrder(0, 0)).toEqual([]);
  });
});
