// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { text } from '../dicom-json';
import { framesOfInstance } from '../frame';
import { pixelValues } from '../pixel-values';
import { Tag } from '../tags';
import { planeFrame, planeImage, planeValue } from './plane-picture';
import { PADDING } from './plane-values';
import { planeStacks } from './planes';
import { SINGLE_PLANE } from './slab';

const element = (...Value: (string | number)[]) => ({ vr: 'DS', Value });

const SOURCE = framesOfInstance(
  {
    [Tag.SOPInstanceUID]: element('1.2.3'),
    [Tag.SeriesInstanceUID]: element('1.2'),
    [Tag.PatientName]: element('Doe^Jane'),
    [Tag.Modality]: element('CT'),
    [Tag.InstanceNumber]: element(17),
    [Tag.SliceLocation]: element(99),
    [Tag.PixelPaddingValue]: element(8),
    [Tag.Rows]: element(3),
    [Tag.Columns]: element(4),
    [Tag.RescaleSlope]: element(2),
    [Tag.RescaleIntercept]: element(-1024),
    [Tag.PixelSpacing]: element(0.5, 0.5),
    [Tag.ImagePositionPatient]: element(0, 0, 0),
    [Tag.ImageOrientationPatient]: element(1, 0, 0, 0, 1, 0),
    [Tag.PixelData]: element(),
  },
  '',
)[0];

const STACK = planeStacks({
  columns: 4,
  rows: 3,
  row: [1, 0, 0],
  column: [0, 1, 0],
  normal: [0, 0, 1],
  columnMm: 0.5,
  rowMm: 0.5,
  origins: [0, 2, 4].map((z) => [0, 0, z]),
}).coronal;

const frame = planeFrame(SOURCE, { stack: STACK, index: 1, slab: { thicknessMm: 6, projection: 'mean' } });

const image = planeImage(frame, {
  type: 'plane',
  id: 1,
  name: 'coronal',
  indices: Uint16Array.from({ length: STACK.columns * STACK.rows }, (_, at) => (at === 1 ? PADDING : at)),
  scale: { base: -1000, step: 0.125, most: 8000 },
  sliceCount: 3,
});

describe('a plane as a frame', () => {
  it('has the place, the directions and the spacing of the plane', () => {
    expect(frame.axes).toEqual({ row: [1, 0, 0], column: [0, 0, -1] });
    expect(frame.spacing).toEqual({ plane: 'patient', rowMm: 0.5, columnMm: 0.5 });
    expect(frame.position).toEqual([0, 0.5, 4]);
    expect(frame).toMatchObject({ sliceLocationMm: 0.5, sliceThicknessMm: 6, rescaleSlope: 1, rescaleIntercept: 0 });
  });

  it('tells of the patient and nothing of one slice', () => {
    expect(text(frame.attributes, Tag.PatientName)).toBe('Doe^Jane');
    expect([Tag.InstanceNumber, Tag.SliceLocation, Tag.ImagePositionPatient].map((tag) => frame.attributes[tag])).toEqual(
      [undefined, undefined, undefined],
    );
  });

  it('has a name of its own for every plane, which is that of no image', () => {
    const other = planeFrame(SOURCE, { stack: STACK, index: 2, slab: SINGLE_PLANE });
    expect(new Set([SOURCE, frame, other].map(({ imageId }) => imageId)).size).toBe(3);
    expect(new Set([SOURCE, frame, other].map(({ sopInstanceUID }) => sopInstanceUID)).size).toBe(3);
  });
});

describe('a plane as a picture', () => {
  it('has values in their unit, and none outside of the volume', () => {
    expect(planeValue(image, 2, 0)).toBe(-999.75);
    expect(planeValue(image, 1, 0)).toBeUndefined();
    expect(planeValue(image, -1, 0)).toBeUndefined();
    expect(planeValue(image, 0, STACK.rows)).toBeUndefined();
  });

  it('is measured without its padding, and not without what was padding in the files', () => {
    const values = pixelValues(frame, image)!;
    expect(values.unit).toBe('HU');
    expect(values.at(1, 0)).toBeUndefined();
    expect(values.at(0, 2)).toBe(-999);
  });
});
