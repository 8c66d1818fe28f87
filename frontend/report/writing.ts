import { Autosave, type SaveState } from './autosave';
import type { KeptText } from './kept-text';
import { Lease } from './lease';
import { isSameContent, isSigned, type OpenReport, type Report, type ReportContent, type ReportLock } from './report';
import { ReportError, type Change, type Claim, type ReportApi } from './report-api';
import { otherWindow, versionConflict, writingStart, type TextConflict } from './writing-start';

/** What the writer has to know. */
export type WritingNote =
  | { readonly kind: 'recovered' }
  | { readonly kind: 'takenOver' }
  | { readonly kind: 'renewed' }
  /** What was asked for did not happen. */
  | { readonly kind: 'failed'; readonly failure: ReportError };

export interface WritingPorts {
  readonly api: ReportApi;
  readonly kept: KeptText;
  readonly onChange: () => void;
}

/** One report that somebody writes in: its text, who holds the lock, and what became of it elsewhere meanwhile. */
export class Writing {
  readonly autosave: Autosave;
  readonly #lease: Lease;
  #report: Report;
  #lock: ReportLock | null;
  #conflict: TextConflict | undefined;
  /** The version that somebody saved meanwhile, once the two texts have become one. */
  #newest: Report | undefined;
  #note: WritingNote | undefined;
  #isBusy = false;

  constructor(
    readonly ports: WritingPorts,
    open: OpenReport,
  ) {
    const start = writingStart(open, ports.kept.get());
    this.#report = open.report;
    this.#lock = open.lock;
    this.#conflict = start.conflict;
    this.#note = start.isRecovered ? { kind: 'recovered' } : undefined;
    const { api, kept, onChange } = ports;
    this.autosave = new Autosave(
      {
        send: (draft) => api.keep(this.id, draft),
        kept,
        onState: onChange,
        onOtherWindow: (copy) => this.#stop(otherWindow(copy, this.autosave.content)),
        onNewerVersion: () => void this.refresh(),
      },
      start.server,
    );
    this.#lease = new Lease({
      claim: (takeOver) => api.claim(this.id, takeOver),
      release: () => api.release(this.id),
      onClaim: (claim) => this.#hear(claim),
    });
    if (start.conflict) {
      void this.autosave.hold();
    } else if (start.content !== start.server.content) {
      this.autosave.resume(start.server, start.content);
    } else {
      kept.remove();
    }
  }

  get id(): number {
    return this.#report.id;
  }

  get report(): Report {
    return this.#report;
  }

  get content(): ReportContent {
    return this.#conflict?.mine ?? this.autosave.content;
  }

  get saving(): SaveState {
    return this.autosave.state;
  }

  get conflict(): TextConflict | undefined {
    return this.#conflict;
  }

  get note(): WritingNote | undefined {
    return this.#note;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Somebody else who writes, undefined for nobody. */
  get other(): ReportLock | undefined {
    return this.#lock && !this.#lock.mine ? this.#lock : undefined;
  }

  get canType(): boolean {
    return !this.other && !this.#conflict && !this.#isBusy;
  }

  /** Whether there is text that no version has. */
  get isChanged(): boolean {
    return !isSameContent(this.content, this.#report.content);
  }

  /** Somebody is about to type. */
  begin(): void {
    if (!this.other && !this.#conflict) {
      this.#lease.want();
    }
  }

  change(content: ReportContent): void {
    if (this.canType) {
      this.begin();
      this.autosave.change(content);
    }
  }

  async takeOver(): Promise<void> {
    this.#note = undefined;
    await this.#lease.takeOver();
  }

  dismiss(): void {
    this.#note = undefined;
    this.ports.onChange();
  }

  /** @returns whether it is a version now */
  save(): Promise<boolean> {
    return this.#write((change) => this.ports.api.save(this.id, change));
  }

  sign(signatureLine: string): Promise<boolean> {
    return this.#write((change) => this.ports.api.sign(this.id, { ...change, signatureLine }));
  }

  amend(signatureLine: string, reason: string): Promise<boolean> {
    return this.#write((change) => this.ports.api.amend(this.id, { ...change, signatureLine, reason }));
  }

  /** Throws away what is in no version. */
  async discard(): Promise<void> {
    await this.autosave.hold();
    await this.ports.api.discard(this.id).catch((failure: unknown) => {
      if (!(failure instanceof ReportError) || failure.kind !== 'gone') {
        this.autosave.release();
        throw failure;
      }
    });
    this.#adopt(await this.ports.api.get(this.id));
  }

  /** A person has made one text of the two. */
  settle(content: ReportContent): void {
    const { next } = this.#conflict!;
    this.#conflict = undefined;
    this.#report = this.#newest ?? this.#report;
    this.autosave.resume(next, { ...content });
    this.#lease.want();
    this.ports.onChange();
  }

  /** Looks at what others did. */
  async refresh(): Promise<void> {
    const open = await this.ports.api.get(this.id).catch(() => undefined);
    if (open) {
      this.#look(open);
    }
  }

  /** As long as nobody types, nobody else has to be kept away, but what they do is followed. */
  async watch(): Promise<void> {
    if (!this.#lease.isWanted && !this.#conflict && !this.#isBusy) {
      await this.refresh();
    }
  }

  close(): void {
    this.autosave.close();
    this.#lease.end();
  }

  #look(open: OpenReport): void {
    this.#lock = open.lock;
    if (open.report.version > this.autosave.basedOnVersion && !this.#conflict && !this.#isBusy) {
      if (!this.isChanged) {
        this.#adopt(open);
        this.#note = { kind: 'renewed' };
      } else if (!this.other) {
        this.#stop(versionConflict(open, this.autosave.content, this.#report.content), open.report);
      }
    }
    this.ports.onChange();
  }

  #hear({ lock, version }: Claim): void {
    const wasMine = this.#lock?.mine ?? false;
    this.#lock = lock;
    if (wasMine && this.other) {
      this.#note = { kind: 'takenOver' };
      void this.autosave.flush();
    }
    if (version > this.autosave.basedOnVersion) {
      void this.refresh();
    }
    this.ports.onChange();
  }

  #stop(conflict: TextConflict, newest?: Report): void {
    void this.autosave.hold();
    this.#newest = newest;
    this.#conflict = conflict;
    this.ports.onChange();
  }

  #adopt({ report, lock }: OpenReport): void {
    this.#report = report;
    this.#lock = lock;
    this.autosave.resume({ basedOnVersion: report.version, revision: 0, content: report.content });
  }

  async #write(send: (change: Change) => Promise<OpenReport>): Promise<boolean> {
    this.#isBusy = true;
    this.#note = undefined;
    await this.autosave.hold();
    const { content, revision, basedOnVersion: version } = this.autosave;
    try {
      this.#adopt(await send({ version, content, revision }));
      return true;
    } catch (failure) {
      this.#refused(failure instanceof ReportError ? failure : new ReportError('later', ''));
      return false;
    } finally {
      this.#isBusy = false;
      this.ports.onChange();
    }
  }

  #refused(failure: ReportError): void {
    const { conflict } = failure;
    if (!conflict || conflict.reason === 'OTHER_WINDOW') {
      this.#note = { kind: 'failed', failure };
      return this.autosave.release();
    }
    const { newest } = conflict;
    const mine = this.autosave.content;
    this.#lock = newest.lock;
    if (newest.report.version > this.autosave.basedOnVersion && !this.other) {
      return this.#stop(versionConflict(newest, mine, this.#report.content), newest.report);
    }
    this.#note = { kind: 'failed', failure };
    const copy = newest.workingCopy;
    this.autosave.resume(
      {
        basedOnVersion: this.autosave.basedOnVersion,
        revision: copy?.revision ?? 0,
        content: copy && isSameContent(copy.content, mine) ? mine : newest.report.content,
      },
      mine,
    );
  }
}

/** What is typed in a signed report becomes an amendment. */
export function isAmending({ report }: Writing): boolean {
  return isSigned(report);
}
