import { describe, expect, it } from 'vitest';
import type { DicomJsonDataSet } from '../dicom-json';
import { framesOfInstance } from '../frame';
import { colourOfCielab, colourOfGrey } from './colour';
import { displayedArea, fromDisplay } from './displayed-area';
import { graphicsOf } from './graphic';
import { concerns } from './image-references';
import { isFor, presentationState, type PresentationState } from './presentation-state';
import { layersOf } from './state-layers';

const one = (value: unknown) => ({ Value: [value] });
const all = (...values: unknown[]) => ({ Value: values });
const GSPS = '1.2.840.10008.5.1.4.1.1.11.1';

/** 100 x 200 pixels, two frames. */
const image: DicomJsonDataSet = {
  '00080018': one('1.9'),
  '0020000E': one('1.5'),
  '00280008': one(2),
  '00280010': one(100),
  '00280011': one(200),
  '7FE00010': {},
};
const [first, second] = framesOfInstance(image, 'https://clinic.example/instances');

const state = (own: DicomJsonDataSet = {}): PresentationState => {
  const references = one({ '0020000E': one('1.5'), '00081140': one({ '00081155': one('1.9') }) });
  return presentationState({ '00080016': one(GSPS), '00080018': one('1.7'), '00081115': references, ...own })!;
};

describe('presentationState', () => {
  it('tells who saved it and when', () => {
    const saved = state({
      '00700080': one('LOOK'),
      '00700081': one('for the surgeon'),
      '00700082': one('20240229'),
      '00700083': one('083115'),
      '00700084': one({ Alphabetic: 'Roe^Jane' }),
    });
    expect(saved).toMatchObject({ description: 'for the surgeon', creator: 'Roe, Jane', made: '2024-02-29 08:31' });
  });

  it('is none when the object is something else', () => {
    expect(presentationState({ '00080016': one('1.2.840.10008.5.1.4.1.1.11.4') })).toBeUndefined();
  });

  it.each([
    [90, 'N', { rotation: 90, hflip: false, vflip: false }],
    [0, 'Y', { rotation: 0, hflip: true, vflip: false }],
    // Mirrored as it is seen: on a picture that lies on its side that is the other axis of the image.
    [270, 'Y', { rotation: 270, hflip: false, vflip: true }],
    [33, 'N', { rotation: 0, hflip: false, vflip: false }],
  ])('is turned by %i degrees and mirrored: %s', (rotation, mirrored, turn) => {
    expect(state({ '00700042': one(rotation), '00700041': one(mirrored) }).turn).toEqual(turn);
  });
});

describe('references', () => {
  it('are to all frames unless they name some', () => {
    expect([first, second].map((frame) => isFor(state(), frame))).toEqual([true, true]);
    const ofSecond = one({ '0020000E': one('1.5'), '00081140': one({ '00081155': one('1.9'), '00081160': one(2) }) });
    expect([first, second].map((frame) => isFor(state({ '00081115': ofSecond }), frame))).toEqual([false, true]);
  });

  it('of another series or to nothing are to none of these', () => {
    const elsewhere = one({ '0020000E': one('1.6'), '00081140': one({ '00081155': one('1.9') }) });
    const empty = one({ '0020000E': one('1.5') });
    expect([elsewhere, empty].map((series) => isFor(state({ '00081115': series }), first))).toEqual([false, false]);
  });

  it('left out of an item mean every picture', () => {
    expect(concerns({}, first)).toBe(true);
    expect(concerns({ '00081140': one({ '00081155': one('1.8') }) }, first)).toBe(false);
  });
});

describe('displayedArea', () => {
  const area = (own: DicomJsonDataSet) =>
    state({ '0070005A': one({ '00700052': all(11, 21), '00700053': all(60, 40), ...own }) });

  it('has both corner pixels inside', () => {
    expect(displayedArea(area({}), first)).toMatchObject({ left: 10, top: 20, right: 60, bottom: 40, size: 'fit' });
  });

  it('is the whole picture where the state has none', () => {
    expect(displayedArea(state(), first)).toMatchObject({ left: 0, top: 0, right: 200, bottom: 100, size: 'fit' });
  });

  it('may be enlarged by a factor or asked for in true size', () => {
    expect(displayedArea(area({ '00700100': one('MAGNIFY'), '00700103': one(2.5) }), first).size).toEqual({
      magnification: 2.5,
    });
    expect(displayedArea(area({ '00700100': one('TRUE SIZE') }), first).size).toBe('true size');
    expect(displayedArea(area({ '00700100': one('MAGNIFY'), '00700103': one(-1) }), first).size).toBe('fit');
  });

  it.each([
    [0, false, { x: 10, y: 20 }, { x: 60, y: 20 }],
    [0, true, { x: 60, y: 20 }, { x: 10, y: 20 }],
    // Turned clockwise: what is seen top left was bottom left.
    [90, false, { x: 10, y: 40 }, { x: 10, y: 20 }],
    [180, false, { x: 60, y: 40 }, { x: 10, y: 40 }],
    [270, false, { x: 60, y: 20 }, { x: 60, y: 40 }],
    [90, true, { x: 10, y: 20 }, { x: 10, y: 40 }],
  ])('has its fractions from the corner seen top left, turned by %i, mirrored %s', (rotation, isMirrored, at, right) => {
    const turn = { rotation, hflip: isMirrored, vflip: false };
    const place = fromDisplay(displayedArea(area({}), first), turn);
    expect(place({ x: 0, y: 0 })).toEqual(at);
    expect(place({ x: 1, y: 0 })).toEqual(right);
  });
});

describe('colours', () => {
  it.each([
    ['white', [65535, 32896, 32896], [255, 255, 255]],
    ['black', [0, 32896, 32896], [0, 0, 0]],
    // sRGB red is L* 54.29, a* 80.8, b* 69.9 against D50.
    ['red', [35580, 53661, 50860], [255, 0, 0]],
  ])('are %s as on a screen', (_, cielab, rgb) => {
    colourOfCielab(cielab).forEach((value, channel) => expect(Math.abs(value - rgb[channel])).toBeLessThanOrEqual(2));
  });

  it('are greys where the file has no others', () => {
    expect(colourOfGrey(32768)).toEqual([128, 128, 128]);
    expect(colourOfGrey(1e9)).toEqual([255, 255, 255]);
  });
});

describe('graphicsOf', () => {
  const WHITE = [255, 255, 255] as const;
  const same = (point: { x: number; y: number }) => point;
  const figure = (type: string, data: readonly unknown[], own: DicomJsonDataSet = {}) =>
    graphicsOf({ '00700009': one({ '00700023': one(type), '00700022': { Value: data }, ...own }) }, WHITE, same)[0];

  it('draws through the points of a polyline', () => {
    expect(figure('POLYLINE', [1, 2, 3, 4])).toMatchObject({ kind: 'line', points: [{ x: 1, y: 2 }, { x: 3, y: 4 }] });
  });

  it('draws a circle around its centre through the other point', () => {
    const circle = figure('CIRCLE', [10, 10, 13, 14]);
    const points = circle.kind === 'line' ? circle.points : [];
    expect(points.length).toBeGreaterThan(60);
    points.forEach(({ x, y }) => expect(Math.hypot(x - 10, y - 10)).toBeCloseTo(5));
  });

  it('draws an ellipse by the ends of its axes', () => {
    const ellipse = figure('ELLIPSE', [0, 5, 20, 5, 10, 2, 10, 8]);
    const points = ellipse.kind === 'line' ? ellipse.points : [];
    points.forEach(({ x, y }) => expect(((x - 10) / 10) ** 2 + ((y - 5) / 3) ** 2).toBeCloseTo(1));
  });

  it('draws a curve through all of its points', () => {
    const given = [0, 0, 10, 5, 20, 0];
    const curve = figure('INTERPOLATED', given);
    const points = curve.kind === 'line' ? curve.points : [];
    [0, 10, 20].forEach((x, at) => expect(points).toContainEqual({ x, y: given[2 * at + 1] }));
  });

  it('fills only what is closed', () => {
    const filled = { '00700024': one('Y') };
    expect(figure('POLYLINE', [0, 0, 9, 0, 9, 9, 0, 0], filled)).toMatchObject({ isFilled: true });
    expect(figure('POLYLINE', [0, 0, 9, 0, 9, 9], filled)).toMatchObject({ isFilled: false });
  });

  it.each([
    ['too few points', 'CIRCLE', [1, 2]],
    ['an unknown type', 'SCRIPT', [1, 2, 3, 4]],
    ['points that are no numbers', 'POLYLINE', [1, 2, 'x', NaN]],
  ])('draws nothing for %s', (_, type, data) => {
    expect(figure(type, data)).toBeUndefined();
  });

  it('writes words into their box or at their anchor, line by line', () => {
    const words = (own: DicomJsonDataSet) => graphicsOf({ '00700008': one(own) }, WHITE, ({ x, y }) => ({ x: 100 * x, y: 100 * y }));
    const box = { '00700003': one('DISPLAY'), '00700010': all(0.1, 0.2), '00700011': all(0.5, 0.3) };
    expect(words({ '00700006': one('<b>one</b>\r\ntwo'), ...box, '00700012': one('RIGHT') })).toMatchObject([
      { lines: ['<b>one</b>', 'two'], box: [{ x: 10, y: 20 }, { x: 50, y: 30 }], align: 'right' },
    ]);
    const anchor = { '00700014': all(7, 8), '00700004': one('PIXEL'), '00700015': one('Y') };
    expect(words({ '00700006': one('here'), ...anchor })).toMatchObject([{ anchor: { x: 7, y: 8 }, isAnchorShown: true }]);
    expect(words({ '00700006': one('nowhere') })).toEqual([]);
  });
});

describe('layersOf', () => {
  const layers = all(
    { '00700002': one('TOP'), '00700062': one(2), '00700066': one(0) },
    { '00700002': one('LOW'), '00700062': one(1), '00700066': one(65535) },
  );
  const line = { '00700023': one('POLYLINE'), '00700022': all(1, 1, 2, 2) };
  const annotation = (layer: string, own: DicomJsonDataSet = {}) => ({
    '00700002': one(layer),
    '00700009': one(line),
    ...own,
  });
  const plane = { '60000010': one(2), '60000011': one(2), '60000102': one(0), '60003000': { InlineBinary: 'AAA=' } };
  const withPlane = framesOfInstance({ ...image, ...plane }, 'https://clinic.example/instances')[0];

  it('has the graphics for a picture in the order and greys of their layers', () => {
    const drawn = state({ '00700060': layers, '00700001': all(annotation('TOP'), annotation('LOW')) });
    expect(layersOf(drawn, first).graphics.map(({ colour }) => colour[0])).toEqual([255, 0]);
    const ofSecond = { '00081140': one({ '00081155': one('1.9'), '00081160': one(2) }) };
    const onSecond = state({ '00700060': layers, '00700001': one(annotation('LOW', ofSecond)) });
    expect([first, second].map((frame) => layersOf(onSecond, frame).graphics.length)).toEqual([0, 1]);
  });

  it('shows overlays of the image only when it activates them', () => {
    expect(layersOf(state(), withPlane).planes).toEqual([]);
    const active = state({ '00700060': layers, '60001001': one('LOW') });
    expect(layersOf(active, withPlane).planes).toMatchObject([{ colour: [255, 255, 255], plane: { group: 0x6000 } }]);
  });

  it('takes an overlay plane as shutter', () => {
    const shut = state({
      ...plane,
      '00181600': one('BITMAP'),
      '00181623': one(0x6000),
      '00181622': one(32768),
      '00700060': layers,
      '60001001': one('LOW'),
    });
    const { shutter, shutterPlane, planes } = layersOf(shut, first);
    expect(shutter).toMatchObject({ overlayGroup: 0x6000, grey: 128 });
    expect(shutterPlane?.group).toBe(0x6000);
    expect(planes).toEqual([]);
  });
});
