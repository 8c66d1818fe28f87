import type { KeptDraft } from './kept-text';
import { isSameContent, nameOf, type OpenReport, type ReportContent } from './report';
import type { Draft } from './report-api';

/** Two texts of which one has to become the next, by a person. */
export interface TextConflict {
  /** Somebody saved a version, or the same person typed in another window or on another computer. */
  readonly kind: 'VERSION' | 'OTHER_WINDOW';
  readonly mine: ReportContent;
  readonly theirs: ReportContent;
  /** What both began with, undefined where that is not known any more. */
  readonly base: ReportContent | undefined;
  /** Who wrote theirs; '' for oneself. */
  readonly by: string;
  readonly at: string;
  /** What the server has, on which the settled text goes on. */
  readonly next: Draft;
}

/** How writing begins. */
export interface WritingStart {
  /** What the server has. */
  readonly server: Draft;
  readonly content: ReportContent;
  /** Whether the text was typed before and never saved as a version. */
  readonly isRecovered: boolean;
  readonly conflict: TextConflict | undefined;
}

/** Brings together the report, what was typed beside it, and what was left in this browser. */
export function writingStart(open: OpenReport, kept: KeptDraft | undefined): WritingStart {
  const { report, workingCopy: copy } = open;
  const server: Draft = copy ?? { basedOnVersion: report.version, revision: 0, content: report.content };
  if (kept && !isSameContent(kept.content, server.content)) {
    return startWithKept(open, kept, server);
  }
  const isOutdated = server.basedOnVersion < report.version;
  return {
    server,
    content: server.content,
    isRecovered: copy !== null,
    conflict: isOutdated ? versionConflict(open, server.content) : undefined,
  };
}

function startWithKept(open: OpenReport, kept: KeptDraft, server: Draft): WritingStart {
  const { report, workingCopy: copy } = open;
  const { content } = kept;
  if (copy && copy.revision !== kept.revision) {
    return { server, content, isRecovered: true, conflict: otherWindow(copy, content) };
  }
  const isOutdated = kept.basedOnVersion < report.version;
  const conflict = isOutdated ? versionConflict(open, content) : undefined;
  return { server: { ...server, basedOnVersion: kept.basedOnVersion }, content, isRecovered: true, conflict };
}

/**
 * @param mine what is not saved
 * @param base the version that it was begun with
 */
export function versionConflict(
  { report, workingCopy }: OpenReport,
  mine: ReportContent,
  base?: ReportContent,
): TextConflict {
  return {
    kind: 'VERSION',
    mine,
    theirs: report.content,
    base,
    by: nameOf(report.modifiedBy),
    at: report.modifiedAt,
    next: { basedOnVersion: report.version, revision: workingCopy?.revision ?? 0, content: report.content },
  };
}

export function otherWindow(copy: Draft & { readonly savedAt: string }, mine: ReportContent): TextConflict {
  return { kind: 'OTHER_WINDOW', mine, theirs: copy.content, base: undefined, by: '', at: copy.savedAt, next: copy };
}
