/** What went wrong: 'session' (sign in again), 'missing', 'server' (it answered) or 'network' (it did not). */
export type FailureKind = 'session' | 'missing' | 'server' | 'network';

export class DicomwebError extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
    this.name = 'DicomwebError';
  }
}

/** GET with the session of the page. An answer that is a page for people means that the session is over. */
export async function request(url: string, accept: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { headers: { Accept: accept }, credentials: 'same-origin', signal }).catch(
    (cause: unknown) => {
      throw signal.aborted ? cause : new DicomwebError('network', 'The server cannot be reached.');
    },
  );
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (response.status === 401 || response.status === 403 || (response.ok && isPage)) {
    throw new DicomwebError('session', `The server refused access (${response.status}).`);
  }
  if (response.status === 404 || response.status === 410) {
    throw new DicomwebError('missing', 'The server does not have this object.');
  }
  if (!response.ok) {
    throw new DicomwebError('server', `The server answered ${response.status} ${response.statusText}`.trim() + '.');
  }
  return response;
}

/**
 * The body, read into one buffer where its length is told and the browser can: reading to the end at once gathers pieces
 * and copies them together.
 */
export async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const length = response.headers.has('Content-Encoding') ? 0 : Number(response.headers.get('Content-Length'));
  const reader = length > 0 ? readerOf(response) : undefined;
  if (!reader) {
    return new Uint8Array(await response.arrayBuffer());
  }
  let buffer = new ArrayBuffer(length);
  for (let at = 0; at < length; ) {
    const { value, done } = await reader.read(new Uint8Array(buffer, at, length - at));
    if (done) {
      throw new DicomwebError('network', `The answer ended after ${at} of ${length} bytes.`);
    }
    // A buffer that is read into goes to the reader and comes back as another.
    buffer = value.buffer;
    at += value.byteLength;
  }
  return new Uint8Array(buffer);
}

function readerOf({ body }: Response): ReadableStreamBYOBReader | undefined {
  try {
    return body?.getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}
