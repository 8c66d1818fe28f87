import { cornerstone, type CornerstoneImage, type ImageLoadObject } from './cornerstone';
import { SCHEME, type Frame } from './frame';
import { knownFrame } from './frame-registry';
import { picture } from './picture-source';
import { RequestQueue, type Priority } from './request-queue';

/** Frames in flight at most, which is also what browsers open to one HTTP/1.1 server. */
const IN_FLIGHT = 6;

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

/** The next who wants this picture gets it from the server. */
export function dropPicture(frame: Frame): void {
  cancelPicture(frame);
  if (cornerstone.imageCache.getImageLoadObject(frame.imageId)) {
    cornerstone.imageCache.removeImageLoadObject(frame.imageId);
  }
  requested.delete(frame.imageId);
}

function load(imageId: string, { priority }: FrameOptions): ImageLoadObject {
  const { promise, cancel } = queue.add(priority, (signal) => picture(knownFrame(imageId), signal));
  requested.add(imageId);
  promise.catch(() => requested.delete(imageId));
  return { promise, cancelFn: cancel };
}
