import type { CornerstoneImage } from './cornerstone';
import { request } from './dicomweb';
import type { Frame } from './frame';
import { withPalette } from './frame-registry';
import { wadoImageLoader } from './loader-script';
import { onlyPart } from './multipart';
import { rangeOf } from './native-pixels';
import { readPalette, type Palette } from './palette';

/** The loader knows HTJ2K (PS3.5 A.4.11) only under a number of its own. */
const HTJ2K_OF_LOADER = '3.2.840.10008.1.2.4.96';
const HTJ2K = /^1\.2\.840\.10008\.1\.2\.4\.20[123]$/;

const BULK_ACCEPT = 'multipart/related; type="application/octet-stream", application/octet-stream';

/** What the loader can turn into a picture; at others it stops without a word. */
const KNOWN_COLOURS = new Set([
  'MONOCHROME1',
  'MONOCHROME2',
  'RGB',
  'PALETTE COLOR',
  'YBR_FULL',
  'YBR_FULL_422',
  'YBR_RCT',
  'YBR_ICT',
]);

/** Some damaged streams leave the loader silent; the request must not hold its place for ever. */
const PATIENCE_MS = 60_000;

/** A compressed or colour picture, decoded by the WADO image loader in a worker. */
export async function decodedImage(
  frame: Frame,
  bytes: Uint8Array<ArrayBuffer>,
  transferSyntax: string,
  signal: AbortSignal,
): Promise<CornerstoneImage> {
  const { photometricInterpretation } = frame.pixels;
  if (!KNOWN_COLOURS.has(photometricInterpretation)) {
    throw new Error(`Images stored as ${photometricInterpretation} are not supported.`);
  }
  const syntax = HTJ2K.test(transferSyntax) ? HTJ2K_OF_LOADER : transferSyntax;
  const image =
    photometricInterpretation === 'PALETTE COLOR'
      ? await withPalette(frame, await paletteOf(frame, signal), () => decode(frame, bytes, syntax))
      : await decode(frame, bytes, syntax);
  checkSize(frame, image);
  image.rowPixelSpacing = frame.aspect[0];
  image.columnPixelSpacing = frame.aspect[1];
  return image.color ? image : withTrueRange(image);
}

async function decode(frame: Frame, bytes: Uint8Array, syntax: string): Promise<CornerstoneImage> {
  const loader = await wadoImageLoader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The decoder gave no answer for this image.')), PATIENCE_MS);
  });
  return Promise.race([loader.createImage(frame.imageId, bytes, syntax, {}), silence])
    .catch((cause: unknown) => {
      throw new Error(reason(cause), { cause });
    })
    .finally(() => clearTimeout(timer));
}

function paletteOf(frame: Frame, signal: AbortSignal): Promise<Palette> {
  return readPalette(frame.attributes, async (uri) => {
    // Behind a proxy the server may not know its public name: same path, our own origin and session.
    const { pathname, search } = new URL(uri, document.baseURI);
    const response = await request(pathname + search, BULK_ACCEPT, signal);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isMultipart = response.headers.get('Content-Type')?.toLowerCase().startsWith('multipart/');
    return isMultipart ? onlyPart(bytes).body : bytes;
  });
}

/** A decoder that gives another number of pixels has failed, whatever it says. */
function checkSize({ pixels }: Frame, image: CornerstoneImage): void {
  const decoded = image.getPixelData().length;
  const expected = pixels.rows * pixels.columns * (image.color ? 4 : 1);
  if (decoded !== expected) {
    throw new Error(`The image is damaged or unsupported: ${decoded} of ${expected} pixel values were decoded.`);
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
