import { describe, expect, it } from 'vitest';
import { embeddedOverlays } from './overlay-bits';
import { overlayPicture, type OverlayPicture, type PaintedPlane } from './overlay-picture';
import { overlayPlanes, type OverlayPlane } from './overlay-plane';

const one = (value: unknown) => ({ Value: [value] });
const header = (group: string, own: object = {}) => ({
  [`${group}0010`]: one(2),
  [`${group}0011`]: one(3),
  [`${group}0040`]: one('G'),
  [`${group}0050`]: { Value: [1, 1] },
  [`${group}0100`]: one(1),
  [`${group}0102`]: one(0),
  [`${group}3000`]: { InlineBinary: 'AAA=' },
  ...own,
});
const planeOf = (own: object = {}): OverlayPlane => overlayPlanes(header('6000', own))[0];
const painted = (plane: OverlayPlane, ...bytes: number[]): PaintedPlane => ({
  plane,
  bits: Uint8Array.from(bytes),
  colour: [10, 20, 30],
});
/** Places that are painted, in pixels of the picture. */
const places = (picture: OverlayPicture | undefined): string[] =>
  picture === undefined
    ? []
    : Array.from({ length: picture.width * picture.height }, (_, index) => index)
        .filter((index) => picture.rgba[4 * index + 3] > 0)
        .map((index) => `${picture.left + (index % picture.width)},${picture.top + Math.floor(index / picture.width)}`);
const SIZE = { rows: 10, columns: 10 };

describe('overlayPlanes', () => {
  it('reads the sixteen even groups and no others', () => {
    const groups = ['6000', '6002', '601E', '6001', '6020'];
    const planes = overlayPlanes(Object.assign({}, ...groups.map((group) => header(group))));
    expect(planes.map(({ group }) => group)).toEqual([0x6000, 0x6002, 0x601e]);
  });

  it('counts the origin from one, and lets it be outside', () => {
    expect(planeOf()).toMatchObject({ top: 0, left: 0 });
    expect(planeOf({ '60000050': { Value: [-24, 900] } })).toMatchObject({ top: -25, left: 899 });
  });

  it.each([
    ['no rows', { '60000010': one(0) }],
    ['rows beyond any picture', { '60000010': one(4e9) }],
    ['text for columns', { '60000011': one('<b>') }],
    ['neither data nor a place in the pixels', { '60003000': undefined }],
  ])('leaves out a plane with %s', (_, own) => {
    expect(overlayPlanes(header('6000', own))).toEqual([]);
  });
});

describe('overlayPicture', () => {
  it('takes the lowest bit first and goes on without a gap at the end of a row', () => {
    // Row 0: bits 0 and 2; row 1: bit 4.
    expect(places(overlayPicture([painted(planeOf(), 0b010101)], SIZE, 1))).toEqual(['0,0', '2,0', '1,1']);
  });

  it('clips what is outside of the picture', () => {
    const plane = planeOf({ '60000050': { Value: [0, 9] } });
    // Row -1 is outside; of row 0 the third column is beyond the tenth.
    expect(places(overlayPicture([painted(plane, 0b111111)], SIZE, 1))).toEqual(['8,0', '9,0']);
    const far = planeOf({ '60000050': { Value: [500, 500] } });
    expect(overlayPicture([painted(far, 0xff)], SIZE, 1)).toBeUndefined();
  });

  it('shows a plane that is cut short as far as it goes', () => {
    const plane = planeOf({ '60000010': one(60_000), '60000011': one(60_000) });
    expect(places(overlayPicture([painted(plane, 0b11)], SIZE, 1))).toEqual(['0,0', '1,0']);
    expect(overlayPicture([painted(plane)], SIZE, 1)).toBeUndefined();
  });

  it('lies over the frames it names, each with its own bits', () => {
    const plane = planeOf({ '60000015': one(2), '60000051': one(3) });
    const all = painted(plane, 0b01000001, 0);
    expect([1, 2, 3, 4, 5].map((frame) => places(overlayPicture([all], SIZE, frame)))).toEqual([
      [],
      [],
      ['0,0'],
      ['0,0'],
      [],
    ]);
  });

  it('lies over every frame when it names none', () => {
    expect(places(overlayPicture([painted(planeOf(), 1)], SIZE, 7))).toEqual(['0,0']);
  });

  it('keeps a single bit visible where pixels are put together', () => {
    const picture = overlayPicture([painted(planeOf(), 0b100001)], SIZE, 1, 4);
    expect(picture).toMatchObject({ width: 1, height: 1, step: 4 });
    expect([...(picture?.rgba ?? [])]).toEqual([10, 20, 30, 255]);
  });

  it('is coarser where it would take too much memory', () => {
    const edge = 20_000;
    const plane = planeOf({ '60000010': one(2), '60000011': one(edge), '60000050': { Value: [1, 1] } });
    const low = { ...plane, top: edge - 2 };
    const ends = new Uint8Array(edge / 4).fill(0);
    ends[0] = 1;
    ends[ends.length - 1] = 0x80;
    const both = [plane, low].map((each) => ({ plane: each, bits: ends, colour: [1, 1, 1] as const }));
    const picture = overlayPicture(both, { rows: edge, columns: edge }, 1)!;
    expect(picture.step).toBe(5);
    expect(picture.rgba.length).toBeLessThanOrEqual(64e6);
  });

  it('lets the picture be seen below a region', () => {
    const plane = planeOf({ '60000040': one('R') });
    expect(overlayPicture([painted(plane, 1)], SIZE, 1)?.rgba[3]).toBeLessThan(128);
  });
});

describe('embeddedOverlays', () => {
  it('takes the bit of every sample', () => {
    const plane = planeOf({ '60000102': one(15), '60003000': undefined });
    const words = Uint16Array.of(0x8001, 0x0fff, 0x8000, 0, 0, 0x8000);
    const bits = embeddedOverlays([plane], words)?.get(0x6000);
    expect([...(bits ?? [])]).toEqual([0b100101]);
    expect(places(overlayPicture([{ plane, bits: bits!, colour: [1, 1, 1] }], SIZE, 5))).toEqual(['0,0', '2,0', '2,1']);
  });

  it('has none in a bit that the samples do not have', () => {
    const plane = planeOf({ '60000102': one(12), '60003000': undefined });
    expect(embeddedOverlays([plane], Uint8Array.of(255))).toBeUndefined();
  });
});
