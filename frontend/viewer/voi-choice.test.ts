import { describe, expect, it } from 'vitest';
import { draggedWindow } from './voi-choice';

describe('draggedWindow', () => {
  it('widens to the right and raises the centre downwards, by a share of the width', () => {
    expect(draggedWindow({ center: 40, width: 500 }, 10, -5)).toEqual({ center: 30, width: 520 });
  });

  it('is fine in narrow windows and finer still where values are fractions', () => {
    expect(draggedWindow({ center: 40, width: 80 }, 2, 0)).toEqual({ center: 40, width: 81 });
    expect(draggedWindow({ center: 0.5, width: 1 }, 10, 0).width).toBeCloseTo(1.1);
  });

  it('never closes the window', () => {
    expect(draggedWindow({ center: 40, width: 80 }, -1000, 0).width).toBe(0.5);
    expect(draggedWindow({ center: 1, width: 2 }, -1000, 0).width).toBeCloseTo(0.02);
  });
});
