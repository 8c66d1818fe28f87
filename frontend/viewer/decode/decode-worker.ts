import { decodeFrame } from './decode';
import type { DecodeAnswer, DecodeRequest } from './decode-message';
import type { WasmCodecName, WasmLoader, WasmModule } from './wasm-codec';

/** What a worker has that a page has not. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<DecodeRequest>) => void) | null;
  postMessage(answer: DecodeAnswer, transfer: Transferable[]): void;
  importScripts(url: string): void;
}

type Factory = (options: { locateFile: () => string; print: () => void; printErr: () => void }) => Promise<WasmModule>;

const scope = globalThis as unknown as WorkerScope;

/** Names under which the scripts of the codecs leave what makes them. */
const FACTORIES: Readonly<Record<WasmCodecName, string>> = {
  charls: 'CharLSWASM',
  openjpeg: 'OpenJPEGWASM',
  openjph: 'Module',
};

const codecs = new Map<WasmCodecName, Promise<WasmModule>>();

scope.onmessage = ({ data }) => void answer(data);

async function answer({ id, bytes, transferSyntax, shape, codecUrls }: DecodeRequest): Promise<void> {
  const load: WasmLoader = (name) => {
    const codec = codecs.get(name) ?? make(name, codecUrls[name]);
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

function make(name: WasmCodecName, { script, wasm }: DecodeRequest['codecUrls'][WasmCodecName]): Promise<WasmModule> {
  scope.importScripts(script);
  const factory = (globalThis as unknown as Record<string, Factory>)[FACTORIES[name]];
  // What they print is for developers of codecs; failures come as exceptions or as wrong sizes.
  return factory({ locateFile: () => wasm, print: () => undefined, printErr: () => undefined });
}
