import { mediaTypeParameters } from './multipart';

export const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';

const EXPLICIT_BIG_ENDIAN = '1.2.840.10008.1.2.2';

const NATIVE = new Set([
  '1.2.840.10008.1.2',
  EXPLICIT_LITTLE_ENDIAN,
  EXPLICIT_BIG_ENDIAN,
  '1.2.840.10008.1.2.1.99', // deflated as a data set; frames come inflated
]);

/** PS3.18 Table 8.7.3-2: what an image media type means when no transfer-syntax parameter is given. */
const OF_IMAGE_TYPE: Readonly<Record<string, string>> = {
  'image/jpeg': '1.2.840.10008.1.2.4.50',
  'image/jls': '1.2.840.10008.1.2.4.80',
  'image/jp2': '1.2.840.10008.1.2.4.90',
  'image/jphc': '1.2.840.10008.1.2.4.201',
  'image/dicom-rle': '1.2.840.10008.1.2.5',
};

/** Whether pixels are plain values that need no decoder. */
export function isNative(uid: string): boolean {
  return NATIVE.has(uid);
}

export function isBigEndian(uid: string): boolean {
  return uid === EXPLICIT_BIG_ENDIAN;
}

/** Deflated Image Frame Compression: each frame is a deflate stream of native pixels (PS3.5 A.4.12). */
export function isDeflatedFrame(uid: string): boolean {
  return uid === '1.2.840.10008.1.2.8.1';
}

/**
 * The transfer syntax of a frame, from the Content-Type of its part, else of the whole answer. Without a parameter
 * octet-stream means Explicit VR Little Endian (PS3.18 8.7.3.3.2), which is believed only if the length fits.
 */
export function transferSyntaxOf(part: string, answer: string, isNativeLength: boolean): string {
  const declared = parameter(part) ?? parameter(answer) ?? OF_IMAGE_TYPE[part.split(';')[0].trim().toLowerCase()];
  if (declared) {
    return declared;
  }
  if (isNativeLength) {
    return EXPLICIT_LITTLE_ENDIAN;
  }
  throw new Error('The server did not say how this image is compressed.');
}

/** Also found inside a quoted type: `type="application/octet-stream; transfer-syntax=1.2"` (Orthanc's plugin 1.7). */
function parameter(contentType: string): string | undefined {
  const own = mediaTypeParameters(contentType).get('transfer-syntax');
  const quoted = /transfer-syntax\s*=\s*"?([\d.]+)/.exec(contentType)?.[1];
  const uid = own ?? quoted;
  return uid && /^[\d.]+$/.test(uid) ? uid : undefined;
}
