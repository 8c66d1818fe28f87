import charlsWasm from '@cornerstonejs/codec-charls/decodewasm?url';
import openjpegWasm from '@cornerstonejs/codec-openjpeg/decodewasm?url';
import openjphWasm from '@cornerstonejs/codec-openjph/wasm?url';
import type { DecodeAnswer, DecodeRequest } from './decode-message';
import { UndecodableError, type FrameShape, type Samples } from './samples';

/** Workers at most: one core stays for the page. */
const MOST_WORKERS = Math.max(1, Math.min(4, navigator.hardwareConcurrency - 1));

/** No image of a clinic takes this long to decode; a worker that does is ended. */
const PATIENCE_MS = 30_000;

/** Of the page's own origin; a worker resolves relative ones against its own address. */
const wasmUrls: DecodeRequest['wasmUrls'] = {
  charls: absolute(charlsWasm),
  openjpeg: absolute(openjpegWasm),
  openjph: absolute(openjphWasm),
};

interface Job {
  readonly message: DecodeRequest;
  readonly signal: AbortSignal;
  readonly resolve: (samples: Samples) => void;
  readonly reject: (reason: unknown) => void;
}

interface Place {
  readonly worker: Worker;
  job: Job | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const waiting: Job[] = [];
const places: Place[] = [];
let asked = 0;

/** Decodes a frame beside the page, which goes on meanwhile. A job that nobody waits for any more is not begun. */
export function decodeBeside(
  bytes: Uint8Array,
  transferSyntax: string,
  shape: FrameShape,
  signal: AbortSignal,
): Promise<Samples> {
  return new Promise((resolve, reject) => {
    const { rows, columns, samplesPerPixel, bitsAllocated } = shape;
    const message = {
      id: ++asked,
      bytes,
      transferSyntax,
      shape: { rows, columns, samplesPerPixel, bitsAllocated },
      wasmUrls,
    };
    waiting.push({ message, signal, resolve, reject });
    next();
  });
}

function next(): void {
  while (waiting.length > 0) {
    const place = places.find(({ job }) => !job) ?? (places.length < MOST_WORKERS ? hire() : undefined);
    if (!place) {
      return;
    }
    const job = waiting.shift()!;
    if (job.signal.aborted) {
      job.reject(job.signal.reason);
    } else {
      give(place, job);
    }
  }
}

function hire(): Place {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
  const place: Place = { worker, job: undefined, timer: undefined };
  worker.onmessage = ({ data }: MessageEvent<DecodeAnswer>) => {
    const job = free(place);
    if ('samples' in data) {
      job?.resolve(data.samples);
    } else {
      job?.reject(new UndecodableError(data.failure));
    }
    next();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    dismiss(place, 'The image decoder could not be loaded.');
  };
  places.push(place);
  return place;
}

function give(place: Place, job: Job): void {
  place.job = job;
  place.timer = setTimeout(() => dismiss(place, 'The decoder gave no answer for this image.'), PATIENCE_MS);
  place.worker.postMessage(job.message);
}

function free(place: Place): Job | undefined {
  const { job } = place;
  clearTimeout(place.timer);
  place.job = undefined;
  return job;
}

function dismiss(place: Place, reason: string): void {
  place.worker.terminate();
  places.splice(places.indexOf(place), 1);
  free(place)?.reject(new UndecodableError(reason));
  next();
}

function absolute(url: string): string {
  return new URL(url, document.baseURI).href;
}
