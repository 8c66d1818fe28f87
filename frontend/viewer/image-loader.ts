import { cornerstone, type CornerstoneImage, type ImageLoadObject } from './cornerstone';
import { decodedImage } from './decoder';
import { request } from './dicomweb';
import { SCHEME, type Frame } from './frame';
import { knownFrame } from './frame-registry';
import { onlyPart } from './multipart';
import { nativeImage } from './native-image';
import { isPlainGray, nativeLength } from './native-pixels';
import { RequestQueue, type Priority } from './request-queue';
import { isNativeLittleEndian, transferSyntaxOf } from './transfer-syntax';

/** Frames in flight at most, which is also what browsers open to one HTTP/1.1 server. */
const IN_FLIGHT = 6;

/** Asks for the frame exactly as stored (PS3.18 8.7.3.5.2): no work for the server, no loss. */
const ACCEPT = 'multipart/related; type="application/octet-stream"; transfer-syntax=*';

export interface FrameOptions {
  readonly priority: Priority;
}

const queue = new RequestQueue(IN_FLIGHT);

/** Ids of pictures in Cornerstone's cache and of those under way. */
const requested = new Set<string>();

cornerstone.registerImageLoader(SCHEME, load as (imageId: string) => ImageLoadObject);
cornerstone.events.addEventListener(cornerstone.EVENTS.IMAGE_CACHE_CHANGED, (event) => {
  const { action, image } = (event as CustomEvent<{ action: string; image: { imageId: string } }>).detail;
  if (action === 'deleteImage') {
    requested.delete(image.imageId);
  }
});

/** The picture from Cornerstone's cache or the server. Asking again while it loads gives the same promise. */
export function loadPicture(frame: Frame, priority: Priority): Promise<CornerstoneImage> {
  return cornerstone.loadAndCacheImage(frame.imageId, { priority } satisfies FrameOptions);
}

/** Whether the picture is loaded or on its way. (Asking Cornerstone's cache would mark it as just used.) */
export function isRequested(frame: Frame): boolean {
  return requested.has(frame.imageId);
}

/** Ends the request of a picture that nobody wants any more; a loaded picture stays. */
export function cancelPicture(frame: Frame): void {
  cornerstone.imageCache.getImageLoadObject(frame.imageId)?.cancelFn?.();
}

function load(imageId: string, { priority }: FrameOptions): ImageLoadObject {
  const { promise, cancel } = queue.add(priority, (signal) => fetchPicture(knownFrame(imageId), signal));
  requested.add(imageId);
  promise.catch(() => requested.delete(imageId));
  return { promise, cancelFn: cancel };
}

async function fetchPicture(frame: Frame, signal: AbortSignal): Promise<CornerstoneImage> {
  const response = await request(frame.imageId.slice(SCHEME.length + 1), ACCEPT, signal);
  const answerType = response.headers.get('Content-Type') ?? '';
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isMultipart = answerType.toLowerCase().startsWith('multipart/');
  const { headers, body } = isMultipart
    ? onlyPart(bytes)
    : { headers: new Map([['content-type', answerType]]), body: bytes };
  const partType = headers.get('content-type') ?? '';
  const syntax = transferSyntaxOf(partType, answerType, isNativeSize(body.byteLength, frame));
  return isNativeLittleEndian(syntax) && isPlainGray(frame.pixels)
    ? nativeImage(frame, body)
    : decodedImage(frame, body, syntax, signal);
}

/** Frames of odd length are padded to an even one (PS3.5 8.1.1). */
function isNativeSize(byteLength: number, frame: Frame): boolean {
  const expected = nativeLength(frame.pixels);
  return byteLength === expected || byteLength === expected + (expected % 2);
}
