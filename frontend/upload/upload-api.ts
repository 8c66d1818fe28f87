import type { Fate } from './fate';

/**
 * Why the server did not do it. 'later': nobody answered, or not now. 'session': log in first. 'full': no room on its
 * disk. 'place': the piece does not follow on what is there. 'gone': it does not know the upload. 'refused': never.
 */
export type FailureKind = 'later' | 'session' | 'full' | 'place' | 'gone' | 'refused';

export class UploadError extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
    this.name = 'UploadError';
  }
}

export type UploadState = 'RECEIVING' | 'WORKING' | 'HELD' | 'DONE';

export interface UploadStatus {
  readonly id: string;
  readonly path: string;
  readonly size: number;
  readonly offset: number;
  readonly state: UploadState;
  readonly message: string;
}

export interface FateList {
  readonly state: UploadState;
  readonly message: string;
  readonly files: readonly Fate[];
  readonly next: number;
}

/** Whom a document belongs to, and what else DICOM needs to know of it. */
export interface DocumentDetails {
  readonly studyInstanceUid: string;
  readonly patientName: string;
  readonly patientId: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly title: string;
  readonly date: string;
  readonly photograph: boolean;
  readonly batch: string;
}

export interface NewUpload {
  readonly path: string;
  readonly size: number;
  readonly lastModified: number;
  readonly document?: DocumentDetails;
}

/** Uploads at the server, below the address of its interface. */
export class UploadApi {
  constructor(readonly root: string) {}

  single(path: string, file: ArrayBuffer, signal: AbortSignal): Promise<Fate> {
    return this.#ask('POST', `/single?path=${encodeURIComponent(path)}`, file, signal);
  }

  begin(upload: NewUpload, signal: AbortSignal): Promise<UploadStatus> {
    return this.#ask('POST', '', JSON.stringify(upload), signal);
  }

  append(id: string, offset: number, piece: ArrayBuffer, signal: AbortSignal): Promise<UploadStatus> {
    return this.#ask('PUT', `/${id}?offset=${offset}`, piece, signal);
  }

  fates(id: string, from: number, signal: AbortSignal): Promise<FateList> {
    return this.#ask('GET', `/${id}/files?from=${from}`, undefined, signal);
  }

  own(): Promise<UploadStatus[]> {
    return this.#ask('GET', '');
  }

  discard(id: string): Promise<void> {
    return this.#ask('DELETE', `/${id}`);
  }

  async #ask<T>(method: string, path: string, body?: string | ArrayBuffer, signal?: AbortSignal): Promise<T> {
    const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
    const response = await fetch(`${this.root}/uploads${path}`, {
      method,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', ...(body !== undefined && { 'Content-Type': type }) },
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    }).catch((failure: unknown) => {
      throw signal?.aborted ? failure : new UploadError('later', '');
    });
    if (!response.ok) {
      throw await failureOf(response);
    }
    if (response.status === 204) {
      return undefined as T;
    }
    if (!response.headers.get('Content-Type')?.includes('json')) {
      throw new UploadError('session', '');
    }
    return (await response.json()) as T;
  }
}

async function failureOf(response: Response): Promise<UploadError> {
  const problem = (await response.json().catch(() => undefined)) as { detail?: unknown } | undefined;
  return new UploadError(kindOf(response.status), typeof problem?.detail === 'string' ? problem.detail : '');
}

function kindOf(status: number): FailureKind {
  switch (status) {
    case 401:
      return 'session';
    case 404:
      return 'gone';
    case 409:
      return 'place';
    case 507:
      return 'full';
    default:
      return status >= 500 || status === 408 || status === 429 ? 'later' : 'refused';
  }
}
