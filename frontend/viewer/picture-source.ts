import { answers } from './answers';
import { bulkFetcher } from './bulk-data';
import { colourImage, paletteImage } from './colour-image';
import type { CornerstoneImage } from './cornerstone';
import { isDecodable } from './decode/decode';
import { UndecodableError, type Samples } from './decode/samples';
import { DicomwebError } from './dicomweb';
import { drawPicture } from './enhance/drawn-picture';
import { frameBytes, type FrameBytes } from './frame-bytes';
import { SCHEME, type Frame } from './frame';
import { modalityTable, paletteOf, voiTables } from './frame-tables';
import { grayImage } from './gray-image';
import { inflate } from './inflate';
import { nativeLength, nativeSamples } from './native-samples';
import { embeddedOverlays } from './overlays/overlay-bits';
import { overlayPlanes } from './overlays/overlay-plane';
import { isGray, type PixelFormat } from './pixel-format';
import { renderedImage } from './rendered-image';
import { storedValues } from './stored-values';
import { isBigEndian, isDeflatedFrame, isNative } from './transfer-syntax';

/** The frame exactly as stored (PS3.18 8.7.3.5.2): no work for the server, no loss. */
const AS_STORED = 'multipart/related; type="application/octet-stream"; transfer-syntax=*';

/** Decoded by the server. */
const PLAIN = 'multipart/related; type="application/octet-stream"; transfer-syntax=1.2.840.10008.1.2.1';

/** What is larger can be drawn by no browser in one piece. */
const MOST_PIXELS = 100_000_000;

/**
 * The picture of a frame: from the stored frame, else from the one that the server decodes, else drawn by the server.
 * Why the first of these failed is what the reader is told when all do.
 */
export async function picture(frame: Frame, signal: AbortSignal): Promise<CornerstoneImage> {
  const { rows, columns } = frame.pixels;
  if (rows * columns > MOST_PIXELS) {
    throw new UndecodableError(`An image of ${columns} x ${rows} pixels is too large to be shown.`);
  }
  try {
    return await stored(frame, signal);
  } catch (reason) {
    if (isFinal(reason, signal)) {
      throw reason;
    }
    return helped(frame, signal).catch((cause: unknown) => {
      throw isFinal(cause, signal) ? cause : reason;
    });
  }
}

async function helped(frame: Frame, signal: AbortSignal): Promise<CornerstoneImage> {
  try {
    return await plain(frame, signal);
  } catch (cause) {
    if (isFinal(cause, signal)) {
      throw cause;
    }
    return rendered(frame, signal);
  }
}

/** No other way of asking helps when nobody wants the picture any more, or the session or the connection has ended. */
function isFinal(cause: unknown, signal: AbortSignal): boolean {
  return signal.aborted || (cause instanceof DicomwebError && (cause.kind === 'session' || cause.kind === 'network'));
}

async function stored(frame: Frame, signal: AbortSignal): Promise<CornerstoneImage> {
  const answer = await frameBytes(addressOf(frame), AS_STORED, nativeLength(frame.pixels), signal);
  return imageOf(frame, await samplesOf(answer, frame.pixels, signal), frame.pixels, signal);
}

async function plain(frame: Frame, signal: AbortSignal): Promise<CornerstoneImage> {
  const answer = await frameBytes(addressOf(frame), PLAIN, nativeLength(frame.pixels), signal);
  if (!isNative(answer.transferSyntax)) {
    throw new UndecodableError('The server did not decode the image.');
  }
  // A colour that the file subsamples may come with a value for each pixel and another name.
  const photometricInterpretation = answer.photometricInterpretation ?? frame.pixels.photometricInterpretation;
  const pixels = { ...frame.pixels, photometricInterpretation };
  const image = await imageOf(frame, await samplesOf(answer, pixels, signal), pixels, signal);
  return { ...image, origin: 'decoded-by-server' };
}

async function rendered(frame: Frame, signal: AbortSignal): Promise<CornerstoneImage> {
  const { bytes, contentType } = await answers.lasting(`${addressOf(frame)}/rendered`, 'image/jpeg', signal);
  return renderedImage(frame, new Blob([bytes], { type: contentType }));
}

function addressOf(frame: Frame): string {
  return frame.imageId.slice(SCHEME.length + 1);
}

interface FrameSamples extends Samples {
  /** Whether these are the words of the file. */
  readonly isWords: boolean;
}

async function samplesOf(answer: FrameBytes, pixels: PixelFormat, signal: AbortSignal): Promise<FrameSamples> {
  const { transferSyntax, bytes } = answer;
  if (isNative(transferSyntax)) {
    return { ...nativeSamples(bytes, pixels, isBigEndian(transferSyntax)), isWords: true };
  }
  if (isDeflatedFrame(transferSyntax)) {
    return { ...nativeSamples(await inflate(bytes, nativeLength(pixels)), pixels), isWords: true };
  }
  if (!isDecodable(transferSyntax)) {
    throw new UndecodableError(`Images of the transfer syntax ${transferSyntax} are not supported.`);
  }
  const { decodeBeside } = await import('./decode/decoder-pool');
  return { ...(await decodeBeside(bytes, transferSyntax, pixels, signal)), isWords: transferSyntax === RLE };
}

const RLE = '1.2.840.10008.1.2.5';

async function imageOf(
  frame: Frame,
  samples: FrameSamples,
  pixels: PixelFormat,
  signal: AbortSignal,
): Promise<CornerstoneImage> {
  const fetch = bulkFetcher(signal);
  if (pixels.samplesPerPixel !== 1) {
    return colourImage(frame, samples, pixels);
  }
  // Before what is outside of the stored bits is taken away.
  const embedded = samples.isWords ? embeddedOverlays(overlayPlanes(frame.attributes), samples.values) : undefined;
  const values = storedValues(samples.values, pixels, samples.isWords);
  if (!isGray(pixels)) {
    if (pixels.photometricInterpretation !== 'PALETTE COLOR') {
      throw new UndecodableError(`Images stored as ${pixels.photometricInterpretation} are not supported.`);
    }
    return paletteImage(frame, values, await paletteOf(frame, fetch));
  }
  const [modality, tables] = await Promise.all([modalityTable(frame, fetch), voiTables(frame, fetch)]);
  return {
    ...grayImage(frame, values, modality),
    voiTables: tables,
    embeddedOverlays: embedded,
    render: drawPicture,
  };
}
