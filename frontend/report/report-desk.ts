import { newId } from '../viewer/annotation';
import { KeptText } from './kept-text';
import { EMPTY_CONTENT, isSigned, type OpenReport, type Person, type ReportTemplate, type Snippet } from './report';
import { ReportError, type ReportApi } from './report-api';
import { Writing } from './writing';

/** How often the others are looked at while nobody types here, ms. */
const LOOK_EVERY_MS = 20_000;

export interface DeskPorts {
  readonly api: ReportApi;
  readonly study: string;
  /** Id of who reads. */
  readonly reader: string;
  readonly mayWrite: boolean;
  readonly onChange: () => void;
}

export type DeskPhase = { readonly name: 'loading' | 'ready' } | { readonly name: 'failed'; readonly failure: ReportError };

/** The reports of a study, and the one that is open. */
export class ReportDesk {
  #phase: DeskPhase = { name: 'loading' };
  #reports: readonly OpenReport[] = [];
  #open: OpenReport | undefined;
  #writing: Writing | undefined;
  #failure: ReportError | undefined;
  #templates: readonly ReportTemplate[] = [];
  #snippets: readonly Snippet[] = [];
  #physicians: readonly Person[] = [];
  #isChoosing = false;
  #isBeginning = false;
  #beginKey = newId();
  readonly #timer = setInterval(() => void this.#look(), LOOK_EVERY_MS);

  constructor(readonly ports: DeskPorts) {
    void this.load();
  }

  get phase(): DeskPhase {
    return this.#phase;
  }

  get reports(): readonly OpenReport[] {
    return this.#reports;
  }

  get open(): OpenReport | undefined {
    return this.#open;
  }

  /** Undefined while the report is only read. */
  get writing(): Writing | undefined {
    return this.#writing;
  }

  get templates(): readonly ReportTemplate[] {
    return this.#templates;
  }

  get physicians(): readonly Person[] {
    return this.#physicians;
  }

  get snippets(): readonly Snippet[] {
    return this.#snippets;
  }

  /** Whether a template for a new report is being chosen. */
  get isChoosing(): boolean {
    return this.#isChoosing;
  }

  get isBeginning(): boolean {
    return this.#isBeginning;
  }

  /** What went wrong last. */
  get failure(): ReportError | undefined {
    return this.#failure;
  }

  async load(): Promise<void> {
    const { api, study, mayWrite } = this.ports;
    this.#set({ name: 'loading' });
    try {
      [this.#reports, this.#templates, this.#snippets, this.#physicians] = await Promise.all([
        api.ofStudy(study),
        mayWrite ? api.templates(study) : [],
        mayWrite ? api.snippets() : [],
        mayWrite ? api.physicians() : [],
      ]);
      this.#phase = { name: 'ready' };
      this.show(first(this.#reports));
    } catch (failure) {
      this.#set({ name: 'failed', failure: asReportError(failure) });
    }
  }

  /** A draft is opened to be written in, a signed report to be read. */
  show(open: OpenReport | undefined): void {
    this.#leave();
    this.#open = open;
    this.#isChoosing = open === undefined && this.ports.mayWrite;
    if (open && this.ports.mayWrite && !isSigned(open.report)) {
      this.write();
    }
    this.ports.onChange();
  }

  /** Whether the text of a signed report that is open was changed here and is not signed yet. */
  get hasBegunAmendment(): boolean {
    const open = this.#open;
    return open !== undefined && (open.workingCopy !== null || this.#kept(open).get() !== undefined);
  }

  write(): void {
    if (this.#open) {
      const { api, onChange } = this.ports;
      this.#writing = new Writing({ api, kept: this.#kept(this.#open), onChange }, this.#open);
      this.ports.onChange();
    }
  }

  choose(): void {
    this.#isChoosing = true;
    this.#beginKey = newId();
    this.ports.onChange();
  }

  cancelChoice(): void {
    this.#isChoosing = false;
    this.ports.onChange();
  }

  /** @param template undefined for an empty report */
  async begin(template: ReportTemplate | undefined): Promise<void> {
    const { api, study, onChange } = this.ports;
    this.#isBeginning = true;
    this.#failure = undefined;
    onChange();
    try {
      const how = template ? { template: template.key } : { content: EMPTY_CONTENT };
      const begun = await api.begin(study, this.#beginKey, how);
      this.#beginKey = newId();
      this.#reports = [...this.#reports, begun];
      this.show(begun);
    } catch (failure) {
      this.#failure = asReportError(failure);
    } finally {
      this.#isBeginning = false;
      onChange();
    }
  }

  async sign(line: string): Promise<boolean> {
    return this.#closeWriting((await this.#writing?.sign(line)) ?? false);
  }

  async amend(line: string, reason: string): Promise<boolean> {
    return this.#closeWriting((await this.#writing?.amend(line, reason)) ?? false);
  }

  async discard(): Promise<void> {
    try {
      await this.#writing?.discard();
      await this.#closeWriting(true);
    } catch (failure) {
      this.#failure = asReportError(failure);
      this.ports.onChange();
    }
  }

  async remove(reason: string): Promise<boolean> {
    const id = this.#open?.report.id ?? 0;
    try {
      await this.#writing?.autosave.hold();
      await this.ports.api.remove(id, reason);
    } catch (failure) {
      this.#failure = asReportError(failure);
      this.#writing?.autosave.release();
      this.ports.onChange();
      return false;
    }
    this.#kept(this.#open!).remove();
    await this.load();
    return true;
  }

  /** Back to reading, with what is typed kept beside the report. */
  async read(): Promise<void> {
    await this.#writing?.autosave.flush();
    await this.#closeWriting(true);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#leave();
  }

  /** A draft goes on being written. */
  async #closeWriting(isDone: boolean): Promise<boolean> {
    const id = this.#open?.report.id;
    if (isDone && id !== undefined) {
      const now = await this.ports.api.get(id).catch(() => undefined);
      if (now) {
        this.#reports = this.#reports.map((each) => (each.report.id === id ? now : each));
        this.show(now);
      }
    }
    return isDone;
  }

  #leave(): void {
    this.#writing?.close();
    this.#writing = undefined;
    this.#failure = undefined;
  }

  async #look(): Promise<void> {
    if (document.visibilityState === 'visible') {
      await this.#writing?.watch();
    }
  }

  #kept({ report }: OpenReport): KeptText {
    return new KeptText(this.ports.reader, report.id);
  }

  #set(phase: DeskPhase): void {
    this.#phase = phase;
    this.ports.onChange();
  }
}

/** What its reader has not finished, then drafts, then what was signed last. */
function first(reports: readonly OpenReport[]): OpenReport | undefined {
  const drafts = reports.filter(({ report }) => !isSigned(report));
  const byTime = reports.toSorted((a, b) => b.report.modifiedAt.localeCompare(a.report.modifiedAt));
  return drafts.find(({ workingCopy }) => workingCopy) ?? drafts.at(-1) ?? byTime[0];
}

export function asReportError(failure: unknown): ReportError {
  return failure instanceof ReportError ? failure : new ReportError('later', '');
}
