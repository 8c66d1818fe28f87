/** Test ground: frames made of metadata, as a server sends it. */
import type { DicomJsonDataSet } from './dicom-json';
import { framesOfInstance, type Frame } from './frame';
import { combine, cross, type Vector } from './vector';

export interface SliceShape {
  readonly position?: Vector;
  readonly row?: Vector;
  readonly column?: Vector;
  /** Distance of rows and of columns, mm. */
  readonly spacing?: readonly [row: number, column: number];
  readonly rows?: number;
  readonly columns?: number;
  readonly thicknessMm?: number;
  readonly frameOfReferenceUID?: string;
  readonly modality?: string;
  readonly uid?: string;
}

export const SPACE = '1.2.3.4';

/** A transverse slice of 100 x 200 pixels of 1 mm, unless told otherwise. */
export function slice(shape: SliceShape = {}): Frame {
  const { row = [1, 0, 0], column = [0, 1, 0], position, rows = 100, columns = 200 } = shape;
  const one = (value: unknown) => ({ Value: [value] });
  const attributes: DicomJsonDataSet = {
    '00080018': one(shape.uid ?? '1.9'),
    '00080060': one(shape.modality ?? 'CT'),
    '00180050': one(shape.thicknessMm ?? 1),
    '00200032': { Value: position ?? [0, 0, 0] },
    '00200037': { Value: [...row, ...column] },
    '00200052': one(shape.frameOfReferenceUID ?? SPACE),
    '00280010': one(rows),
    '00280011': one(columns),
    '00280030': { Value: shape.spacing ?? [1, 1] },
    '00280100': one(16),
    '7FE00010': {},
  };
  return framesOfInstance(attributes, 'https://clinic.example/instances')[0];
}

/** Slices like the first, moved along its normal by these many mm. */
export function stackOf(shape: SliceShape, heightsMm: readonly number[]): Frame[] {
  const { row = [1, 0, 0], column = [0, 1, 0], position = [0, 0, 0] } = shape;
  const normal = cross(row, column);
  return heightsMm.map((height, place) =>
    slice({ ...shape, position: combine(position, 1, normal, height), uid: `1.9.${place}` }),
  );
}

/** Series as the scanners of the sample set made them: a gantry tilted by 18.5 degrees, and an oblique MR. */
export const TILTED: SliceShape = {
  position: [-125, -123.5404569, 60.6960586],
  row: [1, 0, 0],
  column: [0, 0.9483237, -0.3173047],
  spacing: [0.4882812, 0.4882812],
  rows: 512,
  columns: 512,
};
export const OBLIQUE: SliceShape = {
  position: [-96.0115077379957, -143.299025136909, -13.6713008629005],
  row: [0.999032176441525, -0.0217883751691557, 0.0382096472372976],
  column: [0.026519476938784, 0.991413870277297, -0.128043957939],
  spacing: [0.666666686534882, 0.699987828731537],
  rows: 384,
  columns: 274,
  modality: 'MR',
};
export const SAGITTAL: SliceShape = {
  position: [0, -130, 130],
  row: [0, 1, 0],
  column: [0, 0, -1],
  spacing: [1.015625, 1.015625],
  rows: 256,
  columns: 256,
  modality: 'MR',
};
