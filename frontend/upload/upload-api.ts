import { askJson, NoAnswerError } from '../json-request';
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
    return this.#ask('POST', '', upload, signal);
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

  #ask<T>(method: string, path: string, body?: object, signal?: AbortSignal): Promise<T> {
    return askJson<T>(`${this.root}/uploads${path}`, { method, body, signal }).catch((failure: unknown) => {
      throw failure instanceof NoAnswerError ? new UploadError(kindOf(failure), failure.message) : failure;
    });
  }
}

function kindOf({ status, isPassing }: NoAnswerError): FailureKind {
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
      return isPassing ? 'later' : 'refused';
  }
}
