import { SECTIONS, type ReportContent, type ReportVersion, type ReportVersionEntry } from './report';
import type { ReportApi, ReportError } from './report-api';
import { asReportError } from './report-desk';
import { textDifference, type TextPart } from './text-difference';

/** One section as it was before and after. */
export interface SectionDifference {
  readonly section: 'title' | (typeof SECTIONS)[number] | 'fields' | 'keyImages';
  readonly parts: readonly TextPart[];
}

/** The versions of a report, and what was done from one to another. */
export class Versions {
  #entries: readonly ReportVersionEntry[] | undefined;
  #compared: readonly [ReportVersion, ReportVersion] | undefined;
  #failure: ReportError | undefined;
  #before = 0;
  #after = 0;

  constructor(
    readonly api: ReportApi,
    readonly reportId: number,
    readonly onChange: () => void,
  ) {
    void this.#load();
  }

  get entries(): readonly ReportVersionEntry[] | undefined {
    return this.#entries;
  }

  get failure(): ReportError | undefined {
    return this.#failure;
  }

  get before(): number {
    return this.#before;
  }

  get after(): number {
    return this.#after;
  }

  /** Undefined while it is loading. */
  get differences(): SectionDifference[] | undefined {
    return this.#compared && differences(this.#compared[0].content, this.#compared[1].content);
  }

  async compare(before: number, after: number): Promise<void> {
    [this.#before, this.#after] = [before, after];
    this.#compared = undefined;
    this.onChange();
    await this.#try(async () => {
      const both = await Promise.all([before, after].map((each) => this.api.version(this.reportId, each)));
      if (this.#before === before && this.#after === after) {
        this.#compared = [both[0], both[1]];
      }
    });
  }

  async #load(): Promise<void> {
    await this.#try(async () => {
      this.#entries = await this.api.versions(this.reportId);
    });
    const newest = this.#entries?.at(-1)?.version;
    if (newest !== undefined) {
      await this.compare(this.#entries?.at(-2)?.version ?? newest, newest);
    }
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#failure = undefined;
    } catch (failure) {
      this.#failure = asReportError(failure);
    }
    this.onChange();
  }
}

/** Sections that changed. */
export function differences(before: ReportContent, after: ReportContent): SectionDifference[] {
  const texts = (content: ReportContent) => ({
    title: content.title,
    ...Object.fromEntries(SECTIONS.map((section) => [section, content[section]])),
    fields: content.fields.map(({ label, value, unit }) => `${label}: ${value} ${unit}`.trim()).join('\n'),
    keyImages: content.keyImages.map(({ sopInstanceUid, frame, caption }) => `${caption} (${sopInstanceUid}, ${frame})`).join('\n'),
  });
  const [old, now] = [texts(before), texts(after)] as const;
  const names = ['title', ...SECTIONS, 'fields', 'keyImages'] as const;
  const textOf = (all: Record<string, string>, name: string) => all[name] ?? '';
  return names
    .filter((section) => textOf(old, section) !== textOf(now, section))
    .map((section) => ({ section, parts: textDifference(textOf(old, section), textOf(now, section)) }));
}
