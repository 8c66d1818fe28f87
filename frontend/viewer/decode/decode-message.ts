import type { FrameShape, Samples } from './samples';
import type { WasmCodecName } from './wasm-codec';

/** What a worker is asked. The addresses of the codecs' WebAssembly are absolute. */
export interface DecodeRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly transferSyntax: string;
  readonly shape: FrameShape;
  readonly wasmUrls: Readonly<Record<WasmCodecName, string>>;
}

export type DecodeAnswer =
  | { readonly id: number; readonly samples: Samples }
  | { readonly id: number; readonly failure: string };
