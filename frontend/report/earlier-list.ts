import { signedReports, type EarlierStudies, type StudySummary } from './earlier-studies';
import type { OpenReport } from './report';
import type { ReportApi } from './report-api';

/** The other studies of the patient, with the reports of those that were unfolded. */
export class EarlierList {
  #studies: readonly StudySummary[] | 'noId' | 'failed' | undefined;
  readonly #reports = new Map<string, readonly OpenReport[] | 'loading' | 'failed'>();

  constructor(
    readonly source: EarlierStudies,
    readonly api: ReportApi,
    readonly onChange: () => void,
  ) {
    void this.#load();
  }

  /** Undefined while they are loading. */
  get studies(): readonly StudySummary[] | 'noId' | 'failed' | undefined {
    return this.#studies;
  }

  reportsOf(study: string): readonly OpenReport[] | 'loading' | 'failed' | undefined {
    return this.#reports.get(study);
  }

  async unfold(study: string): Promise<void> {
    const known = this.#reports.get(study);
    if (known === undefined || known === 'failed') {
      this.#reports.set(study, 'loading');
      this.onChange();
      this.#reports.set(study, await signedReports(this.api, study).catch(() => 'failed' as const));
      this.onChange();
    }
  }

  async #load(): Promise<void> {
    this.#studies = await this.source.others().then(
      (found) => found ?? ('noId' as const),
      () => 'failed' as const,
    );
    this.onChange();
  }
}
