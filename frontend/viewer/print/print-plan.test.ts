import { describe, expect, it } from 'vitest';
import type { PixelSpacing } from '../pixel-spacing';
import { everyNth, fineness, MARGIN_MM, pagesOf, PAPERS, pictureRoom, PRINT_GRIDS, usualPaper } from './print-plan';
import { CAPTION_MM, FOOTER_MM, GAP_MM, HEADING_MM } from './print-plan';
import { readableLength, scaleBar } from './scale-bar';

const numbers = (count: number) => Array.from({ length: count }, (_, place) => place + 1);

describe('the pages', () => {
  it('hold every n-th picture in order, the last one as full as it gets', () => {
    expect(everyNth(numbers(10), 3)).toEqual([1, 4, 7, 10]);
    expect(pagesOf(numbers(7), { columns: 1, rows: 3 })).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
    expect(pagesOf([], { columns: 1, rows: 1 })).toEqual([]);
    expect(everyNth(numbers(3), 0)).toEqual([1, 2, 3]);
  });

  it.each(PAPERS.flatMap((paper) => PRINT_GRIDS.map((grid) => [paper, grid] as const)))(
    'have room for heading, footer and captions: %j %j',
    (paper, grid) => {
      const { widthMm, heightMm } = pictureRoom(paper, grid);
      const width = grid.columns * widthMm + (grid.columns - 1) * GAP_MM;
      const height = grid.rows * (heightMm + CAPTION_MM) + (grid.rows - 1) * GAP_MM + HEADING_MM + FOOTER_MM;
      expect(width).toBeLessThanOrEqual(paper.widthMm - 2 * MARGIN_MM + 1e-9);
      expect(height).toBeLessThan(paper.heightMm - 2 * MARGIN_MM);
      expect(Math.min(widthMm, heightMm)).toBeGreaterThan(30);
    },
  );

  it('take no more memory for many pictures than for some', () => {
    const room = pictureRoom(PAPERS[0], PRINT_GRIDS[0]);
    const pixels = (count: number) => count * room.widthMm * room.heightMm * fineness(room, count) ** 2;
    expect(pixels(400)).toBeLessThanOrEqual(60e6 + 1);
    expect(fineness(room, 1)).toBe(9);
  });

  it('are those of the country', () => {
    expect(['en-US', 'fr-CA', 'de-DE', 'en', ''].map((language) => usualPaper(language).name)).toEqual([
      'Letter', 'Letter', 'A4', 'A4', 'A4',
    ]);
  });
});

describe('scaleBar', () => {
  const spacing: PixelSpacing = { plane: 'patient', rowMm: 0.5, columnMm: 0.5 } as PixelSpacing;

  it('is the longest round length that takes two fifths of the width', () => {
    // 1000 pixels at a scale of 2 are 500 pixels of the image, 250 mm.
    expect(scaleBar(spacing, 2, 1000)).toEqual({ share: 0.4, lengthMm: 100, plane: 'patient' });
    expect(scaleBar(spacing, 2, 999)?.lengthMm).toBe(50);
  });

  it('counts by the finer edge of a pixel, which the scale is given for', () => {
    expect(scaleBar({ ...spacing, rowMm: 2 } as PixelSpacing, 2, 1000)?.lengthMm).toBe(100);
  });

  it('says where the length is', () => {
    expect(scaleBar({ ...spacing, plane: 'detector' } as PixelSpacing, 2, 1000)?.plane).toBe('detector');
  });

  it('is not there where pixels have no size', () => {
    expect(scaleBar({ plane: 'none' } as PixelSpacing, 2, 1000)).toBeUndefined();
  });

  it('is read as on a ruler', () => {
    expect([100, 20, 5, 0.5].map(readableLength)).toEqual(['10 cm', '2 cm', '5 mm', '0.5 mm']);
  });
});
