/** One part of a multipart/related answer: its headers in lower case and its body, a view of the bytes received. */
export interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * The only part of a multipart/related body (RFC 2046 5.1). The boundary is taken from the body, as servers differ in
 * how they quote it in the header. The end is searched from the back, so that a frame of many megabytes is not walked.
 */
export function onlyPart(bytes: Uint8Array<ArrayBuffer>): Part {
  const start = indexOf(bytes, '--', 0);
  const endOfBoundary = start < 0 ? -1 : indexOf(bytes, '\r\n', start);
  if (endOfBoundary < 0) {
    throw new Error('The answer of the server has no multipart boundary.');
  }
  const boundary = ascii(bytes.subarray(start, endOfBoundary)).trimEnd();
  const endOfHeaders = indexOf(bytes, '\r\n\r\n', endOfBoundary);
  if (endOfHeaders < 0) {
    throw new Error('The answer of the server is cut off within its headers.');
  }
  const body = endOfHeaders + 4;
  const end = lastIndexOf(bytes, `\r\n${boundary}--`, body);
  if (end < 0) {
    throw new Error('The answer of the server is cut off.');
  }
  return {
    headers: headersOf(ascii(bytes.subarray(endOfBoundary + 2, endOfHeaders))),
    body: bytes.subarray(body, end),
  };
}

/** Parameters of a media type, names in lower case, quotes removed: `a/b; type="x"; transfer-syntax=1.2`. */
export function mediaTypeParameters(mediaType: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const match of mediaType.matchAll(/;\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^;\s]*))/g)) {
    parameters.set(match[1].toLowerCase(), match[2] ?? match[3]);
  }
  return parameters;
}

function headersOf(block: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of block.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) {
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    }
  }
  return headers;
}

function indexOf(bytes: Uint8Array, token: string, from: number): number {
  const codes = [...token].map((letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(codes[0], from); at >= 0; at = bytes.indexOf(codes[0], at + 1)) {
    if (codes.every((code, place) => bytes[at + place] === code)) {
      return at;
    }
  }
  return -1;
}

function lastIndexOf(bytes: Uint8Array, token: string, from: number): number {
  const codes = [...token].map((letter) => letter.charCodeAt(0));
  for (let at = bytes.lastIndexOf(codes[0]); at >= from; at = bytes.lastIndexOf(codes[0], at - 1)) {
    if (codes.every((code, place) => bytes[at + place] === code)) {
      return at;
    }
    if (at === 0) {
      break;
    }
  }
  return -1;
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
