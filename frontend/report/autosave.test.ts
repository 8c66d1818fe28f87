import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosave, type SaveState } from './autosave';
import { EMPTY_CONTENT, type ReportContent, type WorkingCopy } from './report';
import { ReportError, type Draft, type Receipt } from './report-api';

const text = (findings: string): ReportContent => ({ ...EMPTY_CONTENT, findings });

/** A server that answers when it is told to. */
class Server {
  readonly asked: { draft: Draft; answer: (receipt: Receipt | ReportError) => void }[] = [];

  readonly send = (draft: Draft): Promise<Receipt> =>
    new Promise((resolve, reject) =>
      this.asked.push({ draft, answer: (said) => (said instanceof ReportError ? reject(said) : resolve(said)) }),
    );

  async answer(said: Receipt | ReportError): Promise<void> {
    this.asked.at(-1)!.answer(said);
    await vi.advanceTimersByTimeAsync(0);
  }
}

const receipt = (revision: number, newestVersion = 1): Receipt => ({ revision, savedAt: '', newestVersion });

describe('Autosave', () => {
  let server: Server;
  let kept: Draft | undefined;
  let hasRoom: boolean;
  let states: SaveState['name'][];
  let others: WorkingCopy[];
  let newer: number[];
  let autosave: Autosave;

  beforeEach(() => {
    vi.useFakeTimers();
    [server, kept, hasRoom, states, others, newer] = [new Server(), undefined, true, [], [], []];
    autosave = new Autosave(
      {
        send: server.send,
        kept: {
          put: (draft) => {
            kept = draft;
            return hasRoom;
          },
          remove: () => (kept = undefined),
        },
        onState: ({ name }) => states.push(name),
        onOtherWindow: (copy) => others.push(copy),
        onNewerVersion: (version) => newer.push(version),
      },
      { basedOnVersion: 1, revision: 0, content: text('') },
    );
  });

  afterEach(() => {
    autosave.close();
    vi.useRealTimers();
  });

  it('sends what was typed once, two seconds after the last key', async () => {
    autosave.change(text('a'));
    await vi.advanceTimersByTimeAsync(1_500);
    autosave.change(text('ab'));
    await vi.advanceTimersByTimeAsync(1_900);
    expect(server.asked).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.asked.map(({ draft }) => draft)).toEqual([{ basedOnVersion: 1, revision: 0, content: text('ab') }]);
    expect(kept).toBeDefined();
    await server.answer(receipt(1));
    expect([autosave.state.name, autosave.isSent, kept]).toEqual(['saved', true, undefined]);
    expect(states).toEqual(['typing', 'saving', 'saved']);
  });

  it('never has two requests on the way, and sends what was typed meanwhile with the next revision', async () => {
    autosave.change(text('a'));
    void autosave.flush();
    autosave.change(text('ab'));
    void autosave.flush();
    expect(server.asked).toHaveLength(1);
    await server.answer(receipt(1));
    expect(kept?.content).toEqual(text('ab'));
    expect(server.asked[1].draft).toEqual({ basedOnVersion: 1, revision: 1, content: text('ab') });
    await server.answer(receipt(2));
    expect([server.asked.length, autosave.isSent]).toEqual([2, true]);
  });

  it.each(['later', 'session'] as const)('keeps the text in the browser and tries again after %s', async (kind) => {
    autosave.change(text('a'));
    void autosave.flush();
    await server.answer(new ReportError(kind, ''));
    expect(autosave.state).toMatchObject({ name: 'failed', kind, isKept: true });
    autosave.change(text('ab'));
    expect(kept?.content).toEqual(text('ab'));
    await vi.advanceTimersByTimeAsync(2_000);
    await server.answer(receipt(1));
    expect([server.asked[1].draft.content, autosave.state.name, kept]).toEqual([text('ab'), 'saved', undefined]);
  });

  it('says so when the browser has no room either', async () => {
    hasRoom = false;
    autosave.change(text('a'));
    void autosave.flush();
    await server.answer(new ReportError('later', ''));
    expect([autosave.state, autosave.isAtRisk]).toEqual([expect.objectContaining({ isKept: false }), true]);
  });

  it('stops when the same person typed elsewhere, until it is settled', async () => {
    const copy = { basedOnVersion: 1, revision: 7, content: text('theirs'), savedAt: '' };
    autosave.change(text('mine'));
    void autosave.flush();
    await server.answer(new ReportError('conflict', '', { reason: 'OTHER_WINDOW', newest: { copy } }));
    expect([others, autosave.state.name]).toEqual([[copy], 'conflict']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([server.asked.length, kept?.content]).toEqual([1, text('mine')]);
    autosave.resume(copy, text('both'));
    expect(server.asked[1].draft).toEqual({ basedOnVersion: 1, revision: 7, content: text('both') });
  });

  it('tells of a version that somebody saved meanwhile', async () => {
    autosave.change(text('a'));
    void autosave.flush();
    await server.answer(receipt(1, 3));
    expect(newer).toEqual([3]);
  });

  it('waits for the request on its way before a version is saved, and sends nothing meanwhile', async () => {
    autosave.change(text('a'));
    void autosave.flush();
    let isHeld = false;
    void autosave.hold().then(() => (isHeld = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(isHeld).toBe(false);
    autosave.change(text('ab'));
    await server.answer(receipt(1));
    expect([isHeld, server.asked.length]).toEqual([true, 1]);
    autosave.release();
    expect(server.asked).toHaveLength(2);
  });
});
