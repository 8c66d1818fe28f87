/** Browsers refuse to finish larger requests after the page is left; bytes. */
const MOST_KEPT_ALIVE = 60_000;

/** Why there is no answer. */
export class NoAnswerError extends Error {
  constructor(
    /** Of HTTP; 0 when nobody answered, 401 also when a page for people came instead of data. */
    readonly status: number,
    /** What the server says of it (RFC 9457), as far as it does. */
    readonly problem: { readonly detail?: unknown } | undefined = undefined,
  ) {
    super(typeof problem?.detail === 'string' ? problem.detail : '');
    this.name = 'NoAnswerError';
  }

  /** Worth trying again: nobody answered, or not now. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 408 || this.status === 429;
  }
}

export interface JsonRequest {
  readonly method: string;
  /** Bytes go as they are, anything else as JSON. */
  readonly body?: object | undefined;
  readonly signal?: AbortSignal | undefined;
  /** A small change is finished even when the page is left. */
  readonly outlivesPage?: boolean;
}

/**
 * Asks with the session of the page for JSON, or for nothing.
 *
 * @throws NoAnswerError, or what the signal was aborted with
 */
export async function askJson<T>(address: string, { method, body, signal, outlivesPage }: JsonRequest): Promise<T> {
  const isBytes = body instanceof ArrayBuffer;
  const sent = body === undefined || isBytes ? body : JSON.stringify(body);
  const response = await fetch(address, {
    method,
    credentials: 'same-origin',
    keepalive: outlivesPage === true && method !== 'GET' && new Blob([sent ?? '']).size < MOST_KEPT_ALIVE,
    headers: {
      Accept: 'application/json',
      ...(sent !== undefined && { 'Content-Type': isBytes ? 'application/octet-stream' : 'application/json' }),
    },
    ...(sent !== undefined && { body: sent }),
    ...(signal && { signal }),
  }).catch((failure: unknown) => {
    throw signal?.aborted ? failure : new NoAnswerError(0);
  });
  if (!response.ok) {
    throw new NoAnswerError(response.status, (await response.json().catch(() => undefined)) as { detail?: unknown } | undefined);
  }
  if (response.status === 204) {
    return undefined as T;
  }
  if (!response.headers.get('Content-Type')?.includes('json')) {
    throw new NoAnswerError(401);
  }
  return (await response.json()) as T;
}
