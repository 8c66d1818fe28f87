import { askJson, NoAnswerError } from '../json-request';
import type {
  OpenReport,
  Person,
  ReportContent,
  ReportLock,
  ReportStatus,
  ReportTemplate,
  ReportVersion,
  ReportVersionEntry,
  Snippet,
  WorkingCopy,
} from './report';

/**
 * Why the server did not do it. 'later': nobody answered, it is worth trying again. 'session': log in first.
 * 'forbidden': this user may not. 'gone': it is not there any more. 'refused': it never will be. 'conflict': somebody
 * else was faster.
 */
export type FailureKind = 'later' | 'session' | 'forbidden' | 'gone' | 'refused' | 'conflict';

export type Conflict =
  | { readonly reason: 'OTHER_WINDOW'; readonly newest: { readonly copy: WorkingCopy } }
  | {
      readonly reason: 'VERSION' | 'LOCKED' | 'SIGNED' | 'NOT_SIGNED' | 'UNSAVED';
      readonly newest: OpenReport;
    };

export class ReportError extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly conflict?: Conflict,
  ) {
    super(message);
    this.name = 'ReportError';
  }
}

export interface Draft {
  readonly basedOnVersion: number;
  readonly revision: number;
  readonly content: ReportContent;
}

export interface Receipt {
  readonly revision: number;
  /** Null when nothing is kept because all is saved. */
  readonly savedAt: string | null;
  readonly newestVersion: number;
}

/** Who writes, as the server sees it. */
export interface Claim {
  readonly lock: ReportLock | null;
  readonly version: number;
  readonly status: ReportStatus;
}

export interface Change {
  readonly version: number;
  readonly content: ReportContent;
  readonly revision: number;
  readonly signatureLine?: string;
  readonly reason?: string;
}

/** The reports at the server, below the address of its interface. */
export class ReportApi {
  readonly root: string;

  constructor(root: string) {
    this.root = root.replace(/\/+$/, '');
  }

  ofStudy(study: string): Promise<OpenReport[]> {
    return this.#ask('GET', `reports/study/${encodeURIComponent(study)}`);
  }

  get(id: number): Promise<OpenReport> {
    return this.#ask('GET', `reports/${id}`);
  }

  /** @param key the same for each attempt, so that no two reports are begun */
  begin(study: string, key: string, how: { template: string } | { content: ReportContent }): Promise<OpenReport> {
    return this.#ask('POST', 'reports', { key, studyInstanceUid: study, ...how });
  }

  save(id: number, change: Change): Promise<OpenReport> {
    return this.#ask('PUT', `reports/${id}`, change);
  }

  sign(id: number, change: Change): Promise<OpenReport> {
    return this.#ask('POST', `reports/${id}/sign`, change);
  }

  amend(id: number, change: Change): Promise<OpenReport> {
    return this.#ask('POST', `reports/${id}/amend`, change);
  }

  remove(id: number, reason: string): Promise<void> {
    return this.#ask('DELETE', `reports/${id}?reason=${encodeURIComponent(reason)}`);
  }

  versions(id: number): Promise<ReportVersionEntry[]> {
    return this.#ask('GET', `reports/${id}/versions`);
  }

  version(id: number, number: number): Promise<ReportVersion> {
    return this.#ask('GET', `reports/${id}/versions/${number}`);
  }

  keep(id: number, draft: Draft): Promise<Receipt> {
    return this.#ask('PUT', `reports/${id}/working-copy`, draft);
  }

  discard(id: number): Promise<void> {
    return this.#ask('DELETE', `reports/${id}/working-copy`);
  }

  claim(id: number, takeOver: boolean): Promise<Claim> {
    return this.#ask('POST', `reports/${id}/lock`, { takeOver });
  }

  release(id: number): Promise<void> {
    return this.#ask('DELETE', `reports/${id}/lock`);
  }

  templates(study: string): Promise<ReportTemplate[]> {
    return this.#ask('GET', `report-templates?study=${encodeURIComponent(study)}`);
  }

  /** Who may answer for a report. */
  physicians(): Promise<Person[]> {
    return this.#ask('GET', 'reports/physicians');
  }

  snippets(): Promise<Snippet[]> {
    return this.#ask('GET', 'report-snippets');
  }

  pdf(id: number, version?: number): string {
    return `${this.root}/reports/${id}/pdf${version === undefined ? '' : `?version=${version}`}`;
  }

  #ask<T>(method: string, path: string, body?: object): Promise<T> {
    return askJson<T>(`${this.root}/${path}`, { method, body, outlivesPage: true }).catch((failure: unknown) => {
      throw failure instanceof NoAnswerError ? reportError(failure) : failure;
    });
  }
}

function reportError(failure: NoAnswerError): ReportError {
  const kind = kindOf(failure);
  return new ReportError(kind, failure.message, kind === 'conflict' ? (failure.problem as unknown as Conflict) : undefined);
}

function kindOf({ status, isPassing }: NoAnswerError): FailureKind {
  switch (status) {
    case 401:
      return 'session';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'gone';
    case 409:
      return 'conflict';
    default:
      return isPassing ? 'later' : 'refused';
  }
}
