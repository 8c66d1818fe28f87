import type { ShownMark } from '../viewer/shown-marks';
import type { EarlierList } from './earlier-list';
import type { StudySummary } from './earlier-studies';
import type { ImagesBeside } from './images-beside';
import type { Choice, Part } from './merging';
import type { ReportContent } from './report';
import type { ReportApi } from './report-api';
import type { ReportDesk } from './report-desk';
import type { ReportMessages } from './report-messages';
import type { Versions } from './versions';

export type Tab = 'report' | 'versions' | 'earlier';

export type DialogName = 'sign' | 'amend' | 'delete' | 'discard';

/** What the panel shows, and what it can ask for. */
export interface PanelModel {
  readonly desk: ReportDesk;
  readonly api: ReportApi;
  readonly messages: ReportMessages;
  /** Root of the DICOMweb services, for small pictures. */
  readonly dicomweb: string;
  readonly study: StudySummary | undefined;
  readonly tab: Tab;
  readonly dialog: DialogName | undefined;
  readonly images: ImagesBeside | undefined;
  readonly versions: Versions | undefined;
  readonly earlier: EarlierList | undefined;
  readonly choices: Readonly<Partial<Record<Part, Choice>>>;
  readonly search: string;
  readonly readerId: number;
  readonly readerName: string;
  readonly mayWrite: boolean;
  readonly mayDelete: boolean;
  /** Whether the panel has the window for itself. */
  readonly isAlone: boolean;
  readonly onTab: (tab: Tab) => void;
  readonly onDialog: (dialog: DialogName | undefined) => void;
  readonly onChoice: (part: Part, choice: Choice) => void;
  readonly onSearch: (words: string) => void;
  readonly onContent: (content: ReportContent) => void;
  readonly onInsert: (words: string) => void;
  readonly onKeyImage: (mark: ShownMark) => void;
  readonly onBeside: (study: StudySummary) => void;
  readonly onWindow: () => void;
  readonly onClose: () => void;
}
