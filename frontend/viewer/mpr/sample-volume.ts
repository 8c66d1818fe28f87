/** Test ground: volumes of functions and of series of the sample set. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import dicomParser from 'dicom-parser';
import { SAMPLES } from '../decode/sample-files';
import type { DicomJsonDataSet } from '../dicom-json';
import { framesOfInstance, type Frame } from '../frame';
import { nativeSamples } from '../native-samples';
import { rangeOf, storedValues } from '../stored-values';
import { Tag } from '../tags';
import { combine, type Vector } from '../vector';
import { planeAt, type PlaneStack } from './planes';
import { Reslicer } from './reslice';
import { SINGLE_PLANE, SlabReader, type Slab } from './slab';
import { volumeOf, type VolumeGeometry } from './volume';
import { VolumeStore } from './volume-store';

/** A volume of which each value is what `value` gives for its place in the patient. */
export function volumeOfFunction(geometry: VolumeGeometry, value: (point: Vector) => number): Reslicer {
  const { columns, rows, row, column, columnMm, rowMm, origins } = geometry;
  const slices = origins.map((origin) =>
    Float32Array.from({ length: columns * rows }, (_, at) => {
      const inPlane = combine(row, (at % columns) * columnMm, column, Math.floor(at / columns) * rowMm);
      return value(combine(origin, 1, inPlane, 1));
    }),
  );
  return new Reslicer({ geometry, slices });
}

/** All values of a plane, row by row. */
export function cut(reslicer: Reslicer, stack: PlaneStack, index: number, slab: Slab = SINGLE_PLANE): Float32Array {
  const reader = new SlabReader(reslicer, planeAt(stack, index), slab);
  const values = new Float32Array(stack.columns * stack.rows);
  for (let row = 0; row < stack.rows; row++) {
    values.set(reader.readRow(row), row * stack.columns);
  }
  return values;
}

export interface SampleVolume {
  readonly geometry: VolumeGeometry;
  readonly store: VolumeStore;
}

/** @param folder below the sample set, with single-frame files of one uncompressed series */
export function sampleVolume(folder: string): SampleVolume {
  const files = readdirSync(join(SAMPLES, folder)).map((name) => join(SAMPLES, folder, name));
  const slices = new Map(files.map(sampleSlice).map((slice) => [slice.frame, slice.bytes]));
  const found = volumeOf([...slices.keys()]);
  if (found.kind === 'refused') {
    throw new Error(`${folder} is no volume: ${found.reason}`);
  }
  const store = new VolumeStore(found.geometry, 1);
  found.frames.forEach((frame, place) => {
    const values = storedValues(nativeSamples(slices.get(frame)!, frame.pixels).values, frame.pixels, true);
    const { min, max } = rangeOf(values);
    const { rescaleSlope: slope, rescaleIntercept: intercept } = frame;
    store.put(place, { values, slope, intercept, minPixelValue: min, maxPixelValue: max });
  });
  return { geometry: found.geometry, store };
}

interface SampleSlice {
  readonly frame: Frame;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const WORDS = ['Rows', 'Columns', 'BitsAllocated', 'BitsStored', 'HighBit', 'PixelRepresentation'] as const;
const TEXTS = [
  ...(['SOPInstanceUID', 'Modality', 'ImageType', 'PhotometricInterpretation', 'FrameOfReferenceUID'] as const),
  ...(['PixelSpacing', 'ImagePositionPatient', 'ImageOrientationPatient', 'RescaleSlope', 'RescaleIntercept'] as const),
];

function sampleSlice(file: string): SampleSlice {
  const dataSet = dicomParser.parseDicom(readFileSync(file));
  const name = (tag: string) => `x${tag.toLowerCase()}`;
  const words = WORDS.map((key) => [Tag[key], { vr: 'US', Value: [dataSet.uint16(name(Tag[key]))] }]);
  const texts = TEXTS.filter((key) => dataSet.string(name(Tag[key]))).map((key) => [
    Tag[key],
    { vr: 'DS', Value: dataSet.string(name(Tag[key]))!.split('\\') },
  ]);
  const instance = Object.fromEntries([...words, ...texts, [Tag.PixelData, { vr: 'OW' }]]) as DicomJsonDataSet;
  const { dataOffset, length } = dataSet.elements[name(Tag.PixelData)];
  const bytes = Uint8Array.from(dataSet.byteArray.subarray(dataOffset, dataOffset + length));
  return { frame: framesOfInstance(instance, '')[0], bytes };
}

let python: string | undefined;

/** The Python that has pydicom, undefined where none has; with CI=true one has to. */
export function pythonWithPydicom(): string | undefined {
  python ??= ['/usr/bin/python3', '/usr/local/bin/python3', 'python3'].find(hasPydicom) ?? '';
  if (!python && process.env['CI'] === 'true') {
    throw new Error('A Python with pydicom and numpy (Debian package python3-pydicom) is not installed.');
  }
  return python || undefined;
}

function hasPydicom(program: string): boolean {
  try {
    execFileSync(program, ['-c', 'import pydicom, numpy'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The same planes computed by numpy from the files themselves, one after the other; NaN outside of the volume. */
export function numpyPlanes(folder: string, planes: readonly object[]): Float32Array {
  const script = join(import.meta.dirname, 'reference.py');
  const output = execFileSync(pythonWithPydicom()!, [script, join(SAMPLES, folder)], {
    input: JSON.stringify(planes),
    maxBuffer: 2 ** 30,
  });
  return new Float32Array(Uint8Array.from(output).buffer);
}

