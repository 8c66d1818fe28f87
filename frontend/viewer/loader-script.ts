import { cornerstone, type CornerstoneImage } from './cornerstone';
import loaderUrl from 'cornerstone-wado-image-loader/dist/cornerstoneWADOImageLoader.bundle.min.js?url';

/** What the viewer uses of cornerstone-wado-image-loader. */
export interface WadoImageLoader {
  external: { cornerstone: unknown; dicomParser: unknown };
  webWorkerManager: { initialize(configuration: object): void };
  configure(options: object): void;
  createImage(imageId: string, bytes: Uint8Array, transferSyntax: string, options: object): Promise<CornerstoneImage>;
}

const GLOBAL = 'cornerstoneWADOImageLoader';

let loader: Promise<WadoImageLoader> | undefined;

/**
 * The image loader with its decoders. It cannot be imported as a module and weighs 1.4 MB, so it is added as a script
 * when the first picture needs decoding. Its workers start from blob: addresses.
 */
export function wadoImageLoader(): Promise<WadoImageLoader> {
  loader ??= setUp().catch((cause: unknown) => {
    loader = undefined;
    throw cause;
  });
  return loader;
}

async function setUp(): Promise<WadoImageLoader> {
  const [{ default: dicomParser }] = await Promise.all([
    import('dicom-parser'),
    appendScript(new URL(loaderUrl, document.baseURI).href),
  ]);
  const wado = (globalThis as unknown as Record<string, WadoImageLoader>)[GLOBAL];
  wado.external.cornerstone = cornerstone;
  wado.external.dicomParser = dicomParser;
  wado.configure({ useWebWorkers: true, decodeConfig: { convertFloatPixelDataToInt: true, use16BitDataType: false } });
  wado.webWorkerManager.initialize({
    maxWebWorkers: Math.max(1, Math.min(2, navigator.hardwareConcurrency - 1)),
    startWebWorkersOnDemand: true,
    taskConfiguration: { decodeTask: { initializeCodecsOnStartup: false, strict: false } },
  });
  return wado;
}

function appendScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('The image decoder could not be loaded.'));
    document.head.append(script);
  });
}
