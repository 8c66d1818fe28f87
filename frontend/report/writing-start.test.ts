import { beforeEach, describe, expect, it } from 'vitest';
import { KeptText, type KeptDraft } from './kept-text';
import { EMPTY_CONTENT, type OpenReport, type Report, type ReportContent, type WorkingCopy } from './report';
import { writingStart } from './writing-start';

const text = (findings: string): ReportContent => ({ ...EMPTY_CONTENT, findings });

function open(version: number, copy?: Partial<WorkingCopy>): OpenReport {
  const report = { id: 1, version, content: text('saved'), modifiedAt: '', modifiedBy: null } as Partial<Report> as Report;
  const workingCopy = copy ? { basedOnVersion: version, revision: 1, content: text('copy'), savedAt: '', ...copy } : null;
  return { report, workingCopy, lock: null };
}

const kept = (draft: Partial<KeptDraft>): KeptDraft => ({
  basedOnVersion: 2,
  revision: 0,
  content: text('kept'),
  at: 0,
  ...draft,
});

describe('writingStart', () => {
  it('begins with the version that is saved', () => {
    expect(writingStart(open(2), undefined)).toMatchObject({ content: text('saved'), isRecovered: false, conflict: undefined });
  });

  it('goes on with what was typed beside it', () => {
    const start = writingStart(open(2, {}), undefined);
    expect(start).toMatchObject({ content: text('copy'), isRecovered: true, conflict: undefined });
    expect(start.server).toMatchObject({ basedOnVersion: 2, revision: 1 });
  });

  it('goes on with what the browser kept when the server was away', () => {
    const start = writingStart(open(2, {}), kept({ revision: 1 }));
    expect(start).toMatchObject({ content: text('kept'), isRecovered: true, conflict: undefined });
    expect(writingStart(open(2), kept({ revision: 5 }))).toMatchObject({ content: text('kept'), conflict: undefined });
  });

  it('says nothing of a text that arrived after all', () => {
    expect(writingStart(open(2), kept({ content: text('saved') })).isRecovered).toBe(false);
  });

  it('asks when somebody saved another version meanwhile', () => {
    const { conflict } = writingStart(open(3, { basedOnVersion: 2 }), undefined);
    expect(conflict).toMatchObject({ kind: 'VERSION', mine: text('copy'), theirs: text('saved') });
    expect(conflict?.next).toMatchObject({ basedOnVersion: 3, revision: 1 });
    expect(writingStart(open(3), kept({})).conflict).toMatchObject({ kind: 'VERSION', mine: text('kept') });
  });

  it('asks when the same person typed on another computer', () => {
    const { conflict } = writingStart(open(2, { revision: 4 }), kept({ revision: 1 }));
    expect(conflict).toMatchObject({ kind: 'OTHER_WINDOW', mine: text('kept'), theirs: text('copy') });
    expect(conflict?.next).toMatchObject({ revision: 4 });
  });
});

describe('KeptText', () => {
  const store = new Map<string, string>();
  const storage = {
    get length() {
      return store.size;
    },
    key: (place: number) => [...store.keys()][place] ?? null,
    getItem: (name: string) => store.get(name) ?? null,
    setItem: (name: string, value: string) => void store.set(name, value),
    removeItem: (name: string) => void store.delete(name),
  };

  beforeEach(() => store.clear());

  it('is of one reader and one report', () => {
    new KeptText('7', 1, storage).put(kept({}));
    expect(new KeptText('7', 1, storage).get()?.content.findings).toBe('kept');
    expect([new KeptText('8', 1, storage).get(), new KeptText('7', 2, storage).get()]).toEqual([undefined, undefined]);
    expect(new KeptText('7', 11, storage).get()).toBeUndefined();
  });

  it('of two windows is kept twice, and comes back one after the other', () => {
    const [one, other] = [new KeptText('7', 3, storage), new KeptText('7', 3, storage)];
    one.put(kept({ at: 1 }));
    other.put(kept({ at: 2, content: text('newer') }));
    const after = new KeptText('7', 3, storage);
    expect(after.get()?.content.findings).toBe('newer');
    after.remove();
    expect(after.get()?.content.findings).toBe('kept');
    after.remove();
    expect([after.get(), store.size]).toEqual([undefined, 0]);
  });

  it.each(['', '{', '7', '{"content":{}}'])('is nothing when it says %j', (json) => {
    store.set('report-text 7 9 x', json);
    expect(new KeptText('7', 9, storage).get()).toBeUndefined();
  });

  it('says when there is no room', () => {
    const full = { ...storage, setItem: () => { throw new Error('full'); } };
    expect(new KeptText('7', 1, full).put(kept({}))).toBe(false);
  });
});
