/** Test ground: frames of the sample set beside the project, read by dicom-parser. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import charls from '@cornerstonejs/codec-charls/decodewasmjs';
import openjpeg from '@cornerstonejs/codec-openjpeg/decodewasmjs';
import openjph from '@cornerstonejs/codec-openjph';
import dicomParser from 'dicom-parser';
import { decodeFrame } from './decode';
import type { FrameShape, Samples } from './samples';
import type { WasmCodecName, WasmLoader, WasmModule } from './wasm-codec';

/** Folder of the sample set. */
export const SAMPLES = resolve(import.meta.dirname, '../../../../shared/dicom-samples');

const FACTORIES = { charls, openjpeg, openjph } as const;

/** Whether the sample set is there; with CI=true it has to be. */
export function hasSamples(): boolean {
  const found = existsSync(SAMPLES);
  if (!found && process.env['CI'] === 'true') {
    throw new Error(`The sample set is missing at ${SAMPLES}.`);
  }
  return found;
}

export interface SampleFile {
  readonly transferSyntax: string;
  readonly shape: FrameShape;
  readonly bitsStored: number;
  readonly isSigned: boolean;
  readonly photometricInterpretation: string;
  /** @param number of the frame, from 1 */
  frame(number: number): Uint8Array<ArrayBuffer>;
}

export function sampleFile(path: string): SampleFile {
  const dataSet = dicomParser.parseDicom(withPreamble(readFileSync(resolve(SAMPLES, path))));
  const number = (tag: string, otherwise: number) => dataSet.uint16(tag) ?? otherwise;
  const shape = {
    rows: number('x00280010', 0),
    columns: number('x00280011', 0),
    samplesPerPixel: number('x00280002', 1),
    bitsAllocated: number('x00280100', 16),
  };
  return {
    transferSyntax: dataSet.string('x00020010') ?? '',
    shape,
    bitsStored: number('x00280101', shape.bitsAllocated),
    isSigned: number('x00280103', 0) === 1,
    photometricInterpretation: dataSet.string('x00280004') ?? '',
    frame: (place) => frame(dataSet, shape, place),
  };
}

function withPreamble(bytes: Uint8Array): Uint8Array {
  const preamble = new Uint8Array(132);
  preamble.set(new TextEncoder().encode('DICM'), 128);
  const isThere = new TextDecoder().decode(bytes.subarray(128, 132)) === 'DICM';
  return isThere ? bytes : Uint8Array.from([...preamble, ...bytes]);
}

function frame(dataSet: dicomParser.DataSet, shape: FrameShape, place: number): Uint8Array<ArrayBuffer> {
  const element = dataSet.elements['x7fe00010'];
  if (!element.encapsulatedPixelData) {
    const length = (shape.rows * shape.columns * shape.samplesPerPixel * shape.bitsAllocated) / 8;
    const from = element.dataOffset + (place - 1) * length;
    return Uint8Array.from(dataSet.byteArray.subarray(from, from + length));
  }
  const isWhole = dataSet.intString('x00280008', 0) === 1 || dataSet.intString('x00280008') === undefined;
  const found = isWhole
    ? dicomParser.readEncapsulatedPixelDataFromFragments(dataSet, element, 0, element.fragments?.length)
    : dicomParser.readEncapsulatedPixelDataFromFragments(dataSet, element, place - 1, 1);
  return Uint8Array.from(found);
}

const modules = new Map<WasmCodecName, Promise<WasmModule>>();

/** The codecs as their packages give them to Node. */
export const loadCodec: WasmLoader = (name) => {
  const codec = modules.get(name) ?? FACTORIES[name]();
  modules.set(name, codec);
  return codec;
};

export function decodeSample(path: string, place = 1): Promise<Samples> {
  const file = sampleFile(path);
  return decodeFrame(file.frame(place), file.transferSyntax, file.shape, loadCodec);
}
