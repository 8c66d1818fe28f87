/** Pixel values as a decoder gives them. */
export type SampleArray =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

/** The decoded values of one frame. */
export interface Samples {
  readonly values: SampleArray;
  /** All values of one colour before those of the next, instead of pixel by pixel (PS3.3 C.7.6.3.1.3). */
  readonly isPlanar: boolean;
  /** What three values of a pixel are, where the stream itself says so; else the header of the file does. */
  readonly colour?: 'RGB' | 'YBR';
}

/** What the header of a file says of its frames, in as far as decoders must know it. */
export interface FrameShape {
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: number;
  readonly bitsAllocated: number;
}

/** A stream that is damaged, or of a kind this decoder does not know. */
export class UndecodableError extends Error {
  override readonly name = 'UndecodableError';
}

export function cutOff(): UndecodableError {
  return new UndecodableError('The compressed image is cut off.');
}

export function damaged(): UndecodableError {
  return new UndecodableError('The compressed image is damaged.');
}

/**
 * Decoders make room for what the stream declares, so that must be what the file declares.
 *
 * @throws UndecodableError when it is not
 */
export function requireShape(shape: FrameShape, rows: number, columns: number, samplesPerPixel: number): void {
  if (rows !== shape.rows || columns !== shape.columns || samplesPerPixel !== shape.samplesPerPixel) {
    throw new UndecodableError(
      `The compressed image has ${columns} x ${rows} x ${samplesPerPixel} values instead of ` +
        `${shape.columns} x ${shape.rows} x ${shape.samplesPerPixel}.`,
    );
  }
}
