/** What the server says of reports (docs/reports.md). */

export interface Person {
  readonly id: number;
  readonly username: string;
  readonly fullName: string;
}

export interface ReportField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
}

export interface ReportKeyImage {
  readonly seriesInstanceUid: string;
  readonly sopInstanceUid: string;
  /** From 1. */
  readonly frame: number;
  readonly caption: string;
}

/** Texts of a report in the order in which they are read. */
export const SECTIONS = ['indication', 'technique', 'findings', 'impression'] as const;

export type Section = (typeof SECTIONS)[number];

export interface ReportContent extends Readonly<Record<Section, string>> {
  /** Key of the template it was begun with; '' for none. */
  readonly reportType: string;
  readonly title: string;
  readonly fields: readonly ReportField[];
  readonly keyImages: readonly ReportKeyImage[];
  readonly reportingPhysicianId: number | null;
}

export const EMPTY_CONTENT: ReportContent = {
  reportType: '',
  title: '',
  indication: '',
  technique: '',
  findings: '',
  impression: '',
  fields: [],
  keyImages: [],
  reportingPhysicianId: null,
};

export type ReportStatus = 'draft' | 'final' | 'amended';

export interface Signature {
  readonly signedBy: Person | null;
  readonly signedAt: string;
  readonly line: string;
}

export interface Report {
  readonly id: number;
  readonly studyInstanceUid: string;
  readonly status: ReportStatus;
  readonly version: number;
  readonly content: ReportContent;
  readonly createdBy: Person | null;
  readonly modifiedBy: Person | null;
  readonly modifiedAt: string;
  readonly reason: string;
  readonly reportingPhysician: Person | null;
  readonly signature: Signature | null;
}

export interface WorkingCopy {
  readonly basedOnVersion: number;
  readonly revision: number;
  readonly content: ReportContent;
  readonly savedAt: string;
}

export interface ReportLock {
  readonly mine: boolean;
  readonly holder: Person;
  readonly since: string;
  readonly until: string;
}

/** A report with what is whoever's who asks. */
export interface OpenReport {
  readonly report: Report;
  readonly workingCopy: WorkingCopy | null;
  readonly lock: ReportLock | null;
}

export interface ReportVersionEntry {
  readonly version: number;
  readonly status: ReportStatus;
  readonly modifiedBy: Person | null;
  readonly modifiedAt: string;
  readonly reason: string;
  readonly signature: Signature | null;
}

export interface ReportVersion extends ReportVersionEntry {
  readonly content: ReportContent;
}

export interface TemplateField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'choice';
  readonly unit: string;
  readonly required: boolean;
  readonly choices: readonly { readonly value: string; readonly note: string }[];
}

export interface ReportTemplate {
  readonly key: string;
  readonly name: string;
  readonly fields: readonly TemplateField[];
}

export interface Snippet {
  readonly shortcut: string;
  readonly text: string;
}

export function isSigned({ status }: Pick<Report, 'status'>): boolean {
  return status !== 'draft';
}

export function nameOf(person: Person | null | undefined): string {
  return person ? person.fullName.trim() || person.username : '';
}

/** Whether both say the same, whichever way they came. */
export function isSameContent(a: ReportContent, b: ReportContent): boolean {
  return a === b || said(a) === said(b);
}

function said(content: ReportContent): string {
  return JSON.stringify([
    content.reportType,
    content.title,
    ...SECTIONS.map((section) => content[section]),
    content.fields.map(({ name, label, value, unit }) => [name, label, value, unit]),
    content.keyImages.map(({ sopInstanceUid, frame, caption }) => [sopInstanceUid, frame, caption]),
    content.reportingPhysicianId,
  ]);
}
