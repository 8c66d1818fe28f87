import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CornerstoneImage } from '../cornerstone';
import type { DicomJsonElement } from '../dicom-json';
import type { LaidOver } from './laid-over';
import type { OverlayPlane } from './overlay-plane';
import { OverlayStore } from './overlay-store';

const image = { embeddedOverlays: new Map([[0x6002, Uint8Array.of(7)]]) } as unknown as CornerstoneImage;
const ports = { onLoaded: vi.fn(), onFailed: vi.fn() };

function plane(data?: DicomJsonElement): OverlayPlane {
  return { group: data ? 0x6000 : 0x6002, data } as unknown as OverlayPlane;
}

function over(...planes: OverlayPlane[]): LaidOver {
  const colour = [1, 2, 3] as const;
  return { planes: planes.map((each) => ({ plane: each, colour })), shutter: undefined, shutterPlane: undefined, graphics: [] };
}

describe('OverlayStore', () => {
  beforeEach(() => vi.clearAllMocks());

  it('has bits of the pixel data at once', () => {
    const store = new OverlayStore(ports);
    expect(store.isHere(over(plane()))).toBe(true);
    expect(store.bitsOf(plane(), image)).toEqual(Uint8Array.of(7));
  });

  it('has Overlay Data once it came, and tells', async () => {
    const store = new OverlayStore(ports);
    const inline = plane({ vr: 'OW', InlineBinary: btoa('\x05\x00') } as DicomJsonElement);
    expect(store.isHere(over(inline))).toBe(false);
    expect(store.bitsOf(inline, image)).toBeUndefined();
    await store.load(over(inline));
    expect(store.isHere(over(inline))).toBe(true);
    expect(store.isIncomplete(over(inline))).toBe(false);
    expect(store.bitsOf(inline, image)).toEqual(Uint8Array.of(5, 0));
    expect(ports.onLoaded).toHaveBeenCalledOnce();
  });

  it('waits no longer for what cannot be had, and says that it is missing, also of a shutter', async () => {
    const store = new OverlayStore(ports);
    const broken = plane({ vr: 'OW', InlineBinary: '%%%' } as DicomJsonElement);
    const closing: LaidOver = { ...over(), shutterPlane: broken };
    await store.load(closing);
    expect(store.isHere(closing)).toBe(true);
    expect(store.isIncomplete(closing)).toBe(true);
    expect(ports.onFailed).toHaveBeenCalledOnce();
  });
});
