import { DicomwebError, type FailureKind } from './dicomweb';
import type { Documents } from './documents';

/** Where the opening of a study or of a series has got to. */
export type Phase =
  | { readonly name: 'loading' | 'ready' | 'empty' | 'deleted' }
  | { readonly name: 'noPictures'; readonly documents: Documents }
  | { readonly name: 'failed'; readonly kind: FailureKind; readonly detail: string };

export function failedBy(cause: unknown): Phase {
  const kind = cause instanceof DicomwebError ? cause.kind : 'server';
  return { name: 'failed', kind, detail: cause instanceof Error ? cause.message : String(cause) };
}
