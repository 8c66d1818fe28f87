import { describe, expect, it } from 'vitest';
import { framesOfInstance, type Frame } from './frame';
import { grayImage } from './gray-image';
import { wholeRange } from './voi-choice';

function frameOf(more: Record<string, unknown[]>): Frame {
  const picture = { '00080018': ['1'], '00280010': [1], '00280011': [4], '00280100': [16], '7FE00010': [], ...more };
  return framesOfInstance(
    Object.fromEntries(Object.entries(picture).map(([tag, Value]) => [tag, { Value }])),
    '/instances',
  )[0];
}

describe('grayImage', () => {
  const signed = { '00280103': [1], '00281052': [-1024] };
  const stored = Int16Array.of(-2000, 0, 1000, -2000);

  it('begins with the window of all values of a file that has none', () => {
    const frame = frameOf(signed);
    expect(wholeRange(frame, grayImage(frame, stored, undefined))).toEqual({ center: -1523.5, width: 3001 });
  });

  it('does not count what only fills up the picture', () => {
    const frame = frameOf({ ...signed, '00280120': [63536] });
    const image = grayImage(frame, stored, undefined);
    expect(wholeRange(frame, image)).toEqual({ center: -523.5, width: 1001 });
    expect([image.windowCenter, image.windowWidth]).toEqual([-523.5, 1001]);
  });

  it('takes padding alone for a picture of nothing', () => {
    const frame = frameOf({ ...signed, '00280120': [-2000] });
    expect(wholeRange(frame, grayImage(frame, Int16Array.of(-2000, -2000), undefined)).width).toBe(2);
  });
});
