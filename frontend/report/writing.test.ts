// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeptText } from './kept-text';
import { EMPTY_CONTENT, type OpenReport, type Report, type ReportContent, type WorkingCopy } from './report';
import { ReportError, type Change, type ReportApi } from './report-api';
import { Writing } from './writing';

const text = (findings: string, impression = ''): ReportContent => ({ ...EMPTY_CONTENT, findings, impression });
const anna = { id: 4, username: 'anna', fullName: 'Dr. Anna' };
const lockOfAnna = { mine: false, holder: anna, since: '', until: '' };

function report(version: number, content: ReportContent): Report {
  return { id: 1, version, status: 'draft', content, modifiedBy: anna, modifiedAt: '' } as Partial<Report> as Report;
}

describe('Writing', () => {
  let now: OpenReport;
  let lock: OpenReport['lock'];
  let saved: Change[];
  let refusal: ReportError | undefined;
  let writing: Writing;

  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    now = { report: report(1, text('begun', 'none')), workingCopy: null, lock: null };
    [lock, saved, refusal] = [{ ...lockOfAnna, mine: true }, [], undefined];
    const api = {
      get: async () => now,
      keep: async () => ({ revision: 1, savedAt: '', newestVersion: now.report.version }),
      claim: async () => ({ lock, version: now.report.version, status: 'draft' }),
      release: async () => undefined,
      save: async (_: number, change: Change) => {
        saved.push(change);
        if (refusal) {
          throw refusal;
        }
        return { report: report(change.version + 1, change.content), workingCopy: null, lock };
      },
    } as Partial<ReportApi> as ReportApi;
    writing = new Writing({ api, kept: new KeptText('7', 1), onChange: () => undefined }, now);
  });

  afterEach(() => {
    writing.close();
    vi.useRealTimers();
  });

  it('saves a version with the text and the revision it replaces', async () => {
    writing.change(text('mine', 'none'));
    await writing.autosave.flush();
    expect(await writing.save()).toBe(true);
    expect(saved).toEqual([{ version: 1, content: text('mine', 'none'), revision: 1 }]);
    expect([writing.report.version, writing.isChanged, writing.saving.name]).toEqual([2, false, 'saved']);
  });

  it('cannot be typed in while somebody else has taken over, and keeps what was typed', async () => {
    writing.change(text('mine', 'none'));
    await vi.advanceTimersByTimeAsync(0);
    lock = lockOfAnna;
    await vi.advanceTimersByTimeAsync(20_000);
    expect([writing.canType, writing.note?.kind, writing.other?.holder]).toEqual([false, 'takenOver', anna]);
    writing.change(text('late'));
    expect(writing.content).toEqual(text('mine', 'none'));
    expect(writing.autosave.isSent).toBe(true);
  });

  it('shows both texts when a version was saved meanwhile, and goes on with the one that was made of them', async () => {
    writing.change(text('mine', 'none'));
    const copy: WorkingCopy = { basedOnVersion: 1, revision: 3, content: text('mine', 'none'), savedAt: '' };
    const newest = { report: report(2, text('begun', 'theirs')), workingCopy: copy, lock: null };
    refusal = new ReportError('conflict', '', { reason: 'VERSION', newest });
    expect(await writing.save()).toBe(false);
    expect(writing.conflict).toMatchObject({ mine: text('mine', 'none'), theirs: text('begun', 'theirs'), base: text('begun', 'none') });
    refusal = undefined;
    writing.settle(text('mine', 'theirs'));
    await writing.save();
    expect(saved.at(-1)).toMatchObject({ version: 2, content: text('mine', 'theirs') });
    expect(writing.report.version).toBe(3);
  });

  it('follows a colleague while nothing is typed here', async () => {
    now = { report: report(2, text('theirs')), workingCopy: null, lock: lockOfAnna };
    await writing.watch();
    expect([writing.content, writing.note?.kind, writing.canType]).toEqual([text('theirs'), 'renewed', false]);
  });

  it('keeps the text and says why when a save is refused', async () => {
    writing.change(text('mine', 'none'));
    refusal = new ReportError('refused', 'Too long.');
    expect(await writing.save()).toBe(false);
    expect([writing.content, writing.canType, writing.note]).toEqual([
      text('mine', 'none'),
      true,
      { kind: 'failed', failure: refusal },
    ]);
  });
});
