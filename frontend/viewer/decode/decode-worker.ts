import charls from '@cornerstonejs/codec-charls/decodewasmjs';
import openjpeg from '@cornerstonejs/codec-openjpeg/decodewasmjs';
import openjph from '@cornerstonejs/codec-openjph';
import { decodeFrame } from './decode';
import type { DecodeAnswer, DecodeRequest } from './decode-message';
import type { WasmCodecName, WasmLoader, WasmModule } from './wasm-codec';

/** What a worker has that a page has not. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<DecodeRequest>) => void) | null;
  postMessage(answer: DecodeAnswer, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

const FACTORIES = { charls, openjpeg, openjph } as const;

const codecs = new Map<WasmCodecName, Promise<WasmModule>>();

scope.onmessage = ({ data }) => void answer(data);

async function answer({ id, bytes, transferSyntax, shape, wasmUrls }: DecodeRequest): Promise<void> {
  const load: WasmLoader = (name) => {
    const codec = codecs.get(name) ?? make(name, wasmUrls[name]);
    codecs.set(name, codec);
    return codec;
  };
  try {
    const samples = await decodeFrame(bytes, transferSyntax, shape, load);
    scope.postMessage({ id, samples }, [samples.values.buffer]);
  } catch (cause) {
    // A codec that has failed may have been left in any state.
    codecs.clear();
    scope.postMessage({ id, failure: cause instanceof Error ? cause.message : String(cause) }, []);
  }
}

/** What the codecs print is for their developers; failures come as exceptions or as wrong sizes. */
function make(name: WasmCodecName, wasmUrl: string): Promise<WasmModule> {
  const nothing = () => undefined;
  return FACTORIES[name]({ locateFile: () => wasmUrl, print: nothing, printErr: nothing });
}
