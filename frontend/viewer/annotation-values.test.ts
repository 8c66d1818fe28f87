import { describe, expect, it } from 'vitest';
import { FEWEST_POINTS, type Annotation, type AnnotationKind } from './annotation';
import { quantitiesOf } from './annotation-values';
import { framesOfInstance } from './frame';

const [FRAME] = framesOfInstance(
  {
    '00080018': { Value: ['1'] },
    '00280010': { Value: [8] },
    '00280011': { Value: [8] },
    '00280030': { Value: [0.5, 0.5] },
    '7FE00010': { vr: 'OW' },
  },
  '/instances',
);
const at = (column: number, row: number) => 10 * row + column;
const VALUES = { rows: 8, columns: 8, unit: 'HU', isWhole: true, at };

function of(kind: AnnotationKind, points: number): ReturnType<typeof quantitiesOf> {
  const place = { id: '1', seriesInstanceUID: '1', sopInstanceUID: '1', frameNumber: 1, label: '', quantities: [] };
  const spread = Array.from({ length: points }, (_, index) => ({ x: 1 + 2 * (index % 3), y: 1 + index }));
  const annotation: Annotation = { ...place, kind, points: spread };
  return quantitiesOf(annotation, { frame: FRAME, spacing: FRAME.spacing, values: VALUES });
}

describe('quantitiesOf', () => {
  it.each(Object.entries(FEWEST_POINTS) as [AnnotationKind, number][])(
    'gives nothing for a %s while it is being drawn, with fewer than %d points',
    (kind, count) => {
      for (let points = 0; points < count; points++) {
        expect(of(kind, points)).toEqual([]);
      }
    },
  );

  it.each([
    ['length', ['length']],
    ['angle', ['angle']],
    ['cobb', ['angle']],
    ['bidirectional', ['longAxis', 'shortAxis']],
    ['ellipse', ['area', 'mean', 'sd', 'min', 'max', 'pixels']],
    ['probe', ['value']],
    ['arrow', []],
    ['text', []],
    ['key-image', []],
  ] as [AnnotationKind, string[]][])('gives for a %s %j', (kind, names) => {
    expect(of(kind, FEWEST_POINTS[kind]).map(({ name }) => name)).toEqual(names);
  });

  it('reads the pixel that a point lies in', () => {
    expect(of('probe', 1)).toEqual([{ name: 'value', value: 11, unit: 'HU' }]);
  });
});
