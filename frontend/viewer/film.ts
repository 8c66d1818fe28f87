import { bulkUrl } from './bulk-data';
import type { DicomJsonElement } from './dicom-json';
import { request } from './dicomweb-request';
import { onlyPart } from './multipart';

/** A stored film: the stream of the file, in a wrapping that video players know. */
export interface Film {
  readonly blob: Blob;
  /** End of a file name for it. */
  readonly extension: string;
}

/** The stream as it is stored; no server changes it. */
const AS_STORED =
  'application/octet-stream; transfer-syntax=*, ' +
  'multipart/related; type="application/octet-stream"; transfer-syntax=*';

/** Bytes that tell what a stream is wrapped in. */
const HEAD_BYTES = 16;

interface Wrapping {
  readonly type: string;
  readonly extension: string;
  readonly isIn: (head: Uint8Array) => boolean;
}

/** What MPEG-2, H.264 and HEVC come in (PS3.5 8.2.5 to 8.2.9). The type is ours to give: never a page of this site. */
const WRAPPINGS: readonly Wrapping[] = [
  { type: 'video/mp4', extension: 'mp4', isIn: (head) => String.fromCharCode(...head.subarray(4, 8)) === 'ftyp' },
  { type: 'video/mpeg', extension: 'mpg', isIn: ([a, b, c, d]) => !a && !b && c === 1 && (d === 0xba || d === 0xb3) },
  { type: 'video/mp2t', extension: 'ts', isIn: ([first]) => first === 0x47 },
];
const UNKNOWN: Omit<Wrapping, 'isIn'> = { type: 'application/octet-stream', extension: 'bin' };

/**
 * Fetches a film. The browser may keep it outside of memory.
 *
 * @throws DicomwebError when the server does not give it
 */
export async function fetchFilm(stream: DicomJsonElement, signal: AbortSignal): Promise<Film> {
  if (!stream.BulkDataURI) {
    throw new Error('The file has no stream.');
  }
  const response = await request(bulkUrl(stream.BulkDataURI), AS_STORED, signal);
  const isMultipart = response.headers.get('Content-Type')?.toLowerCase().startsWith('multipart/') ?? false;
  const body = isMultipart
    ? new Blob([onlyPart(new Uint8Array(await response.arrayBuffer())).body])
    : await response.blob();
  return wrapped(body);
}

/** @param body as stored, of whatever type the server calls it */
export async function wrapped(body: Blob): Promise<Film> {
  const head = new Uint8Array(await body.slice(0, HEAD_BYTES).arrayBuffer());
  const { type, extension } = WRAPPINGS.find(({ isIn }) => isIn(head)) ?? UNKNOWN;
  return { blob: body.slice(0, body.size, type), extension };
}
