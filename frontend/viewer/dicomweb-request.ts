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
