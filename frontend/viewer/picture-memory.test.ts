// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cornerstone, limitPictures } from './cornerstone';
import { framesOfInstance, type Frame } from './frame';
import { registerFrames } from './frame-registry';
import { isRequested, loadPicture } from './image-loader';
import { Prefetch } from './prefetch';

/** 500 x 500 pixels of 16 bits. */
const PICTURE_BYTES = 500_000;
const COUNT = 2_000;

const cached = () => cornerstone.imageCache.getCacheInfo().cacheSizeInBytes;

function slices(series: string): Frame[] {
  const frames = Array.from({ length: COUNT }, (_, place) =>
    framesOfInstance(
      {
        '00080018': { Value: [`${series}.${place}`] },
        '00280002': { Value: [1] },
        '00280004': { Value: ['MONOCHROME2'] },
        '00280010': { Value: [500] },
        '00280011': { Value: [500] },
        '00280100': { Value: [16] },
        '00280101': { Value: [16] },
        '00280102': { Value: [15] },
        '00280103': { Value: [0] },
        '7FE00010': { vr: 'OW' },
      },
      'http://localhost/instances',
    ),
  ).flat();
  registerFrames(frames);
  return frames;
}

beforeEach(() => {
  const pixels = new Uint8Array(PICTURE_BYTES);
  const headers = { 'Content-Type': 'application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1' };
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(pixels, { status: 200, headers })));
});

afterEach(() => {
  vi.unstubAllGlobals();
  limitPictures(undefined);
});

describe('the memory of decoded pictures', () => {
  it('holds no more than the reader gives it, however many are looked at, and those that were looked at last', async () => {
    limitPictures(20);
    const frames = slices('1');
    let most = 0;
    for (const frame of frames.slice(0, 200)) {
      await loadPicture(frame, 'visible');
      most = Math.max(most, cached());
    }
    expect(most).toBeLessThanOrEqual(20e6);
    expect(most).toBeGreaterThan(19e6);
    expect(frames.slice(0, 200).filter(isRequested).length).toBeLessThanOrEqual(40);
    expect(isRequested(frames[199])).toBe(true);
  });

  it('is given back when the reader gives less', async () => {
    limitPictures(20);
    for (const frame of slices('2').slice(0, 40)) {
      await loadPicture(frame, 'visible');
    }
    limitPictures(5);
    expect(cached()).toBeLessThanOrEqual(5e6);
  });

  it('is filled by neighbours only so far that they never push out what is read', async () => {
    limitPictures(20);
    cornerstone.imageCache.purgeCache();
    const frames = slices('3');
    await loadPicture(frames[1000], 'visible');
    const prefetch = new Prefetch(frames, () => true, () => undefined);
    prefetch.from(1000);
    await vi.waitFor(() => expect(cached()).toBeGreaterThan(18e6));
    prefetch.stop();
    expect(cached()).toBeLessThanOrEqual(20e6);
    expect(isRequested(frames[1000])).toBe(true);
    expect([frames[999], frames[1001], frames[1010]].every(isRequested)).toBe(true);
    expect(isRequested(frames[1500])).toBe(false);
  });
});
