import type { CornerstoneImage } from './cornerstone';
import type { Frame } from './frame';
import { wadoImageLoader } from './loader-script';
import { rangeOf } from './native-pixels';

/** The loader knows HTJ2K (PS3.5 A.4.11) only under a number of its own. */
const HTJ2K_OF_LOADER = '3.2.840.10008.1.2.4.96';
const HTJ2K = /^1\.2\.840\.10008\.1\.2\.4\.20[123]$/;

/** A compressed or colour picture, decoded by the WADO image loader in a worker. */
export async function decodedImage(
  frame: Frame,
  bytes: Uint8Array<ArrayBuffer>,
  transferSyntax: string,
): Promise<CornerstoneImage> {
  const loader = await wadoImageLoader();
  const syntax = HTJ2K.test(transferSyntax) ? HTJ2K_OF_LOADER : transferSyntax;
  const image = await loader.createImage(frame.imageId, bytes, syntax, {}).catch((cause: unknown) => {
    throw new Error(reason(cause), { cause });
  });
  checkSize(frame, image);
  image.rowPixelSpacing = frame.aspect[0];
  image.columnPixelSpacing = frame.aspect[1];
  return image.color ? image : withTrueRange(image);
}

/** A decoder that gives another number of pixels has failed, whatever it says. */
function checkSize({ pixels }: Frame, image: CornerstoneImage): void {
  const decoded = image.getPixelData().length;
  const expected = pixels.rows * pixels.columns * (image.color ? 4 : 1);
  if (decoded !== expected) {
    throw new Error(`The image has ${decoded} values where ${expected} are expected.`);
  }
}

/** Cornerstone's lookup table spans exactly these values: they must be those of the decoded pixels. */
function withTrueRange(image: CornerstoneImage): CornerstoneImage {
  const { min, max } = rangeOf(image.getPixelData());
  return Object.assign(image, { minPixelValue: min, maxPixelValue: max });
}

function reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : typeof cause === 'string' ? cause : '';
  return message || 'The decoder gave up on this image.';
}
