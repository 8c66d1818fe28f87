import { cutOff, damaged, requireShape, UndecodableError, type FrameShape, type Samples } from './samples';

/** The decoders compiled from C++ to WebAssembly, by the packages they come in. */
export type WasmCodecName = 'charls' | 'openjpeg' | 'openjph';

/** What a decoder says of the image it was given. */
interface FrameInfo {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  readonly componentCount: number;
  readonly isSigned?: boolean;
}

/** A decoder object of @cornerstonejs/codec-*; its buffers are views of its memory. */
interface WasmDecoder {
  getEncodedBuffer(length: number): Uint8Array;
  getDecodedBuffer(): Uint8Array;
  decode(): void;
  getFrameInfo(): FrameInfo;
  getInterleaveMode?(): number;
  delete(): void;
}

export type WasmModule = Readonly<Record<'JpegLSDecoder' | 'J2KDecoder' | 'HTJ2KDecoder', new () => WasmDecoder>>;

/** Gives a codec ready for use, the same one each time. */
export type WasmLoader = (name: WasmCodecName) => Promise<WasmModule>;

/** JPEG-LS interleave mode of streams that hold one colour after the other (ISO 14495-1 C.2.3). */
const ILV_NONE = 0;

/** The markers that begin a codestream of JPEG 2000, and how many bytes of boxes may lie before it. */
const SOC_SIZ = 0xff4fff51;
const FARTHEST_SIZ = 4096;

/** Bytes behind the end of a stream at most. */
const MOST_PADDING = 64;

/** Values that a byte of a stream stands for at most. */
const MOST_RATIO = 65536;

/** JPEG-LS (ISO 14495-1), lossless and near-lossless. */
export function decodeJpegLs(bytes: Uint8Array, shape: FrameShape, codec: WasmModule): Samples {
  requireShapeOfJpegLs(bytes, shape);
  return run(new codec.JpegLSDecoder(), bytes, shape, (decoder) => ({
    isPlanar: decoder.getInterleaveMode?.() === ILV_NONE,
  }));
}

/** JPEG 2000 (ISO 15444-1); a colour transform inside the stream is undone by the decoder. */
export function decodeJpeg2000(bytes: Uint8Array, shape: FrameShape, codec: WasmModule): Samples {
  requireShapeOfJpeg2000(bytes, shape);
  return run(new codec.J2KDecoder(), bytes, shape, () => ({ isPlanar: false }));
}

/** High-Throughput JPEG 2000 (ISO 15444-15). */
export function decodeHtj2k(bytes: Uint8Array, shape: FrameShape, codec: WasmModule): Samples {
  requireShapeOfJpeg2000(bytes, shape);
  return run(new codec.HTJ2KDecoder(), bytes, shape, () => ({ isPlanar: false }));
}

function run(
  decoder: WasmDecoder,
  bytes: Uint8Array,
  shape: FrameShape,
  layout: (decoder: WasmDecoder) => Pick<Samples, 'isPlanar'>,
): Samples {
  try {
    decoder.getEncodedBuffer(bytes.byteLength).set(bytes);
    decoder.decode();
    const info = decoder.getFrameInfo();
    requireShape(shape, info.height, info.width, info.componentCount);
    return { values: values(decoder.getDecodedBuffer(), info), ...layout(decoder) };
  } catch (cause) {
    throw cause instanceof UndecodableError ? cause : damaged();
  } finally {
    decoder.delete();
  }
}

/** A copy, since the decoder's memory is used again. */
function values(decoded: Uint8Array, info: FrameInfo): Samples['values'] {
  const count = info.width * info.height * info.componentCount;
  const width = info.bitsPerSample <= 8 ? 1 : 2;
  if (info.bitsPerSample > 16 || decoded.byteLength !== count * width) {
    throw new UndecodableError(`A compressed image of ${info.bitsPerSample} bits is not supported.`);
  }
  const { buffer } = decoded.slice();
  if (width === 1) {
    return info.isSigned ? new Int8Array(buffer) : new Uint8Array(buffer);
  }
  return info.isSigned ? new Int16Array(buffer) : new Uint16Array(buffer);
}

/**
 * The decoders make room before they tell for how much, so the headers are read here: that of JPEG-LS is SOF55. Its
 * decoder is also lost in a stream without an end; those of JPEG 2000 would show a part of the picture as if it were all.
 */
function requireShapeOfJpegLs(bytes: Uint8Array, shape: FrameShape): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!hasEnd(bytes) || isImprobable(bytes, shape)) {
    throw cutOff();
  }
  for (let at = 2; at + 10 <= bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at + 1] === 0xf7) {
      return requireShape(shape, view.getUint16(at + 5), view.getUint16(at + 7), bytes[at + 9]);
    }
  }
  throw damaged();
}

/** Even an empty picture takes some bytes for its millions of pixels. */
function isImprobable(bytes: Uint8Array, { rows, columns, samplesPerPixel }: FrameShape): boolean {
  return rows * columns * samplesPerPixel > bytes.length * MOST_RATIO;
}

/** EOI or EOC, with what fills up the last item behind it. */
function hasEnd(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(-MOST_PADDING);
  return tail.some((byte, at) => byte === 0xff && tail[at + 1] === 0xd9);
}

/** SOC and SIZ (ISO 15444-1 A.5.1), which some files keep inside the boxes of a JP2 file. */
function requireShapeOfJpeg2000(bytes: Uint8Array, shape: FrameShape): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!hasEnd(bytes) || isImprobable(bytes, shape)) {
    throw cutOff();
  }
  for (let at = 0; at + 42 <= bytes.length && at < FARTHEST_SIZ; at++) {
    if (view.getUint32(at) === SOC_SIZ) {
      const [right, bottom, left, top] = [8, 12, 16, 20].map((offset) => view.getUint32(at + offset));
      return requireShape(shape, bottom - top, right - left, view.getUint16(at + 40));
    }
  }
  throw damaged();
}
