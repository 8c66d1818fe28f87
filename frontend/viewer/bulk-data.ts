import type { DicomJsonElement } from './dicom-json';
import { answers } from './answers';
import { onlyPart } from './multipart';

const ACCEPT = 'multipart/related; type="application/octet-stream", application/octet-stream';

/** Gets the bytes behind a BulkDataURI. */
export type FetchBulk = (uri: string) => Promise<Uint8Array>;

/** Behind a proxy the server may not know its public name: same path, our own origin and session. */
export function bulkUrl(uri: string): string {
  const { pathname, search } = new URL(uri, document.baseURI);
  return pathname + search;
}

/** Asks the server that the metadata came from. */
export function bulkFetcher(signal: AbortSignal): FetchBulk {
  return async (uri) => {
    const { bytes, contentType } = await answers.lasting(bulkUrl(uri), ACCEPT, signal);
    const isMultipart = contentType.toLowerCase().startsWith('multipart/');
    return isMultipart ? onlyPart(bytes).body : bytes;
  };
}

/** The bytes of a binary element, which are inline or a bulk; undefined where there are none. */
export async function binaryOf(
  element: DicomJsonElement | undefined,
  fetch: FetchBulk,
): Promise<Uint8Array | undefined> {
  if (element?.InlineBinary) {
    return Uint8Array.from(atob(element.InlineBinary), (letter) => letter.charCodeAt(0));
  }
  return element?.BulkDataURI ? fetch(element.BulkDataURI) : undefined;
}
