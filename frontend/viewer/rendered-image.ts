import type { CornerstoneImage } from './cornerstone';
import { imageOfColours } from './colour-image';
import { UndecodableError } from './decode/samples';
import type { Frame } from './frame';

/** A picture that the server has drawn, brought to the size of the frame so that places in it stay true. */
export async function renderedImage(frame: Frame, picture: Blob): Promise<CornerstoneImage> {
  const { rows, columns } = frame.pixels;
  const bitmap = await createImageBitmap(picture, { resizeWidth: columns, resizeHeight: rows }).catch(() => undefined);
  const context = bitmap && new OffscreenCanvas(columns, rows).getContext('2d', { willReadFrequently: true });
  if (!bitmap || !context) {
    throw new UndecodableError('The picture of the server cannot be shown.');
  }
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = context.getImageData(0, 0, columns, rows);
  return { ...imageOfColours(frame, data), origin: 'rendered-by-server' };
}
