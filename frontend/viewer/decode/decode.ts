import { decodeJpeg } from './jpeg';
import { decodeRle } from './rle';
import { UndecodableError, type FrameShape, type Samples } from './samples';
import { decodeHtj2k, decodeJpeg2000, decodeJpegLs, type WasmCodecName, type WasmLoader } from './wasm-codec';

type Codec =
  | { readonly decode: (bytes: Uint8Array, shape: FrameShape) => Samples }
  | {
      readonly wasm: WasmCodecName;
      readonly decode: (bytes: Uint8Array, shape: FrameShape, codec: Awaited<ReturnType<WasmLoader>>) => Samples;
    };

const JPEG: Codec = { decode: decodeJpeg };
const JPEG_LS: Codec = { wasm: 'charls', decode: decodeJpegLs };
const JPEG_2000: Codec = { wasm: 'openjpeg', decode: decodeJpeg2000 };
const HTJ2K: Codec = { wasm: 'openjph', decode: decodeHtj2k };

/** Transfer syntaxes with compressed frames (PS3.5 Annex A.4). */
const CODECS: Readonly<Record<string, Codec>> = {
  '1.2.840.10008.1.2.5': { decode: decodeRle },
  '1.2.840.10008.1.2.4.50': JPEG,
  '1.2.840.10008.1.2.4.51': JPEG,
  '1.2.840.10008.1.2.4.53': JPEG,
  '1.2.840.10008.1.2.4.55': JPEG,
  '1.2.840.10008.1.2.4.57': JPEG,
  '1.2.840.10008.1.2.4.70': JPEG,
  '1.2.840.10008.1.2.4.80': JPEG_LS,
  '1.2.840.10008.1.2.4.81': JPEG_LS,
  '1.2.840.10008.1.2.4.90': JPEG_2000,
  '1.2.840.10008.1.2.4.91': JPEG_2000,
  '1.2.840.10008.1.2.4.201': HTJ2K,
  '1.2.840.10008.1.2.4.202': HTJ2K,
  '1.2.840.10008.1.2.4.203': HTJ2K,
};

/** Whether frames of this transfer syntax can be decoded here. */
export function isDecodable(transferSyntax: string): boolean {
  return transferSyntax in CODECS;
}

/** @throws UndecodableError when the stream is damaged or of a kind that is not supported */
export async function decodeFrame(
  bytes: Uint8Array,
  transferSyntax: string,
  shape: FrameShape,
  load: WasmLoader,
): Promise<Samples> {
  const codec = CODECS[transferSyntax];
  if (!codec) {
    throw new UndecodableError(`Images of the transfer syntax ${transferSyntax} are not supported.`);
  }
  return 'wasm' in codec ? codec.decode(bytes, shape, await load(codec.wasm)) : codec.decode(bytes, shape);
}
