import { describe, expect, it } from 'vitest';
import { framesOfInstance } from './frame';
import { nativeImage } from './native-image';

describe('nativeImage', () => {
  it.each([1, -1])('covers all values where the file gives no window and its slope is %d', (slope) => {
    const [frame] = framesOfInstance(
      {
        '00080018': { Value: ['1'] },
        '00280010': { Value: [1] },
        '00280011': { Value: [2] },
        '00280100': { Value: [16] },
        '00281052': { Value: [100] },
        '00281053': { Value: [slope] },
        '7FE00010': { vr: 'OW' },
      },
      '/instances',
    );
    const image = nativeImage(frame, new Uint8Array(new Uint16Array([0, 1000]).buffer));
    // 1001 values: the LINEAR function of the standard takes a window of that width from the first to the last.
    expect(image).toMatchObject({ windowCenter: 100 + slope * 500 + 0.5, windowWidth: 1001 });
  });
});
