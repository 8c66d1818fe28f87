import { describe, expect, it } from 'vitest';
import { edgeLetters, imageAxes, letters, type Turn } from './orientation-letters';

const AXIAL = { '00200037': { Value: [1, 0, 0, 0, 1, 0] } };
const SAGITTAL = { '00200037': { Value: [0, 1, 0, 0, 0, -1] } };
const CORONAL = { '00200037': { Value: [1, 0, 0, 0, 0, -1] } };
const UPRIGHT: Turn = { rotation: 0, hflip: false, vflip: false };

function clockwiseFromTop(attributes: object, turn: Partial<Turn> = {}): string {
  const { top, right, bottom, left } = edgeLetters(imageAxes(attributes as never), { ...UPRIGHT, ...turn });
  return [top, right, bottom, left].join(' ');
}

describe('edgeLetters', () => {
  it('names the edges of the three standard planes', () => {
    expect(clockwiseFromTop(AXIAL)).toBe('A L P R');
    expect(clockwiseFromTop(SAGITTAL)).toBe('H P F A');
    expect(clockwiseFromTop(CORONAL)).toBe('H L F R');
  });

  it('turns with the picture', () => {
    expect(clockwiseFromTop(AXIAL, { rotation: 90 })).toBe('R A L P');
    expect(clockwiseFromTop(AXIAL, { rotation: 180 })).toBe('P R A L');
    expect(clockwiseFromTop(AXIAL, { rotation: 270 })).toBe('L P R A');
  });

  it('mirrors with the picture', () => {
    expect(clockwiseFromTop(AXIAL, { hflip: true })).toBe('A R P L');
    expect(clockwiseFromTop(AXIAL, { vflip: true })).toBe('P L A R');
  });

  it('mirrors first and turns then', () => {
    // Flipped: A R P L. Turned clockwise the left edge comes to the top.
    expect(clockwiseFromTop(AXIAL, { hflip: true, rotation: 90 })).toBe('L A R P');
  });

  it('adds the second direction of a tilted plane', () => {
    const tilted = { '00200037': { Value: [1, 0, 0, 0, 0.9483, -0.3173] } };
    expect(clockwiseFromTop(tilted)).toBe('AH L PF R');
  });

  it('says nothing when the orientation is unknown', () => {
    expect(clockwiseFromTop({})).toBe('   ');
    expect(clockwiseFromTop({ '00200037': { Value: [0, 0, 0, 0, 0, 0] } })).toBe('   ');
    expect(clockwiseFromTop({ '00200037': { Value: [1, 0, 0] } })).toBe('   ');
  });

  it('takes Patient Orientation where there is no Image Orientation', () => {
    expect(clockwiseFromTop({ '00200020': { Value: ['L', 'F'] } })).toBe('H L F R');
    expect(clockwiseFromTop({ '00200020': { Value: ['AR', 'FP'] } })).toBe('HA AR FP PL');
  });

  it('says nothing for an animal or misspelt Patient Orientation rather than something wrong', () => {
    expect(clockwiseFromTop({ '00200020': { Value: ['LE', 'V'] } })).toBe('   ');
  });
});

describe('letters', () => {
  it('puts the larger share first and leaves small ones out', () => {
    expect(letters([0.5, -0.86, 0.05])).toBe('AL');
  });
});
